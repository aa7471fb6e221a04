"""Every place of the window but Home, in one table. The one way to add a screen:

1. `ui/actions.py`: an action with the place's id, `Where.HOME`: text, tip and key of its door; the
   actions of the screen itself, with a `Where` of their own.
2. `ui/presenters/ways.py`: a `Way` with that id: what is read, off the GUI thread, for the screen.
   A way is a door: Home gets its button and its key, and `Navigation.go(id)` walks it.
3. `ui/<role>_places.py`: a `Place` with that id makes the screen of what was read. Add it below.
4. `tests/ui/rooms.py`: how the walks enter it; `docs/guides`: its help page (`presenters/guides`).

A place that is come to from another place and not from Home (own call, debrief) needs no way: call
`view.show_place(id, what)` in the navigation. A screen with work that could be lost overrides
`Place.lets_go`. The window knows no screen by name; what is general to all belongs to `Place`.
"""

from __future__ import annotations

from typing import Any

from trainer.ui.exam_places import ExamPlace, ExamStationPlace
from trainer.ui.marking_places import CohortPlace, MarkingPlace
from trainer.ui.place import Place
from trainer.ui.practice_places import (
    AnatomyPlace,
    DebriefPlace,
    DrillResultPlace,
    OwnCallPlace,
    ProgressPlace,
    SuitePlace,
)
from trainer.ui.studio_places import StudioPlace

PLACES: tuple[type[Place[Any]], ...] = (
    SuitePlace,
    AnatomyPlace,
    OwnCallPlace,
    DebriefPlace,
    DrillResultPlace,
    ProgressPlace,
    ExamStationPlace,  # before the exam: it lets its station go first
    ExamPlace,
    StudioPlace,
    MarkingPlace,
    CohortPlace,
)
