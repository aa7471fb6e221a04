"""What devices tell, done with the suite's hands. No Qt, no device: what is told comes in.

A device is no other foot than the key: its beam and its grip are dropped by whatever drops theirs,
and must then be pressed anew; its hub moves only while it is gripped (DESIGN 6).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from trainer.session.input_devices import FULL, Axis, Deflected, Pressed, Released, Told
from trainer.ui.actions import BY_ID, Kind
from trainer.ui.presenters.hand import Hand

# Design values: a full deflection is quicker than keys, a slight one finer (the square of it).
HUB_MDEG_S, TURN_MDEG_S, PAN_UM_S = 10_000, 20_000, 40_000
REPEAT_AFTER_S = 0.5  # design value, as keyboards do
REPEAT_EACH_S = 0.25  # 4 mm a second while advance is held (teaching.md 5)
LONGEST_S = 0.1  # a screen that stood still does not jump afterwards

Deed = Callable[[], None]
_SPEED: Mapping[Axis, int] = {
    Axis.HUB_RIGHT: HUB_MDEG_S,
    Axis.HUB_UP: HUB_MDEG_S,
    Axis.TURN_RIGHT: TURN_MDEG_S,
    Axis.TURN_HEAD: TURN_MDEG_S,
    Axis.PAN_RIGHT: PAN_UM_S,
    Axis.PAN_HEAD: PAN_UM_S,
}


class DeviceHand:
    """All devices of one suite. acts : pressed. holds : action to press and let go."""

    def __init__(
        self, hand: Hand, acts: Mapping[str, Deed], holds: Mapping[str, tuple[Deed, Deed]]
    ) -> None:
        self._hand, self._acts, self._holds = hand, acts, holds
        self._leant: dict[Axis, int] = {}
        self._rest: dict[Axis, float] = {}
        self._repeating: dict[str, float] = {}  # action to the seconds until it comes again

    def take(self, told: Iterable[Told], *, awake: bool) -> None:
        """What a device told. awake : nothing lies over the room; else only letting go counts."""
        for one in told:
            match one:
                case Pressed(action) if awake:
                    self._press(action)
                case Released(action):
                    self._release(action)
                case Deflected(axis, permille):
                    self._leant[axis] = max(-FULL, min(FULL, permille))

    def pass_time(self, seconds: float, *, awake: bool) -> None:
        """What is deflected moves on, what repeats comes again."""
        if not awake:
            self._repeating.clear()
            return
        seconds = min(seconds, LONGEST_S)
        for action in tuple(self._repeating):
            self._repeating[action] -= seconds
            if self._repeating[action] <= 0.0:
                self._repeating[action] += REPEAT_EACH_S
                self._acts[action]()
        self._move(seconds)

    def gone(self) -> None:
        """A device is lost: beam and grip drop, nothing moves on."""
        self._leant.clear()
        self._rest.clear()
        self._repeating.clear()
        self._hand.drop("device")

    def _press(self, action: str) -> None:
        if action in self._holds:
            self._holds[action][0]()
        elif action in self._acts:
            self._acts[action]()
            if BY_ID[action].kind is Kind.REPEAT:
                self._repeating[action] = REPEAT_AFTER_S

    def _release(self, action: str) -> None:
        self._repeating.pop(action, None)
        if action in self._holds:
            self._holds[action][1]()

    def _move(self, seconds: float) -> None:
        hand, step = self._hand, {axis: self._step(axis, seconds) for axis in _SPEED}
        pairs: tuple[tuple[Callable[[int, int], None], int, int], ...] = (
            (hand.tilt_seen, step[Axis.HUB_RIGHT], -step[Axis.HUB_UP]),
            (self._turn, step[Axis.TURN_RIGHT], step[Axis.TURN_HEAD]),
            (self._pan, step[Axis.PAN_RIGHT], step[Axis.PAN_HEAD]),
        )
        for move, right, other in pairs:
            if right or other:
                move(right, other)

    def _turn(self, right_mdeg: int, up_mdeg: int) -> None:
        if "turn_right" in self._acts:  # a machine of stored views does not turn
            self._hand.turn_seen(right_mdeg, up_mdeg)

    def _pan(self, right_um: int, up_um: int) -> None:
        if "pan_right" in self._acts:
            self._hand.pan_seen(right_um, up_um)

    def _step(self, axis: Axis, seconds: float) -> int:
        """Whole millidegrees or micrometres; what is left waits, and is lost once it is let go."""
        leant = self._leant.get(axis, 0) / FULL
        if leant == 0.0:
            self._rest.pop(axis, None)
            return 0
        whole = self._rest.get(axis, 0.0) + leant * abs(leant) * _SPEED[axis] * seconds
        self._rest[axis] = whole - int(whole)
        return int(whole)
