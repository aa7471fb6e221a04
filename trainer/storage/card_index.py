"""Cards of scenarios by the hash of their file, kept between starts: Home need not read them again.

A cache: whatever is wrong with it, the files are read. `made_by` names the program whose cards they
are; another one's are never shown.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from trainer.refusal import Refusal
from trainer.session.cards import ScenarioCard
from trainer.storage.atomic import atomic_write_bytes

MAX_BYTES = 16 * 1024 * 1024  # a card takes half a kilobyte
_LISTS = ("joints", "triples", "levels", "sides")
_WORDS = tuple(
    field.name for field in fields(ScenarioCard) if field.name not in (*_LISTS, "difficulty")
)


class CardIndex:
    """path : of the index, None to keep nothing. made_by : asked when the index is first read."""

    def __init__(self, path: Path | None, made_by: Callable[[], str] = str) -> None:
        self._path = path
        self._made_by = made_by
        self._kept: dict[str, tuple[int, ScenarioCard]] | None = None
        self._found: dict[str, tuple[int, ScenarioCard]] = {}

    def find(self, sha256: str) -> tuple[int, ScenarioCard] | None:
        """A scenario's place in its folder and its card; None where the file must be read."""
        if self._kept is None:
            self._kept = self._read()
        known = self._found.get(sha256) or self._kept.get(sha256)
        if known is not None:
            self._found[sha256] = known
        return known

    def put(self, sha256: str, order: int, card: ScenarioCard) -> None:
        """Remember what was read of a file."""
        self._found[sha256] = order, card

    def keep(self) -> None:
        """Write down what was asked for since, where that is more or less than is kept."""
        found, self._found = self._found, {}
        if self._path is None or found == self._kept:
            self._kept = found
            return
        self._kept = found
        cards = {key: {"order": order} | asdict(card) for key, (order, card) in found.items()}
        document = {"made_by": self._made_by(), "cards": cards}
        with contextlib.suppress(Refusal):
            atomic_write_bytes(self._path, json.dumps(document, ensure_ascii=False).encode())

    def _read(self) -> dict[str, tuple[int, ScenarioCard]]:
        if self._path is None:
            return {}
        try:
            if self._path.stat().st_size > MAX_BYTES:
                return {}
            document = json.loads(self._path.read_bytes())
            if document["made_by"] != self._made_by():
                return {}
            return {str(key): _card(one) for key, one in document["cards"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}


def _card(document: dict[str, Any]) -> tuple[int, ScenarioCard]:
    """Raises ValueError, KeyError or TypeError for what `keep` never wrote."""
    values: dict[str, Any] = {name: _words(document[name]) for name in _LISTS}
    values |= {name: _word(document[name]) for name in _WORDS}
    if set(document) != {"order", "difficulty", *values}:
        raise ValueError("it has other fields")
    return int(document["order"]), ScenarioCard(difficulty=int(document["difficulty"]), **values)


def _words(found: Any) -> tuple[str, ...]:
    if not isinstance(found, list):
        raise TypeError("no list")
    return tuple(_word(one) for one in found)


def _word(found: Any) -> str:
    if not isinstance(found, str):
        raise TypeError("no text")
    return found
