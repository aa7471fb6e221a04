"""A gamepad's buttons and axes as actions of the table and deflections (teaching.md 5). No device.

Codes are those of Linux's input-event-codes.h, which every driver maps its pad to.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from trainer.session.input_devices import FULL, Axis, Deflected, Pressed, Released, Told

ABS_Z, ABS_RX, ABS_RY, ABS_RZ, ABS_GAS, ABS_BRAKE = 2, 3, 4, 5, 9, 10
BTN_GAMEPAD = 0x130  # whatever lacks this button is no gamepad
REST_PERMILLE = 120  # design value: a worn stick rests this far from its middle
PULL, EASE = 0, -FULL // 2  # a trigger is down from the middle of its way, up below a quarter

BUTTONS: Mapping[int, str] = {
    0x130: "spot",  # A
    0x131: "keep",  # B
    0x133: "mark",  # X
    0x134: "take",  # Y
    0x136: "hub_back",  # left bumper
    0x137: "hub_on",  # right bumper
    0x138: "grip",  # a trigger without a way of its own
    0x139: "beam",
    0x13A: "case_folder",  # back
    0x13B: "next_view",  # start
    0x13D: "holder",  # left stick pressed
    0x13E: "stylet",  # right stick pressed
}
_HAT: Mapping[int, tuple[str, str]] = {
    16: ("withdraw_fine", "advance_fine"),  # d-pad left, right
    17: ("withdraw", "advance"),  # d-pad up, down
}
_LEFT_STICK: Mapping[int, tuple[Axis, int]] = {0: (Axis.HUB_RIGHT, 1), 1: (Axis.HUB_UP, -1)}
_RIGHT = (Axis.TURN_RIGHT, 1), (Axis.TURN_HEAD, -1)
LEGEND: tuple[tuple[str, str], ...] = (
    ("Right trigger", "beam"),
    ("Left trigger", "grip"),
    ("Left stick", "Move the gripped hub along the held picture: the further, the faster"),
    ("Right stick", "Turn and tilt the C-arm: the further, the faster"),
    ("D-pad down", "advance"),
    ("D-pad up", "withdraw"),
    ("D-pad right", "advance_fine"),
    ("D-pad left", "withdraw_fine"),
    ("Right bumper", "hub_on"),
    ("Left bumper", "hub_back"),
    ("A", "spot"),
    ("B", "keep"),
    ("X", "mark"),
    ("Y", "take"),
    ("Start", "next_view"),
    ("Back", "case_folder"),
    ("Left stick pressed", "holder"),
    ("Right stick pressed", "stylet"),
)


class Gamepad:
    """What one pad's raw values mean. axes, buttons : the codes it has, in its own order."""

    def __init__(self, axes: Collection[int], buttons: Collection[int]) -> None:
        self.axes, self.buttons = tuple(axes), tuple(buttons)
        self._sticks, self._triggers = _ways(self.axes)
        self._down: dict[str, bool] = {}
        self._hat: dict[int, str | None] = {}
        self._deflected: dict[Axis, int] = {}

    @property
    def is_gamepad(self) -> bool:
        """Whether it is one; accelerometers and pedals are joysticks to the system, too."""
        return BTN_GAMEPAD in self.buttons

    def button(self, number: int, *, down: bool) -> tuple[Told, ...]:
        """A button changed."""
        code = self.buttons[number] if number < len(self.buttons) else -1
        action = BUTTONS.get(code)
        if action is None or (action in ("grip", "beam") and self._triggers):
            return ()
        return self._turned(action, down=down)

    def axis(self, number: int, value: int) -> tuple[Told, ...]:
        """An axis changed. value : -32767..32767."""
        code, permille = self.axes[number] if number < len(self.axes) else -1, value * FULL // 32767
        if code in self._triggers:
            return self._pulled(self._triggers[code], permille)
        if code in _HAT:
            return self._hatted(code, permille)
        if code in self._sticks:
            axis, sign = self._sticks[code]
            return self._leant(axis, sign * permille)
        return ()

    def _turned(self, action: str, *, down: bool) -> tuple[Told, ...]:
        if self._down.get(action, False) is down:
            return ()
        self._down[action] = down
        return (Pressed(action) if down else Released(action),)

    def _pulled(self, action: str, permille: int) -> tuple[Told, ...]:
        """Two thresholds, so that a finger's tremor does not make a beam of its own."""
        if EASE <= permille <= PULL:
            return ()
        return self._turned(action, down=permille > PULL)

    def _hatted(self, code: int, permille: int) -> tuple[Told, ...]:
        wanted = None if abs(permille) < FULL // 2 else _HAT[code][permille > 0]
        before = self._hat.get(code)
        self._hat[code] = wanted
        if wanted == before:
            return ()
        up = (Released(before),) if before else ()
        return (*up, Pressed(wanted)) if wanted else up

    def _leant(self, axis: Axis, permille: int) -> tuple[Told, ...]:
        """From the edge of its rest to its end: 0 to full."""
        beyond = max(0, abs(permille) - REST_PERMILLE) * FULL // (FULL - REST_PERMILLE)
        leant = min(FULL, beyond) * (1 if permille > 0 else -1)
        if leant == self._deflected.get(axis, 0):
            return ()
        self._deflected[axis] = leant
        return (Deflected(axis, leant),)


def _ways(axes: Collection[int]) -> tuple[dict[int, tuple[Axis, int]], dict[int, str]]:
    """Which axes are sticks and which triggers: where the right stick is told as Z and RZ, the
    triggers are brake and gas, or buttons.
    """
    if ABS_RX in axes:
        right, triggers = (ABS_RX, ABS_RY), {ABS_Z: "grip", ABS_RZ: "beam"}
    else:
        right, triggers = (ABS_Z, ABS_RZ), {ABS_BRAKE: "grip", ABS_GAS: "beam"}
    sticks = {**_LEFT_STICK, **dict(zip(right, _RIGHT, strict=True))}
    return sticks, {code: action for code, action in triggers.items() if code in axes}
