"""Widgets of the exams' pages: what they are called, and what a screen reader says of them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

Named = TypeVar("Named", bound=QWidget)


def named(widget: Named, name: str, spoken: str) -> Named:
    """The widget with its name and what is said of it."""
    widget.setObjectName(name)
    widget.setAccessibleName(spoken)
    widget.setToolTip(spoken)
    return widget


def button(name: str, text: str) -> QPushButton:
    """A button that says what stands on it."""
    return named(QPushButton(text), name, text)


def entry(name: str, spoken: str) -> QLineEdit:
    """A field of one line, its name below those of exams."""
    return named(QLineEdit(), f"exam_{name}", spoken)
