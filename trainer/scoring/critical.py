"""Critical errors: acts that fail an attempt whatever its mark, if its rubric lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trainer.scoring.critical_acts import CRITICAL_ACTS
from trainer.scoring.error_kinds import Act, ErrorKind, Happened, Severity
from trainer.scoring.error_rules import RULES
from trainer.scoring.places import LevelSide, place_of, wanted_places
from trainer.scoring.view import AttemptView
from trainer.scoring.views import depth_was_seen

Critical = Happened


def _at_wrong_level(view: AttemptView) -> Iterator[Act]:
    return _misplaced(view, 0)


def _at_wrong_side(view: AttemptView) -> Iterator[Act]:
    return _misplaced(view, 1)


def _misplaced(view: AttemptView, part: int) -> Iterator[Act]:
    """Level (part 0) or side (part 1): last declared wrong, or the needle left at a wrong one."""
    wanted = wanted_places(view.header)
    if not wanted:
        return
    right = {place[part] for place in wanted}
    named = " or ".join(_words(place) for place in wanted)
    for declared in view.declarations[-1:]:
        if (declared.level, declared.side)[part] not in right:
            said = _words((declared.level, declared.side))
            yield declared.t_ms, f"{said} was declared; the target is {named}."
    if view.submitted_ms is not None and view.placed is not None:
        left_at = place_of(view.header, view.placed.tip_um)
        if left_at is not None and left_at[part] not in right:
            yield (
                view.submitted_ms,
                f"The needle was submitted at {_words(left_at)}; the target is {named}.",
            )


def _words(place: LevelSide) -> str:
    return f"{place[0]} {place[1]}"


def _hazard_entered(view: AttemptView) -> Iterator[Act]:
    for structure in dict.fromkeys(entry.structure for entry in view.entries):
        times = [entry.t_ms for entry in view.entries if entry.structure == structure]
        often = f" {len(times)} times" if len(times) > 1 else ""
        yield times[0], f"The needle tip entered the {structure}{often}."


def _no_depth_view(view: AttemptView) -> Iterator[Act]:
    if view.submitted_ms is None or view.placed is None or depth_was_seen(view) is not False:
        return
    yield (
        view.submitted_ms,
        "The attempt was submitted without a depth view of the tip since the needle last moved.",
    )


CRITICAL: Mapping[str, ErrorKind] = {
    kind.id: kind
    for kind in (
        *(
            ErrorKind(*parts, RULES[parts[0]], Severity.CRITICAL)
            for parts in (
                ("wrong_level", "Wrong level", "DESIGN 9; clinical.md 3", _at_wrong_level),
                ("wrong_side", "Wrong side", "DESIGN 9; clinical.md 3", _at_wrong_side),
                (
                    "hazard_entered",
                    "Pleura, canal or foramen entered",
                    "DESIGN 9; no-go area touched told groups apart: Johnson 2012 (field.md 2.3)",
                    _hazard_entered,
                ),
                (
                    "no_depth_view",
                    "No final depth view",
                    "DESIGN 9; teaching.md 1",
                    _no_depth_view,
                ),
            )
        ),
        *CRITICAL_ACTS,
    )
}
