"""The one shape of a package's zip, written and read; no other zip is accepted.

Members are stored as they are (what is large in a scenario is compressed already), so the same
scenario gives the same bytes on every machine and nothing can be larger unpacked than packed.
A reader takes only what this writer would have written: every byte of the file belongs to a header
that it can predict or to a member whose CRC and SHA-256 are checked.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from trainer.refusal import ExitCode, Problem, Refusal
from trainer.storage.package_limits import (
    CHUNK_BYTES,
    DIRECTORY_BYTES,
    MEMBERS,
    PACKAGE_BYTES,
    PROBLEMS,
)
from trainer.storage.package_names import name_problems, shown

# PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16.
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MAGIC, _CENTRAL_MAGIC, _END_MAGIC = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_NEEDED = 20
_MADE_BY = 3 << 8 | _NEEDED  # Unix, so that the mode below is understood
_UTF8 = 0x0800
_STORED = 0
_DATE = 0 << 9 | 1 << 5 | 1  # 1 January 1980: a package has no date of its own
_MODE = 0o100644 << 16
_FULL16, _FULL32 = 0xFFFF, 0xFFFFFFFF
MAKE_ANEW = "Ask for the package again, or make it with 'scenario pack'"


@dataclass(frozen=True, slots=True)
class Member:
    """One file in a package. start : where its bytes begin."""

    name: str
    size: int
    crc: int
    start: int


def packed(members: Iterable[tuple[str, bytes]]) -> bytes:
    """The bytes of a package with these members in this order."""
    body, directory, count = bytearray(), bytearray(), 0
    for name, data in members:
        crc, offset = zlib.crc32(data), len(body)
        body += _local(name, len(data), crc) + data
        directory += _central(name, len(data), crc, offset)
        count += 1
    return bytes(body + directory + _end(count, len(directory), len(body)))


def _local(name: str, size: int, crc: int) -> bytes:
    raw = name.encode()
    return (
        _LOCAL.pack(_LOCAL_MAGIC, _NEEDED, _UTF8, _STORED, 0, _DATE, crc, size, size, len(raw), 0)
        + raw
    )


def _central(name: str, size: int, crc: int, offset: int) -> bytes:
    raw = name.encode()
    head = (_CENTRAL_MAGIC, _MADE_BY, _NEEDED, _UTF8, _STORED, 0, _DATE, crc, size, size)
    return _CENTRAL.pack(*head, len(raw), 0, 0, 0, 0, _MODE, offset) + raw


def _end(count: int, length: int, offset: int) -> bytes:
    return _END.pack(_END_MAGIC, 0, 0, count, count, length, offset, 0)


def read_directory(stream: BinaryIO, name: str) -> tuple[Member, ...]:
    """The members of a package, names and headers checked, contents not yet.

    name : how messages call the file. Raises Refusal (BAD_INPUT) with all findings.
    """
    size = stream.seek(0, os.SEEK_END)
    count, length, offset = _found_end(stream, size, name)
    stream.seek(offset)
    raw = _exactly(stream, length)
    entries = tuple(_entries(raw, count, name))
    problems = [problem for entry in entries for problem in entry.problems()]
    problems += name_problems(entry.name for entry in entries)
    if problems:
        raise not_a_package(name, problems)
    return _laid_out(stream, entries, raw, offset, name)


def contents(stream: BinaryIO, member: Member, name: str) -> Iterator[bytes]:
    """The bytes of a member in chunks. Raises Refusal (INTEGRITY) where its CRC is another."""
    stream.seek(member.start)
    left, crc = member.size, 0
    while left:
        chunk = _exactly(stream, min(CHUNK_BYTES, left))
        left, crc = left - len(chunk), zlib.crc32(chunk, crc)
        yield chunk
    if crc != member.crc:
        raise damaged(
            [Problem(shown(member.name), "its bytes do not match its checksum (CRC-32)")], name
        )


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the directory says of a member."""

    name: str
    raw_name: bytes
    made_by: int
    flags: int
    method: int
    crc: int
    packed_size: int
    size: int
    extra: int
    comment: int
    disk: int
    mode: int
    offset: int

    def problems(self) -> Iterator[Problem]:
        """What is wrong with it, the most telling finding only."""
        kind = self.mode >> 28 if self.made_by >> 8 == 3 else 8
        wrong = (
            (bool(self.flags & 0x2041), "is encrypted inside the zip"),
            (kind == 0xA, "is a link"),
            (kind == 4 or bool(self.mode & 0x10), "is a folder; only files are packed"),
            (kind not in (0, 8), "is a device or a pipe"),
            (self.disk != 0, "lies in another part of a split zip"),
            (_FULL32 in (self.size, self.packed_size, self.offset), "uses zip64"),
            (self.method != _STORED, f"is compressed (method {self.method}); members are stored"),
            (self.packed_size != self.size, "says two sizes"),
            (bool(self.flags & 0x0008), "has its size behind it rather than before"),
            (bool(self.extra or self.comment), "carries extra fields or a comment"),
            (b"\0" in self.raw_name, "has a NUL in its name"),
        )
        found = next((why for broken, why in wrong if broken), None)
        if found is not None:
            yield Problem(shown(self.name), found)


