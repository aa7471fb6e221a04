"""Mutated DICOM and bombs through the real child. Long: `python -m tests.trust dicom --long`."""

from __future__ import annotations

from tests.trust import dicoms


def test_mutated_slices_and_bombs_are_refused_noted_or_identical() -> None:
    verdicts = dicoms.run(120, seed=1)
    assert verdicts.found == []
    assert sum(verdicts.refused.values()) > 90
    assert len(verdicts.refused) > 12


def test_an_unguarded_reader_is_caught() -> None:
    assert len(dicoms.run(30, seed=1, naive=True).found) > 5
