"""Vertebrae measured on their signed distance, not on the numbers they were made from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import pytest
from scipy import ndimage

from tests.anatomy.vertebra_calipers import Calipers, thinnest, widest
from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.synthetic.bone import Block, Bone, Material
from trainer.anatomy.synthetic.person import Person, Sex, Transition
from trainer.anatomy.synthetic.plan import Plan, VertebraPlan
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.solid_bone import SolidBone
from trainer.anatomy.synthetic.vertebrae import vertebrae

X, Y, Z = np.eye(3)
SIGN = {Side.LEFT: 1.0, Side.RIGHT: -1.0}
VERTEBRAL = {
    *range(Material.RIB),
    Material.PEDICLE_MEDIAL,
    Material.PEDICLE_LATERAL,
    Material.TRANSVERSE,
}
# Rims without osteophytes: lips are meant to be wider than the table.
PEOPLE = {
    "woman": Person(osteophytes=0.0),
    "tall man": Person(seed=3, sex=Sex.MALE, height_cm=188.0, osteophytes=0.0),
    "small old woman": Person(
        seed=11, age_years=50.0, height_cm=152.0, kyphosis_deg=62.0, osteophytes=0.0
    ),
}
EXTREMES = {
    **PEOPLE,
    "bent": Person(seed=21, scoliosis_deg=30.0, rotation_deg=-20.0, kyphosis_deg=80.0),
    "flat": Person(seed=22, kyphosis_deg=15.0, height_cm=205.0, sex=Sex.MALE),
    "broken": Person(seed=23, wedge_level="T8", wedge_percent=60.0, age_years=95.0, osteophytes=1),
    "lumbar T12": Person(seed=24, transition=Transition.LUMBAR_T12, rib_pairs=11),
    "thoracic L1": Person(seed=25, transition=Transition.THORACIC_L1, rib_pairs=13),
}


@cache
def made(who: str) -> tuple[Plan, dict[str, Bone]]:
    plan = plan_of(EXTREMES[who])
    return plan, {bone.name: bone for bone in vertebrae(plan)}


def each(who: str) -> Iterator[tuple[VertebraPlan, Calipers]]:
    """C7-L1 of a person with calipers in the vertebra's own frame."""
    plan, bones = made(who)
    for level in LEVELS:
        vertebra = plan.vertebrae[level]
        yield vertebra, Calipers(bones[level], vertebra.frame)


def off(who: str, name: str, tolerance: float, measure: object) -> list[str]:
    """Levels where a measured value leaves the planned one by more than the tolerance."""
    wrong = []
    for vertebra, calipers in each(who):
        found, planned = measure(vertebra, calipers)  # type: ignore[operator]
        if not abs(found - planned) <= tolerance:
            wrong.append(f"{vertebra.level} {name} {found:.2f}, planned {planned:.2f}")
    return wrong


everyone = pytest.mark.parametrize("who", PEOPLE)


@everyone
def test_bodies_are_as_high_behind_as_planned(who: str) -> None:
    def height(v: VertebraPlan, c: Calipers) -> tuple[float, float]:
        half, wall = v.size.body_height / 2.0, sum(v.size.plate_depths) / 4.0
        top = c.furthest((-8, wall - 4, half - 3), (8, wall - 1, half + 3), Z, 0.4)
        low = c.furthest((-8, wall - 4, -half - 3), (8, wall - 1, 3 - half), -Z, 0.4)
        return top + low, v.size.body_height

    assert off(who, "posterior height", 0.8, height) == []


@everyone
@pytest.mark.parametrize("plate", ["upper", "lower"])
def test_plates_are_as_wide_and_deep_as_planned(who: str, plate: str) -> None:
    n, way = (0, 1.0) if plate == "upper" else (1, -1.0)

    def width(v: VertebraPlan, c: Calipers) -> tuple[float, float]:
        z = way * (v.size.body_height + v.size.body_height_anterior) / 4.0 - way
        reach = v.size.plate_widths[n] / 2.0 + 3.0
        low, high = (-reach, -1, z - 0.8), (reach, 1, z + 0.8)
        return c.furthest(low, high, X, 0.4) + c.furthest(low, high, -X, 0.4), v.size.plate_widths[
            n
        ]

    def depth(v: VertebraPlan, c: Calipers) -> tuple[float, float]:
        z = way * (v.size.body_height + v.size.body_height_anterior) / 4.0 - way
        ahead, wall = v.size.plate_depths[n] / 2.0 + 3.0, sum(v.size.plate_depths) / 4.0
        low, high = (-1, -ahead, z - 0.8), (1, wall + 1.5, z + 0.8)
        return c.furthest(low, high, Y, 0.4) + c.furthest(low, high, -Y, 0.4), v.size.plate_depths[
            n
        ]

    assert off(who, f"{plate} width", 0.9, width) == []
    assert off(who, f"{plate} depth", 0.9, depth) == []


