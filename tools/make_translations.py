"""Bring the catalogues up to date: find every text, keep what is translated, compile.

`python -m tools.make_translations` rewrites ``trainer/ui/translations``; what it lists as missing
is then translated in Qt Linguist (or in the file itself) and compiled by running it once more.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET  # our own files only
from collections.abc import Iterable, Mapping
from pathlib import Path

import PySide6

from tools.translatable import Message, messages, sentence_templates

FOLDER = Path(__file__).resolve().parents[1] / "trainer" / "ui" / "translations"
LRELEASE = Path(PySide6.__file__).parent / "lrelease"
LANGUAGES = ("de",)


def read_catalogue(path: Path) -> dict[Message, str]:
    """(context, source) -> translation of a .ts file; "" where it is unfinished."""
    if not path.is_file():
        return {}
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): _finished(message)
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314
        for message in context.iter("message")
    }


def _finished(message: ET.Element) -> str:
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("unfinished", "obsolete", "vanished"):
        return ""
    return translation.text or ""


def merged(wanted: Iterable[Message], known: Mapping[Message, str]) -> dict[Message, str]:
    """A translation for each text: its own, or the same text's elsewhere, or ""."""
    anywhere = {text: words for (_, text), words in known.items() if words}
    return {
        message: known.get(message) or anywhere.get(message[1], "") for message in sorted(wanted)
    }


def write_catalogue(path: Path, language: str, table: Mapping[Message, str]) -> None:
    """A .ts file as Qt Linguist writes it."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for (context, source), words in sorted(table.items()):
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = words
        if not words:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{body}\n", encoding="utf-8")


def compile_catalogue(source: Path, out: Path) -> None:
    """The .qm that Qt reads."""
    subprocess.run([str(LRELEASE), "-silent", str(source), "-qm", str(out)], check=True)


def main() -> int:
    """Write everything; returns 1 where a text has no translation yet."""
    FOLDER.mkdir(exist_ok=True)
    wanted, missing = messages(), 0
    sentences = [text for text in sentence_templates() if "{0}" in text]
    (FOLDER / "sentences.txt").write_text("\n".join(sentences) + "\n", encoding="utf-8")
    for language in LANGUAGES:
        path = FOLDER / f"trainer_{language}.ts"
        table = merged(wanted, read_catalogue(path))
        write_catalogue(path, language, table)
        compile_catalogue(path, path.with_suffix(".qm"))
        for (context, text), words in table.items():
            if not words:
                missing += 1
                print(f"{language}: not translated yet: [{context}] {text}")
    print(f"{len(wanted)} texts, {missing} without a translation")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
