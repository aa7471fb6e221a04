"""Every command and every event there is survives the way through JSON."""

from __future__ import annotations

import json
from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.attempt import commands, events
from trainer.attempt.commands import MAX_ABS, MAX_T_MS, MAX_TEXT, Command
from trainer.attempt.events import Event
from trainer.attempt.log import line_of

TEXT = st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=MAX_TEXT)
VALUES = {"int": st.integers(-MAX_ABS, MAX_ABS), "bool": st.booleans(), "str": TEXT}
WHEN = st.integers(0, MAX_T_MS)


def any_of(kind: type[Command]) -> st.SearchStrategy[Command]:
    parts = {part.name: VALUES[str(part.type)] for part in fields(kind)}
    return st.builds(kind, **{**parts, "t_ms": WHEN})


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(commands.COMMANDS)).flatmap(lambda n: any_of(commands.COMMANDS[n])))
def test_a_command_comes_back_as_it_was(command: Command) -> None:
    stored = json.loads(json.dumps(commands.to_json(command)))
    assert commands.from_json(stored) == command


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(events.EVENTS)).flatmap(lambda n: st.builds(events.EVENTS[n])))
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    line = line_of({"event": events.to_json(event)}, "0" * 64)
    assert events.from_json(json.loads(line)["event"]) == event


def test_each_has_a_name_of_its_own() -> None:
    assert len(set(commands.COMMANDS.values())) == len(commands.COMMANDS)
    assert len(set(events.EVENTS.values())) == len(events.EVENTS)
