"""Languages that nobody speaks: every text half as long again, or written from right to left."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QApplication

from tools.make_translations import compile_catalogue, write_catalogue
from tools.translatable import messages
from trainer.ui.language import Language, install

LONG = Language("en", "half as long again")
MIRRORED = Language("he", "from right to left", right_to_left=True)
MARK = "¬"  # stands at the end of every text that went through translation
_PLACE = re.compile(r"\{[^}]*\}")


def lengthened(text: str, share: float = 0.5) -> str:
    """Half as long again, its placeholders whole."""
    letters = len(_PLACE.sub("", text))
    return f"{text}{'~' * max(0, round(letters * share) - 1)}{MARK}"


@lru_cache(maxsize=4)
def catalogue(share: float) -> Path:
    """A compiled catalogue of all texts, each longer by this share."""
    folder = Path(mkdtemp(prefix="rhizotomy-words-"))
    source = folder / "long.ts"
    table = {message: lengthened(message[1], share) for message in messages()}
    write_catalogue(source, "en", table)
    compile_catalogue(source, folder / "long.qm")
    return folder / "long.qm"


def speak_long(app: QApplication) -> None:
    """Every text half as long again."""
    install(app, LONG, catalogue(0.5))


def speak_mirrored(app: QApplication) -> None:
    """Everything from right to left, each text marked."""
    install(app, MIRRORED, catalogue(0.0))
