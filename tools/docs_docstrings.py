"""A docstring as reStructuredText: plain words with `code` become what shows them so."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

_NAMED = re.compile(r"^[\w, *]+ : ")  # "size_px : pixels along an edge"
_CODE = re.compile(r"``([^`]+)``|`([^`]+)`")
_MARKUP = re.compile(r"([*|\\]|(?<=\w)_(?=\W|$))")


def as_rst(docstring: str) -> list[str]:
    """Our docstrings are plain words with `code`: reStructuredText that shows them so."""
    lines = inspect.cleandoc(docstring).split("\n")
    return _marked("\n".join(_apart(lines))).split("\n")


def _apart(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if _NAMED.match(line):
            yield ""  # each named value is a paragraph of its own
        yield line


def _marked(text: str) -> str:
    """The text: single backticks are code, what reStructuredText takes for markup is not."""
    kept: list[str] = []
    end = 0
    for code in _CODE.finditer(text):
        kept += [_plain(text[end : code.start()]), _code(text, code)]
        end = code.end()
    return "".join((*kept, _plain(text[end:])))


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _code(text: str, found: re.Match[str]) -> str:
    """A piece of code; an escaped blank parts it from a letter that touches it ("`Rib`s")."""
    before = r"\ " if re.match(r"\w", text[found.start() - 1 : found.start()]) else ""
    after = r"\ " if re.match(r"\w", text[found.end() : found.end() + 1]) else ""
    return f"{before}``{' '.join((found[1] or found[2]).split())}``{after}"
