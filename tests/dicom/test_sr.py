"""The measurement report: what was measured, on which pictures, of nobody, as DICOM says it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pydicom
import pytest
from pydicom.dataset import Dataset

from tests.scoring.attempts import header, log_of, reckless
from trainer.attempt.sitting import Sitting
from trainer.dicom.sr import SCHEME, report_bytes
from trainer.dicom.xa import instance_uid, study_uids
from trainer.scoring.score import score
from trainer.session.pacs import Remark, ReportFacts, Run

RUNS = (Run("a run 1", 1), Run("a run 2", 4))
REMARK = "=cmd() \\ שלום مرحبا 👩🏽‍⚕️\ud83d " * 400
FOUND = score(log_of(reckless()))


@pytest.fixture(scope="module")
def data() -> bytes:
    return report_bytes(ReportFacts(header(), FOUND, RUNS, (Remark("r-1", REMARK),)))


@pytest.fixture(scope="module")
def report(data: bytes) -> Dataset:
    return pydicom.dcmread(io.BytesIO(data))


def inside(item: Dataset) -> list[Dataset]:
    """Every content item, depth first."""
    below = item.get("ContentSequence", [])
    return [one for child in below for one in (child, *inside(child))]


def named(item: Dataset) -> tuple[str, str]:
    concept = item.ConceptNameCodeSequence[0]
    value = concept.get("CodeValue") or concept.get("LongCodeValue")
    return str(concept.CodingSchemeDesignator), str(value)


def test_every_measured_metric_stands_with_its_value_and_unit(report: Dataset) -> None:
    found = {
        named(one)[1]: one.MeasuredValueSequence[0]
        for one in inside(report)
        if one.ValueType == "NUM"
    }
    measured = {one.id: one for one in FOUND.metrics if one.value is not None}
    assert len(found) == len(measured) + 1  # and the score
    um = measured["tip_to_target_um"].value
    assert um is not None
    assert float(found["tip_to_target_um"].NumericValue) == um / 1000
    assert found["tip_to_target_um"].MeasurementUnitsCodeSequence[0].CodeValue == "mm"
    assert float(found["score"].NumericValue) == FOUND.score / 10


def test_dose_has_the_codes_of_dicom_and_the_rest_ours(report: Dataset) -> None:
    names = {named(one) for one in inside(report) if one.ValueType == "NUM"}
    assert {("DCM", "113725"), ("DCM", "113731"), (SCHEME, "tip_to_target_um")} <= names
    assert {scheme for scheme, _ in names} == {"DCM", SCHEME}


def test_it_rests_on_the_pictures_and_frames_of_the_attempt(report: Dataset) -> None:
    study, series = study_uids(header().attempt_id)
    evidence = report.CurrentRequestedProcedureEvidenceSequence[0]
    assert (report.StudyInstanceUID, evidence.StudyInstanceUID) == (study, study)
    (of_series,) = evidence.ReferencedSeriesSequence
    assert of_series.SeriesInstanceUID == series != report.SeriesInstanceUID
    wanted = [instance_uid(run.instance) for run in RUNS]
    assert [one.ReferencedSOPInstanceUID for one in of_series.ReferencedSOPSequence] == wanted
    images = [one.ReferencedSOPSequence[0] for one in inside(report) if one.ValueType == "IMAGE"]
    assert [one.ReferencedSOPInstanceUID for one in images] == wanted
    assert [one.get("ReferencedFrameNumber") for one in images] == [None, [1, 2, 3, 4]]


def test_it_says_everywhere_that_it_is_of_nobody(report: Dataset) -> None:
    assert str(report.PatientName) == "SIMULATION^NOT A PATIENT"
    assert report.SeriesDescription == "SIMULATED, NOT A PATIENT"
    texts = " ".join(one.TextValue for one in inside(report) if one.ValueType == "TEXT")
    assert "not a picture of a patient" in texts and "not for decisions" in texts
    assert report.VerificationFlag == "UNVERIFIED"


def test_what_a_rater_wrote_stands_as_it_was_written(report: Dataset) -> None:
    texts = [one.TextValue for one in inside(report) if one.ValueType == "TEXT"]
    assert f"r-1: {REMARK}".replace("\ud83d", "\ufffd").rstrip() in [
        text.rstrip() for text in texts
    ]


def test_the_same_attempt_gives_the_same_bytes(data: bytes) -> None:
    assert data == report_bytes(ReportFacts(header(), FOUND, RUNS, (Remark("r-1", REMARK),)))
    assert not re.search(rb"Contribution", data)


def test_a_candidate_is_named_by_the_pseudonym_alone() -> None:
    sat = Sitting("s", "0" * 32, "c=0^0\\1" + "x" * 80, "station-1", "d" * 64, 1)
    data = report_bytes(ReportFacts(header(sitting=sat, mode="exam"), FOUND, RUNS))
    (who,) = [one for one in inside(pydicom.dcmread(io.BytesIO(data))) if one.ValueType == "PNAME"]
    assert str(who.PersonName).startswith("c 0 0 1x") and len(str(who.PersonName)) <= 64


def test_another_program_reads_it_as_a_structured_report(data: bytes, tmp_path: Path) -> None:
    if shutil.which("dsrdump") is None:
        pytest.skip("dcmtk is not installed")
    (tmp_path / "sr.dcm").write_bytes(data)
    said = subprocess.run(
        ["dsrdump", "+Pl", "sr.dcm"], cwd=tmp_path, capture_output=True, check=False
    )
    assert said.returncode == 0
    assert b"E:" not in said.stderr and b"Imaging Measurement Report" in said.stdout
    assert b"=cmd()" in said.stdout
