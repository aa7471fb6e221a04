"""What iris and shutters leave of a picture."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.imaging.collimation import EDGE_SHARE, collimated

PICTURE = np.full((300, 400), 0.5, np.float32)
SHARE = st.floats(0.0, 1.0)


def test_an_open_field_is_the_very_picture() -> None:
    assert collimated(PICTURE, (0.0, 0.0, 1.0, 1.0)) is PICTURE


def test_outside_is_black_inside_is_untouched_and_the_edge_is_half() -> None:
    shut = collimated(PICTURE, (0.25, 0.5, 0.75, 1.0))
    assert not shut[:148].any()
    assert not shut[:, :98].any()
    assert not shut[:, 302:].any()
    assert (shut[152:, 102:298] == 0.5).all()  # the lower edge is the picture's own: not softened
    assert shut[200, 99] + shut[200, 100] == pytest.approx(0.5)


@settings(max_examples=100, deadline=None)
@given(SHARE, SHARE, SHARE, SHARE)
def test_what_is_left_has_the_open_parts_area_and_never_gets_brighter(
    a: float, b: float, c: float, d: float
) -> None:
    (left, right), (top, bottom) = sorted((a, b)), sorted((c, d))
    shut = collimated(PICTURE, (left, top, right, bottom))
    area = (right - left) * (bottom - top)
    assert abs(float(shut.mean()) / 0.5 - area) <= 4 * EDGE_SHARE
    assert (shut >= 0.0).all()
    assert (shut <= PICTURE).all()


def test_a_picture_is_not_changed_in_place() -> None:
    before = PICTURE.copy()
    collimated(PICTURE, (0.4, 0.4, 0.6, 0.6))
    assert (before == PICTURE).all()
