"""Which keys each action has now: the table's, or a person's own; never two actions on one key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from trainer.ui.actions import ACTIONS, BY_ID, Action, Where
from trainer.ui.presenters.texts import tr

Keys = Mapping[str, tuple[str, ...]]  # action id -> its keys, of the actions that were changed

# Where two actions meet one keyboard.
_TOGETHER: Mapping[Where, frozenset[Where]] = {
    where: frozenset(Where) if where is Where.EVERYWHERE else frozenset((where, Where.EVERYWHERE))
    for where in Where
}
# Home has several lists; Enter means the one that has the focus.
_BY_FOCUS = (Where.HOME, "return")
_ALIASES: Mapping[str, str] = {
    "delete": "del", "insert": "ins", "escape": "esc", "pagedown": "pgdown", "pageup": "pgup",
}  # fmt: skip
KEY_WORDS: Mapping[str, str] = {
    "PgDown": "Page Down",
    "PgUp": "Page Up",
    "Del": "Delete key",
    "Delete": "Delete key",
    "Ins": "Insert key",
    "Home": "Home key",
    "End": "End key",
    "Return": "Enter key",
    "Space": "Space bar",
    "Ctrl": "Ctrl",
    "Shift": "Shift",
    "Left": "Arrow left",
    "Right": "Arrow right",
    "Up": "Arrow up",
    "Down": "Arrow down",
}
_own: list[dict[str, tuple[str, ...]]] = [{}]


class Clash(NamedTuple):
    """One key, two actions."""

    key: str
    first: str
    second: str


def use_keys(own: Keys) -> None:
    """Bind these actions differently from now on; all others as the table says."""
    _own[:] = [{name: tuple(keys) for name, keys in own.items() if name in BY_ID}]


def own_keys() -> Keys:
    """What differs from the table."""
    return dict(_own[0])


def keys_of(action: Action) -> tuple[str, ...]:
    """The keys of an action now."""
    return _own[0].get(action.id, action.keys)


def clashes(own: Keys) -> tuple[Clash, ...]:
    """Where two actions that meet would share a key, if these were bound."""
    return tuple(_clashes(own))


def _clashes(own: Keys) -> Iterator[Clash]:
    taken: dict[str, list[Action]] = {}
    for action in ACTIONS:
        for key in own.get(action.id, action.keys):
            for other in taken.setdefault(plain(key), []):
                if other.where in _TOGETHER[action.where] and not _apart(action, other, key):
                    yield Clash(key, other.id, action.id)
            taken[plain(key)].append(action)


def _apart(first: Action, second: Action, key: str) -> bool:
    by_focus = first.where is second.where and (first.where, plain(key)) == _BY_FOCUS
    return first.id == second.id or by_focus


def plain(key: str) -> str:
    """One spelling for each chord: lower case, modifiers in order."""
    text = key.lower()
    tail = "+" if text.endswith("+") else text.rsplit("+", 1)[-1]
    modifiers = sorted(part for part in text[: len(text) - len(tail)].split("+") if part)
    return "+".join((*modifiers, _ALIASES.get(tail, tail)))


def key_words(keys: tuple[str, ...]) -> str:
    """Keys as people read them."""
    return tr(" or ").join(_words(key) for key in keys)


def _words(key: str) -> str:
    tail = "+" if key.endswith("+") else key.rsplit("+", 1)[-1]
    modifiers = [part for part in key[: len(key) - len(tail)].split("+") if part]
    return "+".join(tr(KEY_WORDS.get(part, part)) for part in (*modifiers, tail))


def tip_of(action: Action) -> str:
    """Tooltip with the keys in it."""
    keys = keys_of(action)
    return f"{tr(action.tip)} ({key_words(keys)})" if keys else tr(action.tip)
