"""What the next click needs is loaded at Home: threads load no Qt, hands come first."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from trainer.session.projectors import FAST
from trainer.ui import ahead
from trainer.ui.ahead import AND_LATER, SCREENS, WITHOUT_QT, Ahead
from trainer.ui.places import PLACES, load_place


def test_what_a_thread_loads_has_no_qt_in_it() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys, importlib\nfor n in {(*WITHOUT_QT, *AND_LATER)!r}:\n"
            " importlib.import_module(n)\nprint('PySide6' in sys.modules)",
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.split() == ["False"]


def test_the_window_stands_before_an_attempt_or_a_picture_is_loaded() -> None:
    heavy = ("numba", "scipy", "cv2", "trainer.session.opening", "trainer.ui.suite_screen")
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, trainer.ui.application, trainer.session.practice, trainer.app.wiring\n"
            f"print([n for n in {heavy!r} if n in sys.modules])",
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_that_is_loaded_ahead_exists(name: str) -> None:
    assert importlib.util.find_spec(name) is not None


@pytest.mark.parametrize("name", PLACES)
def test_every_place_of_the_table_is_the_one_it_is_called(name: str) -> None:
    assert load_place(name).id == name


class Loads:
    """Stands in for the import of a module."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, name: str) -> None:
        self.names.append(name)


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> Loads:
    loads = Loads()
    monkeypatch.setattr(ahead.importlib, "import_module", loads)
    monkeypatch.setattr(FAST, "warm_up", lambda: None)
    monkeypatch.setattr(FAST, "wait", lambda: True)
    return loads


def test_everything_is_loaded_once_while_one_rests_at_home(qtbot: QtBot, loads: Loads) -> None:
    loader = Ahead(lambda: True)
    loader.begin()
    loader.begin()
    qtbot.waitUntil(lambda: len(loads.names) >= len(WITHOUT_QT + AND_LATER + SCREENS))
    qtbot.wait(3 * ahead.PIECE_MS)
    assert sorted(loads.names) == sorted(WITHOUT_QT + AND_LATER + SCREENS)
    loader.stop()


def test_while_one_works_only_what_that_work_needs_is_loaded(qtbot: QtBot, loads: Loads) -> None:
    loader = Ahead(lambda: False)
    loader.begin()
    qtbot.wait(5 * ahead.PIECE_MS)
    assert loads.names == list(WITHOUT_QT)
    loader.stop()
    qtbot.waitUntil(lambda: not loader._thread.is_alive())
    assert loads.names == list(WITHOUT_QT)
