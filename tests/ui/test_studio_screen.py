"""The studio's screen by keys and by state: undo and redo, and the expert's verdict in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from trainer.app.wiring import wired
from trainer.scenario.brought import text_sha256
from trainer.session.studio.studio import Studio
from trainer.storage.folders import Folders, user_folders
from trainer.ui.studio import publish_page
from trainer.ui.studio.publish_page import PublishPage
from trainer.ui.studio.studio_screen import StudioScreen
from trainer.ui.studio.targets_page import TargetsPage

EXAMPLE = Path(__file__).parents[1] / "plugins" / "example_convention"
NAME = "example-convention/high-arc-example"


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    return Studio(wired(Folders(tmp_path_factory.mktemp("screen"), user_folders().cache)))


@pytest.fixture
def screen(qtbot: QtBot, studio: Studio) -> Iterator[StudioScreen]:
    """A fork, its patient not built; slow work is done at once."""
    bench = studio.fork("place-t7-left", studio.free_id("my-screen"), "Dr Me")
    made = StudioScreen(bench, lambda work, done, _refused: done(work()))
    made._build_timer.stop()
    made.resize(1280, 590)
    qtbot.addWidget(made)
    yield made
    made.leave()


def test_undo_and_redo_are_enabled_by_what_there_is(screen: StudioScreen) -> None:
    undo, redo = screen.buttons["studio_undo"], screen.buttons["studio_redo"]
    presenter = screen.presenter
    before = presenter.title
    presenter.set(("title",), "Another title", "Title")
    screen.show_state()
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    assert "Title" in undo.accessibleDescription()
    undo.click()
    screen.show_state()
    assert presenter.title == before
    assert redo.isEnabled()
    redo.click()
    assert presenter.title == "Another title"


def test_the_expert_says_its_verdict(screen: StudioScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = SimpleNamespace(mark=871, pass_mark=700, passed=True)
    monkeypatch.setattr(publish_page, "expert_check", lambda _bench, _waiting: verdict)
    screen.rail.turn_to("publish")
    page = screen.part
    assert isinstance(page, PublishPage)
    assert "871" not in page.state.text()
    page.expert_button.click()
    assert "871 of 1000, cut 700, passed" in page.state.text()


def test_what_is_saved_is_read_whole(screen: StudioScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in ("Saved 0 s ago", "Saved 12 min ago"):
        monkeypatch.setattr(screen.presenter, "saved_words", partial(str, words))
        screen.show_state()
        assert screen.saved.text() == words
        assert screen.saved.minimumWidth() > screen.saved.fontMetrics().horizontalAdvance(words)


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that offers a convention is installed; asked for before the screen is made."""
    monkeypatch.syspath_prepend(str(EXAMPLE))


def test_a_convention_of_a_package_is_taken_whole_and_given_back(
    package: None, screen: StudioScreen
) -> None:
    screen.rail.turn_to("targets")
    page = screen.part
    assert isinstance(page, TargetsPage)
    box = page._boxes[NAME]
    assert box.text().endswith("example-convention 1.0"), "its origin is shown"
    assert "no clinician has checked it" in box.toolTip()
    bench = screen.presenter.bench
    box.click()
    assert bench.document["accepted_conventions"][-1] == NAME
    (brought,) = bench.document["brought_conventions"]
    assert brought["sha256"] == text_sha256(brought["text"])
    assert not any(one.where.startswith("brought") for one in bench.notes())
    bench.undo()
    assert NAME not in bench.document["accepted_conventions"]
    bench.redo()
    page.refresh()
    assert box.isChecked()
    box.click()
    assert "brought_conventions" not in bench.document
