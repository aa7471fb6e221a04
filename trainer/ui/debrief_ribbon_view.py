"""The ribbon: how deep each needle stood when, what was near, what was seen and done.

A click or the arrow keys choose a time; the pointer tells what lies under it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from trainer.scoring.debrief.moments import Moment
from trainer.scoring.debrief.ribbon import Ribbon
from trainer.ui.pens import round_pen
from trainer.ui.presenters.debrief_ribbon import (
    LEFT,
    RIGHT,
    TOP,
    Box,
    LaneShown,
    MarkShown,
    RibbonLayout,
    RibbonShown,
    words_at,
)
from trainer.ui.presenters.texts import tr
from trainer.ui.theme import LOOK

LEAST_HEIGHT_PX, MOST_HEIGHT_PX, LANE_PX = 132, 330, 62
# How much of the ink a shade has: within the margin, near, less near, far, unknown.
SHADES: Mapping[int, int] = {0: 200, 1: 120, 2: 64, 3: 28, -1: 12}
_STEPS: Mapping[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
LEGEND = (
    "Stronger shade: nearer to a danger zone. Hatched: over 10 mm unseen. Amber ticks: pictures; "
    "long = tip seen, dot = hand in the beam. L level, I injection, S stimulation, H heat, "
    "X into a danger zone."
)


class DebriefRibbon(QWidget):
    """The ribbon with a cursor."""

    chosen = Signal(int)  # ms
    stepped = Signal(int)  # +1 or -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("debrief_ribbon")
        self.setAccessibleName(self.tr("Ribbon: depth of each needle over time"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(LEAST_HEIGHT_PX)
        self._ribbon: Ribbon | None = None
        self._moments: tuple[Moment, ...] = ()
        self._layout: RibbonLayout | None = None
        self._shown: RibbonShown | None = None
        self._t_ms = 0
        self._pressed = False

    def show_ribbon(self, ribbon: Ribbon, moments: tuple[Moment, ...]) -> None:
        """Another attempt."""
        self._ribbon, self._moments = ribbon, moments
        self._lay_out()

    def show_cursor(self, t_ms: int) -> None:
        """Where one looks."""
        self._t_ms = t_ms
        if self._ribbon is not None:
            self.setAccessibleDescription(words_at(self._ribbon, t_ms))
        self.update()

    def x_of(self, t_ms: int) -> float:
        """Where a time lies, in pixels."""
        return 0.0 if self._layout is None else self._layout.x(t_ms)

    def sizeHint(self) -> QSize:
        """Room for each needle's lane."""
        lanes = 1 if self._ribbon is None else max(1, len(self._ribbon.tracks))
        return QSize(640, min(MOST_HEIGHT_PX, LEAST_HEIGHT_PX + (lanes - 1) * LANE_PX))

    def event(self, event: QEvent) -> bool:
        """Hovering tells what lies there."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words(QPointF(event.pos())), self)
            return True
        return bool(super().event(event))

    def resizeEvent(self, _event: QEvent) -> None:
        """Everything finds its place anew."""
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at this time."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = True
            self._choose(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag goes through time."""
        if self._pressed and event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event.position())
            return
        QToolTip.showText(event.globalPosition().toPoint(), self._words(event.position()), self)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The drag is over."""
        self._pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go through pictures, acts and moments; Home and End to the ends."""
        key = event.key()
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Home:
            self.chosen.emit(0)
        elif key == Qt.Key.Key_End and self._ribbon is not None:
            self.chosen.emit(self._ribbon.end_ms)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lanes, then what lies over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(LOOK.panel))
        if self._shown is not None:
            cursor = self.x_of(self._t_ms)
            _Painting(painter, self.font(), self.width(), cursor).paint(self._shown)
        painter.setPen(QPen(QColor(LOOK.focus if self.hasFocus() else LOOK.line), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0)
        painter.end()

    def _choose(self, at: QPointF) -> None:
        if self._layout is not None:
            self.chosen.emit(self._snapped(at.x()))

    def _snapped(self, x: float) -> int:
        """A moment's own time where the click is on its number, else the time under it."""
        assert self._layout is not None
        near = [one for one in self._moments if abs(self._layout.x(one.t_ms) - x) <= 7.0]
        return near[0].t_ms if near else self._layout.t_ms(x)

    def _words(self, at: QPointF) -> str:
        if self._layout is None:
            return ""
        return self._layout.words_at(at.x(), at.y())

    def _lay_out(self) -> None:
        if self._ribbon is not None and self.width() > 100:
            size = float(self.width()), float(self.height())
            self._layout = RibbonLayout(self._ribbon, self._moments, *size)
            self._shown = self._layout.shown()
        self.update()


class _Painting:
    """Draws the parts in the theme's colours."""

    def __init__(self, painter: QPainter, font: QFont, width: int, cursor: float) -> None:
        self._painter = painter
        self._cursor_x = cursor
        self._right = width - RIGHT
        self._small = QFont(font)
        self._small.setPixelSize(11)
        painter.setFont(self._small)

    def paint(self, shown: RibbonShown) -> None:
        parts: tuple[Callable[[], None], ...] = (
            lambda: self._lanes(shown),
            lambda: self._ticks(shown),
            lambda: self._breaks(shown),
            lambda: self._clock(shown),
            lambda: self._cursor(shown),
            lambda: self._marks(shown),
            lambda: self._moments(shown),
        )
        for part in parts:
            part()

    def _lanes(self, shown: RibbonShown) -> None:
        for lane in shown.lanes:
            self._grid(lane)
            for box in lane.shades:
                self._painter.fillRect(_rect(box), _ink(SHADES[box.shade]))
            for box in lane.hatched:
                self._hatch(box)
            self._painter.setPen(round_pen(LOOK.text, 1.8))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawPolyline(QPolygonF([QPointF(*point) for point in lane.curve]))
            self._painter.setPen(QColor(LOOK.muted))
            self._painter.drawText(QPointF(LEFT + 6.0, lane.top + 14.0), lane.label)

    def _grid(self, lane: LaneShown) -> None:
        for y, mm in lane.grid:
            self._painter.setPen(QPen(QColor(LOOK.line), 1.0, Qt.PenStyle.DotLine))
            self._painter.drawLine(QPointF(LEFT, y), QPointF(self._right, y))
            self._write(
                QRectF(0.0, y - 8.0, LEFT - 6.0, 16.0), str(mm), Qt.AlignmentFlag.AlignRight
            )
        box = QRectF(4.0, lane.top - 20.0, LEFT, 14.0)
        self._write(box, "mm", Qt.AlignmentFlag.AlignLeft)

    def _hatch(self, box: Box) -> None:
        self._painter.fillRect(_rect(box), QColor(LOOK.panel))
        self._painter.setPen(QPen(QColor(LOOK.text), 1.2))
        self._painter.setBrush(QBrush(QColor(LOOK.text), Qt.BrushStyle.BDiagPattern))
        self._painter.drawRect(_rect(box))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _ticks(self, shown: RibbonShown) -> None:
        for tick in shown.ticks:
            self._painter.setPen(QPen(QColor(LOOK.beam), 1.6))
            top = TOP - (18.0 if tick.tip_seen else 11.0)
            self._painter.drawLine(QPointF(tick.x, top), QPointF(tick.x, TOP - 5.0))
            if tick.hand:
                self._painter.setBrush(QColor(LOOK.text))
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.drawEllipse(QPointF(tick.x, TOP - 2.0), 2.4, 2.4)
                self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _breaks(self, shown: RibbonShown) -> None:
        for x, words in shown.breaks:
            band = QRectF(x - 7.0, TOP, 14.0, shown.baseline - TOP)
            self._painter.fillRect(band, QColor(LOOK.panel))
            self._painter.setPen(QPen(QColor(LOOK.muted), 1.0, Qt.PenStyle.DashLine))
            for side in (-7.0, 7.0):
                self._painter.drawLine(QPointF(x + side, TOP), QPointF(x + side, shown.baseline))
            self._painter.save()
            self._painter.translate(x + 4.0, shown.baseline - 4.0)
            self._painter.rotate(-90.0)
            self._painter.setPen(QColor(LOOK.muted))
            self._painter.drawText(QPointF(0.0, 0.0), words)
            self._painter.restore()

    def _clock(self, shown: RibbonShown) -> None:
        for x, words in shown.clock:
            box = QRectF(x - 30.0, shown.baseline + 2.0, 60.0, 16.0)
            self._write(box, words, Qt.AlignmentFlag.AlignHCenter)

    def _cursor(self, shown: RibbonShown) -> None:
        """Blue on a rim of the ground: where one looks."""
        for colour, width in ((LOOK.panel, 5.0), (LOOK.held, 2.4)):
            self._painter.setPen(QPen(QColor(colour), width))
            top, bottom = QPointF(self._cursor_x, 20.0), QPointF(self._cursor_x, shown.baseline)
            self._painter.drawLine(top, bottom)

    def _marks(self, shown: RibbonShown) -> None:
        for mark in shown.marks:
            at = QPointF(mark.x, mark.y)
            self._disc(at, 7.5, LOOK.surround, LOOK.text)
            self._letter(at, mark.letter, LOOK.text)
            if mark.lasts:
                self._beside(mark)

    def _beside(self, mark: MarkShown) -> None:
        """How long it lasted, on its own ground: a curve may run behind it."""
        wide = self._painter.fontMetrics().horizontalAdvance(mark.lasts) + 6.0
        box = QRectF(mark.x + 9.0, mark.y - 20.0, wide, 14.0)
        self._painter.fillRect(box, QColor(LOOK.panel))
        self._painter.setPen(QColor(LOOK.text))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.lasts)

    def _moments(self, shown: RibbonShown) -> None:
        for x, number, _kind in shown.moments:
            at = QPointF(x, 11.0)
            self._disc(at, 8.5, LOOK.text, LOOK.text)
            self._letter(at, str(number), LOOK.surround)

    def _disc(self, at: QPointF, radius: float, fill: str, edge: str) -> None:
        self._painter.setPen(QPen(QColor(edge), 1.2))
        self._painter.setBrush(QColor(fill))
        self._painter.drawEllipse(at, radius, radius)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _letter(self, at: QPointF, text: str, colour: str) -> None:
        self._painter.setPen(QColor(colour))
        box = QRectF(at.x() - 9.0, at.y() - 9.0, 18.0, 18.0)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _write(self, box: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
        self._painter.setPen(QColor(LOOK.muted))
        self._painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, text)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _ink(alpha: int) -> QColor:
    colour = QColor(LOOK.text)
    colour.setAlpha(alpha)
    return colour


def legend() -> str:
    """What the signs of the ribbon mean."""
    return tr(LEGEND)
