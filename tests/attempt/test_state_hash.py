"""The state's hash is the documented one, and every field of the state is in it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, replace
from typing import Any

from hypothesis import given, settings

from tests.attempt.scripts import scripts
from tests.attempt.worlds import START, WORLD
from trainer.attempt.commands import Command
from trainer.attempt.settings import Settings
from trainer.attempt.state import LATER, HeldPicture, NeedleInHand, State
from trainer.attempt.step import run

NEEDLE = NeedleInHand("n", (1, 2, 3), (0, -(10**9), 0))
HELD = HeldPicture(1, 2, "", 3, 4, (1, 0, 0), (0, 0, 1), 5)
SETTINGS = Settings()
NOT_PLAIN = ("needle", "held", "settings", "resting")


@settings(deadline=None, max_examples=50)
@given(scripts())
def test_the_hash_is_that_of_the_canonical_json(commands: list[Command]) -> None:
    state = run(START, commands, WORLD)[1]
    text = json.dumps(documented(state), sort_keys=True, separators=(",", ":"))
    assert state.sha256 == hashlib.sha256(text.encode()).hexdigest()


def documented(value: Any) -> Any:
    """All fields by name; later ones only where they are not as at the start."""
    if not isinstance(value, tuple(LATER)):
        return [documented(part) for part in value] if isinstance(value, tuple) else value
    return {
        part.name: documented(getattr(value, part.name))
        for part in fields(value)
        if part.name not in LATER[type(value)] or getattr(value, part.name) != part.default
    }


def test_every_field_is_in_the_hash() -> None:
    state = replace(START, needle=NEEDLE, held=HELD)
    hashes = [
        state.sha256,
        *(replace(state, **{name: None}).sha256 for name in ("needle", "held")),
        *(replace(state, **{name: "another"}).sha256 for name in plain_fields(state)),
        *(replace(state, needle=new).sha256 for new in changed(NEEDLE)),
        *(replace(state, held=new).sha256 for new in changed(HELD)),
        *(replace(state, settings=new).sha256 for new in changed(SETTINGS)),
        replace(state, resting=(NEEDLE,)).sha256,
    ]
    assert len(set(hashes)) == len(hashes)
    parts = fields(State), fields(NEEDLE), fields(HELD), fields(SETTINGS)
    assert len(hashes) == sum(map(len, parts))  # the state itself, and all its fields but settings


def plain_fields(state: State) -> list[str]:
    return [one.name for one in fields(state) if one.name not in NOT_PLAIN]


def changed(part: Any) -> list[Any]:
    return [replace(part, **{field.name: "another"}) for field in fields(part)]
