"""Body and spine share the density: nothing is lost and no seam shows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.anatomy.hounsfield import WATER_G_CM3_PER_COUNT
from trainer.anatomy.patient import Basis, BasisVolume
from trainer.anatomy.synthetic.blocks import block_over, grid_of, part_of, refined, spot_of
from trainer.anatomy.synthetic.bone import Block
from trainer.anatomy.synthetic.composer import Skeleton, draw
from trainer.anatomy.synthetic.grids import COARSE_MM, FINE_MM, LABEL_MM, Grids, grids_of
from trainer.anatomy.synthetic.person import LIMITS, Person
from trainer.anatomy.synthetic.planning import plan_of
from trainer.geometry.carm import CArmPose
from trainer.imaging.slice_projector import SliceProjector

SKIN = (np.array([-80.0, -90.0, -300.0]), np.array([80.0, 80.0, 250.0]))


def grids(person: Person, span: tuple[str, str] | None = None) -> Grids:
    return grids_of(plan_of(person), SKIN, span)


def persons() -> st.SearchStrategy[Person]:
    names = ("height_cm", "kyphosis_deg", "scoliosis_deg", "rotation_deg")
    drawn = {name: st.floats(*LIMITS[name]) for name in names}
    return st.builds(Person, seed=st.integers(0, 1000), **drawn)


def test_voxels_are_as_small_as_the_picture_needs() -> None:
    assert FINE_MM <= 0.7
    assert COARSE_MM <= 1.5
    assert LABEL_MM <= 1.0


@settings(max_examples=8)
@given(person=persons())
def test_the_shares_of_spine_and_body_are_one_everywhere(person: Person) -> None:
    made = grids(person, ("T5", "T9"))
    total = made.body_share() + made.spine.share_on(made.body)
    assert np.abs(total - 1.0).max() < 1e-4


@settings(max_examples=10)
@given(person=persons())
def test_every_level_lies_wholly_in_the_fine_box(person: Person) -> None:
    plan = plan_of(person)
    made = grids_of(plan, SKIN)
    for level in ("C7", *(f"T{n}" for n in range(1, 13)), "L1"):
        vertebra = plan.vertebrae[level]
        tips = [vertebra.frame.world(one.club_high) for one in vertebra.processes.values()]
        for point in (vertebra.frame.centre_world_mm, *tips):
            here = Block((float(point[0]), float(point[1]), float(point[2])), 1.0, (1, 1, 1))
            share = float(made.spine.share_on(here)[0, 0, 0])
            assert share == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize("oblique_deg", [0.0, 90.0])
def test_a_block_of_muscle_shows_no_seam_where_the_grids_meet(oblique_deg: float) -> None:
    """Rays along a border are the worst: they stay in the ramp. Half a per cent is nowhere seen."""
    plan = plan_of(Person(seed=7))
    made = grids_of(plan, (np.array([-80.0, -90, -40]), np.array([80.0, 80, 40])))
    skeleton = Skeleton.of(plan.person, ())
    fine = made.spine.block()
    pairs = [(made.body, made.body_share()), (fine, made.spine.share_on(fine))]
    shared = [muscle(skeleton, block, share) for block, share in pairs]
    whole = [muscle(skeleton, made.body, np.ones(made.body.shape_kji, np.float32))]
    view = CArmPose(oblique_deg, 0.0, (0.0, 0.0, 0.0), matrix_px=96).view
    found, wanted = (
        SliceProjector().path_lengths(volumes, view)[Basis.WATER] for volumes in (shared, whole)
    )
    inside = wanted > 10.0
    assert inside.sum() > 1000
    assert (np.abs(found - wanted)[inside] / wanted[inside]).max() < 0.005


def muscle(skeleton: Skeleton, block: Block, share: np.ndarray) -> BasisVolume:
    soft = np.full(block.shape_kji, 52.0, np.float32)
    counts = draw(skeleton, skeleton.on_block(block), soft, share, 1.2).water
    return BasisVolume(Basis.WATER, grid_of(block), counts, WATER_G_CM3_PER_COUNT)


@settings(max_examples=30)
@given(
    low=st.tuples(*[st.floats(-30, 0)] * 3),
    size=st.tuples(*[st.floats(0.5, 25)] * 3),
    spacing=st.sampled_from([0.7, 1.0, 1.4]),
)
def test_a_block_over_a_box_holds_it_and_its_part_of_it_is_that_box(
    low: tuple[float, ...], size: tuple[float, ...], spacing: float
) -> None:
    first, last = np.array(low), np.array(low) + np.array(size)
    block = block_over(first, last, spacing)
    ends = np.array(block.origin_world_mm)
    beyond = ends + (np.array(block.shape_kji[::-1]) - 1) * spacing
    assert (ends <= first + 1e-6).all() and (beyond >= last - 1e-6).all()
    spot = spot_of(block, first, last)
    if spot is not None:
        part = part_of(block, spot)
        inner = np.array(part.origin_world_mm)
        assert (inner >= first - 1e-6).all()
        assert (inner + (np.array(part.shape_kji[::-1]) - 1) * spacing <= last + 1e-6).all()


@settings(max_examples=10)
@given(slope=st.tuples(*[st.floats(-9, 9)] * 3), first=st.tuples(*[st.integers(0, 3)] * 3))
def test_reading_between_voxels_is_exact_where_the_field_is_straight(
    slope: tuple[float, ...], first: tuple[int, ...]
) -> None:
    coarse = Block((-1.4, 2.8, 0.0), 1.4, (7, 8, 9))
    origin = np.add(coarse.origin_world_mm, np.multiply(first, 1.4))
    fine = Block((origin[0], origin[1], origin[2]), 0.7, (6, 7, 8))
    found = refined(plane(coarse, slope), coarse, fine)
    assert np.abs(found - plane(fine, slope)).max() < 1e-3


def plane(block: Block, slope: tuple[float, ...]) -> np.ndarray:
    k, j, i = np.indices(block.shape_kji)
    x, y, z = (block.origin_world_mm[n] + (i, j, k)[n] * block.spacing_mm for n in range(3))
    return np.asarray(slope[0] * x + slope[1] * y + slope[2] * z, np.float32)


def test_a_fine_block_that_leaves_the_coarse_one_is_refused() -> None:
    coarse = Block((0.0, 0.0, 0.0), 1.4, (4, 4, 4))
    values = np.zeros(coarse.shape_kji, np.float32)
    with pytest.raises(ValueError, match="within"):
        refined(values, coarse, Block((2.8, 0.0, 0.0), 0.7, (4, 4, 5)))
    with pytest.raises(ValueError, match="start"):
        refined(values, coarse, Block((0.7, 0.0, 0.0), 0.7, (3, 3, 3)))
