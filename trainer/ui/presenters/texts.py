"""Where presenters get their words from: the source text, or its translation once one is installed.

Presenters know no Qt; the application hands Qt's translation over with `use_translator`.
"""

from __future__ import annotations

from collections.abc import Callable

_translators: list[Callable[[str], str]] = []


def use_translator(translate: Callable[[str], str]) -> None:
    """Pass every text through `translate` from now on."""
    _translators[:] = [translate]


def tr(text: str) -> str:
    """The text in the user's language; placeholders like ``{number}`` stay in it."""
    return _translators[0](text) if _translators else text
