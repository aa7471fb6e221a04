"""A part of the case: what can be set, beside the pictures that the stage shows of it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from trainer.geometry.pinhole import PinholeView
from trainer.ui.presenters.studio import StudioPresenter
from trainer.ui.presenters.studio_marks import Mark, Pixel, Point
from trainer.ui.presenters.studio_scene import Scene, target_marks
from trainer.ui.studio.fields import Fields
from trainer.ui.wrapped import WrappedButton


class Page(QScrollArea):
    """The base of every part. way : how the stage shows the scene; "" where words need the room.

    slices_too : slices can be chosen instead. hazards : they are outlined in the beams.
    """

    redraw = Signal()  # the marks or what is looked at have changed, the document has not
    room_wanted = Signal()  # `wide` has changed

    id: ClassVar[str]
    way: ClassVar[str] = ""
    slices_too: ClassVar[bool] = False
    hazards: ClassVar[bool] = False

    def __init__(self, presenter: StudioPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"studio_{self.id}")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.presenter = presenter
        self.wide = False  # the page takes the pictures' room just now
        self.fields = Fields(presenter)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(2, 0, 10, 6)
        self.column.setSpacing(9)
        self.build()
        self.setWidget(inner)

    def build(self) -> None:
        """Put the fields into `column`."""

    def refresh(self) -> None:
        """As the document has it now."""
        self.fields.refresh()

    def leave(self) -> None:
        """The screen goes: let threads go."""

    def words(self) -> str:
        """What the stage says above its pictures."""
        return ""

    def marks(self, scene: Scene) -> tuple[Mark, ...]:
        """The points on the pictures."""
        return target_marks(scene)

    def focus_field(self, where: str) -> bool:
        """Give the field of a path the keyboard; False where it is not here."""
        found = self.fields.focus(where)
        widget = self.focusWidget()
        if found and widget is not None:
            self.ensureWidgetVisible(widget)
        return found

    # What the hand does on the stage -----------------------------------------------------------

    def pressed(self, _view: PinholeView, _mark: Mark | None, _at: Pixel) -> None:
        """On a beam."""

    def dragged(self, _view: PinholeView, _at: Pixel) -> None:
        """On a beam."""

    def released(self) -> None:
        """On a beam."""

    def nudged(self, _view: PinholeView, _right: int, _down: int, *, far: bool) -> None:
        """By the arrows on a beam."""

    def turned(self, _right: int, _down: int) -> None:
        """By Ctrl and arrows on a beam."""

    def taken(self, _mark: Mark) -> None:
        """A mark on a slice."""

    def moved(self, _point: Point) -> None:
        """The mark held on a slice."""

    def put(self) -> None:
        """Let go on a slice."""

    # For building ------------------------------------------------------------------------------

    def heading(self, text: str) -> QLabel:
        """A heading in the column."""
        label = QLabel(text)
        label.setProperty("role", "heading")
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label

    def muted(self, text: str) -> QLabel:
        """A quiet sentence in the column."""
        label = QLabel(text)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        self.column.addWidget(label)
        return label


def button(name: str, text: str, tip: str = "") -> QPushButton:
    """A button of the studio."""
    made = WrappedButton(text)
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setToolTip(tip or text)
    made.setAutoDefault(False)
    made.setMinimumHeight(28)
    needed = made.fontMetrics().horizontalAdvance(text) + 24
    made.setMinimumWidth(min(needed, 150))
    return made
