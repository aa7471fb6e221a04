"""Metal and cement lie where a surgeon would have put them."""

from __future__ import annotations

import numpy as np
import pytest

from trainer.anatomy.synthetic.bone import Block, Bone, Material, MaterialBlock
from trainer.anatomy.synthetic.envelope import envelope_of
from trainer.anatomy.synthetic.hardware import hardware
from trainer.anatomy.synthetic.person import Hardware, Person, Sex
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.vertebrae import vertebrae
from trainer.geometry.pinhole import FloatArray


def inside(bone: Bone, spacing_mm: float = 0.7) -> tuple[FloatArray, MaterialBlock]:
    """World points inside a bone on a grid, and their materials."""
    low = bone.low_world_mm
    size = np.ceil((bone.high_world_mm - low) / spacing_mm).astype(int) + 1
    origin = (float(low[0]), float(low[1]), float(low[2]))
    block = Block(origin, spacing_mm, (int(size[2]), int(size[1]), int(size[0])))
    distance, material = bone.on_block(block)
    where = np.argwhere(distance < 0.0)[:, ::-1]
    return low + spacing_mm * where, material[distance < 0.0]


def test_most_people_carry_nothing() -> None:
    assert hardware(plan_of(Person())) == ()


@pytest.mark.parametrize("kind", [kind for kind in Hardware if kind is not Hardware.NONE])
def test_implants_are_of_one_material_throughout_and_the_same_each_time(kind: Hardware) -> None:
    plan = plan_of(Person(seed=5, hardware=kind))
    made, again = hardware(plan), hardware(plan)
    assert made
    wanted = Material.CEMENT if kind is Hardware.CEMENT else Material.METAL
    for bone, other in zip(made, again, strict=True):
        points, material = inside(bone)
        assert len(points) > 20, bone.name
        assert (material == wanted).all(), bone.name
        assert np.array_equal(bone.at(points[:50]), other.at(points[:50]))


@pytest.mark.parametrize("sex", Sex)
def test_screws_run_through_the_pedicle_into_the_body_and_stay_out_of_the_canal(sex: Sex) -> None:
    person = Person(seed=8, sex=sex, hardware=Hardware.PEDICLE_SCREWS)
    plan = plan_of(person)
    bones = {bone.name: bone for bone in vertebrae(plan)}
    screws = [one for one in hardware(plan) if one.name.startswith("screw")]
    assert len(screws) == 6
    for screw in screws:
        level = screw.name.split(".")[1]
        vertebra = plan.vertebrae[level]
        local = vertebra.frame.local(inside(screw)[0])
        wall = sum(vertebra.size.plate_depths) / 4.0
        assert local[:, 1].min() < -0.3 * wall, "reaches the front half"
        shaft = local[local[:, 1] < wall + 0.7 * vertebra.size.canal[1]]
        buried = bones[level].at(vertebra.frame.world(shaft)) < 0.3
        assert buried.mean() > 0.97, f"{screw.name}: {buried.mean():.2f} in bone"
        middle = wall + vertebra.size.canal[1] / 2.0
        off = (shaft[:, 0] / vertebra.size.canal[0] * 2.0) ** 2
        off += ((shaft[:, 1] - middle) / vertebra.size.canal[1] * 2.0) ** 2
        assert off.min() > 0.75, "at most a thread's breadth in the canal"


def test_rods_join_the_heads_behind_the_spine() -> None:
    plan = plan_of(Person(hardware=Hardware.PEDICLE_SCREWS, hardware_levels=("T9", "T10", "T11")))
    rods = [one for one in hardware(plan) if one.name.startswith("rod")]
    assert len(rods) == 2
    for rod in rods:
        points = inside(rod)[0]
        assert points[:, 2].max() > plan.vertebrae["T9"].frame.centre_world_mm[2]
        assert points[:, 2].min() < plan.vertebrae["T11"].frame.centre_world_mm[2]
        assert plan.vertebrae["T10"].frame.local(points)[:, 1].min() > 25.0


def test_cement_stays_in_its_broken_body() -> None:
    person = Person(seed=2, hardware=Hardware.CEMENT, wedge_level="T8", wedge_percent=35.0)
    plan = plan_of(person)
    (cloud,) = hardware(plan)
    bone = next(one for one in vertebrae(plan) if one.name == "T8")
    points = inside(cloud)[0]
    assert (bone.at(points) < 0.0).mean() > 0.95
    assert 1.0 < 0.7**3 * len(points) / 1000.0 < 9.0, "some millilitres"


def test_wires_lie_round_the_breast_bone_in_front_of_the_chest() -> None:
    plan = plan_of(Person(hardware=Hardware.STERNAL_WIRES))
    wires = hardware(plan)
    assert len(wires) == 6
    for wire in wires:
        points = inside(wire, 0.5)[0]
        assert abs(points[:, 0].mean()) < 8.0
        assert (envelope_of(plan).distance_mm(points) > -1.0).mean() > 0.95


def test_the_pacemaker_lies_outside_the_left_ribs_and_its_lead_crosses_to_the_heart() -> None:
    plan = plan_of(Person(hardware=Hardware.PACEMAKER))
    can, lead = hardware(plan)
    middle = inside(can)[0].mean(axis=0)
    assert middle[0] > 30.0
    assert envelope_of(plan).distance_mm(inside(can)[0]).min() > 5.0
    tip = inside(lead)[0]
    assert tip[:, 0].min() < -15.0, "down the right side"
    assert tip[tip[:, 2].argmin(), 0] > 20.0, "ends left, in the ventricle"
