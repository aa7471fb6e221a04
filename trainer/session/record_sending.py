"""Send a record's lines to a store: only what it lacks, in small steps that may be done twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trainer.attempt.log import damaged
from trainer.session.ports import RecordReceiver
from trainer.session.record_lines import RecordHeader, RecordLines

# A step is one transaction: what a server's death takes back is sent again.
STEP_LINES, STEP_BYTES = 200, 1_000_000


@dataclass(frozen=True, slots=True)
class Sent:
    """new : lines that the store did not have. complete : it found the sealed record good."""

    new: int
    complete: bool


def send(store: RecordReceiver, lines: RecordLines) -> Sent:
    """Send what is missing; a sealed record is checked there. Raises Refusal.

    Doing it again, by anybody, changes nothing. INTEGRITY where the store holds another record of
    this header, or the file is a cut version of what the store holds.
    """
    header = lines.header
    held = store.held(header.record)
    if held.complete is not None:
        if held.complete != lines.head:
            raise damaged(
                header.subject_id, "head", "the sealed record in the store is another one"
            )
        return Sent(0, True)
    if held.until > len(lines.lines):
        why = f"the store holds {held.until} lines of it, the file has {len(lines.lines)}"
        raise damaged(header.subject_id, f"line {len(lines.lines)}", why)
    wanted = held.wanted(len(lines.lines))
    put_lines(store, header, {seq: lines.lines[seq] for seq in wanted})
    return Sent(len(wanted), lines.sealed and finish(store, header, lines.head))


def put_lines(store: RecordReceiver, header: RecordHeader, lines: Mapping[int, bytes]) -> None:
    """Lines by number, step by step."""
    for step in _steps(lines):
        store.put(header, step)


def finish(store: RecordReceiver, header: RecordHeader, head: str) -> bool:
    """Have a sealed record checked as the store holds it. Raises Refusal where it is not ours."""
    if store.complete(header.record) != head:
        raise damaged(header.subject_id, "head", "the store holds another record of this header")
    return True


def _steps(lines: Mapping[int, bytes]) -> Iterator[Mapping[int, bytes]]:
    step: dict[int, bytes] = {}
    size = 0
    for seq in sorted(lines):
        step[seq] = lines[seq]
        size += len(lines[seq])
        if len(step) >= STEP_LINES or size >= STEP_BYTES:
            yield step
            step, size = {}, 0
    if step:
        yield step


def numbered(lines: Sequence[bytes], first: int) -> Mapping[int, bytes]:
    """Lines that follow each other, by number."""
    return dict(enumerate(lines, start=first))
