"""Ribs: how many, how long, with joints, off the lung and off each other."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.synthetic.bone import FAR_MM, Block, Material
from trainer.anatomy.synthetic.envelope import Envelope, envelope_of
from trainer.anatomy.synthetic.person import Person, Sex, Transition
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.rib_joint import cap_world_mm
from trainer.anatomy.synthetic.ribs import Rib, intercostal_bundle, numbers_of, ribs
from trainer.anatomy.synthetic.sweep import arc_mm
from trainer.anatomy.synthetic.vertebrae import vertebrae
from trainer.geometry.pinhole import FloatArray

PLAIN = Person()
PEOPLE = {
    "plain": PLAIN,
    "tall man": Person(seed=15, height_cm=205, sex=Sex.MALE),
    "kyphotic": Person(seed=11, kyphosis_deg=80),
    "scoliotic": Person(seed=13, scoliosis_deg=30, rotation_deg=-20),
    "old and flat": Person(
        seed=20,
        age_years=95,
        height_cm=140,
        kyphosis_deg=15,
        wedge_level="T8",
        wedge_percent=60,
        bmi=45,
    ),
}
everyone = pytest.mark.parametrize("who", PEOPLE)
# Bony lengths that anatomy.md 3's numbers came to in its prototype [P]; rib 1, "too long" there,
# has an aim of 120 mm.
LENGTHS_MM = (120, 161, 216, 259, 287, 303, 303, 289, 267, 239, 172, 129)


@cache
def chest(person: Person) -> tuple[Plan, Envelope, tuple[Rib, ...]]:
    plan = plan_of(person)
    envelope = envelope_of(plan)
    return plan, envelope, ribs(plan, envelope)


def skin_of(rib: Rib) -> tuple[FloatArray, FloatArray]:
    """Rings of surface points along a rib and their arc lengths."""
    return rib.sweep.surface_world_mm(), arc_mm(rib.sweep.points)


@everyone
def test_heads_and_tubercles_leave_room_for_cartilage_at_t2_to_t10(who: str) -> None:
    plan, _, found = chest(PEOPLE[who])
    spine = {bone.name: bone for bone in vertebrae(plan)}
    for rib in found:
        if not 2 <= rib.number <= 10:
            continue
        rings, arc = skin_of(rib)
        own, above = spine[rib.level], spine[LEVELS[LEVELS.index(rib.level) - 1]]
        head = np.vstack([rings[arc < 9.0].reshape(-1, 3), cap_world_mm(rib.sweep)])
        tubercle = rings[np.abs(arc - rib.tubercle_mm) < 8.0].reshape(-1, 3)
        assert 1.0 <= min(own.at(head).min(), above.at(head).min()) <= 3.0, rib.name
        assert 1.0 <= own.at(tubercle).min() <= 3.0, rib.name


@everyone
def test_no_rib_enters_a_vertebra_or_its_neighbour(who: str) -> None:
    plan, _, found = chest(PEOPLE[who])
    spine = vertebrae(plan)
    for rib in found:
        rings, arc = skin_of(rib)
        medial = rings[arc < 90.0].reshape(-1, 3)
        assert min(bone.at(medial).min() for bone in spine) > 0.5, rib.name
    for side in Side:
        for upper, lower in pairwise(rib for rib in found if rib.side is side):
            rings, arc = skin_of(upper)
            assert lower.at(rings[arc <= upper.bone_mm].reshape(-1, 3)).min() > 0.3, upper.name


@everyone
def test_shafts_lie_on_the_lungs_envelope_and_close_to_it(who: str) -> None:
    _, envelope, found = chest(PEOPLE[who])
    for rib in found:
        rings, arc = skin_of(rib)
        shaft = (arc > rib.tubercle_mm + 15.0) & (arc < rib.bone_mm - 10.0)
        if rib.number <= 12:
            inner = envelope.distance_mm(rings[shaft]).min(axis=1)
            assert inner.min() > -0.1, rib.name
            # Rib 1 stands over the dome.
            assert np.median(inner) < 4.0 or rib.number == 1, rib.name


@pytest.mark.parametrize("seed", [0, 1])
def test_bony_lengths_are_near_the_reference(seed: int) -> None:
    for rib in chest(Person(seed=seed, height_cm=170))[2]:
        assert rib.bone_mm == pytest.approx(LENGTHS_MM[rib.number - 1], rel=0.17), rib.name


@pytest.mark.parametrize(
    ("person", "numbers", "stumps"),
    [
        (Person(rib_pairs=11), range(1, 12), set()),
        (Person(rib_pairs=13, transition=Transition.CERVICAL_RIB_C7), range(14), {0, 13}),
        (Person(transition=Transition.LUMBAR_T12), range(1, 13), {12}),
    ],
)
def test_a_person_has_the_ribs_that_were_asked_for_on_both_sides(
    person: Person, numbers: range, stumps: set[int]
) -> None:
    found = chest(person)[2]
    assert [rib.number for rib in found] == [n for n in numbers for _ in Side]
    assert {rib.number for rib in found if rib.bone_mm < 75.0} == stumps


def test_short_ribs_of_l1_are_a_thirteenth_pair() -> None:
    assert numbers_of(Person(transition=Transition.THORACIC_L1)) == tuple(range(1, 14))
    assert numbers_of(PLAIN) == tuple(range(1, 13))


def test_ribs_1_to_7_reach_the_breast_bone_and_11_and_12_nothing() -> None:
    for rib in chest(PLAIN)[2]:
        front = rib.sweep.points[-1]
        if rib.number <= 7:
            assert abs(front[0]) < 36.0, rib.name
        elif rib.number >= 11:
            assert abs(front[0]) > 60.0, rib.name


def test_rib_1_lies_flat_and_rib_7_stands() -> None:
    for rib in chest(PLAIN)[2]:
        if rib.number in (1, 7):
            rings, arc = skin_of(rib)
            middle = rings[int(np.searchsorted(arc, 0.55 * rib.bone_mm))]
            wide = np.ptp(middle[:, :2] @ flat_normal(rib))
            tall = np.ptp(middle[:, 2])
            assert (wide > 1.8 * tall) if rib.number == 1 else (tall > 1.3 * wide), rib.name


def flat_normal(rib: Rib) -> FloatArray:
    """Horizontal direction across a rib in its middle."""
    points = rib.sweep.points
    n = int(np.searchsorted(arc_mm(points), 0.55 * rib.bone_mm))
    ahead = (points[n + 1] - points[n - 1])[:2]
    return np.asarray(np.array([ahead[1], -ahead[0]]) / np.hypot(*ahead))


def test_left_and_right_are_never_mirror_images() -> None:
    by_name = {rib.name: rib for rib in chest(PLAIN)[2]}
    for n in range(3, 13):
        left, right = by_name[f"rib{n}.left"], by_name[f"rib{n}.right"]
        at = np.linspace(0.3, 0.9, 7) * min(left.bone_mm, right.bone_mm)
        lines = [
            np.stack(
                [np.interp(at, arc_mm(r.sweep.points), r.sweep.points[:, k]) for k in range(3)]
            )
            for r in (left, right)
        ]
        lines[1][0] *= -1.0
        assert np.abs(lines[0] - lines[1]).max() > 1.0, left.name


@everyone
def test_the_bundle_runs_under_its_rib_outside_bone_and_lung(who: str) -> None:
    _, envelope, found = chest(PEOPLE[who])
    for rib in found:
        line = intercostal_bundle(rib, envelope)
        off = rib.at(line)
        assert off.min() > 0.2, rib.name
        assert off.max() < 4.5, rib.name
        assert (line[:, 2] < rib.centreline_world_mm[-len(line) :, 2]).all(), rib.name
        if rib.number <= 12:
            assert envelope.distance_mm(line).min() > -0.5, rib.name


def test_a_block_and_the_same_places_as_points_say_the_same() -> None:
    rib = next(r for r in chest(PLAIN)[2] if r.name == "rib6.right")
    middle = rib.sweep.points[40]
    block = Block((*(float(round(c)) - 12.0 for c in middle),), 1.0, (25, 25, 25))  # type: ignore[arg-type]
    distance, material = rib.on_block(block)
    k, j, i = np.indices(block.shape_kji)
    places = np.stack([i, j, k], axis=-1).reshape(-1, 3) + np.array(block.origin_world_mm)
    np.testing.assert_allclose(distance.ravel(), rib.at(places), atol=2e-3)
    assert distance.min() < -2.0
    assert set(np.unique(material[distance < FAR_MM])) <= {Material.RIB, Material.RIB_NECK}


def test_distances_are_true_near_the_surface() -> None:
    """Their gradient is 1 and they vanish on the surface."""
    for rib in chest(PLAIN)[2][::5]:
        rings, arc = skin_of(rib)
        shaft = rings[(arc > rib.tubercle_mm + 10.0) & (arc < rib.bone_mm - 10.0)].reshape(-1, 3)
        assert np.percentile(np.abs(rib.at(shaft)), 95) < 0.3, rib.name
        steps = [rib.at(shaft + 0.1 * a) - rib.at(shaft - 0.1 * a) for a in np.eye(3)]
        slope = np.linalg.norm(steps, axis=0) / 0.2
        assert np.percentile(slope, [5, 95]) == pytest.approx([1.0, 1.0], abs=0.25), rib.name


def test_the_same_person_has_the_same_ribs_to_the_byte() -> None:
    again = ribs(plan_of(PLAIN), envelope_of(plan_of(PLAIN)))
    for one, other in zip(chest(PLAIN)[2], again, strict=True):
        assert one.sweep.points.tobytes() == other.sweep.points.tobytes()
        block = Block(tuple(one.sweep.points[10] - 8.0), 1.3, (12, 12, 12))
        assert one.on_block(block)[0].tobytes() == other.on_block(block)[0].tobytes()
