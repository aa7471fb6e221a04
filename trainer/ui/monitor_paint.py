"""What is written and drawn over a monitor's picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from trainer.ui.presenters.monitor_tools import MonitorDisplay
from trainer.ui.presenters.shown import MonitorState, Picture
from trainer.ui.theme import DARK

SIMULATION = "SIMULATION - NOT A PATIENT"
BAR_MM = 20.0
SMALL_PX = 500  # a monitor narrower than this writes smaller
MEASURED = "#7FE3D0"  # no colour of a state
GROUND = QColor(0, 0, 0, 105)  # under small words: white on bright lung is hard to read
MOST_WRITTEN = 96  # words kept as pictures: two monitors' and some that have just changed
_WRITTEN: dict[object, tuple[QPoint, QImage]] = {}
FRAMES: Mapping[MonitorState, str] = {
    MonitorState.EMPTY: DARK.line,
    MonitorState.LIVE: DARK.beam,
    MonitorState.HELD: DARK.held,
    MonitorState.REFERENCE: DARK.muted,
}


class MonitorPainter:
    """Paints over one square of `side` pixels with the monitor's own font."""

    def __init__(self, painter: QPainter, side: int, font: QFont) -> None:
        self._painter = painter
        self._side = side
        self._font_before = font

    @property
    def small(self) -> bool:
        """Whether there is little room."""
        return self._side < SMALL_PX

    def frame(self, state: MonitorState) -> None:
        """The state's colour around it; wide and amber while the beam is on."""
        width = 4.0 if state is MonitorState.LIVE else 2.0
        self._painter.setPen(QPen(QColor(FRAMES[state]), width))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2.0
        self._painter.drawRect(self._box.adjusted(inset, inset, -inset, -inset))

    def chosen(self) -> None:
        """Marked at its lower corners: the monitor that the picture tools act on."""
        self._painter.setPen(QPen(QColor(DARK.text), 3.0))
        low, arm = self._side - 3.0, 14.0
        for x, step in ((3.0, arm), (self._side - 3.0, -arm)):
            self._painter.drawLine(QPointF(x, low), QPointF(x + step, low))
            self._painter.drawLine(QPointF(x, low), QPointF(x, low - arm))

    def empty(self, note: str, label: str) -> None:
        """No picture yet."""
        self._painter.setPen(QColor(DARK.muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        self._painter.drawText(self._box.adjusted(30, 30, -30, -30), flags, note)
        self.write(label, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def texts(self, picture: Picture, display: MonitorDisplay) -> None:
        """Facts of the exposure, window and level, zoom, edge letters as they are seen."""
        at = Qt.AlignmentFlag
        self.write("\n".join(picture.lines), at.AlignBottom | at.AlignLeft)
        self.write("   ".join(_display_words(display)), at.AlignBottom | at.AlignRight)
        left, right, top, bottom = display.orientation.letters(picture.letters)
        for letter, edge in (
            (left, at.AlignVCenter | at.AlignLeft),
            (right, at.AlignVCenter | at.AlignRight),
            (f"\n{top}" if self.small else top, at.AlignTop | at.AlignHCenter),
            (bottom, at.AlignBottom | at.AlignHCenter),
        ):
            self.write(letter, edge, bold=True)

    def note(self, text: str, state: MonitorState) -> None:
        """The state in its colour, on a dark ground so that it reads over any grey."""
        self._painter.setFont(self._font())
        width = self._painter.fontMetrics().horizontalAdvance(text) + 16.0
        height = self._painter.fontMetrics().height() + 4.0
        box = QRectF(self._side - width - 6.0, 6.0, width, height)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(16, 18, 20, 215))
        self._painter.drawRoundedRect(box, 3, 3)
        self._painter.setPen(QColor(FRAMES[state]))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def bar(self, picture: Picture, zoom: float, words: str) -> None:
        """The scale bar at the isocentre's plane; it grows with the picture. words : {length}."""
        mm = BAR_MM if BAR_MM * zoom < 0.6 * picture.edge_mm else BAR_MM / 4.0
        length = mm / picture.edge_mm * self._side * zoom
        x, y = self._side - 16.0, self._side - 34.0
        for colour, width in (("#000000", 4.0), (DARK.text, 1.5)):
            self._painter.setPen(QPen(QColor(colour), width))
            self._painter.drawLine(QPointF(x - length, y), QPointF(x, y))
            for end in (x - length, x):
                self._painter.drawLine(QPointF(end, y - 4), QPointF(end, y + 4))
        box = QRectF(x - 240, y - 24, 240, 18)
        self._painter.setFont(self._font())
        self._outlined(
            box, Qt.AlignmentFlag.AlignRight, words.format(length=f"{mm:.0f}"), DARK.text
        )

    def measured(self, places: Sequence[QPointF], text: str) -> None:
        """Caliper or angle: crosses at its points, lines between them, the value at the last."""
        for colour, width in (("#000000", 3.6), (MEASURED, 1.6)):
            self._painter.setPen(QPen(QColor(colour), width))
            if len(places) > 1:
                self._painter.drawPolyline(list(places))
            for at in places:
                self._painter.drawLine(at - QPointF(5, 0), at + QPointF(5, 0))
                self._painter.drawLine(at - QPointF(0, 5), at + QPointF(0, 5))
        if text and places:
            beside = QRectF(places[-1] + QPointF(8.0, -22.0), places[-1] + QPointF(108.0, -2.0))
            right, low = max(0.0, beside.right() - self._side), max(0.0, 4.0 - beside.top())
            self._painter.setFont(self._font(bold=True))
            left = Qt.AlignmentFlag.AlignLeft
            self._outlined(beside.translated(-right, low), left, text, MEASURED)

    def blades(self, corners: tuple[QPointF, QPointF], *, in_hand: bool) -> None:
        """The shutters as they stand: what the next picture will not show is shaded."""
        open_part = QRectF(*corners).normalized()
        shade = QPainterPath()
        shade.addRect(self._box)
        hole = QPainterPath()
        hole.addRect(open_part)
        self._painter.fillPath(shade.subtracted(hole), QColor(0, 0, 0, 120))
        style = Qt.PenStyle.SolidLine if in_hand else Qt.PenStyle.DashLine
        for colour, width in (("#000000", 3.6), (MEASURED, 1.8)):
            self._painter.setPen(QPen(QColor(colour), width, style))
            self._painter.drawRect(open_part)

    def write(self, text: str, where: Qt.AlignmentFlag, *, bold: bool = False) -> None:
        """Outlined words at an edge; small ones on a dark ground, for any grey."""
        self._painter.setFont(self._font(bold=bold))
        box = self._box.adjusted(12, 8, -12, -10)
        if text and not bold:
            ground = self._painter.boundingRect(box, where, text).adjusted(-5, -2, 5, 2)
            self._painter.fillRect(ground, GROUND)
        self._outlined(box, where, text, DARK.text)

    @property
    def _box(self) -> QRectF:
        return QRectF(0.0, 0.0, self._side, self._side)

    def _font(self, *, bold: bool = False) -> QFont:
        font = QFont(self._font_before)
        font.setPixelSize((14 if bold else 11) if self.small else (16 if bold else 13))
        font.setBold(bold)
        return font

    def _outlined(self, box: QRectF, where: Qt.AlignmentFlag, text: str, colour: str) -> None:
        """Words with a dark rim; what is written again and again is drawn once."""
        if not text:
            return
        painter = self._painter
        corner = box.topLeft().toPoint()
        size = box.translated(-QPointF(corner))
        ratio = painter.device().devicePixelRatioF()
        key = (text, int(where), size.getRect(), painter.font().key(), colour, ratio)
        drawn = _WRITTEN.get(key)
        if drawn is None:
            around = painter.boundingRect(size, where, text).adjusted(-2, -2, 2, 2).toAlignedRect()
            drawn = around.topLeft(), _written(size, around, where, text, colour, painter)
            _WRITTEN[key] = drawn
            while len(_WRITTEN) > MOST_WRITTEN:
                del _WRITTEN[next(iter(_WRITTEN))]
        painter.drawImage(corner + drawn[0], drawn[1])


def _written(
    box: QRectF, around: QRect, where: Qt.AlignmentFlag, text: str, colour: str, like: QPainter
) -> QImage:
    """The part `around` of a box of outlined words."""
    ratio = like.device().devicePixelRatioF()
    drawn = QImage(around.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHints(like.renderHints())
    painter.setFont(like.font())
    painter.setLayoutDirection(like.layoutDirection())
    painter.translate(-around.topLeft())
    painter.setPen(QColor(0, 0, 0, 220))
    for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        painter.drawText(box.translated(right, down), where, text)
    painter.setPen(QColor(colour))
    painter.drawText(box, where, text)
    painter.end()
    return drawn


def _display_words(display: MonitorDisplay) -> tuple[str, ...]:
    spread, hung = display.window_level, display.orientation
    return (
        *(("FLIP",) if hung.flip else ()),
        *((f"ROT {hung.quarter_turns * 90}°",) if hung.quarter_turns else ()),
        *(("INV",) if display.invert else ()),
        *((f"x{display.zoom:.1f}",) if display.zoom > 1.0 else ()),
        f"W {spread.window:.0f}  L {spread.level:.0f}",
    )
