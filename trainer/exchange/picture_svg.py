"""A picture as it was seen, and the same with the truth drawn over it."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from trainer.attempt.events import Exposed, Vec3
from trainer.attempt.header import Header, Target

EDGE = 512  # of the drawing, whatever the picture's own matrix
NERVE, TARGET, TIP = "#FFE04A", "#FFE04A", "#FFFFFF"  # teaching.md 5: nerve yellow
NERVE_PATTERN = "10,5"  # truth colours are doubled by line patterns


def picture_svg(png: bytes, marks: str = "", size: tuple[int, int] = (EDGE, EDGE)) -> str:
    """A picture with marks over it. size : of the drawing; marks are in its pixels."""
    wide, high = size
    data = base64.b64encode(png).decode("ascii")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {wide} {high}" width="{wide}" height="{high}">'
        f'<image x="0" y="0" width="{wide}" height="{high}" '
        f'xlink:href="data:image/png;base64,{data}"/>{marks}</svg>'
    )


def truth_marks(
    header: Header, shot: Exposed, tip_um: Vec3 | None, size: tuple[int, int] = (EDGE, EDGE)
) -> str:
    """Target, nerve and tip where they truly are, for a picture of that size."""
    scale = _Scale(shot, size)
    parts = [part for target in header.targets for part in _target(scale, target)]
    if tip_um is not None:
        parts += _tip(scale, tip_um)
    return "".join(parts)


class _Scale:
    """World to drawing: the pinhole of docs/conventions.md; pixel edges count from 0."""

    def __init__(self, shot: Exposed, size: tuple[int, int]) -> None:
        self.shot = shot
        self.size = size

    def at(self, point_um: Vec3) -> tuple[float, float] | None:
        """Where a point lies; None behind the source."""
        shot, (wide, high) = self.shot, self.size
        way = tuple(a - b for a, b in zip(point_um, shot.source_um, strict=True))
        deep = _dot(way, shot.direction_e9)
        if deep <= 0:
            return None
        pixels_per_um = max(wide, high) / shot.field_um
        right = _dot(way, shot.right_e9) / deep * shot.sid_um
        down = _dot(way, shot.down_e9) / deep * shot.sid_um
        return wide / 2 + right * pixels_per_um, high / 2 + down * pixels_per_um


def _dot(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    return sum(x * y for x, y in zip(a, b, strict=True))


def _target(scale: _Scale, target: Target) -> Iterator[str]:
    line = [at for point in target.nerve_um if (at := scale.at(point)) is not None]
    if len(line) > 1:
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y in line)
        for colour, width, dash in (("#000000", 5.0, ""), (NERVE, 3.0, NERVE_PATTERN)):
            dashed = f' stroke-dasharray="{dash}"' if dash else ' stroke-opacity="0.45"'
            yield (
                f'<polyline points="{way}" fill="none" stroke="{colour}" '
                f'stroke-width="{width}"{dashed}/>'
            )
    at = scale.at(target.point_um)
    if at is not None:
        x, y = at
        for colour, width in (("#000000", 4.0), (TARGET, 2.0)):
            yield (
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" fill="none" stroke="{colour}" '
                f'stroke-width="{width}"/>'
            )


def _tip(scale: _Scale, tip_um: Vec3) -> Iterator[str]:
    at = scale.at(tip_um)
    if at is None:
        return
    x, y = at
    for colour, width in (("#000000", 5.0), (TIP, 2.4)):
        for dx, dy in ((6, 6), (6, -6)):
            yield (
                f'<line x1="{x - dx:.1f}" y1="{y - dy:.1f}" x2="{x + dx:.1f}" y2="{y + dy:.1f}" '
                f'stroke="{colour}" stroke-width="{width}"/>'
            )
