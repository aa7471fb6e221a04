"""An exam without files, threads or patients: the real definition, decide and evolve."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.ui.stand_ins import StandInAttempt
from trainer.assessment.exams import commands as c
from trainer.assessment.exams.decide import decide
from trainer.assessment.exams.definition import (
    Cut,
    ExamDefinition,
    Familiarisation,
    Form,
    Station,
    Surroundings,
)
from trainer.assessment.exams.evolve import fold
from trainer.assessment.exams.state import SessionState
from trainer.refusal import Refusal
from trainer.session.exams.desk import Choice, SessionCard
from trainer.session.records import UploadStatus
from trainer.session.retention import Overdue

SHA = "ab" * 32
PIN = "12345678"


def station(number: int, scenario: str, seed: int = 1) -> Station:
    return Station(
        id=f"station-{number}", scenario=scenario, scenario_version=1, scenario_sha256=SHA,
        rubric_sha256=SHA, seed=seed, time_limit_s=420,
    )  # fmt: skip


def definition(*scenarios: str, seed: int = 1) -> ExamDefinition:
    stations = tuple(station(at, name, seed) for at, name in enumerate(scenarios, start=1))
    return ExamDefinition(
        id="title", version=1, title="Title", forms=(Form(id="77", stations=stations),),
        time_limit_s=3600, cut=Cut(mean_mark=600),
        familiarisation=Familiarisation(scenario="warm", scenario_sha256=SHA),
        surroundings=Surroundings(input_profile="mouse-and-keyboard"),
        accepted_conventions=("chua-bogduk-1995",), retention_days=30, rules="Title of the rules",
    )  # fmt: skip


TWO = definition("one", "two")
# One candidate, as far as one can come; each command leads to another state of the session.
SITTING: tuple[Any, ...] = (
    c.Open("ex-T7", "Title"),
    c.IssuePin("ex-T7", "ex-T7"),
    c.NameStaff("in-T7", "invigilator", "ex-T7"),
    c.Enrol("T7-a", "77", "ex-T7", 250),
    c.IssuePin("T7-a", "ex-T7"),
    c.TryPin("T7-a", True, 0),
    c.Start("T7-a", "ex-T7", "mouse-and-keyboard", 1280, 640),
    c.WaiveWarmUp("T7-a", "ex-T7"),
    c.BeginStation("T7-a", "station-1", "t7-1", SHA),
    c.Beat("t7-1", 61_900),
    c.Pause("t7-1", "ex-T7", "Title", 62_000),
    c.Continue("t7-1", "ex-T7"),
    c.Interrupt("t7-1", "Title", 63_000),
    c.Resume("t7-1", "ex-T7"),
    c.MeasureOver("t7-1", "picture_p95_ms", 400),
    c.Submit("t7-1", "candidate", 70_000, SHA),
    c.BeginStation("T7-a", "station-2", "t7-2", SHA),
    c.Submit("t7-2", "candidate", 70_000, SHA),
    c.SealCandidate("T7-a", SHA, "T7T7-T7T7-T7T7-T7T7"),
)


class StandInExamRoom:
    """A session in memory. Every PIN is `PIN`."""

    def __init__(self, commands: Sequence[Any] = SITTING, exam: ExamDefinition = TWO) -> None:
        self.definition, self.state, self.session_id = exam, SessionState(), "T7"
        self.did: list[Any] = []
        self.left = False
        for command in commands:
            self.do(command)

    def do(self, command: Any) -> None:
        events = decide(self.definition, self.state, command)
        self.state = fold(self.definition, self.state, events)
        self.did.append(command)

    def try_pin(self, _who: str, pin: str) -> bool:
        return pin == PIN

    def listen(self, _listener: Callable[[SessionState], None]) -> None:
        """Nobody else changes it."""

    def leave(self) -> None:
        self.left = True


class StandInExamDesk:
    """One session, as far as `commands` led."""

    def __init__(self, commands: Sequence[Any] = SITTING) -> None:
        self.commands, self.forgotten = commands, tuple[Overdue, ...]()

    def sessions(self) -> tuple[SessionCard, ...]:
        return (
            SessionCard("T7", "Title", "2026-01-02T03:04:05Z", "T7", 2, 1),
            SessionCard("T7-b", problem="Title"),
        )

    def library(self) -> tuple[Choice, ...]:
        return (Choice("one", "T7 one", "Title A"), Choice("two", "T7 two", "Title B"))

    def copies(self) -> UploadStatus:
        return UploadStatus(2, 1, Refusal("T7", "Title", "Title"), (("T7", Refusal("", "T7", "")),))

    def follow_copies(self, _changed: Callable[[], None]) -> None:
        """They stand still."""

    def overdue(self, _today: date) -> tuple[Overdue, ...]:
        return ()

    def forget(self, people: Sequence[Overdue]) -> int:
        self.forgotten = tuple(people)
        return len(people)

    def enter(self, _session_id: str) -> StandInExamRoom:
        return StandInExamRoom(self.commands)


class StandInStation:
    """A station that nobody times. live : what is hidden in it is the test's."""

    def __init__(self, live: Any = None) -> None:
        self.live = live or exam_attempt()
        self.left_ms, self.limit_ms, self.paused, self.over = 359_000, 420_000, False, False
        self.candidate, self.station, self.failure = "T7-a", "station-1", None
        self.times_left = 0

    def listen(self, _over: Callable[[], None]) -> None:
        """It is never over by itself."""

    def leave(self, _why: str) -> None:
        self.over = True
        self.live.close()

    def measured(self, _measure: str, _value: int) -> None:
        """Nothing is."""

    def window_left(self) -> None:
        """Counted."""
        self.times_left += 1


def exam_attempt(**hidden: Any) -> StandInAttempt:
    """An attempt in an exam; hidden : parts of its header that no screen may tell."""
    attempt = StandInAttempt(path=Path("t7.attempt"))
    attempt.scenario = SimpleNamespace(**{**vars(attempt.scenario), "exam_title": "Title C"})
    attempt.header = SimpleNamespace(**{**vars(attempt.header), "mode": "exam", **hidden})
    return attempt
