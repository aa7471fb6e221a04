"""What the cohort's place is made of. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from trainer.assessment.lc_cusum import PRACTICE as PLAN
from trainer.session.cohort import Cohort, Note, Notes, StationNow
from trainer.session.standard_setting import StandardDesk
from trainer.session.waiting import IN_SILENCE, Waiting
from trainer.ui.presenters.cohort_people import false_certification

if TYPE_CHECKING:
    from trainer.session.practice import Practice


class Desk(Protocol):
    """What the screen asks for; `trainer.session.cohort_desk` has the real one."""

    standard: StandardDesk

    @property
    def today(self) -> str:
        """ISO date."""

    def read(self, waiting: Waiting = IN_SILENCE) -> Cohort:
        """Everybody."""

    def wall(self) -> tuple[StationNow, ...]:
        """The stations now."""

    def note(self, person: str, note: Note) -> Notes:
        """Say who is who."""

    def look_into(self, folder: Path) -> Notes:
        """Collected attempts lie here."""

    def save_table(
        self, path: Path, header: Sequence[str], rows: Sequence[Sequence[str | int | None]]
    ) -> None:
        """A page as CSV."""


@dataclass(frozen=True, slots=True)
class CohortOpened:
    """A desk, and everybody as just read."""

    desk: Desk
    cohort: Cohort


def cohort_opened(practice: Practice, waiting: Waiting) -> CohortOpened:
    """Read on a background thread; what is slow to compute is computed here too."""
    desk = practice.cohort
    cohort = desk.read(waiting)
    false_certification(PLAN)
    return CohortOpened(desk, cohort)
