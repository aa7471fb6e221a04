"""Landmarks, nerves and strands of generated people, on the bones that are drawn."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest

from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.nerve_courses import nerves_of
from trainer.anatomy.patient import Nerve, Strand, StrandKind
from trainer.anatomy.strands import root_radius_mm, strands_of
from trainer.anatomy.synthetic.composer import Skeleton
from trainer.anatomy.synthetic.envelope import envelope_of
from trainer.anatomy.synthetic.landmarks import landmarks_of
from trainer.anatomy.synthetic.person import Person, Sex
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.ribs import intercostal_bundle, ribs
from trainer.anatomy.synthetic.vertebrae import vertebrae
from trainer.anatomy.tables import conventions
from trainer.anatomy.vertebral_axes import Landmarks, axes_of, plate_normal
from trainer.geometry.pinhole import FloatArray

PEOPLE = (
    Person(seed=3),
    Person(seed=7, sex=Sex.MALE, age_years=66, height_cm=188, kyphosis_deg=58, scoliosis_deg=14),
)
MIDDLE = ("body_centre", "upper_plate_centre", "lower_plate_centre", "canal_centre", "spinous_tip")
SIDED = (
    *("pedicle", "tp_root", "tp_corner", "tp_tip", "sap_tip", "iap_tip", "facet_joint"),
    *("foramen", "sap_tp_notch"),
)
Truth = tuple[Plan, Skeleton, Landmarks, tuple[Nerve, ...], tuple[Strand, ...]]


@lru_cache(maxsize=2)
def truth_of(person: Person) -> Truth:
    plan = plan_of(person)
    envelope = envelope_of(plan)
    costal = ribs(plan, envelope)
    skeleton = Skeleton.of(person, (*vertebrae(plan), *costal))
    landmarks = landmarks_of(plan, skeleton.bones, skeleton)
    bundles = {(rib.level, rib.side): intercostal_bundle(rib) for rib in costal}
    nerves = nerves_of(landmarks, skeleton, conventions(), person.seed)
    return plan, skeleton, landmarks, nerves, strands_of(landmarks, skeleton, bundles)


def at(landmarks: Landmarks, name: str) -> FloatArray:
    return np.array(landmarks[name])


people = pytest.mark.parametrize("person", PEOPLE, ids=lambda person: f"seed{person.seed}")


@people
def test_every_level_has_every_landmark(person: Person) -> None:
    landmarks = truth_of(person)[2]
    for level in LEVELS:
        assert all(f"{level}.{what}" in landmarks for what in MIDDLE)
        assert all(f"{level}.{side}.{what}" in landmarks for side in Side for what in SIDED)
        if level.startswith("T"):
            assert f"{level}.left.rib_head" in landmarks
            assert f"{level}.right.rib_tubercle" in landmarks


@people
def test_a_corner_lies_on_the_drawn_bone_and_in_no_other(person: Person) -> None:
    _, skeleton, landmarks, _, _ = truth_of(person)
    corners = {
        (level, side): at(landmarks, f"{level}.{side}.tp_corner")
        for level in LEVELS
        for side in Side
    }
    points = np.array(list(corners.values()))
    assert np.abs(skeleton.at(points)).max() < 0.05
    for (level, _), point in corners.items():
        others = [bone.at(point[None])[0] for bone in skeleton.bones if bone.name != level]
        assert min(others) > 0.0, level


@people
def test_a_corner_is_the_highest_of_the_process_lateral_part(person: Person) -> None:
    """Within 2 mm of the highest point of the lateral 6 mm (anatomy.md 7).

    Of a short process (T11, T12) the lateral 60 %: beyond lies the articular process.
    """
    _, skeleton, landmarks, _, _ = truth_of(person)
    bones = {bone.name: bone for bone in skeleton.bones}
    for level in LEVELS:
        frame = axes_of(landmarks, level)
        for side in Side:
            corner = frame.local(at(landmarks, f"{level}.{side}.tp_corner"))
            tip = frame.local(at(landmarks, f"{level}.{side}.tp_tip"))
            out = 1.0 if side is Side.LEFT else -1.0
            root = frame.local(at(landmarks, f"{level}.{side}.tp_root"))
            x = tip[0] - out * np.arange(0.0, min(6.0, 0.6 * abs(tip[0] - root[0])) + 0.1, 0.75)
            y, z = corner[1] + np.arange(-8, 8.1, 0.75), corner[2] + np.arange(-3.0, 6.1, 0.5)
            grid = np.stack([part.ravel() for part in np.meshgrid(x, y, z)], axis=1)
            inside = grid[bones[level].at(frame.world(grid)) < 0.0]
            assert inside[:, 2].max() - corner[2] < 2.0, (level, side)


@people
def test_sides_and_heights_are_where_their_names_say(person: Person) -> None:
    landmarks = truth_of(person)[2]
    for level in LEVELS:
        frame = axes_of(landmarks, level)

        def local(what: str, frame=frame, level=level) -> FloatArray:  # type: ignore[no-untyped-def]
            return np.asarray(frame.local(at(landmarks, f"{level}.{what}")))

        for side, out in ((Side.LEFT, 1.0), (Side.RIGHT, -1.0)):
            assert all(out * local(f"{side}.{what}")[0] > 3.0 for what in SIDED)
            assert local(f"{side}.sap_tip")[2] > local("upper_plate_centre")[2] - 2.0
            assert local(f"{side}.iap_tip")[2] < local("lower_plate_centre")[2] + 2.0
            assert local(f"{side}.tp_tip")[0] * out > local(f"{side}.tp_root")[0] * out
            assert local(f"{side}.foramen")[2] < local(f"{side}.pedicle")[2]
        assert local("spinous_tip")[1] > local("canal_centre")[1] + 12.0


@people
def test_plates_look_to_the_head_and_hardly_differ_from_the_body_s_axis(person: Person) -> None:
    plan, _, landmarks, _, _ = truth_of(person)
    for level in LEVELS:
        up = plan.vertebrae[level].frame.axes[:, 2]
        for plate in ("upper", "lower"):
            normal = plate_normal(landmarks, level, plate)
            assert np.linalg.norm(normal) == pytest.approx(1.0)
            assert np.degrees(np.arccos(np.clip(normal @ up, -1.0, 1.0))) < 7.0


@people
def test_no_nerve_runs_in_bone_but_for_its_canal(person: Person) -> None:
    _, skeleton, _, nerves, _ = truth_of(person)
    assert len(nerves) == 2 * sum(len(each.levels) for each in conventions().values())
    for nerve in nerves:
        canal = (nerve.convention, nerve.level) == ("koutp-2022", "T12")
        least = skeleton.at(nerve.points_world_mm).min()
        assert least > (-0.5 if canal else 0.2), (nerve.name, nerve.side, nerve.convention, least)


@people
def test_strands_of_every_kind_leave_every_foramen_outside_bone(person: Person) -> None:
    _, skeleton, landmarks, _, strands = truth_of(person)
    found = {(s.level, s.side, s.kind) for s in strands}
    assert found == {
        (level, side, kind) for level in LEVELS for side in Side for kind in StrandKind
    }
    assert len({(s.name, s.side) for s in strands}) == len(strands)
    buried = [s for s in strands if skeleton.at(s.points_world_mm).min() < 0.0]
    assert [(s.name, s.side) for s in buried] == []
    for strand in strands:
        if strand.kind in (StrandKind.NERVE_ROOT, StrandKind.SPINAL_ARTERY):
            foramen = at(landmarks, f"{strand.level}.{strand.side}.foramen")
            away = np.linalg.norm(strand.points_world_mm - foramen, axis=1)
            assert away.min() < 3.5


def test_ganglia_are_as_thick_as_their_volume_says() -> None:
    for level, volume in (("T1", 163.5), ("T5", 49.5), ("T12", 220.5)):
        radius = root_radius_mm(level)
        assert 4.0 / 3.0 * np.pi * radius**2 * (2.0 * radius) == pytest.approx(volume)
