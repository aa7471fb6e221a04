"""The debrief's three squares: as seen, with the truth, and the expert or the inside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from trainer.ui.debrief_picture_view import DebriefPicture
from trainer.ui.solid_view import SolidView
from trainer.ui.wrapped import ElidingLabel, WrappedButton

GAP_PX = 8


class DebriefPanes(QWidget):
    """Three squares side by side: seen, truth, and either the expert or the inside."""

    preferred = Signal(bool)

    def __init__(
        self, seen: DebriefPicture, truth: DebriefPicture, expert: DebriefPicture, note: QLabel
    ) -> None:
        super().__init__()
        self.heads = {"seen": ElidingLabel(self.tr("As seen")), "truth": ElidingLabel()}
        self.heads["truth"].setText(self.tr("With what was true"))
        self.expert_tab = page_tab("show_expert", self.tr("Expert"))
        self.inside_tab = page_tab("show_inside", self.tr("3D truth"))
        self._third = QStackedWidget()
        self._third.addWidget(expert)
        self._inside = QStackedWidget()
        self._inside.addWidget(note)
        self._third.addWidget(self._inside)
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        for tab in (self.expert_tab, self.inside_tab):
            tabs.addWidget(tab, 1)
        self.expert_tab.clicked.connect(lambda: self.preferred.emit(False))
        self.inside_tab.clicked.connect(lambda: self.preferred.emit(True))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_PX)
        grid.setVerticalSpacing(3)
        grid.addWidget(self.heads["seen"], 0, 0)
        grid.addWidget(self.heads["truth"], 0, 1)
        grid.addLayout(tabs, 0, 2)
        for column, picture in enumerate((seen, truth, self._third)):
            grid.addWidget(picture, 1, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 1)

    def prefer(self, *, inside: bool) -> None:
        """Expert or inside."""
        self._third.setCurrentIndex(1 if inside else 0)
        self.expert_tab.setChecked(not inside)
        self.inside_tab.setChecked(inside)

    def add_solid(self, solid: SolidView) -> None:
        """The view of the inside, once there is one."""
        self._inside.addWidget(solid)

    def show_solid(self, solid: SolidView | None) -> None:
        """The inside, or the note that says why there is none."""
        self._inside.setCurrentIndex(0 if solid is None else self._inside.indexOf(solid))


def page_tab(name: str, text: str) -> WrappedButton:
    """A flat tab: checkable, named."""
    tab = WrappedButton(text)
    tab.setObjectName(name)
    tab.setAccessibleName(text)
    tab.setToolTip(text)
    tab.setCheckable(True)
    tab.setAutoDefault(False)
    tab.setMinimumWidth(40)
    tab.setFixedHeight(28)
    tab.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    tab.setStyleSheet("padding: 2px 2px;")
    return tab


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def inside_note() -> QLabel:
    """Why there is no inside."""
    note = _label("debrief_inside_note")
    note.setAlignment(Qt.AlignmentFlag.AlignCenter)
    note.setProperty("role", "muted")
    note.setContentsMargins(18, 18, 18, 18)
    note.setMinimumSize(140, 140)
    return note
