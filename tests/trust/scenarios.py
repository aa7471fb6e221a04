"""Mutated scenario files: each is a scenario or one refusal with places; nothing else happens."""

from __future__ import annotations

import random
from pathlib import Path

from ruamel.yaml import YAML

from tests.conftest import REPOSITORY
from tests.scenario.documents import ALL, as_file
from tests.trust.mutations import BLIND, WORDS
from tests.trust.verdicts import Verdicts
from trainer.scenario.canonical import from_document, to_document
from trainer.scenario.reading import read_scenario
from trainer.scenario.scenario import Scenario
from trainer.scoring.rubric import rubric_problems


def run(count: int, seed: int, *, shipped: bool = False, naive: bool = False) -> Verdicts:
    """Try so many mutated files. shipped : also the long ones. naive : the negative control."""
    dice, verdicts = random.Random(seed), Verdicts()
    good = [as_file(document) for document in ALL.values()]
    if shipped:
        good += [path.read_bytes() for path in sorted(_shipped())]
    read = _naive if naive else _read
    for number in range(count):
        data = _mutated(dice, dice.choice(good))
        verdicts.add(f"scenario {number}", lambda: read(data))  # noqa: B023
    return verdicts


def _shipped() -> list[Path]:
    return list((REPOSITORY / "scenarios").glob("*/scenario.yaml"))


def _mutated(dice: random.Random, data: bytes) -> bytes:
    for _ in range(dice.choice((1, 1, 2, 4))):
        change = dice.choice((*BLIND, *_LINES))
        data = change(dice, data) or b" "
    return data


def _line_gone(dice: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    del lines[dice.randrange(len(lines))]
    return b"\n".join(lines)


def _line_again(dice: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    lines.insert(dice.randrange(len(lines)), dice.choice(lines))
    return b"\n".join(lines)


def _value(dice: random.Random, data: bytes) -> bytes:
    """What stands behind a colon is another word."""
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    head, colon, _ = lines[at].partition(b":")
    lines[at] = head + colon + b" " + dice.choice(WORDS) + (b"," if dice.random() < 0.5 else b"")
    return b"\n".join(lines)


def _indented(dice: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    lines[at] = b" " * dice.randint(0, 9) + lines[at].strip()
    return b"\n".join(lines)


_LINES = (_line_gone, _line_again, _value, _value, _indented)


def _read(data: bytes) -> str | None:
    scenario = read_scenario(data, "scenario.yaml", rubric_problems)
    same = from_document(to_document(scenario)) == scenario
    return None if same else "is another scenario after it was written down"


def _naive(data: bytes) -> str | None:
    """A reader as one would write it without thinking."""
    Scenario.model_validate(YAML(typ="safe", pure=True).load(data))
    return None
