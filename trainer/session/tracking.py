"""A real needle on a phantom, followed by a tracker: its port, its registration, where it points.

The tracker tells a pose of a tool in a frame of its own. Points touched with the tip, whose place
in the patient is known, take that frame to the world; from then on the pose is the needle's.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

import numpy as np

from trainer.geometry.pinhole import FloatArray
from trainer.geometry.registration import RigidFit, rigid_fit, turned_and_shifted
from trainer.refusal import Refusal

# Design values. A needle that is not seen for longer stands still; the worst registration that is
# taken: what the phantom adds to the scenario's own tolerance (5 mm and more).
LOST_AFTER_S = 0.3
MOST_RMS_MM = 2.0
MOST_RESIDUAL_MM = 4.0
PORT = 18944  # of OpenIGTLink, IANA-registered
MOST_PORT = 65_535

# Which way of the tool's own axes leads from the hub to the tip.
TOOL_AXES: Mapping[str, tuple[float, float, float]] = MappingProxyType(
    {
        "+z": (0.0, 0.0, 1.0), "-z": (0.0, 0.0, -1.0), "+y": (0.0, 1.0, 0.0),
        "-y": (0.0, -1.0, 0.0), "+x": (1.0, 0.0, 0.0), "-x": (-1.0, 0.0, 0.0),
    }
)  # fmt: skip


class Signal(StrEnum):
    """How a tracker stands."""

    CONNECTING = "connecting"
    WAITING = "waiting"  # connected; the tool has not been told of yet
    TRACKED = "tracked"
    LOST = "lost"  # it was told of, and for `LOST_AFTER_S` is not
    BROKEN = "broken"  # what is there is no tracker


@dataclass(frozen=True, slots=True)
class TrackerAddress:
    """Where a tracker is. device : the tool's name there, "" takes the first that comes."""

    host: str = "127.0.0.1"
    port: int = PORT
    device: str = ""

    def __str__(self) -> str:
        """As it is kept: "127.0.0.1:18944/Needle"."""
        return f"{self.host}:{self.port}/{self.device}"

    @classmethod
    def read(cls, text: str) -> TrackerAddress:
        """What was kept; this computer where it is no address."""
        where, _, device = text.partition("/")
        host, _, port = where.rpartition(":")
        if not host or not port.isdecimal() or not 0 < int(port) <= MOST_PORT:
            return cls()
        return cls(host, int(port), device)


@dataclass(frozen=True, slots=True, eq=False)
class ToolPose:
    """tracker_from_tool : shape (4, 4), rigid; the tip is the tool's origin. number : counts up."""

    device: str
    tracker_from_tool: FloatArray
    number: int

    @property
    def tip_mm(self) -> FloatArray:
        """The tip in the tracker's frame."""
        return np.asarray(self.tracker_from_tool[:3, 3])


class Tracker(Protocol):
    """An open connection; none of this ever waits."""

    @property
    def signal(self) -> Signal:
        """How it stands now."""

    @property
    def why(self) -> str:
        """A reason where it stands badly, else ""."""

    def pose(self) -> ToolPose | None:
        """The newest pose; None unless it is tracked now."""

    def close(self) -> None:
        """End it."""


class Trackers(Protocol):
    """Opens connections."""

    def last(self) -> TrackerAddress:
        """Where the last one went."""

    def connect(self, address: TrackerAddress) -> Tracker:
        """Begin to connect. Raises Refusal where what it takes is not installed."""


@dataclass(frozen=True, slots=True, eq=False)
class NeedlePose:
    """tip_mm, axis : shape (3,), world; the axis is a unit vector from the hub to the tip."""

    tip_mm: FloatArray
    axis: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Registration:
    """world_from_tracker and how well the touched points fit. axis_tool : hub to tip, unit."""

    fit: RigidFit
    names: tuple[str, ...]
    axis_tool: tuple[float, float, float]

    def needle(self, pose: ToolPose) -> NeedlePose:
        """The needle in the world."""
        axis = self.fit.to_from[:3, :3] @ pose.tracker_from_tool[:3, :3] @ np.array(self.axis_tool)
        return NeedlePose(turned_and_shifted(self.fit.to_from, pose.tip_mm), axis)


def registered(
    touched: Mapping[str, Sequence[float] | FloatArray],
    known_world_mm: Mapping[str, Sequence[float]],
    tool_axis: str = "+z",
) -> Registration:
    """Take points touched with the tip (tracker mm, by name) onto where they lie in the world.

    Raises Refusal where they are too few, on one line, or fit worse than the limits.
    """
    names = tuple(name for name in touched if name in known_world_mm)
    source = np.array([touched[name] for name in names], dtype=np.float64).reshape(-1, 3)
    goal = np.array([known_world_mm[name] for name in names], dtype=np.float64).reshape(-1, 3)
    try:
        fit = rigid_fit(source, goal)
    except ValueError as error:
        raise Refusal(
            "The phantom is not registered", str(error), "Touch three points or more, well apart"
        ) from None
    worst = int(fit.residual_mm.argmax())
    if fit.rms_mm > MOST_RMS_MM or fit.residual_mm[worst] > MOST_RESIDUAL_MM:
        raise Refusal(
            "The phantom is not registered",
            f"the points fit within {fit.rms_mm:.1f} mm (root mean square, limit {MOST_RMS_MM:g}), "
            f"the worst, {names[worst]}, within {fit.residual_mm[worst]:.1f} mm "
            f"(limit {MOST_RESIDUAL_MM:g})",
            f"Touch {names[worst]} again, and check that each point is the one that is named",
        )
    return Registration(fit, names, TOOL_AXES[tool_axis])


def is_rigid(matrix: FloatArray) -> bool:
    """Whether a (4, 4) matrix turns and shifts and does nothing else, as far as floats32 tell."""
    turn = matrix[:3, :3]
    if not np.isfinite(matrix).all() or float(np.abs(matrix[:3, 3]).max()) > 1e5:
        return False
    square = bool(np.abs(turn @ turn.T - np.eye(3)).max() < 1e-3)
    return square and math.isclose(float(np.linalg.det(turn)), 1.0, abs_tol=1e-3)
