"""Input devices that other packages bring through `rhizotomy_trainer.input_devices`.

A device may wait for a wire; the screen may not. Each package is loaded and asked by a thread of
its own, and each of its devices too: the screen only takes what they have told by then.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trainer.session.input_devices import (
    API,
    FULL,
    Axis,
    Deflected,
    InputDevice,
    Pressed,
    Released,
    Told,
)

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "rhizotomy_trainer.input_devices"
EACH_S = 0.008  # design value: between two questions to a device
MOST = 256  # design value: told and not yet taken; more is no hand
PARTS = 32  # of a legend
LETTERS = 200  # of a line that is shown
LOG = logging.getLogger("trainer.exchange")


class PluginDevices:
    """All packages' devices; an `InputDevices`. A built program has none."""

    def __init__(self) -> None:
        self._sources: list[_Source] | None = None

    def appeared(self) -> Sequence[InputDevice]:
        """What came since it was last asked, and have the packages look again."""
        if self._sources is None:
            self._sources = [_Source(entry) for entry in _found()]
        return [device for source in self._sources for device in source.looked()]


def _found() -> list[EntryPoint]:
    if getattr(sys, "frozen", False):
        return []
    from importlib.metadata import entry_points  # at the first look, not at the start

    return sorted(set(entry_points(group=GROUP)), key=lambda one: one.name)


class _Source:
    """One package, asked by its own thread, which ends where the package fails."""

    def __init__(self, entry: EntryPoint) -> None:
        self._entry = entry
        self._origin = f"{entry.dist.name} {entry.dist.version}" if entry.dist else "?"
        self._came: deque[InputDevice] = deque()
        self._look = threading.Event()
        threading.Thread(target=self._run, name=f"plug-in {entry.name}", daemon=True).start()

    def looked(self) -> list[InputDevice]:
        """What came by now."""
        self._look.set()
        return [self._came.popleft() for _ in range(len(self._came))]

    def _run(self) -> None:
        try:
            plug_in: Any = self._entry.load()
            if plug_in.api != API:
                raise ValueError(f"is written for interface {plug_in.api}, this program has {API}")
            while True:
                self._look.wait()
                self._look.clear()
                for device in plug_in.appeared():
                    self._came.append(PluggedDevice(device, self._origin))
        except Exception:  # whatever a foreign package raises
            LOG.exception("The input devices of %s are not used", self._origin)


class PluggedDevice:
    """One device of a package, drained by a thread; an `InputDevice`.

    Raises ValueError, TypeError or AttributeError where what it says of itself is nonsense.
    """

    def __init__(self, device: Any, origin: str) -> None:
        self._device = device
        self.title = _line(f"{_text(device.title)} ({origin})")
        self.legend = tuple((_text(part), _text(what)) for part, what in device.legend[:PARTS])
        self._told: deque[Told] = deque()
        self._gone = ""
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"device {origin}", daemon=True)
        self._thread.start()

    def told(self) -> Sequence[Told]:
        """What it told by now. Raises OSError once it is gone."""
        if self._gone and not self._told:
            raise OSError(self._gone)
        return [self._told.popleft() for _ in range(len(self._told))]

    def close(self) -> None:
        """Its thread closes it as soon as it is back from it; nobody waits."""
        self._closed.set()

    def _run(self) -> None:
        try:
            while not self._closed.wait(EACH_S):
                self._told.extend(_understood(one) for one in self._device.told())
                if len(self._told) > MOST:
                    raise ValueError("tells more than any hand does")
        except OSError as error:
            self._gone = _line(str(error)) or "gone"
        except Exception as error:  # whatever a foreign package raises
            LOG.exception("%s failed", self.title)
            self._gone = _line(f"{type(error).__name__}: {error}")
        finally:
            self._device.close()


def _understood(told: Any) -> Told:
    """("press", action), ("release", action), ("lean", axis, permille). Raises ValueError."""
    match told:
        case ("press", str(action)):
            return Pressed(action)
        case ("release", str(action)):
            return Released(action)
        case ("lean", str(axis), int(permille)) if abs(permille) <= FULL:
            return Deflected(Axis(axis), permille)
    raise ValueError(f"tells {_line(repr(told))}, which is nothing known")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text"[:LETTERS])
    return _line(value)


def _line(text: str) -> str:
    return "".join(mark if mark.isprintable() else " " for mark in text[:LETTERS])
