"""A picture of the debrief with what was true over it: lines in parts of the picture; no Qt.

`drawn` is slow and runs on the drawing thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull

from trainer.attempt.events import Exposed, LesionEnded, Vec3
from trainer.attempt.integers import um_of
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.styles import Style
from trainer.refusal import Refusal
from trainer.session.debrief_room import InsideThen, SeenPicture, axes_about
from trainer.ui.presenters.orientation import Point
from trainer.ui.presenters.outline import Line, inside_um, on_picture, outline, place_on

if TYPE_CHECKING:
    from trainer.needle.distance import DistanceField

INSIDE = "inside"
KEPT = 4  # pictures one goes to and fro between along the ribbon (design value)
MOVED_UM = 500  # less cannot be seen (design value)
STYLES = {style.value: style for style in Style}


class Room(Protocol):
    """What is asked of a finished attempt; `trainer.session.debrief_room` has the real one."""

    def picture(self, whose: str, number: int) -> SeenPicture:
        """The picture of an exposure. Raises Refusal."""

    def steel_at(self, t_ms: int) -> tuple[FloatArray, ...]:
        """Every needle at a time, hub to tip, mm, (n, 3) each."""

    def inside(self, t_ms: int, target: int) -> InsideThen:
        """The inside at a time. Raises Refusal."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture to draw.

    what : "own", "expert" or "inside". number : of the exposure, or the target (0 = the nearest).
    t_ms : of the inside; of what was true over an own picture, 0 = when it was taken.
    """

    what: str
    number: int
    t_ms: int = 0


@dataclass(frozen=True, slots=True)
class TruthLines:
    """What was true, over a picture: places are from its middle in parts of its longer edge.

    lines : (style, line, closed). tips, targets : where they are; the first target is number 1.
    moved : whether a needle stood elsewhere then than in the picture; its line is among `lines`.
    """

    lines: tuple[tuple[Style, Line, bool], ...]
    tips: tuple[Point, ...]
    targets: tuple[Point, ...]
    moved: bool = False

    @property
    def styles(self) -> tuple[Style, ...]:
        """What is drawn, each once, for the legend."""
        return tuple(dict.fromkeys(style for style, _, _ in self.lines))


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A picture that was drawn."""

    exposed: Exposed
    picture: NDArray[np.uint8]
    truth: TruthLines


Drawn = Shown | InsideThen | str  # a str says why there is none


class Drawer:
    """Draws what a debrief asks for; keeps what does not change between its pictures."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._spaces: dict[tuple[str, int], FloatArray] = {}
        self._last: dict[tuple[str, int], tuple[SeenPicture, TruthLines]] = {}

    def drawn(self, wanted: Wanted) -> Drawn:
        """A picture with its truth, the inside, or why there is none."""
        try:
            if wanted.what == INSIDE:
                return self._room.inside(wanted.t_ms, wanted.number)
            seen, truth = self._taken(wanted.what, wanted.number)
        except Refusal as refusal:
            return str(refusal.why)
        return Shown(seen.exposed, seen.picture, self._moved(wanted.t_ms, seen, truth))

    def _taken(self, whose: str, number: int) -> tuple[SeenPicture, TruthLines]:
        """A picture and what was true when it was taken; the last few are kept."""
        if (whose, number) not in self._last:
            seen = self._room.picture(whose, number)
            self._last = dict([*self._last.items()][1 - KEPT :])
            self._last[whose, number] = seen, self._truth(seen)
        return self._last[whose, number]

    def _moved(self, t_ms: int, seen: SeenPicture, truth: TruthLines) -> TruthLines:
        """With the needles that have moved since, as they stood at a time."""
        if t_ms <= seen.exposed.t_ms:
            return truth
        steel = [line_mm * 1000.0 for line_mm in self._room.steel_at(t_ms)]
        moved = [line for line in steel if not _stands(line[-1], seen.tips_um)]
        if not moved:
            return truth
        lines = tuple((Style.NEEDLE, _line(seen.exposed, line), False) for line in moved)
        tips = tuple(place_on(seen.exposed, um_of(line[-1] / 1000.0)) for line in steel)
        return replace(truth, lines=(*truth.lines, *lines), tips=tips, moved=True)

    def _truth(self, seen: SeenPicture) -> TruthLines:
        shot, header = seen.exposed, seen.header
        return TruthLines(
            tuple(self._lines(seen)),
            tuple(place_on(shot, tip_um) for tip_um in seen.tips_um),
            tuple(place_on(shot, target.point_um) for target in header.targets),
        )

    def _lines(self, seen: SeenPicture) -> Iterator[tuple[Style, Line, bool]]:
        shot = seen.exposed
        for at, target in enumerate(seen.header.targets):
            for name, field in seen.hazards:
                if name not in STYLES:
                    continue
                points = self._space(name, at, field, target.point_um)
                for line in outline(shot, points, target.point_um):
                    yield STYLES[name], line, False
        for target in seen.header.targets:
            if len(target.nerve_um) > 1:
                yield Style.NERVE, _line(shot, np.array(target.nerve_um, dtype=np.float64)), False
        for lesion in seen.lesions:
            if min(lesion.semi_um):
                yield Style.LESION, _silhouette(shot, lesion), True

    def _space(self, name: str, at: int, field: DistanceField, about_um: Vec3) -> FloatArray:
        """The inside of a danger structure round a target."""
        if (name, at) not in self._spaces:
            self._spaces[name, at] = inside_um(field, about_um)
        return self._spaces[name, at]


def _stands(tip_um: FloatArray, tips_um: tuple[Vec3, ...]) -> bool:
    return any(np.linalg.norm(tip_um - np.array(one)) <= MOVED_UM for one in tips_um)


def _line(shot: Exposed, points_um: FloatArray) -> Line:
    return tuple((float(right), float(down)) for right, down in on_picture(shot, points_um))


def _silhouette(shot: Exposed, lesion: LesionEnded) -> Line:
    """The outline of the dead volume: the hull of points on it."""
    turn, rise = np.meshgrid(np.linspace(0, 2 * np.pi, 24), np.linspace(0, np.pi, 13))
    unit = np.stack(
        [np.cos(turn) * np.sin(rise), np.sin(turn) * np.sin(rise), np.cos(rise)], axis=-1
    )
    across, along = lesion.semi_um
    points = unit.reshape(-1, 3) * np.array([across, across, along], dtype=np.float64)
    places = on_picture(shot, points @ axes_about(lesion.axis_e9).T + np.array(lesion.centre_um))
    return tuple((float(x), float(y)) for x, y in places[ConvexHull(places).vertices])
