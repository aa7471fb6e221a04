"""Every screen as a picture, headless, with a real attempt driven through it by keys and clicks."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from trainer.refusal import ExitCode, Refusal
from trainer.ui.actions import BY_ID
from trainer.ui.main_window import MainWindow
from trainer.ui.presenters.layout import MIN_HEIGHT_PX, MIN_WIDTH_PX
from trainer.ui.presenters.shown import MonitorState
from trainer.ui.suite_screen import SuiteScreen
from trainer.ui.theme import dress

if TYPE_CHECKING:
    from trainer.session.practice import Practice
    from trainer.ui.presenters.settings import SettingsDesk

DRILL = "d02"
PATIENCE_S = 120.0  # the first patient of a new installation takes its time to build


def take_screenshots(
    folder: Path,
    practice: Practice,
    size: tuple[int, int] = (MIN_WIDTH_PX, MIN_HEIGHT_PX),
    desk: SettingsDesk | None = None,
) -> list[Path]:
    """Draw Home, the suite in its states and the score sheet into `folder` as PNG files.

    desk : with one also settings, help and about.

    Raises Refusal where a picture cannot be written or the program says no.
    """
    app = QApplication.instance() or QApplication(["screenshots"])
    assert isinstance(app, QApplication)
    dress(app)
    window = MainWindow(practice, desk)
    window.resize(*size)
    window.show()
    camera = _Camera(window, folder)
    try:
        _drive(window, camera)
    finally:
        window.close()
        window.deleteLater()
    return camera.written


class _Camera:
    """Writes pictures of a window."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self.written: list[Path] = []

    def take(self, name: str, of: QWidget | None = None) -> None:
        """One picture of the window, or of a dialog before it, named in order."""
        path = self._folder / f"{len(self.written) + 1:02d}-{name}.png"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unwritable(path, str(error.strerror)) from None
        _pass_time()
        if not (of or self._window).grab().save(str(path)):
            raise _unwritable(path, "the file could not be written")
        self.written.append(path)


def _unwritable(path: Path, why: str) -> Refusal:
    return Refusal(
        f"{path.name} was not written",
        why,
        "Choose a folder that can be written to",
        code=ExitCode.STORAGE,
    )


def _drive(window: MainWindow, camera: _Camera) -> None:
    window.open()
    _until(window, lambda: window.home.cards.count() > 0)
    camera.take("home")
    _open_desk(window, camera)
    _look_inside(window, camera)
    window.home.start_button.click()
    _until(window, lambda: window.suite is not None)
    suite = window.suite
    assert suite is not None
    camera.take("suite-empty")
    _practise(suite, window, camera)
    _open_cards(suite, camera)
    suite.ask_submit()
    camera.take("suite-before-submit")
    _button(suite, "answer_yes").click()
    _until(window, lambda: window.suite is None and not window.jobs.busy)
    _debrief(window, camera)
    _drill(window, camera)
    _go_home(window)
    camera.take("home-again")
    window.home.go("progress")
    _until(window, lambda: not window.jobs.busy and window.at == "progress")
    camera.take("progress")
    _studio(window, camera)
    _judging(window, camera)
    _go_home(window)
    window.home.go("exam")
    _until(window, lambda: not window.jobs.busy and window.at == "exam")
    camera.take("exams")
    _go_home(window)


STUDIO_PARTS = ("patient", "targets", "hazards", "machine", "story", "rubric", "publish")


def _studio(window: MainWindow, camera: _Camera) -> None:
    """The studio's front, and parts of a fork, which is thrown away again."""
    window.navigation.go("studio")
    _until(window, lambda: not window.jobs.busy and window.at == "studio")
    camera.take("studio")
    front: Any = window.places["studio"].screen
    front.front.fork_button.click()
    _until(window, lambda: front.bench is not None and front.bench.settled)
    for part in STUDIO_PARTS:
        front.bench.rail.turn_to(part)
        _until(window, lambda: front.bench.settled)
        camera.take(f"studio-{part}")
    key = front.bench.presenter.bench.key
    front.show_front()
    front.front.discard_wanted.emit(key)


COHORT_PAGES = ("curve", "lc", "wall", "groups", "angoff")


def _judging(window: MainWindow, camera: _Camera) -> None:
    """Marking and the cohort, as far as there is anything to judge."""
    _visit(window, camera, "marking")
    _visit(window, camera, "cohort")
    cohort: Any = window.places["cohort"].screen
    for page in COHORT_PAGES:
        cohort.turn_to(page)
        _until(window, lambda: not window.jobs.busy)
        camera.take(f"cohort-{page}")


def _visit(window: MainWindow, camera: _Camera, place: str) -> None:
    window.navigation.go(place)
    _until(window, lambda: not window.jobs.busy and window.at == place)
    camera.take(place)


def _go_home(window: MainWindow) -> None:
    window.navigation.go_home()
    _until(window, lambda: not window.jobs.busy and window.at == "home")


def _open_cards(suite: SuiteScreen, camera: _Camera) -> None:
    """The other instruments, the sheets over the room."""
    for name, opens in (("syringe", "page_syringe"), ("generator", "page_generator")):
        _press(suite, opens)
        camera.take(f"suite-{name}")
    _press(suite, "page_needle")
    for name, opens in (("case", "case_folder"), ("room", "room_sheet"), ("aids", "aids")):
        suite.acts[opens]()
        camera.take(f"suite-{name}")
        suite.acts["put_down"]()


def _debrief(window: MainWindow, camera: _Camera) -> None:
    """The own call where one is asked for, then what is revealed."""
    if window.own_call is not None:
        camera.take("own-call")
        window.navigation.skip_call()
        _until(window, lambda: window.debrief is not None and not window.jobs.busy)
    shown = window.debrief
    assert shown is not None
    _until(window, lambda: shown.is_drawn)
    camera.take("debrief")


