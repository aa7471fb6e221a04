"""An own CT: dropped or chosen, with a label map where there is one; what was found is said."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QVBoxLayout, QWidget

from trainer.session.imports import Guidance
from trainer.session.studio.images import bring_ct
from trainer.ui.presenters.studio import StudioPresenter
from trainer.ui.presenters.texts import tr, tr_sentence
from trainer.ui.studio.page import button

LABEL_ENDINGS = (".nii", ".nii.gz", ".nrrd", ".seg.nrrd", ".dcm")


class CtBox(QFrame):
    """Drop images on it. The original is read and not kept; no identifier is."""

    def __init__(self, presenter: StudioPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ct_box")
        self.setAcceptDrops(True)
        self._presenter = presenter
        self.images: Path | None = None
        self.labels: Path | None = None
        self.drop = self._drop_place()
        self.folder_button = button("ct_folder", self.tr("Choose a folder ..."))
        self.file_button = button("ct_file", self.tr("Choose a file ..."))
        self.labels_button = button("ct_labels", self.tr("Label map ..."))
        self.import_button = button("ct_import", self.tr("Bring it in"))
        self.found = QLabel()
        self.found.setObjectName("ct_found")
        self.found.setWordWrap(True)
        self.found.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder_button.clicked.connect(self._ask_folder)
        self.file_button.clicked.connect(lambda: self._ask_file(self._chosen))
        self.labels_button.clicked.connect(lambda: self._ask_file(self.take_labels))
        self.import_button.clicked.connect(self.bring)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.drop,
            self.folder_button,
            self.file_button,
            self.labels_button,
            self.import_button,
            self.found,
        ):
            column.addWidget(part)
        self.refresh()

    def _drop_place(self) -> QLabel:
        drop = QLabel(
            self.tr(
                "Drop a CT here: a folder of DICOM files, a DICOMDIR, a zip, a NIfTI or NRRD file. "
                "A label map beside it gives levels and landmarks."
            )
        )
        drop.setObjectName("ct_drop")
        drop.setWordWrap(True)
        drop.setMargin(14)
        drop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        drop.setStyleSheet("border: 2px dashed #7B838B; border-radius: 8px;")
        return drop

    def refresh(self) -> None:
        """What is chosen."""
        chosen = [
            self.tr("Images: {name}").format(name=self.images.name) if self.images else "",
            self.tr("Label map: {name}").format(name=self.labels.name) if self.labels else "",
        ]
        if any(chosen):
            self.drop.setText("\n".join(line for line in chosen if line))
        self.import_button.setEnabled(self.images is not None and not self._presenter.building)
        if not self.found.text() and self._presenter.kind == "ct":
            self.found.setText(self.tr("The case has a CT; another one takes its place."))

    def take(self, path: Path) -> None:
        """Images, or a label map by its name."""
        named = path.name.lower()
        is_labels = any(word in named for word in ("mask", "label", "seg"))
        if is_labels and named.endswith(LABEL_ENDINGS):
            self.take_labels(path)
        else:
            self._chosen(path)

    def take_labels(self, path: Path) -> None:
        """Use a label map."""
        self.labels = path
        self.refresh()

    def bring(self) -> None:
        """Import in the background; progress and cancel are the stage's."""
        images, labels = self.images, self.labels
        if images is None:
            return
        bench, guidance = self._presenter.bench, Guidance(segmentation=labels)
        began = self._presenter.background(
            self.tr("Reading the CT"),
            lambda waiting: bring_ct(bench, images, guidance, waiting),
            self._brought,
        )
        if began:
            self.found.setText(self.tr("Reading {name} ...").format(name=images.name))
            self.import_button.setEnabled(False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.drop.setStyleSheet("border: 2px solid #5AA9F0; border-radius: 8px;")

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went away."""
        self.drop.setStyleSheet("border: 2px dashed #7B838B; border-radius: 8px;")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them; images that come alone are read at once."""
        self.drop.setStyleSheet("border: 2px dashed #7B838B; border-radius: 8px;")
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        for path in paths:
            self.take(path)
        event.acceptProposedAction()
        if self.images is not None:
            self.bring()

    def _chosen(self, path: Path) -> None:
        self.images = path
        self.refresh()

    def _brought(self, found: Mapping[str, Any]) -> None:
        self.found.setText(found_words(found))
        self.refresh()

    def _ask_folder(self) -> None:
        dialog = self._dialog("ct_folder_dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self._chosen(Path(path)))
        dialog.open()

    def _ask_file(self, take: Any) -> None:
        dialog = self._dialog("ct_file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: take(Path(path)))
        dialog.open()

    def _dialog(self, name: str) -> QFileDialog:
        dialog = QFileDialog(self, self.tr("Images of the patient"), str(Path.home()))
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


def found_words(found: Mapping[str, Any]) -> str:
    """What an import found, in sentences."""
    slices, rows, columns = (*found.get("shape", (0, 0, 0)), 0, 0, 0)[:3]
    spacing = " × ".join(f"{float(part):.2g}" for part in found.get("spacing_mm", ()))
    lines = [
        tr("{slices} slices of {columns} × {rows}, {spacing} mm").format(
            slices=slices, columns=columns, rows=rows, spacing=spacing
        )
    ]
    levels, landmarks = found.get("levels") or (), found.get("landmarks") or ()
    if levels:
        lines.append(
            tr("Levels {first} to {last}, {count} landmarks").format(
                first=levels[0], last=levels[-1], count=len(landmarks)
            )
        )
    else:
        lines.append(tr("No landmarks: give a label map, or place targets by hand."))
    lines += [tr_sentence(str(one)) for one in found.get("warnings", ())]
    return "\n".join(lines)
