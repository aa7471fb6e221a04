"""Ways from Home to a place: what is said while one waits and what is read meanwhile. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.session.practice import Practice
    from trainer.session.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Way:
    """A door of Home. id : of the place and of the action that opens it.

    read : on a background thread; what it returns is what the place is made of. It raises a
    `Refusal` where one cannot go there.
    """

    id: str
    busy: str
    read: Callable[[Practice, Waiting], Any]


# Each loads what it reads with when it is walked: Home shows all doors and opens none.
def _studio(practice: Practice, waiting: Waiting) -> object:
    from trainer.ui.presenters.studio_front import studio_opened

    return studio_opened(practice, waiting)


def _marking(practice: Practice, waiting: Waiting) -> object:
    from trainer.ui.presenters.marking import marking_opened

    return marking_opened(practice, waiting)


def _cohort(practice: Practice, waiting: Waiting) -> object:
    from trainer.ui.presenters.cohort_opened import cohort_opened

    return cohort_opened(practice, waiting)


def _exam(practice: Practice, waiting: Waiting) -> object:
    from trainer.ui.presenters.exam import exam_opened

    return exam_opened(practice, waiting)


WAYS: Mapping[str, Way] = {
    way.id: way
    for way in (
        Way(
            "progress",
            "Reading your attempts",
            lambda practice, waiting: practice.progress(waiting),
        ),
        Way("studio", "Opening the studio", _studio),
        Way("marking", "Reading the papers", _marking),
        Way("cohort", "Reading everybody's attempts", _cohort),
        Way("exam", "Reading the sessions", _exam),
    )
}
