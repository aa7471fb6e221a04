"""Which program this is: one hash over its sources and tables."""

from __future__ import annotations

import hashlib
from pathlib import Path

import trainer

COUNTED = (".py", ".npz", ".toml")


def build_sha256(room: str = "") -> str:
    """SHA-256 over every source and table of the package or one room, by sorted relative name."""
    root = Path(trainer.__file__).resolve().parent
    digest = hashlib.sha256()
    for path in sorted((root / room).rglob("*")):
        if path.suffix in COUNTED and path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
