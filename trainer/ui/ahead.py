"""What the next click needs, loaded while one looks at Home.

First, on a thread of its own, what has no Qt in it: the use cases, numba with the kernels of
pictures. Then, a piece a turn of the event loop, the screens: Qt makes its types while they are
loaded, and two threads that do so at once end the program. Whoever clicks earlier waits for what is
not there yet and for nothing else.
"""

from __future__ import annotations

import importlib
import linecache
import threading
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject, QTimer

from trainer.session.projectors import FAST

# In the order in which they are likely to be wanted; no Qt in any of them (tested).
WITHOUT_QT = (
    "trainer.session.attempts_to_open",
    "trainer.ui.presenters.back_picture",
    "trainer.ui.presenters.suite",
)
AND_LATER = (
    "trainer.ui.presenters.debrief",
    "trainer.session.progress",
    "trainer.session.interior",
    "trainer.ui.presenters.studio_front",
    "trainer.session.studio.studio",
    "trainer.ui.presenters.marking",
    "trainer.ui.presenters.cohort_opened",
    "trainer.session.exams.desk",
    "trainer.ui.presenters.exam",
    "trainer.session.exams.live",
    "trainer.session.studio.trial",
    "trainer.ui.presenters.about",
)
SCREENS = (
    "trainer.ui.monitor_view",
    "trainer.ui.instrument_card",
    "trainer.ui.suite_panels",
    "trainer.ui.suite_screen",
    "trainer.ui.practice_places",
    "trainer.ui.debrief_call_screen",
    "trainer.ui.drill_result_screen",
    "trainer.ui.debrief_panes",
    "trainer.ui.debrief_screen",
    "trainer.ui.progress_screen",
    "trainer.ui.anatomy_screen",
    "trainer.ui.settings_screen",
    "trainer.ui.help_screen",
    "trainer.ui.about_screen",
)
PIECE_MS = 20  # from one screen to the next: a hand that begins to work is served between


class Ahead(QObject):
    """Loads once, from `begin` on; looks every `PIECE_MS` whether there is something left.

    rests : whether nobody waits for anything now; what is not for the next click waits for that.
    """

    def __init__(self, rests: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rests = rests
        self._wanted = True
        self._free = threading.Event()
        # No daemon: a program that ends amid an import ends badly.
        self._thread = threading.Thread(target=self._without_qt, name="ahead")
        self._screens: Iterator[str] = iter(SCREENS)
        self._timer = QTimer(self)
        self._timer.setInterval(PIECE_MS)
        self._timer.timeout.connect(self._piece)

    def begin(self) -> None:
        """Home stands; called again it does nothing."""
        if self._thread.ident is None and self._wanted:
            self._thread.start()
            self._timer.start()

    def stop(self) -> None:
        """Load no more after what is being loaded."""
        self._wanted = False
        self._timer.stop()
        self._free.set()

    def _without_qt(self) -> None:
        self._load(WITHOUT_QT)
        if self._wanted:
            FAST.warm_up()
            FAST.wait()
        for name in AND_LATER:
            self._free.wait()
            self._load((name,))
        linecache.clearcache()  # Qt's import hook has read all sources into it

    def _load(self, names: Iterable[str]) -> None:
        for name in names:
            if self._wanted:
                importlib.import_module(name)

    def _piece(self) -> None:
        if not self._rests():
            self._free.clear()
            return
        self._free.set()
        if self._thread.is_alive():
            return
        name = next(self._screens, None)
        if name is None:
            self._timer.stop()
        else:
            importlib.import_module(name)