def _drill(window: MainWindow, camera: _Camera) -> None:
    window.navigation.drill(DRILL)
    _until(window, lambda: window.suite is not None)
    suite = window.suite
    assert suite is not None
    _expose(suite, window)
    camera.take("drill")


def _open_desk(window: MainWindow, camera: _Camera) -> None:
    """Settings, help and about, each closed again."""
    if window.desk_screens is None:
        return
    for name, act in window.desk_screens.acts.items():
        act()
        dialog = window.findChild(QDialog, name)
        assert isinstance(dialog, QDialog)
        camera.take(name, dialog)
        dialog.reject()
        _pass_time()


def _look_inside(window: MainWindow, camera: _Camera) -> None:
    """The chosen patient from the machine's side, then turned a little."""
    window.home.inside_button.click()
    _until(window, lambda: window.anatomy is not None and window.anatomy.drawn)
    screen = window.anatomy
    assert screen is not None
    screen.solid.presenter.turn(60.0, 20.0)
    screen.solid.presenter.settle()
    _until(window, lambda: screen.drawn)
    camera.take("look-inside")
    screen.home_button.click()
    _until(window, lambda: window.anatomy is None and not window.jobs.busy)


def _practise(suite: SuiteScreen, window: MainWindow, camera: _Camera) -> None:
    """A short attempt, as a hand at the keyboard does it."""
    _expose(suite, window)
    camera.take("suite-held")
    _press(suite, "keep")
    for _ in range(3):
        _press(suite, "turn_left_5" if not suite.carm_is_views else "next_view")
    _press(suite, "pointer_left_10")
    _press(suite, "mark")
    _expose(suite, window)
    _press(suite, "take")
    _key(suite, "grip", QEvent.Type.KeyPress)
    for name in ("tilt_right", "tilt_up", *["advance"] * 32):
        _press(suite, name)
    _settle(suite, window)
    _key(suite, "grip", QEvent.Type.KeyRelease)
    _key(suite, "beam", QEvent.Type.KeyPress)
    _until(window, lambda: suite.live.state is MonitorState.LIVE and not _stale(suite))
    _pass_time(600)
    camera.take("suite-live")
    _key(suite, "beam", QEvent.Type.KeyRelease)
    suite.instrument.level.setCurrentText("T7")
    suite.instrument.side.setCurrentIndex(1)
    _press(suite, "declare")
    _settle(suite, window)
    camera.take("suite-needle")
    _look_at_pictures(suite, window, camera)
    if not suite.carm_is_views:
        _set_machine(suite, window, camera)


def _look_at_pictures(suite: SuiteScreen, window: MainWindow, camera: _Camera) -> None:
    """Tools on the held picture, the last run again, the difference from a stored picture."""
    _press(suite, "page_pictures")
    for name in ("flip", "rotate", "zoom_in", "zoom_in", "caliper", "set_point"):
        _press(suite, name)
    for name in (*["point_right"] * 20, *["point_up"] * 9, "set_point"):
        _press(suite, name)
    camera.take("suite-measured")
    for name in ("put_down", "rotate_back", "flip", "fit", "keep", "cine_play"):
        _press(suite, name)
    camera.take("suite-cine")
    for name in ("put_down", "keep", "subtract"):
        _press(suite, name)
    _expose(suite, window)
    camera.take("suite-subtracted")
    _press(suite, "subtract")


def _set_machine(suite: SuiteScreen, window: MainWindow, camera: _Camera) -> None:
    """The console, and the shutters laid on the held picture before they are exposed."""
    for name in ("page_machine", "pulse_15", "dose_low", "collimate"):
        _press(suite, name)
    for name in (*["point_left"] * 9, *["point_down"] * 6):
        _press(suite, name)
    _settle(suite, window)
    camera.take("suite-collimating")
    _press(suite, "put_down")
    _expose(suite, window)
    camera.take("suite-collimated")


def _expose(suite: SuiteScreen, window: MainWindow) -> None:
    _press(suite, "spot")
    _settle(suite, window)


def _settle(suite: SuiteScreen, window: MainWindow) -> None:
    """Until everything sent is decided, recorded, drawn and shown."""
    suite.hand.flush()
    suite.settle()
    _until(window, lambda: not _stale(suite))


def _stale(suite: SuiteScreen) -> bool:
    picture = suite.live.picture
    return (0 if picture is None else picture.number) < suite.exposures


def _press(suite: SuiteScreen, name: str) -> None:
    _key(suite, name, QEvent.Type.KeyPress)
    _key(suite, name, QEvent.Type.KeyRelease)


def _key(suite: SuiteScreen, name: str, kind: QEvent.Type) -> None:
    chord = QKeySequence(BY_ID[name].keys[0])[0]  # type: ignore[index]  # PySide's stubs lack it
    QApplication.sendEvent(suite, QKeyEvent(kind, chord.key(), chord.keyboardModifiers()))


def _button(parent: QWidget, name: str) -> QPushButton:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    return button


def _pass_time(milliseconds: int = 150) -> None:
    """Let layouts, clocks and traces catch up."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(window: MainWindow, ready: Callable[[], bool]) -> None:
    """Let the program work until `ready`; an event loop of its own, asked every 10 ms."""
    loop, timer, began = QEventLoop(), QTimer(), time.monotonic()

    def look() -> None:
        if ready() or window.notice.sentence or time.monotonic() - began > PATIENCE_S:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(10)
    loop.exec()
    timer.stop()
    if not ready():
        why = window.notice.sentence or f"nothing came within {PATIENCE_S:.0f} s"
        raise Refusal("The screens could not be drawn", why, "See the log", code=ExitCode.INTERNAL)
