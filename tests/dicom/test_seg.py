"""DICOM segmentations, as another program writes them, become label maps."""

from __future__ import annotations

from pathlib import Path

import highdicom as hd
import numpy as np
import pytest
from pydicom.sr.codedict import codes

from tests.dicom.factory import ct_datasets, phantom_grid
from trainer.anatomy.label_numbers import RIB, VERTEBRA, Numbering
from trainer.anatomy.levels import Side
from trainer.dicom.reader import LimitedImageReader
from trainer.refusal import Refusal


def segmentation(path: Path, *names: str) -> Path:
    """One block of voxels a name, in a SEG of the phantom series."""
    slices = ct_datasets()
    for one in slices:
        for keyword in ("PatientBirthDate", "PatientSex", "AccessionNumber", "StudyDate"):
            setattr(one, keyword, "")
        one.StudyTime = one.ReferringPhysicianName = one.PositionReferenceIndicator = ""
        one.StudyID, one.SeriesNumber, one.FrameOfReferenceUID = "1", 1, "2.25.9"
    mask = np.zeros((len(slices), slices[0].Rows, slices[0].Columns, len(names)), np.uint8)
    for n in range(len(names)):
        mask[5 + n : 12, 3 + 5 * n : 7 + 5 * n, 3:8, n] = 1
    kind = (codes.SCT.Tissue, codes.SCT.Bone, hd.seg.SegmentAlgorithmTypeValues.MANUAL)
    described = [hd.seg.SegmentDescription(n + 1, name, *kind) for n, name in enumerate(names)]
    binary = hd.seg.SegmentationTypeValues.BINARY
    ids = (hd.UID(), 2, hd.UID(), 1, "maker", "model", "1", "1")
    hd.seg.Segmentation(slices, mask, binary, described, *ids).save_as(path)
    return path


def test_segments_stand_where_they_were_drawn_under_their_own_numbers(tmp_path: Path) -> None:
    path = segmentation(tmp_path / "seg.dcm", "T7 vertebra", "Left Rib 7", "Liver")
    labels = LimitedImageReader().read_labels(path)
    assert labels.numbering is Numbering.V2
    assert set(np.unique(labels.numbers)) == {0, VERTEBRA["T7"], RIB["T7", Side.LEFT]}
    kji = np.argwhere(labels.numbers == VERTEBRA["T7"])
    found = labels.grid.world_of(kji[:, ::-1].astype(float)).mean(axis=0)
    wanted = phantom_grid().world_of(np.array([5.0, 4.5, 8.0]))
    assert found == pytest.approx(wanted, abs=1e-3)


def test_a_segmentation_is_inspected_by_what_it_names(tmp_path: Path) -> None:
    path = segmentation(tmp_path / "seg.dcm", "vertebrae_T7", "vertebrae_T8")
    found = LimitedImageReader().inspect(path)
    assert (found.kind, found.modality) == ("segmentation", "SEG")
    assert found.geometry["levels"] == ["T7", "T8"]


def test_a_segmentation_without_bones_is_refused(tmp_path: Path) -> None:
    path = segmentation(tmp_path / "seg.dcm", "Liver", "Spleen")
    with pytest.raises(Refusal, match="none of its segments is called like a vertebra"):
        LimitedImageReader().read_labels(path)
