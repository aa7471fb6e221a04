"""An unsafe act earns nothing, whatever was there before it: not even in an empty room.

The other laws begin with attempts in which the work was done. Here an attempt may hold nothing at
all, break off anywhere, or lack whole kinds of events; then a complete injection or lesion that is
a critical error, and would reach every nerve, is put in at any place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from tests.scoring.attempts import log_of
from tests.scoring.procedures import (
    CLEAR,
    NAMES,
    SECOND_UM,
    Clinic,
    good_block,
    good_rhizotomy,
    head,
)
from trainer.attempt.events import Event, Injected, Submitted
from trainer.attempt.header import Header
from trainer.scoring.score import Score, score

ATTEMPTS = {"rhizotomy": good_rhizotomy, "block": good_block}
Deed = Callable[[], tuple[list[Event], list[Event]]]  # what came before, and the act itself
BOTH_NUMB = tuple((name, 1000) for name in NAMES)
ASTRAY_UM = (60_000, 0, 0)


@cache
def made(procedure: str) -> tuple[Event, ...]:
    return tuple(ATTEMPTS[procedure]())


@cache
def top(procedure: str) -> Header:
    return head(procedure)


def _at() -> Clinic:
    return Clinic(tip_um=SECOND_UM)


def lesion_into_a_root() -> tuple[list[Event], list[Event]]:
    deep = tuple((name, um - 15_000) for name, um in CLEAR)
    return [], _at().heat((1000, 1000), clearance=deep).events


def lesion_after_twitch() -> tuple[list[Event], list[Event]]:
    return _at().stimulate(2, 900, "intercostal-twitch").events, _heat()


def lesion_unseen() -> tuple[list[Event], list[Event]]:
    return [], _heat()


def _heat() -> list[Event]:
    return _at().heat((1000, 1000)).events


def injection_after_uptake() -> tuple[list[Event], list[Event]]:
    return _at().inject("iohexol-240", 200, "vessel").events, _drug()


def injection_elsewhere() -> tuple[list[Event], list[Event]]:
    taken = _at().take(ASTRAY_UM).events
    return taken, _drug()


def _drug() -> list[Event]:
    return _at().inject("bupivacaine-0.25", 400, numbed=BOTH_NUMB).events


DEEDS: tuple[Deed, ...] = (
    *(lesion_into_a_root, lesion_after_twitch, lesion_unseen),
    *(injection_after_uptake, injection_elsewhere),
)
KINDS = sorted({type(one) for each in ATTEMPTS.values() for one in each()}, key=str)


def begun(procedure: str, until: int, without: frozenset[type[Event]]) -> list[Event]:
    """An attempt that breaks off and lacks some kinds of events."""
    events = made(procedure)
    kept = events[: until % len(events)]
    return [one for one in kept if type(one) not in without and type(one) is not Submitted]


def scored(procedure: str, events: list[Event]) -> Score:
    last_ms = events[-1].t_ms if events else 0
    return score(log_of([*events, Submitted(last_ms)], top(procedure)))


def put_in(events: list[Event], deed: Deed, where: int) -> tuple[list[Event], list[Event]]:
    """The events without and with the act; what it answers to stands in both."""
    place = where % (len(events) + 1)
    t_ms = events[place - 1].t_ms if place else 0
    first, act = ([replace(one, t_ms=t_ms) for one in some] for some in deed())
    act = [replace(one, began_ms=t_ms) if isinstance(one, Injected) else one for one in act]
    before, after = [*events[:place], *first], events[place:]
    return [*before, *after], [*before, *act, *after]


@settings(max_examples=30, suppress_health_check=[HealthCheck.filter_too_much])
@example("rhizotomy", 0, frozenset(), [(lesion_into_a_root, 0)])
@example("block", 0, frozenset(), [(injection_after_uptake, 0)])
@given(
    st.sampled_from(sorted(ATTEMPTS)),
    st.integers(0, 500),
    st.frozensets(st.sampled_from(KINDS), max_size=4),
    st.lists(
        st.tuples(st.sampled_from(DEEDS), st.integers(0, 10**6)),
        min_size=1,
        max_size=3,
    ),
)
def test_an_unsafe_treatment_earns_nothing_from_any_attempt(
    procedure: str, until: int, without: frozenset[type[Event]], deeds: list[tuple[Deed, int]]
) -> None:
    events = begun(procedure, until, without)
    for deed, where in deeds:
        less, more = put_in(events, deed, where)
        was, now = scored(procedure, less), scored(procedure, more)
        assume(len(now.critical) > len(was.critical))
        assert now.score <= was.score
        assert not now.passed
        events = more


def test_the_first_treatment_earns_where_it_is_safe() -> None:
    """The control: the same law does not hold for what was done well."""
    events = list(made("rhizotomy"))
    heats = [n for n, one in enumerate(events) if type(one).__name__ == "LesionEnded"]
    before = scored("rhizotomy", events[: heats[0]])
    after = scored("rhizotomy", events[: heats[0] + 1])
    assert after.score > before.score


def test_without_the_rule_an_unsafe_first_lesion_would_earn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The control: weighed as if it were safe, a lesion into a root raises the mark."""
    less, more = put_in(begun("rhizotomy", 150, frozenset()), lesion_into_a_root, 10**6)
    was = scored("rhizotomy", less).score
    assert scored("rhizotomy", more).score <= was
    monkeypatch.setattr("trainer.scoring.marks.weighed", lambda view: (view,))
    assert scored("rhizotomy", more).score > was
