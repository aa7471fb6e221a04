"""A place in the window: a screen made when one comes and taken down when one leaves.

How to add a screen is told in `trainer.ui.places`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from trainer.ui.shortcuts import Acts, Shortcuts

if TYPE_CHECKING:
    from trainer.ui.main_window import MainWindow

S = TypeVar("S", bound=QWidget)


class Place(ABC, Generic[S]):
    """One place. screen : None while one is elsewhere. id : also of its help page, unless told."""

    id: ClassVar[str]
    help_page: ClassVar[str] = ""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.screen: S | None = None
        self._keys = Shortcuts()

    @abstractmethod
    def make(self, what: Any) -> S:
        """The screen of `what` (what its `Way` read), its signals joined to the navigation."""

    def arrived(self, screen: S, _what: Any) -> None:
        """The screen stands in the window: fill it, give it the focus."""
        screen.setFocus()

    def acts(self, _screen: S) -> Acts:
        """What its actions do: their keys are listened for while the focus is in the screen."""
        return {}

    def left(self, screen: S) -> None:
        """Before the screen goes: let its threads and timers go."""

    def say_busy(self, screen: S, text: str) -> None:
        """Something takes a while; "" when it is over."""

    def lets_go(self, _go_on: Callable[[], None]) -> bool:
        """Whether one may leave now; else it asks, and calls `_go_on` once one agrees."""
        return True

    # What the window does with every place ---------------------------------------------------

    def show(self, what: Any) -> None:
        """Come here."""
        self.leave()
        self.screen = screen = self.make(what)
        self.window.stack.addWidget(screen)
        self.window.stack.setCurrentWidget(screen)
        self.listen()
        self.arrived(screen, what)

    def leave(self) -> None:
        """Take the screen down; nothing where one is elsewhere."""
        screen, self.screen = self.screen, None
        if screen is not None:
            self._keys.forget()
            self.left(screen)
            self.window.stack.removeWidget(screen)
            screen.deleteLater()

    def listen(self) -> None:
        """Listen for the keys as they are bound now."""
        self._keys.forget()
        if self.screen is not None:
            self._keys.listen(self.screen, self.acts(self.screen))

    def busy(self, text: str) -> None:
        """Say what takes a while, if one is here."""
        if self.screen is not None:
            self.say_busy(self.screen, text)

    @property
    def guide(self) -> str:
        """The id of its help page."""
        return self.help_page or self.id
