"""One event of a golden log changed: the digest changes, or the change is proven irrelevant.

Run: python -m tests.scoring.mutation [--every N] [--limit N] [--fields]

Each event is dropped, swapped with the next one (their times stay), and each whole number or flag
in it is changed. A mutant whose digest stays is irrelevant for one of two reasons, or it is wrong:

* *unread*: while the log was scored nobody read that field of that event. Reads are traced in the
  event types themselves. The score is a function of what it reads, so it cannot have changed.
* *agreed*: the second scorer, which shares no code with the first, finds the same for the mutant as
  for the log.

A mutant whose digest changes is scored by the second scorer too (`--both`, every 20th), and both
must agree. `--fields` writes the table of fields that no score of the corpus reads.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from unittest.mock import patch

from tests.scoring.corpus import GOLDEN, attempts
from tests.scoring.second.comparing import compared, second_opinion
from tests.scoring.second.reading import Attempt
from trainer.attempt.commands import Tick
from trainer.attempt.events import NAMES, Event, from_json
from trainer.attempt.header import from_json as from_stored
from trainer.attempt.log import AttemptLog, Record, parse
from trainer.refusal import Refusal
from trainer.scoring.case import case_of
from trainer.scoring.score import Score, score

TABLE = GOLDEN / "unread-fields.json"
FAR = 1_000_003  # a change that no tolerance forgives
Stored = dict[str, Any]


@dataclass(frozen=True)
class Mutant:
    """What was done, at which place, to which field ("" = the whole event), and what came out."""

    how: str
    place: int
    field: str
    events: list[Stored]


class Original:
    """A golden log, scored once with its reads traced."""

    def __init__(self, data: bytes) -> None:
        log = parse(data)
        self.header = log.header
        self.parsed = tuple(log.events)
        self.stored = [
            event
            for line in data.split(b"\n")[1:]
            if line
            for event in json.loads(line).get("events", ())
        ]
        with traced() as reads:
            self.score = self.scored(self.parsed)
        places = {id(event): place for place, event in enumerate(self.parsed)}
        self.reads = {(places[one], name) for one, name in reads if one in places}

    def scored(self, events: tuple[Event, ...]) -> Score:
        """The score of other events under this header."""
        return score(AttemptLog(self.header, (Record(1, Tick(0), events, ""),), True, ""))

    def of(self, mutant: Mutant) -> Score:
        """A mutant's score; what was not touched is not read anew."""
        known = {id(one): event for one, event in zip(self.stored, self.parsed, strict=True)}
        return self.scored(
            tuple(known[id(one)] if id(one) in known else from_json(one) for one in mutant.events)
        )

    def is_read(self, mutant: Mutant) -> bool:
        """Whether scoring looked at what the mutant changed; at a whole event it always does."""
        return not mutant.field or (mutant.place, mutant.field) in self.reads

    def second(self, events: list[Stored], found: Score) -> dict[str, Any]:
        """The second scorer's opinion."""
        return second_opinion(Attempt(dict(self.header), events), found.document)


@contextmanager
def traced() -> Iterator[set[tuple[int, str]]]:
    """Every read of a field of an event: (id of the event, name)."""
    reads: set[tuple[int, str]] = set()

    def reading(self: Event, name: str) -> Any:
        reads.add((id(self), name))
        return object.__getattribute__(self, name)

    Event.__getattribute__ = reading  # type: ignore[method-assign, assignment]
    try:
        yield reads
    finally:
        del Event.__getattribute__


@contextmanager
def one_header_read_once() -> Iterator[None]:
    """Mutants share their header, so it is read once: most of the time goes there."""

    def once(read: Any) -> Any:
        kept: dict[int, tuple[Any, Any]] = {}

        def known(document: Any) -> Any:
            if id(document) not in kept:
                kept[id(document)] = document, read(document)
            return kept[id(document)][1]

        return known

    with (
        patch("trainer.scoring.view.headers.from_json", once(from_stored)),
        patch("trainer.scoring.view.case_of", once(case_of)),
    ):
        yield


