"""Pictures without geometry are read all the same, text is warned of, a clean copy says nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from tests.conftest import REPOSITORY
from tests.dicom.factory import picture, projection, projection_file
from tests.dicom.test_privacy import CANARY, canary_in, with_canaries
from trainer.dicom.reader import LimitedImageReader
from trainer.geometry.carm import CArmPose
from trainer.refusal import Refusal

SHIPPED = tuple(REPOSITORY / "assets/images" / f"thorax-{name}.dcm" for name in ("ap", "lat"))
BARE: dict[str, Any] = dict.fromkeys(
    (
        *("PositionerPrimaryAngle", "PositionerSecondaryAngle", "DistanceSourceToDetector"),
        *("DistanceSourceToPatient", "ImagerPixelSpacing", "PatientOrientation"),
    )
)


def test_a_picture_without_geometry_is_read_and_says_what_is_missing(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    bare = projection_file(tmp_path / "bare", **BARE)
    whole = projection_file(tmp_path / "whole")
    first, second = reader.read_pictures([bare, whole])
    assert (first.name, second.name) == ("P1", "AP")
    assert first.view is None
    assert len(first.missing) == 6
    np.testing.assert_array_equal(first.grey, picture())
    assert second.missing == ()
    assert second.view is not None
    assert (second.sid_mm, second.pitch_mm, second.oblique_deg) == (1020.0, (0.3, 0.4), 0.0)
    assert second.orientation == "R/F"


def test_the_distance_to_the_patient_may_come_from_the_magnification_factor(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    path = projection_file(
        tmp_path / "p",
        DistanceSourceToPatient=None,
        EstimatedRadiographicMagnificationFactor=2.0,
    )
    (found,) = reader.read_pictures([path])
    assert found.view is not None
    np.testing.assert_allclose(found.view.view.source_world_mm, (0.0, -510.0, 0.0), atol=1e-9)
    assert any("510 mm, comes from the magnification factor" in note for note in found.notes)
    nonsense = projection_file(
        tmp_path / "q",
        DistanceSourceToPatient=None,
        EstimatedRadiographicMagnificationFactor=0.5,
    )
    with pytest.raises(Refusal, match=r"Distance Source to Patient \(0018,1111\) is missing"):
        reader.read_radiographs([nonsense])


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"EstimatedRadiographicMagnificationFactor": 1.5}, "says 1.50, the distances say 1.92"),
        ({"EstimatedRadiographicMagnificationFactor": 1.925}, None),
        ({"PixelSpacing": [0.2, 0.15]}, "fits neither the receptor nor the isocentre"),
        ({"PixelSpacing": [0.4, 0.3]}, None),
        ({"PixelSpacing": [0.4 * 530 / 1020, 0.3 * 530 / 1020]}, None),
    ],
)
def test_tags_of_scale_that_say_two_things_are_told(
    changes: dict[str, Any], told: str | None, tmp_path: Path, reader: LimitedImageReader
) -> None:
    (found,) = reader.read_pictures([projection_file(tmp_path / "p", **changes)])
    sentences = [note for note in found.notes if "0018,1114" in note or "0028,0030" in note]
    assert len(sentences) == (0 if told is None else 1)
    assert told is None or told in sentences[0]


def with_text(grey: np.ndarray, value: int, size: float, turned: bool = False) -> np.ndarray:
    drawn = np.zeros(grey.shape, np.uint8)
    cv2.putText(drawn, "MUSTER EVA 12.03.1951", (10, 40), cv2.FONT_HERSHEY_SIMPLEX, size, 255, 2)
    drawn = np.ascontiguousarray(drawn.T) if turned else drawn
    return np.rint(grey + (value - grey.astype(float)) * (drawn / 255.0)).astype(np.uint16)


@pytest.mark.parametrize(
    ("value", "size", "turned"), [(65535, 0.6, False), (0, 0.9, True), (9000, 1.4, False)]
)
def test_text_in_a_picture_is_warned_of_and_a_picture_without_is_not(
    value: int, size: float, turned: bool, tmp_path: Path, reader: LimitedImageReader
) -> None:
    ap, lateral = reader.read_pictures(SHIPPED)
    assert ap.text == lateral.text == ()
    written = with_text(lateral.grey, value, size, turned)
    (found,) = reader.read_pictures([projection_file(tmp_path / "t", written)])
    assert any("text is likely burned in near column" in note for note in found.notes)
    assert found.text[0].letters >= 8


def test_noise_is_no_text(tmp_path: Path, reader: LimitedImageReader) -> None:
    rng = np.random.default_rng(4)
    noisy = [
        np.clip(rng.normal(20000, spread, (300, 320)), 0, 65535).astype(np.uint16)
        for spread in (50, 6000)
    ]
    paths = [projection_file(tmp_path / str(n), one) for n, one in enumerate(noisy)]
    assert [found.text for found in reader.read_pictures(paths)] == [(), ()]


def test_declared_text_is_refused(tmp_path: Path, reader: LimitedImageReader) -> None:
    path = projection_file(tmp_path / "p", BurnedInAnnotation="YES")
    with pytest.raises(Refusal, match="may name a person"):
        reader.read_pictures([path])


def test_no_canary_comes_through_a_found_picture_or_its_clean_copy(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    path = tmp_path / f"{CANARY}.dcm"
    path.write_bytes(with_canaries(projection(picture(64, 64))))
    (found,) = reader.read_pictures([path])
    assert not canary_in((found.name, found.notes, found.missing, found.orientation))
    clean = reader.clean_picture(found.grey)
    assert CANARY.encode() not in clean
    assert clean == reader.clean_picture(found.grey)
    (tmp_path / "clean.dcm").write_bytes(clean)
    (again,) = reader.read_pictures([tmp_path / "clean.dcm"])
    np.testing.assert_array_equal(again.grey, found.grey)
    assert again.view is None


def test_positioner_angles_are_told_also_where_the_rest_is_missing(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    path = projection_file(
        tmp_path / "p", PositionerPrimaryAngle=90.0, DistanceSourceToPatient=None
    )
    (found,) = reader.read_pictures([path])
    assert found.oblique_deg == CArmPose(90.0).oblique_deg
