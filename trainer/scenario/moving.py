"""A case at another level or on the other side: everything in it that is a name moves along."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from trainer.anatomy.levels import LEVELS, Side, nerve_at

_LEVEL = "(?:" + "|".join(sorted(LEVELS, key=len, reverse=True)) + ")"
_JOINT = re.compile(rf"({_LEVEL})-({_LEVEL})( (?:left|right))?")
_LANDMARK = re.compile(rf"({_LEVEL})(\.(?:[A-Za-z0-9_]+\.)?[A-Za-z0-9_]+)?")
_NERVES = tuple(nerve_at(level) for level in LEVELS)
_OTHER = {Side.LEFT.value: Side.RIGHT.value, Side.RIGHT.value: Side.LEFT.value}
_STAYS = frozenset({"patient"})  # what is so of the person is so at every level


class BeyondTheSpineError(ValueError):
    """A name would leave C7 to L1."""


@dataclass(frozen=True, slots=True)
class Move:
    """levels : how many vertebrae further down. other_side : whether left becomes right."""

    levels: int = 0
    other_side: bool = False


def moved(document: Mapping[str, Any], move: Move) -> dict[str, Any]:
    """A copy of a scenario's document with every name of a level, joint, nerve or side moved.

    Prose stays as it is. On the other side the start pose is mirrored; the required views say how
    far to either side and stay. Raises BeyondTheSpineError.
    """
    fresh = {
        name: value if name in _STAYS else _walked(value, lambda text: _name(text, move))
        for name, value in document.items()
    }
    if move.other_side and isinstance(fresh.get("start_pose"), dict):
        fresh["start_pose"] = _mirrored(fresh["start_pose"])
    return fresh


def _walked(value: object, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {change(key): _walked(inner, change) for key, inner in value.items()}
    if isinstance(value, list):
        return [_walked(inner, change) for inner in value]
    return change(value) if isinstance(value, str) else value


def _name(text: str, move: Move) -> str:
    """A text that is a name, moved; any other as it is."""
    if text in _OTHER:
        return _side(text, move)
    if text in _NERVES:
        return _shifted(text, _NERVES, move)
    joint = _JOINT.fullmatch(text)
    if joint is not None:
        upper, lower = (_shifted(joint[n], LEVELS, move) for n in (1, 2))
        return f"{upper}-{lower}" + (f" {_side(joint[3][1:], move)}" if joint[3] else "")
    landmark = _LANDMARK.fullmatch(text)
    if landmark is None:
        return text
    rest = ".".join(_side(part, move) for part in (landmark[2] or "").split("."))
    return _shifted(landmark[1], LEVELS, move) + rest


def _side(text: str, move: Move) -> str:
    return _OTHER.get(text, text) if move.other_side else text


def _shifted(name: str, names: tuple[str, ...], move: Move) -> str:
    at = names.index(name) + move.levels
    if not 0 <= at < len(names):
        raise BeyondTheSpineError(name)
    return names[at]


def _mirrored(pose: Mapping[str, Any]) -> dict[str, Any]:
    """A start pose seen in a mirror: left becomes right (+oblique and +x are the left)."""
    fresh = dict(pose)
    if isinstance(pose.get("oblique_deg"), int | float):
        fresh["oblique_deg"] = 0.0 - pose["oblique_deg"]
    offset = pose.get("isocentre_offset_mm")
    if isinstance(offset, list) and offset:
        fresh["isocentre_offset_mm"] = [0.0 - offset[0], *offset[1:]]
    return fresh
