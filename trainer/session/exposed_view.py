"""The geometry of an exposure, from its event and the machine's fixed SOD."""

from __future__ import annotations

import numpy as np

from trainer.attempt.events import Exposed
from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import PinholeView
from trainer.geometry.positioner import orientation_letters
from trainer.imaging.thickness import OpenPart

FRAME_PX = 512  # live matrix (DESIGN 3: the 512 option); stills use the machine's own
MOVING_PX = FRAME_PX // 2  # while the C-arm moves: a quarter of the work, as a binned receptor


def pose_of(exposed: Exposed, machine: CArmPose) -> CArmPose:
    """The C-arm's pose of an exposure."""
    direction = np.array(exposed.direction_e9) / 1e9
    x, y, z = np.array(exposed.source_um) / 1000.0 + machine.sod_mm * direction
    return CArmPose(
        oblique_deg=exposed.oblique_mdeg / 1000.0,
        tilt_deg=exposed.tilt_mdeg / 1000.0,
        isocentre_world_mm=(float(x), float(y), float(z)),
        sid_mm=exposed.sid_um / 1000.0,
        sod_mm=machine.sod_mm,
        detector_rotation_deg=exposed.rotation_mdeg / 1000.0,
        field_mm=exposed.field_um / 1000.0,
        matrix_px=FRAME_PX,
    )


def open_part_of(exposed: Exposed, view: PinholeView) -> OpenPart:
    """The open rectangle as shares of the picture: left, top, right, bottom."""
    columns, rows = view.size_px
    width_um = float(np.linalg.norm(view.column_step_mm)) * columns * 1000.0
    height_um = float(np.linalg.norm(view.row_step_mm)) * rows * 1000.0
    left_um, right_um, top_um, bottom_um = exposed.shutters_um
    return (
        _share(left_um, width_um),
        _share(top_um, height_um),
        _share(right_um, width_um),
        _share(bottom_um, height_um),
    )


def _share(edge_um: int, whole_um: float) -> float:
    """Where an edge lies; whole micrometres make no seam at a field's border."""
    share = edge_um / whole_um + 0.5
    return float(round(share)) if abs(share - round(share)) < 1e-4 else share


def letters_of(view: PinholeView) -> dict[str, str]:
    """Patient directions at the picture's edges."""
    right, down = view.column_step_mm, view.row_step_mm
    return {
        "right": orientation_letters(right)[:1],
        "left": orientation_letters(-right)[:1],
        "bottom": orientation_letters(down)[:1],
        "top": orientation_letters(-down)[:1],
    }
