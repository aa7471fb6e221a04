"""Worlds to decide in: a flat skin at y = 0, a ball and a bar of bone, two balls of danger."""

from __future__ import annotations

from dataclasses import replace

from tests.needle.analytic import Ball, Below, Box, Either
from trainer.attempt.settings import Settings
from trainer.attempt.state import State
from trainer.attempt.world import StoredView, World
from trainer.geometry.carm import CArmPose
from trainer.needle.catalogue import NEEDLES

BONE = Either((Ball((0.0, -40.0, 0.0), 8.0), Box((25.0, -35.0, 0.0), (10.0, 4.0, 6.0))))
PLEURA = Ball((15.0, -60.0, 0.0), 12.0)
CANAL = Ball((-14.0, -45.0, 5.0), 7.0)
CARM = CArmPose(isocentre_world_mm=(0.0, -40.0, 0.0), matrix_px=256)
START = State(
    oblique_mdeg=0,
    tilt_mdeg=0,
    isocentre_um=(0, -40_000, 0),
    settings=Settings(pulse_rate_hz=8),
)


def skin_y_mm(x_mm: float, z_mm: float) -> float | None:
    return 0.0 if abs(x_mm) <= 150.0 and abs(z_mm) <= 250.0 else None


# Most laws of the hand are told with a needle that goes where it points.
STRAIGHT = replace(NEEDLES["spinal-22g-90"], steer_radius_mm=0.0)
WORLD = World(
    skin=Below(0.0),
    bone=BONE,
    hazards=(("pleura", PLEURA), ("canal", CANAL)),
    skin_y_mm=skin_y_mm,
    needles={**NEEDLES, "spinal-22g-90": STRAIGHT},
    carm=CARM,
    views={},
    thickness_g_cm2=lambda _view, _open_part: 19.0,
)
BONELESS = replace(WORLD, bone=None)
STORED = replace(
    WORLD,
    bone=None,
    hazards=(),
    views={
        "AP": StoredView(CARM.view, 0.0, 0.0),
        "LAT": StoredView(CARM.turned(oblique_deg=90.0).view, 90.0, 0.0),
    },
)
