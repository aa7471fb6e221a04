"""Parallel forms by hand: what a choice comes to is said before, what was made afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from trainer.app.wiring import wired
from trainer.refusal import Refusal
from trainer.session.studio.forms import FORMS
from trainer.session.studio.studio import Studio
from trainer.storage.folders import Folders, user_folders
from trainer.ui.presenters.studio_forms import FormsDesk, made_words
from trainer.ui.studio.forms_dialog import FormsDialog

ORIGIN = "place-t7-left"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FormsDesk]:
    """Of a fork; its patient is not built."""
    home = tmp_path_factory.mktemp("forms")
    bench = Studio(wired(Folders(home, user_folders().cache))).fork(ORIGIN, "my-forms", "Dr Me")
    made = FormsDesk(bench)
    made.choose(folder=home)
    yield made
    bench.close()


def can_make(desk: FormsDesk) -> bool:
    return desk.can_make


def tick(rows: QListWidget, *texts: str) -> None:
    for text in texts:
        (item,) = rows.findItems(text, Qt.MatchFlag.MatchExactly)
        item.setCheckState(Qt.CheckState.Checked)


def test_a_choice_says_what_it_comes_to(desk: FormsDesk) -> None:
    desk.choose(levels=(), sides=("left",), anchors=())
    assert not can_make(desk)
    assert desk.words() == "Choose levels and sides."
    desk.choose(levels=("T8", "T5", "T6"))
    assert desk.wish.places == (("T5", "left"), ("T6", "left"), ("T8", "left"))
    assert "3 variants cannot be shared out evenly over 2 forms" in desk.words()
    assert not can_make(desk)
    desk.choose(sides=("left", "right"))
    assert can_make(desk)
    assert "3 of them and 0 anchors in each form. Anchors are 0 % of a form" in desk.words()
    desk.choose(anchors=(ORIGIN,))
    assert desk.wish.anchor_percent == 25
    assert "%" not in desk.words()


def test_only_levels_are_offered_where_all_of_the_case_fits(desk: FormsDesk) -> None:
    assert desk.levels[-1] == "T12"  # the joint's lower vertebra is then L1, the last one
    assert set(desk.levels) > {"T1", "T7"}
    assert "L1" not in desk.levels


def test_an_unfinished_case_has_no_forms_and_the_dialog_says_so(desk: FormsDesk) -> None:
    desk.choose(levels=("T6", "T8"), sides=("left",))
    desk.bench.set(("exam_title",), "Left T7")
    assert not can_make(desk)
    assert "not finished" in desk.words()
    found = desk.make()
    assert isinstance(found, Refusal)
    assert "not finished" in made_words(found)
    desk.bench.undo()
    assert can_make(desk)


def test_forms_are_ticked_made_and_told(desk: FormsDesk, qtbot: QtBot) -> None:
    desk.choose(levels=(), sides=("left",), anchors=(), forms=2)
    folder = desk.wish.folder
    dialog = FormsDialog(desk, lambda work, done, _refused: done(work()))
    qtbot.addWidget(dialog)
    assert not dialog.make_button.isEnabled()
    tick(dialog.levels, "T6", "T8")
    assert "2 variants" in dialog.words.text()
    tick(dialog.anchors, ORIGIN)
    assert dialog.make_button.isEnabled()
    dialog.make_button.click()
    out = folder / "my-forms-forms"
    told = dialog.made.toPlainText()
    assert str(out) in told
    for form in json.loads((out / FORMS).read_bytes())["forms"]:
        for station in form["stations"]:
            assert station["scenario"] in told
    assert told.count(ORIGIN) == 2  # the anchor stands in both forms
    assert desk.out() == Path(folder / "my-forms-forms-2")  # nothing is written over
