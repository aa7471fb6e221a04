"""Every screen there is, one after the other, in one window of the smallest size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import REPOSITORY
from tests.ui.stand_in_exam import SITTING, StandInExamRoom, StandInStation
from tests.ui.stand_ins import StandInPractice, StandInRoom
from trainer.session.retention import Overdue
from trainer.session.settings import Kept, Settings
from trainer.ui.exam_places import StationOpened
from trainer.ui.key_list import KeyList
from trainer.ui.main_window import MainWindow
from trainer.ui.presenters.cohort import ANGOFF_ID
from trainer.ui.presenters.exam_acts import Told
from trainer.ui.presenters.layout import MIN_HEIGHT_PX, MIN_WIDTH_PX
from trainer.ui.presenters.settings import SettingsDesk
from trainer.ui.presenters.studio_parts import PART_IDS
from trainer.ui.presenters.window_view import opened

GUIDES = REPOSITORY / "docs" / "guides"


class MemoryStore:
    """Settings that last as long as the test."""

    def __init__(self) -> None:
        self.settings = Settings(notice_read=True)

    def read(self) -> Settings:
        return self.settings

    def write(self, settings: Settings) -> None:
        self.settings = settings


class EmptyHouse:
    """A house with five empty folders."""

    def __init__(self) -> None:
        self.old: tuple[Path, ...] = ()
        self.collected: list[Path] = []

    def kept(self) -> tuple[Kept, ...]:
        names = ("attempts", "scenarios", "patients", "cache", "logs")
        return tuple(Kept(name, Path("kept") / name, 12, 3_400_000) for name in names)

    def clear_cache(self) -> int:
        return 3_400_000

    def old_attempts(self, days: int) -> tuple[Path, ...]:
        return self.old if days else ()

    def kept_from(self, days: int) -> int:
        return date(2026, 11, 23).toordinal() - days

    def count_old(self, days: int) -> int:
        return len(self.old_attempts(days))

    def delete(self, attempts: tuple[Path, ...]) -> int:
        self.old = ()
        return len(attempts)

    def collect(self, out: Path) -> tuple[str, ...]:
        self.collected.append(out)
        return ("about.txt", "settings.json")

    def guides(self) -> Path:
        return GUIDES

    def build(self) -> str:
        return "0123456789abcdef"


def memory_desk(apply: Callable[[Settings], None] = lambda _settings: None) -> SettingsDesk:
    """A desk that leaves nothing on the disk."""
    return SettingsDesk(MemoryStore(), EmptyHouse(), apply)


class Rooms:
    """Opens the screens of `ROOMS` by name; closes everything at the end."""

    def __init__(self, qtbot: QtBot, size: tuple[int, int] = (MIN_WIDTH_PX, MIN_HEIGHT_PX)) -> None:
        self.qtbot = qtbot
        practice: Any = StandInPractice()
        self.window: Any = MainWindow(practice, memory_desk())
        qtbot.addWidget(self.window)
        self.window.resize(*size)

    def __enter__(self) -> Self:
        self.window.show()
        self.window.open()
        self.qtbot.waitUntil(lambda: self.window.home.cards.count() > 0, timeout=60_000)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close_dialogs()
        self.window.leave_places()  # a locked exam asks before it is closed
        self.window.close()

    def enter(self, name: str) -> QWidget:
        """The screen of this name, shown and laid out."""
        self._close_dialogs()
        screen = ROOMS[name](self)
        QApplication.processEvents()
        return screen

    def dialog(self, kind: type[QDialog] = QDialog) -> Any:
        return next(each for each in self.window.findChildren(kind) if each.isVisible())

    def suite(self) -> Any:
        there: Any = self.window.suite
        if there is None:
            there = self._started()
        there.acts["put_down"]()
        return there

    def _started(self) -> Any:
        self.window.navigation.start("flat")
        self.qtbot.waitUntil(lambda: self.window.suite is not None)
        suite: Any = self.window.suite
        for act in ("mark", "take"):
            suite.acts[act]()
        suite.hand.flush()
        return suite

    def _close_dialogs(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
        QApplication.processEvents()


def _opened(rooms: Rooms, act: Callable[[], object]) -> QWidget:
    act()
    dialog: QWidget = rooms.dialog()
    return dialog


def _settings(page: int) -> Callable[[Rooms], QWidget]:
    return lambda rooms: _opened(rooms, lambda: rooms.window.desk_screens.show_settings(page))


def _suite_page(*acts: str) -> Callable[[Rooms], QWidget]:
    def enter(rooms: Rooms) -> QWidget:
        suite: QWidget = rooms.suite()
        for act in acts:
            suite.acts[act]()  # type: ignore[attr-defined]
        return suite

    return enter


def _sheet(act: str, sheet: str, page: int) -> Callable[[Rooms], QWidget]:
    def enter(rooms: Rooms) -> QWidget:
        suite = rooms.suite()
        suite.acts[act]()
        shown = getattr(suite, sheet)
        shown.turn_to(shown._pages.widget(page))
        found: QWidget = shown
        return found

    return enter


def _about(page: int) -> Callable[[Rooms], QWidget]:
    def enter(rooms: Rooms) -> QWidget:
        rooms.window.desk_screens.show_about()
        shown = rooms.dialog()
        shown.tabs.setCurrentIndex(page)
        dialog: QWidget = shown
        return dialog

    return enter


def _aids(rooms: Rooms) -> QWidget:
    suite = rooms.suite()
    suite.acts["aids"]()
    sheet: QWidget = suite.aids.sheet
    return sheet


def _tracker(rooms: Rooms) -> QWidget:
    suite = rooms.suite()
    suite.acts["tracker"]()
    sheet: QWidget = suite.tracker
    return sheet


def _debrief(page: str) -> Callable[[Rooms], QWidget]:
    def enter(rooms: Rooms) -> QWidget:
        rooms.window.navigation.leave()
        rooms.window.show_debrief(StandInRoom())
        rooms.window.debrief.turn_to(page)
        rooms.qtbot.waitUntil(lambda: rooms.window.debrief.is_drawn, timeout=60_000)
        screen: QWidget = rooms.window.debrief
        return screen

    return enter


def _own_call(rooms: Rooms) -> QWidget:
    rooms.window.navigation.leave()
    rooms.window.show_own_call(StandInRoom().header.targets)
    page: QWidget = rooms.window.own_call
    return page


def _progress(*acts: str) -> Callable[[Rooms], QWidget]:
    def enter(rooms: Rooms) -> QWidget:
        rooms.window.navigation.progress()
        rooms.qtbot.waitUntil(lambda: rooms.window.at == "progress", timeout=60_000)
        screen: QWidget = rooms.window.progress
        for act in acts:
            getattr(screen, act)()
        return screen

    return enter


def _studio_front(rooms: Rooms) -> QWidget:
    rooms.window.navigation.go("studio")
    rooms.qtbot.waitUntil(lambda: rooms.window.at == "studio", timeout=30_000)
    screen: QWidget = rooms.window.places["studio"].screen
    return screen


def _studio(part: str) -> Callable[[Rooms], QWidget]:
    """A part of a forked case; its patient is not built."""

    def enter(rooms: Rooms) -> QWidget:
        room = rooms.window.places["studio"].screen
        if room is None or room.bench is None:
            rooms.window.navigation.fork("rf-t7-8")
            rooms.qtbot.waitUntil(lambda: _bench(rooms) is not None, timeout=30_000)
            _bench(rooms)._build_timer.stop()
        screen: QWidget = _bench(rooms)
        _bench(rooms).rail.turn_to(part)
        return screen

    return enter


def _bench(rooms: Rooms) -> Any:
    room = rooms.window.places["studio"].screen
    return None if room is None else room.bench


# Pages that look different; the others are tables too.
COHORT = ("people", "lc", "groups")


def _marking(*acts: Callable[[Any], object]) -> Callable[[Rooms], QWidget]:
    """Marking, and what is done there."""

    def enter(rooms: Rooms) -> QWidget:
        rooms.window.navigation.go("marking")
        rooms.qtbot.waitUntil(lambda: rooms.window.at == "marking", timeout=60_000)
        screen: QWidget = rooms.window.places["marking"].screen
        for act in acts:
            act(screen)
            rooms.qtbot.waitUntil(lambda: not rooms.window.jobs.busy, timeout=60_000)
        return screen

    return enter


def _paper(screen: Any) -> None:
    screen.begin("ABCD", "T7")


def _cohort(page: str) -> Callable[[Rooms], QWidget]:
    """A page of the cohort."""

    def enter(rooms: Rooms) -> QWidget:
        place = rooms.window.places["cohort"]
        if place.screen is None:
            rooms.window.navigation.go("cohort")
            rooms.qtbot.waitUntil(lambda: rooms.window.at == "cohort", timeout=60_000)
        screen: QWidget = place.screen
        place.screen.turn_to(page)
        rooms.qtbot.waitUntil(lambda: not rooms.window.jobs.busy, timeout=60_000)
        return screen

    return enter


def _angoff(rooms: Rooms) -> QWidget:
    screen = _cohort(ANGOFF_ID)(rooms)
    rooms.window.places["cohort"].screen.angoff.show_exam("Title", ("T7 one", "T7 two"))
    return screen


def _keys(rooms: Rooms) -> QWidget:
    rooms.window.show_keys()
    dialog: QWidget = rooms.dialog(KeyList)
    return dialog


def _notice(rooms: Rooms) -> QWidget:
    rooms.window.desk_screens.desk.change(notice_read=False)
    rooms.window.desk_screens.greet()
    found = rooms.dialog()
    found.rejected.disconnect()  # closing it here must not close the program
    dialog: QWidget = found
    return dialog


def _exam(rooms: Rooms) -> Any:
    """The exam's screen, its session entered as far as it goes."""
    if rooms.window.places["exam"].screen is None:
        rooms.window.navigation.leave()
        rooms.window.navigation.go("exam")
        rooms.qtbot.waitUntil(lambda: rooms.window.at == "exam", timeout=60_000)
    return rooms.window.places["exam"].screen


