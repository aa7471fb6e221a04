"""The card of the machine, in pages: the C-arm with its angles and table (or a radiograph patient's
views), the machine's settings, tools for pictures.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.buttons import ActionButton
from trainer.ui.carm_drawing import CArmDrawing
from trainer.ui.machine_page import MachinePage
from trainer.ui.picture_page import PicturePage
from trainer.ui.presenters.angles import OBLIQUE_WORDS, TILT_WORDS, typed_angle
from trainer.ui.presenters.shown import PoseShown
from trainer.ui.wrapped import ElidingLabel

TAB_WIDTH_PX = 96  # as wide as the table's four arrows, which films do not have


class CArmCard(QFrame):
    """Turns the machine by drag, by typed angle and by table buttons; or brings stored views."""

    typed = Signal(object, object)  # oblique and tilt, thousandths of a degree, or None
    view_chosen = Signal(str)
    unclear = Signal(str)
    done_typing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.drawing = CArmDrawing(self)
        self.pan_buttons = {
            name: ActionButton(name, self, only_icon=True)
            for name in ("pan_head", "pan_left", "pan_right", "pan_feet")
        }
        self._oblique_text, self._tilt_text, self._table_text = QLabel(), QLabel(), ElidingLabel()
        self._table_text.setProperty("role", "muted")
        self._table_text.setStyleSheet("font-size: 11px;")  # three digits each at 1280 x 640
        self.oblique_edit = self._angle_edit("oblique", self.tr("e.g. L 15"), OBLIQUE_WORDS)
        self.tilt_edit = self._angle_edit("tilt", self.tr("e.g. ceph 10"), TILT_WORDS)
        self._view_buttons: dict[str, QPushButton] = {}
        self.pictures, self.machine = PicturePage(), MachinePage()
        self._views_page = QWidget()
        self._pages = QStackedWidget()
        self._page_of: dict[str, QWidget] = {
            "page_carm": self._carm_page(),
            "page_machine": self.machine,
            "page_pictures": self.pictures,
        }
        self.page_buttons = {name: ActionButton(name, self) for name in self._page_of}
        for page in (*self._page_of.values(), self._views_page):
            self._pages.addWidget(page)
        self._lay_out()
        self.show_page("page_carm")

    def show_pose(self, pose: PoseShown) -> None:
        """The machine as it stands."""
        self.drawing.show_pose(pose)
        self._oblique_text.setText(pose.oblique_text.replace(" (", "\n("))
        self._tilt_text.setText(pose.tilt_text)
        self._table_text.setText(pose.table_text)
        for name, button in self._view_buttons.items():
            button.setChecked(name == pose.view)

    @property
    def buttons(self) -> dict[str, ActionButton]:
        """Every button of the card that is an action."""
        return {
            **self.pan_buttons,
            **self.page_buttons,
            **self.pictures.buttons,
            **self.machine.buttons,
        }

    def show_page(self, name: str) -> None:
        """Turn to a page."""
        self._pages.setCurrentWidget(self._page_of[name])
        for each, button in self.page_buttons.items():
            button.setChecked(each == name)

    def set_views(self, views: tuple[str, ...]) -> None:
        """A radiograph patient's stored views; none for a C-arm."""
        if not views:
            return
        for button in self.pan_buttons.values():
            button.hide()
        self.page_buttons["page_machine"].hide()
        self.page_buttons["page_carm"].setText(self.tr("Views"))
        self._page_of["page_carm"] = self._views_page
        column = QVBoxLayout(self._views_page)
        heading = QLabel(self.tr("Stored views: choose one, then expose (V: next)"))
        heading.setWordWrap(True)
        column.addWidget(heading)
        for name in views:
            column.addWidget(self._view_button(name))
        column.addStretch(1)
        self.show_page("page_carm")

    def _view_button(self, name: str) -> QPushButton:
        button = QPushButton(self.tr("View {name}").format(name=name))
        button.setObjectName(f"view_{name}")
        button.setAccessibleName(self.tr("Bring view {name} into the machine").format(name=name))
        button.setToolTip(self.tr("Bring this stored view into the machine (V: next)"))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.view_chosen.emit(name))
        self._view_buttons[name] = button
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._pages, 1)
        column = QVBoxLayout()
        column.setSpacing(3)
        for button in self.page_buttons.values():
            button.setCheckable(True)
            button.set_tight()
            button.setMinimumWidth(TAB_WIDTH_PX)
            column.addWidget(button)
        column.addStretch(1)
        column.addLayout(self._pan_pad())
        row.addLayout(column)

    def _carm_page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self.drawing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for label in (self._oblique_text, self._tilt_text, self._table_text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._oblique_text, 0, 0, 2, 1)
        grid.addWidget(self._tilt_text, 0, 1)
        grid.addWidget(self._table_text, 1, 1)
        grid.addWidget(self.drawing, 2, 0, 1, 2)
        for column, edit in enumerate((self.oblique_edit, self.tilt_edit)):
            grid.addWidget(edit, 3, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(2, 1)
        return page

    def _pan_pad(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(3)
        places = {"pan_head": (0, 1), "pan_left": (1, 0), "pan_feet": (2, 1), "pan_right": (1, 2)}
        for name, place in places.items():
            self.pan_buttons[name].setAutoRepeat(True)
            self.pan_buttons[name].setFixedSize(30, 28)
            self.pan_buttons[name].setStyleSheet("padding: 0px; min-height: 0px;")
            grid.addWidget(self.pan_buttons[name], *place)
        return grid

    def _angle_edit(self, name: str, example: str, words: dict[str, int]) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(f"edit_{name}")
        edit.setPlaceholderText(example)
        edit.setToolTip(self.tr("Type an angle and press Enter"))
        edit.setAccessibleName(self.tr("C-arm {name} angle, typed").format(name=name))
        edit.setMinimumWidth(60)
        edit.returnPressed.connect(lambda: self._enter(edit, name, words))
        return edit

    def _enter(self, edit: QLineEdit, name: str, words: dict[str, int]) -> None:
        angle_mdeg = typed_angle(edit.text(), words)
        if angle_mdeg is None:
            self.unclear.emit(
                self.tr("{text!r} is no angle; type for example {example}.").format(
                    text=edit.text(), example="L 15" if name == "oblique" else "ceph 10"
                )
            )
            return
        edit.clear()
        self.typed.emit(*((angle_mdeg, None) if name == "oblique" else (None, angle_mdeg)))
        self.done_typing.emit()
