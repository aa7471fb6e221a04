"""Radiographs by hand: drop them, see what was found, click landmarks or two ends, take them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from trainer.refusal import Refusal
from trainer.ui.choice import Choice
from trainer.ui.picture_image import GROUND, ArrayImage
from trainer.ui.presenters.studio_radiographs import BALL, LANDMARKS, RULER, TAGS, RadiographsDraft
from trainer.ui.presenters.texts import tr_sentence
from trainer.ui.studio.page import button

MARK = QColor("#3DD6C4")
CHOSEN = QColor("#FFFFFF")
COLUMN_PX, LIST_PX = 350, 150


class FilmView(QWidget):
    """One stored picture and the marks on it; arrows move a cross, Return clicks there."""

    pointed = Signal(float, float)  # (column, row) of the stored picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("film_view")
        self.setAccessibleName(self.tr("Radiograph"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(260, 260)
        self._image: ArrayImage | None = None
        self._marks: tuple[tuple[str, tuple[float, float]], ...] = ()
        self._chosen = ""
        self._cross = QPointF(0.0, 0.0)

    def show_film(
        self,
        image: ArrayImage | None,
        marks: tuple[tuple[str, tuple[float, float]], ...],
        chosen: str,
    ) -> None:
        """Another picture or other marks; chosen : the mark that the next click moves."""
        if image is not None and (
            self._image is None or image.image.size() != self._image.image.size()
        ):
            self._cross = QPointF(image.image.width() / 2.0, image.image.height() / 2.0)
        self._image, self._marks, self._chosen = image, marks, chosen
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole picture as large as it fits, marks as rings with their names."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND)
        if self._image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(self._place(), self._image.image)
        for name, (column, row) in self._marks:
            at = self._shown(column, row)
            painter.setPen(QPen(CHOSEN if name == self._chosen else MARK, 1.6))
            painter.drawEllipse(at, 5.0, 5.0)
            painter.drawText(at + QPointF(8.0, -5.0), name)
        if self.hasFocus():
            at = self._shown(self._cross.x(), self._cross.y())
            painter.setPen(QPen(CHOSEN, 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(at - QPointF(14.0, 0.0), at + QPointF(14.0, 0.0))
            painter.drawLine(at - QPointF(0.0, 14.0), at + QPointF(0.0, 14.0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Here it is."""
        if self._image is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place, scale = self._place(), self._scale()
        at = (event.position() - place.topLeft()) / scale - QPointF(0.5, 0.5)
        if place.contains(event.position()):
            self._cross = at
            self.pointed.emit(at.x(), at.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by five pixels, with Shift by half a one; Return sets the mark."""
        step = 0.5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 5.0
        moves = {
            Qt.Key.Key_Left: QPointF(-step, 0.0),
            Qt.Key.Key_Right: QPointF(step, 0.0),
            Qt.Key.Key_Up: QPointF(0.0, -step),
            Qt.Key.Key_Down: QPointF(0.0, step),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._cross += moves[key]
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._image is not None:
            self.pointed.emit(self._cross.x(), self._cross.y())
        else:
            super().keyPressEvent(event)

    def _scale(self) -> float:
        assert self._image is not None
        size = self._image.image.size()
        return min(self.width() / size.width(), self.height() / size.height())

    def _place(self) -> QRectF:
        assert self._image is not None
        size, scale = self._image.image.size(), self._scale()
        width, height = size.width() * scale, size.height() * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _shown(self, column: float, row: float) -> QPointF:
        return self._place().topLeft() + QPointF(column + 0.5, row + 0.5) * self._scale()


class RadiographPage(QWidget):
    """The pictures on the left, on the right what is to be done and how well it fits.

    take : called with the draft when the person takes the pictures; may raise Refusal.
    """

    taken = Signal()

    def __init__(
        self,
        draft: RadiographsDraft,
        take: Callable[[RadiographsDraft], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("radiograph_page")
        self.setAcceptDrops(True)
        self.draft, self._take = draft, take
        self._paths: list[Path] = []
        self.film = FilmView()
        self.film.pointed.connect(self._pointed)
        self._build()
        self.refresh()

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Read these pictures; what cannot be read is said."""
        self._paths = list(paths)
        self._try(lambda: self.draft.read(self._paths, self.orientation.currentData() or None))

    def use_landmarks_of(self, name: str) -> None:
        """Landmarks of a scenario's patient or of a patient folder."""
        self._try(lambda: self.draft.use_landmarks_of(name))

    def refresh(self) -> None:
        """As the draft has it."""
        draft = self.draft
        self._fill(self.picture, [(str(n), n) for n in range(1, len(draft.pictures) + 1)])
        self.picture.setCurrentIndex(draft.shown)
        self._fill(self.level, [(level, level) for level in draft.levels()])
        self.way.setCurrentIndex(self.way.findData(draft.way))
        self.level.setVisible(draft.way == LANDMARKS)
        self.landmarks.setVisible(draft.way == LANDMARKS)
        self.forget.setVisible(draft.way == LANDMARKS)
        self.length.setVisible(draft.way in (RULER, BALL))
        self.view.setVisible(draft.way in (RULER, BALL))
        self._fill_landmarks()
        self.found.setText("\n".join(f"· {one}" for one in draft.notes()))
        good, words = draft.verdict()
        self.verdict.setText(words)
        self.accept.setEnabled(good)
        self._show_film()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read them at once."""
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.take_paths([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _build(self) -> None:
        self.choose = button("films_choose", self.tr("Choose radiographs ..."))
        self.choose.clicked.connect(self._ask)
        self.orientation = Choice("films_orientation", self.tr("Where the file does not say it"))
        self.orientation.addItem(self.tr("Orientation from the file"), "")
        for words, letters in (
            (self.tr("Patient's right on the right (from behind)"), "R/F"),
            (self.tr("Patient's left on the right (from the front)"), "L/F"),
            (self.tr("Back on the right (from the left)"), "P/F"),
            (self.tr("Belly on the right (from the right)"), "A/F"),
        ):
            self.orientation.addItem(words, letters)
        self.orientation.activated.connect(self._read_again)
        self.picture = Choice("films_picture", self.tr("Picture"))
        self.picture.activated.connect(self._picture_chosen)
        self.way = Choice("films_way", self.tr("Geometry from"))
        for words, way in (
            (self.tr("Landmarks of known place"), LANDMARKS),
            (self.tr("A ruler in the picture"), RULER),
            (self.tr("A ball in the picture"), BALL),
            (self.tr("The file's own tags"), TAGS),
        ):
            self.way.addItem(words, way)
        self.way.activated.connect(self._way_chosen)
        self.level = Choice("films_level", self.tr("Level"))
        self.level.activated.connect(lambda _at: self.refresh())
        self.landmarks = QListWidget()
        self.landmarks.setObjectName("films_landmarks")
        self.landmarks.setAccessibleName(self.tr("Landmarks"))
        self.landmarks.currentRowChanged.connect(lambda _row: self._show_film())
        self.forget = button("films_forget", self.tr("Take the mark away"))
        self.forget.clicked.connect(self._forget)
        self.length = QDoubleSpinBox()
        self.length.setObjectName("films_length")
        self.length.setAccessibleName(self.tr("True length or diameter"))
        self.length.setRange(2.0, 500.0)
        self.length.setSuffix(" mm")
        self.length.setValue(self.draft.length_mm)
        self.length.valueChanged.connect(self._measured)
        self.view = Choice("films_view", self.tr("Seen from"))
        for words, angle in (
            (self.tr("From behind or in front (AP)"), 0.0),
            (self.tr("From the side (lateral)"), 90.0),
        ):
            self.view.addItem(words, angle)
        self.view.activated.connect(lambda _at: self._measured(self.length.value()))
        self.found, self.verdict = _words("films_found", muted=True), _words("films_verdict")
        self.accept = button("films_take", self.tr("Take into the case"))
        self.accept.clicked.connect(self._accept)
        column = QVBoxLayout()
        parts: tuple[QWidget, ...] = (
            *(self.choose, self.orientation, self.picture, self.way, self.level, self.landmarks),
            *(self.forget, self.length, self.view, self.verdict, self.accept, self.found),
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        side = QWidget()
        side.setLayout(column)
        self.landmarks.setMinimumHeight(LIST_PX)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(COLUMN_PX)
        scroll.setWidget(side)
        row = QHBoxLayout(self)
        row.addWidget(self.film, 1)
        row.addWidget(scroll)

    def _fill(self, choice: Choice, items: Sequence[tuple[str, object]]) -> None:
        if [choice.itemData(n) for n in range(choice.count())] != [data for _, data in items]:
            choice.clear()
            for words, data in items:
                choice.addItem(words, data)
        choice.setEnabled(bool(items))

    def _fill_landmarks(self) -> None:
        rows = self.draft.rows(self.level.currentText())
        at = max(0, self.landmarks.currentRow())
        self.landmarks.clear()
        for row in rows:
            words = row.name if row.pixel is None else f"● {row.name}   {row.error}"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, row.name)
            self.landmarks.addItem(item)
        self.landmarks.setCurrentRow(min(at, len(rows) - 1))

    def _name(self) -> str:
        item = self.landmarks.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _show_film(self) -> None:
        grey = self.draft.grey8()
        image = None if grey is None else ArrayImage(grey)
        self.film.show_film(image, self.draft.marks(), self._name())

    def _pointed(self, column: float, row: float) -> None:
        self.draft.click(self._name(), (column, row))
        following = self.landmarks.currentRow() + 1
        self.refresh()
        if self.draft.way == LANDMARKS and following < self.landmarks.count():
            self.landmarks.setCurrentRow(following)

    def _forget(self) -> None:
        self.draft.forget(self._name())
        self.refresh()

    def _picture_chosen(self, at: int) -> None:
        self.draft.shown = max(0, at)
        self.landmarks.setCurrentRow(0)
        self.refresh()

    def _way_chosen(self, _at: int) -> None:
        self.draft.way = str(self.way.currentData())
        self.refresh()

    def _measured(self, length_mm: float) -> None:
        self.draft.length_mm = length_mm
        self.draft.oblique_deg = float(self.view.currentData() or 0.0)
        self.refresh()

    def _accept(self) -> None:
        if self._try(lambda: self._take(self.draft)):
            self.taken.emit()

    def _read_again(self, _at: int) -> None:
        if self._paths:
            self.take_paths(self._paths)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Radiographs of the patient"), str(Path.home()))
        dialog.setObjectName("films_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda paths: self.take_paths([Path(one) for one in paths]))
        dialog.open()

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Refusal as refusal:
            told = [tr_sentence(str(one)) for one in refusal.problems] or [tr_sentence(refusal.why)]
            self.refresh()
            self.verdict.setText("\n".join([*told, tr_sentence(refusal.next_step)]))
            return False
        self.refresh()
        return True


def _words(name: str, *, muted: bool = False) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    if muted:
        label.setProperty("role", "muted")
    return label
