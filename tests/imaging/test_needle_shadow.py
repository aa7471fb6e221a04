"""Steel in the beam, against dense sampling along the rays."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imaging.oracle import sampled_rod_mm
from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.needle_shadow import Point, Rod, SteelPatch, cannula, steel_patch

PITCH_MM = 298.0 / 512.0


def close_up(pose: CArmPose, at_mm: Point, size_px: int = 31, pitch_mm: float = 0.4) -> PinholeView:
    """A small receptor that is centred on a point's shadow."""
    far = pose.view
    middle = far.pixel_world_mm(far.project(np.array(at_mm)))
    u, v = pose.image_axes
    corner = middle - (size_px - 1) / 2.0 * pitch_mm * (u + v)
    return PinholeView(far.source_world_mm, corner, u * pitch_mm, v * pitch_mm, (size_px, size_px))


def whole(patch: SteelPatch | None, view: PinholeView) -> np.ndarray:
    steel = np.zeros(view.size_px[::-1])
    if patch is not None:
        rows, columns = patch.steel_mm.shape
        steel[patch.top : patch.top + rows, patch.left : patch.left + columns] = patch.steel_mm
    return steel


def finely_sampled(rod: Rod, view: PinholeView) -> np.ndarray:
    """Nine rays a pixel, as steel_patch averages."""
    columns, rows = view.size_px
    fine = view.resized((3 * columns, 3 * rows))
    ends = np.array([rod.from_world_mm, rod.to_world_mm])
    steel = sampled_rod_mm(ends, rod.outer_diameter_mm, rod.inner_diameter_mm, fine)
    return steel.reshape(rows, 3, columns, 3).mean(axis=(1, 3))


RODS = {
    "across": Rod((-8.0, 0.0, -3.0), (5.0, 2.0, 4.0), 1.27),
    "hollow": Rod((-8.0, 0.0, -3.0), (5.0, 2.0, 4.0), 2.0, 1.5),
    "steep": Rod((2.0, 12.0, 1.0), (0.0, 0.0, 0.0), 1.0),
    "end-on": Rod((0.0, 15.0, 0.0), (0.0, 0.0, 0.0), 2.0, 1.2),
    "hub": Rod((0.0, 3.0, 0.0), (1.0, 0.0, 0.5), 5.0),
}


@pytest.mark.parametrize("rod", RODS.values(), ids=list(RODS))
@pytest.mark.parametrize("oblique_deg", [0.0, 70.0])
def test_a_rods_shadow_is_its_steel_along_each_ray(rod: Rod, oblique_deg: float) -> None:
    view = close_up(CArmPose(oblique_deg=oblique_deg), (0.0, 0.0, 0.0))
    truth = finely_sampled(rod, view)
    found = whole(steel_patch(rod, view), view)
    assert truth.max() > 0.3
    assert found == pytest.approx(truth, abs=0.06)  # the sampling's own step, twice, at each end
    assert found.sum() == pytest.approx(truth.sum(), rel=0.01)


places = st.tuples(*[st.floats(-40.0, 40.0)] * 3)


@settings(max_examples=60, deadline=None)
@given(tip=places, away=places, oblique_deg=st.floats(-180, 180), tilt_deg=st.floats(-45, 45))
def test_no_ray_meets_more_steel_than_the_rod_has(
    tip: Point, away: Point, oblique_deg: float, tilt_deg: float
) -> None:
    hub = (tip[0] + away[0], tip[1] + away[1], tip[2] + away[2] + 50.0)
    rod = Rod(hub, tip, 3.0)
    view = CArmPose(oblique_deg, tilt_deg, matrix_px=64, field_mm=500.0).view
    patch = steel_patch(rod, view)
    assert patch is not None
    assert 0.0 <= patch.steel_mm.min() <= patch.steel_mm.max() <= np.hypot(rod.length_mm, 3.0)
    assert patch.steel_mm.any()


def test_the_tips_shadow_ends_where_the_tip_projects() -> None:
    tip, view = (12.0, -3.0, 20.0), CArmPose(20.0, matrix_px=512).view
    steel = whole(steel_patch(Rod((12.0, -3.0, 60.0), tip, 0.9), view), view)
    column, row = view.project(np.array(tip))
    dark_rows = np.flatnonzero(steel.max(axis=1) > 0.3)
    assert dark_rows.max() == pytest.approx(row, abs=1.0)  # the tip lies below the hub
    assert steel[dark_rows.max() - 3].argmax() == pytest.approx(column, abs=1.5)


def test_down_the_barrel_a_needle_is_a_dot_as_dark_as_it_is_long() -> None:
    pose = CArmPose(oblique_deg=15.0, tilt_deg=-10.0, matrix_px=512)
    d = pose.receptor_direction
    tip, hub = tuple(10.0 * d), tuple(90.0 * d)
    patch = steel_patch(Rod(hub, tip, 1.27), pose.view)
    assert patch is not None
    assert patch.steel_mm.max() == pytest.approx(80.0, rel=1e-3)
    assert (patch.steel_mm > 0.0).sum(axis=1).max() * PITCH_MM < 1.27 * 2.4 + 2.0 * PITCH_MM


def test_a_cannula_has_its_hub_behind_its_shaft() -> None:
    shaft, hub = cannula((0, 0, 0), (0, 80, 0), 0.9, hub_diameter_mm=4.0, hub_length_mm=8.0)
    assert shaft.from_world_mm == hub.to_world_mm == (0, 80, 0)
    assert hub.from_world_mm == pytest.approx((0, 88, 0))
    assert cannula((0, 0, 0), (0, 80, 0), 0.9) == (shaft,)


def test_steel_outside_the_field_or_behind_the_source_casts_no_shadow() -> None:
    view = CArmPose(matrix_px=64).view
    assert steel_patch(Rod((300.0, 0.0, 0.0), (320.0, 0.0, 0.0), 1.0), view) is None
    assert steel_patch(Rod((0.0, -600.0, 0.0), (0.0, -650.0, 0.0), 1.0), view) is None


def test_only_steel_between_source_and_receptor_counts() -> None:
    view = CArmPose(matrix_px=65).view  # source at y = -530, receptor at y = 490
    through = steel_patch(Rod((0.0, -900.0, 0.0), (0.0, 900.0, 0.0), 20.0), view)
    assert through is not None
    assert through.steel_mm.max() == pytest.approx(1020.0, rel=1e-4)


@pytest.mark.parametrize(
    "ends_and_bore",
    [
        ((0, 0, 0), (0, 0, 0), 1.0, 0.0),
        ((0, 0, 0), (0, 0, 9), 0.0, 0.0),
        ((0, 0, 0), (0, 0, 9), 1.0, 1.0),
        ((0, 0, 0), (0, 0, float("nan")), 1.0, 0.0),
    ],
)
def test_a_rod_without_length_or_wall_is_refused(
    ends_and_bore: tuple[Point, Point, float, float],
) -> None:
    with pytest.raises(ValueError, match=r"rod|diameter"):
        Rod(*ends_and_bore)
