"""The log as bytes: what was written is read; what was changed shows."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.attempt.logs import HEADER, OPENED, bytes_of
from tests.attempt.scripts import READY, scripts
from tests.attempt.worlds import START, WORLD
from tests.conftest import REPOSITORY
from trainer.attempt import header as headers
from trainer.attempt.commands import Advance, Command, DeclareLevel, Expose, Submit
from trainer.attempt.log import NOTHING, hash_of, line_of, parse
from trainer.attempt.replay import states
from trainer.attempt.state import HeldPicture, NeedleInHand
from trainer.attempt.step import run
from trainer.refusal import ExitCode, Refusal

SMALL = run(START, [*READY[:1], DeclareLevel(9, "T7", "left"), Submit(20)], WORLD)[0]
SEALED, OPEN = bytes_of(SMALL, sealed=True), bytes_of(SMALL, sealed=False)
LINES = SEALED.splitlines(keepends=True)


@settings(max_examples=80, deadline=None)
@given(scripts(), st.booleans())
def test_what_was_written_is_read(commands: list[Command], sealed: bool) -> None:
    records = run(START, commands, WORLD)[0]
    data = bytes_of(records, sealed)
    log = parse(data)
    assert log.records == records
    assert (log.sealed, log.cut_bytes) == (sealed, 0)
    assert log.head == hash_of(data.splitlines(keepends=True)[-1])
    assert headers.from_json(log.header) == OPENED


def test_a_header_with_a_needle_in_place_is_read_as_it_was_written() -> None:
    needle = NeedleInHand("n", (1, 2, 3), (0, -(10**9), 0), (1, 3, 3), 1, "soft", False, ("canal",))
    held = HeldPicture(3, 40, "", 0, 0, (1, 0, 0), (0, 0, 1), 19_000)
    start = replace(START, needle=needle, held=held, marks_um=((1, 2, 3),), declared=("T7", "left"))
    opened = replace(OPENED, start=start, parent=("h" * 64, 12))
    stored = json.loads(line_of(headers.to_json(opened), NOTHING))
    assert headers.from_json(stored) == opened


@pytest.mark.parametrize("flip", [0x01, 0x20, 0x80, 0xFF])
def test_any_flipped_byte_of_a_sealed_log_is_found(flip: int) -> None:
    unnoticed = []
    for at in range(len(SEALED)):
        changed = bytearray(SEALED)
        changed[at] ^= flip
        try:
            parse(bytes(changed))
        except Refusal:
            continue
        unnoticed.append(at)
    assert unnoticed == []


def test_an_open_log_cut_anywhere_keeps_its_whole_records() -> None:
    ends = [0]
    for line in OPEN.splitlines(keepends=True):
        ends.append(ends[-1] + len(line))
    for size in range(ends[1], len(OPEN) + 1):
        log = parse(OPEN[:size])
        whole = sum(end <= size for end in ends[2:])
        assert log.records == SMALL[:whole]
        assert log.cut_bytes == size - ends[whole + 1]
        assert not log.sealed


def test_a_file_without_a_whole_header_is_no_attempt() -> None:
    for size in range(len(LINES[0])):
        with pytest.raises(Refusal, match="is not an attempt"):
            parse(OPEN[:size])


@pytest.mark.parametrize("at", range(len(LINES) - 1))
def test_a_removed_line_is_found(at: int) -> None:
    with pytest.raises(Refusal):
        parse(b"".join(LINES[:at] + LINES[at + 1 :]))


def test_a_removed_seal_leaves_an_unsealed_log() -> None:
    assert not parse(b"".join(LINES[:-1])).sealed


@pytest.mark.parametrize("at", range(len(LINES)))
def test_a_doubled_line_is_found(at: int) -> None:
    with pytest.raises(Refusal):
        parse(b"".join(LINES[: at + 1] + LINES[at:]))


@pytest.mark.parametrize("at", range(len(LINES) - 1))
def test_two_lines_exchanged_are_found(at: int) -> None:
    swapped = [*LINES[:at], LINES[at + 1], LINES[at], *LINES[at + 2 :]]
    with pytest.raises(Refusal):
        parse(b"".join(swapped))


def chained(*bodies: object) -> bytes:
    """A file whose chain holds, whatever its lines say: a forger's."""
    lines = [line_of(HEADER, NOTHING)]
    for body in bodies:
        assert isinstance(body, dict)
        lines.append(line_of(body, hash_of(lines[-1])))
    return b"".join(lines)


