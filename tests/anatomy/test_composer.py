"""Bones made into one: joints, shells, texture; what holds for balls holds for vertebrae."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.anatomy.ball_bones import Ball
from trainer.anatomy.bone_surface import onto_surface
from trainer.anatomy.hounsfield import (
    BONE_G_CM3_PER_COUNT,
    WATER_G_CM3_PER_COUNT,
    basis_densities,
)
from trainer.anatomy.synthetic import slices
from trainer.anatomy.synthetic.bone import Block, Material
from trainer.anatomy.synthetic.composer import Skeleton, draw
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.shell import JOINT_MM, SHELLS

PERSON = Person(seed=5)
SOFT_HU = 52.0


def block_round(half_mm: float, spacing_mm: float) -> Block:
    count = 2 * round(half_mm / spacing_mm) + 1
    edge = -(count // 2) * spacing_mm
    return Block((edge, edge, edge), spacing_mm, (count, count, count))


def smooth(*bones: Ball) -> Skeleton:
    """Without roughness, so that distances are exact."""
    made = Skeleton.of(PERSON, bones)
    return replace(made, rough=np.zeros_like(made.rough))


def drawn(skeleton: Skeleton, block: Block) -> tuple[np.ndarray, np.ndarray]:
    """Water and bone densities, g/cm3."""
    soft = np.full(block.shape_kji, SOFT_HU, np.float32)
    counts = draw(
        skeleton, skeleton.on_block(block), soft, np.ones(block.shape_kji, np.float32), 1.2
    )
    return counts.water * WATER_G_CM3_PER_COUNT, counts.bone * BONE_G_CM3_PER_COUNT


@settings(max_examples=8)
@given(radius=st.floats(5.0, 9.0), x=st.floats(-1.0, 1.0), spacing=st.sampled_from([0.7, 1.0, 1.4]))
def test_a_thin_shell_keeps_its_mass_on_any_grid(radius: float, x: float, spacing: float) -> None:
    """A shell of 0.36 mm or so is thinner than any voxel; the core is fat, which has no bone.

    On a grid as coarse as the body's few voxels share the error of a small ball (3.5 % was found).
    """
    skeleton = smooth(Ball("T7", (x, 0.3, -0.2), radius))
    skeleton = replace(
        skeleton,
        cores=np.full_like(skeleton.cores, -500.0),
        noise=np.zeros_like(skeleton.noise),  # or its thickness would vary by a quarter
    )
    _, bone = drawn(skeleton, block_round(12.0, spacing))
    mass = bone.sum() * spacing**3 / 1000.0
    wall = SHELLS[Material.BODY_WALL]
    shell = 4.0 / 3.0 * np.pi * (radius**3 - (radius - wall.thickness_mm) ** 3) / 1000.0
    expected = shell * 1.92 * (wall.hu - 60.0) / 1526.0
    assert mass == pytest.approx(expected, rel=0.05 if spacing > 1.0 else 0.03)


def test_two_bones_that_overlap_leave_a_joint_of_cartilage_between_them() -> None:
    skeleton = smooth(Ball("T6", (-6.0, 0.0, 0.0), 8.0), Ball("T7", (6.0, 0.0, 0.0), 8.0))
    line = np.stack([np.linspace(-4, 4, 161), np.zeros(161), np.zeros(161)], axis=1)
    open_mm = (skeleton.at(line) > 0.0).sum() * 0.05
    assert open_mm == pytest.approx(JOINT_MM, abs=0.1)
    assert skeleton.at(np.zeros((1, 3)))[0] == pytest.approx(JOINT_MM / 2.0)


def test_the_joint_is_water_like_and_its_faces_are_bone() -> None:
    skeleton = smooth(Ball("T6", (-6.0, 0.0, 0.0), 8.0), Ball("T7", (6.0, 0.0, 0.0), 8.0))
    block = block_round(5.0, 0.3)
    _, bone = drawn(skeleton, block)
    assert bone[16, 16, 16] < 0.05
    rows = bone[12:21, 12:21]
    # Cortex is thick here, thin there: most of either face is dense.
    assert np.median(rows[..., 11:16].max(axis=-1)) > 0.9
    assert np.median(rows[..., 17:22].max(axis=-1)) > 0.9


def test_parts_of_one_bone_have_no_joint() -> None:
    skeleton = smooth(Ball("T7", (-6.0, 0.0, 0.0), 8.0), Ball("T7", (6.0, 0.0, 0.0), 8.0))
    assert skeleton.at(np.zeros((1, 3)))[0] == pytest.approx(-2.0)


def test_costal_cartilage_grows_from_its_rib_without_a_joint() -> None:
    skeleton = smooth(
        Ball("rib5.left", (-6.0, 0.0, 0.0), 8.0, Material.RIB),
        Ball("cartilage5.left", (6.0, 0.0, 0.0), 8.0, Material.CARTILAGE),
    )
    composed = skeleton.on_block(block_round(3.0, 0.5))
    assert (composed.distance()[6, 6] < 0.0).all()


@settings(max_examples=10)
@given(order=st.permutations([0, 1, 2]))
def test_the_order_of_bones_changes_nothing(order: list[int]) -> None:
    balls = (
        Ball("T6", (0.0, 0.0, 7.0), 8.0),
        Ball("T7", (0.0, 1.0, -7.0), 8.0),
        Ball("rib7.left", (8.0, 0.0, 0.0), 6.0, Material.RIB),
    )
    block = block_round(9.0, 0.9)
    first = smooth(*balls).on_block(block).distance()
    second = smooth(*(balls[n] for n in order)).on_block(block).distance()
    assert np.array_equal(first, second)


def test_points_and_voxels_see_the_same_rough_surface() -> None:
    skeleton = Skeleton.of(
        PERSON, (Ball("T6", (0.0, 0.0, 6.5), 8.0), Ball("T7", (0.0, 1.0, -6.5), 8.0))
    )
    block = block_round(9.0, 0.9)
    field = skeleton.on_block(block).distance()
    k, j, i = np.nonzero(np.abs(field) < 2.0)
    points = np.stack([i, j, k], axis=1) * block.spacing_mm + np.array(block.origin_world_mm)
    assert np.abs(skeleton.at(points) - field[k, j, i]).max() < 1e-3


def test_the_surface_is_rough_by_a_third_of_a_millimetre() -> None:
    ball = Ball("T7", (0.0, 0.0, 0.0), 20.0)
    rng = np.random.default_rng(1)
    out = rng.normal(size=(4000, 3))
    points = 20.0 * out / np.linalg.norm(out, axis=1, keepdims=True)
    found = Skeleton.of(PERSON, (ball,)).at(points)
    assert 0.2 < found.std() < 0.4
    assert abs(found.mean()) < 0.15


def test_two_bones_of_one_shape_have_different_texture() -> None:
    composed = [
        Skeleton.of(PERSON, (Ball("T6", (40.0, 0, 0), 3.0), Ball(name, (0, 0, 0), 8.0)))
        .on_block(block_round(9.0, 0.9))
        .distance()
        for name in ("T6", "T7")
    ]
    assert np.abs(composed[0] - composed[1]).max() > 0.2


def test_onto_surface_ends_on_the_drawn_bone() -> None:
    skeleton = Skeleton.of(PERSON, (Ball("T7", (0.0, 0.0, 0.0), 10.0),))
    start = np.array([[11.0, 1.0, 0.0], [0.0, 12.0, 2.0], [-6.0, 6.0, 6.0]])
    assert np.abs(skeleton.at(onto_surface(skeleton, start))).max() < 0.02
    assert skeleton.at(onto_surface(skeleton, start, 0.7)) == pytest.approx(0.7, abs=0.02)


def test_soft_tissue_outside_bone_follows_the_rule_of_every_patient() -> None:
    block = block_round(3.0, 0.5)
    water, bone = drawn(smooth(Ball("T7", (30.0, 0.0, 0.0), 5.0)), block)
    wanted, none = basis_densities(np.array(SOFT_HU, dtype=np.int16))
    assert np.abs(water - wanted).max() <= WATER_G_CM3_PER_COUNT / 2 + 1e-6
    assert (bone == none).all()


def test_metal_replaces_the_bone_it_stands_in() -> None:
    screw = Ball("screw", (0.0, 0.0, 0.0), 3.0, Material.METAL)
    skeleton = Skeleton.of(PERSON, (Ball("T7", (0.0, 0.0, 0.0), 10.0),), (screw,))
    block = block_round(2.0, 0.5)
    water, bone = drawn(skeleton, block)
    assert water[4, 4, 4] == 0.0 and bone[4, 4, 4] == 0.0  # the implant's own volume holds it
    assert skeleton.at(np.array([[2.9, 0.0, 0.0]]))[0] < 0.0


@pytest.mark.parametrize("pieces", [1, 3, 50])
def test_the_bytes_do_not_depend_on_who_takes_which_slices(
    monkeypatch: pytest.MonkeyPatch, pieces: int
) -> None:
    skeleton = Skeleton.of(
        PERSON, (Ball("T6", (0.0, 0.0, 6.5), 8.0), Ball("T7", (0.0, 1.0, -6.5), 8.0))
    )
    wanted = drawn(skeleton, block_round(15.0, 0.6))
    monkeypatch.setattr(slices, "TURNS", pieces)
    monkeypatch.setattr(slices, "_pool", ThreadPoolExecutor(pieces))
    found = drawn(skeleton, block_round(15.0, 0.6))
    assert all((one == other).all() for one, other in zip(found, wanted, strict=True))


def test_work_ahead_comes_in_order_and_its_failure_is_raised() -> None:
    assert list(slices.ahead(lambda n: n * n, range(10))) == [n * n for n in range(10)]
    with pytest.raises(ZeroDivisionError):
        list(slices.ahead(lambda n: 1 // n, [2, 1, 0]))