def _exam_define(leaf: int = 0) -> Callable[[Rooms], Any]:
    """The page that defines an exam, one of its leaves in front."""

    def enter(rooms: Rooms) -> Any:
        screen = _exam(rooms)
        screen.front.define_button.click()
        rooms.qtbot.waitUntil(lambda: screen.define is not None, timeout=60_000)
        screen.define.add_button.click()
        screen.define.fields.setCurrentIndex(leaf)
        return screen.define

    return enter


def _exam_overdue(rooms: Rooms) -> QWidget:
    screen = _exam(rooms)
    late = Overdue("T7-a", ("T7",), date(2026, 1, 2))
    screen._what = replace(screen._what, overdue=(late,) * 9)
    return _opened(rooms, screen.ask_overdue)


def _exam_wall(rooms: Rooms) -> Any:
    screen = _exam(rooms)
    if screen.wall is None:
        screen.front.enter_button.click()
        rooms.qtbot.waitUntil(lambda: screen.wall is not None, timeout=60_000)
        rooms._close_dialogs()
    screen.unlock("ex-T7")
    return screen.wall


def _exam_desk(commands: int) -> Callable[[Rooms], QWidget]:
    """The candidate's desk after so many commands of the sitting."""

    def enter(rooms: Rooms) -> QWidget:
        _exam_wall(rooms)
        screen = _exam(rooms)
        screen.hand.room = StandInExamRoom(SITTING[:commands])
        screen.setCurrentWidget(screen.desk)
        screen.candidate = "T7-a"
        screen.refresh()
        desk: QWidget = screen.desk
        return desk

    return enter


