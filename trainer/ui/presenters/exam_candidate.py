"""What a candidate sees between stations. No Qt.

Everything here follows from the session's state alone, which holds no truth about any patient:
stations are numbers, nothing says what was right, what comes next in one, or how well it went.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.assessment.exams.decide_stations import limit_ms
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.state import (
    Candidate,
    Phase,
    SessionState,
    StationState,
    TryStatus,
)
from trainer.session.exams.familiar import still_to_do
from trainer.ui.presenters.exam import STATUSES, clock_of, station_title
from trainer.ui.presenters.texts import tr

PAGES: Mapping[Phase, str] = {
    Phase.ENROLLED: "sign_in",
    Phase.ADMITTED: "checks",
    Phase.STARTED: "warm_up",
    Phase.SITTING: "stations",
    Phase.FINISHED: "finished",
    Phase.SEALED: "receipt",
    Phase.RELEASED: "receipt",
}


@dataclass(frozen=True, slots=True)
class StationLine:
    """A station of the form. begins : whether it can be begun or gone on with."""

    id: str
    text: str
    attempt_id: str = ""  # of a try that was interrupted
    begins: bool = False


@dataclass(frozen=True, slots=True)
class CandidateShown:
    """page : which one. rules : read before the first station. receipt : "" before the seal.

    to_do : what a warm-up needs.
    """

    page: str
    heading: str
    rules: str
    told: str
    stations: tuple[StationLine, ...]
    left: str
    receipt: str
    to_do: str = ""


def candidate_shown(definition: ExamDefinition, state: SessionState, name: str) -> CandidateShown:
    """The candidate's page. name : "" before anybody signed in."""
    candidate = state.candidates.get(name)
    page = "sign_in" if candidate is None else PAGES[candidate.phase]
    return CandidateShown(
        page,
        definition.title if candidate is None else f"{definition.title}   |   {name}",
        definition.rules,
        _told(definition),
        () if candidate is None else station_lines(definition, candidate),
        "" if candidate is None else _left(definition, candidate),
        candidate.sealed.receipt if candidate is not None and candidate.sealed else "",
        _criterion(definition) if page == "warm_up" else "",
    )


def _criterion(definition: ExamDefinition) -> str:
    """Of a warm-up that begins: what is done in one does not count for the next."""
    wanted = definition.familiarisation
    left = () if wanted is None else still_to_do(wanted, ())
    return tr("One warm-up must hold: {left}").format(left=_counted(left)) if left else ""


def _told(definition: ExamDefinition) -> str:
    """What every candidate is told: conventions, local policies, input."""
    lines = [
        tr("Where nerves are taken to run: {conventions}").format(
            conventions=", ".join(definition.accepted_conventions)
        )
    ]
    lines += [
        tr("Practice profile: {title}").format(title=one.title) for one in definition.policies
    ]
    return "\n".join(lines)


def station_lines(definition: ExamDefinition, candidate: Candidate) -> tuple[StationLine, ...]:
    """The stations of the candidate's form, in order."""
    form = definition.form(candidate.form)
    assert form is not None
    count = len(form.stations)
    lines = []
    for number, station in enumerate(form.stations, start=1):
        stands = candidate.stations[station.id]
        minutes = clock_of(limit_ms(definition, candidate, station))
        title = station_title(number, count)
        lines.append(_line(station.id, title, minutes, stands))
    return tuple(lines)


def _line(station: str, title: str, minutes: str, stands: StationState) -> StationLine:
    stopped = next((one for one in stands.tries if one.status is not TryStatus.SUBMITTED), None)
    if stopped is not None:
        left = clock_of(stopped.limit_ms - stopped.charged_ms)
        words = tr("{station}: {state}, {left} left").format(
            station=title, state=tr(STATUSES[stopped.status.value]), left=left
        )
        return StationLine(station, words, stopped.attempt_id, begins=True)
    if stands.may_begin:
        words = tr("{station}: not begun, {left}").format(station=title, left=minutes)
        return StationLine(station, words, begins=True)
    return StationLine(station, tr("{station}: submitted").format(station=title))


TO_DO: Mapping[str, tuple[str, str]] = {
    "exposures": ("1 picture", "{count} pictures"),
    "machine_moves": ("1 movement of the C-arm", "{count} movements of the C-arm"),
    "needle_moves": ("1 movement of a needle", "{count} movements of a needle"),
}


def lacking_text(left: Sequence[tuple[str, int]]) -> str:
    """What the warm-up that is over lacked, counted; "" where it was enough."""
    words = _counted(left)
    return tr("That was not enough yet; it lacked: {left}").format(left=words) if left else ""


def _counted(left: Sequence[tuple[str, int]]) -> str:
    return ", ".join(tr(TO_DO[name][count != 1]).format(count=count) for name, count in left)


def _left(definition: ExamDefinition, candidate: Candidate) -> str:
    if definition.time_limit_s is None:
        return ""
    whole_ms = definition.time_limit_s * (1000 + candidate.extra_time_permille)
    return tr("Left of the whole time: {left}").format(
        left=clock_of(whole_ms - candidate.charged_ms)
    )
