"""Generated patients are kept between starts; a cache never stops anybody."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.test_patient_folder import a_patient, volumetric_patients
from trainer.anatomy.patient import Patient
from trainer.storage.generated_patients import GeneratedPatientFolder


def kept_in(
    folder: Path, made_by: str = "this", limit_bytes: int = 1 << 30
) -> GeneratedPatientFolder:
    return GeneratedPatientFolder(folder, lambda: made_by, limit_bytes)


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(patient=volumetric_patients())
def test_a_patient_comes_back_as_it_went(tmp_path: Path, patient: Patient) -> None:
    kept_in(tmp_path).save("a key", patient)
    found = kept_in(tmp_path).load("a key")
    assert found is not None
    assert found.sha256 == patient.sha256
    assert found.notes == patient.notes


def test_what_was_never_kept_is_not_there(tmp_path: Path) -> None:
    assert kept_in(tmp_path / "no folder yet").load("a key") is None


def test_another_program_s_patients_are_not_read(tmp_path: Path) -> None:
    kept_in(tmp_path, made_by="an older build").save("a key", a_patient())
    assert kept_in(tmp_path).load("a key") is None


@given(share=st.floats(0.0, 1.0), bit=st.integers(0, 7))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_no_patient_and_is_cleared_away(
    tmp_path: Path, share: float, bit: int
) -> None:
    patient = a_patient()
    kept_in(tmp_path).save("a key", patient)
    file = only_file(tmp_path)
    raw = bytearray(file.read_bytes())
    raw[round(share * (len(raw) - 1))] ^= 1 << bit
    file.write_bytes(raw)
    found = kept_in(tmp_path).load("a key")
    # A bit in the notes changes nobody: all else is covered by the patient's hash.
    assert found is None or found.sha256 == patient.sha256
    assert file.exists() is (found is not None)


@pytest.mark.parametrize("kept", [0.0, 0.01, 0.5, 0.99])
def test_a_file_that_was_cut_off_is_built_again(tmp_path: Path, kept: float) -> None:
    kept_in(tmp_path).save("a key", a_patient())
    file = only_file(tmp_path)
    raw = file.read_bytes()
    file.write_bytes(raw[: int(kept * len(raw))])
    assert kept_in(tmp_path).load("a key") is None
    kept_in(tmp_path).save("a key", a_patient())
    assert kept_in(tmp_path).load("a key") is not None


def test_the_one_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    patient = a_patient()
    kept_in(tmp_path).save("first", patient)
    size = only_file(tmp_path).stat().st_size
    store = kept_in(tmp_path, limit_bytes=2 * size + size // 2)
    store.save("second", patient)
    for age, file in enumerate(sorted(tmp_path.iterdir(), key=lambda one: one.stat().st_mtime_ns)):
        os.utime(file, (1000 + age, 1000 + age))
    assert store.load("first") is not None  # used now, so the second is the oldest
    store.save("third", patient)
    assert store.load("second") is None
    assert store.load("first") is not None
    assert store.load("third") is not None


def test_the_newest_stays_even_where_it_alone_is_too_large(tmp_path: Path) -> None:
    store = kept_in(tmp_path, limit_bytes=1)
    store.save("a key", a_patient())
    assert store.load("a key") is not None


def test_a_disk_that_takes_nothing_is_no_failure(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    kept_in(blocked / "patients").save("a key", a_patient())
    assert kept_in(blocked / "patients").load("a key") is None


def test_two_that_write_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    writers = [
        threading.Thread(target=kept_in(tmp_path).save, args=("a key", a_patient()))
        for _ in range(4)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert only_file(tmp_path)
    assert kept_in(tmp_path).load("a key") is not None
