"""Strange paths, languages, homes, and other instances. Long: `python -m tests.trust places`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.trust import screens_abroad, surroundings
from tests.trust.figures import PAGE, figures, page

needs_fork = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")


@needs_fork
def test_the_same_work_leaves_the_same_bytes_in_strange_surroundings() -> None:
    count, found = surroundings.run(every=4)
    assert found == []
    assert count == 5


def test_screens_from_right_to_left_keep_their_numbers_and_the_log_its_bytes(qtbot: QtBot) -> None:
    assert screens_abroad.run(("fa_IR",), ("home", "exam, station")) == []


@needs_fork
def test_of_instances_that_reach_for_one_attempt_one_has_it_and_a_killed_one_leaves_it() -> None:
    assert surroundings.races(15) == []


@needs_fork
def test_a_folder_that_may_not_be_written_is_one_clear_sentence() -> None:
    said = surroundings.read_only()
    assert said.startswith("STORAGE: ")
    assert "ermission" in said


@needs_fork
def test_an_owner_told_by_a_file_alone_would_be_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.storage.file_lock._try_lock", lambda _: None)
    assert surroundings.races(2) != []


def test_the_page_holds_the_figures_that_the_commands_kept() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text, figures()) == text
    assert all(each.good for each in figures())
    assert str(Path.home()) not in text
