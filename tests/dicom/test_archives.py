"""A hospital's archive: what is stored is found and comes back, by DICOM and by DICOMweb."""

from __future__ import annotations

import io
import json
import os
import socket
import sys
import tempfile
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from pydicom.uid import generate_uid

from tests.anatomy.generated_ct import Chest, chest_ct
from tests.dicom.factory import ct_slice, write_all
from tests.exchange.lrs_server import LrsServer
from tests.exchange.xapi_rules import faults
from tests.scoring.attempts import file_of, header, log_of, reckless
from trainer.anatomy.patient import Patient, PatientKind
from trainer.app.main import main
from trainer.attempt.header import Header
from trainer.dicom.archive_words import Shelf, parts_of
from trainer.dicom.archives import archive_at
from trainer.dicom.sr import report_bytes
from trainer.dicom.xa import exposure_bytes, study_uids
from trainer.geometry.carm import CArmPose
from trainer.refusal import ExitCode, Refusal
from trainer.scoring.score import score
from trainer.session.dicom_export import instance_of
from trainer.session.pacs import Query, Remark, ReportFacts, Run
from trainer.storage.patient_folder import PatientFolderStore

ADDRESSES = {"dicom": "RHIZOTOMY_TEST_ORTHANC_DICOM", "web": "RHIZOTOMY_TEST_ORTHANC_WEB"}
REMARK = "=cmd()|' /C calc'!A0 שלום مرحبا 👩🏽‍⚕️ \\ " * 300 + "."
POSE = CArmPose(matrix_px=64)


@pytest.fixture(params=list(ADDRESSES))
def address(request: pytest.FixtureRequest) -> str:
    """Of the archive that was given; without one the test skips."""
    variable = ADDRESSES[request.param]
    if not os.environ.get(variable):
        pytest.skip(f"no Orthanc was given ({variable})")
    return os.environ[variable]


def attempt() -> Header:
    """An attempt that no archive has heard of."""
    return replace(header(), attempt_id=str(uuid.uuid4()))


def written(head: Header, folder: Path) -> tuple[Path, ...]:
    """Three pictures, differently packed, and the report that rests on them."""
    runs = [Run(instance_of(head.attempt_id, number), 1) for number in (1, 2, 3)]
    grey = np.arange(64 * 64, dtype=np.uint16).reshape(64, 64)
    for number, (run, packed) in enumerate(zip(runs, ("", "rle", "j2k"), strict=True), start=1):
        facts = {"instance": run.instance, "study": head.attempt_id, "number": number}
        data = exposure_bytes(grey * number, POSE, {**facts, "compress": packed})
        (folder / f"run-{number}.dcm").write_bytes(data)
    told = ReportFacts(head, score(log_of(reckless())), tuple(runs), (Remark("r-1", REMARK),))
    (folder / "report.dcm").write_bytes(report_bytes(told))
    return tuple(sorted(folder.glob("*.dcm")))


def by_instance(files: tuple[Path, ...]) -> dict[str, pydicom.Dataset]:
    read = [pydicom.dcmread(path) for path in files]
    return {str(one.SOPInstanceUID): one for one in read}


def test_what_is_stored_is_found_and_comes_back(address: str, tmp_path: Path) -> None:
    head = attempt()
    files = written(head, tmp_path)
    study, _ = study_uids(head.attempt_id)
    archive = archive_at(address)
    assert archive.find(Query(study_uid=study)) == ()
    assert archive.store(files) == 4
    assert archive.store(files) == 4  # again changes nothing
    (found,) = archive.find(Query(study_uid=study, patient_name="SIMULATION*", modality="SR"))
    assert (found.study_uid, found.patient_id) == (study, "SIMULATION")
    assert set(found.modalities) == {"XA", "SR"} and found.instances == 4
    assert archive.find(Query(study_uid=study, patient_id="somebody")) == ()
    (tmp_path / "back").mkdir()
    back = by_instance(archive.fetch(study, tmp_path / "back"))
    for name, sent in by_instance(files).items():
        assert back[name] == sent
        if sent.Modality == "XA":
            assert np.array_equal(back[name].pixel_array, sent.pixel_array)
        else:
            texts = [one.TextValue for one in sent.ContentSequence if "TextValue" in one]
            assert f"r-1: {REMARK}" in texts


