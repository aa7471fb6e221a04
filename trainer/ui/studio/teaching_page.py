"""Teaching: what the debrief says about the case, and pictures that lie beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QFileDialog, QListView, QListWidget, QListWidgetItem

from trainer.session.studio.images import bring_picture
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.fields import labelled
from trainer.ui.studio.page import Page, button

ENDINGS = (".png", ".jpg", ".jpeg", ".svg", ".webp")
ICON_PX = 96


class TeachingPage(Page):
    """One text, some pictures."""

    id = "teaching"

    def build(self) -> None:
        """A text, a row of pictures."""
        self.setAcceptDrops(True)
        self.column.addWidget(
            self.fields.prose(("teaching",), "teaching", self.tr("What the debrief says"), 9), 2
        )
        self.pictures = QListWidget()
        self.pictures.setObjectName("teaching_pictures")
        self.pictures.setAccessibleName(self.tr("Pictures that lie beside the case"))
        self.pictures.setViewMode(QListView.ViewMode.IconMode)
        self.pictures.setIconSize(QSize(ICON_PX, ICON_PX))
        self.pictures.setMaximumHeight(ICON_PX + 50)
        self.pictures.setMovement(QListView.Movement.Static)
        self.column.addWidget(
            labelled(self.tr("Pictures beside the case; drop files here"), self.pictures), 1
        )
        self.add_button = button("picture_add", self.tr("Add a picture ..."))
        self.add_button.clicked.connect(self._ask)
        self.column.addWidget(self.add_button)

    def refresh(self) -> None:
        """As the folder has them."""
        super().refresh()
        folder = self.presenter.bench.folder
        found = sorted(
            path
            for path in (folder.iterdir() if folder.is_dir() else ())
            if path.suffix.lower() in ENDINGS
        )
        if [self.pictures.item(n).text() for n in range(self.pictures.count())] != [
            path.name for path in found
        ]:
            self.pictures.clear()
            for path in found:
                QListWidgetItem(QIcon(str(path)), path.name, self.pictures)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep them beside the case."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.bring(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def bring(self, path: Path) -> None:
        """A copy goes beside the case."""
        if path.suffix.lower() not in ENDINGS:
            self.presenter.told(tr("{name} is no picture.").format(name=path.name))
            return
        kept = self.presenter.refusable(lambda: bring_picture(self.presenter.bench, path))
        if kept is not None:
            self.refresh()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Add a picture"), str(Path.home()))
        dialog.setObjectName("picture_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.bring(Path(path)))
        dialog.open()
