"""A twenty-minute attempt is read and replayed in half a second."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import cycle, islice

from tests.attempt.logs import bytes_of
from tests.attempt.scripts import READY
from tests.attempt.worlds import START, WORLD
from trainer.attempt.commands import Advance, Command, Expose, Tilt
from trainer.attempt.events import Exposed
from trainer.attempt.evolve import fold
from trainer.attempt.log import parse
from trainer.attempt.replay import last_state
from trainer.attempt.step import run

# A real hand at work; its records are repeated with new numbers, states and pictures counted on.
ACTS: tuple[Command, ...] = (Advance(0, 300), Tilt(0, 200, 100), Advance(0, -300), Expose(0))
COUNT = 5_000


def long_attempt() -> bytes:
    records, state = run(START, [*READY, *islice(cycle(ACTS), 97)], WORLD)
    longer = list(records)
    for record in islice(cycle(records[len(READY) + 1 :]), COUNT - len(records)):
        happened = tuple(
            replace(event, number=state.exposures + 1) if isinstance(event, Exposed) else event
            for event in record.events
        )
        state = fold(state, happened)
        longer.append(replace(record, seq=len(longer) + 1, events=happened, state=state.sha256))
    return bytes_of(longer, sealed=True)


def test_five_thousand_records_are_read_and_replayed_in_half_a_second() -> None:
    data, taken = long_attempt(), []
    for _ in range(5):
        began = time.process_time()
        log = parse(data)
        last_state(log)
        taken.append(time.process_time() - began)
    assert len(log.records) == COUNT
    assert min(taken) <= 0.5
