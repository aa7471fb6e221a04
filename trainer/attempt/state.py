"""The state of an attempt: integers only, no patient, no physics."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from trainer.attempt.events import Vec3


@dataclass(frozen=True, slots=True)
class NeedleInHand:
    """The needle as it stands. Axis points from hub to tip.

    entry_um : where the skin was punctured, None outside. depth_um : tip travel inside the skin
    along the axis. at_bone : the tip stands on bone.
    """

    model: str
    tip_um: Vec3
    axis_e9: Vec3
    entry_um: Vec3 | None = None
    depth_um: int = 0
    tissue: str = "air"
    at_bone: bool = False
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldPicture:
    """Which exposure the live monitor holds, and its axes."""

    number: int
    t_ms: int
    view: str
    oblique_mdeg: int
    tilt_mdeg: int
    right_e9: Vec3
    down_e9: Vec3


@dataclass(frozen=True, slots=True)
class State:
    """Everything `decide` must remember.

    t_ms : time of the last event. beam_since_ms : None while the beam is off.
    """

    oblique_mdeg: int
    tilt_mdeg: int
    isocentre_um: Vec3
    view: str = ""
    t_ms: int = 0
    beam_since_ms: int | None = None
    beam_latched: bool = False
    pulses_in_run: int = 0
    exposures: int = 0
    kerma_ngy: int = 0
    kap_pgym2: int = 0
    beam_on_ms: int = 0
    held: HeldPicture | None = None
    pointer_um: Vec3 | None = None
    marks_um: tuple[Vec3, ...] = ()
    needle: NeedleInHand | None = None
    gripped: bool = False
    declared: tuple[str, str] | None = None
    submitted: bool = False

    @property
    def sha256(self) -> str:
        """Hash of the whole state, the same on every machine."""
        text = json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()