@everyone
def test_pedicles_are_as_thick_and_converge_as_planned(who: str) -> None:
    def axis(v: VertebraPlan, c: Calipers, side: Side) -> np.ndarray:
        """Middles of the pedicle's sections between the body and the pillar."""
        wall, sign = sum(v.size.plate_depths) / 4.0, SIGN[side]
        z = v.size.body_height / 2.0 - v.size.pedicle[1] / 2.0 - 0.6
        start = np.array([sign * (v.size.canal[0] + v.size.pedicle[0]) / 2.0, 0.0, z])
        slope = np.tan(np.radians(v.size.pedicle_converge_deg)) * sign
        beside = wall + 0.42 * v.size.canal[1]
        ys = np.linspace(wall + 1.5, wall + 0.5 * v.size.canal[1], 12)
        return np.array([start + np.array([slope * (y - beside), y, 0.0]) for y in ys])

    def width(v: VertebraPlan, c: Calipers) -> tuple[float, float]:
        flat = np.cos(np.radians(v.size.pedicle_converge_deg))
        both = [min(c.across(p, X, 16.0) for p in axis(v, c, side)) for side in Side]
        return float(np.mean(both)) * flat, v.size.pedicle[0]

    def height(v: VertebraPlan, c: Calipers) -> tuple[float, float]:
        both = [min(c.across(p, Z, 20.0) for p in axis(v, c, side)) for side in Side]
        return float(np.mean(both)), v.size.pedicle[1]

    def converge(v: VertebraPlan, c: Calipers) -> tuple[float, float]:
        angles = []
        for side in Side:
            points, out = axis(v, c, side)[1:9], SIGN[side] * X
            aside = [(c.edge(p, out, 16.0) - c.edge(p, -out, 16.0)) / 2.0 for p in points]
            middles = SIGN[side] * points[:, 0] + aside
            angles.append(np.degrees(np.arctan(np.polyfit(points[:, 1], middles, 1)[0])))
        # The canal trims the inner wall of strongly converging pedicles.
        measured = v.size.pedicle_converge_deg < 18.0
        return float(np.mean(angles)) if measured else 0.0, v.size.pedicle_converge_deg * measured

    assert off(who, "pedicle width", 0.6, width) == []
    assert off(who, "pedicle height", 0.9, height) == []
    assert off(who, "convergence", 3.5, converge) == []


@everyone
def test_the_canal_is_as_wide_and_deep_as_planned(who: str) -> None:
    def middle(v: VertebraPlan) -> np.ndarray:
        wall = sum(v.size.plate_depths) / 4.0
        z = v.size.body_height / 2.0 - v.size.pedicle[1] / 2.0
        return np.array([0.0, wall + v.size.canal[1] / 2.0, z])

    def width(v: VertebraPlan, c: Calipers) -> tuple[float, float]:
        return c.across(middle(v), X), v.size.canal[0]

    def depth(v: VertebraPlan, c: Calipers) -> tuple[float, float]:
        downs = np.linspace(1.0, 0.75 * v.size.body_height, 12)
        found = [c.across(middle(v) - down * Z, Y, 30.0) for down in downs]
        return thinnest(found), v.size.canal[1]

    assert off(who, "canal width", 1.0, width) == []
    assert off(who, "canal depth", 1.0, depth) == []


@everyone
def test_processes_reach_as_far_as_planned(who: str) -> None:
    def span(v: VertebraPlan, c: Calipers) -> tuple[float, float]:
        total = 0.0
        for side in Side:
            process = v.processes[side]
            low = np.minimum(process.club_low, process.club_high) - 6.0
            high = np.maximum(process.club_low, process.club_high) + 6.0
            total += c.furthest(low, high, SIGN[side] * X, 0.5)
        return total, v.size.tp_span

    def spinous(v: VertebraPlan, c: Calipers) -> tuple[float, float]:
        margin = np.array([0.0, sum(v.size.plate_depths) / 4.0, v.size.body_height / 2.0])
        return widest(c, margin, v.size.sp_length), v.size.sp_length

    assert off(who, "span of the transverse processes", 1.5, span) == []
    assert off(who, "spinous length", 1.5, spinous) == []


