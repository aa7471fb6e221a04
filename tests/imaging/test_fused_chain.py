"""The compiled chain against the plain one, which the laws of the other files hold for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from trainer.geometry.carm import CArmPose
from trainer.imaging.detector import FLAT_PANEL, DetectorModel
from trainer.imaging.exposure import (
    AnatomyPaths,
    Exposure,
    ProjectedPaths,
    anatomy_paths_of,
    expose,
)
from trainer.imaging.fused_chain import FusedChain
from trainer.imaging.needle_shadow import Rod, cannula
from trainer.imaging.pulse import Pulse
from trainer.imaging.thickness import WHOLE, OpenPart
from trainer.imaging.turns import Turns

FUSED = FusedChain(Turns())
NEEDLE = cannula((5.0, 10.0, 5.0), (15.0, 90.0, 20.0), 1.27, hub_diameter_mm=4, hub_length_mm=6)
SHUT: OpenPart = (0.2, 0.31, 0.7, 0.9)
SIZES = [(257, 190), (512, 512), (64, 64), (33, 40), (129, 97)]
FINE_PITCH = 149.0  # a magnified field, whose light spreads over many pixels


def anatomy(
    size_px: tuple[int, int], *, iodine: bool = False, field_mm: float = 298.0
) -> ProjectedPaths:
    """Lungs, spine, open air and fine structure, in g/cm2."""
    columns, rows = size_px
    y, x = (np.mgrid[:rows, :columns] + 0.5) / max(size_px)
    ripples = np.sin(x * 90.0) * np.cos(y * 70.0)
    water = np.where(x < 0.85, 18.0 - 9.0 * np.exp(-(((x - 0.25) / 0.1) ** 2)) + ripples, 0.0)
    bone = np.clip(3.0 - 40.0 * np.abs(x - 0.5) + 0.5 * ripples, 0.0, None)
    medium = np.where(np.hypot(x - 0.4, y - 0.4) < 0.1, 0.03, 0.0).astype(np.float32)
    view = CArmPose(matrix_px=columns, field_mm=field_mm).view.resized(size_px)
    return ProjectedPaths(
        view,
        water.astype(np.float32),
        bone.astype(np.float32),
        medium if iodine else None,
        chain=FUSED,
    )


def both(
    paths: ProjectedPaths, open_part: OpenPart = WHOLE, model: DetectorModel = FLAT_PANEL
) -> tuple[AnatomyPaths, AnatomyPaths]:
    plain = replace(paths, chain=None)
    return (
        anatomy_paths_of(paths, 75.0, open_part, model),
        anatomy_paths_of(plain, 75.0, open_part, model),
    )


def run_of(paths: AnatomyPaths, steel: Sequence[Sequence[Rod]]) -> list[Exposure]:
    """Exposures of one run; each knows the pulses before it."""
    pulses: list[Pulse] = []
    taken: list[Exposure] = []
    for number, rods in enumerate(steel):
        taken.append(expose(paths, rods, seed=3, exposure=number, earlier=pulses))
        pulse = taken[-1].pulse
        assert pulse is not None
        pulses.insert(0, pulse)
    return taken


@pytest.mark.parametrize("open_part", [WHOLE, SHUT], ids=["open", "shut"])
@pytest.mark.parametrize("size_px", SIZES, ids=str)
def test_what_arrives_is_what_the_plain_chain_says(
    size_px: tuple[int, int], open_part: OpenPart
) -> None:
    fused, plain = both(anatomy(size_px), open_part)
    assert fused.thickness_g_cm2 == plain.thickness_g_cm2
    assert fused.log_signal == pytest.approx(plain.log_signal, abs=3e-6)
    for name in ("clean", "veil"):
        assert getattr(fused, name) == pytest.approx(getattr(plain, name), abs=2e-5)


@pytest.mark.parametrize("field_mm", [298.0, FINE_PITCH])
def test_light_spreads_alike_at_any_pitch(field_mm: float) -> None:
    fused, plain = both(anatomy((512, 512), field_mm=field_mm))
    assert fused.clean == pytest.approx(plain.clean, abs=3e-6)


def test_contrast_medium_is_in_both() -> None:
    fused, plain = both(anatomy((256, 256), iodine=True))
    without, _ = both(anatomy((256, 256)))
    assert fused.log_signal == pytest.approx(plain.log_signal, abs=3e-6)
    assert (fused.log_signal < without.log_signal - 0.05).any()


@pytest.mark.parametrize("size_px", SIZES, ids=str)
def test_bands_and_tone_are_those_of_the_plain_chain(size_px: tuple[int, int]) -> None:
    fused, plain = both(anatomy(size_px))
    shown, wanted = fused.processing, plain.processing
    assert shown.per_log_unit == pytest.approx(wanted.per_log_unit, rel=1e-3)
    assert shown.picture == pytest.approx(wanted.picture, abs=0.25 / 255.0)


@pytest.mark.parametrize("size_px", [(512, 512), (190, 257), (33, 40)], ids=str)
def test_a_run_with_moving_steel_is_the_same_run(size_px: tuple[int, int]) -> None:
    """To a count of the receptor and a grey level of the monitor, rarely."""
    fused, _ = both(anatomy(size_px))
    steel: list[Sequence[Rod]] = [(), NEEDLE, NEEDLE, (), (), (), ()]
    ours = run_of(fused, steel)
    theirs = run_of(replace(fused, chain=None), steel)
    for one, other in zip(ours, theirs, strict=True):
        assert one.pulse is not None and other.pulse is not None
        counts = one.pulse.detected.astype(int) - other.pulse.detected
        grey = one.display.astype(int) - other.display
        assert max(np.abs(counts).max(), np.abs(grey).max()) <= 1
        assert (counts != 0).mean() < 1e-3
        assert (grey != 0).mean() < 1e-3
        assert np.abs(one.log_signal - other.log_signal).mean() < 1e-5
        assert np.abs(one.picture - other.picture).mean() < 1e-5


def test_any_number_of_threads_gives_the_same_bytes() -> None:
    paths = anatomy((203, 311))
    found = set()
    for threads in (1, 2, 3):
        seen = anatomy_paths_of(replace(paths, chain=FusedChain(Turns(threads))), 75.0)
        last = run_of(seen, [(), NEEDLE, ()])[-1]
        assert last.pulse is not None
        parts = (seen.clean, seen.veil, last.log_signal, last.picture, last.display)
        found.add(b"".join(part.tobytes() for part in (*parts, last.pulse.detected)))
    assert len(found) == 1


def test_the_interpreters_lock_is_let_go() -> None:
    """Every kernel that the chain calls says so itself."""
    from trainer.imaging import fused_kernels

    kernels = ("primary_rows", "receptor_rows", "halved_rows", "lifted_rows", "exposed_rows")
    for name in kernels:
        assert getattr(fused_kernels, name).targetoptions["nogil"]


def test_scatter_on_a_coarse_grid_is_exact_enough() -> None:
    """Against a blur of every pixel: a thousandth of the scatter's peak."""
    from scipy.ndimage import gaussian_filter

    paths = anatomy((512, 512))
    model = replace(FLAT_PANEL, glare_share=0.0, vignetting=0.0)
    seen = anatomy_paths_of(paths, 75.0, SHUT, model)
    from trainer.imaging.display import SCATTER_REMOVED
    from trainer.imaging.thickness import as_water_g_cm2

    thickness = as_water_g_cm2(paths.water_g_cm2, paths.bone_g_cm2)
    source = np.exp(seen.log_signal) * model.scatter_ratio(thickness)
    opened = np.zeros_like(source)
    rows, columns = slice(round(0.31 * 512), round(0.9 * 512)), slice(round(0.2 * 512), 358)
    opened[rows, columns] = source[rows, columns]
    sigma_px = model.scatter_sigma_mm / 298.0 * 512
    truth = gaussian_filter(opened.astype(np.float64), sigma_px, mode="constant", truncate=6.0)
    assert np.abs(seen.veil / SCATTER_REMOVED - truth).max() < 3e-3 * truth.max()


def test_what_is_compiled_at_the_start_serves_every_picture_after() -> None:
    """No second compilation in the middle of a procedure, whatever is asked."""
    from trainer.imaging import fused_kernels, slab_kernels
    from trainer.imaging.slab_warm_up import warm_projector

    warm_projector()
    paths = anatomy((160, 130), iodine=True)
    run_of(both(paths, SHUT)[0], [(), NEEDLE, ()])
    run_of(both(anatomy((1300, 40)))[0], [(), ()])  # too large for the table of noise
    kernels = (
        fused_kernels.primary_rows,
        fused_kernels.receptor_rows,
        fused_kernels.halved_rows,
        fused_kernels.lifted_rows,
        fused_kernels.exposed_rows,
        slab_kernels.base_rows,
        slab_kernels.add_seen,
    )
    assert [len(kernel.signatures) for kernel in kernels] == [1] * len(kernels)
