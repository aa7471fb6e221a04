"""Which rubrics the attempts of a folder were opened under: a used rubric is never edited.

The attempts themselves are the truth; the small file beside them is an index that is made again
from their headers where it is missing or unreadable.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from trainer.refusal import Refusal
from trainer.storage.atomic import atomic_write_bytes

INDEX = "rubrics-used.json"
HEADER_LIMIT = 16 * 2**20  # no header line is longer


class RubricsUsed:
    """The rubrics of a folder's attempts by "id version", each with its SHA-256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, str] | None = None

    def check(self, scenario: Mapping[str, Any]) -> None:
        """Refuse a scenario whose rubric the attempts know with other content.

        Raises Refusal. A document without a rubric has none to refuse.
        """
        rubric = _rubric_of(scenario)
        if rubric is None:
            return
        key, sha = _key_of(rubric), _sha256(rubric)
        known = self._all().get(key, sha)
        if known != sha:
            raise Refusal(
                "The attempt cannot be opened",
                f"attempts in the records were scored by another rubric {key} (SHA-256 "
                f"{known[:12]}, this one {sha[:12]})",
                "Count the rubric's version up in the scenario, then open it again",
            )

    def remember(self, scenario: Mapping[str, Any]) -> None:
        """An attempt at this scenario was begun."""
        rubric = _rubric_of(scenario)
        if rubric is not None and self._all().setdefault(_key_of(rubric), "") == "":
            self._all()[_key_of(rubric)] = _sha256(rubric)
            self._keep()

    def _all(self) -> dict[str, str]:
        if self._known is None:
            self._known = self._indexed() or dict(self._found())
        return self._known

    def _indexed(self) -> dict[str, str] | None:
        try:
            stored = json.loads((self._folder / INDEX).read_bytes())
        except (OSError, ValueError):
            return None
        sound = isinstance(stored, dict) and all(isinstance(sha, str) for sha in stored.values())
        return stored if sound else None

    def _found(self) -> Iterator[tuple[str, str]]:
        """The rubric in every header, the newest attempt first, so that the oldest one stands."""
        files = sorted(self._folder.glob("*.attempt"), key=lambda file: file.name)
        for file in sorted(files, key=_age, reverse=True):
            try:
                with file.open("rb") as stream:
                    header = json.loads(stream.readline(HEADER_LIMIT))
                rubric = header["scenario"]["rubric"]
                yield _key_of(rubric), _sha256(rubric)
            except (OSError, ValueError, KeyError, TypeError):
                continue  # damaged: it says so itself when it is opened

    def _keep(self) -> None:
        text = json.dumps(self._known, indent=1, sort_keys=True) + "\n"
        with contextlib.suppress(Refusal):  # it can be made again; the attempt must not fail by it
            atomic_write_bytes(self._folder / INDEX, text.encode())


def _rubric_of(scenario: Mapping[str, Any]) -> Mapping[str, Any] | None:
    rubric = scenario.get("rubric")
    known = isinstance(rubric, Mapping) and "id" in rubric and "version" in rubric
    return rubric if known else None


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _key_of(rubric: Mapping[str, Any]) -> str:
    return f"{rubric['id']} {rubric['version']}"


def _sha256(rubric: Mapping[str, Any]) -> str:
    """As `trainer.scenario.rubric_tables.rubric_sha256`, of the document in a header."""
    text = json.dumps(rubric, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
