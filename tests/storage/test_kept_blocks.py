"""Distances are kept between starts, bit for bit or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.anatomy.distance import DistanceBlock
from trainer.geometry.grid import VoxelGrid
from trainer.storage.generated_patients import GeneratedPatientFolder
from trainer.storage.kept_blocks import KeptBlockFolder

BLOCKS = {
    name: DistanceBlock(
        VoxelGrid.aligned((0.1, -7.3, 1 / 3), (step, step, step), shape),
        np.random.default_rng(len(name)).integers(-3000, 3000, shape).astype(np.int16),
    )
    for name, step, shape in (("skin", 1.0, (3, 4, 5)), ("pleura", 0.7, (2, 2, 9)))
}


def kept_in(folder: Path, made_by: str = "this", limit_bytes: int = 1 << 30) -> KeptBlockFolder:
    return KeptBlockFolder(folder, lambda: made_by, limit_bytes)


def test_distances_come_back_as_they_went(tmp_path: Path) -> None:
    kept_in(tmp_path).save("a key", BLOCKS)
    found = kept_in(tmp_path).load("a key")
    assert found is not None
    assert list(found) == list(BLOCKS)
    points = np.random.default_rng(7).uniform(-9.0, 9.0, (50, 3))
    for name, block in BLOCKS.items():
        assert found[name].hundredths_mm.dtype == np.int16
        assert (found[name].at(points) == block.at(points)).all()


@pytest.mark.parametrize("key", ["another key", "a key"])
def test_what_was_not_kept_by_this_program_is_not_there(tmp_path: Path, key: str) -> None:
    kept_in(tmp_path, made_by="this" if key != "a key" else "an older one").save("a key", BLOCKS)
    assert kept_in(tmp_path).load(key) is None


@given(share=st.floats(0.0, 1.0), bit=st.integers(0, 7), cut=st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_cleared_away(tmp_path: Path, share: float, bit: int, cut: bool) -> None:
    kept_in(tmp_path).save("a key", BLOCKS)
    (file,) = tmp_path.iterdir()
    raw = bytearray(file.read_bytes())
    at = round(share * (len(raw) - 1))
    raw[at] ^= 1 << bit
    file.write_bytes(raw[:at] if cut else raw)
    assert kept_in(tmp_path).load("a key") is None
    assert not file.exists()


def test_a_full_folder_lets_the_oldest_go_whatever_it_is(tmp_path: Path) -> None:
    from tests.storage.test_patient_folder import a_patient

    GeneratedPatientFolder(tmp_path, lambda: "this", 1 << 30).save("a patient", a_patient())
    kept_in(tmp_path, limit_bytes=1).save("a key", BLOCKS)
    assert [file.suffix for file in tmp_path.iterdir()] == [".distances"]


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    kept_in(tmp_path / "file").save("a key", BLOCKS)
    assert kept_in(tmp_path / "file").load("a key") is None
