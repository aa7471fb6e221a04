"""The grey-ramp and sound check that opens a sitting: can every step be told apart, is it heard."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from trainer.ui.preferences import PREFER

STEPS = 18  # as the DICOM GSDF test patterns: 18 patches (AAPM TG-18-CT) [M]
FAINT_PERCENT = 5  # the inner square of the darkest and the brightest patch, as SMPTE's [M]


class GreyRamp(QWidget):
    """Steps from black to white; a faint square stands in the first and in the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grey_ramp")
        self.setAccessibleName(self.tr("Grey steps from black to white"))
        self.setMinimumSize(480, 84)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The patches."""
        painter = QPainter(self)
        for at in range(STEPS):
            left, right = self.width() * at // STEPS, self.width() * (at + 1) // STEPS
            grey = round(255 * at / (STEPS - 1))
            patch = QRect(left, 0, right - left, self.height())
            painter.fillRect(patch, QColor(grey, grey, grey))
            if at in (0, STEPS - 1):
                faint = abs(grey - round(255 * FAINT_PERCENT / 100))
                quarter = patch.width() // 4
                inner = patch.adjusted(quarter, 28, -quarter, -28)
                painter.fillRect(inner, QColor(faint, faint, faint))


class Checks(QWidget):
    """The ramp and a tone, each with a tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exam_checks")
        self.ramp = GreyRamp()
        self.seen = self._tick("exam_seen", self.tr("I see all steps and both faint squares"))
        self.heard = self._tick(
            "exam_heard", self.tr("I hear the tone, or I go by the lights, which say the same")
        )
        self.tone = QPushButton(self.tr("Play the tone"))
        self.tone.setObjectName("exam_tone")
        self.tone.setAccessibleName(self.tone.text())
        self.tone.setToolTip(self.tone.text())
        self.tone.clicked.connect(lambda: PREFER.tone("beam"))
        words = QLabel(self.tr("Picture and sound"))
        words.setProperty("role", "heading")
        row = QHBoxLayout()
        row.addWidget(self.heard)
        row.addWidget(self.tone)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words)
        column.addWidget(self.ramp)
        column.addWidget(self.seen)
        column.addLayout(row)

    @property
    def done(self) -> bool:
        """Whether both were ticked."""
        return self.seen.isChecked() and self.heard.isChecked()

    def clear(self) -> None:
        """For the next candidate."""
        self.seen.setChecked(False)
        self.heard.setChecked(False)

    def _tick(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(name)
        box.setAccessibleName(text)
        box.setToolTip(text)
        return box
