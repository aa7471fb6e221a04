"""The shoulder girdle: in its place, off the ribs, two different sides."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Block, Bone
from trainer.anatomy.synthetic.compound import Compound
from trainer.anatomy.synthetic.envelope import envelope_of
from trainer.anatomy.synthetic.girdle import girdle
from trainer.anatomy.synthetic.person import Person, Sex
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.ribs import ribs
from trainer.anatomy.synthetic.shoulder import shoulders_of
from trainer.anatomy.synthetic.sweep import Sweep
from trainer.geometry.pinhole import FloatArray

PEOPLE = {
    "plain": Person(),
    "tall man": Person(seed=15, height_cm=205, sex=Sex.MALE, bmi=45),
    "scoliotic": Person(seed=9, scoliosis_deg=30, kyphosis_deg=15, rotation_deg=20),
}
everyone = pytest.mark.parametrize("who", PEOPLE)


@cache
def bones_of(who: str) -> dict[str, Bone]:
    plan = plan_of(PEOPLE[who])
    return {bone.name: bone for bone in girdle(plan, envelope_of(plan))}


def surface(bone: Bone) -> FloatArray:
    parts = bone.parts if isinstance(bone, Compound) else (bone,)
    sweeps = [part for part in parts if isinstance(part, Sweep)]
    return np.vstack([part.surface_world_mm().reshape(-1, 3) for part in sweeps])


def test_seven_bones_each_by_its_name() -> None:
    names = {f"{bone}.{side}" for bone in ("clavicle", "scapula", "humerus") for side in Side}
    assert set(bones_of("plain")) == names | {"sternum"}


@everyone
def test_no_girdle_bone_enters_the_lung_or_a_rib(who: str) -> None:
    plan = plan_of(PEOPLE[who])
    envelope = envelope_of(plan)
    cage = ribs(plan, envelope)
    for bone in girdle(plan, envelope):
        points = surface(bone)
        assert np.isfinite(points).all()
        assert envelope.distance_mm(points).min() > 1.0, bone.name
        if bone.name == "sternum":
            continue  # cartilage reaches its border; the composer leaves the joint
        for rib in cage:
            boxed = (points > rib.low_world_mm) & (points < rib.high_world_mm)
            near = points[boxed.all(axis=1)]
            assert not len(near) or rib.at(near).min() > 0.5, (bone.name, rib.name)


@everyone
def test_shoulder_blades_stand_aside_of_the_needle_s_way(who: str) -> None:
    """Medial border 70-100 mm from the mid-line where the spine is straight (anatomy.md 4)."""
    plan, bones = plan_of(PEOPLE[who]), bones_of(who)
    for side in Side:
        away = np.abs(plan.trunk.local(surface(bones[f"scapula.{side}"]))[:, 0])
        low, high = (50.0, 115.0) if PEOPLE[who].scoliosis_deg else (62.0, 105.0)
        assert low * plan.scale < away.min() < high * plan.scale, side


@everyone
def test_the_head_of_the_humerus_faces_its_socket(who: str) -> None:
    bones = bones_of(who)
    for shoulder in shoulders_of(plan_of(PEOPLE[who])).values():
        socket = bones[f"scapula.{shoulder.side}"]
        gap = socket.at(surface(bones[f"humerus.{shoulder.side}"])).min()
        assert -1.0 < gap < 5.0, shoulder.side
        assert np.linalg.norm(shoulder.arm_axis) == pytest.approx(1.0)
        assert shoulder.joint_world_mm[0] * (1.0 if shoulder.side is Side.LEFT else -1.0) > 90.0


def test_the_breast_bone_is_elliptic_and_ten_millimetres_thick() -> None:
    bone = bones_of("plain")["sternum"]
    assert isinstance(bone, Sweep)
    ring = bone.surface_world_mm(72)[40] - bone.points[40]
    thick = np.ptp(ring @ bone.widths[40])
    assert thick == pytest.approx(10.0, abs=1.0)
    assert bone.section.elliptic


@everyone
def test_block_and_points_agree_and_repeat(who: str) -> None:
    for bone in bones_of(who).values():
        middle = (bone.low_world_mm + bone.high_world_mm) / 2.0
        block = Block((*(middle - 20.0),), 2.0, (21, 21, 21))
        distance, _ = bone.on_block(block)
        k, j, i = np.indices(block.shape_kji)
        places = 2.0 * np.stack([i, j, k], axis=-1).reshape(-1, 3) + np.array(block.origin_world_mm)
        near = np.abs(distance.ravel()) < 3.0  # where the surface is drawn from it
        np.testing.assert_allclose(distance.ravel()[near], bone.at(places)[near], atol=5e-3)
        assert distance.tobytes() == bone.on_block(block)[0].tobytes()
