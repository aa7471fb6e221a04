"""What a definition cannot promise, in whole sentences; shown when it is made and with results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from trainer.assessment.exams.definition import ExamDefinition, Form

LEAST_ANCHOR_PERCENT = 20  # of a form (reliability 6.5)
LEAST_FOR_EQUATING = 50  # candidates a form; below, forms are taken as equal (reliability 6.5)
LEAST_STATIONS = 8  # short ones (teaching.md 2)


@dataclass(frozen=True, slots=True)
class Anchors:
    """What two forms share: scenario, rubric, seed, time. percent : of a form, rounded down."""

    forms: tuple[str, str]
    shared: tuple[str, ...]
    percent: int

    @property
    def enough(self) -> bool:
        """Whether the forms can be compared at all."""
        return self.percent >= LEAST_ANCHOR_PERCENT


def anchors_of(definition: ExamDefinition) -> tuple[Anchors, ...]:
    """What each pair of forms shares."""
    return tuple(_shared(one, other) for one, other in combinations(definition.forms, 2))


def _shared(one: Form, other: Form) -> Anchors:
    known = {_task(station) for station in other.stations}
    shared = tuple(station.scenario for station in one.stations if _task(station) in known)
    return Anchors((one.id, other.id), shared, 100 * len(shared) // len(one.stations))


def _task(station: object) -> tuple[object, ...]:
    names = ("scenario_sha256", "rubric_sha256", "seed", "time_limit_s")
    return tuple(getattr(station, name) for name in names)


def cautions(definition: ExamDefinition, candidates: int = 0) -> tuple[str, ...]:
    """Everything to be said. candidates : how many sit, for the equating."""
    return (*_of_the_cut(definition), *_of_length(definition), *_of_forms(definition, candidates))


def _of_the_cut(definition: ExamDefinition) -> Iterator[str]:
    cut = definition.cut
    if cut.standard is None:
        yield f"The cut score is {cut.standing}: no standard-setting record is attached."
    if cut.sem is None:
        yield (
            "The standard error of measurement is unknown: every result counts as near the cut and "
            "needs a second person."
        )


def _of_length(definition: ExamDefinition) -> Iterator[str]:
    count = len(definition.forms[0].stations)
    if count < LEAST_STATIONS:
        yield f"{count} station(s) are too few to decide on a person; take {LEAST_STATIONS} to 12."
    if definition.familiarisation is None:
        yield "There is no warm-up: who knows the simulator has an advantage."


def _of_forms(definition: ExamDefinition, candidates: int) -> Iterator[str]:
    for pair in anchors_of(definition):
        if not pair.enough:
            names = " and ".join(pair.forms)
            yield (
                f"{names} share {pair.percent} % of their stations; at least "
                f"{LEAST_ANCHOR_PERCENT} % are needed to compare them."
            )
    forms = len(definition.forms)
    if forms > 1 and candidates < LEAST_FOR_EQUATING * forms:
        yield (
            f"Fewer than {LEAST_FOR_EQUATING} candidates a form: the forms are taken as equally "
            "hard (identity equating), which has not been shown."
        )
