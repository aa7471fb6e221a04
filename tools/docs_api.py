"""The reference of the pure rooms: one page a room, from its docstrings (Sphinx's autodoc)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.docs_pages import ROOT

ROOMS = (
    "geometry", "anatomy", "imaging", "needle", "therapy", "scenario", "attempt", "scoring",
    "assessment",
)  # fmt: skip
PLACE = "reference"
_NAMED = re.compile(r"^[\w, *]+ : ")  # "size_px : pixels along an edge"
_CODE = re.compile(r"``([^`]+)``|`([^`]+)`")
_MARKUP = re.compile(r"([*|\\]|(?<=\w)_(?=\W|$))")


def add_reference(source: Path) -> tuple[str, ...]:
    """Write the pages below `source`; returns their documents, in the order of the rooms."""
    (source / PLACE).mkdir(parents=True)
    for room in ROOMS:
        (source / PLACE / f"{room}.rst").write_text("\n".join(room_page(room)), encoding="utf-8")
    return tuple(f"{PLACE}/{room}" for room in ROOMS)


def room_page(room: str) -> Iterator[str]:
    """The lines of one room's page (reStructuredText)."""
    yield from _heading(room.capitalize(), "=")
    yield from _module(f"trainer.{room}")
    for path in sorted((ROOT / "trainer" / room).rglob("*.py")):
        if is_shown(path):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield from _heading(name.removeprefix("trainer."), "-")
            yield from _module(name)


def is_shown(path: Path) -> bool:
    """Whether a module has something public to say."""
    if path.name.startswith("_") or any(part.startswith("_") for part in path.parts[-3:-1]):
        return False
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.ClassDef)
    return any(isinstance(each, kinds) and not each.name.startswith("_") for each in tree.body)


def _heading(text: str, line: str) -> tuple[str, ...]:
    return (text, line * len(text), "")


def _module(name: str) -> tuple[str, ...]:
    return (f".. automodule:: {name}", "   :members:", "")


def plain_docstring(
    _app: object, _what: str, _name: str, _of: object, _options: Any, lines: list[str]
) -> None:
    """Our docstrings are plain words with `code`: make reStructuredText that shows them so."""
    lines[:] = _marked("\n".join(_apart(lines))).split("\n")


def _apart(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if _NAMED.match(line):
            yield ""  # each named value is a paragraph of its own
        yield line


def _marked(line: str) -> str:
    """The text: single backticks are code, what reStructuredText takes for markup is not."""
    kept: list[str] = []
    end = 0
    for code in _CODE.finditer(line):
        kept += [
            _MARKUP.sub(r"\\\1", line[end : code.start()]),
            f"``{' '.join((code[1] or code[2]).split())}``",
        ]
        end = code.end()
    return "".join((*kept, _MARKUP.sub(r"\\\1", line[end:])))
