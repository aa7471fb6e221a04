"""Fields of the case on a page: each knows its place in the document, so that problems lead to it.

A field tells the presenter what was meant (when one leaves it, or rests), and follows undo.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from trainer.scenario.draft import Place
from trainer.scenario.verdict import field_path
from trainer.ui.choice import Choice
from trainer.ui.presenters.studio import StudioPresenter
from trainer.ui.studio.value_slider import ValueSlider

WRITING_MS = 700  # a pause in writing: what is written is kept (autosave loses two seconds at most)


class ProseEdit(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    left = Signal()

    def __init__(self, name: str, spoken: str, lines: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(22 * lines)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written is meant."""
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo belongs to the whole case."""
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Z and held == Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
            event.ignore()
        else:
            super().keyPressEvent(event)


class Fields:
    """The fields of one page. `refresh` fills them from the document, `focus` finds one by path."""

    def __init__(self, presenter: StudioPresenter) -> None:
        self.presenter = presenter
        self._shows: list[Callable[[], None]] = []
        self._homes: list[tuple[str, QWidget]] = []

    def refresh(self) -> None:
        """Everything as the document has it now."""
        for show in self._shows:
            show()

    def home(self, where: str, widget: QWidget) -> None:
        """Problems at this path, or below it, lead to this widget."""
        self._homes.append((where, widget))

    def focus(self, where: str) -> bool:
        """Give the field of a path the keyboard; False where this page has none."""
        fits = [one for one in self._homes if _below(where, one[0]) and _there(one[1])]
        if not fits:
            return False
        widget = max(fits, key=lambda one: len(one[0]))[1]
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def line(self, place: Place, name: str, text: str, *, empty: Any = "") -> QWidget:
        """One line of text."""
        edit = QLineEdit()
        edit.setObjectName(f"edit_{name}")
        edit.setAccessibleName(text)

        def show() -> None:
            words = str(self.presenter.value(place, "") or "")
            if edit.text() != words:
                edit.setText(words)

        def told() -> None:
            words = edit.text().strip()
            if words != str(self.presenter.value(place, "") or ""):
                self.presenter.set(place, words or empty, text)

        edit.editingFinished.connect(told)
        return self._kept(place, edit, text, show)

    def prose(self, place: Place, name: str, text: str, lines: int = 4) -> QWidget:
        """Several lines of text."""
        edit = ProseEdit(f"edit_{name}", text, lines)
        rest = QTimer(edit)
        rest.setSingleShot(True)
        rest.setInterval(WRITING_MS)

        def show() -> None:
            words = str(self.presenter.value(place, "") or "")
            if edit.toPlainText().strip() != words.strip():
                blocked = edit.blockSignals(True)
                edit.setPlainText(words)
                edit.blockSignals(blocked)

        def told() -> None:
            rest.stop()
            words = edit.toPlainText()
            if words.strip() != str(self.presenter.value(place, "") or "").strip():
                self.presenter.set(place, words, text, stroke=f"write {name}")

        rest.timeout.connect(told)
        edit.textChanged.connect(rest.start)
        edit.left.connect(told)
        return self._kept(place, edit, text, show)

    def choice(
        self,
        place: Place,
        name: str,
        text: str,
        options: Sequence[tuple[Any, str]],
        put: Callable[[Any], None] | None = None,
        default: Any = None,
    ) -> QWidget:
        """One of several. options : (value, words). put : does it where one field is not all."""
        combo = Choice(f"choose_{name}", text)
        for value, words in options:
            combo.addItem(words, value)

        def show() -> None:
            at = combo.findData(self.presenter.value(place, default))
            if at != combo.currentIndex():
                combo.setCurrentIndex(at)

        def told(at: int) -> None:
            value = combo.itemData(at)
            if put is not None:
                put(value)
            else:
                self.presenter.set(place, value, text)

        combo.activated.connect(told)
        return self._kept(place, combo, text, show)

    def slider(
        self,
        place: Place,
        name: str,
        text: str,
        limits: tuple[float, float],
        step: float,
        unit: str = "",
        default: float = 0.0,
        *,
        scale: float = 1.0,
        whole: bool = False,
    ) -> ValueSlider:
        """A number. scale : what one of the slider is in the document. whole : kept as an int."""
        slider = ValueSlider(name, text, limits, step, unit)

        def show() -> None:
            found = self.presenter.value(place, default)
            number = found if isinstance(found, int | float) else default
            if not slider.slider.isSliderDown():
                slider.show_value(float(number) / scale)

        def told(value: float) -> None:
            number = round(value * scale, 6)
            self.presenter.set(place, round(number) if whole else number, text)

        slider.settled.connect(told)
        self._shows.append(show)
        self._homes.append((field_path(place), slider.slider))
        return slider

    def tick(
        self, name: str, text: str, get: Callable[[], bool], put: Callable[[bool], None]
    ) -> QCheckBox:
        """Yes or no."""
        box = QCheckBox(text)
        box.setObjectName(f"tick_{name}")
        box.setAccessibleName(text)

        def show() -> None:
            blocked = box.blockSignals(True)
            box.setChecked(get())
            box.blockSignals(blocked)

        box.toggled.connect(put)
        self._shows.append(show)
        return box

    def also(self, show: Callable[[], None]) -> None:
        """Something else to bring up to date with the document."""
        self._shows.append(show)

    def _kept(self, place: Place, edit: QWidget, text: str, show: Callable[[], None]) -> QWidget:
        self._shows.append(show)
        self._homes.append((field_path(place), edit))
        return labelled(text, edit)


def labelled(text: str, edit: QWidget) -> QWidget:
    """A field with its words above it."""
    part, label = QWidget(), QLabel(text)
    label.setBuddy(edit)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(edit)
    return part


def index_of(combo: QComboBox, value: Any) -> int:
    """Where a value stands in a list; -1 where it does not."""
    return next((at for at in range(combo.count()) if combo.itemData(at) == value), -1)


def words_of(table: Mapping[str, str], names: Sequence[str]) -> list[tuple[str, str]]:
    """Options with words from a table, a name's own where it has none."""
    return [(name, table.get(name, name)) for name in names]


def _below(where: str, home: str) -> bool:
    return where == home or where.startswith((f"{home}.", f"{home}["))


def _there(widget: QWidget) -> bool:
    try:
        return widget.isEnabled() and widget.isVisibleTo(widget.window())
    except RuntimeError:  # Qt has deleted the row
        return False
