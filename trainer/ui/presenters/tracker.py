"""A tracked needle at one attempt: connect, touch known points, register, follow. No Qt, no socket.

A needle that is not seen stands still and says so; it goes on where it is seen again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from trainer.anatomy.levels import LEVELS
from trainer.attempt.commands import NAMES, Advance, Aim, Grip, MovePointer
from trainer.attempt.events import NotPossible
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Refusal
from trainer.session.needle_follower import apart, following
from trainer.session.tracking import (
    NeedlePose,
    Registration,
    Signal,
    Tracker,
    TrackerAddress,
    Trackers,
    registered,
)
from trainer.ui.presenters.hand import Hand
from trainer.ui.presenters.texts import decimal, tr

if TYPE_CHECKING:
    from trainer.session.live_attempt import LiveAttempt
    from trainer.session.runner import Snapshot

SOURCE = "tracker"  # of its grip
LOOKS, STILL_MM = 5, 1.0  # a touch is the mean of so many looks that lie so near (design values)
REACH = 2  # levels beside a target's that are offered to be touched
TOUCHABLE = ("tp_tip", "tp_corner", "spinous_tip")
AGAIN_MM, AGAIN_COSINE = 1.0, 0.9998  # what was refused is tried again after 1 mm or 1 degree
_MOVES = frozenset(NAMES[kind] for kind in (Aim, Advance, Grip, MovePointer))

_SIGNALS: Mapping[Signal, str] = {
    Signal.CONNECTING: "No tracker answers at this address yet; it is tried again.",
    Signal.WAITING: "Connected. The tool has not been seen yet.",
    Signal.TRACKED: "The needle is seen.",
    Signal.LOST: "The needle is not seen: it stands still.",
    Signal.BROKEN: "What answers there is no tracker.",
}
# Why a connection stands badly (`trainer.exchange.openigtlink`); else in the words of the system.
REASONS = (
    "what is sent there is not OpenIGTLink",
    "a message there is too large",
    "a message came damaged: its check sum is wrong",
    "a TRANSFORM message has not its form",
    "the tracker closed the connection",
)


@dataclass(frozen=True, slots=True)
class TrackerShown:
    """The sheet. points : (landmark, its words, residual mm or None). apart : "" while none is in
    hand.
    """

    status: str
    seen: bool
    connected: bool
    points: tuple[tuple[str, str, float | None], ...]
    fit: str
    registered: bool
    following: bool
    apart: str


class TrackedHand:
    """A third hand beside mouse and keys. say : a sentence for the strip below."""

    def __init__(
        self, attempt: LiveAttempt, hand: Hand, trackers: Trackers, say: Callable[[str], None]
    ) -> None:
        self._runner, self._hand, self._trackers, self._say = attempt.runner, hand, trackers, say
        self._known = _touchable(attempt)
        self._tracker: Tracker | None = None
        self._tips: deque[FloatArray] = deque(maxlen=LOOKS)
        self._touched: dict[str, FloatArray] = {}
        self._registration: Registration | None = None
        self._pose: NeedlePose | None = None
        self._refused: NeedlePose | None = None
        self._fit = ""
        self._seen = False
        self.following = False
        attempt.runner.listen(self._hear)

    @property
    def last(self) -> TrackerAddress:
        """Where the last connection went, in this attempt or an earlier one."""
        return self._trackers.last()

    @property
    def offered(self) -> tuple[str, ...]:
        """The landmarks that may be touched, those of the targets' levels first."""
        return tuple(self._known)

    @property
    def shown(self) -> TrackerShown:
        """How things stand."""
        signal = None if self._tracker is None else self._tracker.signal
        return TrackerShown(
            status=self._status(signal),
            seen=signal is Signal.TRACKED,
            connected=self._tracker is not None,
            points=tuple((name, words_of(name), self._residual(name)) for name in self._touched),
            fit=self._fit,
            registered=self._registration is not None,
            following=self.following,
            apart=self._apart_words(),
        )

    def connect(self, address: TrackerAddress) -> None:
        """Begin; what was registered with another tracker is forgotten."""
        self.disconnect()
        try:
            self._tracker = self._trackers.connect(address)
        except Refusal as refusal:
            self._say(str(refusal))

    def disconnect(self) -> None:
        """Let the needle go and end the connection."""
        self.follow(False)
        self._touched.clear()
        self._registration, self._fit, self._pose = None, "", None
        tracker, self._tracker = self._tracker, None
        if tracker is not None:
            tracker.close()

    def touch(self, name: str) -> None:
        """The tip stands on this landmark now."""
        tips = np.array(self._tips)
        if len(tips) < LOOKS or np.ptp(tips, axis=0).max() > STILL_MM:
            self._say(tr("Hold the tip still on the point for half a second, then touch again."))
            return
        self._touched[name] = tips.mean(axis=0)

    def forget(self, name: str) -> None:
        """Touch it anew, or not at all."""
        self._touched.pop(name, None)

    def register(self, tool_axis: str) -> None:
        """Take the touched points onto the patient's. The old registration stays if they misfit."""
        try:
            found = registered(self._touched, self._known, tool_axis)
        except Refusal as refusal:
            self._fit = f"{refusal.why}. {refusal.next_step}"
            self._say(str(refusal))
            return
        worst = float(found.fit.residual_mm.max())
        words = tr("{count} points fit within {rms} mm (root mean square), the worst {worst} mm.")
        self._registration = found
        self._fit = words.format(
            count=len(found.names),
            rms=decimal(f"{found.fit.rms_mm:.1f}"),
            worst=decimal(f"{worst:.1f}"),
        )

    def follow(self, on: bool) -> None:
        """From now on the needle in hand goes where the tracked one is; or no longer."""
        self.following = on and self._registration is not None
        if not self.following:
            self._hand.let_go(SOURCE)

    def tick(self, *, awake: bool) -> None:
        """Look, and move. awake : the room is in front, and nothing lies over it."""
        found = None if self._tracker is None else self._tracker.pose()
        if found is None:
            self._unseen()
            return
        self._tips.append(found.tip_mm)
        self._again_seen()
        if self._registration is not None:
            self._pose = self._registration.needle(found)
            if self.following and awake:
                self._go_after(self._pose)

    def _go_after(self, pose: NeedlePose) -> None:
        state = self._runner.snapshot.state
        if state.submitted:
            self.follow(False)
            return
        if self._refused is not None and _alike(self._refused, pose):
            return
        self._refused = None
        if state.needle is not None and not state.gripped:
            self._hand.grip.press(SOURCE)
        asked = tuple(following(state, pose))
        if asked:
            self._hand.flush()
        for command_at in asked:
            self._runner.send(command_at)

    def _unseen(self) -> None:
        self._tips.clear()
        self._pose = None
        if self._seen and self.following:
            self._hand.let_go(SOURCE)
            self._say(tr(_SIGNALS[Signal.LOST]))
        self._seen = False

    def _again_seen(self) -> None:
        if not self._seen and self.following:
            self._say(tr("The needle is seen again."))
        self._seen = True

    def _hear(self, snapshot: Snapshot) -> None:
        """What was refused is not asked for ten times a second. On the attempt's thread."""
        if self.following and any(
            isinstance(event, NotPossible) and event.command in _MOVES for event in snapshot.events
        ):
            self._refused = self._pose

    def _status(self, signal: Signal | None) -> str:
        if signal is None or self._tracker is None:
            return tr("Not connected.")
        why = self._tracker.why
        return f"{tr(_SIGNALS[signal])} ({tr(why)})" if why else tr(_SIGNALS[signal])

    def _residual(self, name: str) -> float | None:
        found = self._registration
        if found is None or name not in found.names:
            return None
        return float(found.fit.residual_mm[found.names.index(name)])

    def _apart_words(self) -> str:
        if self._pose is None or not self.following:
            return ""
        found = apart(self._runner.snapshot.state, self._pose)
        if found is None:
            return tr("The pointer follows the tip. Set the tip on the skin, then take a needle.")
        words = tr("The simulated tip is {tip} mm from the tracked one, its direction {turn}°.")
        return words.format(
            tip=decimal(f"{found.tip_mm:.1f}"), turn=decimal(f"{found.turn_deg:.1f}")
        )