def _exam_dialog(act: str) -> Callable[[Rooms], QWidget]:
    return lambda rooms: _opened(rooms, lambda: _exam_wall(rooms).ask(act))


def _exam_told(rooms: Rooms) -> QWidget:
    told = Told("Title", "Title of a report. T7")
    _exam_wall(rooms)
    return _opened(rooms, lambda: _exam(rooms).show_told(told))


def _exam_station(rooms: Rooms) -> QWidget:
    _exam_wall(rooms)
    station = StandInStation()
    ready = opened(station.live)  # type: ignore[arg-type]
    what: Any = StationOpened(station, ready, "T7", _exam(rooms))  # type: ignore[arg-type]
    rooms.window.show_place("exam_station", what)
    suite: QWidget = rooms.window.places["exam_station"].screen
    return suite


ROOMS: Mapping[str, Callable[[Rooms], QWidget]] = {
    "progress": _progress(),
    "progress, table": _progress("toggle_table"),
    "home": lambda rooms: rooms.window.home,
    "studio": _studio_front,
    **{f"studio, {part}": _studio(part) for part in PART_IDS},
    "marking": _marking(),
    "marking, paper": _marking(_paper, lambda screen: screen.paper.step(1)),
    "marking, agreement": _marking(lambda screen: screen.compare("ABCD")),
    **{f"cohort, {page}": _cohort(page) for page in COHORT},
    "cohort, angoff": _angoff,
    "first notice": _notice,
    "settings": _settings(0),
    "settings, keys": _settings(1),
    "settings, folders": _settings(2),
    "help": lambda rooms: _opened(rooms, lambda: rooms.window.desk_screens.show_help("suite")),
    "about": _about(0),
    "about, evidence": _about(1),
    "about, licences": _about(2),
    "keys": _keys,
    "suite, needle": _suite_page("page_carm", "page_needle"),
    "suite, machine and syringe": _suite_page("page_machine", "page_syringe"),
    "suite, pictures and generator": _suite_page("page_pictures", "page_generator"),
    "case file": _sheet("case_folder", "folder", 0),
    "case talk": _sheet("case_folder", "folder", 1),
    "case decision": _sheet("case_folder", "folder", 2),
    "room": _sheet("room_sheet", "room", 0),
    "room, patient": _sheet("room_sheet", "room", 1),
    "room, something is wrong": _sheet("room_sheet", "room", 2),
    "practice aids": _aids,
    "tracked needle": _tracker,
    "question": lambda rooms: _opened(rooms, rooms.suite().ask_submit),
    "own call": _own_call,
    "debrief": _debrief("changes"),
    "debrief, score card": _debrief("card"),
    "debrief, errors": _debrief("errors"),
    "exams": _exam,
    "exam, define": _exam_define(),
    "exam, define, draw": _exam_define(1),
    "exam, define, cut": _exam_define(2),
    "exam, define, file": _exam_define(3),
    "exam, names kept too long": _exam_overdue,
    "exam, wall": _exam_wall,
    "exam, enrol": _exam_dialog("enrol"),
    "exam, void": _exam_dialog("void"),
    "exam, staff": lambda rooms: _opened(rooms, _exam_wall(rooms).ask_pin),
    "exam, told": _exam_told,
    "exam, sign in": _exam_desk(5),
    "exam, checks": _exam_desk(6),
    "exam, warm-up": _exam_desk(7),
    "exam, stations": _exam_desk(13),
    "exam, hand in": _exam_desk(18),
    "exam, receipt": _exam_desk(19),
    "exam, station": _exam_station,
}
