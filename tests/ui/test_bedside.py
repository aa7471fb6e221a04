"""The back, without Qt."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attempt.worlds import START, skin_y_mm
from trainer.ui.presenters.back_picture import BedsideMap, bedside_map, shaded_back
from trainer.ui.presenters.bedside import laser_place

MM = st.floats(-200, 200)


def back(slope_x: float = 0.0, slope_z: float = 0.0) -> SimpleNamespace:
    x_mm, z_mm = np.linspace(-100, 100, 51), np.linspace(-100, 100, 51)
    y_mm = slope_x * x_mm[None, :] + slope_z * z_mm[:, None]
    return SimpleNamespace(x_mm=x_mm, z_mm=z_mm, y_mm=y_mm)


@given(MM, MM, st.floats(100, 1000))
def test_a_pixel_of_a_place_is_the_place_of_the_pixel(x: float, z: float, side_px: float) -> None:
    mapping = BedsideMap(3.0, -7.0, 220.0, side_px)
    assert mapping.place_mm(*mapping.pixel(x, z)) == pytest.approx((x, z), abs=1e-6)


def test_the_head_is_up_and_the_patients_right_is_on_the_right() -> None:
    mapping = bedside_map(back(), 348)
    middle, head = mapping.pixel(0, 0), mapping.pixel(0, 50)
    patients_right = mapping.pixel(-50, 0)
    assert head[1] < middle[1]
    assert patients_right[0] > middle[0]


def middle_of(picture: np.ndarray) -> float:
    return float(picture[80:120, 80:120].mean())


def test_skin_that_faces_the_lamp_is_brighter() -> None:
    # The lamp stands at the patient's left and head: skin that falls toward it faces it.
    toward, away = shaded_back(back(slope_x=-0.5), 200), shaded_back(back(slope_x=0.5), 200)
    assert middle_of(toward) > middle_of(away) + 10
    toward, away = shaded_back(back(slope_z=-0.5), 200), shaded_back(back(slope_z=0.5), 200)
    assert middle_of(toward) > middle_of(away) + 10


def test_beside_the_body_there_is_the_table() -> None:
    surface = back()
    surface.y_mm[:, :10] = np.nan  # the patient's right of x = -60
    picture = shaded_back(surface, 200)
    assert picture[100, 190].mean() < 60 < picture[100, 100].mean()


def test_the_laser_stands_over_the_isocentre_in_a_straight_view() -> None:
    assert laser_place(START, skin_y_mm) == pytest.approx((0.0, 0.0))


def test_the_laser_wanders_with_the_receptor() -> None:
    left = laser_place(replace(START, oblique_mdeg=45_000), skin_y_mm)
    assert left == pytest.approx((40.0, 0.0))  # 40 mm below the skin, 45 degrees to the left


def test_a_lateral_beam_draws_no_cross_on_the_back() -> None:
    assert laser_place(replace(START, oblique_mdeg=90_000), skin_y_mm) is None
