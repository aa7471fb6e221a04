"""The story and the profile by hand: person, pain, reasons and changes come into the case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from trainer.app.wiring import wired
from trainer.session.studio.studio import Studio
from trainer.storage.folders import Folders, user_folders
from trainer.ui.presenters.studio import StudioPresenter
from trainer.ui.presenters.studio_rows import cell_value, cell_words, pain_words, write_pain
from trainer.ui.studio.profile_page import ProfilePage
from trainer.ui.studio.story_page import StoryPage

WHOLE = st.integers(-1_000_000, 1_000_000)


@pytest.fixture(scope="module")
def presenter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioPresenter]:
    """Of a fork; its patient is not built."""
    folders = Folders(tmp_path_factory.mktemp("story"), user_folders().cache)
    bench = Studio(wired(folders)).fork("rf-t7-8", "my-story", "Dr Me")
    yield StudioPresenter(bench, lambda work, done, _refused: done(work()), lambda: 0.0)
    bench.close()


def stops(presenter: StudioPresenter) -> list[str]:
    return [str(one) for one in presenter.notes() if one.stops]


@given(value=WHOLE | st.booleans() | st.tuples(WHOLE, WHOLE).map(list))
def test_a_cell_means_what_it_shows(value: Any) -> None:
    assert cell_value(cell_words(value)) == value


def test_pain_is_a_line_of_joints_and_shares(presenter: StudioPresenter) -> None:
    write_pain(presenter, "T7-T8 left 700; T8-T9 left 200")
    shares = {"T7-T8 left": 700, "T8-T9 left": 200}
    assert presenter.value(("story", "pain", "joints_permille")) == shares
    assert pain_words(presenter) == "T7-T8 left 700; T8-T9 left 200"
    assert stops(presenter) == []
    write_pain(presenter, "somewhere")  # kept, and the list says what is wrong with it
    assert any("pain" in one for one in stops(presenter))
    presenter.undo()
    assert stops(presenter) == []


def written(page: StoryPage, name: str, words: str) -> None:
    edit = page.findChild(QLineEdit, name)
    assert edit is not None
    edit.selectAll()
    edit.insert(words)
    edit.editingFinished.emit()
    page.refresh()


def test_person_and_reasons_are_written_on_their_leaves(
    presenter: StudioPresenter, qtbot: QtBot
) -> None:
    page = StoryPage(presenter)
    qtbot.addWidget(page)
    page.refresh()
    box = page.findChild(QCheckBox, "tick_person")
    assert box is not None
    box.setChecked(False)
    page.refresh()
    assert presenter.value(("story", "person")) is None
    box.setChecked(True)
    page.refresh()
    assert any("story.person.name" in one for one in stops(presenter))
    written(page, "edit_person_name", "Mrs Adler")
    written(page, "edit_person_work", "Teaches the violin")
    assert stops(presenter) == []
    reason = next(one["reason"] for one in presenter.value(("story", "reasons")))
    written(page, f"teaching_{reason}", "Because the diary says so.")
    told = {one["reason"]: one["teaching"] for one in presenter.value(("story", "reasons"))}
    assert told[reason] == "Because the diary says so."
    beside = next(edit for name, edit in page.teachings.items() if name not in told)
    assert beside.isHidden()


def test_a_setting_is_changed_with_its_account(presenter: StudioPresenter, qtbot: QtBot) -> None:
    page = ProfilePage(presenter)
    qtbot.addWidget(page)
    before = len(presenter.value(("profile_changes",), []) or [])
    page.changes.add.click()
    page.refresh()
    assert stops(presenter) != []
    table = page.changes.table
    for column, words in enumerate(("blocks.relief_percent", "75", "Our clinic's rule")):
        item = table.item(before, column)
        assert item is not None
        item.setText(words)
        page.refresh()
    change = presenter.value(("profile_changes", before))
    account = {"setting": "blocks.relief_percent", "value": 75, "why": "Our clinic's rule"}
    assert change == account
    assert stops(presenter) == []
    table.setCurrentCell(before, 0)
    page.changes.remove.click()
    assert len(presenter.value(("profile_changes",), []) or []) == before
