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
