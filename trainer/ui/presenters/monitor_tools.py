"""What a viewer does to one monitor: window, invert, flip, turn, zoom, pan. Values only, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from trainer.imaging.look import Look
from trainer.ui.presenters.orientation import Orientation, Point
from trainer.ui.presenters.window_level import FULL_WINDOW, WindowLevel

MOST_ZOOM = 8.0  # a pixel of a 512 matrix is then 9 screen pixels wide; design value
ZOOM_STEP = 1.25

# Named windows over the displayed picture (dense dark, 0 black .. 255 white). Steel and cortical
# bone lie low, lung lies high; design values, chosen by eye on the shipped patient.
PRESETS: Mapping[str, WindowLevel] = {
    "window_standard": WindowLevel(),
    "window_bone": WindowLevel(150.0, 85.0),
    "window_needle": WindowLevel(150.0, 45.0),
    "window_lung": WindowLevel(180.0, 170.0),
    "window_soft": WindowLevel(400.0, 127.5),
}


@dataclass(frozen=True, slots=True)
class MonitorDisplay:
    """One monitor's preferences. centre : the picture's point in the middle of the monitor."""

    window_level: WindowLevel = field(default_factory=WindowLevel)
    invert: bool = False
    orientation: Orientation = field(default_factory=Orientation)
    zoom: float = 1.0
    centre: Point = (0.0, 0.0)

    @property
    def look(self) -> Look:
        """The same for `trainer.imaging.look.grey_of`."""
        spread, hung = self.window_level, self.orientation
        return Look(
            spread.level / FULL_WINDOW,
            spread.window / FULL_WINDOW,
            self.invert,
            hung.flip,
            hung.quarter_turns,
        )

    def windowed(self, spread: WindowLevel) -> MonitorDisplay:
        """With another window and level."""
        return replace(self, window_level=spread)

    def inverted(self) -> MonitorDisplay:
        """Dense bright, or dark again."""
        return replace(self, invert=not self.invert)

    def flipped(self) -> MonitorDisplay:
        """Left and right of what is seen exchanged."""
        return replace(self, orientation=self.orientation.flipped())

    def turned(self, quarters: int) -> MonitorDisplay:
        """Turned counter-clockwise."""
        return replace(self, orientation=self.orientation.turned(quarters))

    def fitted(self) -> MonitorDisplay:
        """The whole picture, in the middle."""
        return replace(self, zoom=1.0, centre=(0.0, 0.0))

    def zoomed(self, factor: float, at: Point = (0.5, 0.5)) -> MonitorDisplay:
        """Larger about a place of the monitor (0..1 right and down), which keeps its point."""
        under = self.picture_point(at)
        zoom = min(MOST_ZOOM, max(1.0, self.zoom * factor))
        larger = replace(self, zoom=zoom)
        moved = larger.picture_point(at)
        return larger._centred(
            (self.centre[0] + under[0] - moved[0], self.centre[1] + under[1] - moved[1])
        )

    def panned(self, right: float, down: float) -> MonitorDisplay:
        """The picture moved along by parts of the monitor's edge, as far as it covers it."""
        step = self.orientation.unseen((right / self.zoom, down / self.zoom))
        return self._centred((self.centre[0] - step[0], self.centre[1] - step[1]))

    def monitor_place(self, point: Point) -> Point:
        """Where a point of the picture is on the monitor, 0..1 right and down."""
        from_centre = (point[0] - self.centre[0], point[1] - self.centre[1])
        right, down = self.orientation.seen(from_centre)
        return 0.5 + right * self.zoom, 0.5 + down * self.zoom

    def picture_point(self, place: Point) -> Point:
        """The picture's point at a place of the monitor."""
        seen = ((place[0] - 0.5) / self.zoom, (place[1] - 0.5) / self.zoom)
        right, down = self.orientation.unseen(seen)
        return self.centre[0] + right, self.centre[1] + down

    def _centred(self, centre: Point) -> MonitorDisplay:
        reach = 0.5 - 0.5 / self.zoom
        right, down = (min(reach, max(-reach, part)) for part in centre)
        return replace(self, centre=(right, down))
