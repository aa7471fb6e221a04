"""Scenarios in folders: found, read, their files checked, and every bad path refused at once."""

from __future__ import annotations

import hashlib
import os
import socket
import tempfile
from pathlib import Path

import pytest

from tests.scenario.documents import CT, RADIOGRAPH, SYNTHETIC, Document, as_file, changed
from trainer.refusal import Problem, Refusal
from trainer.scenario.canonical import from_document, to_document
from trainer.storage.scenario_library import ScenarioLibrary
from trainer.storage.shipped import shipped_folder

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
AP, LAT = b"the AP picture", b"the LAT picture"


def put(folder: Path, document: Document, name: str | None = None) -> Path:
    home = folder / (name or str(document["id"]))
    home.mkdir(parents=True, exist_ok=True)
    (home / "scenario.yaml").write_bytes(as_file(document))
    return home


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    return tmp_path / "shipped"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    (tmp_path / "assets" / "images").mkdir(parents=True)
    (tmp_path / "assets" / "images" / "lat.dcm").write_bytes(LAT)
    return tmp_path / "assets"


@pytest.fixture
def books(shipped: Path, own: Path, assets: Path) -> ScenarioLibrary:
    return ScenarioLibrary([shipped, own], assets)


@pytest.fixture
def films(own: Path) -> Path:
    """The home of a radiograph scenario whose two pictures are in place."""
    pictures = ("patient", "pictures")
    document = changed(
        RADIOGRAPH,
        ((*pictures, 0, "sha256"), hashlib.sha256(AP).hexdigest()),
        ((*pictures, 1, "sha256"), hashlib.sha256(LAT).hexdigest()),
    )
    home = put(own, document)
    (home / "ap.dcm").write_bytes(AP)
    return home


def test_the_shipped_scenarios_are_found_and_a_c_arm_comes_first() -> None:
    books = ScenarioLibrary([shipped_folder("scenarios")])
    names = books.identifiers()
    assert {"place-t7-left", "place-t7-biplane", "place-t7-single", "rf-t7-8"} <= set(names)
    assert books.load(names[0]).patient.kind == "synthetic"


def test_shipped_ones_come_first_then_order_then_id(
    books: ScenarioLibrary, shipped: Path, own: Path
) -> None:
    for folder, name, order in (
        (own, "own-first", 0),
        (shipped, "late", 9),
        (shipped, "soon-b", 3),
        (shipped, "soon-a", 3),
    ):
        put(folder, changed(SYNTHETIC, (("id",), name), (("order",), order)))
    put(shipped, changed(SYNTHETIC, (("id",), "broken"), (("version",), 0)))
    assert books.identifiers() == ("soon-a", "soon-b", "late", "broken", "own-first")


def test_folders_that_are_not_there_hold_nothing(books: ScenarioLibrary) -> None:
    assert books.identifiers() == ()


def test_of_two_scenarios_with_one_id_the_shipped_one_is_meant(
    books: ScenarioLibrary, shipped: Path, own: Path
) -> None:
    put(shipped, SYNTHETIC)
    put(own, changed(SYNTHETIC, (("title",), "Another")))
    assert books.identifiers() == ("a-test",)
    assert books.load("a-test").title == SYNTHETIC["title"]
    assert books.load(str(own / "a-test")).title == "Another"


def test_a_scenario_is_loaded_by_id_by_folder_and_by_file(
    books: ScenarioLibrary, own: Path, tmp_path: Path
) -> None:
    home = put(own, SYNTHETIC)
    loose = put(tmp_path, SYNTHETIC, "anywhere") / "scenario.yaml"
    other_name = loose.rename(tmp_path / "my case.yml")
    names = ["a-test", str(home), str(home / "scenario.yaml"), str(other_name)]
    assert len({books.load(name).model_dump_json() for name in names}) == 1


def test_an_unknown_id_is_refused_with_the_nearest(books: ScenarioLibrary, own: Path) -> None:
    put(own, SYNTHETIC)
    with pytest.raises(Refusal, match="did you mean 'a-test'"):
        books.load("a-tset")


