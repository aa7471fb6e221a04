"""Qt's actions and menus, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from trainer.ui.actions import ACTIONS, Action, Where
from trainer.ui.bindings import key_words, keys_of, tip_of
from trainer.ui.icons import wear
from trainer.ui.presenters.texts import tr


def qt_action(action: Action, parent: QWidget, act: Callable[[], None]) -> QAction:
    """One action; its keys are written beside the text and listened for by window or screen."""
    made = QAction(tr(action.text), parent)
    made.setObjectName(f"action_{action.id}")
    made.setToolTip(tip_of(action))
    if action.icon:
        wear(made, action.icon)
    if keys := keys_of(action):
        made.setText(f"{tr(action.text)}\t{key_words(keys)}")
    made.triggered.connect(lambda _checked: act())
    return made


def build_menu(
    parent: QWidget, where: Iterable[Where], acts: Mapping[str, Callable[[], None]]
) -> QMenu:
    """The menu of a screen: a submenu for each group, in the table's order."""
    menu = QMenu(parent)
    groups: dict[str, QMenu] = {}
    for action in ACTIONS:
        if action.where in tuple(where) and action.id in acts:
            if action.group not in groups:
                groups[action.group] = menu.addMenu(tr(action.group))
                groups[action.group].setToolTipsVisible(True)
            groups[action.group].addAction(qt_action(action, parent, acts[action.id]))
    return menu
