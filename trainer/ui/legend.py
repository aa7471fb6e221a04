"""The legend of the inside: a sample of how each thing is drawn, and a switch for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from trainer.imaging.slice_picture import DASHES
from trainer.imaging.styles import DRAWN, Pattern, Style
from trainer.ui.presenters.anatomy import SWITCHES
from trainer.ui.presenters.texts import tr

_WIDTH, _HEIGHT = 46, 16


class Legend(QWidget):
    """One switch a line."""

    changed = Signal(object)  # frozenset of the switches that are off

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for switch in SWITCHES:
            box = QCheckBox(tr(switch.text))
            box.setObjectName(f"switch_{switch.id}")
            box.setAccessibleName(tr(switch.text))
            box.setToolTip(self.tr("Show {what}, or not").format(what=tr(switch.text)))
            box.setIcon(_samples(switch.samples))
            box.setIconSize(QSize(_WIDTH, _HEIGHT))
            box.setChecked(True)
            box.toggled.connect(lambda _on: self.changed.emit(self.off))
            self.boxes[switch.id] = box
            column.addWidget(box)

    @property
    def off(self) -> frozenset[str]:
        """The switches that are off."""
        return frozenset(name for name, box in self.boxes.items() if not box.isChecked())


def _samples(styles: tuple[Style, ...]) -> QIcon:
    pixmap = QPixmap(_WIDTH * 2, _HEIGHT * 2)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for n, style in enumerate(styles):
        y = _HEIGHT * (n + 0.5) / len(styles)
        _sample(painter, style, y)
    painter.end()
    return QIcon(pixmap)


def _sample(painter: QPainter, style: Style, y: float) -> None:
    drawn = DRAWN[style]
    pen = QPen(QColor(*drawn.rgb), 10.0 if style is Style.BONE else 3.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if style is Style.TARGET:
        painter.setPen(QPen(QColor(*drawn.rgb), 2.0))
        painter.drawEllipse(_WIDTH // 2 - 6, int(y) - 6, 12, 12)
        return
    if drawn.pattern is not Pattern.SOLID:
        dashes = DASHES[drawn.pattern]
        even = dashes if len(dashes) % 2 == 0 else (*dashes, 0.1)
        pen.setDashPattern([part / pen.widthF() for part in even])
    painter.setPen(pen)
    painter.drawLine(1, int(y), _WIDTH - 1, int(y))
