"""Keys of stations and examiners: made once, closed to others, replaced and revoked in the open."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.assessment.keys import is_signed
from trainer.refusal import ExitCode, Refusal
from trainer.storage.chained_file import ChainedFile
from trainer.storage.signing_keys import LIST, SigningKeys

NOW = "2026-11-23T08:00:00Z"
LATER = "2026-11-24T08:00:00Z"


@pytest.fixture
def keys(tmp_path: Path) -> SigningKeys:
    made = SigningKeys(tmp_path / "keys")
    made.enrol("station", "Room 3", NOW)
    return made


def private_files(keys: SigningKeys) -> list[str]:
    return sorted(file.name for file in keys.folder.glob("*.key"))


def test_an_enrolled_key_signs_and_its_private_file_is_closed_to_others(keys: SigningKeys) -> None:
    signer = keys.signer("station")
    signature = signer.sign(b"message").hex()
    assert is_signed(signer.public_bytes.hex(), b"message", signature)
    assert not is_signed(signer.public_bytes.hex(), b"massage", signature)
    assert not is_signed(signer.public_bytes.hex(), b"message", "no signature")
    known = keys.known()[signer.public_bytes.hex()]
    assert (known.role, known.name, known.key_id) == ("station", "Room 3", signer.key_id)
    private = keys.folder / "station-1.key"
    assert private.stat().st_mode & 0o777 == 0o600
    assert keys.public_path("station").name == "station-1.key.pub"


def test_a_second_key_is_made_by_replacing_the_first_only(keys: SigningKeys) -> None:
    with pytest.raises(Refusal, match="there is one already"):
        keys.enrol("station", "Room 4", NOW)
    before = keys.signer("station")
    keys.rotate("station", LATER, "a new year")
    assert keys.signer("station").key_id != before.key_id
    assert private_files(keys) == ["station-2.key"], "the old private key is gone"
    assert before.public_bytes.hex() in keys.known(), "what it signed can still be checked"
    rotated = keys.events()[-1]
    assert (rotated.event, rotated.reason) == ("rotated", "a new year")
    assert rotated.replaces == before.public_bytes.hex()


def test_a_revoked_key_signs_nothing_and_stays_in_the_list(keys: SigningKeys) -> None:
    public = keys.signer("station").public_bytes.hex()
    keys.revoke(public, LATER, "the laptop was stolen")
    assert keys.known()[public].revoked_utc == LATER
    assert private_files(keys) == []
    with pytest.raises(Refusal, match="no station key"):
        keys.signer("station")
    with pytest.raises(Refusal, match="not revoked"):
        keys.revoke(public, LATER, "again")
    assert keys.enrol("station", "Room 3", LATER).public_key != public


def test_there_is_no_key_before_enrolment(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no examiner key"):
        SigningKeys(tmp_path).signer("examiner")


def test_a_private_key_that_others_may_read_is_refused(keys: SigningKeys) -> None:
    (keys.folder / "station-1.key").chmod(0o644)
    with pytest.raises(Refusal, match="other people") as refused:
        keys.signer("station")
    assert refused.value.code is ExitCode.INTEGRITY


def test_a_list_that_was_edited_is_refused(keys: SigningKeys) -> None:
    keys.rotate("station", LATER, "a new year")
    path = keys.folder / LIST
    path.write_bytes(path.read_bytes().replace(b"Room 3", b"Room 4", 1))
    with pytest.raises(Refusal, match=r"keys\.jsonl has been damaged") as refused:
        keys.events()
    assert refused.value.code is ExitCode.INTEGRITY
    with pytest.raises(Refusal, match="line 2"):
        keys.rotate("station", LATER, "nothing is chained to a damaged list")


def test_what_a_crash_left_of_a_line_is_dropped_by_the_next_one(tmp_path: Path) -> None:
    file = ChainedFile(tmp_path / "new" / "lines.jsonl")
    assert file.lines() == ()
    file.append([{"n": 1}, {"n": 2}])
    with file.path.open("ab") as stream:
        stream.write(b'{"n":3,"pr')
    assert [line["n"] for line in file.lines()] == [1, 2]
    file.append([{"n": 3}])
    assert [line["n"] for line in file.lines()] == [1, 2, 3]


def test_a_private_part_that_cannot_be_destroyed_is_told_and_the_new_key_signs(
    keys: SigningKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_folder: Path) -> None:
        raise OSError(5, "Input/output error")

    old = keys.signer("station").public_bytes
    monkeypatch.setattr("trainer.storage.signing_keys.sync_folder", full)
    with pytest.raises(Refusal, match="was not destroyed") as refused:
        keys.rotate("station", LATER, "every year")
    assert refused.value.code is ExitCode.STORAGE
    assert keys.signer("station").public_bytes != old
