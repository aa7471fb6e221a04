"""Window, invert, flip, turn: display only."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.imaging.look import Look, grey_of

RAMP = np.linspace(-0.2, 1.2, 12, dtype=np.float32).reshape(3, 4)


def test_zero_is_black_one_is_white_and_the_rest_is_held() -> None:
    grey = grey_of(np.float32([[-1.0, 0.0, 0.5, 1.0, 7.0]]))
    assert grey.tolist() == [[0, 0, 128, 255, 255]]


def test_a_window_spreads_its_range_over_all_greys() -> None:
    look = Look(window_centre=0.3, window_width=0.2)
    assert grey_of(np.float32([[0.1, 0.2, 0.3, 0.4, 0.5]]), look).tolist() == [
        [0, 0, 128, 255, 255]
    ]


def test_invert_makes_dense_bright() -> None:
    assert (grey_of(RAMP, Look(invert=True)) == 255 - grey_of(RAMP)).all()


def test_flip_exchanges_left_and_right_and_a_turn_is_counter_clockwise() -> None:
    grey = grey_of(RAMP)
    assert (grey_of(RAMP, Look(flip=True)) == grey[:, ::-1]).all()
    turned = grey_of(RAMP, Look(quarter_turns=1))
    assert turned[0, 0] == grey[0, -1]  # the right upper corner comes to the left upper one


@given(st.integers(-8, 8))
def test_four_quarter_turns_are_none(turns: int) -> None:
    assert (
        grey_of(RAMP, Look(quarter_turns=turns)) == grey_of(RAMP, Look(quarter_turns=turns + 4))
    ).all()


@pytest.mark.parametrize("width", [0.0, -1.0, float("nan")])
def test_a_window_without_width_is_refused(width: float) -> None:
    with pytest.raises(ValueError, match="width"):
        Look(window_width=width)
