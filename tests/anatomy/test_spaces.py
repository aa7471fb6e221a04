"""Canal, foramina and discs lie where the bones leave room."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.synthetic.bone import Block, Bone
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.spaces import Spaces, spaces_of
from trainer.anatomy.synthetic.vertebrae import vertebrae

PEOPLE = {"woman": Person(), "bent": Person(seed=21, scoliosis_deg=25.0, kyphosis_deg=65.0)}
everyone = pytest.mark.parametrize("who", PEOPLE)


@cache
def made(who: str) -> tuple[Plan, dict[str, Bone], Spaces]:
    plan = plan_of(PEOPLE[who])
    return plan, {bone.name: bone for bone in vertebrae(plan)}, spaces_of(plan)


@everyone
def test_the_canal_is_one_open_tube_without_bone(who: str) -> None:
    plan, bones, spaces = made(who)
    middles = []
    for level in LEVELS:
        vertebra = plan.vertebrae[level]
        wall = sum(vertebra.size.plate_depths) / 4.0
        middles.append(vertebra.frame.world(np.array([0.0, wall + vertebra.size.canal[1] / 2, 0])))
    line = np.concatenate([np.linspace(a, b, 20) for a, b in pairwise(middles)])
    assert (spaces.canal.at(line) < -5.0).all(), "open from C7 to L1"
    for bone in bones.values():
        assert (bone.at(line) > 4.0).all(), bone.name


@everyone
def test_the_canal_is_as_wide_as_the_arch_leaves_it(who: str) -> None:
    plan, _, spaces = made(who)
    for level in LEVELS:
        vertebra = plan.vertebrae[level]
        wall, half = sum(vertebra.size.plate_depths) / 4.0, vertebra.size.canal[0] / 2.0
        z = vertebra.size.body_height / 2.0 - vertebra.size.pedicle[1] / 2.0
        for side in (1.0, -1.0):
            for beyond, inside in ((-1.6, True), (1.6, False)):
                point = np.array([[side * (half + beyond), wall + vertebra.size.canal[1] / 2, z]])
                there = float(spaces.canal.at(vertebra.frame.world(point))[0])
                assert (there < 0.0) == inside, f"{level} {beyond} {there:.2f}"


@everyone
def test_foramina_open_beside_the_canal_under_the_pedicle(who: str) -> None:
    plan, bones, spaces = made(who)
    for level in LEVELS[1:-1]:
        size, frame = plan.vertebrae[level].size, plan.vertebrae[level].frame
        wall = sum(size.plate_depths) / 4.0
        under = size.body_height / 2.0 - 0.6 - size.pedicle[1] - 2.5
        for side, sign in ((Side.LEFT, 1.0), (Side.RIGHT, -1.0)):
            x = sign * (size.canal[0] + size.pedicle[0]) / 2.0
            point = frame.world(np.array([[x, wall + 4.0, under]]))
            assert spaces.foramina[level, side].at(point)[0] < -0.5, level
            assert bones[level].at(point)[0] > 0.3, f"{level}: no bone in its foramen"
            other = spaces.foramina[level, Side.RIGHT if side is Side.LEFT else Side.LEFT]
            assert other.at(point)[0] > 5.0


@everyone
def test_discs_fill_the_gap_between_plates_and_hold_their_nucleus(who: str) -> None:
    plan, bones, spaces = made(who)
    for upper, lower in pairwise(LEVELS):
        a, b = plan.vertebrae[upper].frame, plan.vertebrae[lower].frame
        middle = (a.centre_world_mm + b.centre_world_mm) / 2.0
        disc = spaces.discs[upper]
        assert disc.whole.at(middle[None])[0] < -1.0
        assert disc.nucleus.at(middle[None])[0] < -1.0
        rng = np.random.default_rng(1)
        points = rng.uniform(disc.nucleus.low_world_mm, disc.nucleus.high_world_mm, (4000, 3))
        core = points[disc.nucleus.at(points) < 0.0]
        assert (disc.whole.at(core) < 0.6).all(), f"{upper}: nucleus inside the disc"
        gap = np.linspace(a.world(np.array([0, 0, -3.0])), b.world(np.array([0, 0, 3.0])), 60)
        empty = gap[(bones[upper].at(gap) > 0.2) & (bones[lower].at(gap) > 0.2)]
        assert len(empty) > 3
        assert (disc.whole.at(empty) < 0.3).all(), f"{upper}: no slit between disc and plate"


def test_blocks_and_points_agree() -> None:
    _, _, spaces = made("woman")
    for space in (spaces.canal, spaces.foramina["T7", Side.LEFT], spaces.discs["T7"].whole):
        low = space.low_world_mm
        block = Block((float(low[0]), float(low[1]), float(low[2])), 4.0, (4, 5, 6))
        k, j, i = np.indices(block.shape_kji).reshape(3, -1)
        points = low + 4.0 * np.stack([i, j, k], axis=1)
        assert np.allclose(space.on_block(block).ravel(), space.at(points), atol=1e-3)
