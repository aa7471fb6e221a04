"""The pages of an exam in one screen: front, the staff's wall, the candidate's desk."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer.assessment.exams.definition import INPUT_PROFILES, ExamDefinition
from trainer.refusal import ExitCode, Refusal
from trainer.session.exams.desk import Choice
from trainer.session.exams.desk import Opened as OpenedSession
from trainer.session.exams.familiar import still_to_do
from trainer.session.exams.live import LiveStation
from trainer.session.exams.room import ExamRoom, Offered
from trainer.ui.exam.define import ExamDefine
from trainer.ui.exam.desk import CandidateDesk
from trainer.ui.exam.dialogs import Line, PinDialog, ToldDialog
from trainer.ui.exam.front import ExamFront
from trainer.ui.exam.overdue import ask_overdue, erased_text
from trainer.ui.exam.wall import ExamWall, staff_of
from trainer.ui.presenters.exam import ExamOpened, station_title
from trainer.ui.presenters.exam_acts import ACTS, Hand, Told
from trainer.ui.presenters.exam_candidate import StationLine, candidate_shown, lacking_text
from trainer.ui.presenters.exam_define import Filled, written
from trainer.ui.presenters.navigation import Run
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.shown import RecordMark
from trainer.ui.presenters.texts import tr
from trainer.ui.presenters.window_view import Opened, opened

WRITTEN = (".yaml", ".yml")  # an exam as a person writes it; else one that was defined


class ExamScreen(QStackedWidget):
    """Holds the session that is open. run : work elsewhere, back on this thread."""

    told = Signal(str)
    locked = Signal(bool)
    home_wanted = Signal()
    station_opened = Signal(object, object, str)  # LiveStation, Opened, neutral title
    changed = Signal()  # from whichever thread changed the session

    def __init__(self, what: ExamOpened, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exam")
        self._what, self._run = what, run
        self._closed, self._busy = False, False
        self.front = ExamFront(what)
        self.define: ExamDefine | None = None
        self.wall: ExamWall | None = None
        self.desk: CandidateDesk | None = None
        self.candidate = ""
        self.addWidget(self.front)
        self.front.enter.connect(self.enter_session)
        self.front.open.connect(self.open_session)
        self.front.define.connect(self.define_exam)
        self.front.home_button.clicked.connect(self.home_wanted)
        self.changed.connect(self.refresh, Qt.ConnectionType.QueuedConnection)

    # Sessions ------------------------------------------------------------

    @property
    def room(self) -> ExamRoom:
        """The session that is open."""
        assert self.wall is not None
        return self.wall.hand.room

    @property
    def is_locked(self) -> bool:
        """Whether a candidate has the workstation."""
        return self.desk is not None and self.currentWidget() is self.desk

    def enter_session(self, session_id: str) -> None:
        """Go on with a session; who acts signs on first."""
        desk = self._what.desk
        self._do(tr("Reading the session"), lambda: desk.enter(session_id), self._entered)

    def open_session(self, said: Mapping[str, str]) -> None:
        """Open a session of an exam."""
        self._do(tr("Opening the session"), lambda: self._opened(said), self._opened_shown(said))

    def ask_overdue(self) -> None:
        """Whether names that are kept longer than their exams say shall be erased now."""
        desk, late = self._what.desk, self._what.overdue
        if late:
            ask_overdue(
                *(late, self),
                lambda: self._do(tr("Erasing the names"), lambda: desk.forget(late), self._erased),
            )

    def define_exam(self) -> None:
        """The page that defines an exam; what was filled in there stays."""
        if self.define is not None:
            self.setCurrentWidget(self.define)
            return
        self._do(tr("Reading the library"), self._what.desk.library, self._library_read)

    def _library_read(self, choices: tuple[Choice, ...]) -> None:
        if self._closed:
            return
        self.define = page = ExamDefine(choices)
        self.addWidget(page)
        page.back_button.clicked.connect(lambda: self.setCurrentWidget(self.front))
        page.write.connect(self._write)
        page.open_wanted.connect(self._open_defined)
        self.setCurrentWidget(page)

    def _write(self, filled: Filled) -> None:
        desk, page = self._what.desk, self.define
        assert page is not None
        self._do(tr("Writing the exam"), lambda: written(desk, filled), page.show_written)

    def _open_defined(self, path: Path) -> None:
        self.setCurrentWidget(self.front)
        self.front.show_file(path)

    def close_session(self) -> None:
        """Let the session go; it can be entered again."""
        self._closed = True
        if self.wall is not None:
            self._what.desk.follow_copies(lambda: None)
            self.room.leave()

    def _opened(self, said: Mapping[str, str]) -> OpenedSession:
        desk, path = self._what.desk, Path(said["file"]).expanduser()
        if not said["file"]:
            what, why = tr("The session was not opened"), tr("no file was chosen")
            raise Refusal(what, why, tr("Choose an exam"), code=ExitCode.USAGE)
        if said["passphrase"]:
            return desk.open_sealed(path, said["passphrase"], said["workstation"], said["by"])
        return desk.open(self._definition(path), said["workstation"], said["by"])

    def _definition(self, path: Path) -> ExamDefinition:
        desk = self._what.desk
        if path.suffix.lower() in WRITTEN:
            return desk.define(path).definition
        return desk.definition(path)

    def _opened_shown(self, said: Mapping[str, str]) -> Callable[[OpenedSession], None]:
        def shown(made: OpenedSession) -> None:
            self._entered(made.room, by=said["by"])
            self._say("; ".join(map(tr, made.cautions)))
            heading = tr("PIN of {who}, shown once").format(who=said["by"])
            self.show_told(Told(heading, made.pin, once=True))

        return shown

    def _entered(self, room: ExamRoom, by: str = "") -> None:
        if self._closed:
            room.leave()
            return
        self.wall = ExamWall(Hand(self._what.desk, room, by))
        self.desk = CandidateDesk()
        self.addWidget(self.wall)
        self.addWidget(self.desk)
        room.listen(lambda _state: self.changed.emit())
        self._what.desk.follow_copies(self.changed.emit)
        self._join(self.wall, self.desk)
        self.setCurrentWidget(self.wall)
        if not by:
            self.wall.ask_pin()

    def _join(self, wall: ExamWall, desk: CandidateDesk) -> None:
        wall.act.connect(self._act)
        wall.leave_button.clicked.connect(self.home_wanted)
        wall.hand_over.connect(lambda: self.lock(""))
        wall.go_on.connect(self._go_on)
        desk.signed_in.connect(self._sign_in)
        desk.start_wanted.connect(self._start)
        desk.warm_up_wanted.connect(self._warm_up)
        desk.station_wanted.connect(self._station)
        desk.seal_wanted.connect(self._seal)
        desk.next_wanted.connect(lambda: self.lock(""))
        desk.staff_wanted.connect(lambda: self.ask_staff(lambda: None))

    # Locked and not ------------------------------------------------------------

    def lock(self, candidate: str) -> None:
        """The workstation belongs to candidates. candidate : who sits there, "" nobody yet."""
        assert self.desk is not None
        self.candidate = candidate
        if not candidate:
            self.desk.clear()
        self.setCurrentWidget(self.desk)
        self.locked.emit(True)
        self.refresh()
        self.desk.take_focus()

    def ask_staff(self, then: Callable[[], None]) -> None:
        """Somebody of the staff shows the PIN; then the wall, and `then`."""

        def shown(who: str) -> None:
            self.unlock(who)
            then()

        dialog = PinDialog(
            self.tr("Invigilator"), staff_of(self.hand), self.room.try_pin, self.window()
        )
        dialog.shown.connect(shown)
        dialog.open()

    def unlock(self, who: str) -> None:
        """Back to the wall."""
        assert self.wall is not None
        self.hand.by = who
        self.setCurrentWidget(self.wall)
        self.locked.emit(False)
        self.refresh()

    @property
    def hand(self) -> Hand:
        """Who acts, on whom."""
        assert self.wall is not None
        return self.wall.hand

    # The staff acts ------------------------------------------------------------

    def _act(self, name: str, said: dict[str, str]) -> None:
        hand = self.hand
        self._do(tr(ACTS[name].text), lambda: ACTS[name].do(hand, said), self._done)

    def _done(self, told: Told | None) -> None:
        self.refresh()
        if told is not None:
            self.show_told(told)

    def _erased(self, count: int) -> None:
        self.told.emit(erased_text(count))

    def show_told(self, told: Told) -> None:
        """A PIN, a receipt, a report, a picture."""
        ToldDialog(told, self.window()).open()

    def _go_on(self) -> None:
        attempt_id, by, candidate = self.hand.attempt_id, self.hand.by, self.hand.candidate
        self._open_station(lambda: self.room.resume(attempt_id, by), candidate)

    # The candidate ------------------------------------------------------------

    def _sign_in(self, name: str, pin: str) -> None:
        assert self.desk is not None
        try:
            right = name in self.room.state.candidates and self.room.try_pin(name, pin)
        except Refusal as refusal:
            self._refused(refusal)
            return
        if not right:
            self.desk.say(self.tr("Pseudonym and PIN do not belong together."))
            return
        self.candidate = name
        self.refresh()

    def _start(self) -> None:
        assert self.desk is not None
        if not self.desk.checks.done:
            self.desk.say(self.tr("Tick both lines once they are so, or tell the invigilator."))
            return
        wanted = self.room.definition.surroundings.input_profile
        profiles = (wanted, *(one for one in INPUT_PROFILES if one != wanted))
        dialog = PinDialog(
            self.tr("Invigilator: it is this candidate, and this input"),
            staff_of(self.hand),
            self.room.try_pin,
            self.window(),
            (Line("input", self.tr("Input at this workstation"), profiles),),
        )
        dialog.shown.connect(lambda who: self._started(who, dialog.said["input"]))
        dialog.open()

    def _started(self, who: str, profile: str) -> None:
        window, candidate = self.window(), self.candidate
        offered = Offered(profile, window.width(), window.height())
        self._do(
            self.tr("Beginning"),
            lambda: self.room.start(candidate, who, offered),
            lambda _: self.refresh(),
        )

    def _warm_up(self) -> None:
        candidate = self.candidate
        self._open_station(lambda: self.room.warm_up(candidate), candidate)

    def _station(self, line: StationLine) -> None:
        candidate = self.candidate
        if not line.attempt_id:
            self._open_station(lambda: self.room.begin(candidate, line.id), candidate)
            return
        dialog = PinDialog(
            self.tr("Invigilator: the station goes on"),
            staff_of(self.hand),
            self.room.try_pin,
            self.window(),
        )
        dialog.shown.connect(
            lambda who: self._open_station(
                lambda: self.room.resume(line.attempt_id, who), candidate
            )
        )
        dialog.open()

    def _seal(self) -> None:
        candidate = self.candidate
        self._do(self.tr("Sealing"), lambda: self.room.seal(candidate), lambda _: self.refresh())

    def _open_station(self, begin: Callable[[], LiveStation], candidate: str) -> None:
        def work() -> tuple[LiveStation, Opened]:
            station = begin()
            return station, opened(station.live)

        def done(made: tuple[LiveStation, Opened]) -> None:
            if self._closed:
                made[0].leave("the workstation was left")
                return
            self.lock(candidate)
            self.station_opened.emit(*made, self._title(made[0]))

        self._do(tr("Opening the station"), work, done)

    def is_station(self, station: LiveStation) -> bool:
        """Whether it is one of the form, and not the warm-up."""
        return station.station in self.room.state.candidates[station.candidate].stations

    def _title(self, station: LiveStation) -> str:
        names = tuple(self.room.state.candidates[station.candidate].stations)
        if station.station not in names:
            return tr("Warm-up")
        return station_title(names.index(station.station) + 1, len(names))

    def station_over(self, station: LiveStation) -> None:
        """Submitted, out of time or interrupted: back at the desk."""
        assert self.desk is not None
        self.refresh()
        if station.failure is not None:
            self._refused(station.failure)
        elif not self.is_station(station):
            self._say_lacking(station)
        self.desk.take_focus()

    def _say_lacking(self, station: LiveStation) -> None:
        """What the warm-up that is over lacks, where it was not enough."""
        wanted = self.room.definition.familiarisation
        if wanted is None or self.desk is None:
            return
        with contextlib.suppress(Refusal):  # a file that cannot be read is told elsewhere
            self.desk.say(lacking_text(still_to_do(wanted, station.events)))

    # Work ------------------------------------------------------------

    def refresh(self) -> None:
        """Wall and desk as the session stands."""
        if self._closed or self.wall is None or self.desk is None:
            return
        self.wall.refresh(recording=self.desk.record.mark is RecordMark.RECORDED)
        room = self.room
        self.desk.show_candidate(candidate_shown(room.definition, room.state, self.candidate))

    def _do(self, busy: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """One thing at a time."""
        if self._busy:
            return
        self._busy = True
        self._say(busy)

        def back(result: Any) -> None:
            self._busy = False
            if not self._closed:
                self._say("")
            done(result)

        def refused(refusal: Refusal) -> None:
            self._busy = False
            if not self._closed:
                self._say("")
                self._refused(refusal)

        self._run(work, back, refused)

    def _say(self, text: str) -> None:
        if self.is_locked and self.desk is not None:
            self.desk.say(text)
        elif self.wall is not None:
            self.wall.say(text)
        elif self.define is not None and self.currentWidget() is self.define:
            self.define.say(text)
        else:
            self.front.say(text)

    def _refused(self, refusal: Refusal) -> None:
        if refusal.code is ExitCode.STORAGE and self.desk is not None:
            self.desk.show_record(RecordMark.FAILED)
        if self.is_locked and self.desk is not None:
            self.desk.say(refused_text(refusal))
        else:
            self.told.emit(refused_text(refusal))
        self.refresh()
