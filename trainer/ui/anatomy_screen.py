"""Look inside: a 3D view and three slices of one patient, with a legend. Never in an exam."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from trainer.imaging.slices import Cut
from trainer.ui.buttons import ActionButton
from trainer.ui.legend import Legend
from trainer.ui.presenters.anatomy import STANDPOINTS, Standpoint, hidden_styles
from trainer.ui.presenters.slices import SlicesPresenter
from trainer.ui.presenters.solid import SolidPresenter
from trainer.ui.presenters.texts import tr, tr_sentence
from trainer.ui.slices_view import SlicesView
from trainer.ui.solid_view import SolidView

if TYPE_CHECKING:
    from trainer.session.interior import Interior

NOTE = "Simulated. Where the nerve runs is disputed; drawn by the conventions of the scenario."


class AnatomyScreen(QWidget):
    """One patient's inside. `leave` ends its threads."""

    def __init__(self, inside: Interior, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("anatomy")
        self.solid = SolidView(SolidPresenter(inside.scene, inside.camera))
        self.slices = SlicesView(
            SlicesPresenter(inside.patient, inside.target_world_mm, inside.marks)
        )
        self.legend = Legend()
        self.home_button = ActionButton("home")
        self.solid.picked.connect(self.slices.presenter.go_to)
        self.legend.changed.connect(self._hide)
        self._lay_out(inside)

    @property
    def drawn(self) -> bool:
        """Whether what is shown is what was asked for last, drawn fine."""
        return self.solid.is_drawn and self.slices.is_drawn

    def leave(self) -> None:
        """Let the threads go."""
        self.solid.close_thread()
        self.slices.close_thread()

    def showEvent(self, event: QShowEvent) -> None:
        """The hand begins at the 3D view."""
        super().showEvent(event)
        self.solid.setFocus()

    def _hide(self, off: frozenset[str]) -> None:
        hidden = hidden_styles(off)
        self.solid.presenter.hide(hidden)
        self.slices.presenter.hide(hidden)

    def _lay_out(self, inside: Interior) -> None:
        grid = QGridLayout(self.slices)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        cuts = self.slices.cuts
        grid.addWidget(cuts[Cut.CORONAL], 0, 0)
        grid.addWidget(cuts[Cut.SAGITTAL], 0, 1)
        grid.addWidget(cuts[Cut.AXIAL], 1, 0)
        grid.addWidget(self._side(), 1, 1)
        for n in (0, 1):
            grid.setRowStretch(n, 1)
            grid.setColumnStretch(n, 1)
        body = QHBoxLayout()
        body.setSpacing(8)
        body.addWidget(self.solid, 1)
        body.addWidget(self.slices, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addLayout(self._top(inside))
        column.addLayout(body, 1)

    def _top(self, inside: Interior) -> QHBoxLayout:
        title, what = QLabel(inside.title), QLabel(tr_sentence(inside.target_name))
        title.setObjectName("anatomy_title")
        title.setProperty("role", "heading")
        what.setObjectName("anatomy_target")
        what.setProperty("role", "muted")
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(title)
        line.addWidget(what, 1)
        for standpoint in STANDPOINTS:
            line.addWidget(self._standpoint(standpoint))
        line.addSpacing(10)
        line.addWidget(self.home_button)
        return line

    def _standpoint(self, at: Standpoint) -> QPushButton:
        button = QPushButton(tr(at.text))
        button.setObjectName(f"stand_{at.id}")
        button.setAccessibleName(self.tr("Look from: {where}").format(where=tr(at.text)))
        button.setToolTip(button.accessibleName())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._stand(at))
        return button

    def _stand(self, at: Standpoint) -> None:
        self.solid.presenter.stand(at.azimuth_deg, at.elevation_deg)
        self.solid.update()

    def _side(self) -> QWidget:
        side, note = QWidget(), QLabel(tr(NOTE))
        note.setObjectName("anatomy_note")
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 6, 6, 6)
        column.setSpacing(8)
        column.addWidget(self.legend)
        column.addStretch(1)
        column.addWidget(note)
        return side
