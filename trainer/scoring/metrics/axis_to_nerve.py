"""How near the hot part of the needle lay to the nerve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.attempt.events import LesionEnded, Vec3
from trainer.attempt.header import Target
from trainer.scoring.exact import length, minus
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import RHIZOTOMY, all_of, has_nerves
from trainer.scoring.reached import made
from trainer.scoring.segments import Segment, root, segments, squared_between, squared_to
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView

E9 = 1_000_000_000
Piece = tuple[tuple[int, int], Segment]


def axis_of(lesion: LesionEnded) -> Segment:
    """The lesion's long axis from end to end, in whole micrometres (rounded toward -infinity)."""
    half_um = lesion.semi_um[1]
    ends: list[Vec3] = []
    for sign in (-1, 1):
        x, y, z = (
            middle + sign * half_um * part // E9
            for middle, part in zip(lesion.centre_um, lesion.axis_e9, strict=True)
        )
        ends.append((x, y, z))
    return ends[0], ends[1]


def nearest_piece(view: AttemptView, target: Target, lesion: LesionEnded) -> Piece:
    """The nerve's segment nearest to a lesion's axis, with the squared distance as a fraction."""
    key = id(target), id(lesion)  # both live as long as the view; two metrics ask
    if key not in view.pieces:
        view.pieces[key] = _nearest(target, lesion)
    found: Piece = view.pieces[key]
    return found


def _nearest(target: Target, lesion: LesionEnded) -> Piece:
    axis = axis_of(lesion)
    best: tuple[tuple[int, int], int, Segment] | None = None
    for least_um, place, piece in sorted(_no_nearer_than(axis, target.nerve_um)):
        if best is not None and least_um > root(*best[0]):
            break  # no piece beyond can lie nearer
        found = squared_between(axis, piece)
        if best is None or _before(found, place, best[0], best[1]):
            best = found, place, piece
    if best is None:
        raise ValueError(f"the course of {target.nerve} has no length")
    return best[0], best[2]


def _no_nearer_than(axis: Segment, line: Sequence[Vec3]) -> Iterator[tuple[int, int, Segment]]:
    """A bound of each piece's distance, its place, the piece: an end's, less half its length."""
    ends_um = {point: root(*squared_to(point, axis)) for point in line}
    for place, piece in enumerate(segments(line)):
        nearer_um = min(ends_um[piece[0]], ends_um[piece[1]])
        yield nearer_um - (length(minus(piece[1], piece[0])) // 2 + 1), place, piece


def _before(one: tuple[int, int], place: int, other: tuple[int, int], at: int) -> bool:
    """Whether a fraction is less, or the same and earlier on the nerve."""
    ahead, behind = one[0] * other[1], other[0] * one[1]
    return ahead < behind or (ahead == behind and place < at)


def _measure(view: AttemptView) -> int | None:
    lesions = made(view)
    if not lesions:
        return None
    return max(
        min(root(*nearest_piece(view, target, lesion)[0]) for lesion in lesions)
        for target in view.header.targets
    )


METRIC = Metric(
    id="axis_to_nerve_um",
    version=1,
    title="Axis of the lesion to the nerve",
    unit="um",
    better=Better.LOWER,
    formula="Least distance between the nerve's centreline and the long axis of a lesion, from "
    "end to end of its dead volume; of each target the nearest lesion, of several targets the "
    "farthest. Exact but for the axis' ends, which are whole micrometres; rounded down. None "
    "without a lesion.",
    citation="DESIGN 9; 3 mm at most is proposed for RF (clinical.md 7, X)",
    measure=_measure,
    of_acts=True,
    applies=all_of(RHIZOTOMY, has_nerves),
    inputs=of_events(LesionEnded, "number", "centre_um", "axis_e9", "semi_um"),
)
