"""A header and records to write, without any patient."""

from __future__ import annotations

from trainer.attempt.commands import Advance, MarkSkin
from trainer.attempt.events import NeedleMoved, SkinMarked
from trainer.attempt.header import Header, Provenance, Target
from trainer.attempt.log import Record
from trainer.attempt.state import State


def header(attempt_id: str = "a-test") -> Header:
    return Header(
        attempt_id=attempt_id,
        created_utc="2026-01-01T00:00:00Z",
        mode="practice",
        seed=1,
        provenance=Provenance("0", "b" * 64, "p" * 64, "t" * 64, "s" * 64),
        scenario={"title": "A case"},
        targets=(Target("T7-T8", "T6-mb", "T7", "left", "chua-bogduk-1995", (0, 0, 0)),),
        hazards=(),
        tolerance_um=3000,
        uncertainty_um=1000,
        start=State(0, 0, (0, 0, 0)),
        landmarks_um={},
    )


def act(seq: int) -> Record:
    """A record that is committed at once."""
    return Record(seq, MarkSkin(seq), (SkinMarked(seq, (seq, 0, 0)),), "0" * 64)


def motion(seq: int) -> Record:
    """A record that may wait 250 ms."""
    moved = NeedleMoved(
        seq, "advance", (seq, 0, 0), (0, -(10**9), 0), 1000, 1000, seq * 1000, "soft", (), ()
    )
    return Record(seq, Advance(seq, 1000), (moved,), "0" * 64)