RECORD = json.loads(LINES[1])
MOVED = RECORD["events"][0]


@pytest.mark.parametrize(
    ("bent", "why"),
    [
        ({"seq": 2}, "record 1 was expected"),
        ({"kind": "note"}, "record 1 was expected"),
        ({"command": {"command": "fly", "t_ms": 0}}, "no command 'fly'"),
        ({"command": ["advance"]}, "a command is an object"),
        ({"command": {**RECORD["command"], "x_um": 1.5}}, "x_um must be a whole number"),
        ({"events": [{"event": "teleported", "t_ms": 0}]}, "unknown event 'teleported'"),
        ({"events": [{**MOVED, "at_um": [1, 2]}]}, "at_um must be a list of 3"),
        ({"events": [{**MOVED, "at_um": [1, 2, 3.0]}]}, "at_um must be a whole number"),
        ({"events": [{**MOVED, "t_ms": True}]}, "t_ms must be a whole number"),
        ({"events": [{**MOVED, "more": 1}]}, "foreign"),
        ({"events": [{"event": "pointer_moved", "t_ms": 0}]}, "lacks"),
        ({"events": ["pointer_moved"]}, "an event is an object"),
        ({"events": 7}, "record 1"),
        ({"state": None}, "no state hash"),
    ],
)
def test_a_forged_record_is_refused_by_its_line(bent: dict[str, object], why: str) -> None:
    with pytest.raises(Refusal, match=why) as refused:
        parse(chained({**RECORD, **bent}), "A.attempt")
    assert refused.value.code is ExitCode.INTEGRITY
    assert "line 2: " in str(refused.value)


def test_what_stands_after_the_seal_is_found() -> None:
    for more in (b"x", b"{}\n", LINES[-1][:-1], b"\n"):
        with pytest.raises(Refusal, match=r"seal|JSON"):
            parse(SEALED + more)


def test_a_newer_format_is_left_alone() -> None:
    newer = line_of({**HEADER, "format_version": 4}, NOTHING)
    with pytest.raises(Refusal, match="version 4, known is 3") as refused:
        parse(newer)
    assert refused.value.code is ExitCode.BAD_INPUT


def test_an_attempt_of_the_first_format_still_opens_with_every_hash_true() -> None:
    log = parse((REPOSITORY / "tests" / "attempt" / "format-1.attempt").read_bytes())
    assert log.header["format_version"] == 1
    assert [state.sha256 for _, state in states(log)] == [record.state for record in log.records]
    assert len(log.records) == 13


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"hello\n", b"[]\n", b"[" * 100_000 + b"\n", b"\x00\n"]
)
def test_what_is_no_attempt_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="is not an attempt"):
        parse(data)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(SEALED)))
@example(b" ", len(SEALED) - 1)
@example(b"\n", len(SEALED))
@example(b" ", len(SEALED) - 2)
def test_bytes_put_in_anywhere_never_crash_the_reader(noise: bytes, at: int) -> None:
    try:
        log = parse(SEALED[:at] + noise + SEALED[at:])
    except Refusal:
        return
    assert noise == b"" or not log.sealed
    assert noise == b"" or log.records == SMALL[: len(log.records)]


def test_motion_may_wait_and_everything_else_may_not() -> None:
    records = run(START, [*READY, Advance(5, 1_000), Advance(6, 1_000), Expose(7)], WORLD)[0]
    assert [record.is_motion for record in records] == [True, False, False, False, True, False]
