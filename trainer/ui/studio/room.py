"""The studio as a place: its front, and the bench of the case that is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer.refusal import Refusal
from trainer.session.studio.publishing import Published
from trainer.session.studio.workbench import Workbench
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.studio import Run
from trainer.ui.presenters.studio_front import StudioOpened, begun, fork
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.front import StudioFront
from trainer.ui.studio.studio_screen import StudioScreen


class StudioRoom(QStackedWidget):
    """Front and bench, one at a time. `leave` closes what is open."""

    told = Signal(str)
    try_wanted = Signal()

    def __init__(self, what: StudioOpened, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_room")
        self._what, self._run = what, run
        self.bench: StudioScreen | None = None
        self.front = StudioFront()
        self.addWidget(self.front)
        self.front.fork_wanted.connect(self._fork)
        self.front.new_wanted.connect(self._new)
        self.front.open_wanted.connect(self._go_on)
        self.front.discard_wanted.connect(self._discard)
        if what.bench is not None:
            self.open_bench(what.bench)
        else:
            self.front.show_cases(what.cards, what.made)

    def enter(self) -> None:
        """The keyboard goes where one begins."""
        (self.front.cards if self.bench is None else self.bench.rail).setFocus()

    def act(self, name: str) -> Callable[[], None]:
        """What an action does where a case is open."""

        def do() -> None:
            if self.bench is not None:
                self.bench.acts[name]()

        return do

    def open_bench(self, bench: Workbench) -> None:
        """Work on this case."""
        self.close_bench()
        self.bench = screen = StudioScreen(bench, self._run, self)
        screen.refused.connect(self.told)
        screen.try_wanted.connect(self.try_wanted)
        screen.cases_wanted.connect(self.show_front)
        screen.published.connect(lambda found: self.told.emit(_published_words(found)))
        self.addWidget(screen)
        self.setCurrentWidget(screen)

    def close_bench(self, *, keep_open: bool = False) -> None:
        """Leave the case; it is safe. keep_open : its journal is needed on (a try-out)."""
        screen, self.bench = self.bench, None
        if screen is not None:
            screen.leave(keep_open=keep_open)
            self.removeWidget(screen)
            screen.deleteLater()

    def show_front(self) -> None:
        """The lists, as they are now."""
        self.close_bench()
        self.front.show_cases(self._what.cards, self._what.studio.unfinished())
        self.setCurrentWidget(self.front)
        self.front.cards.setFocus()

    def _opened(self, make: Callable[[], Workbench]) -> None:
        self.front.say(tr("Opening the case"))
        _safely(lambda: self.open_bench(make()), self.told.emit)
        self.front.say("")

    def _fork(self, origin: str, author: str) -> None:
        self._opened(lambda: fork(self._what.studio, origin, author))

    def _new(self, author: str) -> None:
        self._opened(lambda: begun(self._what.studio, author))

    def _go_on(self, key: str) -> None:
        self._opened(lambda: self._what.studio.reopen(key))

    def _discard(self, key: str) -> None:
        if _safely(lambda: self._what.studio.discard(key), self.told.emit):
            self.front.show_cases(self._what.cards, self._what.studio.unfinished())


def _safely(act: Callable[[], object], told: Callable[[str], None]) -> bool:
    """Do it; False where the world refuses, which is told."""
    try:
        act()
    except Refusal as refusal:
        told(refused_text(refusal))
        return False
    return True


def _published_words(found: Published) -> str:
    """Where it is now."""
    return tr("Version {version} of {name} is in your library.").format(
        version=found.version, name=found.id
    )
