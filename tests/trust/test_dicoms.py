"""Mutated DICOM of every syntax, and bombs. Long: `python -m tests.trust dicom --long`."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.trust import dicoms
from tests.trust.dicom_seeds import CHANGED, GREY_STEP_HU, in_eight_bits, phantom_hu, written
from trainer.dicom.answers import answer
from trainer.dicom.syntaxes import JPEG_EXTENDED, READ


def test_mutated_slices_and_bombs_are_refused_noted_or_identical() -> None:
    verdicts = dicoms.run(80, seed=1)
    assert verdicts.found == []
    assert sum(verdicts.refused.values()) > 50
    assert len(verdicts.refused) > 12


def test_an_unguarded_reader_is_caught() -> None:
    assert len(dicoms.run(32, seed=1, naive=True).found) > 5


def test_the_same_slice_comes_out_of_every_syntax(tmp_path: Path) -> None:
    """High-throughput JPEG 2000 among them; what loses says by how little."""
    plain = phantom_hu()[CHANGED].astype(int)
    for uid, syntax in READ.items():
        path = tmp_path / uid
        written(uid, path)
        _, pixels = answer({"op": "hu", "path": str(path), "salt": "", "frame": 0})
        assert pixels is not None, uid
        eight = plain // GREY_STEP_HU * GREY_STEP_HU
        off = np.abs(pixels.astype(int) - (eight if in_eight_bits(uid) else plain))
        assert off.max() <= (0 if syntax.lossless else 400), syntax.name
        assert np.median(off) <= GREY_STEP_HU, syntax.name
    assert in_eight_bits(JPEG_EXTENDED)
