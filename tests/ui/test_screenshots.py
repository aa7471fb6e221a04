"""Every screen with the real practice: shipped scenario, real attempt thread, real pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from trainer.app.wiring import wired
from trainer.refusal import Refusal
from trainer.session.practice import Practice
from trainer.ui.screenshots import take_screenshots


def test_a_hand_at_the_keyboard_goes_through_every_screen(dressed: QtBot, tmp_path: Path) -> None:
    written = take_screenshots(tmp_path / "shots", Practice(wired()))
    assert [path.stem.split("-", 1)[1] for path in written] == [
        *("home", "look-inside", "suite-empty", "suite-held", "suite-live", "suite-needle"),
        *("suite-measured", "suite-cine", "suite-subtracted"),
        *("suite-collimating", "suite-collimated"),
        *("suite-syringe", "suite-generator", "suite-case", "suite-room", "suite-aids"),
        *("suite-before-submit", "own-call", "debrief", "drill", "home-again", "progress"),
        *("studio", "studio-patient", "studio-targets", "studio-hazards", "studio-machine"),
        *("studio-story", "studio-rubric", "studio-publish"),
        *("marking", "cohort", "cohort-curve", "cohort-lc", "cohort-wall", "cohort-groups"),
        *("cohort-angoff", "exams"),
    ]
    for path in written:
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1280, 640)


def test_a_folder_that_cannot_be_written_is_refused(dressed: QtBot, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(Refusal, match="was not written"):
        take_screenshots(blocked, Practice(wired()))
