"""Edges along a ray, between samples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.anatomy.measure.walls import STEP_MM, gap_after_wall, inner_wall, outer_wall
from trainer.geometry.pinhole import FloatArray

ALONG = np.arange(0.0, 25.0, STEP_MM)


def slab(begin: float, end: float, blur: float = 0.4) -> FloatArray:
    """Bone between two places, its edges spread over twice `blur`."""
    inside = np.minimum(ALONG - begin, end - ALONG)
    return np.asarray(np.clip(0.5 + inside / (2.0 * blur), 0.0, 1.0))


@given(st.floats(4.0, 12.0), st.floats(1.0, 3.0), st.floats(0.0, 0.3))
def test_a_wall_ends_where_it_ends_whatever_the_marrow(
    end: float, thick: float, marrow: float
) -> None:
    profile = np.maximum(1.5 * slab(end - thick, end), marrow * slab(-5.0, end))
    assert outer_wall(profile) == pytest.approx(end, abs=0.1)


@given(st.floats(2.0, 12.0), st.floats(1.0, 3.0))
def test_a_space_ends_where_the_wall_begins(begin: float, thick: float) -> None:
    assert inner_wall(1.5 * slab(begin, begin + thick)) == pytest.approx(begin, abs=0.1)


@given(st.floats(0.2, 0.9))
def test_a_thin_cortex_is_found_a_little_outside_and_never_more(thick: float) -> None:
    found = outer_wall(1.5 * slab(8.0 - thick, 8.0))
    assert 8.0 - 0.1 <= found <= 8.0 + 0.45


@given(st.floats(3.0, 8.0), st.floats(1.0, 4.0))
def test_a_joint_is_as_wide_as_the_gap(near: float, gap: float) -> None:
    profile = 1.5 * (slab(-2.0, near) + slab(near + gap, near + gap + 4.0))
    first, second = gap_after_wall(profile)
    assert second - first == pytest.approx(gap, abs=0.15)


def test_soft_tissue_has_no_wall() -> None:
    assert np.isnan(outer_wall(0.05 * slab(2.0, 9.0)))
    assert np.isnan(inner_wall(0.05 * slab(2.0, 9.0)))
