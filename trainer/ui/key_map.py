"""Which key of the suite is which action, read from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from trainer.ui.actions import ACTIONS, Action, Where
from trainer.ui.bindings import keys_of, own_keys

_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
)
_SIGNS = frozenset("+-=,.0123456789")
Chord = tuple[int, int]


def _chord(key: str) -> Chord:
    combination = QKeySequence(key)[0]  # type: ignore[index]  # PySide's stubs lack __getitem__
    return combination.key().value, combination.keyboardModifiers().value


@lru_cache(maxsize=4)
def _table(_own: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[Chord, Action]:
    suite = (action for action in ACTIONS if action.where is Where.SUITE)
    return {_chord(key): action for action in suite for key in keys_of(action)}


def suite_keys() -> Mapping[Chord, Action]:
    """The suite's keys as they are bound now; made once for each binding, not for each key."""
    return _table(tuple(sorted(own_keys().items())))


def action_of(event: QKeyEvent) -> Action | None:
    """The action of a key press."""
    modifiers = event.modifiers() & _MODIFIERS
    if event.text() in _SIGNS:  # which signs need Shift depends on the keyboard's language
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return suite_keys().get((event.key(), modifiers.value))
