"""Radiographs by hand: drop them, see what was found, click landmarks or two ends, take them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
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
from trainer.session.landmark_table import World
from trainer.session.radiograph_calibration import CalibratedPicture
from trainer.session.radiograph_import import known_landmarks
from trainer.session.waiting import IN_SILENCE, Waiting
from trainer.ui.choice import Choice
from trainer.ui.drawing_thread import DrawingThread
from trainer.ui.picture_image import ArrayImage
from trainer.ui.presenters.studio_radiographs import (
    BALL,
    LANDMARKS,
    RULER,
    TAGS,
    Judged,
    RadiographsDraft,
)
from trainer.ui.presenters.texts import tr_sentence
from trainer.ui.studio.film_view import FilmView
from trainer.ui.studio.page import button

COLUMN_PX, LIST_PX = 350, 150
EARLIER = ":case"  # the case's own patient, in place of a scenario's
Take = Callable[[RadiographsDraft, tuple[CalibratedPicture, ...]], object]
Work = Callable[[Waiting], Any]
Background = Callable[[str, Work, Callable[[Any], None]], bool]


def at_once(_words: str, work: Work, done: Callable[[Any], None]) -> bool:
    """In place of a background: do it here."""
    done(work(IN_SILENCE))
    return True


class RadiographPage(QWidget):
    """The pictures on the left, on the right what is to be done and how well it fits.

    take : called with the draft and what was fitted when the person takes the pictures; may raise
    Refusal. background : does slow work and comes back; False while something else runs. earlier :
    the places of the landmarks of the case's patient. `leave` ends its thread.
    """

    taken = Signal()

    def __init__(
        self,
        draft: RadiographsDraft,
        take: Take,
        background: Background = at_once,
        earlier: Callable[[], Mapping[str, World]] = dict,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("radiograph_page")
        self.setAcceptDrops(True)
        self.draft, self._take = draft, take
        self._background, self._earlier = background, earlier
        self._paths: list[Path] = []
        self._trouble = ""
        self._judged = Judged("")
        self._asked: RadiographsDraft | None = None
        self._thread = DrawingThread(lambda one: one.judged(), self._hear, self)
        self.film = FilmView()
        self.film.pointed.connect(self._pointed)
        self._build()
        self.refresh()

    @property
    def settled(self) -> bool:
        """Whether what is told is of the marks as they stand."""
        return self._asked is None

    def leave(self) -> None:
        """No more fits."""
        self._thread.close()

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Read these pictures; what cannot be read is said."""
        self._paths = list(paths)
        services, orientation = self.draft.services, self.orientation.currentData() or None
        self._slowly(
            self.tr("Reading the radiographs"),
            lambda _waiting: services.reader.read_pictures(paths, orientation),
            self.draft.show,
        )

    def offer_landmarks_of(self, names: Sequence[str]) -> None:
        """Whose landmarks can be chosen: the case's patient where there are any, scenarios."""
        chosen = self.whose.currentData()
        items = [(self.tr("Choose whose landmarks ..."), "")]
        if self._earlier():
            items.append((self.tr("The case's patient up to now"), EARLIER))
        self._fill(self.whose, [*items, *((name, name) for name in names)])
        self.whose.setCurrentIndex(max(0, self.whose.findData(chosen)))

    def use_landmarks_of(self, name: str) -> None:
        """Landmarks of a scenario's patient or of a patient folder."""
        services = self.draft.services
        self._slowly(
            self.tr("Fetching the landmarks"),
            lambda waiting: known_landmarks(services, name, waiting),
            self.draft.use_places,
        )

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
        self.whose.setVisible(draft.way == LANDMARKS)
        self._fill_landmarks()
        self.found.setText("\n".join(f"· {one}" for one in draft.notes()))
        self.accept.setEnabled(False)  # until the marks as they stand now are judged
        self._asked = draft.as_it_stands()
        self._thread.ask(self._asked)
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
        self._build_film_choices()
        self._build_ways()
        self._build_landmarks()
        self._build_measures()
        self.found, self.verdict = _words("films_found", muted=True), _words("films_verdict")
        self.accept = button("films_take", self.tr("Take into the case"))
        self.accept.clicked.connect(self._accept)
        row = QHBoxLayout(self)
        row.addWidget(self.film, 1)
        row.addWidget(self._side())

    def _build_film_choices(self) -> None:
        """Which files, how they hang, and which of them is marked."""
        self.choose = button("films_choose", self.tr("Choose radiographs ..."))
        self.choose.clicked.connect(self._ask)
        self.orientation = Choice("films_orientation", self.tr("Where the file does not say it"))
        for words, letters in (
            (self.tr("Orientation from the file"), ""),
            (self.tr("Patient's right on the right (from behind)"), "R/F"),
            (self.tr("Patient's left on the right (from the front)"), "L/F"),
            (self.tr("Back on the right (from the left)"), "P/F"),
            (self.tr("Belly on the right (from the right)"), "A/F"),
        ):
            self.orientation.addItem(words, letters)
        self.orientation.activated.connect(self._read_again)
        self.picture = Choice("films_picture", self.tr("Picture"))
        self.picture.activated.connect(self._picture_chosen)

    def _build_ways(self) -> None:
        """Where the geometry comes from."""
        self.way = Choice("films_way", self.tr("Geometry from"))
        for words, way in (
            (self.tr("Landmarks of known place"), LANDMARKS),
            (self.tr("A ruler in the picture"), RULER),
            (self.tr("A ball in the picture"), BALL),
            (self.tr("The file's own tags"), TAGS),
        ):
            self.way.addItem(words, way)
        self.way.activated.connect(self._way_chosen)
        self.whose = Choice("films_whose", self.tr("Whose landmarks"))
        self.whose.activated.connect(self._whose_chosen)
        self.offer_landmarks_of(())

    def _build_landmarks(self) -> None:
        """The level, its landmarks, and a mark taken back."""
        self.level = Choice("films_level", self.tr("Level"))
        self.level.activated.connect(lambda _at: self.refresh())
        self.landmarks = QListWidget()
        self.landmarks.setObjectName("films_landmarks")
        self.landmarks.setAccessibleName(self.tr("Landmarks"))
        self.landmarks.setMinimumHeight(LIST_PX)
        self.landmarks.currentRowChanged.connect(lambda _row: self._show_film())
        self.forget = button("films_forget", self.tr("Take the mark away"))
        self.forget.clicked.connect(self._forget)

    def _build_measures(self) -> None:
        """What a ruler or a ball in the picture needs: its true length, and the view."""
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

    def _side(self) -> QScrollArea:
        """The column beside the film, which scrolls where the window is low."""
        parts: tuple[QWidget, ...] = (
            *(self.choose, self.orientation, self.picture, self.way, self.whose, self.level),
            *(self.landmarks, self.forget, self.length, self.view),
            *(self.verdict, self.accept, self.found),
        )
        side = QWidget()
        column = QVBoxLayout(side)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(COLUMN_PX)
        scroll.setWidget(side)
        return scroll

    def _fill(self, choice: Choice, items: Sequence[tuple[str, object]]) -> None:
        if [choice.itemData(n) for n in range(choice.count())] != [data for _, data in items]:
            choice.clear()
            for words, data in items:
                choice.addItem(words, data)
        choice.setEnabled(bool(items))

    def _fill_landmarks(self) -> None:
        rows = self.draft.rows(self.level.currentText(), self._judged.errors)
        at = max(0, self.landmarks.currentRow())
        self.landmarks.clear()
        for row in rows:
            words = row.name if row.pixel is None else f"● {row.name}   {row.error}"
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, row.name)
            self.landmarks.addItem(item)
        self.landmarks.setCurrentRow(min(at, len(rows) - 1))

    def _hear(self, asked: RadiographsDraft, judged: Judged) -> None:
        """A fit is there; it counts where nothing was marked since."""
        if asked is not self._asked:
            return
        self._asked, self._judged = None, judged
        self.verdict.setText(self._trouble or judged.words)
        self.accept.setEnabled(bool(judged.made) and not self._trouble)
        self._fill_landmarks()

    def _name(self) -> str:
        item = self.landmarks.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _show_film(self) -> None:
        grey = self.draft.grey8()
        image = None if grey is None else ArrayImage(grey)
        self.film.show_film(image, self.draft.marks(), self._name())

    def _pointed(self, column: float, row: float) -> None:
        self._trouble = ""
        self.draft.click(self._name(), (column, row))
        following = self.landmarks.currentRow() + 1
        self.refresh()
        if self.draft.way == LANDMARKS and following < self.landmarks.count():
            self.landmarks.setCurrentRow(following)

    def _forget(self) -> None:
        self.draft.forget(self._name())
        self.refresh()

    def _picture_chosen(self, at: int) -> None:
        self.draft.shown, self._judged = max(0, at), Judged("")
        self.landmarks.setCurrentRow(0)
        self.refresh()

    def _way_chosen(self, _at: int) -> None:
        self.draft.way = str(self.way.currentData())
        self._trouble = ""
        self.refresh()

    def _whose_chosen(self, _at: int) -> None:
        name = str(self.whose.currentData())
        if name == EARLIER:
            self.draft.use_places(self._earlier())
            self.refresh()
        elif name:
            self.use_landmarks_of(name)

    def _measured(self, length_mm: float) -> None:
        self.draft.length_mm = length_mm
        self.draft.oblique_deg = float(self.view.currentData() or 0.0)
        self.refresh()

    def _accept(self) -> None:
        made = self._judged.made
        if not made or not self.settled:
            return
        try:
            self._take(self.draft, made)
        except Refusal as refusal:
            self._say(refusal)
        else:
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

    def _slowly(self, words: str, work: Work, show: Callable[[Any], None]) -> None:
        """Work elsewhere, then show what came of it; what the world refuses is said here."""

        def tried(waiting: Waiting) -> Any:
            try:
                return work(waiting)
            except Refusal as refusal:
                return refusal

        def done(found: Any) -> None:
            if isinstance(found, Refusal):
                self._say(found)
            else:
                self._trouble = ""
                show(found)
                self.refresh()

        self.verdict.setText(words)
        if not self._background(words, tried, done):
            self._trouble = self.tr("Something else is still being done: try again in a moment.")
            self.refresh()

    def _say(self, refusal: Refusal) -> None:
        told = [tr_sentence(str(one)) for one in refusal.problems] or [tr_sentence(refusal.why)]
        self._trouble = "\n".join([*told, tr_sentence(refusal.next_step)])
        self.refresh()


def _words(name: str, *, muted: bool = False) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    if muted:
        label.setProperty("role", "muted")
    return label
