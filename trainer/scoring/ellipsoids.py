"""How much of a line lies in ellipsoids: integer discriminants and roots, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isqrt

from trainer.attempt.events import LesionEnded, Vec3
from trainer.scoring.exact import dot, length, minus
from trainer.scoring.segments import Segment, segments

PARTS = 1_000_000  # a segment's length in the units in which its covered stretch is told
_E18 = 1_000_000_000_000_000_000
Stretch = tuple[int, int]  # from, to: millionths of a segment


def covered_permille(nerve_um: Sequence[Vec3], lesions: Iterable[LesionEnded]) -> int:
    """The share of a polyline's length that lies in the union of dead ellipsoids, thousandths.

    0 where the line has no length. Each end of a covered stretch is good to a millionth of its
    segment.
    """
    volumes = [one for one in lesions if 0 not in one.semi_um]
    inside = whole = 0
    for piece in segments(nerve_um):
        size = length(minus(piece[1], piece[0]))
        stretches = [found for one in volumes if (found := stretch_in(piece, one)) is not None]
        inside, whole = inside + size * _union(stretches), whole + size
    return 1000 * inside // (whole * PARTS) if whole else 0


def stretch_in(piece: Segment, lesion: LesionEnded) -> Stretch | None:
    """The part of a segment inside a lesion's dead volume, in millionths of it; None for none.

    A point p + t u is inside where |w|^2 L^2 + s^2 (A^2 - L^2) <= A^2 L^2, with w from the centre,
    s = w.axis, A across and L along: a t^2 + 2 b t + c <= 0.
    """
    (start, end), (across, along) = piece, lesion.semi_um
    u, w, axis = minus(end, start), minus(start, lesion.centre_um), lesion.axis_e9
    flat, spread = along * along * _E18, across * across - along * along
    us, ws = dot(u, axis), dot(w, axis)  # times 1e9
    a = flat * dot(u, u) + spread * us * us
    b = flat * dot(u, w) + spread * us * ws
    c = flat * dot(w, w) + spread * ws * ws - flat * across * across
    discriminant = b * b - a * c
    if a <= 0 or discriminant <= 0:
        return None
    root = isqrt(discriminant)
    first = max(0, -((b + root) * PARTS // a))
    last = min(PARTS, (root - b) * PARTS // a)
    return (first, last) if first < last else None


def _union(stretches: list[Stretch]) -> int:
    """How long stretches are together, overlaps once."""
    total = reached = 0
    for first, last in sorted(stretches):
        total += max(0, last - max(first, reached))
        reached = max(reached, last)
    return total
