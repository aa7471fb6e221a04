"""A double-click on an attempt: what the program is started with, and what it shows."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.conftest import REPOSITORY
from trainer.app import main as entrance
from trainer.app.opened_file import opened_file
from trainer.app.wiring import wired
from trainer.attempt.sitting import Sitting
from trainer.refusal import Refusal
from trainer.session.opened_file import debrief_of_file
from trainer.session.practice import Practice
from trainer.storage.folders import Folders

REFERENCE = REPOSITORY / "scenarios" / "bullseye-t8" / "reference.attempt"


@pytest.mark.parametrize("arguments", [[], ["demo"], ["attempt", "score", "a.attempt"], ["-h"]])
def test_a_command_is_no_file(arguments: list[str]) -> None:
    assert opened_file(arguments) is None


def test_one_attempt_alone_is_opened_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert opened_file(["My try.ATTEMPT"]) == tmp_path / "My try.ATTEMPT"


def test_without_a_display_its_score_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert entrance.main([str(REFERENCE)]) == 0
    said = capsys.readouterr()
    assert "No display" in said.err
    assert "1000" in said.out


def test_an_attempt_of_practice_is_debriefed_and_a_sitting_of_an_exam_is_not(
    tmp_path: Path,
) -> None:
    practice = Practice(wired(Folders(home=tmp_path, cache=tmp_path / "cache")))
    room = debrief_of_file(practice, REFERENCE)
    assert room.debrief.score.passed
    sitting = Sitting("session", "nonce", "C-1", "station", "0" * 64, 1)
    room.header = dataclasses.replace(room.header, sitting=sitting)
    sat = cast(Any, SimpleNamespace(debrief=lambda _path: room))
    with pytest.raises(Refusal, match="released"):
        debrief_of_file(sat, REFERENCE)
