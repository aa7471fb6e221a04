"""What a desktop shows of the program: its icon, version, and which files are its own.

Used by the build (`rhizotomy-trainer.spec`) alone; it runs on the platform that is built for.
"""

from __future__ import annotations

import os
import re
from importlib.metadata import distributions
from pathlib import Path

IDENTIFIER = "org.rhizotomy-trainer.RhizotomyTrainer"
ICON_PX = 1024
PLATE = "#14181C"  # the window's dark ground, so that the light ink is seen on any desktop
BUILDERS = ("pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "setuptools", "pip")
ATTEMPT = ("Rhizotomy Trainer attempt", "attempt", "application/x-rhizotomy-attempt")


def version(root: Path) -> str:
    """The version in trainer/__init__.py."""
    text = (root / "trainer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("trainer/__init__.py names no version")
    return found[1]


def bundled() -> list[str]:
    """Every distribution of the build's environment but what builds: their licences go along."""
    names = {str(each.metadata["Name"]) for each in distributions()}
    return sorted(name for name in names if name.lower() not in BUILDERS)


def icon_png(root: Path, folder: Path) -> Path:
    """The app's icon as a picture on a plate; PyInstaller makes .ico and .icns of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    picture = QImage(ICON_PX, ICON_PX, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(PLATE))
    painter.drawRoundedRect(QRectF(0, 0, ICON_PX, ICON_PX), ICON_PX / 6, ICON_PX / 6)
    edge = ICON_PX / 8
    inside = QRectF(edge, edge, ICON_PX - 2 * edge, ICON_PX - 2 * edge)
    QSvgRenderer(str(root / "assets" / "icons" / "app.svg")).render(painter, inside)
    painter.end()
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "app.png"
    if not picture.save(str(made)):
        raise SystemExit(f"{made} could not be written")
    del app
    return made


def windows_version(number: str, folder: Path) -> str:
    """The file that gives a Windows program its version and name; returns its path."""
    parts = (*(int(part) for part in number.split(".")), 0, 0, 0)[:4]
    texts = {
        "CompanyName": "The Rhizotomy Trainer authors",
        "FileDescription": "Rhizotomy Trainer: for training, not for planning real treatment",
        "FileVersion": number,
        "ProductName": "Rhizotomy Trainer",
        "ProductVersion": number,
        "LegalCopyright": "Apache-2.0",
    }
    lines = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "version.txt"
    made.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={parts}, prodvers={parts}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{lines}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        encoding="utf-8",
    )
    return str(made)


def mac_document_types() -> dict[str, object]:
    """What an Info.plist says of the files that are ours."""
    name, ending, mime = ATTEMPT
    uti = f"{IDENTIFIER}.attempt"
    return {
        "CFBundleDisplayName": "Rhizotomy Trainer",
        "NSHighResolutionCapable": True,
        "LSMinimumSystemVersion": "12.0",
        "CFBundleDocumentTypes": [
            {"CFBundleTypeName": name, "CFBundleTypeRole": "Viewer", "LSItemContentTypes": [uti]}
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": uti,
                "UTTypeDescription": name,
                "UTTypeConformsTo": ["public.text"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [ending],
                    "public.mime-type": mime,
                },
            }
        ],
    }
