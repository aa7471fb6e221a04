"""The line at the top of the suite: menu, case, clock, dose, beam lamp."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from trainer.ui.buttons import ActionButton
from trainer.ui.icons import wear
from trainer.ui.presenters.shown import BeamShown, CaseShown, Dose
from trainer.ui.theme import LOOK

FLASH_MS = 300  # design value


class ElidedLabel(QLabel):
    """A line of plain text; where it does not fit it ends in "…" and the tooltip has the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def whole(self) -> str:
        """The text that was set."""
        return self._whole

    def set_whole(self, text: str) -> None:
        """Show this text as far as it fits."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = QFontMetrics(self.font())
        self.setText(room.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class BeamLamp(QWidget):
    """Amber while the snapshot says that the beam is on; never by the key alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("beam_lamp")
        self.setFixedSize(QSize(104, 26))
        self.flashed = 0
        self._beam = BeamShown()
        self._flashing = QTimer(self)
        self._flashing.setSingleShot(True)
        self._flashing.timeout.connect(lambda: self.show_beam(self._beam))
        self.show_beam(self._beam)

    @property
    def lit(self) -> bool:
        """Whether the lamp is on."""
        return self._beam.on or self._flashing.isActive()

    def flash(self, number: int) -> None:
        """A single picture: lit for a moment, long enough to be seen. number : of the exposure."""
        self.flashed = number
        self._flashing.start(FLASH_MS)
        self.show_beam(self._beam)

    def show_beam(self, beam: BeamShown) -> None:
        """Show the state."""
        self._beam = beam
        self.setAccessibleName(self._text())
        self.setToolTip(self.tr("X-ray lamp. F: beam while held, S: one picture, Shift+F: latch"))
        self.update()

    def _text(self) -> str:
        if not self.lit:
            return self.tr("Beam off")
        if not self._beam.on:
            return self.tr("SPOT")
        return self.tr("BEAM, latched") if self._beam.latched else self.tr("BEAM ON")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.lit
        painter.setPen(QColor(LOOK.beam if on else LOOK.line))
        painter.setBrush(QColor(LOOK.beam if on else LOOK.panel))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 12, 12)
        painter.setPen(QColor(LOOK.ink if on else LOOK.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text())


class MenuButton(QToolButton):
    """Opens its menu and returns: Qt's own way waits inside the press until the menu has closed,
    and whatever else the program does waits with it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._menu = QMenu(self)
        self.clicked.connect(self._open)

    def setMenu(self, menu: QMenu) -> None:
        """What it opens; the menu before it goes."""
        self._menu.deleteLater()
        self._menu = menu

    def menu(self) -> QMenu:
        """What it opens."""
        return self._menu

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class TopBar(QFrame):
    """Case, clock, dose, lamp."""

    menu_opening = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu_button = MenuButton()
        self.menu_button.setObjectName("menu")
        wear(self.menu_button, "menu")
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("Menu: every action and its key"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.case, self._clock, self._dose = ElidedLabel(), QLabel("00:00"), QLabel()
        self._clock.setAccessibleName(self.tr("Time in the attempt"))
        self._clock.setToolTip(self.tr("Time since the attempt began"))
        self._clock.setMinimumWidth(44)
        self.lamp = BeamLamp()
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 8, 3)
        row.setSpacing(14)
        row.addWidget(self.menu_button)
        row.addWidget(self.case, 1)
        self.signal = ActionButton("reset_timer")
        self.signal.setStyleSheet(
            "color: palette(window); background: palette(text); font-weight: 600;"
        )
        self.signal.hide()
        for widget in (self._clock, self._dose, self.signal, self.lamp):
            row.addWidget(widget)

    def set_menu(self, menu: QMenu) -> None:
        """What the menu button opens."""
        self.menu_button.setMenu(menu)
        menu.aboutToShow.connect(self.menu_opening)

    def show_case(self, case: CaseShown) -> None:
        """The task."""
        triples = ";  ".join(case.targets)
        self.case.set_whole(f"{case.title}   |   {triples}" if triples else case.title)
        self.case.setToolTip(
            "\n".join(
                (case.title, *case.targets, self.tr("Target convention: ") + case.conventions)
            )
        )

    def show_signal(self, number: int) -> None:
        """The five-minute signal, 0 while it is silent: a button that resets it."""
        self.signal.setText(self.tr("{minutes} min: reset").format(minutes=5 * number))
        self.signal.setVisible(number > 0)

    def show_clock(self, text: str) -> None:
        """The time."""
        self._clock.setText(text)

    def show_dose(self, dose: Dose) -> None:
        """The dose."""
        self._dose.setText(self.tr("{dose}   simulated").format(dose=dose.text))
        self._dose.setAccessibleName(dose.spoken)
        self._dose.setToolTip(dose.spoken)
