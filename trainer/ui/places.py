"""Every place of the window but Home, in one table. The one way to add a screen:

1. `ui/actions.py`: an action with the place's id, `Where.HOME`: text, tip and key of its door; the
   actions of the screen itself, with a `Where` of their own.
2. `ui/presenters/ways.py`: a `Way` with that id: what is read, off the GUI thread, for the screen.
   A way is a door: Home gets its button and its key, and `Navigation.go(id)` walks it.
3. `ui/<role>_places.py`: a `Place` with that id makes the screen of what was read. Add it below:
   its module is loaded when one first goes there, so that the window does not wait for it.
4. `tests/ui/rooms.py`: how the walks enter it; `docs/guides`: its help page (`presenters/guides`).

A place that is come to from another place and not from Home (own call, debrief) needs no way: call
`view.show_place(id, what)` in the navigation. A screen with work that could be lost overrides
`Place.lets_go`. The window knows no screen by name; what is general to all belongs to `Place`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any

from trainer.ui.place import Place

if TYPE_CHECKING:
    from trainer.ui.main_window import MainWindow


def _practice() -> ModuleType:
    from trainer.ui import practice_places

    return practice_places


def _exam() -> ModuleType:
    from trainer.ui import exam_places

    return exam_places


def _studio() -> ModuleType:
    from trainer.ui import studio_places

    return studio_places


def _marking() -> ModuleType:
    from trainer.ui import marking_places

    return marking_places


# Id, where its `Place` is, and what that is called.
PLACES: Mapping[str, tuple[Callable[[], ModuleType], str]] = {
    "suite": (_practice, "SuitePlace"),
    "anatomy": (_practice, "AnatomyPlace"),
    "own_call": (_practice, "OwnCallPlace"),
    "debrief": (_practice, "DebriefPlace"),
    "drill_result": (_practice, "DrillResultPlace"),
    "progress": (_practice, "ProgressPlace"),
    "exam_station": (_exam, "ExamStationPlace"),  # before the exam: it lets its station go first
    "exam": (_exam, "ExamPlace"),
    "studio": (_studio, "StudioPlace"),
    "marking": (_marking, "MarkingPlace"),
    "cohort": (_marking, "CohortPlace"),
}


def load_place(name: str) -> type[Place[Any]]:
    """Load what a place is made of; on the GUI thread, which alone may make Qt's types."""
    module, called = PLACES[name]
    kind: type[Place[Any]] = getattr(module(), called)
    return kind


class Places(Mapping[str, Place[Any]]):
    """The places of one window by id; each is made when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._made: dict[str, Place[Any]] = {}

    def __getitem__(self, name: str) -> Place[Any]:
        if name not in self._made:
            self._made[name] = load_place(name)(self._window)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)

    @property
    def made(self) -> tuple[Place[Any], ...]:
        """Those where one has been, in the table's order."""
        return tuple(self._made[name] for name in PLACES if name in self._made)

    def screen(self, name: str) -> Any:
        """The screen of a place, None while one is elsewhere."""
        return self._made[name].screen if name in self._made else None
