"""An unsafe act put into a golden attempt never raises a mark and never makes a fail a pass.

As test_laws and test_laws_parts, but in what the scripted players did: attempts of every quality,
some broken off, some rightly not gone on with.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.corpus import attempts
from tests.scoring.mutation import Original, Stored, one_header_read_once
from trainer.attempt.events import from_json
from trainer.scoring.score import Score

DRUG = "bupivacaine-0.5"


@cache
def originals() -> tuple[Original, ...]:
    return tuple(Original(data) for _, data in attempts(11))


@pytest.fixture(autouse=True)
def _quickly():
    with one_header_read_once():
        yield


def entered(_events: list[Stored], at: Stored) -> list[Stored]:
    return [{"event": "hazard_entered", "structure": "pleura", "at_um": [0, 0, 0], **when(at)}, at]


def hand_in_beam(_events: list[Stored], at: Stored) -> list[Stored]:
    return [{**at, "hand_in_beam": True} if at["event"] == "exposed" else at]


def nearer(_events: list[Stored], at: Stored) -> list[Stored]:
    if at["event"] != "needle_moved":
        return [at]
    return [{**at, "clearance_um": [[name, um - 15_000] for name, um in at["clearance_um"]]}]


def lesion_reached(_events: list[Stored], at: Stored) -> list[Stored]:
    if at["event"] != "lesion_ended":
        return [at]
    return [{**at, "clearance_um": [[name, um - 20_000] for name, um in at["clearance_um"]]}]


def lesion_on_band_pain(_events: list[Stored], at: Stored) -> list[Stored]:
    harm = {"complication": "band-pain-ignored", "cause": "heat went on", "after_s": 0}
    return [at, {"event": "harm_done", **harm, **when(at)}] if _heats(at) else [at]


def lesion_after_twitch(_events: list[Stored], at: Stored) -> list[Stored]:
    test = {"hz": 2, "millivolts": 900, "ohm": 300, "answers": [["intercostal-twitch", "x", 500]]}
    return [{"event": "stimulated", **test, **when(at)}, at] if _heats(at) else [at]


def contrast_astray(events: list[Stored], at: Stored) -> list[Stored]:
    """The contrast before an injection that was made ran into a vessel."""
    if at["event"] != "injected" or not at["agent"].startswith("iohexol"):
        return [at]
    return [{**at, "pattern": "vessel"}]


def complication(_events: list[Stored], at: Stored) -> list[Stored]:
    began = {"event": "complication_began", "complication": "vasovagal", "cause": "pain"}
    return [{**began, **when(at)}, at]


def _heats(at: Stored) -> bool:
    return bool(at["event"] == "lesion_started")


def when(at: Stored) -> dict[str, Any]:
    return {"t_ms": at["t_ms"]}


UNSAFE = (
    *(entered, hand_in_beam, nearer, lesion_reached, lesion_on_band_pain, lesion_after_twitch),
    *(contrast_astray, complication),
)


def scored_with(original: Original, events: list[Stored]) -> Score:
    known = {id(one): read for one, read in zip(original.stored, original.parsed, strict=True)}
    return original.scored(
        tuple(known[id(one)] if id(one) in known else from_json(one) for one in events)
    )


@settings(max_examples=50)
@given(
    st.sampled_from(UNSAFE),
    st.integers(0, 10**6),
    st.lists(st.integers(0, 10**6), min_size=1, max_size=3),
)
def test_an_unsafe_act_never_raises_either_mark_nor_makes_a_fail_a_pass(act, which, places):
    original = originals()[which % len(originals())]
    events = list(original.stored)
    fitting = [n for n, at in enumerate(events[:-1]) if act(events, at) != [at]]
    for place in {fitting[one % len(fitting)] for one in places} if fitting else ():
        events[place : place + 1] = act(events, events[place])
    was, now = original.score, scored_with(original, events)
    assert now.score <= was.score
    assert now.passed <= was.passed
    assert len(now.critical) >= len(was.critical)
    if was.judgement is not None and now.judgement is not None:
        assert now.judgement.score <= was.judgement.score
