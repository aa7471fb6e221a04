"""What a trainee must find is found on the picture itself: noise, scatter and display included.

A feature's contrast is the difference of two places' greys on the display; noise is the spread
between two exposures of one pose. Rose's criterion asks for a contrast of several times the noise
(3-5 [M], from memory); places are averaged over a millimetre or two, as an eye would.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from tests.anatomy.thorax import PERSON, thorax
from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.parts import Parts, parts_of
from trainer.anatomy.synthetic.vertebra_shape import Shape, shape_of
from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.brightness import DoseMode, technique_for
from trainer.imaging.exposure import anatomy_paths, expose
from trainer.imaging.slice_projector import SliceProjector
from trainer.imaging.thickness import water_equivalent_g_cm2

LEVEL = "T7"
ROSE = 3.0
FIELD_MM = 220.0
SIGN = {Side.LEFT: 1.0, Side.RIGHT: -1.0}


@cache
def parts() -> Parts:
    return parts_of(PERSON)


@cache
def shape(level: str = LEVEL) -> Shape:
    return shape_of(parts().plan, level)


@cache
def frames(oblique_deg: float) -> tuple[CArmPose, FloatArray, FloatArray]:
    """A pose round T7 and two exposures of it, grey 0..255."""
    up = shape().vertebra.frame.axes[:, 2]
    tilt = 0.0 if oblique_deg else float(np.degrees(np.arctan2(-up[1], up[2])))
    x, y, z = shape().vertebra.frame.world(np.array([0.0, 12.0, 0.0]))
    centre = (float(x), float(y), float(z))
    pose = CArmPose(oblique_deg, tilt, centre, field_mm=FIELD_MM, matrix_px=512)
    technique = technique_for(water_equivalent_g_cm2(thorax(), pose.view), DoseMode.SPOT)
    paths = anatomy_paths(thorax(), pose.view, technique.kvp, SliceProjector())
    one, other = (
        expose(paths, seed=1, exposure=n, technique=technique).display.astype(np.float64)
        for n in (1, 2)
    )
    return pose, one, other


def grey(oblique_deg: float, world_mm: FloatArray, half_mm: tuple[float, float]) -> float:
    """Mean grey of a place; half its width and height in mm at the isocentre."""
    pose, one, other = frames(oblique_deg)
    pixel_mm = FIELD_MM * pose.sod_mm / pose.sid_mm / 512.0
    column, row = (round(float(value)) for value in pose.view.project(world_mm[None])[0])
    across, down = (max(1, round(part / pixel_mm)) for part in half_mm)
    here = (slice(row - down, row + down + 1), slice(column - across, column + across + 1))
    return float((one[here] + other[here]).mean() / 2.0)


def noise(oblique_deg: float) -> float:
    """Spread of a millimetre's grey from exposure to exposure."""
    from scipy.ndimage import uniform_filter

    pose, one, other = frames(oblique_deg)
    pixel_mm = FIELD_MM * pose.sod_mm / pose.sid_mm / 512.0
    rough = uniform_filter(one - other, max(1, round(1.0 / pixel_mm)))
    return float(rough[100:412, 100:412].std() / np.sqrt(2.0))


def world(*local_mm: float, level: str = LEVEL) -> FloatArray:
    return np.asarray(shape(level).vertebra.frame.world(np.array(local_mm)))


def test_the_spinous_tip_is_darker_than_what_lies_beside_it() -> None:
    tip = np.array(thorax().landmarks[f"{LEVEL}.spinous_tip"]) + np.array([0.0, 0.0, 2.5])
    aside = np.array([6.0, 0.0, 0.0])
    beside = (grey(0.0, tip + aside, (1.0, 1.0)) + grey(0.0, tip - aside, (1.0, 1.0))) / 2.0
    assert beside - grey(0.0, tip, (0.7, 1.0)) > ROSE * noise(0.0)


def test_the_foramen_is_brighter_than_the_pillar_behind_it() -> None:
    one = shape()
    ahead = one.wall_y + 0.3 * one.size.canal[1]
    foramen = grey(90.0, world(0.0, ahead, -one.half + 2.0), (1.0, 1.5))
    pillar = grey(90.0, world(0.0, one.pillar_y, -one.half + 2.0), (1.0, 1.5))
    assert foramen - pillar > ROSE * noise(90.0)


@pytest.mark.parametrize("side", Side)
def test_the_costotransverse_joint_is_darker_than_the_rib_beyond_it(side: Side) -> None:
    head = np.array(thorax().landmarks[f"{LEVEL}.{side}.rib_tubercle"])
    rib = next(bone for bone in parts().bones if bone.name == f"rib7.{side}")
    beyond = head + np.array([SIGN[side] * 10.0, 0.0, 0.0])
    heights = beyond + np.linspace(-14.0, 14.0, 57)[:, None] * np.array([0.0, 0.0, 1.0])
    beyond = heights[int(np.argmin(rib.at(heights)))]  # the middle of the rib out there
    process = shape().vertebra.processes[side]
    joint = world(*((process.club_low + process.club_high) / 2.0))
    assert grey(0.0, beyond, (1.5, 1.5)) - grey(0.0, joint, (1.0, 1.0)) > ROSE * noise(0.0)
