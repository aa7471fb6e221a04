"""A sketch of the person, drawn at once while sliders move: from behind, and from the side."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.picture_image import GROUND
from trainer.ui.presenters.studio_person import PersonShown, Vertebra
from trainer.ui.theme import DARK

_SKIN, _BONE, _RIB = QColor("#5B4A41"), QColor("#E2D8C4"), QColor("#8D857A")
SPAN_MM = 420.0
WIDE_MM = 620.0  # both drawings side by side
BODY_MM, PROCESS_MM = 15.0, 31.0


class PersonDrawing(QWidget):
    """The sketch. It holds no truth: the picture beside it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("person_drawing")
        self.setAccessibleName(self.tr("Sketch of the patient, from behind and from the side"))
        self.setMinimumSize(160, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._shown: PersonShown | None = None

    def sizeHint(self) -> QSize:
        """Half of the stage."""
        return QSize(360, 420)

    def show_person(self, shown: PersonShown, words: str) -> None:
        """Another person. words : the numbers, to be read aloud."""
        self._shown = shown
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Both drawings."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), GROUND)
        if self._shown is not None:
            scale = min(self.height() / SPAN_MM, self.width() / WIDE_MM)
            for middle, side in ((0.27, False), (0.80, True)):
                painter.save()
                painter.translate(self.width() * middle, self.height() * 0.5)
                painter.scale(scale, scale)
                (_paint_beside if side else _paint_behind)(painter, self._shown)
                painter.restore()
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(QColor(DARK.muted))
        flag, half = Qt.AlignmentFlag, self.width() / 2.0
        for left, words in ((0.0, self.tr("from behind")), (half, self.tr("from the side"))):
            box = QRectF(left, 4.0, half, 18.0)
            painter.drawText(box, flag.AlignHCenter | flag.AlignTop, words)
        box = QRectF(self.rect()).adjusted(6, 0, -6, -4)
        painter.drawText(box, flag.AlignBottom | flag.AlignRight, self.tr("SKETCH"))


def _paint_behind(painter: QPainter, shown: PersonShown) -> None:
    half = shown.width_mm
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SKIN)
    painter.drawRoundedRect(QRectF(-half, -190.0, 2 * half, 380.0), 46.0, 46.0)
    for one in shown.vertebrae:
        x, y = one.behind
        if one.has_rib:
            _ribs(painter, x, y, half)
    for one in shown.vertebrae:
        x, y = one.behind
        painter.setPen(QPen(_bone(shown), 5.0))
        painter.drawLine(QPointF(x - PROCESS_MM, y - 2), QPointF(x + PROCESS_MM, y - 2))
        painter.setPen(QPen(QColor("#15171A"), 1.2))
        painter.setBrush(_bone(shown))
        body = QRectF(x - BODY_MM, y - 10, 2 * BODY_MM, 20.0)
        painter.drawRoundedRect(body, 4.0, 4.0)
        if one.level in shown.hardware:
            painter.setPen(QPen(QColor(DARK.steel), 3.0))
            for sign in (-1.0, 1.0):
                painter.drawLine(QPointF(x + sign * 10, y - 8), QPointF(x + sign * 10, y + 8))
        if one.wanted:
            _target(painter, x, y, shown.sides)


def _target(painter: QPainter, x: float, y: float, sides: tuple[str, ...]) -> None:
    painter.setPen(QPen(QColor("#FFFFFF"), 2.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for side in sides:  # from behind: the patient's left is on the left
        sign = -1.0 if side == "left" else 1.0
        painter.drawEllipse(QPointF(x + sign * (PROCESS_MM + 2.0), y - 2.0), 7.0, 7.0)


def _ribs(painter: QPainter, x: float, y: float, half: float) -> None:
    painter.setPen(QPen(_RIB, 3.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for sign in (-1.0, 1.0):
        path = QPainterPath(QPointF(x + sign * 16.0, y - 6.0))
        path.cubicTo(
            QPointF(x + sign * half * 0.5, y - 16.0),
            QPointF(x + sign * half * 0.82, y - 2.0),
            QPointF(sign * half * 0.86, y + 26.0),
        )
        painter.drawPath(path)


def _paint_beside(painter: QPainter, shown: PersonShown) -> None:
    back = QPainterPath()
    front = -130.0 - shown.fat_mm
    points = [_skin(one, shown) for one in shown.vertebrae]
    back.moveTo(front, points[0].y() - 10.0)
    back.lineTo(points[0] - QPointF(0.0, 10.0))
    for point in points:
        back.lineTo(point)
    back.lineTo(points[-1].x(), points[-1].y() + 10.0)
    back.lineTo(front, points[-1].y() + 10.0)
    back.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SKIN)
    painter.drawPath(back)
    for one in shown.vertebrae:
        _body(painter, one, shown)


def _skin(one: Vertebra, shown: PersonShown) -> QPointF:
    x, y = one.beside
    return QPointF(x + 40.0 + shown.fat_mm, y)


def _body(painter: QPainter, one: Vertebra, shown: PersonShown) -> None:
    """A body with its posterior height, the front lower where it is wedged; spine to the right."""
    x, y = one.beside
    painter.setPen(QPen(QColor("#15171A"), 1.2))
    painter.setBrush(_bone(shown))
    lost = 10.0 * one.wedge
    path = QPainterPath(QPointF(x + 2.0, y - 10.0))
    for px, py in ((x + 2.0, y + 10.0), (x - 26.0, y + 10.0 - lost), (x - 26.0, y - 10.0 + lost)):
        path.lineTo(px, py)
    path.closeSubpath()
    painter.drawPath(path)
    painter.setPen(QPen(_bone(shown), 4.0))
    painter.drawLine(QPointF(x + 6.0, y), QPointF(x + 34.0, y + 16.0))
    if one.wanted:
        painter.setPen(QPen(QColor("#FFFFFF"), 2.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x + 14.0, y - 4.0), 7.0, 7.0)


def _bone(shown: PersonShown) -> QColor:
    """Faint where the bone is."""
    colour = QColor(_BONE)
    colour.setAlphaF(min(1.0, 0.25 + 0.6 * shown.density))
    return colour
