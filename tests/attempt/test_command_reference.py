"""docs/commands.md says what the command types say."""

from __future__ import annotations

import json
import re

from tests.conftest import REPOSITORY
from tools.make_command_reference import PAGE, page
from trainer.attempt.commands import COMMANDS, Command, from_json
from trainer.refusal import ExitCode


def test_the_committed_page_is_up_to_date() -> None:
    assert PAGE == REPOSITORY / "docs" / "commands.md"
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tools.make_command_reference"


def test_every_example_of_the_page_is_a_command() -> None:
    lines = re.findall(r"^\{.*\}$", page(), flags=re.MULTILINE)
    played = [from_json(json.loads(line)) for line in lines]
    assert all(isinstance(command, Command) for command in played)
    assert {type(command) for command in played} == set(COMMANDS.values())


def test_every_exit_code_is_explained() -> None:
    assert all(f"| {int(code)} | " in page() for code in ExitCode)
