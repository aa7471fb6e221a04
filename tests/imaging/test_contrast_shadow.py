"""A pool of contrast darkens as much as its iodine weighs."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.geometry.carm import CArmPose
from trainer.imaging.contrast_shadow import Pool, iodine_patch

SEMI = st.tuples(*[st.floats(2.0, 7.0)] * 3)


def pose(oblique_deg: float = 0.0, tilt_deg: float = 0.0) -> CArmPose:
    return CArmPose(oblique_deg, tilt_deg, (0.0, 0.0, 0.0), matrix_px=512)


@given(SEMI, st.floats(-90.0, 90.0), st.floats(-40.0, 40.0))
def test_all_iodine_is_in_the_picture(
    semi: tuple[float, float, float], oblique_deg: float, tilt_deg: float
) -> None:
    """Summed over the picture, at the isocentre's scale, it is the mass that was injected."""
    stand = pose(oblique_deg, tilt_deg)
    patch = iodine_patch(Pool((0.0, 0.0, 0.0), semi, 0.24), stand.view)
    assert patch is not None
    pixel_cm2 = (stand.field_mm / stand.matrix_px * stand.sod_mm / stand.sid_mm / 10.0) ** 2
    held = 4.0 / 3.0 * math.pi * math.prod(semi) / 1000.0 * 0.24
    # Magnification differs by a few percent through a pool of centimetres.
    assert float(patch.iodine_g_cm2.sum()) * pixel_cm2 == pytest.approx(held, rel=0.05)


@given(SEMI)
def test_the_middle_ray_meets_the_whole_depth(semi: tuple[float, float, float]) -> None:
    stand = CArmPose(0.0, 0.0, (0.0, 0.0, 0.0), matrix_px=257)
    patch = iodine_patch(Pool((0.0, 0.0, 0.0), semi, 0.3), stand.view)
    assert patch is not None
    assert float(patch.iodine_g_cm2.max()) == pytest.approx(2.0 * semi[1] / 10.0 * 0.3, rel=1e-3)


def test_a_pool_beside_the_field_leaves_it_alone() -> None:
    assert iodine_patch(Pool((300.0, 0.0, 0.0), (3.0, 3.0, 3.0), 0.24), pose().view) is None


def test_half_of_a_pool_at_the_edge_is_drawn() -> None:
    edge_mm = pose().field_mm / 2.0 * pose().sod_mm / pose().sid_mm
    patch = iodine_patch(Pool((edge_mm, 0.0, 0.0), (5.0, 5.0, 5.0), 0.24), pose().view)
    assert patch is not None
    assert patch.iodine_g_cm2.shape[1] < patch.iodine_g_cm2.shape[0]
    assert np.isfinite(patch.iodine_g_cm2).all()


@pytest.mark.parametrize(("semi", "iodine"), [((0.0, 1.0, 1.0), 0.24), ((1.0, 1.0, 1.0), 0.0)])
def test_nothing_is_no_pool(semi: tuple[float, float, float], iodine: float) -> None:
    with pytest.raises(ValueError, match="pool"):
        Pool((0.0, 0.0, 0.0), semi, iodine)