def test_a_folder_that_is_called_otherwise_is_refused(books: ScenarioLibrary, own: Path) -> None:
    put(own, SYNTHETIC, "b-test")
    with pytest.raises(Refusal, match="the folder is called 'b-test'"):
        books.load("b-test")


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../a-test", "~nobody-at-all/x", "a\0b", "x" * 5000]
)
def test_a_name_that_is_no_place_is_refused(books: ScenarioLibrary, name: str) -> None:
    with pytest.raises(Refusal):
        books.load(name)


def test_a_changed_file_is_read_anew(books: ScenarioLibrary, own: Path) -> None:
    put(own, SYNTHETIC)
    assert books.load("a-test").version == 1
    put(own, changed(SYNTHETIC, (("version",), 2)))
    assert books.load("a-test").version == 2


def test_the_judge_is_asked_about_every_rubric(own: Path) -> None:
    home = put(own, SYNTHETIC)
    judge = lambda rubric: [Problem("rubric.critical[0]", f"unknown in {rubric.id}")]  # noqa: E731
    (problem,) = ScenarioLibrary([own], judge=judge).validate(home)
    assert problem.message == "unknown in one"
    assert problem.line is not None


# What cannot be read


def test_a_missing_file_is_refused(books: ScenarioLibrary, tmp_path: Path) -> None:
    assert books.validate(tmp_path / "no.yaml") == (Problem("file", "there is no such file"),)
    assert books.validate(tmp_path) == (Problem("file", "there is no such file"),)


def test_a_folder_in_the_place_of_the_file_is_refused(books: ScenarioLibrary, own: Path) -> None:
    (own / "a-test" / "scenario.yaml").mkdir(parents=True)
    with pytest.raises(Refusal, match="it is a folder"):
        books.load("a-test")
    assert books.identifiers() == ("a-test",)


