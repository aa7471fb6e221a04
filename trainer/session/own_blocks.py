"""Which of a person's finished attempts are earlier blocks of the patient at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from trainer.attempt.events import BlockJudged, Event, Injected
from trainer.attempt.header import Header
from trainer.attempt.own_block import OwnBlock

PRACTICE = "practice"
MOST = 16  # as many entries as a diary may have


def blocks_in(header: Header, events: Iterable[Event]) -> tuple[OwnBlock, ...]:
    """What the diary told in a finished attempt; () in exams, whose results may be withheld."""
    if header.mode != PRACTICE or header.drill is not None:
        return ()
    found, given_ul = [], dict[str, int]()
    for event in events:
        if isinstance(event, Injected):
            given_ul[event.agent] = max(event.volume_ul, given_ul.get(event.agent, 0))
        elif isinstance(event, BlockJudged):
            found.append(_block(header, event, given_ul.get(event.agent, 0)))
            given_ul = {}
    return tuple(found)


def _block(header: Header, event: BlockJudged, volume_ul: int) -> OwnBlock:
    return OwnBlock(
        header.attempt_id,
        header.created_utc[:10],
        tuple(dict.fromkeys(f"{target.joint} {target.side}" for target in header.targets)),
        event.agent,
        volume_ul,
        event.relief_percent,
        event.hours,
    )


def person_of(header: Header) -> tuple[str, str]:
    """Whom a case is about: the body, and the name that the story gives it."""
    return header.provenance.patient_sha256, _name(header.scenario)


def _name(scenario: Mapping[str, Any]) -> str:
    person = scenario["story"].get("person") or {}
    return str(person.get("name", ""))


def with_own_blocks(
    header: Header, earlier: Iterable[tuple[tuple[str, str], tuple[OwnBlock, ...]]]
) -> Header:
    """The header with the latest blocks of this very person at these joints, if there are any.

    earlier : person and blocks of each finished attempt, oldest first. A placement keeps no diary.
    """
    if header.scenario["procedure"] == "placement":
        return header
    person, joints = person_of(header), {f"{one.joint} {one.side}" for one in header.targets}
    found = [
        block
        for who, blocks in earlier
        if who == person
        for block in blocks
        if joints.intersection(block.joints)
    ]
    return replace(header, own_blocks=tuple(found[-MOST:])) if found else header
