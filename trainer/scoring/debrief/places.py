"""Where in an attempt a metric's value is seen best."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.attempt.events import (
    ActDone,
    CaseDecided,
    ComplicationBegan,
    Exposed,
    InjectionBegan,
    LesionStarted,
    LevelDeclared,
    NeedleMoved,
    NeedleTaken,
    SkinPunctured,
)
from trainer.scoring.debrief.blind import blind_runs
from trainer.scoring.debrief.course import Course, Entry
from trainer.scoring.debrief.ribbon import nearest_margin
from trainer.scoring.debrief.served import ended, first, last, stand_for
from trainer.scoring.debrief.truth import distance_um

Find = Callable[[Course], Entry | None]


def place_of_loss(course: Course, metric: str) -> Entry | None:
    """The entry at which a metric's loss shows; the end where no place shows it better."""
    find = next((find for start, find in _PLACES.items() if metric.startswith(start)), ended)
    return find(course) or (course.entries[-1] if course.entries else None)


def _worst_stand(course: Course) -> Entry | None:
    stands = [(target, stand_for(course, target)) for target in course.view.header.targets]
    found = [
        (distance_um(target, stand.needle.tip_um), index, stand)
        for index, (target, stand) in enumerate(stands)
        if stand is not None and stand.needle is not None
    ]
    return max(found, key=lambda one: (one[0], -one[1]))[2] if found else None


def _longest_blind(course: Course) -> Entry | None:
    runs = blind_runs(course)
    if not runs:
        return None
    seq = max(runs, key=lambda run: (run.length_um, -run.seq)).seq
    moves = (e for e in course.entries if e.seq == seq and isinstance(e.event, NeedleMoved))
    return next(moves, None)


def _nearest_hazard(course: Course) -> Entry | None:
    found = [
        (clearance_um, index, entry)
        for index, entry in enumerate(course.entries)
        if isinstance(entry.event, NeedleMoved)
        and (clearance_um := nearest_margin(course.view.header, entry.event)[1]) is not None
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def _hand_seen(course: Course) -> Entry | None:
    shots = (e for e in course.entries if isinstance(e.event, Exposed) and e.event.hand_in_beam)
    return next(shots, None)


def _dearest_shot(course: Course) -> Entry | None:
    """The last picture of the longest series: where most of the dose went."""
    best: tuple[int, Entry | None] = (0, None)
    run = 0
    for entry in course.entries:
        if isinstance(entry.event, Exposed):
            run += entry.event.kap_pgym2
            best = max(best, (run, entry), key=lambda one: one[0])
        elif not isinstance(entry.event, ActDone):
            run = 0
    return best[1]


def _last_heat(course: Course) -> Entry | None:
    return last(course, LesionStarted)


def _last_move(course: Course) -> Entry | None:
    return last(course, NeedleMoved, lambda entry: getattr(entry.event, "depth_um", 0) > 0)


# The beginning of a metric's id -> where it shows; the first that fits decides.
_PLACES: Mapping[str, Find] = {
    "tip_": _worst_stand,
    "in_plane": _worst_stand,
    "nerve_": _worst_stand,
    "axis_": _worst_stand,
    "parallel": _worst_stand,
    "block_": _worst_stand,
    "injectate": _worst_stand,
    "clearance": _nearest_hazard,
    "lesion_": _last_heat,
    "stimulation": _last_heat,
    "anaesthetic": _last_heat,
    "others_numbed": lambda course: last(course, InjectionBegan),
    "complications": lambda course: last(course, ComplicationBegan),
    "reasons": lambda course: last(course, CaseDecided),
    "consent": lambda course: last(course, CaseDecided),
    "pages": lambda course: first(course, CaseDecided),
    "order": lambda course: first(course, SkinPunctured),
    "steps": lambda course: first(course, SkinPunctured),
    "view_level": lambda course: last(course, LevelDeclared) or first(course, NeedleTaken),
    "blind": _longest_blind,
    "hazard": _nearest_hazard,
    "hand": _hand_seen,
    "kerma": _dearest_shot,
    "kap": _dearest_shot,
    "exposures": _dearest_shot,
    "unnecessary": _dearest_shot,
    "beam": _dearest_shot,
    "operator": _dearest_shot,
    "level": lambda course: last(course, LevelDeclared) or first(course, NeedleTaken),
    "case": lambda course: last(course, CaseDecided),
    "view": _last_move,
    "coaxial": lambda course: last(course, SkinPunctured),
    "punctures": lambda course: last(course, SkinPunctured),
    "redirections": _last_move,
    "path": _last_move,
}
