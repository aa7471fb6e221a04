"""The facts of all finished attempts, scored once each and remembered by the hash of their file.

The index is no truth: it can be thrown away at any time and is made anew from the logs. A fact is
believed only for the same bytes and the same scoring; which bytes a file has is read again where
its size or time changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from trainer.refusal import Refusal
from trainer.session.ports import AttemptStore
from trainer.session.progress_facts import Facts, document_of, facts_from, facts_of
from trainer.session.waiting import IN_SILENCE, Waiting

VERSION = 1
SAVE_EVERY = 50  # newly scored attempts, so that cancelling loses little


class ProgressFiles(Protocol):
    """Where the index lies, and how files are told apart. Reading and keeping never fail."""

    def read(self) -> Mapping[str, Any]:
        """The index; empty where there is none or it is damaged."""

    def keep(self, document: Mapping[str, Any]) -> None:
        """Keep an index if that is possible."""

    def stamp(self, path: Path) -> str | None:
        """Size and time of a file; None where it is gone."""

    def sha256(self, path: Path) -> str | None:
        """Hash of a file's bytes; None where it cannot be read."""

    def scoring(self) -> str:
        """Which program scores: another one's facts are not believed."""

    def save_table(
        self, path: Path, header: Sequence[str], rows: Sequence[Sequence[str | int | None]]
    ) -> None:
        """Write a table as CSV, whole or not at all. Raises Refusal."""


@dataclass(frozen=True, slots=True)
class Read:
    """facts : oldest first. unread : sealed files that this program cannot judge.

    scored : how many were scored just now; the others were remembered.
    """

    facts: tuple[Facts, ...]
    unread: int
    scored: int


class ProgressIndex:
    """Reads the facts of a store's finished attempts."""

    def __init__(self, store: AttemptStore, files: ProgressFiles) -> None:
        self._store = store
        self._files = files

    def read(self, waiting: Waiting = IN_SILENCE) -> Read:
        """Every finished attempt once; two files of the same bytes are one attempt.

        What was scored before cancelling is kept. Empty where it was cancelled.
        """
        known = _Known(self._files)
        paths = self._store.finished()
        found: dict[str, Facts | None] = {}
        for number, path in enumerate(paths):
            if waiting.cancelled():
                known.keep()
                return Read((), 0, known.scored)
            sha = known.sha256(path)
            if sha is not None and sha not in found:
                waiting.progress(number / len(paths), "")
                found[sha] = (
                    known.facts(sha) if known.has(sha) else known.learn(sha, self._of(path))
                )
        known.forget_others(found, [path.name for path in paths])
        known.keep()
        facts = [one for one in found.values() if one is not None]
        facts.sort(key=lambda one: one.created_utc)
        return Read(tuple(facts), len(found) - len(facts), known.scored)

    def _of(self, path: Path) -> Facts | None:
        try:
            return facts_of(self._store.load(path))
        except (Refusal, ValueError, KeyError, TypeError):
            return None  # `verify` says what is wrong with it


class _Known:
    """What the index holds, and what is added to it."""

    def __init__(self, files: ProgressFiles) -> None:
        self._files = files
        self.scored = 0
        self._changed = False
        self._stamps: dict[str, list[str]] = {}
        self._facts: dict[str, dict[str, Any] | None] = {}
        held = files.read()
        self._head = {"version": VERSION, "scoring": files.scoring()}
        stamps, facts = held.get("stamps"), held.get("facts")
        if isinstance(stamps, dict) and held.get("version") == VERSION:
            self._stamps = stamps
        if isinstance(facts, dict) and {name: held.get(name) for name in self._head} == self._head:
            self._facts = facts

    def sha256(self, path: Path) -> str | None:
        stamp = self._files.stamp(path)
        if stamp is None:
            return None
        known = self._stamps.get(path.name)
        if isinstance(known, list) and len(known) == 2 and known[0] == stamp:
            return str(known[1])
        sha = self._files.sha256(path)
        if sha is not None:
            self._stamps[path.name], self._changed = [stamp, sha], True
        return sha

    def has(self, sha: str) -> bool:
        """Whether its facts are known and whole."""
        if sha not in self._facts:
            return False
        document = self._facts[sha]
        try:
            return document is None or bool(facts_from(document).created_utc)
        except (ValueError, KeyError, TypeError):
            return False

    def facts(self, sha: str) -> Facts | None:
        document = self._facts[sha]
        return None if document is None else facts_from(document)

    def learn(self, sha: str, facts: Facts | None) -> Facts | None:
        self._facts[sha] = None if facts is None else document_of(facts)
        self.scored, self._changed = self.scored + 1, True
        if self.scored % SAVE_EVERY == 0:
            self.keep()
        return facts

    def forget_others(self, found: Mapping[str, object], names: Sequence[str]) -> None:
        """What no file holds any more leaves the index."""
        gone = [sha for sha in self._facts if sha not in found]
        away = [name for name in self._stamps if name not in set(names)]
        for sha in gone:
            del self._facts[sha]
        for name in away:
            del self._stamps[name]
        self._changed = self._changed or bool(gone or away)

    def keep(self) -> None:
        if self._changed:
            self._files.keep({**self._head, "stamps": self._stamps, "facts": self._facts})
            self._changed = False
