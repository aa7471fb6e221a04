"""The house's own icons (SVG in assets/icons), from a checkout or an installed package."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QIcon

import trainer

_PACKAGE = Path(trainer.__file__).resolve().parent
_PLACES = (_PACKAGE / "_shipped" / "assets" / "icons", _PACKAGE.parent / "assets" / "icons")


def icon_path(name: str) -> Path:
    """Where an icon's file lies. Raises FileNotFoundError where it was not shipped."""
    for folder in _PLACES:
        path = folder / f"{name}.svg"
        if path.is_file():
            return path
    raise FileNotFoundError(f"icon {name!r} was not shipped")


def icon(name: str) -> QIcon:
    """An icon by name."""
    return QIcon(str(icon_path(name)))
