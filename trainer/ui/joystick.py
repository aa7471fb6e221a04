"""Gamepads of Linux: /dev/input/js*, eight bytes an event (the kernel's joystick-api.rst).

The kernel's first events say how a pad stands when it is opened; they are not taken for a hand, so
that no beam comes on by plugging in.
"""

from __future__ import annotations

import errno
import os
import struct
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.session.input_devices import InputDevice, Told
from trainer.ui.presenters.gamepad import LEGEND, Gamepad
from trainer.ui.presenters.texts import tr

FOLDER = Path("/dev/input")
EVENT = struct.Struct("=IhBB")  # milliseconds, value, type, number
BUTTON, AXIS, INITIAL = 0x01, 0x02, 0x80
MOST_EVENTS = 64  # read at once; more wait for the next 16 ms
# linux/joystick.h, with the sizes that input-event-codes.h gives the two maps.
JSIOCGAXES, JSIOCGBUTTONS = 0x80016A11, 0x80016A12
JSIOCGAXMAP, JSIOCGBTNMAP = 0x80406A32, 0x84006A34
JSIOCGNAME_128 = 0x80806A13


@dataclass(frozen=True, slots=True)
class Layout:
    """What a pad has: its name, the codes of its axes and buttons in their order."""

    name: str
    axes: tuple[int, ...]
    buttons: tuple[int, ...]


def layout_of(descriptor: int) -> Layout:
    """Ask the kernel. Raises OSError where it is no joystick."""
    from fcntl import ioctl

    counts = [bytearray(1), bytearray(1)]
    for request, into in zip((JSIOCGAXES, JSIOCGBUTTONS), counts, strict=True):
        ioctl(descriptor, request, into)
    axes, buttons, name = array("B", bytes(64)), array("H", bytes(1024)), bytearray(128)
    ioctl(descriptor, JSIOCGAXMAP, axes)
    ioctl(descriptor, JSIOCGBTNMAP, buttons)
    ioctl(descriptor, JSIOCGNAME_128, name)
    title = bytes(name).split(b"\0")[0].decode(errors="replace").strip()
    return Layout(title, tuple(axes[: counts[0][0]]), tuple(buttons[: counts[1][0]]))


class JoystickPad:
    """One open pad."""

    def __init__(self, descriptor: int, layout: Layout, gone: Callable[[], None]) -> None:
        self._descriptor, self._gone = descriptor, gone
        self._pad, self._closed, self._half = Gamepad(layout.axes, layout.buttons), False, b""
        self._name = layout.name

    @property
    def title(self) -> str:
        """What the pad calls itself."""
        return self._name or tr("Gamepad")

    @property
    def legend(self) -> Sequence[tuple[str, str]]:
        """Its parts and their actions."""
        return LEGEND

    def told(self) -> Sequence[Told]:
        """What is waiting. Raises OSError once it is unplugged."""
        try:
            raw = os.read(self._descriptor, EVENT.size * MOST_EVENTS)
        except BlockingIOError:
            return ()
        if not raw:
            raise OSError(errno.ENODEV, "the joystick is gone")
        raw = self._half + raw
        whole = len(raw) - len(raw) % EVENT.size
        self._half = raw[whole:]
        return [
            told
            for _t_ms, value, kind, number in EVENT.iter_unpack(raw[:whole])
            for told in self._meant(value, kind, number)
        ]

    def close(self) -> None:
        """The file is closed; it may be found again."""
        if not self._closed:
            self._closed = True
            os.close(self._descriptor)
            self._gone()

    def _meant(self, value: int, kind: int, number: int) -> tuple[Told, ...]:
        if kind == BUTTON:
            return self._pad.button(number, down=value != 0)
        return self._pad.axis(number, value) if kind == AXIS else ()


class Joysticks:
    """The gamepads of this computer. layout : asks one for its name and parts."""

    def __init__(self, folder: Path = FOLDER, layout: Callable[[int], Layout] = layout_of) -> None:
        self._folder, self._layout = folder, layout
        self._open: set[Path] = set()

    def appeared(self) -> Sequence[InputDevice]:
        """Those not open yet that may be read and are gamepads."""
        new = sorted(path for path in self._folder.glob("js*") if path not in self._open)
        return [pad for path in new if (pad := self._opened(path)) is not None]

    def _opened(self, path: Path) -> JoystickPad | None:
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:
            return None
        try:
            layout = self._layout(descriptor)
        except OSError:
            layout = Layout("", (), ())
        if not Gamepad(layout.axes, layout.buttons).is_gamepad:
            os.close(descriptor)
            return None
        self._open.add(path)
        return JoystickPad(descriptor, layout, lambda: self._open.discard(path))