def _found_end(stream: BinaryIO, size: int, name: str) -> tuple[int, int, int]:
    """Count, length and place of the directory."""
    if size > PACKAGE_BYTES:
        raise not_a_package(
            name, [Problem("", f"it has {size:,} bytes of {PACKAGE_BYTES:,} allowed")]
        )
    stream.seek(0)
    head = stream.read(4)
    if size < _END.size or head not in (_LOCAL_MAGIC, _END_MAGIC):
        raise not_a_package(name, [Problem("", "it is no zip" if size else "it is empty")])
    stream.seek(size - _END.size)
    magic, disk, first, here, count, length, offset, comment = _END.unpack(
        _exactly(stream, _END.size)
    )
    wrong = (
        (magic != _END_MAGIC, "it is cut off, or something stands behind its end"),
        (comment != 0, "it is cut off, or something stands behind its end"),
        (bool(disk or first) or here != count, "it is one part of a split zip"),
        (count == _FULL16 or _FULL32 in (length, offset), "it uses zip64"),
        (count == 0, "it holds nothing"),
        (count > MEMBERS, f"it has {count:,} members of {MEMBERS:,} allowed"),
        (length > DIRECTORY_BYTES, "its directory is too long"),
        (offset + length + _END.size != size, "its directory lies elsewhere than it says"),
    )
    for broken, why in wrong:
        if broken:
            raise not_a_package(name, [Problem("", why)])
    return count, length, offset


def _entries(raw: bytes, count: int, name: str) -> Iterator[_Entry]:
    at = 0
    for number in range(1, count + 1):
        if len(raw) - at < _CENTRAL.size or raw[at : at + 4] != _CENTRAL_MAGIC:
            raise not_a_package(name, [Problem("", f"its directory breaks off at member {number}")])
        (_, made_by, _, flags, method, _, _, crc, packed_size, size, length, extra, comment, disk,
         _, mode, offset) = _CENTRAL.unpack_from(raw, at)  # fmt: skip
        at += _CENTRAL.size
        raw_name = raw[at : at + length]
        at += length + extra + comment
        yield _Entry(
            raw_name.decode("utf-8", "replace"), raw_name, made_by, flags, method, crc,
            packed_size, size, extra, comment, disk, mode, offset,
        )  # fmt: skip


def _laid_out(
    stream: BinaryIO, entries: Sequence[_Entry], raw: bytes, directory: int, name: str
) -> tuple[Member, ...]:
    """The members where they must lie: one behind the other, each behind the header we expect."""
    members, at = [], 0
    for entry in entries:
        head = _local(entry.name, entry.size, entry.crc)
        if entry.offset != at or at + len(head) + entry.size > directory:
            raise _at(name, entry, "overlaps another member, or lies elsewhere than it says")
        stream.seek(at)
        if _exactly(stream, len(head)) != head:
            raise _at(name, entry, "says other things in front of its bytes than in the directory")
        members.append(Member(entry.name, entry.size, entry.crc, at + len(head)))
        at += len(head) + entry.size
    if at != directory:
        raise not_a_package(name, [Problem("", "something stands between its members")])
    expected = b"".join(_central(one.name, one.size, one.crc, one.offset) for one in entries)
    if expected != raw:
        raise not_a_package(name, [Problem("", "its directory is not as this program writes it")])
    return tuple(members)


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) != count:
        raise damaged([Problem("", "it became shorter while it was read")])
    return data


def _at(name: str, entry: _Entry, why: str) -> Refusal:
    return not_a_package(name, [Problem(shown(entry.name), why)])


def not_a_package(name: str, problems: Sequence[Problem]) -> Refusal:
    """The refusal of a file that no packer of this program made."""
    return _refusal(
        f"{shown_path(name)} is not a usable scenario package", problems, ExitCode.BAD_INPUT
    )


def damaged(problems: Sequence[Problem], name: str = "The package") -> Refusal:
    """The refusal of a package whose bytes are not those it was made with."""
    return _refusal(f"{shown_path(name)} is damaged or was changed", problems, ExitCode.INTEGRITY)


def _refusal(what: str, problems: Sequence[Problem], code: ExitCode) -> Refusal:
    one = len(problems) == 1
    why = str(problems[0]) if one else f"{len(problems)} problems were found"
    return Refusal(what, why, MAKE_ANEW, code=code, problems=tuple(problems[:PROBLEMS]))


def shown_path(name: str) -> str:
    """A path as a message may print it."""
    return name if name.isprintable() else shown(name)
