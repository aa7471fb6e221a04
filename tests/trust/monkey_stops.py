"""Where random hands are set down: cases, drills, places with a door, desks."""

from __future__ import annotations

from collections.abc import Callable

from tests.trust.patience import until
from trainer.ui.main_window import MainWindow
from trainer.ui.presenters.ways import WAYS

Stop = Callable[[MainWindow], None]


def scenario(name: str) -> Stop:
    """A case."""
    return lambda window: window.navigation.start(name)


def at_the_needle(name: str) -> Stop:
    """A case with a needle in hand: hands that only grope seldom come that far."""

    def go(window: MainWindow) -> None:
        window.navigation.start(name)
        until(lambda: window.suite is not None)
        if window.suite is not None:
            for act in ("pointer_head", "mark", "take"):
                window.suite.acts[act]()
            window.suite.hand.flush()
            window.suite.setFocus()

    return go


def way(place: str) -> Stop:
    """A place with a door on Home."""
    return lambda window: window.navigation.go(place)


def drill(name: str) -> Stop:
    """A drill."""
    return lambda window: window.navigation.drill(name)


def desk(name: str) -> Stop:
    """Settings, help or about over Home."""

    def go(window: MainWindow) -> None:
        assert window.desk_screens is not None
        window.desk_screens.acts[name]()

    return go


def submitted(name: str) -> Stop:
    """A case that is submitted at once: own call, debrief or score sheet."""

    def go(window: MainWindow) -> None:
        window.navigation.start(name)
        until(lambda: window.suite is not None)
        assert window.suite is not None
        window.suite.hand.submit()
        until(lambda: window.suite is None)

    return go


def every_way() -> tuple[Stop, ...]:
    """A stop at every place that has a door on Home, those not yet thought of included."""
    return tuple(way(place) for place in WAYS)


STOPS: tuple[Stop, ...] = (
    scenario("place-t7-left"),
    drill("d02"),
    desk("settings"),
    scenario("rf-t7-8"),
    submitted("place-t7-left"),
    scenario("place-t7-biplane"),
    lambda window: window.open(),
    desk("help"),
    lambda window: window.navigation.look_inside("place-t7-left"),
    drill("d05"),
    desk("about"),
    at_the_needle("place-t7-left"),
    drill("d08"),
    *every_way(),
    at_the_needle("rf-t7-8"),
    submitted("rf-t7-8"),
)
