"""One event changed: noticed or proven irrelevant; more by `python -m tests.scoring.mutation`."""

from __future__ import annotations

import json
from collections import Counter

from tests.scoring.corpus import attempt, attempts
from tests.scoring.mutation import (
    TABLE,
    Mutant,
    Original,
    all_fields,
    changes,
    fields_read,
    judged,
    mutants,
    one_header_read_once,
    verdict,
)

MANY = 22


def test_a_mutant_of_a_golden_log_is_noticed_or_irrelevant():
    found: Counter[str] = Counter()
    with one_header_read_once():
        for name in ("rf-t7-8/lucky-reckless-1", "mbb-t7-8/novice-1", "place-t7-left/random-1"):
            for mutant, said in judged(Original(attempt(name)), MANY):
                found[said] += 1
                place = name, mutant.how, mutant.place, mutant.field
                assert not said.startswith("WRONG"), (place, said)
    assert found["changed"] > 5
    assert found["agreed"] > 5
    assert found["unread"] > 5


def test_what_is_called_unread_leaves_the_digest():
    """The proof by reads, tried out: a field that nobody read is changed, and all is scored."""
    original = Original(attempt("rf-t7-8/lucky-reckless-1"))
    unread = [one for one in mutants(original.stored) if not original.is_read(one)]
    with one_header_read_once():
        for mutant in unread[:: len(unread) // 25]:
            assert original.of(mutant).digest == original.score.digest


def test_a_scorer_that_overlooks_something_is_caught():
    """The control: the first scorer is given the log before a picture cost a dose."""
    original = Original(attempt("rf-t7-8/lucky-reckless-1"))
    shot = next(n for n, event in enumerate(original.stored) if event["event"] == "exposed")
    louder = {**original.stored[shot], "kerma_ngy": 10**9}
    events = [*original.stored[:shot], louder, *original.stored[shot + 1 :]]
    mutant = Mutant("change", shot, "kerma_ngy", events)
    assert verdict(original, mutant) == "changed"
    original.of = lambda _mutant: original.score  # type: ignore[method-assign]
    assert verdict(original, mutant).startswith("WRONG")


def test_the_table_of_unread_fields_holds():
    stored = json.loads(TABLE.read_text(encoding="utf-8"))
    unread = {(event, field) for event, fields in stored.items() for field in fields}
    read = {one for _, data in attempts(37) for one in fields_read(data)}
    assert unread <= all_fields()
    assert not unread & read
    assert len(read) > 40


def test_changes_reach_every_whole_number_and_flag_in_a_value():
    assert list(changes(True)) == [False]
    assert next(iter(changes([1, [2]]))) == [2, [2]]
    assert len(list(changes([1, [2, "x"], {"a": 3}]))) == 6
    assert list(changes("text")) == []
