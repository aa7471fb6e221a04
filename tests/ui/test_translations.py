"""Catalogues: nothing missing, nothing left over, placeholders kept, the compiled file fresh."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTranslator

from tests.conftest import REPOSITORY
from tools.make_translations import FOLDER, LANGUAGES, read_catalogue
from tools.source_tree import tree_of
from tools.translatable import SHARED, messages, sentence_templates
from trainer.refusal import Refusal
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr, tr_sentence, use_translator

UI = REPOSITORY / "trainer" / "ui"
PLACE = re.compile(r"\{[^}]*\}")
MAKE = "run: python -m tools.make_translations"
# Calls that show their first text to a person.
SHOWING = {
    "setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription",
    "setPlaceholderText", "setPlainText", "addItem", "QLabel", "QPushButton", "QCheckBox",
}  # fmt: skip
# Marks, numbers and ids: nothing to translate in them.
WORDLESS = re.compile(r"[^A-Za-z]*|[LRHF]|choose_\w+|0.*|[a-z_]+")


@pytest.fixture(autouse=True)
def plain_words() -> Iterator[None]:
    yield
    use_translator(str)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_text_translated_and_no_other(language: str) -> None:
    table = read_catalogue(FOLDER / f"trainer_{language}.ts")
    wanted = set(messages())
    assert sorted(wanted - set(table)) == [], MAKE
    assert sorted(set(table) - wanted) == [], f"obsolete; {MAKE}"
    assert [message for message, words in table.items() if not words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_and_edges_survive_translation(language: str) -> None:
    table = read_catalogue(FOLDER / f"trainer_{language}.ts")
    for (_, source), words in table.items():
        assert sorted(PLACE.findall(source)) == sorted(PLACE.findall(words)), source
        assert source[:1].isspace() == words[:1].isspace(), source
        assert source[-1:].isspace() == words[-1:].isspace(), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_says_what_its_source_says(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"trainer_{language}.qm"))
    for (context, source), words in read_catalogue(FOLDER / f"trainer_{language}.ts").items():
        assert translator.translate(context, source) == words, MAKE


def test_the_sentences_that_are_known_again_are_those_of_the_code() -> None:
    kept = (FOLDER / "sentences.txt").read_text(encoding="utf-8").splitlines()
    assert kept == [text for text in sentence_templates() if "{0}" in text], MAKE


def test_a_widget_translates_literals_and_tables_go_through_tr() -> None:
    assert [
        f"{path.name}:{call.lineno}"
        for path, call in _calls()
        if _name(call) == "tr"
        and isinstance(call.func, ast.Attribute)
        and not isinstance(call.args[0], ast.Constant)
    ] == []


def test_no_text_is_shown_without_translation() -> None:
    assert [
        f"{path.name}:{call.lineno} {call.args[0].value}"
        for path, call in _calls()
        if _name(call) in SHOWING
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
        and not WORDLESS.fullmatch(call.args[0].value)
    ] == []


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call):
                yield path, node


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@lru_cache(maxsize=1)
def table_of(language: str) -> dict[tuple[str, str], str]:
    return read_catalogue(FOLDER / f"trainer_{language}.ts")


def german(text: str) -> str:
    return table_of("de").get((SHARED, text)) or text


def test_a_number_is_written_as_its_language_does_and_a_whole_one_stays() -> None:
    use_translator(str, ",")
    assert tr("{length:.1f} mm of {count}").format(length=3.25, count=7) == "3,2 mm of 7"
    use_translator(str, ".")
    assert tr("{length:.1f} mm").format(length=3.25) == "3.2 mm"


@given(st.text(min_size=1, max_size=30), st.integers(-999, 999))
def test_values_in_a_sentence_come_through_whatever_they_hold(name: str, value: int) -> None:
    _words({"{0} is {1}": "{1} ist {0}"})
    if " is " not in name:
        assert tr_sentence(f"{name} is {value}") == f"{value} ist {name}"


def _words(table: dict[str, str]) -> None:
    use_translator(lambda text: table.get(text, text), sentences=tuple(table))


def test_what_the_world_refused_is_told_in_german_with_its_values() -> None:
    use_translator(german, ",", sentences=sentence_templates())
    refusal = Refusal("a.attempt cannot be read", "it is larger than 256 MB", "Choose another file")
    assert refused_text(refusal) == (
        "a.attempt kann nicht gelesen werden: es ist größer als 256 MB. "
        "Wählen Sie eine andere Datei."
    )


def test_a_reason_with_a_name_in_it_is_told_in_german() -> None:
    use_translator(german, ",", sentences=sentence_templates())
    told = tr_sentence("the tubing hangs on needle 2: take it off first")
    assert told == "die Verlängerung hängt an Nadel 2: nehmen Sie sie zuerst ab"


def test_an_unknown_sentence_is_told_as_it_came() -> None:
    use_translator(german, ",", sentences=sentence_templates())
    assert tr_sentence("nobody ever wrote this {0} down") == "nobody ever wrote this {0} down"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "T7 right was declared; the target is T7 left or T8 left.",
            "T7 rechts wurde festgelegt; das Ziel ist T7 links oder T8 links.",
        ),
        ("The needle tip entered the pleura.", "Die Nadelspitze drang ein in: Pleura."),
        (
            "The needle tip entered the canal 3 times.",
            "Die Nadelspitze drang ein in: Wirbelkanal, 3 ×.",
        ),
        (
            "Tip to target: 21.9 mm, 15.0 of 100 marks lost.",
            "Spitze zum Ziel: 21,9 mm, 15,0 von 100 Punkten verloren.",
        ),
        (
            "You advanced 22.0 mm between two pictures, with bone 2.5 mm ahead.",
            "Sie schoben zwischen zwei Bildern 22,0 mm vor, voraus: Knochen 2,5 mm.",
        ),
    ],
)
def test_sides_and_structures_in_a_score_are_told_in_german(said: str, told: str) -> None:
    use_translator(german, ",", sentences=sentence_templates())
    assert tr_sentence(said) == told
