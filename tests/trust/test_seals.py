"""What is done to a sealed record is seen, by the program and by the stand-alone verifier.

Short here; `python -m tests.trust seals --long` counts what reliability G5 asks for.
"""

from __future__ import annotations

import ast
import json
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.conftest import REPOSITORY
from tests.trust.record_changes import CHANGES, bit_flip, made_anew, rolled_back
from tests.trust.sealed_records import (
    EXAMINER,
    KEYS,
    LATER,
    NOW,
    STATION,
    STRANGER,
    Sealed,
    write,
)
from tests.trust.seals import (
    ALONE,
    PROGRAM,
    alone_finds,
    app_finds,
    changes,
    good,
    good_ones,
    trust_of,
)
from trainer.assessment.keys import KeyEvent, event_to_json, known_keys
from trainer.assessment.record.anchor import anchor_text, read_anchor
from trainer.assessment.record.attempt_record import attempt_report
from trainer.assessment.record.session_record import session_report
from trainer.assessment.record.trust import Trust
from trainer.refusal import ExitCode, Refusal
from trainer.storage.chained_file import ChainedFile
from trainer.storage.session_seals import SessionSeals

ANEW = {
    "old signatures": made_anew(None, None),
    "a stranger": made_anew(STRANGER, STRANGER),
    "station and examiner": made_anew(STATION, EXAMINER),
}
# RFC 8032, 7.1, tests 1 to 3: public key, message, signature.
RFC_8032 = (
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
        "b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f1"
        "1d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984d"
        "c6594a7c15e9716ed28dc027beceea1ec40a",
    ),
)


@pytest.fixture(scope="module")
def made() -> Sealed:
    return good()


def test_every_kind_of_change_is_found_by_both(made: Sealed) -> None:
    found = changes(1, 1, made)
    assert set(found.tried) == set(CHANGES)
    assert found.missed == []


def test_bit_flips_are_found_by_both(made: Sealed) -> None:
    found = changes(30, 2, made, {"bit flip": bit_flip})
    assert found.tried["bit flip"] == 30
    assert found.missed == []


def test_good_records_raise_no_alarm() -> None:
    assert good_ones(2, 3).alarms == 0


def test_a_good_record_says_what_it_holds_and_leaves_no_question_open(made: Sealed) -> None:
    report = session_report(made.files, trust_of(made))
    assert (report.findings, report.notes) == ([], [])
    told = {"session": "spring-1", "submitted": "6", "seals": "2"}
    assert told.items() <= report.facts.items()
    assert report.facts["seal_2_examiner"] == EXAMINER.key_id


def test_without_the_signatures_a_record_made_anew_would_pass(made: Sealed) -> None:
    """The negative control: what these tests find is found by the signatures."""
    files = ANEW["old signatures"](random.Random(4), made)
    assert not app_finds(files, Trust(signatures=False))
    assert app_finds(files, Trust())
    assert alone_finds(files, Trust())


def test_without_the_list_of_keys_a_stranger_s_record_would_pass(made: Sealed) -> None:
    files = ANEW["a stranger"](random.Random(4), made)
    for finds in (app_finds, alone_finds):
        assert not finds(files, Trust())
        assert finds(files, Trust(KEYS))
    assert any("compare the fingerprints" in note for note in session_report(files).notes)


def test_whoever_has_both_keys_is_found_by_what_left_the_house_alone(made: Sealed) -> None:
    """The limit that docs/record-format.md states."""
    for change in (ANEW["station and examiner"], rolled_back):
        files = change(random.Random(4), made)
        for finds in (app_finds, alone_finds):
            assert not finds(files, Trust(KEYS))
            assert finds(files, Trust(KEYS, (made.anchor,)))
    files = ANEW["station and examiner"](random.Random(4), made)
    assert any(app_finds(files, Trust(receipts=(code,))) for code in made.receipts)


def test_a_finding_names_file_line_and_reason(made: Sealed) -> None:
    name = "amber-07-station-2-1.attempt"
    data = made.files.attempts[name].replace(b'"seq":3', b'"seq":4')
    files = replace(made.files, attempts={**made.files.attempts, name: data})
    told = [str(one) for one in session_report(files).findings]
    assert f"{name}, line 5: it does not follow from the line before it" in told
    assert any("is missing or cannot be read" in one for one in told)


def test_a_revoked_key_counts_no_more(made: Sealed) -> None:
    public = STATION.public_bytes.hex()
    revoked = KeyEvent("revoked", "station", "Room 3", public, NOW, "stolen")
    events = [
        KeyEvent("enrolled", one.role, one.name, one.public_key, NOW) for one in KEYS.values()
    ]
    trust = Trust(known_keys((*events, revoked)))
    told = [one.why for one in session_report(made.files, trust).findings]
    assert any("was revoked" in one for one in told)
    assert alone_finds(made.files, trust)
    late = Trust(known_keys((*events, replace(revoked, at_utc="2027-01-01T00:00:00Z"))))
    assert not app_finds(made.files, late), "what it signed before still counts"
    assert not alone_finds(made.files, late)


def test_a_station_s_key_cannot_sign_as_the_examiner(made: Sealed) -> None:
    swapped = KeyEvent("enrolled", "station", "Room 4", EXAMINER.public_bytes.hex(), NOW)
    events = [KeyEvent("enrolled", "station", "Room 3", STATION.public_bytes.hex(), NOW), swapped]
    trust = Trust(known_keys(events))
    assert app_finds(made.files, trust)
    assert alone_finds(made.files, trust)


