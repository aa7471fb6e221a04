"""An instructor at the studio: real clicks, keys and drops, every one of them counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.resident import LEFT, Resident
from trainer.scenario.scenario import Scenario
from trainer.session.services import Services
from trainer.ui.main_window import MainWindow
from trainer.ui.studio.beam_picture import BeamPicture
from trainer.ui.studio.page import Page
from trainer.ui.studio.studio_screen import StudioScreen

PATIENCE_MS = 15_000


class ActionCount(QObject):
    """Counts what a recorder would write down: a press, a key, a word typed, a drop."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self._typing_in, self._pressed_ms = 0, 0, -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self._press(event)
        elif kind == QEvent.Type.Drop and watched.objectName() in ("ct_box", "radiograph_page"):
            self._act()
        elif kind == QEvent.Type.KeyPress and watched is QApplication.focusWidget():
            self._key(watched, event)
        return False

    def _press(self, event: Any) -> None:
        """What a widget does not want goes on to its parent: that is the same press."""
        if event.timestamp() != self._pressed_ms:
            self._pressed_ms = event.timestamp()
            self._act()

    def _key(self, watched: QObject, event: Any) -> None:
        """Letters into one field are one act."""
        letters = event.text().isprintable() and event.text() and not event.modifiers().value
        if not letters:
            self._act()
        elif self._typing_in != id(watched):
            self._act()
            self._typing_in = id(watched)

    def _act(self) -> None:
        self.count += 1
        self._typing_in = 0


class Instructor:
    """What a person does in the studio."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.actions = ActionCount()
        self.patience_ms = PATIENCE_MS
        self._resident = Resident(qtbot, window)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self.actions)

    def away(self) -> None:
        """Stop counting."""
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self.actions)

    # Where one is ----------------------------------------------------------------------------

    @property
    def bench(self) -> StudioScreen:
        room = self.window.places["studio"].screen
        assert room is not None
        screen = room.bench
        assert isinstance(screen, StudioScreen)
        return screen

    @property
    def page(self) -> Page:
        return self.bench.part

    def wait(self, ready: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(ready, timeout=self.patience_ms)

    def is_open(self) -> bool:
        room = self.window.places["studio"].screen
        return room is not None and room.bench is not None

    def open_new(self) -> None:
        """From Home to an empty case."""
        self.wait(lambda: self.window.home.cards.count() > 0)
        self.click("button_studio")
        self.wait(lambda: self.window.at == "studio")
        self.click("studio_new")
        self.wait(self.is_open)

    def publish(self, services: Services) -> Scenario:
        """Publish, and what the library then has."""
        name = str(self.bench.presenter.value(("id",)))
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.wait(lambda: name in services.scenarios.identifiers())
        self.wait(lambda: not self.bench.presenter.building)
        return services.scenarios.load(name)

    # What one does ---------------------------------------------------------------------------

    def click(self, name: str) -> None:
        """A button, by its name; two acts where the page must be scrolled to it."""
        button = self.window.findChild(QPushButton, name)
        assert button is not None, name
        self.wait(button.isEnabled)
        if not button.visibleRegion().boundingRect().contains(button.rect().center()):
            self.page.ensureWidgetVisible(button)
            self.actions.count += 1
        QTest.mouseClick(button, LEFT)

    def turn_to(self, part: str) -> None:
        """A line of the rail."""
        rail = self.bench.rail
        row = next(n for n in range(rail.count()) if rail.item(n).data(0x100).id == part)
        QTest.mouseClick(rail.viewport(), LEFT, pos=rail.visualItemRect(rail.item(row)).center())
        assert self.page.id == part
        QApplication.processEvents()  # an eye sees the page laid out before the hand moves

    def pick(self, name: str, text: str) -> None:
        """From a list."""
        combo = self.page.findChild(QComboBox, name)
        assert combo is not None, name
        self._resident.pick(combo, text)

    def type_into(self, name: str, text: str) -> None:
        """Into a field: click, type, Enter."""
        edit = self.page.findChild(QLineEdit, name)
        assert edit is not None, name
        QTest.mouseClick(edit, LEFT)
        QApplication.processEvents()
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def tick(self, name: str) -> None:
        """A box."""
        box = self.page.findChild(QWidget, name)
        assert box is not None, name
        QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))

    def set_cell(self, row: int, column: int, text: str) -> None:
        """A value of the rubric."""
        table = self.page.table  # type: ignore[attr-defined]
        item = table.item(row, column)
        table.scrollToItem(item)
        place = table.visualItemRect(item).center()
        QTest.mouseClick(table.viewport(), LEFT, pos=place)
        for letter in text:  # the first one opens the cell
            QTest.keyClicks(self.window.focusWidget(), letter)
        QTest.keyClick(self.window.focusWidget(), Qt.Key.Key_Return)

    def drop(self, *paths: Path) -> None:
        """Files from elsewhere onto the box for images."""
        page: Any = self.page
        box = page.films if page.wide else page.ct
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        how = Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
        middle = box.rect().center()
        QApplication.sendEvent(box, QDragEnterEvent(middle, *how))
        QApplication.sendEvent(box, QDropEvent(QPointF(middle), *how))

    def drag(self, picture: BeamPicture, start: QPointF, by: QPoint) -> None:
        """On a picture."""
        self._resident.drag(picture, start.toPoint(), [by])

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """A shortcut, wherever one is."""
        focused = self.window.focusWidget() or self.window
        QTest.keyClick(focused, key, modifier)
