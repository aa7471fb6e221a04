"""What the window can show, as the navigation asks for it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from trainer.attempt.header import Target
    from trainer.session.debrief_room import DebriefRoom
    from trainer.session.live_attempt import LiveAttempt
    from trainer.ui.presenters.home import HomeShown

BACK_PX = 512  # the drawn back, scaled on screen: skin has no finer detail


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """An attempt with what a screen needs of it at once. back_picture : uint8 RGB, square."""

    attempt: LiveAttempt
    back_picture: NDArray[np.uint8]


def opened(attempt: LiveAttempt) -> Opened:
    """Make an attempt ready for the screen; takes a tenth of a second."""
    from trainer.ui.presenters.back_picture import shaded_back

    return Opened(attempt, shaded_back(attempt.back, BACK_PX))


class WindowView(Protocol):
    """What the window can show."""

    def show_home(self, home: HomeShown) -> None:
        """Home."""

    def show_suite(self, ready: Opened) -> None:
        """The suite with this attempt."""

    def leave_suite(self) -> None:
        """Let everything of the suite go: beam, grip, drawing thread."""

    def show_own_call(self, targets: tuple[Target, ...]) -> None:
        """The own call before the reveal."""

    def show_debrief(self, attempt: DebriefRoom) -> None:
        """The debrief of an attempt."""

    def show_place(self, name: str, what: Any) -> None:
        """A place by its id, made of `what`: the table is `trainer.ui.places`."""

    def leave_places(self) -> None:
        """Take down every place but the suite; nothing where one is at Home."""

    def show_busy(self, text: str) -> None:
        """Something takes a while; "" when it is over."""

    def show_progress(self, done: float, words: str) -> None:
        """How far it is, 0..1, and what is being done now; called on any thread."""

    def show_notice(self, sentence: str) -> None:
        """A calm sentence; "" takes it away."""
