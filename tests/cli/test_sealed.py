"""keys and seal: the commands of whoever keeps exam records."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.trust.sealed_records import write
from tests.trust.seals import good
from trainer.storage.signing_keys import SigningKeys


def test_keys_are_enrolled_replaced_revoked_and_listed(run: Run) -> None:
    assert "no key was enrolled" in run("keys", "list").out
    first = run("keys", "enrol", "station", "--name", "Room 3", "--json").document
    assert run("keys", "enrol", "station", "--name", "Room 4").code == 3
    second = run("keys", "rotate", "station", "--reason", "a new year", "--json").document
    assert second["name"] == "Room 3"
    assert run("keys", "revoke", "0123456789abcdef", "--reason", "lost").code == 3
    assert run("keys", "revoke", second["fingerprint"], "--reason", "lost").code == 0
    listed = run("keys", "list", "--json").document
    told = {key["fingerprint"]: bool(key["revoked_utc"]) for key in listed["keys"]}
    assert told == {first["fingerprint"]: False, second["fingerprint"]: True}
    assert "PRIVATE" not in Path(listed["list"]).read_text(encoding="utf-8")


def test_another_stations_key_is_brought_in_listed_and_taken_away(run: Run, tmp_path: Path) -> None:
    theirs = SigningKeys(tmp_path / "theirs")
    key = theirs.enrol("station", "Room 9", "2026-01-01T00:00:00Z")
    public = theirs.public_path("station")
    assert run("keys", "trust", public, "--json").document == {"fingerprint": key.key_id}
    assert run("keys", "trust", public).code == 0  # again changes nothing
    assert run("keys", "list", "--json").document["trusted"] == [key.key_id]
    assert run("keys", "trust", str(public).removesuffix(".pub")).code == 3  # the private one
    assert run("keys", "distrust", "../keys").code == 3
    assert run("keys", "distrust", key.key_id).code == 0
    assert run("keys", "list", "--json").document["trusted"] == []


def test_a_record_is_checked_and_a_finding_is_exit_5(run: Run, tmp_path: Path) -> None:
    folder = write(tmp_path / "record", good().files)
    sound = run("seal", "check", folder)
    assert sound.code == 0
    assert "sound" in sound.out and "note: No list of keys was given" in sound.out
    attempt = folder / "attempts" / "amber-07-station-2-1.attempt"
    assert run("seal", "check", attempt).code == 0
    attempt.write_bytes(attempt.read_bytes().replace(b'"seq":2', b'"seq":3'))
    for path in (folder, attempt):
        said = run("seal", "check", path, "--json")
        assert said.code == 5
        assert not said.document["ok"]
        first = said.document["findings"][0]
        assert (first["file"], first["line"]) == (attempt.name, 4)
    assert run("seal", "check", tmp_path / "nothing").code == 3
    assert run("seal", "check", folder, "--keys", attempt).code != 0


def test_a_session_that_is_not_there_is_not_sealed(run: Run, tmp_path: Path) -> None:
    run("keys", "enrol", "station", "--name", "Room 3")
    out = tmp_path / "anchor.txt"
    said = run("seal", "session", "01234567-89ab", "--station-only", "--anchor", out)
    assert said.code == 3
    assert not out.exists()
