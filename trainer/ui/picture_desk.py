"""Tools of the two monitors: the keys and buttons act on the one that was touched last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from trainer.ui.monitor_view import MonitorView
from trainer.ui.presenters.caliper import Tool
from trainer.ui.presenters.monitor_tools import PRESETS, ZOOM_STEP, MonitorDisplay
from trainer.ui.presenters.window_level import WindowLevel

Change = Callable[[MonitorDisplay], MonitorDisplay]
NUDGE_PX = 4.0


def _window(spread: WindowLevel) -> Change:
    return lambda display: display.windowed(spread)


CHANGES: Mapping[str, Change] = {
    **{name: _window(spread) for name, spread in PRESETS.items()},
    "invert": MonitorDisplay.inverted,
    "flip": MonitorDisplay.flipped,
    "rotate": lambda display: display.turned(1),
    "rotate_back": lambda display: display.turned(-1),
    "zoom_in": lambda display: display.zoomed(ZOOM_STEP),
    "zoom_out": lambda display: display.zoomed(1.0 / ZOOM_STEP),
    "fit": MonitorDisplay.fitted,
}
NUDGES: Mapping[str, tuple[int, int]] = {
    "point_right": (1, 0),
    "point_left": (-1, 0),
    "point_up": (0, -1),
    "point_down": (0, 1),
}


class PictureDesk:
    """Live and reference monitor and which of them is worked on."""

    def __init__(self, live: MonitorView, reference: MonitorView) -> None:
        self._live, self._reference = live, reference
        self._chosen = live
        self.changed: Callable[[], None] = lambda: None  # told when another tool is in hand
        self.blades_nudged: Callable[[int, int], None] = lambda _across, _down: None
        live.touched.connect(lambda: self.choose(live))
        reference.touched.connect(lambda: self.choose(reference))

    @property
    def chosen(self) -> MonitorView:
        """The monitor that is worked on."""
        return self._chosen

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """Action id to act."""
        return {
            **{name: partial(self._change, change) for name, change in CHANGES.items()},
            **{name: partial(self._nudge, *step) for name, step in NUDGES.items()},
            "caliper": partial(self.take, Tool.CALIPER),
            "angle": partial(self.take, Tool.ANGLE),
            "collimate": self.collimate,
            "set_point": self._set_point,
            "other_monitor": self._other,
        }

    def choose(self, view: MonitorView) -> None:
        """Work on this monitor; it is marked while the other one holds a picture too."""
        self._chosen = view
        both = self._reference.picture is not None
        for each in (self._live, self._reference):
            each.chosen = both and each is view
            each.update()

    def take(self, tool: Tool) -> None:
        """A tool for the left button; the same again puts it down."""
        held = self._chosen.measure
        self._chosen.choose_tool(Tool.HAND if held is not None and held.tool is tool else tool)
        self.changed()

    def collimate(self) -> None:
        """The shutters in hand, on the live monitor; again: put them down."""
        self.choose(self._live)
        self._live.choose_tool(Tool.HAND if self._live.collimating else Tool.COLLIMATE)
        self.changed()

    def put_down(self) -> None:
        """No tool on either monitor."""
        for view in (self._live, self._reference):
            view.choose_tool(Tool.HAND)
        self.changed()

    def _change(self, change: Change) -> None:
        self._chosen.change(change(self._chosen.display))

    def _nudge(self, right: int, down: int) -> None:
        if self._live.collimating:
            self.blades_nudged(right, -down)
        else:
            self._chosen.nudge(right * NUDGE_PX, down * NUDGE_PX)

    def _set_point(self) -> None:
        self._chosen.set_point()

    def _other(self) -> None:
        self.choose(self._live if self._chosen is self._reference else self._reference)
