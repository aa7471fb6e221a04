"""Patient folders come back as they went, and damage of any kind is refused by name."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.anatomy.levels import Side
from trainer.anatomy.patient import (
    Basis,
    BasisVolume,
    LabelVolume,
    Nerve,
    Patient,
    PatientKind,
    RadiographView,
    Strand,
    StrandKind,
)
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.refusal import ExitCode, Refusal
from trainer.session.patient_ports import PatientStore
from trainer.storage import patient_folder
from trainer.storage.patient_folder import DOCUMENT, OWN_HASH, PatientFolderStore

STORE: PatientStore = PatientFolderStore()
numbers = st.floats(-500.0, 500.0)
points = st.tuples(numbers, numbers, numbers)
names = st.text(min_size=1, max_size=12)


@st.composite
def volumetric_patients(draw: st.DrawFn) -> Patient:
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    shape = draw(st.tuples(*[st.integers(1, 9)] * 3))
    spacing = draw(st.tuples(*[st.floats(0.1, 5.0)] * 3))
    grid = VoxelGrid.aligned(draw(points), spacing, shape)
    bases = draw(st.lists(st.sampled_from(Basis), min_size=1, max_size=4))
    volumes = tuple(
        BasisVolume(basis, grid, rng.integers(0, 256, shape, np.uint8), draw(st.floats(1e-4, 1)))
        for basis in bases
    )
    course = np.array(draw(st.lists(points, min_size=0, max_size=4))).reshape(-1, 3)
    kind, radius_mm = draw(st.sampled_from(StrandKind)), draw(st.floats(0.1, 9.0))
    strand = Strand(draw(names), kind, draw(st.sampled_from(Side)), "T6", radius_mm, course)
    return Patient(
        draw(st.sampled_from([PatientKind.SYNTHETIC, PatientKind.CT])),
        volumes,
        LabelVolume(grid, rng.integers(0, 6, shape, np.uint8)),
        (Nerve("T6-mb", "T7", draw(st.sampled_from(Side)), draw(names), course),),
        MappingProxyType(draw(st.dictionaries(names, points, max_size=4))),
        notes=tuple(draw(st.lists(st.text(max_size=20), max_size=3))),
        strands=(strand,) * draw(st.integers(0, 2)),
    )


@st.composite
def radiograph_patients(draw: st.DrawFn) -> Patient:
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    edge = draw(st.integers(2, 12))
    pose = CArmPose(draw(st.floats(-90, 90)), draw(st.floats(-40, 40)), matrix_px=edge)
    grey = rng.integers(0, 65536, (edge, edge)).astype(np.uint16)
    picture = RadiographView(draw(names), grey, pose.view, pose.oblique_deg, pose.tilt_deg)
    return Patient(PatientKind.RADIOGRAPH, radiographs=(picture,) * draw(st.integers(1, 3)))


@settings(max_examples=25, deadline=None)
@given(st.one_of(volumetric_patients(), radiograph_patients()))
def test_a_patient_comes_back_as_it_went(
    tmp_path_factory: pytest.TempPathFactory, patient: Patient
) -> None:
    folder = tmp_path_factory.mktemp("round") / "patient"
    STORE.save(patient, folder)
    back = STORE.load(folder)
    assert back.sha256 == patient.sha256
    assert (back.kind, back.notes) == (patient.kind, patient.notes)
    assert dict(back.landmarks) == dict(patient.landmarks)
    for mine, theirs in zip(back.radiographs, patient.radiographs, strict=True):
        assert np.array_equal(mine.view.detector_from_world, theirs.view.detector_from_world)
        assert (mine.oblique_deg, mine.tilt_deg) == (theirs.oblique_deg, theirs.tilt_deg)
    for nerve, original in zip(back.nerves, patient.nerves, strict=True):
        assert np.array_equal(nerve.points_world_mm, original.points_world_mm)
        assert (nerve.side, nerve.convention) == (original.side, original.convention)
    for strand, other in zip(back.strands, patient.strands, strict=True):
        assert np.array_equal(strand.points_world_mm, other.points_world_mm)
        assert (strand.name, strand.kind, strand.side) == (other.name, other.kind, other.side)
        assert (strand.level, strand.radius_mm) == (other.level, other.radius_mm)
    shutil.rmtree(folder)


def a_patient() -> Patient:
    rng = np.random.default_rng(5)
    shape = (6, 7, 8)
    grid = VoxelGrid.aligned((1.0, 2.0, 3.0), (0.7, 0.8, 2.5), shape)
    counts = rng.integers(0, 256, shape, np.uint8)
    pose = CArmPose(matrix_px=5)
    grey = rng.integers(0, 65536, (5, 5)).astype(np.uint16)
    return Patient(
        PatientKind.CT,
        (BasisVolume(Basis.WATER, grid, counts, 0.004),),
        LabelVolume(grid, counts % 6),
        (Nerve("T6-mb", "T7", Side.LEFT, "chua-bogduk-1995", np.eye(3)),),
        MappingProxyType({"T7.left.tp_corner": (28.0, 37.0, 13.0)}),
        (RadiographView("AP", grey, pose.view, 0.0, 0.0),),
        ("Slices are 2.5 mm apart.",),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    STORE.save(a_patient(), tmp_path / "patient")
    return tmp_path / "patient"


def test_what_is_loaded_cannot_be_written_to(folder: Path) -> None:
    patient = STORE.load(folder)
    with pytest.raises(ValueError, match="read-only"):
        patient.volumes[0].counts[0, 0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        patient.nerves[0].points_world_mm[0, 0] = 1.0


def test_a_second_save_is_refused_and_the_first_unharmed(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(Refusal, match="something of that name") as caught:
        STORE.save(a_patient(), folder)
    assert caught.value.code is ExitCode.STORAGE
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [path.name for path in folder.parent.iterdir()] == ["patient"]


def files_of(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


FILES = ["labels.zlib", "patient.json", "radiograph-0.zlib", "volume-0-water.zlib"]


def test_a_folder_holds_just_these_files(folder: Path) -> None:
    assert [path.name for path in files_of(folder)] == FILES


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.99])
def test_a_flipped_bit_anywhere_is_refused_by_the_file_s_name(
    folder: Path, name: str, place: float
) -> None:
    path = folder / name
    raw = bytearray(path.read_bytes())
    raw[int(place * len(raw))] ^= 0x01
    path.write_bytes(raw)
    with pytest.raises(Refusal, match=name) as caught:
        STORE.load(folder)
    assert caught.value.code is not ExitCode.STORAGE


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_change_of_any_byte_gets_through(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Refused, or (white space, a number spelled otherwise) exactly the same patient."""
    folder = tmp_path_factory.mktemp("fuzz") / "patient"
    STORE.save(a_patient(), folder)
    path = folder / data.draw(st.sampled_from(FILES))
    raw = bytearray(path.read_bytes())
    raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(raw)
    try:
        assert STORE.load(folder).sha256 == a_patient().sha256
    except Refusal as refusal:
        assert refusal.code in (ExitCode.INTEGRITY, ExitCode.BAD_INPUT)
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kept", [0.0, 0.5])
def test_a_truncated_file_is_refused_by_name(folder: Path, name: str, kept: float) -> None:
    path = folder / name
    raw = path.read_bytes()
    path.write_bytes(raw[: int(kept * len(raw))])
    with pytest.raises(Refusal, match=name) as caught:
        STORE.load(folder)
    assert caught.value.code is ExitCode.INTEGRITY


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_refused_by_name(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(Refusal, match=name):
        STORE.load(folder)


def test_all_findings_come_at_once(folder: Path) -> None:
    (folder / "labels.zlib").unlink()
    (folder / "volume-0-water.zlib").write_bytes(b"")
    (folder / "stranger.bin").write_bytes(b"?")
    with pytest.raises(Refusal) as caught:
        STORE.load(folder)
    found = {problem.where: problem.message for problem in caught.value.problems}
    assert found == {
        "volume-0-water.zlib": "is not the file that was saved",
        "labels.zlib": "is missing",
        "stranger.bin": "is no part of this patient",
    }


def test_what_a_file_browser_leaves_behind_is_no_damage(folder: Path) -> None:
    (folder / ".DS_Store").write_bytes(b"x")
    assert STORE.load(folder).sha256 == a_patient().sha256


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO in a folder")
def test_a_pipe_in_place_of_a_file_is_refused_at_once(folder: Path) -> None:
    for name in ("labels.zlib", DOCUMENT):
        (folder / name).unlink()
        os.mkfifo(folder / name)
        with pytest.raises(Refusal, match="no plain file"):
            STORE.load(folder)


def test_what_is_no_patient_folder_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / DOCUMENT).write_text("[1, 2]")
    for name in ("file", "empty", "other", "absent"):
        with pytest.raises(Refusal, match="is no patient folder") as caught:
            STORE.load(tmp_path / name)
        assert caught.value.code is ExitCode.BAD_INPUT


