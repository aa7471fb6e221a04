"""Where the records are: what a person may write, and that no password is ever shown."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.refusal import ExitCode, Refusal
from trainer.storage.folders import Folders
from trainer.storage.records.address import address_of, without_password
from trainer.storage.records.house import RecordsHouse
from trainer.storage.records.places import check_place, network_type, synced_by

LETTERS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=8, max_size=20)


@given(password=LETTERS)
def test_any_password_reaches_the_server_and_nobody_else(password: str) -> None:
    told = address_of(f"postgresql://station:{quote(password, safe='')}@db.example:5433/records")
    assert told.url.password == password
    for shown in (told.shown, repr(told), told.hide(f"FATAL: {password}!"), str(told.url)):
        assert password not in shown
    assert "station:***@db.example:5433/records" in told.shown


@pytest.mark.parametrize("password", ["p@ss", "a:b/c", "100%", "%zz?x=1#y", "@@//::", "x@y.z/w"])
def test_a_password_works_as_it_is_typed(password: str) -> None:
    told = address_of(f"postgres://u:{password}@127.0.0.1/records?sslmode=require")
    assert (told.url.password, told.url.host) == (password, "127.0.0.1")
    assert told.url.query["sslmode"] == "require"


def test_another_machine_must_say_who_it_is_unless_told_otherwise() -> None:
    assert address_of("postgresql://u:p@db.example/r").sslmode == "verify-full"
    assert address_of("postgresql://u:p@db.example/r?sslmode=require").sslmode == "require"
    assert address_of("postgresql://u:p@localhost/r").sslmode == ""
    assert address_of("postgresql://u:p@[::1]:5432/r").is_loopback


@pytest.mark.parametrize("name", ["a b.sqlite", "what?.sqlite", "50%#1.sqlite", "ü 试验.sqlite"])
@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_a_file_s_path_is_taken_letter_by_letter(tmp_path: Path, name: str, form: str) -> None:
    house = RecordsHouse(Folders(tmp_path, tmp_path), {"RHIZOTOMY_RECORDS_URL": "x"})
    path = tmp_path / name
    house.open(form.format(path))
    assert path.is_file()
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


WRONG = {
    "": "it is empty",
    "   ": "it is empty",
    "postgrsql://u:secret@h/d": "no kind of database",
    "mysql://u:secret@h/d": "no kind of database",
    "postgresql://u:secret@h": "not user:password",
    "postgresql://u:secret@h:99999/d": "no port",
    "postgresql://u:secret@h:port/d": "not user:password",
    "postgresql://u:secret@h/d?sslmode=off": "sslmode 'off' is none of",
    "postgresql://u:secret@h/d?options=-csearch_path%3Dx": "none of its options",
    "postgresql://u:secret@h/d?host=other": "none of its options",
    "sqlite://records.sqlite": "three slashes",
    "sqlite:///records.sqlite": "another file in every folder",
    "records.sqlite": "another file in every folder",
    "sqlite:///:memory:": "gone with the program",
    "sqlite://": "three slashes",
    "sqlite:///": "gone with the program",
    ":memory:": "gone with the program",
    "sqlite:///file:x?mode=memory": "gone with the program",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_address_is_one_clear_sentence_without_the_password(text: str) -> None:
    with pytest.raises(Refusal, match=WRONG[text]) as refused:
        address_of(text)
    assert refused.value.code is ExitCode.BAD_INPUT
    assert "secret" not in str(refused.value)


def test_a_password_on_a_command_line_is_refused() -> None:
    with pytest.raises(Refusal, match="others can read") as refused:
        without_password("postgresql://u:secret@127.0.0.1/d")
    assert refused.value.code is ExitCode.USAGE
    assert "secret" not in str(refused.value)
    assert without_password("postgresql://u@127.0.0.1/d").shown == "postgresql://u@127.0.0.1/d"


def test_a_network_disk_is_refused_always_and_a_synced_folder_for_exams(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw\nserver:/x {tmp_path}/net\\040disk nfs4 rw\n")
    far = tmp_path / "net disk" / "records.sqlite"
    assert network_type(far, mounts) == "nfs4"
    assert network_type(tmp_path / "net disk 2" / "r.sqlite", mounts) == ""
    with pytest.raises(Refusal, match="network disk") as refused:
        check_place(far, for_exam=False, mounts=mounts)
    assert refused.value.code is ExitCode.STORAGE
    synced = tmp_path / "OneDrive - Clinic" / "records" / "r.sqlite"
    assert synced_by(synced.parent).endswith("OneDrive - Clinic")
    (caution,) = check_place(synced, for_exam=False, mounts=mounts)
    assert "no exam" in caution
    with pytest.raises(Refusal, match="copies half a change"):
        check_place(synced, for_exam=True, mounts=mounts)
    assert check_place(tmp_path / "records" / "r.sqlite", for_exam=True, mounts=mounts) == ()
