# ruff: noqa: E501 - a stylesheet is read by its rules
"""How the program looks: Fusion, an explicit palette, a small stylesheet from tokens.

`setColorScheme` alone does nothing without a desktop theme (dependencies.md 0.3), so the palette is
spelled out. Amber is the beam and nothing else, blue is held, orange is heat, red is stop
(teaching.md 5). Monitors and what is drawn over pictures stay `DARK` whatever the theme: a
radiograph is read on a dark ground. Everything else asks `LOOK`, which is the theme in force.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

FONT_PX = 13


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of the house. ink : what is written on amber."""

    surround: str = "#16181A"
    panel: str = "#1E2124"
    raised: str = "#2A2E33"
    pressed: str = "#383D43"
    line: str = "#3C4249"
    text: str = "#E8EAEC"
    muted: str = "#AAB1B8"
    faint: str = "#9199A1"
    beam: str = "#FFB000"
    ink: str = "#1A1200"
    held: str = "#5AA9F0"
    stop: str = "#FF6B6B"
    heat: str = "#FF8A3D"
    focus: str = "#C9D3DC"
    steel: str = "#C7CED6"


DARK = Tokens()
LIGHT = Tokens(
    surround="#F2F4F6", panel="#FFFFFF", raised="#E3E7EB", pressed="#CBD3DA", line="#8B949D",
    text="#15181B", muted="#414A53", faint="#5B646D", beam="#FFB000", ink="#1A1200",
    held="#0A5CA8", stop="#B3001B", heat="#9A3B00", focus="#0B3D6B", steel="#4C565F",
)  # fmt: skip
CONTRAST = Tokens(
    surround="#000000", panel="#000000", raised="#101010", pressed="#2C2C2C", line="#FFFFFF",
    text="#FFFFFF", muted="#F0F0F0", faint="#C8C8C8", beam="#FFC400", ink="#000000",
    held="#7CC4FF", stop="#FF9C9C", heat="#FFA45C", focus="#FFFF00", steel="#FFFFFF",
)  # fmt: skip
THEMES: Mapping[str, Tokens] = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}


class _Look:
    """The tokens in force, read when something is painted."""

    def __init__(self) -> None:
        self.tokens = DARK

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> str: ...

    else:

        def __getattr__(self, name):
            return getattr(self.tokens, name)


LOOK = _Look()

STYLE = Template(
    """
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }
QWidget#card, QFrame#card { background: $panel; border: 1px solid $line; border-radius: 4px; }
QLabel#muted, QLabel[role="muted"] { color: $muted; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="score"] { font-size: 34px; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QPushButton, QToolButton {
  background: $raised; color: $text; border: 1px solid $line; border-radius: 4px; padding: 3px 9px;
  min-height: 20px;
}
QPushButton:hover, QToolButton:hover { border-color: $muted; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked { background: $pressed; border-color: $focus; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus { border: 1px solid $focus; }
QPushButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }
QLineEdit, QComboBox {
  background: $surround; border: 1px solid $line; border-radius: 4px; padding: 2px 6px; min-height: 20px;
}
QListWidget, QTableWidget, QTreeWidget { background: $panel; border: 1px solid $line; border-radius: 4px; }
QListWidget:focus, QTableWidget:focus, QTreeWidget:focus, QTextBrowser:focus { border: 1px solid $focus; }
QTextBrowser { background: $panel; border: 1px solid $line; border-radius: 4px; }
QTableWidget::item { padding: 4px 8px; }
QListWidget::item:selected, QTableWidget::item:selected, QTreeWidget::item:selected { background: $pressed; color: $text; }
QHeaderView::section { background: $raised; color: $muted; border: none; padding: 5px 8px; }
QMenu { background: $panel; color: $text; border: 1px solid $line; }
QMenu::item:selected { background: $pressed; }
QFrame#notice { background: $raised; border: none; border-left: 4px solid $held; }
QProgressBar { background: $panel; border: 1px solid $line; border-radius: 3px; height: 8px; }
QProgressBar::chunk { background: $muted; }
"""
)


def dress(app: QApplication, tokens: Tokens = DARK) -> None:
    """Give the application its looks; what is shown already changes with it."""
    LOOK.tokens = tokens
    app.setStyle("Fusion")
    light = QColor(tokens.surround).lightness() > 127
    scheme = Qt.ColorScheme.Light if light else Qt.ColorScheme.Dark
    QGuiApplication.styleHints().setColorScheme(scheme)
    app.setPalette(palette(tokens))
    font = QFont(app.font())
    font.setPixelSize(FONT_PX)
    app.setFont(font)
    app.setStyleSheet(style_sheet(tokens))
    for window in app.topLevelWidgets():
        for part in (window, *window.findChildren(QWidget)):
            part.update()


def style_sheet(tokens: Tokens) -> str:
    """The stylesheet of these tokens."""
    return STYLE.substitute({field.name: getattr(tokens, field.name) for field in fields(Tokens)})


def palette(tokens: Tokens) -> QPalette:
    """The palette of these tokens."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.surround,
        role.WindowText: tokens.text,
        role.Base: tokens.panel,
        role.AlternateBase: tokens.raised,
        role.Text: tokens.text,
        role.Button: tokens.raised,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.text,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.pressed,
        role.HighlightedText: tokens.text,
        role.Link: tokens.held,
        role.LinkVisited: tokens.held,
        role.Light: tokens.line,
        role.Midlight: tokens.raised,
        role.Mid: tokens.line,
        role.Dark: tokens.surround,
        role.Shadow: "#000000",
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.faint))
    return made