def rewritten(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """The document changed and its own hash made right again: a careful forger's folder."""
    document = json.loads((folder / DOCUMENT).read_text())
    change(document)
    document[OWN_HASH] = patient_folder._own_hash(document)
    (folder / DOCUMENT).write_text(json.dumps(document))


def test_a_newer_schema_is_refused_and_left_unharmed(folder: Path) -> None:
    rewritten(folder, lambda document: document.update(schema_version=99, novelty=True))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(Refusal, match=r"newer version.*schema 99, this program reads 3"):
        STORE.load(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_folder_of_the_first_schema_still_opens(folder: Path) -> None:
    """It knew no strands, and its content hash was taken without them."""

    def as_it_was(document: dict[str, Any]) -> None:
        assert document.pop("strands") == []
        assert document.pop("proposed") == {}
        document["schema_version"] = 1

    rewritten(folder, as_it_was)
    assert STORE.load(folder).sha256 == a_patient().sha256
    assert STORE.load(folder).strands == ()


def test_what_is_only_proposed_comes_back_as_such_and_confirming_changes_no_content(
    tmp_path: Path,
) -> None:
    name = next(iter(a_patient().landmarks))
    proposed = replace(a_patient(), proposed={name: 1.5})
    STORE.save(proposed, tmp_path / "proposed")
    assert STORE.load(tmp_path / "proposed").proposed == {name: 1.5}
    assert proposed.sha256 == a_patient().sha256
    with pytest.raises(ValueError, match="not there"):
        replace(a_patient(), proposed={"T7.nowhere": 1.0})


def test_strands_are_part_of_the_patient_s_hash() -> None:
    line = np.array([[0.0, 0.0, 0.0], [1.0, 2.0, 3.0]])
    one = Strand("T6-root", StrandKind.NERVE_ROOT, Side.LEFT, "T6", 1.5, line)
    others = [
        replace(one, radius_mm=1.6),
        replace(one, side=Side.RIGHT),
        replace(one, points_world_mm=line + 0.001),
        replace(one, kind=StrandKind.VEIN),
    ]
    patients = [a_patient(), *(replace(a_patient(), strands=(s,)) for s in (one, *others))]
    assert len({patient.sha256 for patient in patients}) == len(patients)


def replace_array(folder: Path, name: str, raw: bytes) -> None:
    packed = zlib.compress(raw)
    (folder / name).write_bytes(packed)

    def rehash(document: dict[str, Any]) -> None:
        document["labels"]["tissues"]["sha256"] = hashlib.sha256(packed).hexdigest()

    rewritten(folder, rehash)


@pytest.mark.parametrize("size", [0, 100, 6 * 7 * 8 + 1, 1 << 24])
def test_a_stream_of_another_length_is_cut_off(folder: Path, size: int) -> None:
    """16 MB of zeros in 16 kB: read no further than the shape allows."""
    replace_array(folder, "labels.zlib", bytes(size))
    with pytest.raises(Refusal, match=r"labels\.zlib does not unpack to its shape") as caught:
        STORE.load(folder)
    assert caught.value.code is ExitCode.INTEGRITY


def test_other_content_under_right_file_hashes_is_noticed(folder: Path) -> None:
    replace_array(folder, "labels.zlib", bytes(6 * 7 * 8))
    with pytest.raises(Refusal, match="content is not what its hash says"):
        STORE.load(folder)


FORGERIES: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "unknown field": (lambda d: d.update(extra=1), "extra"),
    "path out of the folder": (
        lambda d: d["labels"]["tissues"].update(file="../../etc/passwd"),
        "labels.tissues.file",
    ),
    "object array": (lambda d: d["labels"]["tissues"].update(dtype="|O"), "labels.tissues.dtype"),
    "huge shape": (
        lambda d: d["labels"]["tissues"].update(shape=[65535, 65535, 65535]),
        "more than 2 GB",
    ),
    "text for a number": (
        lambda d: d["volumes"][0].update(g_cm3_per_count="0.004"),
        "g_cm3_per_count",
    ),
    "no volumes": (lambda d: d.update(volumes=[]), "needs basis volumes|no part of this patient"),
    "a flat grid": (
        lambda d: d["labels"]["grid"].update(world_from_index=[[0.0] * 4] * 4),
        "contradict",
    ),
    "a plane for a volume": (
        lambda d: d["labels"]["tissues"].update(shape=[6, 56]),
        "three axes",
    ),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_document_with_the_right_hash_and_wrong_contents_is_refused(
    folder: Path, name: str
) -> None:
    change, said = FORGERIES[name]
    rewritten(folder, lambda document: [change(document), None][1])  # type: ignore[func-returns-value]
    with pytest.raises(Refusal, match=said) as caught:
        STORE.load(folder)
    assert caught.value.code is ExitCode.INTEGRITY


@pytest.mark.parametrize("text", ["", "{", '{"schema_version": NaN}', "[" * 100_000, "\x00\x01"])
def test_a_document_that_is_no_json_is_refused(folder: Path, text: str) -> None:
    (folder / DOCUMENT).write_text(text)
    with pytest.raises(Refusal, match=r"patient\.json is cut off or not JSON"):
        STORE.load(folder)


def test_a_document_larger_than_any_patient_s_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patient_folder, "LIMIT_DOCUMENT_BYTES", 100)
    with pytest.raises(Refusal, match="is larger than"):
        STORE.load(folder)


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refusal) as caught:
        STORE.save(a_patient(), tmp_path / "file" / "patient")
    assert caught.value.code is ExitCode.STORAGE
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


LIMITED = """
import resource, sys
from pathlib import Path
from tests.storage.test_patient_folder import STORE, a_patient
from trainer.refusal import Refusal
resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))
try:
    STORE.save(a_patient(), Path(sys.argv[1]) / "deep" / "patient")
except Refusal as refusal:
    print(int(refusal.code), refusal.why)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_takes_no_more_leaves_no_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "4 a file is larger than may be written there"
    assert list(tmp_path.iterdir()) == []
