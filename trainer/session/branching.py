"""Back to a step: a new attempt that begins where the old one stood, and names it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trainer.attempt.events import Submitted
from trainer.attempt.evolve import fold
from trainer.attempt.header import Header
from trainer.attempt.log import AttemptLog, Record
from trainer.attempt.state import State
from trainer.attempt.step_kinds import mark
from trainer.attempt.steps import STEPS
from trainer.refusal import Refusal

# Where a step begins: what the table of steps counts as one, and where the needle meets something.
_PICTURE = mark("exposed")
STEP_MARKS = (
    *(one for step in STEPS for one in step.done_by if one != _PICTURE),
    *(mark(name) for name in ("skin_punctured", "bone_touched", "needle_taken", "item_set")),
)


@dataclass(frozen=True, slots=True)
class Branch:
    """Where an attempt branches off. records : of the parent, that stay."""

    header: Header
    start: State
    records: tuple[Record, ...]


def branch_of(log: AttemptLog, header: Header, created_utc: str) -> Branch:
    """The attempt that goes on from before the last step. Raises Refusal where there is none."""
    return _branched(log, header, _before_last_step(log.records), created_utc)


def branch_before(log: AttemptLog, header: Header, seq: int, created_utc: str) -> Branch:
    """The attempt that goes on from before a record, at the latest from before Submit."""
    return _branched(log, header, _before(log.records, seq), created_utc)


def _before(records: Sequence[Record], seq: int) -> tuple[Record, ...]:
    kept = []
    for record in records:
        if record.seq >= seq or any(isinstance(event, Submitted) for event in record.events):
            break
        kept.append(record)
    return tuple(kept)


def _branched(
    log: AttemptLog, header: Header, kept: tuple[Record, ...], created_utc: str
) -> Branch:
    state = _hands_off(fold(header.start, (event for one in kept for event in one.events)))
    begun = replace(
        header,
        attempt_id=str(uuid.uuid4()),
        created_utc=created_utc,
        start=state,
        parent=(log.head, len(kept)),
    )
    return Branch(begun, state, kept)


def _before_last_step(records: Sequence[Record]) -> tuple[Record, ...]:
    for count in range(len(records), 0, -1):
        if any(one.fits(event) for event in records[count - 1].events for one in STEP_MARKS):
            return tuple(records[: count - 1])
    raise Refusal(
        "There is no step to go back to", "nothing was done yet that counts as one", "Go on"
    )


def _hands_off(state: State) -> State:
    """As it was, with beam and hub let go and no aid over it."""
    free = replace(state, beam_since_ms=None, beam_latched=False, pulses_in_run=0, gripped=False)
    return replace(free, aids=())
