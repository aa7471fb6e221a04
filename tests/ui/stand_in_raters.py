"""A session to be marked and a cohort to be looked at, made of facts: no files, no patients."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.session.made_facts import TODAY, drilled, made
from trainer.assessment.exams.state import Phase, TryStatus
from trainer.assessment.marking.agreement import MarkAgreement, mark_agreement
from trainer.assessment.marking.checklist import items_for
from trainer.assessment.marking.mark import Mark
from trainer.refusal import Refusal
from trainer.session.cohort import Cohort, Note, Notes, Sat, StationNow
from trainer.session.marking import Frame, Given, Moment, PaperView
from trainer.session.marking_front import MarkingCard
from trainer.session.waiting import IN_SILENCE, Waiting

LABELS = ("K7QFA2", "M3XWP5", "ZZT2R4")


def paper(label: str) -> PaperView:
    """A block with two pictures."""
    return PaperView(
        label,
        "Title",
        ("left T7-T8, T6-mb",),
        "block",
        95,
        (Frame(1, 4_000, "spot"), Frame(2, 61_000, "pulsed")),
        (
            Moment(9_000, 9_000, "level_declared", {"level": "T7", "side": "left"}),
            Moment(12_000, 40_000, "needle_moved", {"pushed_um": 31_000}),
            Moment(41_000, 41_000, "hazard_entered", {"structure": "pleura"}),
            Moment(50_000, 50_000, "asked", {"question": "pain"}),
            Moment(95_000, 95_000, "submitted", {}),
        ),
        items_for("block"),
        None,
    )


class StandInMarking:
    """A desk of three papers."""

    papers = LABELS

    def __init__(self) -> None:
        self.saved: dict[str, Given] = {}

    @property
    def left(self) -> tuple[str, ...]:
        return tuple(label for label in LABELS if label not in self.saved)

    @property
    def next(self) -> str | None:
        return next(iter(self.left), None)

    def open(self, label: str) -> PaperView:
        return paper(label)

    def picture(self, _label: str, number: int) -> NDArray[np.uint8]:
        return np.full((64, 64), 60 * number, np.uint8)

    def save(self, label: str, given: Given) -> None:
        missing = [item.id for item in items_for("block") if item.id not in given.answers]
        if missing or not given.overall or not given.verdict:
            raise Refusal(
                "The mark was not signed off", "no verdict was given",
                "Answer every question, then sign again",
            )  # fmt: skip
        self.saved[label] = given


def made_mark(rater: str, number: int, overall: int) -> Mark:
    """A mark of a paper of this number."""
    answers = ("done", "partly", "not-done")
    given = {
        item.id: answers[(number + at * (overall % 2)) % 3]
        for at, item in enumerate(items_for("block"))
    }
    verdict = ("fail", "borderline", "pass")[min(2, overall // 2)]
    name = f"{rater}-{number}"
    return Mark(
        name, "s", f"a{number}", "0" * 64, rater, "", "block", given, overall, verdict, "", 2
    )


class StandInMarkingFront:
    """Two sessions with papers."""

    def __init__(self) -> None:
        self.made = StandInMarking()
        self.exports: list[tuple[str, Path]] = []

    def cards(self) -> tuple[MarkingCard, ...]:
        return (MarkingCard("ABCD", "Title", 3), MarkingCard("EFGH", "Title", 12))

    def desk(self, _label: str, rater: str) -> StandInMarking:
        if not rater.strip():
            raise Refusal("Nobody can mark", "a mark is signed by somebody", "Type your name")
        return self.made

    def agreement(self, _label: str, _rater: str = "") -> MarkAgreement:
        marks = [made_mark(name, n, 1 + (n + at) % 5) for at, name in enumerate(("T7-a", "T7-b"))
                 for n in range(6)]  # fmt: skip
        return mark_agreement(marks, {f"a{n}": 400 + 50 * n for n in range(6)})

    def save_marks(self, label: str, path: Path) -> None:
        self.exports.append((label, path))


def made_cohort(people: int = 20, attempts: int = 8) -> Cohort:
    """Novices and experts, in practice and in one released exam; some drills; one open station."""
    sat: list[Sat] = []
    for person in range(people):
        name = f"T7-{person:02}"
        for number in range(attempts):
            mark = min(
                1000, 300 + 10 * person + 60 * number + 20 * ((7 * person + 13 * number) % 9)
            )
            facts = made(
                number, seed=100 * person + number, score=mark, passed=(person + number) % 3 > 0
            )
            device = "mouse" if person % 2 else "keyboard"
            exam = number >= attempts // 2
            sat.append(
                Sat(name, "T7 1, form-a", f"station-{number}", device, facts)
                if exam
                else Sat(name, "", facts.scenario_id, "", facts)
            )
        sat.append(Sat(name, "", "d01", "", drilled("d01", person)))
    notes = {
        f"T7-{at:02}": Note("expert" if 2 * at >= people else "novice", "en" if at % 3 else "T7")
        for at in range(people)
    }
    wall = (
        StationNow("Title", "T7 desk", "T7-01", Phase.SITTING, "station-1", TryStatus.RUNNING,
                   60_000, 600_000, 1, 4, 0),
        StationNow("Title", "T7 desk", "T7-02", Phase.SEALED, "", None, 0, 0, 4, 4, 0),
    )  # fmt: skip
    return Cohort(tuple(sat), Notes("", notes), wall, 2, ("T7.attempt",), TODAY)


class StandInCohortDesk:
    """A desk that keeps notes in memory."""

    today = "2026-11-01"

    def __init__(self, cohort: Cohort | None = None) -> None:
        self.cohort = cohort or made_cohort(6, 4)
        self.notes: list[tuple[str, Note]] = []
        self.tables: list[tuple[Path, Sequence[str], Sequence[Sequence[str | int | None]]]] = []

    def read(self, waiting: Waiting = IN_SILENCE) -> Cohort:
        return self.cohort

    def wall(self) -> tuple[StationNow, ...]:
        return self.cohort.wall

    def note(self, person: str, note: Note) -> Notes:
        self.notes.append((person, note))
        return self.cohort.notes

    def look_into(self, folder: Path) -> Notes:
        return Notes(str(folder))

    def save_table(
        self, path: Path, header: Sequence[str], rows: Sequence[Sequence[str | int | None]]
    ) -> None:
        self.tables.append((path, header, rows))
