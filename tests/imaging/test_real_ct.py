"""A real chest: the right way round, as deep and as contrasty as anatomy.md measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.anatomy.test_real_ct import dicom_scan
from tests.imaging.oracle import fine_integral
from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.patient import Basis, Patient
from trainer.geometry.carm import CArmPose
from trainer.imaging.exposure import anatomy_paths, expose
from trainer.imaging.slice_projector import SliceProjector

pytestmark = pytest.mark.real_ct

T7_CENTRE_MM = (0.0, 91.0, -140.0)  # from the label map beside the scan, label 37
BEHIND = (T7_CENTRE_MM[0], T7_CENTRE_MM[1] + 12.0, T7_CENTRE_MM[2])  # isocentre of anatomy.md 1
AP = CArmPose(tilt_deg=3.0, isocentre_world_mm=BEHIND, matrix_px=256)
LATERAL = CArmPose(oblique_deg=90.0, isocentre_world_mm=BEHIND, matrix_px=256)


@pytest.fixture(scope="module")
def kept() -> list[Patient]:
    return []


@pytest.fixture
def chest(real_data: Path, kept: list[Patient]) -> Patient:
    if not kept:
        kept.append(patient_from_ct(dicom_scan(real_data / "ct-lidc0001")))
    return kept[0]


def test_from_behind_the_heart_is_on_screen_left(chest: Patient) -> None:
    """anatomy.md 1.2: the right lung (screen right) lets through several times what the left does,
    where heart and aorta lie before it."""
    signal = anatomy_paths(chest, AP.view, 70.0, SliceProjector()).log_signal[96:160]
    left, spine, right = (np.median(signal[:, at]) for at in (slice(80, 98), 128, slice(158, 176)))
    assert spine < right - 1.0
    assert left < right - 0.7


def test_its_depth_is_that_of_a_chest(chest: Patient) -> None:
    """Median transmission 0.013 AP and 0.015 lateral (anatomy.md 1.2, other filter and masks)."""
    for pose, kvp in ((AP, 70.0), (LATERAL, 80.0)):
        signal = anatomy_paths(chest, pose.view, kvp, SliceProjector()).log_signal
        assert 0.006 < np.exp(np.median(signal)) < 0.03


def test_spine_and_lung_are_both_seen(chest: Patient) -> None:
    display = expose(anatomy_paths(chest, AP.view, 70.0, SliceProjector()), pulses=50.0).display
    low, high = np.percentile(display, (5, 95))
    assert low > 15
    assert high < 245
    spine, lung = display[64:192, 112:144], display[64:192, 190:222]
    for part in (spine, lung):
        assert np.percentile(part, 95) - np.percentile(part, 5) > 40


@pytest.mark.parametrize(
    ("oblique_deg", "tilt_deg", "tolerance_percent"),
    [(0.0, 3.0, 0.05), (20.0, 3.0, 0.05), (90.0, 0.0, 0.05), (50.0, 20.0, 0.1)],
)
def test_the_projector_is_exact_on_it(
    chest: Patient, oblique_deg: float, tilt_deg: float, tolerance_percent: float
) -> None:
    view = AP.turned(oblique_deg, tilt_deg - AP.tilt_deg).view.resized((12, 12))
    paths = SliceProjector().path_lengths(chest.volumes, view)
    for basis in (Basis.WATER, Basis.BONE):
        truth = np.sum([fine_integral(v, view) for v in chest.volumes if v.basis is basis], axis=0)
        rms = np.sqrt(np.mean(np.square(paths[basis] - truth)))
        assert 100.0 * rms / truth.max() < tolerance_percent
