"""A walk over every screen: named, reachable, readable, whole, in every language and theme."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.conftest import REPOSITORY
from tests.ui.languages import MARK, speak_long, speak_mirrored
from tests.ui.rooms import ROOMS, Rooms
from tests.ui.walk import clipped, contrast, nameless, shown_texts, unreachable
from trainer.scenario.conventions import CONVENTIONS
from trainer.scenario.rubric_tables import shipped_rubrics
from trainer.scenario.tables import profiles
from trainer.ui.language import speak
from trainer.ui.presenters.layout import MIN_HEIGHT_PX, MIN_WIDTH_PX
from trainer.ui.theme import CONTRAST, DARK, FONT_PX, LIGHT, THEMES, Tokens, dress, palette

ENOUGH = 4.5  # WCAG 2.1 AA, 1.4.3
GRAPHIC = 3.0  # WCAG 2.1 AA, 1.4.11: edges and icons
WRITTEN = ("text", "muted", "faint", "held", "stop", "heat")
GROUNDS = ("surround", "panel", "raised")


@pytest.fixture
def app(dressed: QtBot) -> Iterator[QApplication]:
    one = QApplication.instance()
    assert isinstance(one, QApplication)
    yield one
    speak(one, "en")
    dress(one)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_control_has_a_name_and_tab_reaches_it_and_no_text_is_cut(
    app: QApplication, qtbot: QtBot, language: str
) -> None:
    speak(app, language)
    found: dict[str, list[str]] = {}
    with Rooms(qtbot) as rooms:
        for name in ROOMS:
            screen = rooms.enter(name)
            found[name] = [
                *(f"no name: {each}" for each in nameless(screen)),
                *(f"no Tab: {each}" for each in unreachable(screen)),
                *(f"cut: {each}" for each in clipped(screen)),
            ]
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_from_right_to_left_every_text_was_translated_and_none_is_cut(
    app: QApplication, qtbot: QtBot
) -> None:
    speak_mirrored(app)
    found: dict[str, tuple[set[str], list[str]]] = {}
    with Rooms(qtbot) as rooms:
        for name in ROOMS:
            screen = rooms.enter(name)
            assert screen.layoutDirection() is Qt.LayoutDirection.RightToLeft
            texts = {text for text in shown_texts(screen) if _untranslated(text)}
            found[name] = (texts, clipped(screen, shortened=True))
    assert {name: problems for name, problems in found.items() if any(problems)} == {}


def _untranslated(text: str) -> bool:
    """Words that did not go through translation; numbers, names and what a person wrote may."""
    if (
        not any(letter.isalpha() for letter in text)
        or MARK in text
        or HEBREW.search(text)
        or MEASURE.fullmatch(text)
    ):
        return False
    return not any(known in text for known in OWN_WORDS)


# The trainee's and the author's own words, files, units and single letters.
MEASURE = re.compile(r"[-+\d., x]*(V|s|°C|mm|%)?|[CTLRHF]\d*|[-+][xyz]")  # a level, edge, axis
HEBREW = re.compile("[\u05d0-\u05ea]")  # Qt's own words
OWN_WORDS = (
    *("Title", "Do it well", "kept/", "Flat back", "Gy", "English", "Deutsch", "T7"),
    *(rubric.title for rubric in shipped_rubrics().values()),
    *(profile.title for profile in profiles().values()),
    *CONVENTIONS,
    *CONVENTIONS.values(),  # citations
    *("cm", "kV", "kg/m²", "µL"),
)


def test_half_as_long_again_still_fits(app: QApplication, qtbot: QtBot) -> None:
    speak_long(app)
    with Rooms(qtbot) as rooms:
        found = {name: clipped(rooms.enter(name), shortened=True) for name in ROOMS}
    assert {name: cut for name, cut in found.items() if cut} == {}


def test_at_twice_the_scale_no_text_is_cut_in_either_language() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled_walk", "en", "de"],
        env={**os.environ, "QT_SCALE_FACTOR": "2"},
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout.splitlines()[-1]) == {"rooms": len(ROOMS), "cut": {}}


def test_letters_half_as_large_again_fit_a_screen_half_as_large_again(
    app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.ui.theme.FONT_PX", FONT_PX * 3 // 2)
    dress(app)
    with Rooms(qtbot, (MIN_WIDTH_PX * 3 // 2, MIN_HEIGHT_PX * 3 // 2)) as rooms:
        found = {name: clipped(rooms.enter(name), shortened=True) for name in ROOMS}
    assert {name: cut for name, cut in found.items() if cut} == {}


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES.keys())
def test_every_text_stands_out_from_every_ground(tokens: Tokens) -> None:
    pairs = [(name, ground) for name in WRITTEN for ground in GROUNDS]
    pairs += [("text", "pressed"), ("ink", "beam"), ("surround", "text")]
    weak = {
        (name, ground): round(contrast(getattr(tokens, name), getattr(tokens, ground)), 2)
        for name, ground in pairs
        if contrast(getattr(tokens, name), getattr(tokens, ground)) < ENOUGH
    }
    assert weak == {}


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES.keys())
def test_the_palette_writes_legibly_in_every_role(app: QApplication, tokens: Tokens) -> None:
    colours, role = palette(tokens), QPalette.ColorRole
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
    for group in groups:
        for over, under in (
            (role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button),
            (role.ToolTipText, role.ToolTipBase), (role.HighlightedText, role.Highlight),
            (role.PlaceholderText, role.Base), (role.Link, role.Base),
        ):  # fmt: skip
            assert contrast(colours.color(group, over), colours.color(group, under)) >= ENOUGH


def test_focus_is_seen_in_every_theme() -> None:
    for tokens in (DARK, LIGHT, CONTRAST):
        for ground in GROUNDS:
            assert contrast(tokens.focus, getattr(tokens, ground)) >= GRAPHIC
    assert {field.name for field in fields(Tokens)} >= {*WRITTEN, *GROUNDS}


def test_single_keys_never_act_while_one_types(app: QApplication, qtbot: QtBot) -> None:
    with Rooms(qtbot) as rooms:
        suite = rooms.suite()
        runner = rooms.window.navigation._attempt.runner
        for field in suite.findChildren(QLineEdit):
            if not field.isVisible():
                continue
            field.setFocus()
            before = len(runner.sent)
            for key in (Qt.Key.Key_F, Qt.Key.Key_S, Qt.Key.Key_M, Qt.Key.Key_T, Qt.Key.Key_1):
                qtbot.keyClick(field, key)
            assert runner.sent[before:] == []
            assert field.text()
            field.clear()


def test_escape_closes_every_dialog(app: QApplication, qtbot: QtBot) -> None:
    with Rooms(qtbot) as rooms:
        for name in ROOMS:
            screen = rooms.enter(name)
            if isinstance(screen, QDialog):
                qtbot.keyClick(screen, Qt.Key.Key_Escape)
                assert not screen.isVisible(), name
