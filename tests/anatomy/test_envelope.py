"""The envelope: a true distance, wide enough above, following the spine."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.envelope import Envelope, envelope_of
from trainer.anatomy.synthetic.person import LIMITS, Person
from trainer.anatomy.synthetic.planning import plan_of
from trainer.geometry.pinhole import FloatArray

ENVELOPE = envelope_of(plan_of(Person()))


def walls(envelope: Envelope, side: Side = Side.LEFT) -> FloatArray:
    z = np.linspace(-120.0, envelope.apex_z_mm - 20.0, 40)
    return np.vstack([envelope.wall_world_mm(np.full(40, p), z, side, 0.0) for p in (60, 90, 150)])


@pytest.mark.parametrize("outward_mm", [0.0, 5.0, 15.0])
def test_a_wall_point_is_as_far_from_the_envelope_as_asked(outward_mm: float) -> None:
    psi, z = np.linspace(40.0, 180.0, 60), np.linspace(90.0, -110.0, 60)
    for side in Side:
        found = ENVELOPE.wall_world_mm(psi, z, side, outward_mm)
        np.testing.assert_allclose(ENVELOPE.distance_mm(found), outward_mm, atol=0.06)


def test_the_distance_grows_by_one_a_millimetre_at_the_wall() -> None:
    points = walls(ENVELOPE)
    steps = [
        ENVELOPE.distance_mm(points + 0.2 * a) - ENVELOPE.distance_mm(points - 0.2 * a)
        for a in np.eye(3)
    ]
    slope = np.linalg.norm(steps, axis=0) / 0.4
    assert np.percentile(slope, [5, 95]) == pytest.approx([1.0, 1.0], abs=0.1)


def test_widths_are_the_tables_and_the_top_is_widened() -> None:
    plan = plan_of(Person(height_cm=170))
    envelope = envelope_of(plan)
    for level, half_mm in (("T2", 88), ("T5", 117), ("T9", 132), ("T12", 122)):
        below = plan.vertebrae[level].frame.centre_world_mm[2] - 25.0
        assert envelope.slices_at(below)[2] == pytest.approx(half_mm, rel=0.09), level
    rib_1 = plan.vertebrae["T1"].frame.centre_world_mm[2] - 12.0
    assert envelope.slices_at(rib_1)[2] == pytest.approx(65.0, rel=0.09)


def test_the_spine_pushes_a_ridge_between_two_gutters() -> None:
    y = np.arange(-20.0, 60.0, 0.5)
    rear = {}
    for x in (0.0, 30.0, 50.0):
        points = np.stack([np.full_like(y, x), y, np.zeros_like(y)], axis=-1)
        rear[x] = y[ENVELOPE.distance_mm(points) < 0.0].max()
    assert rear[0.0] < rear[30.0] - 10.0
    assert rear[30.0] < rear[50.0] - 5.0


def test_it_turns_with_the_trunk() -> None:
    turned = envelope_of(plan_of(Person(rotation_deg=20.0)))
    points = walls(ENVELOPE)
    c, s = np.cos(np.radians(-20.0)), np.sin(np.radians(-20.0))
    moved = points @ np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]]).T
    np.testing.assert_allclose(turned.distance_mm(moved), 0.0, atol=0.4)


numbers = st.fixed_dictionaries(
    {name: st.sampled_from(LIMITS[name]) for name in ("age_years", "bmi", "kyphosis_deg")}
    | {name: st.sampled_from(LIMITS[name]) for name in ("scoliosis_deg", "rotation_deg")}
    | {"height_cm": st.sampled_from(LIMITS["height_cm"]), "seed": st.integers(0, 99)}
)


@settings(max_examples=10, deadline=None)
@given(numbers)
def test_every_corner_of_the_limits_gives_a_whole_chest(values: dict[str, float]) -> None:
    envelope = envelope_of(plan_of(replace(Person(), **values)))  # type: ignore[arg-type]
    assert np.isfinite(envelope.rows).all()
    assert (envelope.rows[:, 2:4] > 10.0).all()
    for side in Side:
        found = walls(envelope, side)
        assert np.isfinite(found).all()
        np.testing.assert_allclose(envelope.distance_mm(found), 0.0, atol=0.6)
