"""Scripts: what is written is played, and every mistake is said at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attempt.scripts import scripts
from trainer.attempt.commands import COMMANDS, Advance, BeamOn, Command, from_json, to_json
from trainer.attempt.script import read_script, script_text
from trainer.refusal import ExitCode, Problem, Refusal


@given(scripts(longest=8))
def test_a_written_script_reads_as_it_was(commands: list[Command]) -> None:
    assert read_script(script_text(tuple(commands)).encode()) == tuple(commands)


def test_a_line_is_a_command() -> None:
    text = b'{"t_ms": 1200, "command": "advance", "distance_um": 2000}\r\n\n'
    assert read_script(text) == (Advance(1200, 2000),)


def test_a_field_with_a_default_may_be_left_out() -> None:
    assert read_script(b'{"t_ms": 0, "command": "beam_on"}') == (BeamOn(0, False),)


def test_all_mistakes_are_said_at_once_with_their_lines() -> None:
    text = "\n".join(
        [
            '{"t_ms": 50, "command": "tick"}',
            '{"t_ms": 40, "command": "grip"}',
            "{",
            "",
            '{"t_ms": 60, "command": "fly"}',
            '{"t_ms": 70, "command": "advance"}',
            '{"t_ms": 80, "command": "advance", "distance_um": 1.5}',
            '{"t_ms": 80, "command": "advance", "distance_mm": 1}',
            '{"t_ms": -1, "command": "tick"}',
            '{"t_ms": 90, "command": "select_view", "view": "\\ud800"}',
            '{"t_ms": 95, "command": "select_view", "view": true}',
            "[1, 2]",
            '{"t_ms": ' + "9" * 5_000 + ', "command": "tick"}',
        ]
    )
    with pytest.raises(Refusal) as refused:
        read_script(text.encode("utf-8", "surrogatepass"), "S.jsonl")
    assert refused.value.code is ExitCode.BAD_INPUT
    found = {problem.line: problem.message for problem in refused.value.problems}
    assert list(found) == [2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    assert found[2] == "t_ms goes back from 50 to 40"
    assert found[3].startswith("it is not JSON")
    assert found[5].startswith("no command 'fly'; known: tick, ")
    assert found[6] == "advance lacks distance_um"
    assert "distance_um must be a whole number" in found[7]
    assert found[8] == "advance has no 'distance_mm'; it takes t_ms, distance_um"
    assert "t_ms must be a whole number from 0" in found[9]
    assert "printable" in found[10]
    assert "it has 11 problems" in str(refused.value)


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_an_empty_script_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="it holds no command"):
        read_script(data)


def test_bytes_that_are_no_text_are_refused_by_line() -> None:
    with pytest.raises(Refusal, match="UTF-8") as refused:
        read_script(b'{"t_ms": 0, "command": "tick"}\n\xff')
    assert refused.value.problems[0].line == 2


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    try:
        read_script(data)
    except Refusal as refused:
        assert refused.problems


def test_every_command_has_its_line() -> None:
    for name, kind in COMMANDS.items():
        line = {"t_ms": 0, "command": name}
        result = from_json(line, "here")
        assert isinstance(result, Problem) or to_json(result)["command"] == name
        assert isinstance(result, Problem | kind)
