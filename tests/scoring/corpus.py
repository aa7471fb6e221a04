"""The golden corpus: attempts of the scripted players as they were played, and what each scored.

`tests/golden/players/<scenario>.tar.xz` holds `<player>-<seed>.attempt` files, plain logs that any
tar opens; `scores.json` beside them holds what each is worth. `tests/golden/first-rubrics/` is the
same, played while rubrics had no parts yet, with the digests of the program of that day. Archives
are read into memory, so nothing is left behind. Plain Python alone: other interpreters read them.
"""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parents[1] / "golden"
PLAYERS = GOLDEN / "players"
FIRST_RUBRICS = GOLDEN / "first-rubrics"
SUFFIX = ".attempt"
ARCHIVE = ".tar.xz"
MOST_BYTES = 200_000  # of one plain log


def attempts(every: int = 1, folder: Path = PLAYERS) -> Iterator[tuple[str, bytes]]:
    """Name ("rf-t7-8/expert-1") and bytes of every `every`th log, in order of archives and names.

    `every` counts through the whole corpus; with 5, or another number that shares no divisor with
    the 21 logs of an archive, a sample meets every scenario and every player.
    """
    at = 0
    for path in archives(folder):
        for name, data in in_archive(path):
            if at % every == 0:
                yield name, data
            at += 1


def archives(folder: Path = PLAYERS) -> tuple[Path, ...]:
    """One archive for each scenario."""
    return tuple(sorted(folder.glob(f"*{ARCHIVE}")))


def in_archive(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each log of one archive."""
    scenario = path.name.removesuffix(ARCHIVE)
    with tarfile.open(path, "r:xz") as archive:
        for member in archive:
            opened = archive.extractfile(member)
            assert opened is not None
            yield f"{scenario}/{member.name.removesuffix(SUFFIX)}", opened.read()


def attempt(name: str, folder: Path = PLAYERS) -> bytes:
    """One log's bytes. Raises KeyError."""
    scenario = name.partition("/")[0]
    return dict(in_archive(folder / f"{scenario}{ARCHIVE}"))[name]


def table(folder: Path = PLAYERS) -> dict[str, dict[str, Any]]:
    """What each log is worth, as it was frozen."""
    text = (folder / "scores.json").read_text(encoding="utf-8")
    stored: dict[str, dict[str, Any]] = json.loads(text)
    return stored


def row_of(document: dict[str, Any]) -> dict[str, Any]:
    """A score document's line in the table."""
    row = {name: document[name] for name in ("digest", "score", "passed", "complete")}
    judged = document.get("judgement")
    if judged is not None:
        row["judgement"] = {name: judged[name] for name in ("score", "passed")}
    return {**row, "critical": [error["id"] for error in document["critical"]]}
