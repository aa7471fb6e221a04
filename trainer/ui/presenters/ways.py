"""Ways from Home to a place: what is said while one waits and what is read meanwhile. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.session.waiting import Waiting
from trainer.ui.presenters.cohort_opened import cohort_opened
from trainer.ui.presenters.exam import exam_opened
from trainer.ui.presenters.marking import marking_opened
from trainer.ui.presenters.studio_front import studio_opened

if TYPE_CHECKING:
    from trainer.session.practice import Practice


@dataclass(frozen=True, slots=True)
class Way:
    """A door of Home. id : of the place and of the action that opens it.

    read : on a background thread; what it returns is what the place is made of. It raises a
    `Refusal` where one cannot go there.
    """

    id: str
    busy: str
    read: Callable[[Practice, Waiting], Any]


WAYS: Mapping[str, Way] = {
    way.id: way
    for way in (
        Way(
            "progress",
            "Reading your attempts",
            lambda practice, waiting: practice.progress(waiting),
        ),
        Way("studio", "Opening the studio", studio_opened),
        Way("marking", "Reading the papers", marking_opened),
        Way("cohort", "Reading everybody's attempts", cohort_opened),
        Way("exam", "Reading the sessions", exam_opened),
    )
}
