"""Many attempts cheaply: golden logs with another day, seed or parent, chained anew.

The acts are real (players at shipped scenarios); what is changed stands in the header alone.
"""

from __future__ import annotations

import json
from pathlib import Path

from trainer.attempt.log import NOTHING, hash_of, line_of


def with_header(data: bytes, **changes: object) -> bytes:
    """The same log with other header fields, its chain anew. attempt_id follows day and seed."""
    lines = [json.loads(line) for line in data.splitlines()]
    lines[0].update(changes)
    out, prev = [], NOTHING
    for body in lines:
        line = line_of({key: value for key, value in body.items() if key != "prev"}, prev)
        out.append(line)
        prev = hash_of(line)
    return b"".join(out)


def without_submit(data: bytes) -> bytes:
    """The same log sealed with its last record left out."""
    lines = data.splitlines()
    seal = json.loads(lines[-1])
    kept = lines[:-2]
    seal["count"] -= 1
    return with_header(b"\n".join([*kept, json.dumps(seal).encode()]) + b"\n")


def write(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.attempt"
    path.write_bytes(data)
    return path
