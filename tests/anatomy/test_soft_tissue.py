"""What is not bone: measured on voxels of planned persons."""

from __future__ import annotations

import functools

import numba
import numpy as np
import pytest

from trainer.anatomy.levels import Side
from trainer.anatomy.patient import Tissue
from trainer.anatomy.synthetic.blocks import block_over
from trainer.anatomy.synthetic.bone import Block
from trainer.anatomy.synthetic.envelope import Envelope, envelope_of
from trainer.anatomy.synthetic.person import Person, Sex
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.soft_outline import DEPTH_LIMITS_MM, depth_to_pleura_mm
from trainer.anatomy.synthetic.soft_tissue import SoftTissue
from trainer.anatomy.synthetic.spaces import Space

COARSE_MM = 4.0
SLIM = Person(seed=3, sex=Sex.MALE, age_years=20.0, height_cm=205.0, bmi=18.0, kyphosis_deg=15.0)
HEAVY = Person(seed=4, age_years=80.0, height_cm=150.0, bmi=45.0, kyphosis_deg=80.0)
CURVED = Person(
    seed=5, bmi=21.1, height_cm=140.0, scoliosis_deg=30.0, rotation_deg=20.0, kyphosis_deg=60.0
)
DEFAULT = Person()
PEOPLE = (DEFAULT, SLIM, HEAVY, CURVED)


@functools.cache
def planned(person: Person) -> tuple[Plan, Envelope, SoftTissue]:
    plan = plan_of(person)
    envelope = envelope_of(plan)
    return plan, envelope, SoftTissue.of(plan, envelope)


@functools.cache
def body(person: Person) -> tuple[Block, np.ndarray, np.ndarray]:
    soft = planned(person)[2]
    block = block_over(*soft.skin_box_world_mm(), COARSE_MM)
    return block, soft.hu_on(block), soft.tissues_on(block)


def near_spine(person: Person, level: str = "T7") -> Block:
    centre = planned(person)[0].vertebrae[level].frame.centre_world_mm
    return block_over(
        centre - np.array([30.0, 24.0, 12.0]), centre + np.array([30.0, 60.0, 12.0]), 1.0
    )


def litres(tissues: np.ndarray, *wanted: Tissue) -> float:
    return float(np.isin(tissues, wanted).sum()) * COARSE_MM**3 / 1e6


def test_the_same_person_has_the_same_bytes_on_any_number_of_threads() -> None:
    soft = planned(DEFAULT)[2]
    block = near_spine(DEFAULT)
    before = soft.hu_on(block), soft.tissues_on(block)
    threads = numba.get_num_threads()
    try:
        numba.set_num_threads(1)
        again = SoftTissue.of(*planned(DEFAULT)[:2])
        after = again.hu_on(block), again.tissues_on(block)
    finally:
        numba.set_num_threads(threads)
    assert np.array_equal(again.fields.values, soft.fields.values)
    assert np.array_equal(before[0], after[0])
    assert np.array_equal(before[1], after[1])


def test_a_block_holds_what_a_larger_one_holds_there() -> None:
    soft = planned(DEFAULT)[2]
    whole = near_spine(DEFAULT)
    x, y, z = whole.origin_world_mm
    part = Block((x + 10.0, y + 5.0, z + 4.0), 1.0, (8, 30, 20))
    cut = soft.hu_on(whole)[4:12, 5:35, 10:30]
    assert np.allclose(soft.hu_on(part), cut, atol=0.5)


def test_another_seed_is_another_patient() -> None:
    block = near_spine(DEFAULT)
    other = planned(CURVED)[2].hu_on(block)
    assert np.abs(other - planned(DEFAULT)[2].hu_on(block)).mean() > 10.0


@pytest.mark.parametrize("person", PEOPLE)
def test_every_value_is_a_tissue_and_the_skin_closes(person: Person) -> None:
    block, hu, tissues = body(person)
    assert np.isfinite(hu).all()
    assert hu.min() >= -1001.0 and hu.max() <= 250.0
    assert set(np.unique(tissues)) <= {*map(int, Tissue)} - {int(Tissue.BONE)}
    # Behind and before the patient there is air on every side of the box.
    for edge in (tissues[:, 0, :], tissues[:, -1, :]):
        assert (edge == Tissue.AIR).all()
    assert min(block.shape_kji) > 40


@pytest.mark.parametrize("person", PEOPLE)
def test_labels_agree_with_hu(person: Person) -> None:
    _, hu, tissues = body(person)
    assert np.median(hu[tissues == Tissue.AIR]) == -1000.0
    assert (hu[tissues == Tissue.AIR] < -900.0).mean() > 0.9  # the rest is half skin
    lung = hu[tissues == Tissue.LUNG]
    assert -940.0 < np.median(lung) < -800.0
    assert 0.0 < (lung > -500.0).mean() < 0.16  # vessels and voxels half in the wall
    soft = hu[tissues == Tissue.SOFT]
    assert (soft > -250.0).mean() > 0.9  # the rest is gut, airway, skin
    assert -60.0 < np.median(hu[tissues == Tissue.CANAL]) < 45.0
    assert np.median(hu[tissues == Tissue.FORAMEN]) < 0.0


