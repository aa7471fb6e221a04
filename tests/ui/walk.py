"""Walking over screens: what a person who does not see, or has no mouse, or reads German meets."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from trainer.ui.buttons import ActionButton
from trainer.ui.choice import Choice
from trainer.ui.top_bar import ElidedLabel
from trainer.ui.wrapped import ElidingLabel, WrappedButton, fitted

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QTextBrowser)
SLACK_PX = 1  # rounding of fractions of a pixel
# Parts that Qt builds inside its own widgets: they speak for their owner.
INNER = ("qt_", "ScrollLeftButton", "ScrollRightButton")


def controls(screen: QWidget) -> Iterator[QWidget]:
    """Everything that can be operated and is shown."""
    for part in screen.findChildren(QWidget):
        if isinstance(part, CONTROLS) and part.isVisible() and not _inner(part):
            yield part


def _inner(part: QWidget) -> bool:
    parent = part.parentWidget()
    inside = isinstance(parent, QComboBox | QTabBar | QLineEdit | QAbstractItemView)
    if isinstance(parent, QWidget) and isinstance(parent.parentWidget(), QComboBox):
        inside = True
    return inside or part.objectName().startswith(INNER)


def nameless(screen: QWidget) -> list[str]:
    """Controls of which a screen reader could not say what they are."""
    return [_said(part) for part in controls(screen) if not part.accessibleName()]


def unreachable(screen: QWidget) -> list[str]:
    """Enabled controls that the Tab key never comes to."""
    chain, part = set(), screen.nextInFocusChain()
    while part is not None and part not in chain and part is not screen:
        chain.add(part)
        part = part.nextInFocusChain()
    tab = Qt.FocusPolicy.TabFocus.value
    return [
        _said(each)
        for each in controls(screen)
        if each.isEnabled() and not (each.focusPolicy().value & tab and each in chain)
    ]


def clipped(screen: QWidget, *, shortened: bool = False) -> list[str]:
    """Parts whose text does not fit where it stands.

    shortened : a button of an action may end in "…": its spoken name has the whole.
    """
    found = []
    for part in screen.findChildren(QWidget):
        if not part.isVisible() or _inner(part) or _scrolled_away(part):
            continue
        if shortened and isinstance(part, ActionButton | WrappedButton | QComboBox):
            continue
        room, needs = part.size(), _needs(part)
        if needs.width() > room.width() + SLACK_PX or needs.height() > room.height() + SLACK_PX:
            found.append(f"{_said(part)}: {needs.toTuple()} in {room.toTuple()}")
        elif needs != QSize(0, 0) and not _inside(part, screen):
            found.append(f"{_said(part)}: hangs over the edge")
    return found


def _needs(part: QWidget) -> QSize:
    """The least room that shows all of the text."""
    if isinstance(part, ElidedLabel) or not part.isVisible():
        return QSize(0, 0)  # ends in "…" by design, the whole stands in the tooltip
    metrics = QFontMetrics(part.font())
    if isinstance(part, ElidingLabel):
        return QSize(0, 0 if part.text() in part.toolTip() else 9_999)
    if isinstance(part, QLabel) and part.text():
        return _label(part)
    if isinstance(part, QCheckBox):
        return part.minimumSizeHint()
    if isinstance(part, WrappedButton):
        box = part.text_rect()
        return QSize(0, part.height() if _whole(part) else 10 * box.height())
    if isinstance(part, Choice):  # ends in "…"; list and tooltip have the whole
        return QSize(0, 0 if part.currentText() in part.toolTip() else 9_999)
    if isinstance(part, QPushButton | QToolButton) and part.text():
        icon = part.iconSize().width() + 4 if not part.icon().isNull() else 0
        menu = 12 if isinstance(part, QPushButton) and part.menu() is not None else 0
        return QSize(metrics.horizontalAdvance(part.text()) + icon + menu + 4, metrics.height())
    if isinstance(part, QComboBox) and part.count():
        inner = _edit_rect(part)
        words = metrics.horizontalAdvance(part.currentText())
        return QSize(words + part.width() - inner.width(), metrics.height())
    return QSize(0, 0)


def _whole(button: WrappedButton) -> bool:
    text = button.text()
    return fitted(text, QFontMetrics(button.font()), button.text_rect()) == text


def _edit_rect(choice: QComboBox) -> QRect:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    return choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        choice,
    )


def _label(label: QLabel) -> QSize:
    if label.wordWrap():
        return QSize(0, label.heightForWidth(label.width()))
    return label.sizeHint()


def _inside(part: QWidget, screen: QWidget) -> bool:
    """Within every parent up to the screen."""
    parent = part.parentWidget()
    while parent is not None and parent is not screen.parentWidget():
        place = QRect(part.mapTo(parent, QPoint(0, 0)), part.size())
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(place):
            return False
        parent = parent.parentWidget()
    return True


def _scrolled_away(part: QWidget) -> bool:
    """Inside something that scrolls: out of sight is not out of reach."""
    if isinstance(part, QScrollBar):
        return True
    parent = part.parentWidget()
    while parent is not None:
        above = parent.parentWidget()
        area = above.parentWidget() if above is not None else None
        if isinstance(above, QAbstractScrollArea) and not isinstance(above, QScrollArea):
            return True
        if isinstance(area, QScrollArea) and area.widget() is parent:
            place = QRect(part.mapTo(area.viewport(), QPoint(0, 0)), part.size())
            return not area.viewport().rect().contains(place)
        parent = above
    return False


def _said(part: QWidget) -> str:
    text = part.text() if isinstance(part, QAbstractButton | QLabel) else part.accessibleName()
    return f"{type(part).__name__} {part.objectName()!r} {text!r}"


def contrast(first: str | QColor, second: str | QColor) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.1)."""
    high, low = sorted((_luminance(QColor(c)) for c in (first, second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shown_texts(screen: QWidget) -> Iterator[str]:
    """Every text that can be read on the screen, tooltips and spoken names included."""
    for part in (screen, *screen.findChildren(QWidget)):
        yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription())
        if isinstance(part, QAbstractButton | QLabel):
            yield part.text()
        if isinstance(part, QComboBox):
            yield from (part.itemText(at) for at in range(part.count()))