@posix
def test_a_pipe_that_nobody_writes_to_is_refused(books: ScenarioLibrary, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert books.validate(tmp_path / "pipe.yaml") == (Problem("file", "it is a pipe"),)


@posix
def test_a_device_and_a_socket_are_refused(books: ScenarioLibrary) -> None:
    assert books.validate(Path("/dev/zero"))[0].message == "it is a device"
    path = Path(tempfile.gettempdir()) / f"s{os.getpid()}"  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        try:
            assert books.validate(path)[0].message == "it is a socket"
        finally:
            path.unlink()


@posix
def test_a_link_in_a_circle_is_refused(books: ScenarioLibrary, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert books.validate(tmp_path / "a.yaml")[0].where == "file"


def test_an_unreadable_file_is_refused(
    books: ScenarioLibrary, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = put(own, SYNTHETIC)

    def closed(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", closed)
    assert books.validate(home) == (Problem("file", "permission denied"),)


def test_a_file_over_the_limit_is_refused(books: ScenarioLibrary, tmp_path: Path) -> None:
    (tmp_path / "big.yaml").write_bytes(b"#" * 1_000_001)
    assert "1,000,001 bytes" in books.validate(tmp_path / "big.yaml")[0].message


def test_a_file_that_changes_while_it_is_read_is_refused(
    books: ScenarioLibrary, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = put(own, SYNTHETIC)
    looked_at: list[int] = []
    real = os.fstat

    def growing(descriptor: int) -> os.stat_result:
        if looked_at:
            with (home / "scenario.yaml").open("ab") as stream:
                stream.write(b"\n")
        looked_at.append(descriptor)
        return real(descriptor)

    monkeypatch.setattr("trainer.storage.regular_file.os.fstat", growing)
    assert books.validate(home)[0].message == "it changed while it was read"


# The files a scenario names


def test_a_scenario_with_its_files_in_place_is_valid(books: ScenarioLibrary, films: Path) -> None:
    assert books.validate(films) == ()
    assert books.validate(films / "scenario.yaml") == ()


def test_pictures_are_found_beside_the_file_and_among_the_assets(
    books: ScenarioLibrary, films: Path, assets: Path
) -> None:
    scenario = books.load("a-test")
    assert books.picture_path(scenario, "ap.dcm") == films / "ap.dcm"
    assert books.picture_path(scenario, "assets:images/lat.dcm") == assets / "images" / "lat.dcm"


def test_files_are_found_again_in_a_later_run(
    books: ScenarioLibrary, films: Path, own: Path, shipped: Path
) -> None:
    kept = from_document(to_document(books.load("a-test")))  # as an attempt's header keeps it
    later = ScenarioLibrary([shipped, own])
    assert later.picture_path(kept, "ap.dcm") == films / "ap.dcm"


def test_files_of_another_version_are_not_taken_for_them(
    books: ScenarioLibrary, films: Path, own: Path
) -> None:
    kept = books.load("a-test").model_copy(update={"version": 9})
    with pytest.raises(Refusal, match="no scenario folder holds this version"):
        books.picture_path(kept, "ap.dcm")


def test_every_missing_and_every_other_picture_is_told_at_once(
    books: ScenarioLibrary, films: Path, assets: Path
) -> None:
    (films / "ap.dcm").unlink()
    (assets / "images" / "lat.dcm").write_bytes(b"something else")
    first, second = books.validate(films)
    lines = (films / "scenario.yaml").read_bytes().splitlines()
    assert first.where == "patient.pictures[0].file"
    assert first.message == "ap.dcm: there is no such file"
    assert first.line is not None
    assert b'"ap.dcm"' in lines[first.line - 1]
    assert second.where == "patient.pictures[1].sha256"
    assert hashlib.sha256(b"something else").hexdigest() in second.message
    assert second.line is not None
    assert hashlib.sha256(LAT).hexdigest().encode() in lines[second.line - 1]


@posix
@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_a_picture_that_is_no_file_of_this_folder_is_refused(
    books: ScenarioLibrary, films: Path, tmp_path: Path, kind: str
) -> None:
    picture = films / "ap.dcm"
    picture.unlink()
    if kind == "pipe":
        os.mkfifo(picture)
    elif kind == "folder":
        picture.mkdir()
    else:
        (tmp_path / "secret").write_bytes(AP)
        picture.symlink_to(tmp_path / "secret")
    (problem,) = books.validate(films)
    assert problem.where == "patient.pictures[0].file"
    assert kind in problem.message
    with pytest.raises(Refusal):
        books.picture_path(books.load("a-test"), "ap.dcm")


def test_a_missing_patient_folder_is_told(books: ScenarioLibrary, own: Path) -> None:
    home = put(own, CT)
    assert [problem.where for problem in books.validate(home)] == ["patient.folder"]
    (home / "patient-1").mkdir()
    assert books.validate(home) == ()
    assert books.patient_path(books.load("a-test"), "patient-1") == home / "patient-1"


def test_a_patient_folder_may_lie_where_the_author_chose(
    books: ScenarioLibrary, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(own, CT)
    scenario = books.load("a-test")
    (tmp_path / "patients" / "p").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    chosen = tmp_path / "patients" / "p"
    assert books.patient_path(scenario, str(chosen)) == chosen
    assert books.patient_path(scenario, "~/patients/p") == chosen


def test_validating_leaves_everything_as_it_was(books: ScenarioLibrary, films: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in films.parent.rglob("*")}
    books.validate(films)
    assert {path: path.stat().st_mtime_ns for path in films.parent.rglob("*")} == before


# Where the shipped files are


@pytest.mark.parametrize("name", ["scenarios", "assets"])
def test_shipped_files_are_found_in_the_checkout_and_in_the_wheel(
    tmp_path: Path, name: str
) -> None:
    package = tmp_path / "site" / "trainer"
    beside, inside = tmp_path / "site" / name, package / "_shipped" / name
    beside.mkdir(parents=True)
    assert shipped_folder(name, package) == beside
    inside.mkdir(parents=True)
    assert shipped_folder(name, package) == inside
    assert shipped_folder(name).is_dir()


def test_an_installation_without_its_files_says_so(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="not whole"):
        shipped_folder("scenarios", tmp_path / "trainer")