@pytest.mark.parametrize("person", PEOPLE)
def test_lungs_never_touch_canal_or_foramina(person: Person) -> None:
    soft = planned(person)[2]
    for name, space in (("canal", soft.spaces.canal), *_foramina(soft)):
        low, high = space.low_world_mm, space.high_world_mm
        rng = np.random.default_rng(0)
        points = rng.uniform(low, high, (4000, 3))
        inside = points[space.at(points) < 0.0]
        gap = soft.lung_mm(inside).min()
        assert gap > (4.0 if name == "canal" else 0.0), (name, gap)


def _foramina(soft: SoftTissue) -> list[tuple[str, Space]]:
    return [
        (f"{level} {side}", soft.spaces.foramina[level, side])
        for level in ("T3", "T6", "T9", "T11")
        for side in Side
    ]


@pytest.mark.parametrize("person", PEOPLE)
def test_lungs_and_trunk_have_a_persons_volume(person: Person) -> None:
    _, _, tissues = body(person)
    lungs = litres(tissues, Tissue.LUNG)
    tall = (person.height_cm / 168.0) ** 3
    assert 1.6 * tall < lungs < 5.5 * tall  # prone, between breaths; adults hold 2-4 l [M]
    trunk = litres(tissues, Tissue.SOFT, Tissue.LUNG)
    mass_kg = person.bmi * (person.height_cm / 100.0) ** 2
    assert 0.18 * mass_kg < trunk - lungs < 0.85 * mass_kg  # thorax, upper belly, shoulders [X]


def test_the_two_lungs_differ_and_the_heart_lies_left() -> None:
    block, _, tissues = body(DEFAULT)
    x = block.origin_world_mm[0] + np.arange(block.shape_kji[2]) * COARSE_MM
    lung = (tissues == Tissue.LUNG).sum(axis=(0, 1))
    left, right = lung[x > 0].sum(), lung[x < 0].sum()
    assert 0.72 < left / right < 0.97


@pytest.mark.parametrize("person", [DEFAULT, SLIM, HEAVY])  # a scoliotic back is uneven
def test_skin_to_pleura_follows_body_mass_within_the_clamp(person: Person) -> None:
    wanted = depth_to_pleura_mm(person.bmi)
    assert DEPTH_LIMITS_MM[0] <= wanted <= DEPTH_LIMITS_MM[1]
    assert abs(skin_to_pleura_mm(person) - wanted) < 7.0  # clinical.md 1.6: 3.7 +- 0.7 cm


def test_the_published_mean_is_met() -> None:
    assert depth_to_pleura_mm(21.1) == pytest.approx(37.2, abs=0.1)


def skin_to_pleura_mm(person: Person) -> float:
    """Straight back, between the shoulder blades: beside T5-T7, about 5 cm from the mid-line."""
    plan, _, soft = planned(person)
    found = []
    for level in ("T5", "T6", "T7"):
        centre = plan.vertebrae[level].frame.centre_world_mm
        for x in (-58.0, -50.0, 50.0, 58.0):
            y = np.arange(0.0, 200.0, 0.25)
            local = np.stack([np.full_like(y, x * plan.scale), y, np.zeros_like(y)], axis=1)
            line = centre + local @ plan.trunk.axes.T
            pleura = y[soft.lung_mm(line) < 0.0].max()
            found.append(float(y[soft.skin_mm(line) < 0.0].max() - pleura))
    return float(np.median(found))


def test_more_body_mass_is_more_fat() -> None:
    shares = []
    for person in (SLIM, HEAVY):
        _, hu, _ = body(person)
        inside = (hu > -250.0) & (hu < 120.0)
        shares.append(float((hu[inside] < -40.0).mean()))
    assert shares[1] > 1.8 * shares[0]


def test_muscle_of_the_old_is_streaked() -> None:
    streaks = []
    for person in (DEFAULT, Person(age_years=92.0)):
        behind = planned(person)[2].hu_on(near_spine(person))[:, 54:70, :]  # 30-46 mm: muscle
        streaks.append(float((behind < 0.0).mean()))
    assert streaks[1] > 1.4 * streaks[0] > 0.0


def test_foramina_are_fat_with_a_root_in_it() -> None:
    soft = planned(DEFAULT)[2]
    space = soft.spaces.foramina["T7", Side.LEFT]
    block = block_over(space.low_world_mm, space.high_world_mm, 0.7)
    inside = space.on_block(block) < -1.0
    hu = soft.hu_on(block)[inside]
    assert (hu < -40.0).mean() > 0.25
    assert (hu > 10.0).mean() > 0.03


def test_vessels_reach_the_whole_lung_and_stay_inside() -> None:
    soft = planned(DEFAULT)[2]
    thin = soft.vessels[soft.vessels[:, 6] < 1.5]
    assert 8_000 < len(soft.vessels) < 48_000
    depth = soft.lung_mm(thin[:, 3:6].astype(float))
    assert depth.max() < 0.5
    _, _, tissues = body(DEFAULT)
    assert np.percentile(depth, 90.0) > -9.0  # they reach near the pleura
    assert litres(tissues, Tissue.LUNG) > 1.0
