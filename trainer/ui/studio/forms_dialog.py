"""Parallel forms of the case: levels, sides, number and anchors are ticked, the rest is drawn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from trainer.refusal import Refusal
from trainer.session.studio.forms import FormBatch
from trainer.ui.presenters.studio import Run
from trainer.ui.presenters.studio_forms import MOST_FORMS, SIDES, FormsDesk, made_words
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.fields import labelled
from trainer.ui.studio.page import button

CHECKED = Qt.CheckState.Checked


class FormsDialog(QDialog):
    """Open it with `open`. run : makes the forms off this thread."""

    def __init__(self, desk: FormsDesk, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_forms_dialog")
        self.setWindowTitle(self.tr("Parallel forms"))
        self.desk, self._run = desk, run
        self._busy, self._open = False, True
        self.levels = self._list("forms_levels", self.tr("Level of the first target"), desk.levels)
        self.anchors = self._list("forms_anchors", self.tr("Anchors, in every form"), desk.anchors)
        self.sides = {name: self._side(name) for name in SIDES}
        self.count = QSpinBox()
        self.count.setObjectName("forms_count")
        self.count.setAccessibleName(self.tr("Number of forms"))
        self.count.setRange(1, MOST_FORMS)
        self.folder = QLineEdit(str(desk.wish.folder))
        self.folder.setObjectName("forms_folder")
        self.folder.setAccessibleName(self.tr("Folder"))
        self.words, self.made = QLabel(), QPlainTextEdit()
        self.words.setObjectName("forms_words")
        self.words.setWordWrap(True)
        self.made.setObjectName("forms_made")
        self.made.setAccessibleName(self.tr("What was made"))
        self.made.setReadOnly(True)
        self.made.setTabChangesFocus(True)
        self.browse_button = button("forms_browse", self.tr("Choose"), self.tr("Choose a folder"))
        self.make_button = button("forms_make", self.tr("Make the forms"))
        self.close_button = button("forms_close", self.tr("Close"))
        self._show_wish()
        self._connect()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """What the choice comes to."""
        self.words.setText(self.tr("Making the forms") if self._busy else self.desk.words())
        self.make_button.setEnabled(self.desk.can_make and not self._busy)

    def done(self, result: int) -> None:
        """Whoever closes it does not wait for the forms; what is made stays."""
        self._open = False
        super().done(result)

    def _chosen(self) -> None:
        self.desk.choose(
            levels=_ticked(self.levels),
            sides=tuple(name for name, box in self.sides.items() if box.isChecked()),
            forms=self.count.value(),
            anchors=_ticked(self.anchors),
            folder=Path(self.folder.text().strip()).expanduser(),
        )
        self.refresh()

    def _make(self) -> None:
        self._busy = True
        self.refresh()
        self._run(self.desk.make, self._made, self._made)

    def _made(self, found: FormBatch | Refusal) -> None:
        if self._open:
            self._busy = False
            self.made.setPlainText(made_words(found))
            self.refresh()

    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"), self.folder.text())
        dialog.setObjectName("choose_forms_folder")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _list(self, name: str, spoken: str, items: tuple[str, ...]) -> QListWidget:
        """Ticked with Space or a click."""
        made = QListWidget()
        made.setObjectName(name)
        made.setAccessibleName(spoken)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for one in items:
            item = QListWidgetItem(one, made)
            item.setCheckState(Qt.CheckState.Unchecked)
        made.setCurrentRow(0)
        made.setMinimumHeight(120)
        return made

    def _side(self, name: str) -> QCheckBox:
        box = QCheckBox(tr(name))
        box.setObjectName(f"forms_{name}")
        box.setAccessibleName(tr(name))
        return box

    def _show_wish(self) -> None:
        self.count.setValue(self.desk.wish.forms)
        for name, box in self.sides.items():
            box.setChecked(name in self.desk.wish.sides)

    def _connect(self) -> None:
        for rows in (self.levels, self.anchors):
            rows.itemChanged.connect(self._chosen)
        for box in self.sides.values():
            box.toggled.connect(self._chosen)
        self.count.valueChanged.connect(self._chosen)
        self.folder.textChanged.connect(self._chosen)
        self.browse_button.clicked.connect(self._browse)
        self.make_button.clicked.connect(self._make)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(labelled(self.levels.accessibleName(), self.levels), 1)
        sides = QHBoxLayout()
        for box in self.sides.values():
            sides.addWidget(box)
        sides.addStretch(1)
        left.addLayout(sides)
        left.addWidget(labelled(self.count.accessibleName(), self.count))
        right.addWidget(labelled(self.anchors.accessibleName(), self.anchors), 1)
        right.addWidget(labelled(self.folder.accessibleName(), self.folder))
        right.addWidget(self.browse_button, 0, Qt.AlignmentFlag.AlignLeft)
        lists, acts = QHBoxLayout(), QHBoxLayout()
        lists.setSpacing(16)
        lists.addLayout(left, 2)
        lists.addLayout(right, 3)
        acts.addStretch(1)
        acts.addWidget(self.make_button)
        acts.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addLayout(lists, 3)
        column.addWidget(self.words)
        column.addWidget(labelled(self.made.accessibleName(), self.made), 2)
        column.addLayout(acts)
        self.resize(680, 560)


def _ticked(rows: QListWidget) -> tuple[str, ...]:
    items = (rows.item(row) for row in range(rows.count()))
    return tuple(item.text() for item in items if item.checkState() == CHECKED)