def words_of(landmark: str) -> str:
    """A landmark's name as people say it: "T7 left, transverse process, tip"."""
    level, *side, what = landmark.split(".")
    words = {
        "tp_tip": tr("tip of the transverse process"),
        "tp_corner": tr("superolateral corner of the transverse process"),
        "spinous_tip": tr("tip of the spinous process"),
    }[what]
    return " ".join((level, *(tr(one) for one in side), words))


def _touchable(attempt: LiveAttempt) -> dict[str, tuple[float, float, float]]:
    """Landmarks near the targets, by name, world mm."""
    header = attempt.header
    aimed = {LEVELS.index(target.bone) for target in header.targets}

    def far(name: str) -> int:
        level = LEVELS.index(name.partition(".")[0])
        return min((abs(level - at) for at in aimed), default=99)

    names = [name for name in header.landmarks_um if name.rpartition(".")[2] in TOUCHABLE]
    near = sorted((name for name in names if far(name) <= REACH), key=lambda one: (far(one), one))
    places = header.landmarks_um
    return {
        name: (places[name][0] / 1e3, places[name][1] / 1e3, places[name][2] / 1e3) for name in near
    }


def _alike(one: NeedlePose, other: NeedlePose) -> bool:
    near = float(np.linalg.norm(one.tip_mm - other.tip_mm)) < AGAIN_MM
    return near and float(one.axis @ other.axis) > AGAIN_COSINE
