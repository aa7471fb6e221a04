"""The instructor's place: the studio, and the way to a try-out and back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from trainer.refusal import Refusal
from trainer.session.studio.trial import try_out
from trainer.ui.place import Place
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.studio_front import StudioOpened
from trainer.ui.presenters.texts import tr
from trainer.ui.presenters.window_view import Opened, opened
from trainer.ui.shortcuts import Acts
from trainer.ui.studio.room import StudioRoom
from trainer.ui.studio.try_bar import TryBar

LATER = Qt.ConnectionType.QueuedConnection
ACTS = (
    *("studio_undo", "studio_redo", "studio_try", "studio_publish", "studio_next_part"),
    *("studio_part_before", "studio_problems", "studio_zoom_in", "studio_zoom_out"),
)


class StudioPlace(Place[StudioRoom]):
    """Where cases are made."""

    id = "studio"
    bar: TryBar | None = None

    def make(self, what: StudioOpened) -> StudioRoom:
        """The front, or the case that is open."""
        self._end_try()
        self._what = what
        room = StudioRoom(what, self.window.jobs.run, self.window)
        room.told.connect(self.window.show_notice)
        room.try_wanted.connect(self._try, LATER)
        room.front.sign_as(self.window.author)
        room.front.fork_wanted.connect(lambda _origin, author: self._keep(author))
        room.front.new_wanted.connect(self._keep)
        room.front.home_button.clicked.connect(self.window.navigation.go_home)
        room.currentChanged.connect(lambda _at: self._home_button(room))
        self._home_button(room)
        return room

    def arrived(self, screen: StudioRoom, _what: Any) -> None:
        """The keyboard goes where one begins."""
        screen.enter()

    def acts(self, screen: StudioRoom) -> Acts:
        """Undo, redo, try, publish, parts."""
        return {name: screen.act(name) for name in ACTS}

    def left(self, screen: StudioRoom) -> None:
        """The case is safe; a try-out keeps it open."""
        screen.close_bench()

    def say_busy(self, screen: StudioRoom, text: str) -> None:
        """On the front."""
        screen.front.say(text)

    def _keep(self, author: str) -> None:
        """The name that is put under a case stands ready at the next one."""
        if self.window.desk_screens is None:
            return
        try:
            self.window.desk_screens.desk.sign_as(author)
        except Refusal as refusal:
            self.window.show_notice(refused_text(refusal))

    def _home_button(self, room: StudioRoom) -> None:
        if room.bench is not None and room.currentWidget() is room.bench:
            home = room.bench.buttons["home"]
            if not home.property("joined"):
                home.setProperty("joined", True)
                home.clicked.connect(self.window.navigation.go_home)

    # Trying ------------------------------------------------------------------------------------

    def _try(self) -> None:
        room = self.screen
        if room is None or room.bench is None:
            return
        bench = room.bench.presenter.bench
        words = tr("Opening the case as a trainee meets it")
        room.bench.presenter.background(
            words, lambda waiting: opened(try_out(bench, waiting)), self._tried
        )
        room.bench.show_state()

    def _tried(self, ready: Opened) -> None:
        room = self.screen
        if room is None or room.bench is None:
            ready.attempt.close()
            return
        bench = room.bench.presenter.bench
        room.close_bench(keep_open=True)
        self.window.navigation.enter(ready)
        self.bar = TryBar(bench, ready.attempt, self.window.jobs.run, self.window)
        self.bar.back_wanted.connect(self._back, LATER)
        self.bar.told.connect(self.window.show_notice)
        middle = self.window.centralWidget()
        box = None if middle is None else middle.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(0, self.bar)
        self.window.stack.currentChanged.connect(self._elsewhere)
        self.window.installEventFilter(self.bar)

    def _back(self) -> None:
        bar = self.bar
        if bar is None:
            return
        what = StudioOpened(self._what.studio, self._what.cards, self._what.made, bar.bench)
        self.bar = None
        bar.stop()
        bar.deleteLater()
        self.window.navigation.leave()
        self.window.show_place("studio", what)

    def _elsewhere(self, _at: int) -> None:
        """At Home the try-out is over."""
        if self.bar is not None and self.window.stack.currentWidget() is self.window.home:
            self._end_try()

    def _end_try(self) -> None:
        """Whoever went elsewhere has left the try-out: its case is closed."""
        bar, self.bar = self.bar, None
        if bar is not None:
            bar.stop()
            bar.bench.close()
            bar.deleteLater()
