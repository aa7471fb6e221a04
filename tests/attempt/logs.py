"""Logs as bytes and parsed, played in the analytic world."""

from __future__ import annotations

from collections.abc import Iterable

from tests.attempt.worlds import START, WORLD
from trainer.attempt.commands import Command
from trainer.attempt.header import Hazard, Header, Provenance, Target, to_json
from trainer.attempt.log import (
    NOTHING,
    AttemptLog,
    Record,
    hash_of,
    header_body,
    line_of,
    parse,
    record_body,
    seal_body,
)
from trainer.attempt.step import run
from trainer.attempt.world import World

OPENED = Header(
    attempt_id="a-1",
    created_utc="2026-01-01T00:00:00Z",
    mode="practice",
    seed=7,
    provenance=Provenance("0.1.0", "b" * 64, "p" * 64, "t" * 64, "s" * 64),
    scenario={"title": "Größe ½", "tolerance_mm": 3.5},
    targets=(Target("T7-T8", "T6-mb", "T7", "left", "chua-bogduk-1995", (1, -2, 3), ((0, 0, 0),)),),
    hazards=(Hazard("pleura", 5_000), Hazard("canal", 3_000)),
    tolerance_um=3_000,
    uncertainty_um=1_000,
    start=START,
    landmarks_um={"T7.body_centre": (0, -70_000, 0)},
)
HEADER = header_body(to_json(OPENED))


def bytes_of(records: Iterable[Record], sealed: bool) -> bytes:
    """The file of an attempt."""
    records = tuple(records)
    bodies = [*(record_body(record) for record in records)]
    if sealed:
        bodies.append(seal_body(len(records)))
    lines = [line_of(HEADER, NOTHING)]
    for body in bodies:
        lines.append(line_of(body, hash_of(lines[-1])))
    return b"".join(lines)


def log_of(commands: Iterable[Command], world: World = WORLD) -> AttemptLog:
    """The log of commands, through its bytes."""
    return parse(bytes_of(run(START, commands, world)[0], sealed=True))
