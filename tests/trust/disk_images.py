"""What a disk may hold after a power cut, built from what was asked of it until then.

A model of a journalling file system, meant to be harsher than one: the folders' changes come back
as a prefix of what was done, at least up to the last change that a sync of its folder made safe; a
file holds what its last sync made safe, and of the writes after it none, some, all, in any order,
the last one torn at a sector. Syncing a file does not make its name safe.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HEAD = struct.Struct("<B3xiqII")
SECTOR = 512


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the shim's log."""

    op: str
    fd: int
    at: int
    first: bytes
    second: bytes


def steps_of(log: bytes) -> tuple[Step, ...]:
    """The log of disk_shim.c."""
    found, place = [], 0
    while place < len(log):
        op, fd, at, m, n = HEAD.unpack_from(log, place)
        place += HEAD.size
        found.append(Step(chr(op), fd, at, log[place : place + m], log[place + m : place + m + n]))
        place += m + n
    return tuple(found)


@dataclass(slots=True)
class _File:
    """safe : the bytes of its last sync. waiting : (offset, data), or (size, None) to cut."""

    safe: bytes = b""
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, data: bytes | None) -> None:
        self.waiting.append((at, data))

    def sync(self) -> None:
        self.safe = _with(self.safe, self.waiting)
        self.waiting = []

    def after_a_cut(self, dice: random.Random) -> bytes:
        mode, waiting = dice.randrange(4), list(self.waiting)
        if mode == 0:
            waiting = []
        elif mode == 1 and waiting:
            waiting = waiting[: dice.randrange(len(waiting) + 1)]
            if waiting:
                waiting[-1] = _torn(waiting[-1], dice)
        elif mode == 2:
            waiting = [_torn(each, dice) for each in waiting if dice.random() < 0.6]
        return _with(self.safe, waiting)


def _torn(step: tuple[int, bytes | None], dice: random.Random) -> tuple[int, bytes | None]:
    at, data = step
    if data is None or dice.random() < 0.5:
        return step
    borders = [0, *range(SECTOR - at % SECTOR, len(data), SECTOR)]
    return at, data[: dice.choice(borders)]


def _with(data: bytes, changes: Sequence[tuple[int, bytes | None]]) -> bytes:
    held = bytearray(data)
    for at, added in changes:
        if added is None:
            del held[at:]
            held += bytes(at - len(held))
        else:
            held += bytes(max(0, at - len(held)))
            held[at : at + len(added)] = added
    return bytes(held)


class Disk:
    """What is there, what is safe of it, and what is not yet."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.said = 0
        self._files: list[_File] = []
        self._names: dict[str, int] = {}  # number of a file, -1 for a folder
        self._open: dict[int, str | int] = {}
        for path in sorted(root.rglob("*")):
            self._names[str(path)] = -1 if path.is_dir() else self._new(path.read_bytes())
        self._first = dict(self._names)
        self._changes: list[tuple[str, str, str, int]] = []  # op, name, other name, file
        self._safe_changes = 0

    def _new(self, data: bytes = b"") -> int:
        self._files.append(_File(data))
        return len(self._files) - 1

    def do(self, step: Step) -> None:
        """Take one step of the log."""
        if step.op == "A":
            self.said = step.at
        elif step.op == "O":
            self._opened(step.fd, step.first.decode(), step.at)
        elif step.op == "C":
            self._open.pop(step.fd, None)
        elif step.op in "WTS":
            self._on_file(step)
        else:
            name = step.first.decode()
            self._change(step.op, name, step.second.decode(), self._names.get(name, -1))

    def _opened(self, fd: int, name: str, flags: int) -> None:
        if flags & 1:
            self._change("N", name, "", self._new())
        number = self._names.get(name, -1)
        if flags & 2 and number >= 0:
            self._files[number].write(0, None)
        self._open[fd] = number if number >= 0 else name

    def _on_file(self, step: Step) -> None:
        held = self._open.get(step.fd)
        if isinstance(held, int):
            file = self._files[held]
            if step.op == "S":
                file.sync()
            else:
                file.write(step.at, step.first if step.op == "W" else None)
        elif held is not None and step.op == "S":
            self._folder_synced(held)

    def _folder_synced(self, folder: str) -> None:
        for number, (_, name, other, _) in enumerate(self._changes):
            if folder in (_folder(name), _folder(other)):
                self._safe_changes = max(self._safe_changes, number + 1)

    def _change(self, op: str, name: str, other: str, number: int) -> None:
        self._changes.append((op, name, other, number))
        _apply(self._names, op, name, other, number)

    def image(self, dice: random.Random, into: Path) -> str:
        """Write a state that a power cut now may leave, in place of what is there; its hash."""
        least, most = self._safe_changes, len(self._changes)
        kept = dice.choice((least, most, dice.randint(least, most)))
        names = dict(self._first)
        for change in self._changes[:kept]:
            _apply(names, *change)
        numbers = {number for number in names.values() if number >= 0}
        contents = {number: self._files[number].after_a_cut(dice) for number in sorted(numbers)}
        there = {name: contents.get(number) for name, number in sorted(names.items())}
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        for name, data in there.items():
            path = into / Path(name).relative_to(self.root)
            if data is None:
                path.mkdir(parents=True, exist_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                path.chmod(0o600)  # a private key is read from no other; a cut changes no mode
        return hashlib.sha256(repr(there).encode()).hexdigest()


def _folder(name: str) -> str:
    return name.rstrip("/").rpartition("/")[0]


def _apply(names: dict[str, int], op: str, name: str, other: str, number: int) -> None:
    if op in "NM":
        names[name] = number
    elif op in "UD":
        names.pop(name, None)
    elif op == "L":
        names[other] = number
    elif op == "R":
        for old in [each for each in names if each == name or each.startswith(f"{name}/")]:
            names[other + old[len(name) :]] = names.pop(old)


def cuts(
    root: Path, first: Path, log: bytes, count: int, dice: random.Random
) -> Iterator[tuple[int, int, str]]:
    """So many power cuts at random moments; each leaves its image in `root`.

    first : a copy of the folder before the first step. Yields the moment, what was said by then,
    and the hash of the image.
    """
    steps, done = steps_of(log), 0
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(first, root)
    disk = Disk(root)  # holds all in memory: the images overwrite the folder
    for moment in sorted(dice.randint(0, len(steps)) for _ in range(count)):
        for step in steps[done:moment]:
            disk.do(step)
        done = moment
        yield moment, disk.said, disk.image(dice, root)
