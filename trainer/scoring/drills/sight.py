"""Where a point lies in a picture, and what a point of a picture points at: exact."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events import Exposed, Vec3
from trainer.scoring.exact import cross, dot, minus

_E9 = 1_000_000_000


def depth_e9(shot: Exposed, point_um: Vec3) -> int:
    """Distance from the source along the central ray, micrometres times 1e9."""
    return dot(minus(point_um, shot.source_um), shot.direction_e9)


def on_receptor_um(shot: Exposed, point_um: Vec3) -> tuple[int, int]:
    """Right and down from the receptor's centre. Raises ValueError behind the source."""
    depth = depth_e9(shot, point_um)
    if depth <= 0:
        raise ValueError("a point behind the source has no picture")
    way = minus(point_um, shot.source_um)
    right, down = dot(way, shot.right_e9), dot(way, shot.down_e9)
    return right * shot.sid_um // depth, down * shot.sid_um // depth


def shows(shot: Exposed, point_um: Vec3) -> bool:
    """Whether a point lies inside the open rectangle."""
    if depth_e9(shot, point_um) <= 0:
        return False
    right, down = on_receptor_um(shot, point_um)
    left_um, right_um, top_um, bottom_um = shot.shutters_um
    return left_um <= right <= right_um and top_um <= down <= bottom_um


def at_depth_um(shot: Exposed, on_receptor: int, point_um: Vec3) -> int:
    """A length on the receptor as it is at a point's depth."""
    return on_receptor * depth_e9(shot, point_um) // (shot.sid_um * _E9)


@dataclass(frozen=True, slots=True)
class Ray:
    """A line from a picture's source. direction : any length."""

    source_um: Vec3
    direction: Vec3


def ray_of(shot: Exposed, right_um: int, down_um: int) -> Ray:
    """The ray to a place of the receptor."""
    x, y, z = (
        d * shot.sid_um + u * right_um + v * down_um
        for d, u, v in zip(shot.direction_e9, shot.right_e9, shot.down_e9, strict=True)
    )
    return Ray(shot.source_um, (x, y, z))


def between(one: Ray, other: Ray) -> Vec3:
    """The point midway between two rays where they come nearest. Raises ValueError if parallel."""
    normal = cross(one.direction, other.direction)
    squared = dot(normal, normal)
    if squared == 0:
        raise ValueError("parallel rays meet nowhere")
    apart = minus(other.source_um, one.source_um)
    along = dot(cross(apart, other.direction), normal)
    along_other = dot(cross(apart, one.direction), normal)
    x, y, z = (
        (a * squared + da * along + b * squared + db * along_other) // (2 * squared)
        for a, da, b, db in zip(
            one.source_um, one.direction, other.source_um, other.direction, strict=True
        )
    )
    return x, y, z
