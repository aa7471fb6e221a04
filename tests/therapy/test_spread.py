"""Where a drop goes, and what it silences."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.geometry.pinhole import FloatArray
from trainer.therapy.nearness import NerveKind, NerveLine
from trainer.therapy.spread import (
    Drop,
    Pattern,
    Spread,
    Surroundings,
    VesselLine,
    aspirated,
    numbed,
    pattern_at,
    spread_of,
)

TIP = np.array([30.0, 20.0, 0.0])
VOLUMES = st.integers(50, 5_000)
VEIN = VesselLine("vein", 1.1, TIP + np.array([[x, 0.0, 0.0] for x in np.arange(0.0, 50.0, 1.0)]))


def bone_in_front(points: FloatArray) -> FloatArray:
    """Bone fills everything before the tip."""
    return np.asarray(points[:, 1] - TIP[1])


PLAIN = Surroundings(TIP, np.array([-1.0, 0.0, 0.0]), bone_in_front, 20.0, 15.0, 12.0, ())
PLACES = {
    Pattern.PLANES: PLAIN,
    Pattern.PLEURA: replace(PLAIN, lung_mm=-1.0),
    Pattern.EPIDURAL: replace(PLAIN, canal_mm=-1.0),
    Pattern.INTRATHECAL: replace(PLAIN, canal_mm=-4.0),
    Pattern.FORAMEN: replace(PLAIN, foramen_mm=-0.5),
    Pattern.VESSEL: replace(PLAIN, vessels=(VEIN,)),
}


@pytest.mark.parametrize("pattern", list(PLACES))
def test_each_place_has_its_pattern(pattern: Pattern) -> None:
    assert pattern_at(PLACES[pattern]) is pattern


@given(st.sampled_from(list(PLACES)), VOLUMES, st.integers(100, 30_000))
def test_shares_add_up_and_everything_is_finite(
    pattern: Pattern, volume_ul: int, duration_ms: int
) -> None:
    spread = spread_of(PLACES[pattern], volume_ul, duration_ms)
    assert sum(drop.share for drop in spread.drops) == pytest.approx(1.0)
    for drop in spread.drops:
        assert np.isfinite(drop.centre_world_mm).all()
        assert (drop.semi_mm > 0.0).all()
        assert drop.after_ms >= 0


@given(VOLUMES)
def test_a_drop_on_bone_holds_what_was_injected(volume_ul: int) -> None:
    drops = spread_of(PLAIN, volume_ul, 3_000).drops
    held = sum(4.0 / 3.0 * math.pi * float(np.prod(drop.semi_mm)) for drop in drops)
    assert held == pytest.approx(volume_ul, rel=1e-6)


@given(st.integers(100, 300), VOLUMES)
def test_small_volumes_stay_and_large_ones_stray(small: int, large: int) -> None:
    assert len(spread_of(PLAIN, small, 3_000).drops) == 1
    reach = [
        max(float(np.linalg.norm(d.centre_world_mm - TIP) + d.semi_mm.max()) for d in drops)
        for drops in (spread_of(PLAIN, v, 3_000).drops for v in (large, large + 500))
    ]
    assert reach[1] > reach[0]


def test_a_drop_lies_behind_the_bone() -> None:
    (drop,) = spread_of(PLAIN, 300, 3_000).drops
    assert float(bone_in_front(drop.centre_world_mm[None])[0]) > 0.0


def test_a_vessel_carries_it_away() -> None:
    drops = spread_of(PLACES[Pattern.VESSEL], 300, 3_000).drops
    assert all(drop.gone_ms > drop.after_ms for drop in drops)
    assert float(np.ptp([drop.centre_world_mm[0] for drop in drops])) > 30.0


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (Pattern.PLANES, "dry"),
        (Pattern.VESSEL, "blood"),
        (Pattern.INTRATHECAL, "csf"),
        (Pattern.PLEURA, "air"),
        (Pattern.EPIDURAL, "dry"),
    ],
)
def test_the_plunger_shows_where_one_is(pattern: Pattern, found: str) -> None:
    assert aspirated(PLACES[pattern]) == found


def test_a_thin_vein_collapses() -> None:
    thin = VesselLine("vein", 0.5, VEIN.points_world_mm)
    assert aspirated(replace(PLAIN, vessels=(thin,))) == "dry"


def nerve(offset_mm: float) -> NerveLine:
    line = TIP + np.array([[offset_mm, 2.0, z] for z in np.arange(-20.0, 20.0, 0.4)])
    return NerveLine("T6-mb left", NerveKind.MEDIAL_BRANCH, "T7", "left", 0.5, line)


@given(VOLUMES, st.floats(0.0, 40.0))
def test_numbness_is_a_share(volume_ul: int, offset_mm: float) -> None:
    found = numbed(spread_of(PLAIN, volume_ul, 3_000), [nerve(offset_mm)])
    assert all(0.0 < share <= 1.0 for share in found.values())


def test_a_nerve_in_the_drop_sleeps_and_one_far_away_does_not() -> None:
    spread = spread_of(PLAIN, 500, 3_000)
    assert numbed(spread, [nerve(1.0)])["T6-mb left"] == 1.0
    assert numbed(spread, [nerve(40.0)]) == {}


def test_what_ran_into_a_vessel_numbs_nothing() -> None:
    gone = Spread(Pattern.VESSEL, (Drop(TIP, np.full(3, 20.0), 1.0, 0, 1),))
    assert numbed(gone, [nerve(0.0)]) == {}
