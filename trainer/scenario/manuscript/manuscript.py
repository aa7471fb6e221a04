"""A case in the making as one value: everything about it follows from its base and its entries."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from trainer.scenario.manuscript.change import REDO, UNDO, Change, Entry, Undo, merged
from trainer.scenario.manuscript.edits import all_changed, plain


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A base document, the changes made to it, and those taken back (the next to redo last).

    documents : the base, then the document after each change; shared, never changed in place.
    """

    base: Mapping[str, Any]
    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()
    documents: tuple[dict[str, Any], ...] = ()

    @classmethod
    def begun(cls, base: Mapping[str, Any]) -> Manuscript:
        """A manuscript without any change. base : plain values, whole or not, in any order."""
        own = plain(base)
        return cls(own, documents=(own,))

    def document(self) -> dict[str, Any]:
        """The case as it stands, in the form of a scenario file; not to be changed in place."""
        return self.documents[-1]

    def after(self, entry: Entry) -> Manuscript:
        """The manuscript after one more entry of its log; undo without a change is no act."""
        if isinstance(entry, Change):
            return self._changed(entry)
        return self._undone() if isinstance(entry, Undo) else self._redone()

    def replayed(self, entries: Iterable[Entry]) -> Manuscript:
        """The manuscript after a log."""
        return functools.reduce(Manuscript.after, entries, self)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return bool(self.undone)

    @property
    def undo_label(self) -> str:
        """What undo would take back; "" for nothing or a change without words."""
        return self.done[-1].label if self.done else ""

    @property
    def redo_label(self) -> str:
        """What redo would make again."""
        return self.undone[-1].label if self.undone else ""

    def _changed(self, change: Change) -> Manuscript:
        done, documents = self.done, self.documents
        if done and change.stroke and done[-1].stroke == change.stroke and not self.undone:
            change = merged(done[-1], change)
            done, documents = done[:-1], documents[:-1]
        document = all_changed(documents[-1], change.edits)
        return replace(self, done=(*done, change), undone=(), documents=(*documents, document))

    def _undone(self) -> Manuscript:
        if not self.done:
            return self
        *done, last = self.done
        return replace(
            self,
            done=tuple(done),
            undone=(*self.undone, last),
            documents=self.documents[:-1],
        )

    def _redone(self) -> Manuscript:
        if not self.undone:
            return self
        *undone, last = self.undone
        document = all_changed(self.documents[-1], last.edits)
        return replace(
            self,
            done=(*self.done, last),
            undone=tuple(undone),
            documents=(*self.documents, document),
        )


__all__ = ["REDO", "UNDO", "Change", "Entry", "Manuscript"]
