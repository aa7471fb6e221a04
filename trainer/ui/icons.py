"""The house's own icons (SVG in assets/icons), from a checkout or an installed package.

They are drawn in one ink; `wear` gives a button or a menu's line its icon in the theme's ink, and
`redraw` does it again when the theme has changed.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

import trainer
from trainer.ui.theme import DARK, LOOK

_PACKAGE = Path(trainer.__file__).resolve().parent
_PLACES = (_PACKAGE / "_shipped" / "assets" / "icons", _PACKAGE.parent / "assets" / "icons")
_SIZES_PX = (16, 32, 48)
_NAME = "icon_name"
INK = DARK.text  # what the files are drawn in


def icon_path(name: str) -> Path:
    """Where an icon's file lies. Raises FileNotFoundError where it was not shipped."""
    for folder in _PLACES:
        path = folder / f"{name}.svg"
        if path.is_file():
            return path
    raise FileNotFoundError(f"icon {name!r} was not shipped")


def icon(name: str) -> QIcon:
    """An icon by name, in the ink of the theme in force."""
    return QIcon(_drawn(name, LOOK.text))


def wear(what: QAbstractButton | QAction, name: str) -> None:
    """Give it this icon, and again whenever the theme changes."""
    what.setProperty(_NAME, name)
    what.setIcon(icon(name))


def redraw(app: QApplication) -> None:
    """Every icon that is worn, in the ink of the theme in force."""
    for window in app.topLevelWidgets():
        worn: tuple[QAbstractButton | QAction, ...] = (
            *window.findChildren(QAbstractButton),
            *window.findChildren(QAction),
        )
        for what in worn:
            if name := what.property(_NAME):
                what.setIcon(icon(name))


@lru_cache(maxsize=256)
def _drawn(name: str, ink: str) -> QIcon:
    text = icon_path(name).read_text(encoding="utf-8").replace(INK, ink)
    renderer, made = QSvgRenderer(QByteArray(text.encode("utf-8"))), QIcon()
    for size_px in _SIZES_PX:
        pixmap = QPixmap(size_px, size_px)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        made.addPixmap(pixmap)
    return made
