"""A manuscript's file read back: a header line, then a line an entry, chained by SHA-256."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from trainer.attempt.log import NOTHING, hash_of, line_of
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.manuscript.change import entry_from_json
from trainer.scenario.manuscript.manuscript import Manuscript

FORMAT, FORMAT_VERSION = "rhizotomy-manuscript", 1


@dataclass(frozen=True, slots=True)
class ManuscriptLog:
    """A parsed file.

    origin : the id it was forked from. head : hash of the last whole line. whole_bytes : what is
    left without the tail that a crash cut off. published : see `ManuscriptCard`.
    """

    manuscript: Manuscript
    origin: str
    head: str
    whole_bytes: int
    published: int | None = None


def header_line(base: Mapping[str, Any], origin: str) -> bytes:
    """The first line of a new file."""
    header = {"format": FORMAT, "format_version": FORMAT_VERSION, "origin": origin, "base": base}
    return line_of(header, NOTHING)


def parse(data: bytes, name: str) -> ManuscriptLog:
    """A manuscript from its bytes. Raises Refusal INTEGRITY, or BAD_INPUT for a newer format.

    Only the end may be torn, in the middle of a line or as a last line that is no JSON: that is
    what a kill or a power cut does to it.
    """
    whole = data[: data.rfind(b"\n") + 1]
    lines = whole.splitlines(keepends=True)
    log, at = _header(lines, name), 0
    for number, line in enumerate(lines, 1):
        if number == 1:
            at = len(line)
            continue
        try:
            log = _gone_on(log, line)
        except ValueError as error:
            if number == len(lines) and isinstance(error, json.JSONDecodeError):
                break
            raise _damaged(name, number, str(error)) from None
        at += len(line)
    return replace(log, whole_bytes=at)


def _header(lines: list[bytes], name: str) -> ManuscriptLog:
    if not lines:
        raise _damaged(name, 1, "it is empty")
    try:
        found = _values(lines[0], NOTHING)
        if found.get("format") != FORMAT or not isinstance(found.get("base"), dict):
            raise ValueError("it is no manuscript")
        version = found.get("format_version")
        if not isinstance(version, int):
            raise ValueError("it names no version")
    except ValueError as error:
        raise _damaged(name, 1, str(error)) from None
    if version > FORMAT_VERSION:
        raise Refusal(
            f"{name} cannot be opened",
            f"a newer version of the studio wrote it (format {version}, this one reads "
            f"{FORMAT_VERSION})",
            "Update this program; the file is unharmed",
        )
    manuscript = Manuscript.begun(found["base"])
    return ManuscriptLog(manuscript, str(found.get("origin", "")), hash_of(lines[0]), 0)


def _gone_on(log: ManuscriptLog, line: bytes) -> ManuscriptLog:
    """The log after one more line. Raises ValueError."""
    found = _values(line, log.head)
    head = hash_of(line)
    if found.get("entry") == "published":
        return replace(log, head=head, published=int(found["version"]))
    manuscript = log.manuscript.after(entry_from_json(found))
    return replace(log, head=head, published=None, manuscript=manuscript)


def _values(line: bytes, prev: str) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8", "replace"))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(found, dict):
        raise ValueError("it is no record")
    if found.get("prev") != prev:
        raise ValueError("it does not follow the line before it")
    return found


def _damaged(name: str, line: int, why: str) -> Refusal:
    return Refusal(
        f"The manuscript {name} is damaged",
        f"line {line}: {why}",
        "Restore its folder from a copy, or discard it",
        code=ExitCode.INTEGRITY,
    )
