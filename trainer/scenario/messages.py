"""What a failed check says to an author: one sentence a kind of error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

GIVEN_LIMIT = 60  # characters of a wrong value that are worth showing

_Sentence = Callable[[Mapping[str, Any], str], str]


def _at_most(context: Mapping[str, Any], _: str) -> str:
    return f"may hold at most {context['max_length']} {_things(context)}"


def _at_least(context: Mapping[str, Any], _: str) -> str:
    return f"needs at least {context['min_length']} {_things(context)}"


def _things(context: Mapping[str, Any]) -> str:
    return "characters" if "field_type" not in context else "entries"


_SENTENCES: Mapping[str, _Sentence] = {
    "missing": lambda _, __: "is missing",
    "finite_number": lambda _, given: f"must be a finite number, got {given}",
    "int_type": lambda _, given: f"must be a whole number, got {given}",
    "int_from_float": lambda _, given: f"must be a whole number, got {given}",
    "float_type": lambda _, given: f"must be a number, got {given}",
    "string_type": lambda _, given: f"must be text, got {given}",
    "bool_type": lambda _, given: f"must be true or false, got {given}",
    "tuple_type": lambda _, given: f"must be a list, got {given}",
    "dict_type": lambda _, given: f"must be a mapping of fields, got {given}",
    "model_type": lambda _, given: f"must be a mapping of fields, got {given}",
    "model_attributes_type": lambda _, given: f"must be a mapping of fields, got {given}",
    "enum": lambda context, given: f"must be {context['expected']}, got {given}",
    "literal_error": lambda context, given: f"must be {context['expected']}, got {given}",
    "union_tag_invalid": lambda c, _: f"{c['tag']!r} is not one of {c['expected_tags']}",
    "union_tag_not_found": lambda context, _: f"needs {context['discriminator']} to say what it is",
    "greater_than": lambda context, given: f"must be more than {context['gt']:g}, got {given}",
    "greater_than_equal": lambda context, given: f"must be at least {context['ge']:g}, got {given}",
    "less_than": lambda context, given: f"must be less than {context['lt']:g}, got {given}",
    "less_than_equal": lambda context, given: f"must be at most {context['le']:g}, got {given}",
    "string_pattern_mismatch": lambda c, given: f"{given} does not fit the form {c['pattern']}",
    "string_too_long": _at_most,
    "string_too_short": _at_least,
    "too_long": _at_most,
    "too_short": _at_least,
    "value_error": lambda context, _: str(context["error"]),
}


def sentence(kind: str, context: Mapping[str, Any], given: object, fallback: str) -> str:
    """The sentence for one error of pydantic's; its own words where the table has none."""
    said = _SENTENCES.get(kind)
    return said(context, shown(given)) if said else fallback


def shown(value: object) -> str:
    """A wrong value, short enough for a sentence."""
    names = {True: "true", False: "false", None: "nothing"}
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    if value is None or isinstance(value, bool):
        return names[value]
    text = f"the text {value!r}" if isinstance(value, str) else repr(value)
    return text if len(text) <= GIVEN_LIMIT else f"{text[:GIVEN_LIMIT]}…"
