"""Steel and contrast in one compiled call: the picture that the plain chain draws, rod by rod."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imaging.test_fused_chain import FUSED, SIZES, anatomy, both
from trainer.geometry.carm import CArmPose
from trainer.imaging import needle_shadow
from trainer.imaging.contrast_shadow import Pool
from trainer.imaging.exposure import anatomy_paths_of, expose
from trainer.imaging.fused_shadow import with_shadows
from trainer.imaging.needle_shadow import Rod
from trainer.imaging.projected import ProjectedPaths
from trainer.imaging.received import SPREAD_MARGIN_PX
from trainer.imaging.received import with_shadows as rod_by_rod
from trainer.imaging.shadow_kernels import MARGIN_PX, SUBSAMPLES

SOLID, HOLLOW = 1.27, (2.0, 1.5)
DROP = Pool((10.0, 10.0, 5.0), (6.0, 3.0, 7.0), 0.24)
POINTS = st.tuples(*[st.floats(-90.0, 90.0)] * 3)
SMALL = [
    size for size in SIZES if max(size) < 500
]  # the plain chain is slow; strips differ by size


@pytest.mark.parametrize("size_px", SMALL)
@pytest.mark.parametrize(
    ("rods", "pools"),
    [
        ((Rod((5.0, 10.0, 5.0), (15.0, 90.0, 20.0), SOLID),), ()),
        ((Rod((5.0, 10.0, 5.0), (15.0, 9.0, 60.0), *HOLLOW), Rod((0, 0, 0), (0, 9, 0), 3.0)), ()),
        ((), (DROP, Pool((20.0, 0.0, 0.0), (2.0, 2.0, 2.0), 0.3))),
        ((Rod((5.0, 10.0, 5.0), (15.0, 90.0, 20.0), SOLID),), (DROP,)),
        ((Rod((70.0, 0.0, 0.0), (400.0, 0.0, 0.0), 3.0),), (Pool((75, 0, 0), (9, 9, 9), 0.2),)),
    ],
    ids=["needle", "hollow and hub", "drops", "needle in a drop", "over the edge"],
)
def test_the_same_shadows(
    size_px: tuple[int, int], rods: tuple[Rod, ...], pools: tuple[Pool, ...]
) -> None:
    fused, _ = both(anatomy(size_px))
    truth = rod_by_rod(fused, rods, pools)
    found = with_shadows(fused, rods, pools)
    assert np.abs(truth - fused.clean).max() > 1e-4
    assert found == pytest.approx(truth, rel=2e-5, abs=1e-8)


@settings(max_examples=30)
@given(POINTS, POINTS, st.floats(0.3, 4.0), st.floats(0.0, 0.9), st.floats(0.5, 9.0))
def test_any_rod_and_any_drop_lie_where_the_plain_chain_has_them(
    start: tuple[float, float, float],
    end: tuple[float, float, float],
    outer_mm: float,
    bore: float,
    semi_mm: float,
) -> None:
    fused, _ = both(anatomy((96, 80)))
    apart = np.linalg.norm(np.subtract(start, end)) > 1.0
    rods = (Rod(start, end, outer_mm, bore * outer_mm),) if apart else ()
    pools = (Pool(end, (semi_mm, 0.5 * semi_mm, 2.0), 0.3),)
    truth = rod_by_rod(fused, rods, pools)
    assert with_shadows(fused, rods, pools) == pytest.approx(truth, rel=5e-5, abs=1e-7)


def test_what_passes_beside_the_source_is_drawn_too() -> None:
    fused, _ = both(anatomy((64, 64)))
    source = fused.view.source_world_mm
    x, y, z = (float(part) for part in source)
    rod = Rod((0.0, 0.0, 0.0), (x + 3.0, y - 20.0, z + 5.0), 2.0)
    assert with_shadows(fused, (rod,), ()) == pytest.approx(rod_by_rod(fused, (rod,)), rel=2e-5)


def test_nothing_in_the_field_leaves_the_anatomys_own_picture() -> None:
    fused, _ = both(anatomy((64, 64)))
    far = Rod((900.0, 0.0, 0.0), (950.0, 0.0, 0.0), 1.0), Pool((900.0, 0, 0), (2, 2, 2), 0.2)
    assert with_shadows(fused, (far[0],), (far[1],)) is fused.clean
    assert with_shadows(fused, (), ()) is fused.clean


def test_light_is_followed_as_far_as_in_the_plain_chain() -> None:
    assert (MARGIN_PX, SUBSAMPLES) == (SPREAD_MARGIN_PX, needle_shadow.SUBSAMPLES)


def slab(chain: object) -> ProjectedPaths:
    view = CArmPose(matrix_px=128).view
    water, bone = (np.full((128, 128), g, np.float32) for g in (18.0, 1.0))
    return ProjectedPaths(view, water, bone, chain=chain)  # type: ignore[arg-type]


@pytest.mark.parametrize("chain", [FUSED, None], ids=["compiled", "plain"])
def test_contrast_darkens_the_picture_less_than_steel_and_only_where_it_lies(chain: object) -> None:
    paths = anatomy_paths_of(slab(chain), 75.0)
    plain = expose(paths, seed=1)
    drop = expose(paths, (), (Pool((0.0, 0.0, 0.0), (5.0, 1.0, 5.0), 0.24),), seed=1)
    steel = expose(paths, (Rod((-5.0, 0.0, 0.0), (5.0, 0.0, 0.0), 4.0),), seed=1)
    change = plain.picture - drop.picture
    # Noise reduction and averaging reach a few pixels further than the drop.
    assert np.abs(change[:48]).max() < 1e-6
    assert 0.02 < change[64, 64] < (plain.picture - steel.picture)[64, 64]


def test_more_contrast_is_darker() -> None:
    paths = anatomy_paths_of(slab(FUSED), 75.0)
    signal = [
        float(expose(paths, (), (Pool((0, 0, 0), (5, 2, 5), g),), seed=1).log_signal[62:66].min())
        for g in (0.05, 0.1, 0.2, 0.3)
    ]
    assert signal == sorted(signal, reverse=True)
