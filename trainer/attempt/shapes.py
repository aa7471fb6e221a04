"""Values of the log from JSON: exactly the declared types, or a sentence that says which is not.

Readers are built once from the types' own annotations; floats have none, so no log holds one.
"""

from __future__ import annotations

import reprlib
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

Reader = Callable[[Any, str], Any]


def reader_of(kind: Any) -> Reader:
    """A function (stored, name) to value; it raises ValueError on any other shape.

    kind : int, bool, str, `X | None`, tuples, `Mapping[str, X]`, `Any`, or a dataclass of these.
    """
    if kind is Any:
        return lambda stored, _name: stored
    if kind in _WORDS:
        return _exactly(kind)
    if is_dataclass(kind):
        return _fields_of(kind)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is types.UnionType and len(parts) == 2 and parts[1] is type(None):
        return _optional(reader_of(parts[0]))
    if origin is tuple and parts[-1] is Ellipsis:
        return _many(reader_of(parts[0]))
    if origin is tuple:
        each = _each(tuple(reader_of(part) for part in parts))
        return _of_words(parts, each) if _WORDS.keys() >= set(parts) else each
    if origin is Mapping:
        return _named(reader_of(parts[1]))
    raise TypeError(f"a log cannot hold {kind}")


_WORDS: Mapping[Any, str] = {int: "a whole number", bool: "true or false", str: "text"}


def _not(stored: Any, name: str, wanted: str) -> ValueError:
    return ValueError(f"{name} must be {wanted}, got {reprlib.repr(stored)}")


def _exactly(kind: Any) -> Reader:
    def read(stored: Any, name: str) -> Any:
        if type(stored) is not kind and not (kind is str and isinstance(stored, str)):
            raise _not(stored, name, _WORDS[kind])
        return stored

    return read


def _optional(inner: Reader) -> Reader:
    return lambda stored, name: None if stored is None else inner(stored, name)


def _many(inner: Reader) -> Reader:
    def read(stored: Any, name: str) -> Any:
        if type(stored) is not list:
            raise _not(stored, name, "a list")
        return tuple([inner(item, name) for item in stored])

    return read


def _each(inner: tuple[Reader, ...]) -> Reader:
    def read(stored: Any, name: str) -> Any:
        if type(stored) is not list or len(stored) != len(inner):
            raise _not(stored, name, f"a list of {len(inner)}")
        return tuple(part(item, name) for part, item in zip(inner, stored, strict=True))

    return read


def _of_words(kinds: tuple[Any, ...], slowly: Reader) -> Reader:
    """As `_each` of numbers and texts, for the commonest parts of a log in a third of the time."""
    wanted = list(kinds)

    def read(stored: Any, name: str) -> Any:
        if type(stored) is list and list(map(type, stored)) == wanted:
            return tuple(stored)
        return slowly(stored, name)

    return read


def _named(inner: Reader) -> Reader:
    def read(stored: Any, name: str) -> Any:
        if type(stored) is not dict:
            raise _not(stored, name, "an object")
        return {key: inner(item, f"{name}.{key}") for key, item in stored.items()}

    return read


def _fields_of(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = {field.name: reader_of(hints[field.name]) for field in fields(kind)}
    needed = {
        field.name
        for field in fields(kind)
        if field.default is MISSING and field.default_factory is MISSING
    }

    whole = readers.keys()

    def read(stored: Any, name: str) -> Any:
        if type(stored) is not dict:
            raise _not(stored, name, "an object")
        if stored.keys() != whole and not needed <= stored.keys() <= whole:
            lacking, foreign = needed - stored.keys(), stored.keys() - readers.keys()
            raise ValueError(f"{name} lacks {sorted(lacking)}, has foreign {sorted(foreign)}")
        return kind(**{part: readers[part](value, part) for part, value in stored.items()})

    return read
