"""After an attempt: its debrief, its report with pictures, its export. One file is enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from trainer.attempt.log import AttemptLog
from trainer.imaging.pulse import MOST_EARLIER
from trainer.refusal import Refusal
from trainer.scenario.scenario import Scenario
from trainer.scoring.debrief.debrief import Debrief, debrief_of
from trainer.session import review
from trainer.session.earlier_pulses import lead_in
from trainer.session.fluoroscope import Fluoroscope
from trainer.session.opening import Opening
from trainer.session.ports import Pictured
from trainer.session.projectors import FAST
from trainer.session.services import Services

REFERENCE = "reference.attempt"  # beside scenario.yaml, where the scenario ships one
CASE = "scenario.yaml"
TOLD_BY = frozenset((".png", ".jpg", ".jpeg"))  # pictures that an author lays beside a case
LAST_PICTURES = 2
MOST_ERRORS = 4  # pictures of errors beyond the moments' own
Tell = Callable[[str], None]


def debrief_file(services: Services, path: Path) -> tuple[AttemptLog, Debrief]:
    """A log and its debrief, beside the scenario's reference log where there is one.

    Raises Refusal.
    """
    log = services.attempts.load(path)
    return log, debrief_of(log, reference_of(services, _case_of(log, path.name)))


def reference_of(services: Services, scenario: Scenario) -> AttemptLog | None:
    """The reference log of a log's scenario; None where none ships with this very scenario."""
    try:
        return services.attempts.load(services.scenarios.picture_path(scenario, REFERENCE))
    except Refusal:
        return None  # no one's mistake: the debrief goes without


def pictures_beside(services: Services, scenario: Scenario) -> tuple[Path, ...]:
    """The author's pictures of a log's case, by name; none where this very case is not here."""
    try:
        folder = services.scenarios.picture_path(scenario, CASE).parent
        return tuple(sorted(each for each in folder.iterdir() if each.suffix.casefold() in TOLD_BY))
    except (Refusal, OSError):
        return ()  # the debrief goes without


def export_file(
    services: Services, path: Path, out: Path, form: str, table: str | None, *, bom: bool
) -> tuple[Path, ...]:
    """CSV tables in a folder, one of them in a file, or one JSON document. Raises Refusal."""
    log, debrief = debrief_file(services, path)
    return services.reports.export(out, log, debrief, form, table, bom=bom)


def report_to_file(
    services: Services, path: Path, out: Path, tell: Tell = lambda _text: None
) -> None:
    """A report with the pictures of its moments, PDF or HTML by its name. Raises Refusal."""
    log, debrief = debrief_file(services, path)
    review.header_of(log, path.name)
    pictures: tuple[Pictured, ...] = ()
    missing = ""
    try:
        FAST.warm_up()
        opening = review.reopened(services, log, path.name)
    except Refusal as refusal:  # the patient is gone or newer: the report goes without pictures
        missing = str(refusal.why)
    else:
        pictures = tuple(_pictures(services, log, debrief, opening, path.name, tell))
    services.reports.write(out, log, debrief, pictures, missing)


def shown_exposures(debrief: Debrief) -> tuple[int, ...]:
    """Whose pictures a report shows: of the moments, the first errors, and the last two."""
    score = debrief.score
    last = max((tick.number for tick in debrief.ribbon.ticks), default=0)
    errors = (error.exposure or _seen(debrief, error.t_ms) for error in score.critical)
    wanted = (
        *(moment.exposure for moment in debrief.moments),
        *list(errors)[:MOST_ERRORS],
        *range(last - LAST_PICTURES + 1, last + 1),
    )
    return tuple(sorted({number for number in wanted if number > 0}))


def _case_of(log: AttemptLog, name: str) -> Scenario:
    return review.scenario_of(review.header_of(log, name), name)


def _seen(debrief: Debrief, t_ms: int) -> int:
    seen = (tick.number for tick in debrief.ribbon.ticks if tick.t_ms <= t_ms)
    return max(seen, default=0)


def _pictures(
    services: Services,
    log: AttemptLog,
    debrief: Debrief,
    opening: Opening,
    name: str,
    tell: Tell,
) -> Iterator[Pictured]:
    yield from _drawn(opening, log, shown_exposures(debrief), "own", name, tell)
    beside = {expert.exposure for expert in debrief.experts if expert and expert.exposure}
    reference = reference_of(services, opening.scenario) if beside else None
    if reference is None:
        return
    header = review.header_of(reference, REFERENCE)
    if header.provenance.patient_sha256 == opening.patient.sha256:
        expert = Opening(opening.scenario, opening.patient, header, opening.world)
        yield from _drawn(expert, reference, sorted(beside), "expert", REFERENCE, tell)


def _drawn(
    opening: Opening, log: AttemptLog, numbers: Iterable[int], whose: str, name: str, tell: Tell
) -> Iterator[Pictured]:
    """The pictures of some exposures; what still shines on in them is drawn before them."""
    wanted = frozenset(numbers)
    projector = FAST.for_attempts(tell)
    scope = Fluoroscope(opening.scenario, opening.patient, opening.header.seed, projector)
    taken = list(review.exposures(log, name))
    for index, one in enumerate(taken):
        if one.exposed.number not in wanted:
            continue
        for before in lead_in(taken[: index + 1])[-MOST_EARLIER:]:
            scope.frame(*before)
        tell(f"drawing exposure {one.exposed.number}")
        yield Pictured(whose, one.exposed, scope.frame(*one).picture)
