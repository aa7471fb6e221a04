"""Which program this is: one hash over its sources and tables."""

from __future__ import annotations

import hashlib
from pathlib import Path

import trainer

COUNTED = (".py", ".npz", ".toml")
SHIPPED = "_shipped"  # what an installation lays in here lies beside the package in a checkout


def build_sha256(room: str = "") -> str:
    """SHA-256 over every source and table of the package or one room, by sorted relative name."""
    return sha256_below(Path(trainer.__file__).resolve().parent, room)


def sha256_below(root: Path, room: str = "") -> str:
    """The same of a package that lies at `root`."""
    digest = hashlib.sha256()
    for path in sorted((root / room).rglob("*")):
        counted = path.suffix in COUNTED and path.relative_to(root).parts[0] != SHIPPED
        if counted and path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