@pytest.mark.parametrize("address", ["web"], indirect=True)
def test_the_command_line_sends_finds_and_fetches(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = attempt()
    written(head, tmp_path)
    study, _ = study_uids(head.attempt_id)

    def run(*words: object) -> tuple[int, str]:
        code = main([*map(str, words), "--at", address, "--json"])
        return code, capsys.readouterr().out

    code, out = run("pacs", "send", tmp_path)
    assert code == 0 and json.loads(out) == {"stored": 4}
    code, out = run("pacs", "find", "--study", study)
    assert code == 0 and [one["study_uid"] for one in json.loads(out)["studies"]] == [study]
    code, out = run("pacs", "fetch", study, "--out", tmp_path / "study")
    assert code == 0 and json.loads(out)["fetched"] == 4
    assert len(list((tmp_path / "study").iterdir())) == 4
    assert run("pacs", "fetch", study, "--out", tmp_path / "study")[0] == ExitCode.USAGE
    code, out = run("pacs", "fetch", "1.2.3", "--out", tmp_path / "none")
    assert code in (ExitCode.BAD_INPUT, ExitCode.STORAGE) and not (tmp_path / "none").exists()


def unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.mark.parametrize("kind", ["dicom://ANY@127.0.0.1:{}", "http://127.0.0.1:{}/dicom-web"])
def test_where_nobody_answers_it_says_so(kind: str) -> None:
    with pytest.raises(Refusal) as refused:
        archive_at(kind.format(unused_port())).find(Query())
    assert refused.value.code is ExitCode.STORAGE


@pytest.mark.parametrize(
    "address",
    ["", "pacs", "dicom://host:104", "dicom://A@host", "dicom://A:secret@host:104",
     "dicom://SEVENTEENLETTERS17@host:104", "dicom://A@host:104?calling=", "http://pacs.example/x",
     "https://a:b@pacs.example/x", "https://pacs.example/x?y=1", "https://[::1"],
)  # fmt: skip
def test_an_address_that_means_nothing_is_refused(address: str) -> None:
    if address.endswith("calling="):
        address += "b\\c"
    with pytest.raises(Refusal) as refused:
        archive_at(address)
    assert refused.value.code is ExitCode.USAGE


@pytest.mark.parametrize("library", ["pynetdicom", "highdicom"])
def test_without_the_extra_one_sentence_says_what_to_install(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    told = ReportFacts(header(), score(log_of(reckless())), (Run("a run 1", 1),))
    with pytest.raises(Refusal, match=r"'\.\[pacs\]'") as refused:
        if library == "highdicom":
            report_bytes(told)
        else:
            archive_at("dicom://ANY@127.0.0.1:104")
    assert refused.value.code is ExitCode.USAGE


def test_parts_are_told_apart_by_their_boundary_alone() -> None:
    contents = [b"", b"a\r\n\r\nb", b"--other\r\n", bytes(range(256))]
    body = b"".join(b"\r\n--x\r\nA: b\r\n\r\n" + one for one in contents) + b"\r\n--x--\r\n"
    assert list(parts_of(io.BytesIO(body), b"x")) == contents
    assert list(parts_of(io.BytesIO(body[2:]), b"x")) == contents


@pytest.mark.parametrize("body", [b"", b"--x\r\nA: b\r\n\r\ncut o", b"--y\r\n\r\n\r\n--y--"])
def test_an_answer_that_breaks_off_is_none(body: bytes) -> None:
    with pytest.raises(ValueError, match="breaks off"):
        list(parts_of(io.BytesIO(body), b"x"))


def test_a_study_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.dicom.archive_words.MOST_BYTES", 10)
    shelf = Shelf(tmp_path)
    shelf.add(b"12345", b"67890")
    with pytest.raises(Refusal, match="more than"):
        shelf.add(b"1")


@pytest.mark.parametrize("address", ["dicom"], indirect=True)
def test_a_fetched_study_becomes_a_patient_and_nothing_else_stays(
    address: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    head = attempt()
    files = [path for path in written(head, tmp_path) if path.name == "run-1.dcm"]
    archive_at(address).store(files)
    study, _ = study_uids(head.attempt_id)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    words = ("pacs", "fetch", study, "--out", str(tmp_path / "patient"), "--at", address)
    assert main([*words, "--import", "radiograph", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["modality"], told["fetched"]) == ("radiograph", "XA", 1)
    assert PatientFolderStore().load(tmp_path / "patient").kind is PatientKind.RADIOGRAPH
    assert not list((tmp_path / "temporary").iterdir())
    assert not list((tmp_path / "patient").rglob("*.dcm"))


def test_a_fetched_ct_becomes_the_patient_that_its_files_would(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study, series = (f"2.25.{uuid.uuid4().int}" for _ in range(2))
    scan = chest_ct(Chest(spacing_mm=(4.0, 4.0, 4.0)))
    at = scan.grid.world_of(np.array([[0.0, 0.0, k] for k in range(len(scan.hu))]))
    slices = [ct_slice(k, hu, at[k], spacing_mm=(4.0, 4.0)) for k, hu in enumerate(scan.hu)]
    for each in slices:
        each.StudyInstanceUID, each.SeriesInstanceUID = study, series
        each.SOPInstanceUID = each.file_meta.MediaStorageSOPInstanceUID = generate_uid()
    write_all(tmp_path / "series", slices)
    # By DICOMweb, which takes any class; by DICOM this program sends only what it makes itself.
    if not (web := os.environ.get(ADDRESSES["web"])):
        pytest.skip(f"no Orthanc was given ({ADDRESSES['web']})")
    assert archive_at(web).store(sorted((tmp_path / "series").iterdir())) == len(slices)

    def made(name: str, *words: object) -> tuple[dict[str, Any], Patient]:
        assert main([*map(str, words), "--out", str(tmp_path / name), "--json"]) == 0
        return json.loads(capsys.readouterr().out), PatientFolderStore().load(tmp_path / name)

    told, fetched = made("there", "pacs", "fetch", study, "--at", address, "--import", "ct")
    known, imported = made("here", "import", "ct", tmp_path / "series")
    assert told["fetched"] == len(slices)
    assert (told["shape"], told["geometry"]) == (known["shape"], known["geometry"])
    assert fetched.sha256 == imported.sha256
    assert not list((tmp_path / "there").rglob("*.dcm"))


def test_the_command_line_writes_statements_and_measurements(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "a.attempt"
    made.write_bytes(file_of(reckless()))
    out = tmp_path / "out.json"
    assert (
        main(["attempt", "export", str(made), "--format", "xapi", "--as", "p-7", "-o", str(out)])
        == 0
    )
    (statement,) = json.loads(out.read_bytes())
    assert faults(statement) == [] and statement["actor"]["account"]["name"] == "p-7"
    assert (
        main(["attempt", "export", str(made), "--format", "sr", "-o", str(tmp_path / "r.dcm")]) == 0
    )
    assert pydicom.dcmread(tmp_path / "r.dcm").Modality == "SR"
    assert (
        main(["attempt", "export", str(made), "--format", "sr", "--as", "x", "-o", str(out)]) == 2
    )
    capsys.readouterr()


def test_the_command_line_queues_what_cannot_be_sent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RHIZOTOMY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RHIZOTOMY_LRS_SIGN_IN", "station:secret")
    made = tmp_path / "a.attempt"
    made.write_bytes(file_of(reckless()))
    nobody = f"http://127.0.0.1:{unused_port()}/xapi"

    def send(*words: str) -> tuple[int, dict[str, Any]]:
        code = main(["lrs", "send", *words, "--json"])
        return code, json.loads(capsys.readouterr().out)

    code, told = send(str(made), "--to", nobody)
    assert code == ExitCode.STORAGE and (told["queued"], told["waiting"]) == (1, 1)
    server = LrsServer()
    try:
        monkeypatch.setenv("RHIZOTOMY_LRS_URL", server.address)
        code, told = send()
        assert code == 0 and (told["taken"], told["waiting"]) == (1, 0)
        code, told = send(str(made))
        assert code == 0 and (told["queued"], told["there"]) == (1, 1)
    finally:
        server.close()
    assert len(server.kept) == 1
