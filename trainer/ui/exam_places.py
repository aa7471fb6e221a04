"""The places of an exam: its pages, and the suite of a station. Locked while a candidate sits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from trainer.refusal import Refusal
from trainer.session.exams.live import LiveStation
from trainer.ui.action_set import build_menu
from trainer.ui.actions import Where
from trainer.ui.exam.dialogs import Line, PinDialog
from trainer.ui.exam.screen import ExamScreen
from trainer.ui.exam.station import StationParts
from trainer.ui.exam.wall import staff_of
from trainer.ui.place import Place
from trainer.ui.presenters.exam import ExamOpened
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr
from trainer.ui.presenters.window_view import Opened
from trainer.ui.suite_screen import SuiteScreen

LATER = Qt.ConnectionType.QueuedConnection
PAUSE, LEAVE = 0, 1
WITH_DEVICES = ("gamepad", "tracked-phantom")


@dataclass(frozen=True, slots=True, eq=False)
class StationOpened:
    """A station under way, and the screen it goes back to."""

    station: LiveStation
    ready: Opened
    title: str
    exam: ExamScreen


class ExamStationPlace(Place[SuiteScreen]):
    """The suite in an exam: no aids, no steps, no way out but the end or the invigilator's PIN."""

    id, help_page = "exam_station", "exam"
    parts: StationParts | None = None

    def make(self, what: StationOpened) -> SuiteScreen:
        """The suite of a station."""
        self._what = what
        suite = SuiteScreen(what.ready, self.window)
        self.parts = parts = StationParts(what.station, what.title, suite)
        parts.over.connect(self._over, LATER)
        parts.staff_wanted.connect(self.ask_staff)
        suite.refused.connect(self.window.show_notice)
        return suite

    def arrived(self, screen: SuiteScreen, _what: Any) -> None:
        """Hands on; devices only where the exam is sat with one, the same for all candidates."""
        screen.enter()
        if self._what.exam.room.definition.surroundings.input_profile in WITH_DEVICES:
            self.window.devices.serve(screen)

    def listen(self) -> None:
        """The menu has the room's own acts and the list of keys, and no way out."""
        if self.screen is not None:
            acts = {**self.screen.acts, "keys": self.window.show_keys}
            self.screen.top.set_menu(build_menu(self.screen, (Where.SUITE, Where.EVERYWHERE), acts))

    def left(self, screen: SuiteScreen) -> None:
        """Whoever goes with the station under way leaves it interrupted."""
        parts, self.parts = self.parts, None
        self.window.devices.rest()
        screen.leave()
        if parts is not None:
            parts.stop()
            if not parts.station.over:
                parts.station.leave("the workstation was left")

    def lets_go(self, go_on: Callable[[], None]) -> bool:
        """Only with the staff's PIN."""
        assert self.screen is not None
        self.screen.let_go("dialog")
        self._what.exam.ask_staff(go_on)
        return False

    def ask_staff(self) -> None:
        """The invigilator: stop the clock, let it go on, or leave the station."""
        assert self.screen is not None
        self.screen.let_go("dialog")
        exam, paused = self._what.exam, self._what.station.paused
        acts = (tr("Let the clock go on") if paused else tr("Stop the clock"), tr("Leave"))
        lines = (Line("act", tr("What to do"), acts), Line("reason", tr("Reason")))
        hand = exam.hand
        dialog = PinDialog(tr("Invigilator"), staff_of(hand), exam.room.try_pin, self.window, lines)
        dialog.shown.connect(
            lambda who: self._staff_acts(who, acts.index(dialog.said["act"]), dialog.said["reason"])
        )
        dialog.open()

    def _staff_acts(self, who: str, act: int, reason: str) -> None:
        station = self._what.station
        try:
            if act == LEAVE:
                station.leave(reason.strip() or "the invigilator ended it")
            elif station.paused:
                station.go_on(who)
            else:
                station.pause(who, reason)
        except Refusal as refusal:
            self.window.show_notice(refused_text(refusal))
        if self.parts is not None:
            self.parts.refresh()
        if self.screen is not None and not station.paused:
            self.screen.take_focus()

    def _over(self) -> None:
        """Back to the desk; how fast pictures came is noted first."""
        parts, what = self.parts, self._what
        if parts is None:
            return
        slow_ms = parts.picture_p95_ms
        if slow_ms is not None and what.exam.is_station(what.station):
            try:
                what.station.measured("picture_p95_ms", slow_ms)
            except Refusal as refusal:
                self.window.show_notice(refused_text(refusal))
        self.window.stack.setCurrentWidget(what.exam)
        self.leave()
        what.exam.station_over(what.station)


class ExamPlace(Place[ExamScreen]):
    """Front, wall and desk."""

    id = "exam"

    def make(self, what: ExamOpened) -> ExamScreen:
        """The front."""
        screen = ExamScreen(what, self.window.jobs.run, self.window)
        screen.told.connect(self.window.show_notice)
        screen.locked.connect(self.window.lock)
        screen.home_wanted.connect(self.window.go_home, LATER)
        screen.station_opened.connect(
            lambda station, ready, title: self.window.show_place(
                "exam_station", StationOpened(station, ready, title, screen)
            ),
            LATER,
        )
        return screen

    def arrived(self, screen: ExamScreen, _what: ExamOpened) -> None:
        """The keyboard goes where one begins."""
        screen.front.sessions.setFocus()
        screen.ask_overdue()

    def left(self, screen: ExamScreen) -> None:
        """The session is let go; it can be entered again."""
        screen.close_session()
        self.window.lock(False)

    def say_busy(self, screen: ExamScreen, text: str) -> None:
        """On the front."""
        screen.front.say(text)

    def lets_go(self, go_on: Callable[[], None]) -> bool:
        """While a candidate has the workstation only with the staff's PIN."""
        if self.screen is None or not self.screen.is_locked:
            return True
        self.screen.ask_staff(go_on)
        return False
