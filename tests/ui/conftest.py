"""What tests of screens share: nothing is left behind, and an attempt on a flat back."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.stand_ins import StandInAttempt


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """No test leaves a top-level widget or a thread of ours."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in set(threading.enumerate()) - before if not thread.daemon or
            thread.name in ("attempt", "render", "job", "journal")]  # fmt: skip
    for thread in left:
        thread.join(1.0)
    assert [thread.name for thread in left if thread.is_alive()] == []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        visible = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        assert visible == []


@pytest.fixture
def attempt() -> StandInAttempt:
    """An attempt with a C-arm."""
    return StandInAttempt()


@pytest.fixture
def dressed(qtbot: QtBot) -> QtBot:
    """A QApplication in the house's looks."""
    from PySide6.QtWidgets import QApplication

    from trainer.ui.theme import dress

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    return qtbot
