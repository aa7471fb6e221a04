"""Manuscripts on disk: safe within a second, one owner, a torn tail is dropped, nothing else is."""

from __future__ import annotations

import errno
import os
import zipfile
from pathlib import Path

import pytest

from tests.scenario.documents import SYNTHETIC
from tests.trust import studio
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.manuscript.change import REDO, UNDO, Change, Entry
from trainer.scenario.manuscript.edits import SetValue
from trainer.scenario.manuscript.manuscript import Manuscript
from trainer.storage import scan_archive
from trainer.storage.file_lock import FileLock
from trainer.storage.manuscript_folder import LOG, ManuscriptFolder
from trainer.storage.manuscript_log import parse
from trainer.storage.scan_archive import unpacked_scans


@pytest.fixture
def store(tmp_path: Path) -> ManuscriptFolder:
    return ManuscriptFolder(tmp_path / "studio", tmp_path / "own")


def titled(text: str, stroke: str = "") -> Change:
    return Change((SetValue(("title",), text),), text, stroke)


def log_of(store: ManuscriptFolder, key: str) -> Path:
    return store.folder / key / LOG


def test_what_was_done_is_there_when_it_is_opened_again(store: ManuscriptFolder) -> None:
    file = store.create(SYNTHETIC, "origin")
    entries: list[Entry] = [titled("One"), titled("Two"), UNDO, REDO, UNDO, titled("Three")]
    for entry in entries:
        file.append(entry)
    file.flush()
    assert file.recorded
    file.close()
    again = store.reopen(file.key)
    assert again.manuscript == Manuscript.begun(SYNTHETIC).replayed(entries)
    assert again.origin == "origin"
    again.close()


def test_a_drag_is_one_line_and_one_step(store: ManuscriptFolder) -> None:
    file = store.create(SYNTHETIC)
    for number in range(40):
        file.append(titled(f"Title {number}", "drag"))
    file.append(UNDO)
    file.append(REDO)
    file.close()
    assert len(log_of(store, file.key).read_bytes().splitlines()) < 1 + 40
    again = store.reopen(file.key)
    assert [one.label for one in again.manuscript.done] == ["Title 39"]
    again.close()


def test_a_log_cut_anywhere_keeps_every_whole_line(store: ManuscriptFolder) -> None:
    file = store.create(SYNTHETIC)
    for text in ("One", "Two"):
        file.append(titled(text))
    file.close()
    data = log_of(store, file.key).read_bytes()
    ends = [at + 1 for at, byte in enumerate(data) if byte == 10]
    for length in range(ends[0], len(data) + 1):
        log = parse(data[:length], "a log")
        whole = [end for end in ends if end <= length]
        assert log.whole_bytes == whole[-1]
        assert len(log.manuscript.done) == len(whole) - 1


def test_a_torn_tail_is_dropped_and_work_goes_on(store: ManuscriptFolder) -> None:
    file = store.create(SYNTHETIC)
    file.append(titled("One"))
    file.append(titled("Two"))
    file.close()
    path = log_of(store, file.key)
    path.write_bytes(path.read_bytes()[:-7])
    again = store.reopen(file.key)
    assert again.manuscript.document()["title"] == "One"
    again.append(titled("Three"))
    again.close()
    assert parse(path.read_bytes(), "a log").manuscript.document()["title"] == "Three"


def test_a_change_in_the_middle_is_damage_and_stays_as_it_is(store: ManuscriptFolder) -> None:
    file = store.create(SYNTHETIC)
    for text in ("One", "Two", "Three"):
        file.append(titled(text))
    file.close()
    path = log_of(store, file.key)
    data = path.read_bytes().replace(b"Two", b"Six")
    path.write_bytes(data)
    with pytest.raises(Refusal, match="damaged") as refused:
        store.reopen(file.key)
    assert refused.value.code == ExitCode.INTEGRITY
    assert path.read_bytes() == data
    assert store.unfinished() == ()


def test_a_newer_studios_file_is_refused_unharmed(store: ManuscriptFolder) -> None:
    file = store.create(SYNTHETIC)
    file.close()
    path = log_of(store, file.key)
    path.write_bytes(path.read_bytes().replace(b'"format_version":1', b'"format_version":2'))
    with pytest.raises(Refusal, match="newer version"):
        store.reopen(file.key)


def test_two_studios_never_write_one_case(store: ManuscriptFolder) -> None:
    file = store.create(SYNTHETIC)
    for attempt in (store.reopen, store.discard):
        with pytest.raises(Refusal) as refused:
            attempt(file.key)
        assert refused.value.code == ExitCode.IN_USE
    file.close()
    store.discard(file.key)
    assert store.unfinished() == ()
    assert list(store.folder.iterdir()) == []


def test_the_list_shows_what_is_being_made(store: ManuscriptFolder) -> None:
    file = store.create({**SYNTHETIC, "title": "Old"}, "a-test")
    file.append(titled("New"))
    file.published(3)
    (card,) = store.unfinished()
    assert (card.title, card.scenario_id, card.origin, card.published) == (
        "New",
        "a-test",
        "a-test",
        3,
    )
    file.append(titled("Newer"))
    file.flush()
    assert store.unfinished()[0].published is None
    file.close()


def test_a_full_disk_stops_it_and_is_said_once(
    store: ManuscriptFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = store.create(SYNTHETIC)
    file.append(titled("One"))
    file.flush()

    def full(self: FileLock, data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(FileLock, "append", full)
    file.append(titled("Two"))
    with pytest.raises(Refusal, match="stopped saving"):
        file.flush()
    monkeypatch.undo()
    file.append(titled("Three"))
    assert not file.recorded
    file.close()
    assert store.reopen(file.key).manuscript.document()["title"] == "One"


def test_publishing_takes_only_what_was_named(store: ManuscriptFolder, tmp_path: Path) -> None:
    picture = tmp_path / "ap.dcm"
    picture.write_bytes(b"a picture")
    file = store.create(SYNTHETIC, beside={"ap.dcm": picture})
    (file.folder / "patient").mkdir()
    (file.folder / "patient" / "patient.json").write_bytes(b"{}")
    (file.folder / "note.bak").write_bytes(b"left behind")
    folder = store.publish(file, "mine", b"text", ("ap.dcm", "patient"))
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {"ap.dcm", "patient/patient.json", "scenario.yaml"}
    assert store.own("mine")
    assert (
        store.publish(file, "mine", b"next", ()).joinpath("scenario.yaml").read_bytes() == b"next"
    )
    file.close()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_a_killed_studio_loses_less_than_two_seconds() -> None:
    kills = studio.run(3, seed=1)
    assert kills.found == ()
    assert kills.acts > 20


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_zip_of_scans_is_read_under_names_of_our_own(tmp_path: Path) -> None:
    path = zipped(tmp_path / "ct.zip", {"../../out.dcm": b"one", "/etc/two.dcm": b"two"})
    with unpacked_scans(path) as folder:
        assert sorted(one.read_bytes() for one in folder.iterdir()) == [b"one", b"two"]
        place = folder
    assert not place.exists()


@pytest.mark.parametrize("members", [{}, {f"{n}.dcm": b"0" * 2000 for n in range(9)}])
def test_a_zip_that_is_empty_or_a_bomb_is_refused(
    tmp_path: Path, members: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan_archive, "TOTAL_BYTES", 9_000)
    with (
        pytest.raises(Refusal, match="cannot be read"),
        unpacked_scans(zipped(tmp_path / "ct.zip", members)),
    ):
        pass


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ct.zip"
    path.write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(Refusal, match="no sound zip"), unpacked_scans(path):
        pass
