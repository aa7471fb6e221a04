"""A window on the real program, and a person at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.instructor import Instructor
from tests.journeys.one_input import KeyboardPhysician, MousePhysician, Witness
from tests.journeys.physician import Physician
from tests.journeys.resident import Resident
from trainer.app.wiring import wired
from trainer.session.practice import Practice
from trainer.session.projectors import FAST
from trainer.session.services import Services
from trainer.storage.folders import Folders, user_folders
from trainer.ui.main_window import MainWindow
from trainer.ui.theme import dress


@pytest.fixture(scope="package")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The program's own wiring, ready for its first case.

    What is slow the first time ever (kernels, the shipped thorax) is done here, as long as it
    takes: a journey times a person's patience, not how many others share the processors.
    """
    home: Path = tmp_path_factory.mktemp("journeys")
    services = wired(Folders(home, user_folders().cache))
    FAST.for_attempts()
    services.patients.patient_of(services.scenarios.load("place-t7-left"))
    return services


@pytest.fixture(scope="package", autouse=True)
def quick_lists() -> Iterator[None]:
    """A list that opens takes no click for the time of a double click: a tenth of the usual."""
    usual = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(usual // 10)
    yield
    QApplication.setDoubleClickInterval(usual)


@pytest.fixture
def window(services: Services) -> Iterator[MainWindow]:
    """The program is open on Home."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dress(app)
    window = MainWindow(Practice(services))
    window.resize(1280, 640)
    window.show()
    window.open()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def resident(qtbot: QtBot, window: MainWindow) -> Resident:
    """A resident sits down."""
    return Resident(qtbot, window)


@pytest.fixture
def physician(qtbot: QtBot, window: MainWindow) -> Physician:
    """Somebody who does whole procedures sits down."""
    return Physician(qtbot, window)


@pytest.fixture
def instructor(qtbot: QtBot, window: MainWindow) -> Iterator[Instructor]:
    """An instructor sits down."""
    one = Instructor(qtbot, window)
    yield one
    one.away()


@pytest.fixture
def mouse_only(qtbot: QtBot, window: MainWindow) -> Iterator[MousePhysician]:
    """Somebody whose keyboard is broken; afterwards nothing was typed."""
    yield from _watched(MousePhysician(qtbot, window))


@pytest.fixture
def keyboard_only(qtbot: QtBot, window: MainWindow) -> Iterator[KeyboardPhysician]:
    """Somebody who cannot use a mouse; afterwards nothing was clicked or rolled."""
    yield from _watched(KeyboardPhysician(qtbot, window))


Hand = TypeVar("Hand", MousePhysician, KeyboardPhysician)


def _watched(hand: Hand) -> Iterator[Hand]:
    witness, app = Witness(hand.unused), QApplication.instance()
    assert app is not None
    app.installEventFilter(witness)
    yield hand
    app.removeEventFilter(witness)
    assert witness.seen == 0
