# ruff: noqa: E501 - a stylesheet is read by its rules
"""How the program looks: Fusion, an explicit dark palette, a small stylesheet from tokens.

`setColorScheme` alone does nothing without a desktop theme (dependencies.md 0.3), so the palette is
spelled out. Amber is the beam and nothing else, blue is held, orange is heat,
red is stop (teaching.md 5).
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of the house."""

    surround: str = "#16181A"
    panel: str = "#1E2124"
    raised: str = "#2A2E33"
    pressed: str = "#383D43"
    line: str = "#3C4249"
    text: str = "#E8EAEC"
    muted: str = "#AAB1B8"
    beam: str = "#FFB000"
    held: str = "#5AA9F0"
    stop: str = "#FF6B6B"
    heat: str = "#FF8A3D"
    focus: str = "#C9D3DC"
    steel: str = "#C7CED6"


DARK = Tokens()

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
QPushButton:disabled { color: #777E85; }
QToolButton::menu-indicator { image: none; }
QLineEdit, QComboBox {
  background: $surround; border: 1px solid $line; border-radius: 4px; padding: 2px 6px; min-height: 20px;
}
QListWidget, QTableWidget { background: $panel; border: 1px solid $line; border-radius: 4px; }
QTableWidget::item { padding: 4px 8px; }
QListWidget::item:selected, QTableWidget::item:selected { background: $pressed; color: $text; }
QHeaderView::section { background: $raised; color: $muted; border: none; padding: 5px 8px; }
QFrame#notice { background: $raised; border: none; border-left: 4px solid $held; }
QProgressBar { background: $panel; border: 1px solid $line; border-radius: 3px; height: 8px; }
QProgressBar::chunk { background: $muted; }
"""
)


def dress(app: QApplication, tokens: Tokens = DARK) -> None:
    """Give the application its looks."""
    app.setStyle("Fusion")
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    app.setPalette(palette(tokens))
    font = QFont(app.font())
    font.setPixelSize(13)
    app.setFont(font)
    app.setStyleSheet(style_sheet(tokens))


def style_sheet(tokens: Tokens) -> str:
    """The stylesheet of these tokens."""
    names = {name: getattr(tokens, name) for name in Tokens.__dataclass_fields__}
    return STYLE.substitute(names)


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
        role.Light: tokens.line,
        role.Midlight: tokens.raised,
        role.Mid: tokens.line,
        role.Dark: "#101214",
        role.Shadow: "#000000",
    }
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor("#777E85"))
    return made
