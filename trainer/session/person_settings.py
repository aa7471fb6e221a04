"""A person from the words of a command: key=value pairs, each refused by name."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Any

from trainer.anatomy.synthetic.person import LIMITS, Hardware, Person, Sex, Transition
from trainer.refusal import ExitCode, Refusal

FIELDS = tuple(field.name for field in fields(Person))
_AVERAGE = Person()
_WORDS: Mapping[str, type[StrEnum]] = {"sex": Sex, "transition": Transition, "hardware": Hardware}


def person_with(seed: int, settings: Sequence[str]) -> Person:
    """The person of a seed and of "key=value" settings. Raises Refusal (USAGE) naming the field."""
    values: dict[str, Any] = {"seed": seed}
    for setting in settings:
        name, sign, text = setting.partition("=")
        if not sign:
            raise _usage(setting, "it is not key=value")
        if name not in FIELDS:
            near = difflib.get_close_matches(name, FIELDS, n=1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise _usage(setting, f"there is no {name!r}; {hint}Known are {', '.join(FIELDS)}")
        values[name] = _read(name, text)
    try:
        return Person(**values)
    except ValueError as error:
        raise _usage("--set or --seed", str(error)) from None


def _read(name: str, text: str) -> Any:
    """A field's value of a text; Person checks the limits."""
    try:
        return _reader(name)(text)
    except ValueError:
        raise _usage(f"{name}={text}", _wanted(name)) from None


def _reader(name: str) -> Callable[[str], Any]:
    if name in _WORDS:
        return _WORDS[name]
    if name == "hardware_levels":  # the one list
        return lambda text: tuple(part for part in text.split(",") if part)
    return type(getattr(_AVERAGE, name))


def _wanted(name: str) -> str:
    if name in _WORDS:
        return f"{name} must be one of {', '.join(_WORDS[name])}"
    least, most = LIMITS[name]
    kind = "a whole number" if isinstance(getattr(_AVERAGE, name), int) else "a number"
    return f"{name} must be {kind}, {least} to {most}"


def _usage(what: str, why: str) -> Refusal:
    return Refusal(f"{what} cannot be used", why, "See phantom --help", code=ExitCode.USAGE)
