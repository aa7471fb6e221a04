"""The C-arm as two small drawings one can turn: from the feet (oblique), from the side (tilt)."""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from trainer.ui.pens import round_pen
from trainer.ui.presenters.shown import PoseShown
from trainer.ui.side_buttons import left_to_the_room
from trainer.ui.theme import LOOK

STILL = PoseShown(0.0, 0.0, "", "", "")


class CArmDrawing(QWidget):
    """Drag the receptor of the left drawing for oblique, of the right one for tilt.

    Both drawings turn as the picture does: what goes right or up here goes right or to the head
    there.
    """

    turned = Signal(int, int)  # oblique and tilt, thousandths of a degree more
    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("carm_drawing")
        self.setAccessibleName(self.tr("C-arm, seen from the feet and from the side"))
        self.setToolTip(self.tr("Drag a receptor to turn the C-arm (arrow keys, Shift for 5°)"))
        self._pose = STILL
        self._dragging: str | None = None
        self._last_deg = 0.0

    def show_pose(self, pose: PoseShown) -> None:
        """Draw the machine so."""
        self._pose = pose
        self.setAccessibleDescription(f"{pose.oblique_text}, {pose.tilt_text}")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the receptor of the drawing under the mouse."""
        if left_to_the_room(event):
            return
        self.touched.emit()
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = "end" if event.position().x() < self.width() / 2.0 else "side"
            self._last_deg = self._angle(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn with the mouse."""
        if self._dragging is None:
            return
        now_deg = self._angle(event.position())
        turn_mdeg = round(((now_deg - self._last_deg + 180.0) % 360.0 - 180.0) * 1000.0)
        self._last_deg = now_deg
        # Counter-clockwise is to the patient's left in the end view and to the head in the other.
        self.turned.emit(*((turn_mdeg, 0) if self._dragging == "end" else (0, turn_mdeg)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if left_to_the_room(event):
            return
        self._dragging = None
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Both drawings."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_machine(painter, "end", 90.0 + self._pose.oblique_deg)
        self._paint_machine(painter, "side", self._pose.tilt_deg)
        self._paint_words(painter)

    def _centre(self, which: str) -> QPointF:
        return QPointF(self.width() * (0.25 if which == "end" else 0.75), self.height() / 2.0 + 5.0)

    @property
    def _radius(self) -> float:
        return min(self.width() / 4.0 - 8.0, self.height() / 2.0 - 14.0)

    def _angle(self, at: QPointF) -> float:
        offset = at - self._centre(self._dragging or "end")
        return degrees(atan2(-offset.y(), offset.x()))

    def _paint_machine(self, painter: QPainter, which: str, receptor_deg: float) -> None:
        centre, radius = self._centre(which), self._radius
        self._paint_patient(painter, which, centre, radius)
        painter.setPen(round_pen("#7B838B", 5.0))
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawArc(box, round((receptor_deg + 8.0) * 16), round(164.0 * 16))
        toward = QPointF(cos(radians(receptor_deg)), -sin(radians(receptor_deg)))
        painter.setPen(QPen(QColor(LOOK.line), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(centre - toward * radius, centre + toward * radius)
        self._paint_end(painter, centre + toward * radius, receptor_deg, 30.0, 9.0, LOOK.steel)
        self._paint_end(painter, centre - toward * radius, receptor_deg, 14.0, 12.0, "#8A929A")

    def _paint_patient(self, painter: QPainter, which: str, centre: QPointF, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#6E5A50"))
        if which == "end":
            painter.drawEllipse(centre, radius * 0.48, radius * 0.30)
            table = QRectF(centre.x() - radius * 0.6, centre.y() + radius * 0.32, radius * 1.2, 4.0)
        else:
            body = QRectF(
                centre.x() - radius * 0.28, centre.y() - radius * 0.62, radius * 0.52, radius * 1.4
            )
            painter.drawRoundedRect(body, radius * 0.2, radius * 0.2)
            painter.drawEllipse(
                centre - QPointF(radius * 0.04, radius * 0.74), radius * 0.18, radius * 0.18
            )
            table = QRectF(
                centre.x() - radius * 0.36, centre.y() - radius * 0.92, 4.0, radius * 1.8
            )
        painter.setBrush(QColor("#4A5158"))
        painter.drawRect(table)

    def _paint_end(
        self,
        painter: QPainter,
        at: QPointF,
        turn_deg: float,
        width: float,
        depth: float,
        colour: str,
    ) -> None:
        half = QPointF(depth / 2.0, width / 2.0)
        place = QTransform().translate(at.x(), at.y()).rotate(-turn_deg)
        painter.setPen(QPen(QColor("#101214"), 1.0))
        painter.setBrush(QColor(colour))
        painter.drawPolygon(place.map(QPolygonF(QRectF(-half, half))))

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(QColor(LOOK.muted))
        at = Qt.AlignmentFlag
        half = self.width() / 2.0
        for left, text in ((0.0, self.tr("from the feet")), (half, self.tr("from the side"))):
            box = QRectF(left, 0.0, half, 16.0)
            painter.drawText(box, at.AlignHCenter | at.AlignTop, text)
