"""What is done to the marks of raters is seen, by the program and by the stand-alone verifier."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.trust.sealed_records import EXAMINER, LATER, NOW, STATION, STRANGER, Sealed, write
from tests.trust.seals import alone_finds, app_finds, good, quick_signatures, trust_of
from trainer.assessment.marking.mark import Mark
from trainer.assessment.marking.signed import signed_row
from trainer.assessment.record.session_record import session_report
from trainer.assessment.record.session_seal import (
    Signature,
    read_seal,
    seal_line,
    signed_bytes,
)
from trainer.attempt.chain import NOTHING, hash_of, line_of
from trainer.refusal import ExitCode, Refusal
from trainer.storage.marks_file import MarksFolder
from trainer.storage.session_seals import SessionSeals
from trainer.storage.signing_keys import FileSigner

Row = dict[str, Any]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    """A sealed session of short attempts with three marks, as the program writes them."""
    sealed, folder = good(3), tmp_path_factory.mktemp("marked")
    for number, signer in enumerate((EXAMINER, STATION, EXAMINER)):
        MarksFolder(folder, lambda key=signer: key).sign_off(a_mark(sealed, number))  # type: ignore[misc]
    marks = (folder / "spring-1" / "marks.jsonl").read_bytes()
    return replace(sealed, files=replace(sealed.files, marks=marks))


def a_mark(sealed: Sealed, number: int) -> Mark:
    name, data = sorted(sealed.files.attempts.items())[number]
    return Mark(
        *(f"mark-{number}", "spring-1", name.removesuffix(".attempt")),
        *(hash_of(data.splitlines(keepends=True)[0]), "rater-a", LATER, "placement"),
        *({"decision": "done"}, 4, "pass", "=cmd() \u202e😀", 3),
    )


def rows_of(made: Sealed) -> list[Row]:
    return [json.loads(line) for line in made.files.marks.splitlines()]


def chained(rows: list[Row], sign: FileSigner | None = None) -> bytes:
    """The rows with a right chain; signed anew where `sign` is given."""
    lines: list[bytes] = []
    for row in rows:
        prev = hash_of(lines[-1]) if lines else NOTHING
        told = {name: part for name, part in row.items() if name != "prev"}
        if sign is not None:
            bare = {name: told[name] for name in told if name not in ("key", "signature")}
            told = signed_row(bare, prev, sign.public_bytes.hex(), sign.sign)
        lines.append(line_of(told, prev))
    return b"".join(lines)


def found_by_both(made: Sealed, marks: bytes) -> tuple[bool, bool]:
    files = replace(made.files, marks=marks)
    with quick_signatures():
        return app_finds(files, trust_of(made)), alone_finds(files, trust_of(made))


def better(row: Row) -> Row:
    return {**row, "overall": 5}


def unsigned(row: Row) -> Row:
    return {name: part for name, part in row.items() if name not in ("key", "signature")}


def of_another(row: Row) -> Row:
    return {**row, "header_sha256": "0" * 64}


FORGED: dict[str, Callable[[list[Row]], bytes]] = {
    "edited and chained anew": lambda rows: chained([better(rows[0]), *rows[1:]]),
    "the last one edited": lambda rows: chained([*rows[:-1], better(rows[-1])]),
    "one taken away": lambda rows: chained([rows[0], rows[2]]),
    "two swapped": lambda rows: chained([rows[1], rows[0], rows[2]]),
    "a signature taken away": lambda rows: chained([*rows[:2], unsigned(better(rows[2]))]),
    "signed by a stranger": lambda rows: chained([better(row) for row in rows], STRANGER),
    "of another attempt": lambda rows: chained([of_another(row) for row in rows], EXAMINER),
    "of an attempt of nobody": lambda rows: chained([{**rows[0], "attempt_id": "x"}], EXAMINER),
}


def test_signed_marks_raise_no_alarm(made: Sealed) -> None:
    assert found_by_both(made, made.files.marks) == (False, False)
    (note,) = session_report(made.files, trust_of(made)).notes
    assert note == "3 marks came after the last seal: no seal would miss them"


@pytest.fixture(scope="module")
def sealed_again(made: Sealed, tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    """The session sealed a second time, with its marks."""
    folder = tmp_path_factory.mktemp("again")
    write(folder, made.files)
    SessionSeals().seal(folder, STATION, EXAMINER, LATER)
    return replace(made, files=SessionSeals().files(folder))


@pytest.mark.parametrize("left", [0, 1, 2])
def test_marks_that_are_cut_off_after_a_seal_are_found_by_both(
    sealed_again: Sealed, left: int
) -> None:
    lines = sealed_again.files.marks.splitlines(keepends=True)
    assert found_by_both(sealed_again, b"".join(lines)) == (False, False)
    assert session_report(sealed_again.files, trust_of(sealed_again)).notes == []
    assert found_by_both(sealed_again, b"".join(lines[:left])) == (True, True)
    other = chained([better(json.loads(line)) for line in lines], EXAMINER)  # by who has the key
    assert found_by_both(sealed_again, other) == (True, True)


def test_a_mark_after_a_seal_raises_no_alarm(sealed_again: Sealed) -> None:
    rows = [*rows_of(sealed_again), rows_of(sealed_again)[0]]
    assert found_by_both(sealed_again, chained(rows, EXAMINER)) == (True, True)  # of other lines
    lines = sealed_again.files.marks
    last = signed_row(
        {name: part for name, part in rows[0].items() if name not in ("prev", "key", "signature")},
        hash_of(lines.splitlines(keepends=True)[-1]), EXAMINER.public_bytes.hex(), EXAMINER.sign,
    )  # fmt: skip
    more = lines + line_of(last, hash_of(lines.splitlines(keepends=True)[-1]))
    assert found_by_both(sealed_again, more) == (False, False)


@pytest.mark.parametrize("what", FORGED)
def test_what_is_forged_is_found_by_both(what: str, made: Sealed) -> None:
    assert found_by_both(made, FORGED[what](rows_of(made))) == (True, True)


def test_bit_flips_are_found_by_both(made: Sealed) -> None:
    rng, marks = random.Random(3), made.files.marks
    for _ in range(40):
        at = rng.randrange(len(marks))
        flipped = marks[:at] + bytes([marks[at] ^ (1 << rng.randrange(8))]) + marks[at + 1 :]
        assert found_by_both(made, flipped) == (True, True), at


def test_without_the_signatures_a_better_mark_would_pass(made: Sealed) -> None:
    """The negative control; and marks of an older program are told as what they are."""
    rows = [unsigned(better(row)) for row in rows_of(made)]
    files = replace(made.files, marks=chained(rows))
    report = session_report(files, trust_of(made))
    assert report.sound
    assert "3 of 3 marks are not signed" in report.notes


def test_the_desk_refuses_a_mark_that_was_edited(made: Sealed, tmp_path: Path) -> None:
    place = tmp_path / "spring-1" / "marks.jsonl"
    place.parent.mkdir()
    place.write_bytes(made.files.marks)
    assert [one.overall for one in MarksFolder(tmp_path).marks("spring-1")] == [4, 4, 4]
    place.write_bytes(FORGED["the last one edited"](rows_of(made)))
    with pytest.raises(Refusal, match="signature is not of this") as refused:
        MarksFolder(tmp_path).marks("spring-1")
    assert refused.value.code is ExitCode.INTEGRITY
    assert NOW < LATER


def test_a_seal_of_an_older_program_holds_as_it_did(sealed_again: Sealed) -> None:
    *before, last = sealed_again.files.seals.splitlines(keepends=True)
    statement = replace(read_seal(json.loads(last))[0], marks_lines=None, marks_head=None)
    signed = [
        Signature(role, key.public_bytes.hex(), key.sign(signed_bytes(statement.root)).hex())
        for role, key in (("station", STATION), ("examiner", EXAMINER))
    ]
    old = seal_line(statement, signed)
    assert (old["format_version"], "marks_head" in old) == (1, False)
    seals = b"".join(before) + line_of(old, hash_of(before[-1]))
    made = replace(sealed_again, files=replace(sealed_again.files, seals=seals))
    assert found_by_both(made, made.files.marks) == (False, False)
    assert found_by_both(made, b"") == (False, False)  # the gap that version 2 closes
