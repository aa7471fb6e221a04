"""Lines of JSON, each holding the SHA-256 of the stored bytes of the line before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

NOTHING = hashlib.sha256(b"").hexdigest()


def line_of(body: Mapping[str, Any], prev: str) -> bytes:
    """The stored bytes of one line."""
    text = json.dumps(
        {**body, "prev": prev}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return text.encode() + b"\n"


def hash_of(line: bytes) -> str:
    """The chain's link to a stored line."""
    return hashlib.sha256(line).hexdigest()


def is_written(content: Mapping[str, Any], prev: str, line: bytes) -> bool:
    """Whether a line, its end left out, is byte for byte what a writer makes of its content."""
    try:
        return line_of(content, prev) == line + b"\n"
    except UnicodeEncodeError:  # half a surrogate pair, which no writer writes
        return False


def json_object(line: bytes) -> dict[str, Any] | None:
    """The object of a line, None where it holds none."""
    try:
        body = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None
