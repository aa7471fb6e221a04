"""One picture of the debrief: as it was seen, or with what was true drawn over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from trainer.imaging.styles import DRAWN, Pattern, Style
from trainer.ui.aid_overlay import DASHES
from trainer.ui.picture_image import GROUND, ArrayImage
from trainer.ui.presenters.debrief import picture_words
from trainer.ui.presenters.debrief_pictures import Shown
from trainer.ui.presenters.orientation import Point
from trainer.ui.presenters.texts import tr
from trainer.ui.theme import DARK

RING_PX, CROSS_PX, SAMPLE_PX, LINE_PX = 8.0, 6.0, 26.0, 15.0
DIM = 0.86  # of the picture under the truth, so that lines stand out (design value)


class DebriefPicture(QWidget):
    """A square with a picture in it. with_truth : draws what was true over it."""

    def __init__(self, name: str, spoken: str, *, with_truth: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"debrief_{name}")
        self.setAccessibleName(spoken)
        self.setMinimumSize(140, 140)
        self._with_truth = with_truth
        self._shown: Shown | None = None
        self._image: ArrayImage | None = None
        self._note = ""

    @property
    def shown(self) -> Shown | None:
        """What is shown."""
        return self._shown

    @property
    def note(self) -> str:
        """Why nothing is shown."""
        return self._note

    def show_picture(self, shown: Shown | None, note: str) -> None:
        """Another picture, or why there is none."""
        self._shown, self._note = shown, note
        self._image = None if shown is None else ArrayImage(shown.picture)
        self.setAccessibleDescription(note if shown is None else picture_words(shown))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, truth, how it was taken."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), GROUND)
        small = QFont(self.font())
        small.setPixelSize(11)
        painter.setFont(small)
        if self._shown is None or self._image is None:
            self._say_why(painter)
        else:
            self._paint(painter, self._shown, self._image)
        painter.setPen(QPen(QColor(DARK.line), 1.0))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _say_why(self, painter: QPainter) -> None:
        painter.setPen(QColor(DARK.muted))
        box = QRectF(self.rect()).adjusted(18, 18, -18, -18)
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._note
        )

    def _paint(self, painter: QPainter, shown: Shown, image: ArrayImage) -> None:
        place = self._place()
        painter.setOpacity(DIM if self._with_truth else 1.0)
        painter.drawImage(place, image.image)
        painter.setOpacity(1.0)
        painter.setClipRect(place)
        if self._with_truth:
            self._truth(painter, shown)
        painter.setClipping(False)
        _written(painter, QPointF(7.0, 15.0), picture_words(shown))
        _written(painter, QPointF(7.0, 29.0), tr("SIMULATION"))

    def _place(self) -> QRectF:
        """Where the picture lies: its own shape, as large as fits."""
        assert self._shown is not None
        rows, columns = self._shown.picture.shape[:2]
        scale = min(self.width() / columns, self.height() / rows)
        wide, high = columns * scale, rows * scale
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def _truth(self, painter: QPainter, shown: Shown) -> None:
        for style, line, closed in shown.truth.lines:
            way = QPolygonF([self._at(point) for point in line])
            for pen in _pens(style):
                painter.setPen(pen)
                if closed:
                    painter.setBrush(_hatch(style))
                    painter.drawPolygon(way)
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                else:
                    painter.drawPolyline(way)
        for point in shown.truth.targets:
            for pen in _rimmed(QColor(*DRAWN[Style.TARGET].rgb), 1.6):
                painter.setPen(pen)
                painter.drawEllipse(self._at(point), RING_PX, RING_PX)
        for point in shown.truth.tips:
            for pen in _rimmed(QColor(*DRAWN[Style.TARGET].rgb), 2.2):
                painter.setPen(pen)
                _cross(painter, self._at(point))
        painter.setClipping(False)
        self._legend(painter, shown)

    def _at(self, point: Point) -> QPointF:
        place = self._place()
        edge = max(place.width(), place.height())
        return QPointF(place.center().x() + point[0] * edge, place.center().y() + point[1] * edge)

    def _legend(self, painter: QPainter, shown: Shown) -> None:
        """Samples of what is drawn, at the lower left."""
        names = [(style, tr(DRAWN[style].name)) for style in shown.truth.styles]
        high = LINE_PX * (len(names) + 1) + 7.0
        words = [name for _, name in names] + [_signs(shown)]
        metrics = painter.fontMetrics()
        wide = max(metrics.horizontalAdvance(word) for word in words) + SAMPLE_PX + 16.0
        ground = QRectF(4.0, self.height() - high - 4.0, wide, high)
        painter.fillRect(ground, QColor(0, 0, 0, 175))
        for at, (style, name) in enumerate(names):
            y = ground.top() + LINE_PX * (at + 0.5) + 3.0
            painter.setPen(_pens(style)[1])
            left = QPointF(ground.left() + 5.0, y)
            painter.drawLine(left, left + QPointF(SAMPLE_PX - 6.0, 0.0))
            painter.setPen(QColor(DARK.text))
            painter.drawText(QPointF(ground.left() + SAMPLE_PX + 5.0, y + 4.0), name)
        painter.setPen(QColor(DARK.text))
        painter.drawText(QPointF(ground.left() + 6.0, ground.bottom() - 6.0), _signs(shown))


def _signs(shown: Shown) -> str:
    if not shown.truth.tips:
        return tr("○ target")
    moved = shown.truth.moved
    return tr("○ target  × tip then") if moved else tr("○ target  × tip")


def _pens(style: Style) -> tuple[QPen, QPen]:
    """A dark rim under the colour; the pattern lies in the colour."""
    drawn = DRAWN[style]
    rim, pen = _rimmed(QColor(*drawn.rgb), 2.2)
    pattern = DASHES.get(drawn.pattern)
    if pattern is not None:
        pen.setDashPattern(list(pattern))
    return rim, pen


def _rimmed(colour: QColor, width: float) -> tuple[QPen, QPen]:
    return QPen(QColor(0, 0, 0, 200), width + 2.0), QPen(colour, width)


def _hatch(style: Style) -> QBrush:
    drawn = DRAWN[style]
    hatched = drawn.pattern is Pattern.HATCH
    form = Qt.BrushStyle.BDiagPattern if hatched else Qt.BrushStyle.NoBrush
    return QBrush(QColor(*drawn.rgb), form)


def _cross(painter: QPainter, at: QPointF) -> None:
    for across in (1.0, -1.0):
        arm = QPointF(CROSS_PX, CROSS_PX * across)
        painter.drawLine(at - arm, at + arm)


def _written(painter: QPainter, at: QPointF, text: str) -> None:
    """Light on a dark rim: legible on bone and on air."""
    painter.setPen(QColor(0, 0, 0))
    for dx, dy in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
        painter.drawText(at + QPointF(dx, dy), text)
    painter.setPen(QColor(DARK.text))
    painter.drawText(at, text)
