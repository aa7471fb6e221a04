"""Score many attempts anew over a pool. What is sent is their bytes: no worker needs the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, overload

from trainer.refusal import Refusal
from trainer.scoring.score import score_of
from trainer.scoring.view import view_of
from trainer.session.ports import Pool
from trainer.session.reading import header_of
from trainer.session.services import Services
from trainer.session.waiting import IN_SILENCE, Waiting

SUFFIX = ".attempt"


@dataclass(frozen=True, slots=True)
class Letter:
    """An attempt to be scored: its bytes, or why they cannot be read."""

    name: str
    content: bytes | Refusal


@dataclass(frozen=True, slots=True)
class Rescored:
    """One attempt's score document, or why there is none."""

    document: Mapping[str, Any] | None
    refused: Refusal | None = None


def attempts_of(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Files as given; of a folder, its attempts by name, with those in folders below."""
    return tuple(
        found
        for path in paths
        for found in (sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() else (path,))
    )


def rescore(
    services: Services, paths: Sequence[Path], pool: Pool, waiting: Waiting = IN_SILENCE
) -> tuple[Rescored, ...]:
    """Each attempt's score in the order of the paths; a damaged one holds no other up.

    Raises Refusal where there is none, where the pool fails and where it was cancelled.
    """
    if not paths:
        raise Refusal("There is nothing to score", "no attempt was found", "Name files or a folder")
    found: dict[int, Rescored] = {}
    letters = Letters(services.attempts.content, paths)
    for number, done in pool.each(Scoring(services.elsewhere), letters):
        found[number] = done
        waiting.progress(len(found) / len(paths), f"{len(found)} of {len(paths)} attempts scored")
        if waiting.cancelled():
            raise Refusal("The scoring was stopped", "that was asked for", "Start it again")
    return tuple(found[number] for number in range(len(paths)))


@dataclass(frozen=True, slots=True)
class Letters(Sequence[Letter]):
    """Attempts that are read when they are sent: years of records need not fit into memory."""

    read: Callable[[Path], bytes]
    paths: Sequence[Path]

    def __len__(self) -> int:
        """How many."""
        return len(self.paths)

    @overload
    def __getitem__(self, number: int) -> Letter: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Letter]: ...
    def __getitem__(self, number: int | slice) -> Letter | Sequence[Letter]:
        """Read one now, or promise some."""
        if isinstance(number, slice):
            return Letters(self.read, self.paths[number])
        path = self.paths[number]
        try:
            return Letter(path.name, self.read(path))
        except Refusal as refusal:
            return Letter(path.name, refusal)

    def __iter__(self) -> Iterator[Letter]:
        """Each, read as it is asked for."""
        return (self[number] for number in range(len(self)))


@dataclass(frozen=True, slots=True)
class Scoring:
    """The work of one job, ready to be sent to another process."""

    elsewhere: Callable[[], Services]

    def __call__(self, letter: Letter) -> Rescored:
        """Check and score one attempt."""
        if isinstance(letter.content, Refusal):
            return Rescored(None, letter.content)
        try:
            log = _services(self.elsewhere).attempts.read(letter.content, letter.name)
            header_of(log, letter.name)
            return Rescored(dict(score_of(view_of(log)).document))
        except Refusal as refusal:
            return Rescored(None, refusal)


_kept: list[Services] = []


def _services(elsewhere: Callable[[], Services]) -> Services:
    """Of this worker, wired once."""
    if not _kept:
        _kept.append(elsewhere())
    return _kept[0]
