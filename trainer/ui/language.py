"""Which language the program speaks: Qt's translators, numbers, direction of writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from trainer.ui.presenters.texts import use_translator

FOLDER = Path(__file__).resolve().parent / "translations"
CONTEXT = "trainer"  # of every text that is not one widget's own literal
SYSTEM = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code; name : as its speakers write it."""

    code: str
    name: str
    decimal: str = "."
    right_to_left: bool = False


LANGUAGES: Mapping[str, Language] = {
    each.code: each for each in (Language("en", "English"), Language("de", "Deutsch", ","))
}
SOURCE = "en"
_installed: list[QTranslator] = []


def wanted(code: str) -> str:
    """The code of a language that there is; "" asks the system."""
    asked = code or QLocale.system().name()
    return asked[:2] if asked[:2] in LANGUAGES else SOURCE


def speak(app: QApplication, code: str) -> Language:
    """Speak this language from now on; screens made before keep their words until made anew."""
    language = LANGUAGES[wanted(code)]
    install(app, language, FOLDER / f"trainer_{language.code}.qm")
    return language


def install(app: QApplication, language: Language, catalogue: Path) -> None:
    """Take the words from a compiled catalogue; where there is none, as they are in the code."""
    while _installed:
        app.removeTranslator(_installed.pop())
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt / f"qtbase_{language.code}.qm", catalogue):
        translator = QTranslator(app)
        if path.is_file() and translator.load(str(path)):
            app.installTranslator(translator)
            _installed.append(translator)
    QLocale.setDefault(QLocale(language.code))
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if language.right_to_left else Qt.LayoutDirection.LeftToRight
    )
    use_translator(_translate, language.decimal, () if language.code == SOURCE else _sentences())


def _translate(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def _sentences() -> tuple[str, ...]:
    """Sentences with values in them, as `tools.make_translations` found them."""
    return tuple((FOLDER / "sentences.txt").read_text(encoding="utf-8").splitlines())
