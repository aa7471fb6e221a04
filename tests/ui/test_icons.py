"""Icons: our own SVG, one for each name in use, drawn in the theme's ink."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import REPOSITORY
from tools.source_tree import tree_of
from trainer.ui.actions import ACTIONS
from trainer.ui.icons import icon, icon_path
from trainer.ui.theme import LIGHT, dress

ICONS = REPOSITORY / "assets" / "icons"
OWN = {"mark": "the program's own", "app": "the program's own"}


@pytest.fixture
def app(dressed: QtBot) -> Iterator[QApplication]:
    one = QApplication.instance()
    assert isinstance(one, QApplication)
    yield one
    dress(one)


def named_in_code() -> set[str]:
    """Literals given to `wear`, `icon` and `set_icon`."""
    called = {"wear", "icon", "set_icon"}
    found = set()
    for path in (REPOSITORY / "trainer" / "ui").rglob("*.py"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                texts = [n for arg in node.args for n in ast.walk(arg) if name in called]
                found |= {n.value for n in texts if isinstance(n, ast.Constant)}
    return {each for each in found if isinstance(each, str)}


def test_every_icon_in_use_is_a_file_of_ours_and_no_file_lies_idle() -> None:
    used = {action.icon for action in ACTIONS if action.icon} | named_in_code()
    files = {path.stem for path in ICONS.glob("*.svg")}
    assert used <= files
    assert files - used <= set(OWN)


def test_an_icon_draws_by_itself_and_asks_for_nothing_elsewhere() -> None:
    for path in sorted(ICONS.glob("*.svg")):
        text = path.read_text(encoding="utf-8")
        assert "<image" not in text, path.name
        assert not re.search(r"href=\"(?!#)|url\((?!#)", text), path.name


def inked(name: str) -> set[str]:
    drawn = icon(name).pixmap(QSize(32, 32)).toImage()
    places = [(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    colours = [drawn.pixelColor(x, y) for x, y in places]
    return {one.name() for one in colours if one.alpha() == 255}


def test_an_icon_is_drawn_and_follows_the_theme(app: QApplication) -> None:
    names = sorted({action.icon for action in ACTIONS if action.icon})
    dark = {name: inked(name) for name in names}
    assert all(dark.values()), [name for name, seen in dark.items() if not seen]
    dress(app, LIGHT)
    assert LIGHT.text.lower() in inked("spot")
    assert inked("spot") != dark["spot"]


def test_a_missing_icon_is_said() -> None:
    with pytest.raises(FileNotFoundError, match="no-such"):
        icon_path("no-such")
    assert icon_path("beam") == Path(ICONS / "beam.svg")
