"""One exposure from end to end, on a small generated body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

from tests.imaging.oracle import direct_log
from trainer.anatomy.patient import (
    Basis,
    BasisVolume,
    LabelVolume,
    Patient,
    PatientKind,
    RadiographView,
)
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.exposure import (
    AnatomyPaths,
    anatomy_paths,
    anatomy_paths_of,
    expose,
    projected,
    stored_paths,
)
from trainer.imaging.needle_shadow import Rod, cannula
from trainer.imaging.projector import PathMap, Quality
from trainer.imaging.slice_projector import SliceProjector
from trainer.imaging.thickness import WHOLE

GRID = VoxelGrid.aligned((-120.0, -90.0, -90.0), (3.0, 3.0, 3.0), (61, 61, 81))
POSE = CArmPose(matrix_px=128)
NEEDLE = cannula((5.0, 10.0, 5.0), (15.0, 90.0, 20.0), 1.27, hub_diameter_mm=4, hub_length_mm=6)
RIGHT_LUNG_MM, SPINE_MM, LEFT_LUNG_MM = (-45.0, 0.0, 0.0), (0.0, 25.0, 0.0), (45.0, 0.0, 0.0)


def body() -> Patient:
    """Water 20 cm deep, a spine, an air-filled lung at the right and half of one at the left."""
    k, j, i = np.meshgrid(*(np.arange(n) for n in GRID.shape_kji), indexing="ij")
    world = GRID.world_of(np.stack([i, j, k], axis=-1).astype(float))

    def near(centre: tuple[float, float, float], radius: float) -> np.ndarray:
        return np.linalg.norm((world - centre)[..., :2], axis=-1) < radius

    water = np.where((world[..., 0] / 110.0) ** 2 + (world[..., 1] / 80.0) ** 2 < 1.0, 200, 0)
    water[near(RIGHT_LUNG_MM, 28.0)] = 50
    water[near(LEFT_LUNG_MM, 28.0)] = 120
    bone = np.where(near(SPINE_MM, 12.0), 60, 0)
    volumes = (
        BasisVolume(Basis.WATER, GRID, water.astype(np.uint8), 0.005),
        BasisVolume(Basis.BONE, GRID, bone.astype(np.uint8), 0.01),
    )
    labels = LabelVolume(GRID, np.zeros(GRID.shape_kji, np.uint8))
    return Patient(PatientKind.CT, volumes, labels)


@pytest.fixture(scope="module")
def paths() -> AnatomyPaths:
    return anatomy_paths(body(), POSE.view, 75.0, SliceProjector())


def at(picture: np.ndarray, point_mm: tuple[float, float, float]) -> float:
    column, row = np.rint(POSE.view.project(np.array(point_mm))).astype(int)
    return float(picture[row - 2 : row + 3, column - 2 : column + 3].mean())


def test_seen_from_behind_the_right_lung_is_bright_on_screen_right(paths: AnatomyPaths) -> None:
    picture = expose(paths).display
    right, spine, left = (at(picture, p) for p in (RIGHT_LUNG_MM, SPINE_MM, LEFT_LUNG_MM))
    assert right > left > spine
    assert POSE.view.project(np.array(RIGHT_LUNG_MM))[0] > POSE.view.central_pixel[0]


def test_water_and_bone_on_a_ray_give_the_signal_of_their_sum(paths: AnatomyPaths) -> None:
    row, column = 64, 70
    water, bone = float(paths.water_g_cm2[row, column]), float(paths.bone_g_cm2[row, column])
    assert bone > 0.1
    truth = direct_log(75.0, water, bone)
    assert paths.log_signal[row, column] == pytest.approx(truth, abs=1e-3)


def test_a_needle_darkens_only_its_own_shadow(paths: AnatomyPaths) -> None:
    empty, pierced = expose(paths, seed=3), expose(paths, NEEDLE, seed=3)
    darker = pierced.log_signal < empty.log_signal - 0.05
    assert at(darker, (10.0, 50.0, 12.5)) > 0.1
    assert 20 < darker.sum() < 600
    assert np.median(np.abs(pierced.display.astype(int) - empty.display)) == 0


def test_two_needles_on_one_ray_add_up(paths: AnatomyPaths) -> None:
    front = Rod((-30.0, -20.0, 0.0), (30.0, -20.0, 0.0), 6.0)
    back = Rod((0.0, 40.0, -30.0), (0.0, 40.0, 30.0), 6.0)
    quiet = replace(paths, has_noise=True)
    shades = [
        expose(quiet, rods).log_signal - paths.log_signal
        for rods in ([front], [back], [front, back])
    ]
    alone = [at(shade, (0.0, 0.0, 0.0)) for shade in shades]
    assert alone[2] < min(alone[:2]) < 0.0
    assert alone[2] > sum(alone[:2])  # the first steel hardens the beam for the second


def test_the_same_exposure_is_the_same_picture_and_the_next_is_not(paths: AnatomyPaths) -> None:
    one, same = (expose(paths, NEEDLE, seed=5, exposure=2) for _ in range(2))
    other = expose(paths, NEEDLE, seed=5, exposure=3)
    assert (one.display == same.display).all()
    assert (one.display != other.display).mean() > 0.3


def test_kept_anatomy_gives_the_picture_of_fresh_anatomy(paths: AnatomyPaths) -> None:
    expose(paths, NEEDLE, seed=1)
    fresh = anatomy_paths(body(), POSE.view, 75.0, SliceProjector())
    assert (expose(fresh, NEEDLE, seed=9).display == expose(paths, NEEDLE, seed=9).display).all()


def test_stored_is_the_log_signal_in_sixteen_bits(paths: AnatomyPaths) -> None:
    exposure = expose(paths)
    assert exposure.stored.dtype == np.uint16
    back = (exposure.stored / 65535.0 - 1.0) * 11.0
    held = np.clip(exposure.log_signal, -11.0, 0.0)
    assert back == pytest.approx(held, abs=11.0 / 65535.0)
    assert exposure.transmission == pytest.approx(np.exp(exposure.log_signal))


def test_contrast_medium_darkens_as_its_iodine() -> None:
    counts = np.zeros(GRID.shape_kji, np.uint8)
    counts[25:36, 25:36, 38:43] = 100  # 3 cm deep, 10 mg/ml
    patient = body()
    injected = replace(
        patient, volumes=(*patient.volumes, BasisVolume(Basis.CONTRAST, GRID, counts, 1e-4))
    )
    before, after = (
        anatomy_paths(one, POSE.view, 75.0, SliceProjector()) for one in (patient, injected)
    )
    change = after.log_signal - before.log_signal
    water, bone = (at(path, (0.0, 0.0, 0.0)) for path in (before.water_g_cm2, before.bone_g_cm2))
    iodine = direct_log(75.0, water, bone, iodine=0.033) - direct_log(75.0, water, bone)
    assert at(change, (0.0, 0.0, 0.0)) == pytest.approx(iodine, rel=0.03)
    assert at(change, RIGHT_LUNG_MM) == 0.0


def radiograph(paths: AnatomyPaths) -> RadiographView:
    return RadiographView("AP", expose(paths, seed=1).stored, POSE.view, 0.0, 0.0)


def test_a_stored_radiograph_comes_back_as_it_was_taken(paths: AnatomyPaths) -> None:
    shown = expose(stored_paths(radiograph(paths)))
    assert np.corrcoef(shown.display.ravel(), expose(paths, seed=1).display.ravel())[0, 1] > 0.98
    again = expose(stored_paths(radiograph(paths)), seed=77, exposure=5)
    assert (again.display == shown.display).all()  # its noise is in the picture already


def test_steel_over_a_radiograph_is_about_as_dark_as_in_a_patient(paths: AnatomyPaths) -> None:
    over = stored_paths(radiograph(paths))
    pictured = expose(over, NEEDLE).log_signal - over.log_signal
    lived = expose(replace(paths, has_noise=True), NEEDLE).log_signal - paths.log_signal
    hit = lived < -0.2
    assert hit.any()
    # It lies behind 20 g/cm2 of water and that much scatter everywhere; in a patient both vary.
    assert np.median(pictured[hit] / lived[hit]) == pytest.approx(1.0, rel=0.25)


def test_a_radiograph_can_be_shown_with_other_pixels(paths: AnatomyPaths) -> None:
    small = stored_paths(radiograph(paths), (64, 64))
    assert small.view.size_px == (64, 64)
    assert expose(small, NEEDLE).display.shape == (64, 64)


def test_a_blank_radiograph_is_shown_blank() -> None:
    blank = RadiographView(
        "AP", np.full((40, 30), 900, np.uint16), POSE.view.resized((30, 40)), 0, 0
    )
    display = expose(stored_paths(blank)).display
    assert display.shape == (40, 30)
    assert np.ptp(display) == 0


def test_projecting_and_seeing_are_two_steps_of_one_and_shutters_project_nothing() -> None:
    counted = Counted()
    paths = projected(body(), POSE.view, counted, Quality.MOVING)
    assert paths.quality is Quality.MOVING
    assert counted.asked == [Quality.MOVING]
    half = (0.25, 0.25, 0.75, 0.75)
    for kvp, open_part in ((75.0, WHOLE), (75.0, half), (90.0, half)):
        seen = anatomy_paths_of(paths, kvp, open_part)
        whole = anatomy_paths(body(), POSE.view, kvp, SliceProjector(), open_part=open_part)
        assert (expose(seen, NEEDLE).display == expose(whole, NEEDLE).display).all()
        assert seen.thickness_g_cm2 == whole.thickness_g_cm2
    assert len(counted.asked) == 1


class Counted(SliceProjector):
    """Notes what is asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Quality | None] = []

    def path_lengths(
        self,
        volumes: Sequence[BasisVolume],
        view: PinholeView,
        quality: Quality | None = None,
    ) -> Mapping[Basis, PathMap]:
        self.asked.append(quality)
        return super().path_lengths(volumes, view, quality)