@pytest.mark.parametrize("who", ["bent", "flat", "broken", "lumbar T12", "thoracic L1"])
def test_every_vertebra_is_one_piece_of_a_sane_size(who: str) -> None:
    plan, bones = made(who)
    for name, bone in bones.items():
        distance, material = bone.on_block(block_over(bone, 1.2))
        assert np.isfinite(distance).all()
        inside = distance < 0.0
        pieces, count = ndimage.label(inside)
        sizes = np.bincount(pieces.ravel())[1:]
        # The tips of an old person's lips are thinner than these voxels.
        assert sizes.max() >= 0.995 * sizes.sum(), f"{name} of {who}: {count} pieces"
        volume_ml = 1.2**3 * inside.sum() / 1000.0 / plan.scale**3
        assert 4.0 < volume_ml < 75.0, f"{name} of {who}: {volume_ml:.1f} ml"
        assert set(np.unique(material[inside])) <= VERTEBRAL


@pytest.mark.parametrize("who", ["woman", "tall man"])
def test_a_block_the_points_and_any_cut_of_it_say_the_same(who: str) -> None:
    _, bones = made(who)
    bone = bones["T9"]
    block = block_over(bone, 3.0)
    distance, material = bone.on_block(block)
    again, _ = bone.on_block(block)
    assert distance.tobytes() == again.tobytes()
    k, j, i = np.indices(block.shape_kji).reshape(3, -1)
    points = np.array(block.origin_world_mm) + 3.0 * np.stack([i, j, k], axis=1)
    assert np.allclose(bone.at(points), distance.ravel(), atol=1e-3)
    origin = (*block.origin_world_mm[:2], block.origin_world_mm[2] + 3.0 * 5)
    part, kinds = bone.on_block(Block(origin, 3.0, (1, *block.shape_kji[1:])))
    assert np.allclose(part[0], distance[5], atol=1e-3)
    assert (kinds[0] == material[5]).mean() > 0.999


def test_the_bytes_do_not_depend_on_the_number_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    _, bones = made("woman")
    block = block_over(bones["T7"], 2.0)
    first = bones["T7"].on_block(block)[0].tobytes()
    for threads in (1, 3, 5):
        monkeypatch.setattr("trainer.anatomy.synthetic.solid_bone.THREADS", threads)
        assert bones["T7"].on_block(block)[0].tobytes() == first


def test_boxes_hold_every_part_with_room() -> None:
    _, bones = made("tall man")
    for bone in bones.values():
        distance, _ = bone.on_block(block_over(bone, 2.0))
        faces = [distance[0], distance[-1], distance[:, 0], distance[:, -1]]
        faces += [distance[:, :, 0], distance[:, :, -1]]
        assert min(face.min() for face in faces) > 1.5, bone.name


def test_distances_grow_about_as_fast_as_lengths_near_the_surface() -> None:
    _, bones = made("woman")
    bone = bones["T7"]
    rng = np.random.default_rng(1)
    points = rng.uniform(bone.low_world_mm, bone.high_world_mm, (40_000, 3))
    near = points[np.abs(bone.at(points)) < 1.5]
    slope = np.stack([(bone.at(near + 0.2 * e) - bone.at(near - 0.2 * e)) / 0.4 for e in np.eye(3)])
    length = np.linalg.norm(slope, axis=0)
    assert 0.85 < np.median(length) < 1.15
    assert np.percentile(length, 5) > 0.6
    assert np.percentile(length, 95) < 1.5


def block_over(bone: Bone, spacing_mm: float) -> Block:
    assert isinstance(bone, SolidBone)
    size = np.ceil((bone.high_world_mm - bone.low_world_mm) / spacing_mm).astype(int) + 1
    low = bone.low_world_mm
    origin = (float(low[0]), float(low[1]), float(low[2]))
    return Block(origin, spacing_mm, (int(size[2]), int(size[1]), int(size[0])))
