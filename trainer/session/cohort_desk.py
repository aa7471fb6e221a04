"""A director's use cases: look at the cohort, note who is who, export, set a standard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from trainer.session.clock import utc_now
from trainer.session.cohort import Cohort, CohortReader, Note, Notes, StationNow
from trainer.session.progress import ordinal_of
from trainer.session.services import Services
from trainer.session.standard_setting import StandardDesk
from trainer.session.waiting import IN_SILENCE, Waiting

Rows = Sequence[Sequence[str | int | None]]


class CohortDesk:
    """Everything the cohort's screen asks for. Everything raises Refusal."""

    def __init__(self, services: Services, now_utc: Callable[[], str] = utc_now) -> None:
        self._services = services
        self._now_utc = now_utc
        self._reader = CohortReader(services)
        self.standard = StandardDesk(services)

    @property
    def today(self) -> str:
        """ISO date."""
        return self._now_utc()[:10]

    def read(self, waiting: Waiting = IN_SILENCE) -> Cohort:
        """Everybody, as of now. Slow the first time: attempts are scored."""
        return self._reader.read(ordinal_of(self._now_utc()), waiting)

    def wall(self) -> tuple[StationNow, ...]:
        """The stations now; quick."""
        return self._reader.wall()

    def note(self, person: str, note: Note) -> Notes:
        """Say of a person which group and which language."""
        kept = self._services.cohort.read()
        return self._keep(replace(kept, people={**kept.people, person: note}))

    def look_into(self, folder: Path) -> Notes:
        """Collected attempts lie here from now on, one folder a person."""
        return self._keep(replace(self._services.cohort.read(), folder=str(folder)))

    def save_table(self, path: Path, header: Sequence[str], rows: Rows) -> None:
        """Numbers of a page as CSV, whole or not at all."""
        self._services.progress.save_table(path, header, rows)

    def _keep(self, notes: Notes) -> Notes:
        self._services.cohort.keep(notes)
        return notes
