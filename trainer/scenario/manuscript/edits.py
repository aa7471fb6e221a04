"""What an author does to a document, as values: set, add, remove, move. Every edit is total.

An edit that does not fit (a field of a list, an item beyond the end) changes nothing, so no log of
edits can fail to be replayed. Documents are shared between versions and never changed in place.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer.scenario.draft import Place

DEPTH_LIMIT = 32  # as deep as a scenario file may be nested (yaml_document)
TEXT_LIMIT = 100_000  # characters; ten times what any field may hold, so that a slip can be mended


def plain(value: object, depth: int = 0) -> Any:
    """A value as JSON knows it, of its own: dicts, lists, text, numbers, true, false, nothing.

    Raises TypeError for anything else, ValueError where it is nested too deeply.
    """
    if depth > DEPTH_LIMIT:
        raise ValueError(f"nested deeper than {DEPTH_LIMIT} levels")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):  # half a surrogate pair is no character and no JSON either
        return str(value)[:TEXT_LIMIT].encode("utf-8", "replace").decode()
    if isinstance(value, int | float):
        return value
    if isinstance(value, Mapping):
        return {plain(str(key)): plain(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [plain(inner, depth + 1) for inner in value]
    raise TypeError(f"a document holds no {type(value).__name__}")


@dataclass(frozen=True, slots=True)
class SetValue:
    """Put a value at a place, in place of what is there; missing mappings above it are made."""

    place: Place
    value: Any

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", _place(self.place))
        object.__setattr__(self, "value", plain(self.value))


@dataclass(frozen=True, slots=True)
class AddItem:
    """Put an item into the list at a place (made where it is missing). at : None is its end."""

    place: Place
    value: Any
    at: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", _place(self.place))
        object.__setattr__(self, "value", plain(self.value))


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a field, or an item of a list, away."""

    place: Place

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", _place(self.place))


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Give the item `source` of the list at a place the index `goal`."""

    place: Place
    source: int
    goal: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", _place(self.place))


Edit = SetValue | AddItem | Remove | MoveItem


def _place(place: Place) -> Place:
    if not place or len(place) > DEPTH_LIMIT:
        raise ValueError(f"a place has 1 to {DEPTH_LIMIT} steps")
    return tuple(step if isinstance(step, int) else str(plain(step)) for step in place)


def value_at(document: Any, place: Place, default: Any = None) -> Any:
    """What stands at a place; `default` where nothing does. Not to be changed in place."""
    found = document
    for step in place:
        inner = _inner(found, step)
        if inner is _NOTHING:
            return default
        found = inner
    return found


_NOTHING = object()
_Document = dict[str, Any]


def _inner(value: Any, step: str | int) -> Any:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step, _NOTHING)
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return _NOTHING


def changed(document: _Document, edit: Edit) -> _Document:
    """The document after an edit; the same object where the edit does not fit."""
    fresh = _CHANGES[type(edit)](document, edit)
    return document if fresh is _NOTHING else fresh


def _at(value: Any, place: Place, change: Callable[[Any, str | int], Any]) -> Any:
    """A copy in which `change` was made in the container of the last step; _NOTHING: unfit."""
    step, rest = place[0], place[1:]
    if not rest:
        return change(value, step)
    inner = _inner(value, step)
    if inner is _NOTHING and isinstance(value, dict) and isinstance(step, str):
        inner = {}
    fresh = _NOTHING if inner is _NOTHING else _at(inner, rest, change)
    return _NOTHING if fresh is _NOTHING else _with(value, step, fresh)


def _with(value: Any, step: str | int, inner: Any) -> Any:
    """A copy of a container with one value of it another; _NOTHING where the step does not fit."""
    if isinstance(value, dict) and isinstance(step, str):
        return {**value, step: inner}
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return [*value[:step], inner, *value[step + 1 :]]
    return _NOTHING


def _set(document: _Document, edit: SetValue) -> Any:
    return _at(document, edit.place, lambda inside, step: _with(inside, step, edit.value))


def _add(document: _Document, edit: AddItem) -> Any:
    def put(inside: Any, step: str | int) -> Any:
        found = _inner(inside, step)
        items = [] if found is _NOTHING or found is None else found
        if not isinstance(items, list):
            return _NOTHING
        at = len(items) if edit.at is None else edit.at
        if not 0 <= at <= len(items):
            return _NOTHING
        return _with(inside, step, [*items[:at], edit.value, *items[at:]])

    return _at(document, edit.place, put)


def _remove(document: _Document, edit: Remove) -> Any:
    def take(inside: Any, step: str | int) -> Any:
        if _inner(inside, step) is _NOTHING:
            return _NOTHING
        if isinstance(inside, dict):
            return {key: value for key, value in inside.items() if key != step}
        assert isinstance(step, int)
        return [*inside[:step], *inside[step + 1 :]]

    return _at(document, edit.place, take)


def _move(document: _Document, edit: MoveItem) -> Any:
    def shift(inside: Any, step: str | int) -> Any:
        items = _inner(inside, step)
        if not isinstance(items, list):
            return _NOTHING
        if not (0 <= edit.source < len(items) and 0 <= edit.goal < len(items)):
            return _NOTHING
        rest = [*items[: edit.source], *items[edit.source + 1 :]]
        return _with(inside, step, [*rest[: edit.goal], items[edit.source], *rest[edit.goal :]])

    return _at(document, edit.place, shift)


_CHANGES: Mapping[type[Any], Callable[[_Document, Any], Any]] = {
    SetValue: _set,
    AddItem: _add,
    Remove: _remove,
    MoveItem: _move,
}


def all_changed(document: _Document, edits: Sequence[Edit]) -> _Document:
    """The document after edits, in order."""
    return functools.reduce(changed, edits, document)


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Edit, ...]:
    """Edits that make one document of another, field by field of its first level."""
    gone = [Remove((name,)) for name in before if name not in after]
    fresh = [
        SetValue((name,), value)
        for name, value in after.items()
        if name not in before or before[name] != value
    ]
    return (*gone, *fresh)
