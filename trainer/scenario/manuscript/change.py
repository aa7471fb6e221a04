"""An act of an author: edits that are made, undone and redone together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from trainer.scenario.manuscript.edits import AddItem, Edit, MoveItem, Remove, SetValue


@dataclass(frozen=True, slots=True)
class Change:
    """One undo step.

    label : what it was, in the author's words ("" for none). stroke : changes that follow each
    other with the same stroke are one step, as a slider's drag is; "" stands alone.
    """

    edits: tuple[Edit, ...]
    label: str = ""
    stroke: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last change back."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Make the change again that was taken back last."""


Entry = Change | Undo | Redo
UNDO: Final = Undo()
REDO: Final = Redo()


def merged(first: Change, second: Change) -> Change:
    """Two changes of one stroke as one; what the second sets anew is not set twice."""
    again = {edit.place for edit in second.edits if isinstance(edit, SetValue)}
    only_set = all(isinstance(edit, SetValue) for edit in (*first.edits, *second.edits))
    if only_set and {edit.place for edit in first.edits} <= again:
        return Change(second.edits, second.label, second.stroke)
    return Change((*first.edits, *second.edits), second.label, second.stroke)


_NAMES: Mapping[str, type[Any]] = {
    "set": SetValue,
    "add": AddItem,
    "remove": Remove,
    "move": MoveItem,
}
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "set": ("place", "value"),
    "add": ("place", "value", "at"),
    "remove": ("place",),
    "move": ("place", "source", "goal"),
}


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """An entry as plain values, for the journal."""
    if isinstance(entry, Change):
        edits = [_edit_to_json(edit) for edit in entry.edits]
        return {"entry": "change", "label": entry.label, "stroke": entry.stroke, "edits": edits}
    return {"entry": "undo" if isinstance(entry, Undo) else "redo"}


def entry_from_json(value: Mapping[str, Any]) -> Entry:
    """The entry of plain values. Raises ValueError where it is none."""
    kind = value.get("entry")
    if kind in ("undo", "redo"):
        return UNDO if kind == "undo" else REDO
    if kind != "change":
        raise ValueError(f"there is no entry {kind!r}")
    try:
        edits = tuple(_edit_from_json(one) for one in value["edits"])
        return Change(edits, str(value["label"]), str(value["stroke"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"it is no change: {error}") from None


def _edit_to_json(edit: Edit) -> dict[str, Any]:
    name = next(name for name, kind in _NAMES.items() if kind is type(edit))
    body = {field: getattr(edit, field) for field in _FIELDS[name]}
    return {"edit": name, **body, "place": list(edit.place)}


def _edit_from_json(value: Mapping[str, Any]) -> Edit:
    name = value["edit"]
    if name not in _NAMES:
        raise ValueError(f"there is no edit {name!r}")
    body = {field: value[field] for field in _FIELDS[name]}
    body["place"] = tuple(_step(step) for step in value["place"])
    if any(not _is_index(body[field]) for field in ("source", "goal") if field in body):
        raise ValueError("an item is moved by whole numbers")
    if body.get("at") is not None and not _is_index(body["at"]):
        raise ValueError("an item is added at a whole number")
    edit: Edit = _NAMES[name](**body)
    return edit


def _is_index(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _step(step: object) -> str | int:
    if isinstance(step, str) or _is_index(step):
        return step  # type: ignore[return-value]
    raise ValueError(f"{step!r} is no step of a place")