def mutants(stored: list[Stored]) -> Iterator[Mutant]:
    """All of them; events are shared, only what is changed is new."""
    for place, event in enumerate(stored):
        before, after = stored[:place], stored[place + 1 :]
        yield Mutant("drop", place, "", [*before, *after])
        if after:
            early = {**after[0], "t_ms": event["t_ms"]}
            late = {**event, "t_ms": after[0]["t_ms"]}
            yield Mutant("swap", place, "", [*before, early, late, *after[1:]])
        for name, value in event.items():
            for changed in changes(value):
                yield Mutant("change", place, name, [*before, {**event, name: changed}, *after])


def changes(value: Any) -> Iterator[Any]:
    """A value with one whole number or flag in it changed, by little and by much."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value + FAR)
    elif isinstance(value, list):
        for place, part in enumerate(value):
            for changed in changes(part):
                yield [*value[:place], changed, *value[place + 1 :]]
    elif isinstance(value, dict):
        for name, part in value.items():
            for changed in changes(part):
                yield {**value, name: changed}


def verdict(original: Original, mutant: Mutant, both: bool = False) -> str:
    """changed, refused, unread, agreed; or what is wrong."""
    if not original.is_read(mutant):
        return "unread"
    try:
        found = original.of(mutant)
    except Refusal:
        return "refused"
    if found.digest != original.score.digest:
        wrong = both and compared(found.document, Attempt(dict(original.header), mutant.events))
        return f"WRONG: the scorers differ: {wrong[0]}" if wrong else "changed"
    if original.second(mutant.events, found) == _of_original(original):
        return "agreed"
    return "WRONG: the digest stays, and the second scorer finds a change"


@cache
def _of_original(original: Original) -> dict[str, Any]:
    return original.second(original.stored, original.score)


def main() -> int:
    """Mutate, and say what became of it; 1 where a mutant is neither noticed nor irrelevant."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=11, help="take every Nth log")
    parser.add_argument("--limit", type=int, default=0, help="mutants of each log, drawn by lot")
    parser.add_argument("--fields", action="store_true", help="write the table of unread fields")
    args = parser.parse_args()
    if args.fields:
        return _write_fields()
    total: Counter[tuple[str, str]] = Counter()
    with one_header_read_once():
        for name, data in attempts(args.every):
            for mutant, said in judged(Original(data), args.limit):
                total[mutant.how, said.partition(":")[0]] += 1
                if said.startswith("WRONG"):
                    print(f"{name} {mutant.how} {mutant.place} {mutant.field} {said}")
    for (how, said), count in sorted(total.items()):
        print(f"{how:8} {said:8} {count:8}")
    wrong = sum(count for (_, said), count in total.items() if said == "WRONG")
    print(f"{total.total()} mutants, {wrong} neither noticed nor irrelevant")
    return int(wrong > 0)


def judged(original: Original, limit: int = 0, seed: int = 1) -> Iterator[tuple[Mutant, str]]:
    """Mutants of a log, all or (three of four of what is read) drawn by lot, with verdicts."""
    chosen = list(mutants(original.stored))
    if limit:
        lot = random.Random(seed)
        read = [one for one in chosen if original.is_read(one)]
        unread = [one for one in chosen if not original.is_read(one)]
        chosen = lot.sample(read, min(3 * limit // 4, len(read)))
        chosen += lot.sample(unread, min(limit // 4, len(unread)))
    for place, mutant in enumerate(chosen):
        yield mutant, verdict(original, mutant, both=place % 20 == 0)


def fields_read(data: bytes) -> set[tuple[str, str]]:
    """Event and field names that the score of one log reads."""
    original = Original(data)
    return {
        (NAMES[type(original.parsed[place])], name)
        for place, name in original.reads
        if not name.startswith("__")
    }


def all_fields() -> set[tuple[str, str]]:
    """Every field of every event."""
    return {(name, field) for kind, name in NAMES.items() for field in kind.__dataclass_fields__}


def _write_fields() -> int:
    read = {one for _, data in attempts() for one in fields_read(data)}
    unread: dict[str, list[str]] = {}
    for event, field in sorted(all_fields() - read):
        unread.setdefault(event, []).append(field)
    TABLE.write_text(json.dumps(unread, indent=1) + "\n", encoding="utf-8")
    print(f"{len(read)} fields are read, {sum(map(len, unread.values()))} are not")
    return 0


if __name__ == "__main__":
    sys.exit(main())
