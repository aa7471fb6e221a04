"""Where presenters get their words from: the source text, or its translation once one is installed.

Presenters know no Qt; the application hands Qt's translation over with `use_translator`. What rooms
below say in whole sentences (why something cannot be done) goes through `tr_sentence`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Any

_PLACE = re.compile(r"\{(\d+)\}")
_QUOTED = re.compile(r"'([^']+)'")
_SIDED = re.compile(r"\b([CTL]\d{1,2}) (left|right)\b")  # a place as scoring says it
STRUCTURES = {"pleura": "Pleura", "canal": "Spinal canal", "foramen": "Foramen"}
_MEASURED = re.compile(r"[−-]?\d+\.\d+(?: ?[^\d\s.]\S*)?")  # as scoring writes a value
_AHEAD = re.compile(r"([a-z]+) (\d+\.\d+ mm)")  # a structure and how far off it was
_ENTERED = re.compile(rf"({'|'.join(STRUCTURES)})(?: (\d+) times)?")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its words, the sign between whole and tenth, and the sentences it can tell."""

    translate: Callable[[str], str] = str
    decimal: str = "."
    sentences: tuple[tuple[re.Pattern[str], str], ...] = ()


_spoken: list[Tongue] = [Tongue()]


def use_translator(
    translate: Callable[[str], str], decimal: str = ".", sentences: Iterable[str] = ()
) -> None:
    """Pass every text through `translate` from now on; decimal : between a number's parts.

    sentences : templates like ``"{0} is in hand"`` that `tr_sentence` knows again.
    """
    known = sorted(sentences, key=_letters, reverse=True)  # the one that says most comes first
    _spoken[:] = [Tongue(translate, decimal, tuple((_pattern(each), each) for each in known))]


def tr(text: str) -> str:
    """The text in the user's language; placeholders like ``{number}`` stay in it."""
    now = _spoken[0]
    said = now.translate(text)
    return said if now.decimal == "." else _Localised(said)


def decimal(number: str) -> str:
    """A written number as the user's language writes it."""
    sign = _spoken[0].decimal
    return number if sign == "." else number.replace(".", sign)


def tr_sentence(text: str) -> str:
    """A whole sentence of a room below, its values kept; as it is where nobody knows it."""
    exact = _spoken[0].translate(text)
    if exact != text:
        return exact
    for pattern, template in _spoken[0].sentences:
        if found := pattern.fullmatch(text):
            return _refill(tr(template), found.groups())
    return text


def _refill(template: str, values: Sequence[str]) -> str:
    """Values in their places, not `format`: a file's name may hold braces."""
    filled = _PLACE.sub(lambda place: _value(values[int(place[1])]), str(template))
    return filled.replace("{{", "{").replace("}}", "}")


def _value(text: str) -> str:
    """A value in a sentence: names in quotes each for itself, places by their side, else as a
    sentence.
    """
    if _SIDED.search(text):
        sided = _SIDED.sub(lambda place: f"{place[1]} {tr(place[2])}", text)
        return sided.replace(" or ", tr(" or "))
    if found := _ENTERED.fullmatch(text):
        often = f", {found[2]} ×" if found[2] else ""
        return f"{tr(STRUCTURES[found[1]])}{often}"
    if found := _AHEAD.fullmatch(text):
        return f"{tr(STRUCTURES.get(found[1], found[1]))} {decimal(found[2])}"
    if _MEASURED.fullmatch(text):
        return decimal(text)
    if not text.startswith("'"):
        return tr_sentence(text)
    return _QUOTED.sub(lambda name: f"'{tr_sentence(name[1])}'", text)


def _letters(template: str) -> int:
    return len(_PLACE.sub("", template))


def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)  # text, number, text, number, text
    texts = [part.replace("{{", "{").replace("}}", "}") for part in parts[::2]]
    return re.compile("(.*?)".join(re.escape(text) for text in texts), re.DOTALL)


class _Localised(str):
    """A text whose `format` writes fractions as its language does."""

    __slots__ = ()

    def format(self, *args: object, **values: object) -> str:
        """As str.format, with the language's decimal sign."""
        return _FORMATTER.vformat(str(self), args, values)


class _Numbers(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return decimal(text) if isinstance(value, float) else text


_FORMATTER = _Numbers()