def test_a_damaged_record_is_never_sealed_over(made: Sealed, tmp_path: Path) -> None:
    folder = write(tmp_path, bit_flip(random.Random(5), made))
    before = (folder / "seals.jsonl").read_bytes()
    with pytest.raises(Refusal, match="not sealed") as refused:
        SessionSeals().seal(folder, STATION, EXAMINER, LATER)
    assert refused.value.code is ExitCode.INTEGRITY
    assert refused.value.problems
    assert (folder / "seals.jsonl").read_bytes() == before


def test_an_anchor_survives_being_printed_and_typed(made: Sealed) -> None:
    text = anchor_text(made.anchor)
    assert read_anchor(f"\n  {text.replace(chr(10), '  ' + chr(10))}", "anchor") == made.anchor
    for wrong in ("two", "0"):
        with pytest.raises(Refusal, match="is no anchor"):
            read_anchor(text.replace("seal_number 2", f"seal_number {wrong}"), "anchor")


def test_one_attempt_alone_can_be_checked(made: Sealed) -> None:
    name, data = next(iter(made.files.attempts.items()))
    report = attempt_report(data, name, Trust(KEYS))
    assert report.sound
    assert report.facts["signed_by"] == STATION.key_id
    assert not attempt_report(data[:-2] + b"x\n", name).sound
    half = data[:-2] + b',"x":"\\ud800"}\n'
    assert not attempt_report(half, name).sound, "half a letter is no crash"


def run_alone(*args: str | Path) -> subprocess.CompletedProcess[str]:
    """The verifier in a Python that has nothing but its own library."""
    command = [sys.executable, "-I", "-S", "-c", PROGRAM, *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def brought(folder: Path, made: Sealed) -> Sequence[str | Path]:
    """The list of keys, the anchor and a receipt, as arguments."""
    events = [
        KeyEvent("enrolled", one.role, one.name, one.public_key, NOW) for one in KEYS.values()
    ]
    ChainedFile(folder / "keys.jsonl").append([event_to_json(event) for event in events])
    (folder / "anchor.txt").write_text(anchor_text(made.anchor), encoding="utf-8")
    parts = ("--keys", folder / "keys.jsonl", "--anchor", folder / "anchor.txt")
    return (*parts, "--receipt", made.receipts[0])


def test_the_verifier_runs_alone_and_says_how_it_went(made: Sealed, tmp_path: Path) -> None:
    folder, more = write(tmp_path / "record", made.files), brought(tmp_path, made)
    good_one = run_alone(folder, *more)
    assert (good_one.returncode, good_one.stderr) == (0, "")
    assert "SOUND" in good_one.stdout
    attempt = folder / "attempts" / "amber-07-station-1-1.attempt"
    assert run_alone(attempt).returncode == 0
    attempt.write_bytes(attempt.read_bytes().replace(b'distance_um":10000', b'distance_um":10001'))
    for record in (folder, attempt):
        bad = run_alone(record)
        assert bad.returncode == 5
        assert "amber-07-station-1-1.attempt, line 8: it does not follow" in bad.stdout
    assert run_alone(tmp_path / "nothing").returncode == 3
    older = write(tmp_path / "older", made.older)
    assert run_alone(older, "--keys", tmp_path / "keys.jsonl").returncode == 0
    assert run_alone(older, *more).returncode == 5, "turned back: the anchor is newer"


def test_the_verifier_uses_the_standard_library_alone() -> None:
    tree = ast.parse(PROGRAM)
    names = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert {str(name).split(".")[0] for name in names} <= sys.stdlib_module_names


def test_its_own_ed25519_is_the_one_of_the_standard() -> None:
    for key, message, signature in RFC_8032:
        parts = tuple(map(bytes.fromhex, (key, message, signature)))
        assert ALONE.ed25519_holds(*parts)
        assert not ALONE.ed25519_holds(parts[0], parts[1] + b"!", parts[2])
    rng = random.Random(6)
    for _ in range(10):
        private = Ed25519PrivateKey.from_private_bytes(rng.randbytes(32))
        public = private.public_key().public_bytes_raw()
        signature_bytes = bytearray(private.sign(b"message"))
        assert ALONE.ed25519_holds(public, b"message", bytes(signature_bytes))
        signature_bytes[rng.randrange(64)] ^= 1 << rng.randrange(8)
        assert not ALONE.ed25519_holds(public, b"message", bytes(signature_bytes))
    order = 2**252 + 27742317777372353535851937790883648493
    first = bytes.fromhex(RFC_8032[0][2])
    grown = (int.from_bytes(first[32:], "little") + order).to_bytes(32, "little")
    assert not ALONE.ed25519_holds(bytes.fromhex(RFC_8032[0][0]), b"", first[:32] + grown)


def test_both_speak_of_the_same_session_log(made: Sealed) -> None:
    """The events that docs/record-format.md names are the ones that exams write."""
    names = {
        event["event"]
        for line in made.files.log.splitlines()[1:]
        for event in json.loads(line)["events"]
    }
    page = (REPOSITORY / "docs" / "record-format.md").read_text(encoding="utf-8")
    told = {name for name in names if f"`{name}`" in page}
    assert told == {
        *("CandidateEnrolled", "WarmUpBegun", "StationBegun", "StationSubmitted"),
        *("CandidateSealed", "SessionClosed"),
    }
