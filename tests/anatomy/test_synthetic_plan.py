"""The plan of a synthetic spine."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.synthetic.frame import Frame
from trainer.anatomy.synthetic.morphometry import COLUMNS, SPINE
from trainer.anatomy.synthetic.person import LIMITS, Person, Sex, Transition
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning import plan_of

WHOLE = ("seed", "rib_pairs")


def _number(name: str) -> st.SearchStrategy[float]:
    least, most = LIMITS[name]
    if name in WHOLE:
        return st.integers(int(least), int(most))
    return st.floats(least, most)


people = st.builds(
    Person,
    sex=st.sampled_from(Sex),
    transition=st.sampled_from(Transition),
    wedge_level=st.sampled_from(("", *LEVELS)),
    **{name: _number(name) for name in LIMITS},
)


def tilt_deg(frame: Frame) -> float:
    """The C-arm tilt that squares a level: + toward the head."""
    return float(np.degrees(np.arcsin(frame.axes[2, 1])))


def roll_deg(frame: Frame) -> float:
    """How far a level's top leans to the patient's left."""
    return float(np.degrees(np.arcsin(frame.axes[0, 2])))


def yaw_deg(frame: Frame) -> float:
    """How far a level's back turns to the patient's right."""
    return float(np.degrees(np.arctan2(-frame.axes[0, 1], frame.axes[1, 1])))


@given(people)
@settings(max_examples=40, deadline=None)
def test_any_person_within_the_limits_has_a_finite_spine_about_t7(person: Person) -> None:
    plan = plan_of(person)
    assert tuple(plan.vertebrae) == SPINE
    assert np.array_equal(plan.vertebrae["T7"].frame.centre_world_mm, np.zeros(3))
    assert np.isfinite(plan.centres_world_mm).all()
    assert (np.diff(plan.centres_world_mm[:, 2]) < -3.0).all(), "levels follow each other down"
    for vertebra in plan.vertebrae.values():
        assert np.allclose(vertebra.frame.axes.T @ vertebra.frame.axes, np.eye(3), atol=1e-9)
        assert np.linalg.det(vertebra.frame.axes) == pytest.approx(1.0)
        assert vertebra.size.body_height_anterior > 3.0
        for side, sign in ((Side.LEFT, 1.0), (Side.RIGHT, -1.0)):
            process = vertebra.processes[side]
            assert sign * (process.club_high - process.root)[0] > 1.0, "processes point outward"


@given(people)
@settings(max_examples=20, deadline=None)
def test_the_same_person_has_the_same_plan(person: Person) -> None:
    one, other = plan_of(person), plan_of(person)
    for level in SPINE:
        a, b = one.vertebrae[level], other.vertebrae[level]
        assert a.size == b.size
        assert a.frame.axes.tobytes() == b.frame.axes.tobytes()
        assert (
            a.processes[Side.LEFT].club_low.tobytes() == b.processes[Side.LEFT].club_low.tobytes()
        )


@pytest.mark.parametrize("kyphosis", [15.0, 40.0, 80.0])
@pytest.mark.parametrize("wedge", ["", "T8"])
def test_t1_to_t12_turn_by_the_kyphosis(kyphosis: float, wedge: str) -> None:
    person = Person(seed=5, kyphosis_deg=kyphosis, wedge_level=wedge, wedge_percent=20.0)
    plan = plan_of(person)
    turn = tilt_deg(plan.vertebrae["T1"].frame) - tilt_deg(plan.vertebrae["T12"].frame)
    assert turn == pytest.approx(kyphosis, abs=0.6)


def test_square_on_tilts_follow_the_published_table() -> None:
    plan = plan_of(Person(seed=2, kyphosis_deg=44.2))
    for level in (f"T{n}" for n in range(1, 13)):
        expected = 44.2 / 50.0 * COLUMNS["square_tilt_deg"].at(level)
        assert tilt_deg(plan.vertebrae[level].frame) == pytest.approx(expected, abs=3.0)


def test_scoliosis_bends_to_the_right_by_its_cobb_angle_and_turns_bodies_into_it() -> None:
    straight, bent = plan_of(Person(seed=9)), plan_of(Person(seed=9, scoliosis_deg=30.0))
    change = [
        roll_deg(bent.vertebrae[level].frame) - roll_deg(straight.vertebrae[level].frame)
        for level in SPINE
    ]
    assert max(change) - min(change) == pytest.approx(30.0, abs=1.5)
    assert _aside(bent) < _aside(straight) - 8.0, "the apex lies to the right"
    turned = yaw_deg(bent.vertebrae["T8"].frame) - yaw_deg(straight.vertebrae["T8"].frame)
    assert turned == pytest.approx(-10.5, abs=1.5), "the body turns right, the back left"


def _aside(plan: Plan) -> float:
    """How far left T8 lies of the line from T3 to L1."""
    at = {level: plan.vertebrae[level].frame.centre_world_mm for level in ("T3", "T8", "L1")}
    share = (at["T8"][2] - at["L1"][2]) / (at["T3"][2] - at["L1"][2])
    return float(at["T8"][0] - (at["L1"][0] + share * (at["T3"][0] - at["L1"][0])))


def test_a_positive_rotation_turns_the_whole_back_to_the_left() -> None:
    still, turned = plan_of(Person()), plan_of(Person(rotation_deg=15.0))
    for level in SPINE:
        a, b = still.vertebrae[level].frame, turned.vertebrae[level].frame
        assert b.axes[0, 1] > a.axes[0, 1] + 0.2, "posterior goes left"
        assert np.allclose(turned.trunk.axes @ a.axes, b.axes)
        assert np.allclose(turned.trunk.world(a.centre_world_mm), b.centre_world_mm)


def test_a_wedge_fracture_takes_its_share_of_the_front_and_bends_there() -> None:
    whole = plan_of(Person(seed=4)).vertebrae
    broken = plan_of(Person(seed=4, wedge_level="T8", wedge_percent=40.0)).vertebrae
    lost = broken["T8"].size.body_height_anterior / whole["T8"].size.body_height_anterior
    assert lost == pytest.approx(0.6)
    assert broken["T8"].size.body_height == whole["T8"].size.body_height
    local = tilt_deg(broken["T7"].frame) - tilt_deg(broken["T9"].frame)
    assert local > tilt_deg(whole["T7"].frame) - tilt_deg(whole["T9"].frame) + 8.0


def test_lengths_follow_stature_and_breadth_follows_sex() -> None:
    small, tall = plan_of(Person(height_cm=150.0)), plan_of(Person(height_cm=195.0))
    ratio = np.ptp(tall.centres_world_mm[:, 2]) / np.ptp(small.centres_world_mm[:, 2])
    assert ratio == pytest.approx(195.0 / 150.0, rel=0.01)
    woman, man = (plan_of(Person(sex=sex)).vertebrae["T7"].size for sex in Sex)
    assert man.plate_widths[0] > woman.plate_widths[0]
    assert man.body_height == woman.body_height


@pytest.mark.parametrize(
    ("changed", "level", "wider"),
    [
        (Person(rib_pairs=11), "T12", True),
        (Person(transition=Transition.LUMBAR_T12), "T12", True),
        (Person(rib_pairs=13), "L1", False),
        (Person(transition=Transition.CERVICAL_RIB_C7), "C7", True),
    ],
)
def test_transitional_processes_look_like_their_neighbours(
    changed: Person, level: str, wider: bool
) -> None:
    plain = plan_of(Person()).vertebrae[level].size.tp_span
    other = plan_of(changed).vertebrae[level].size.tp_span
    assert (other > plain + 3.0) if wider else (other < plain - 10.0)


def test_every_cell_of_the_table_names_its_confidence_and_every_column_its_source() -> None:
    for name, column in COLUMNS.items():
        assert column.source, name
        tags = {level: column.tag(level) for level in SPINE}
        assert set(tags.values()) <= {"[S]", "[S2]", "[M]", "[D]", "[X]"}, name
        assert all(tags[level] == "[X]" for level in ("C5", "C6", "L2", "L3")), "scenery"
