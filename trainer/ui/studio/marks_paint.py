"""How marks look on a picture: tolerance as a ring, hazards as lines, their margins dashed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from trainer.imaging.styles import DRAWN, Style
from trainer.ui.presenters.studio_marks import Placed

_HALO = QColor(0, 0, 0, 150)  # under every line: it must be seen on bone and on air
_RIM, _TEXT = QColor(0, 0, 0, 200), QColor("#E8EAEC")
_WHITE, _QUIET = QColor("#FFFFFF"), QColor("#B9C2CA")
OPEN_PX, ARM_PX = 2.5, 7.0
_KINDS = {"pleura": Style.PLEURA, "canal": Style.CANAL, "foramen": Style.FORAMEN}


def paint_marks(painter: QPainter, place: QRectF, size_px: int, marks: Iterable[Placed]) -> None:
    """Draw them. place : where the picture lies on the widget; size_px : its pixels a side."""
    scale = place.width() / size_px
    for one in sorted(marks, key=lambda each: each.mark.chosen):
        centre = place.topLeft() + QPointF(one.at[0] + 0.5, one.at[1] + 0.5) * scale
        if place.contains(centre):
            _paint_mark(painter, centre, one, one.radius_px * scale)


def _paint_mark(painter: QPainter, centre: QPointF, one: Placed, radius: float) -> None:
    ink = _WHITE if one.mark.chosen else _QUIET
    dash = Qt.PenStyle.DashLine if one.mark.kind == "proposed" else Qt.PenStyle.SolidLine
    for pen in (QPen(_HALO, 3.6), QPen(ink, 2.0 if one.mark.chosen else 1.2, dash)):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if one.mark.kind == "target":
            painter.drawEllipse(centre, radius, radius)
            _cross(painter, centre)
        else:
            painter.drawPolygon(_diamond(centre))
    if one.mark.text:
        at = QRectF(centre.x() + max(radius, 6.0) + 3.0, centre.y() - 9.0, 220.0, 18.0)
        _words(painter, at, one.mark.text, ink)


def _cross(painter: QPainter, at: QPointF) -> None:
    for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        way = QPointF(x, y)
        painter.drawLine(at + way * OPEN_PX, at + way * ARM_PX)


def _diamond(at: QPointF) -> QPolygonF:
    return QPolygonF([at + QPointF(x, y) * 5.0 for x, y in ((1, 0), (0, 1), (-1, 0), (0, -1))])


def _words(painter: QPainter, box: QRectF, text: str, ink: QColor) -> None:
    paint_words(painter, box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text, ink)


def paint_words(
    painter: QPainter, box: QRectF, where: Qt.AlignmentFlag, text: str, ink: QColor = _TEXT
) -> None:
    """Words that can be read on air as on bone: a dark rim round light letters."""
    painter.setPen(_RIM)
    for x, y in ((-1, 0), (1, 0), (0, -1), (0, 1), (1, 1), (-1, -1)):
        painter.drawText(box.translated(x, y), where, text)
    painter.setPen(ink)
    painter.drawText(box, where, text)


def paint_outline(
    painter: QPainter,
    place: QRectF,
    structure: str,
    lines: Iterable[Iterable[tuple[float, float]]],
    *,
    margin: bool,
) -> None:
    """Lines (right, down) in parts of the picture's edge from its middle; a margin is dashed."""
    red, green, blue = DRAWN[_KINDS[structure]].rgb
    style = Qt.PenStyle.DashLine if margin else Qt.PenStyle.SolidLine
    middle, edge = place.center(), place.width()
    for pen in (
        QPen(_HALO, 3.0, style),
        QPen(QColor(red, green, blue), 1.2 if margin else 1.8, style),
    ):
        painter.setPen(pen)
        for line in lines:
            painter.drawPolyline(QPolygonF([middle + QPointF(x, y) * edge for x, y in line]))
