"""Notes of a director on disk: the folder looked at, who is novice or expert, who speaks what."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from trainer.refusal import ExitCode, Refusal
from trainer.session.cohort import GROUPS, Note, Notes
from trainer.storage.atomic import atomic_write_bytes

FILE = "cohort.json"
MAX_BYTES = 4 * 2**20  # ten thousand people


class CohortFile:
    """Implements `trainer.session.cohort.CohortNotes`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Notes:
        """What is kept. Raises Refusal STORAGE where the file cannot be read or is damaged."""
        try:
            if self._path.stat().st_size > MAX_BYTES:
                raise ValueError("it is too large")
            return _notes(json.loads(self._path.read_bytes()))
        except FileNotFoundError:
            return Notes()
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise Refusal(
                "The notes on the cohort cannot be read",
                f"{self._path.name} is damaged or locked",
                "Put a copy in its place, or remove the file",
                code=ExitCode.STORAGE,
            ) from None

    def keep(self, notes: Notes) -> None:
        """Write it, whole or not at all. Raises Refusal."""
        people = {name: asdict(note) for name, note in sorted(notes.people.items())}
        body = {"format_version": 1, "folder": notes.folder, "people": people}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write_bytes(self._path, json.dumps(body, indent=1).encode())


def _notes(body: dict[str, object]) -> Notes:
    people = body["people"]
    if body["format_version"] != 1 or not isinstance(people, dict):
        raise ValueError("another format")
    found = {str(name): Note(**note) for name, note in people.items()}
    if any(note.group not in GROUPS for note in found.values()):
        raise ValueError("an unknown group")
    return Notes(str(body["folder"]), found)
