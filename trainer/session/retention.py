"""Whose name is kept longer than the records of their exams are to be, and how that ends.

An exam says how many days its records are kept (`retention_days`). Records are never changed; what
ends is who the pseudonym in them is: that person's key is destroyed, and a row says so. It is only
ever done when somebody has said yes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from trainer.session.days import FIRST_DAY, local_day

if TYPE_CHECKING:
    from trainer.assessment.exams.session_log import SessionLog
    from trainer.session.services import Services


@dataclass(frozen=True, slots=True)
class Overdue:
    """Somebody all of whose sessions are over their time. kept_until : the last day of the last."""

    pseudonym: str
    sessions: tuple[str, ...]
    kept_until: date

    @property
    def reason(self) -> str:
        """As it is kept beside that somebody of that pseudonym was erased."""
        names = ", ".join(self.sessions)
        return f"the records of {names} were to be kept until {self.kept_until.isoformat()}"


def kept_until(session: SessionLog) -> date:
    """The last day of a session's records: so many days after the last fact of it."""
    days = [local_day(session.header.created_utc)]
    days += [_day_of(record.at.wall_ms) for record in session.records[-1:]]
    return date.fromordinal(max(days) + session.header.definition.retention_days)


def overdue(services: Services, today: date) -> tuple[Overdue, ...]:
    """Everybody whose name is kept and whose sessions here are all over their time, by pseudonym.

    Raises Refusal where a session cannot be read: somebody may still be in it.
    """
    ends: dict[str, dict[str, date]] = {}
    for session_id in services.exams.sessions():
        session = services.exams.read(session_id)
        for pseudonym in session.state.candidates:
            ends.setdefault(pseudonym, {})[session_id] = kept_until(session)
    found = (_overdue(pseudonym, until, today) for pseudonym, until in sorted(ends.items()))
    return tuple(
        one for one in found if one is not None and services.people.read(one.pseudonym) is not None
    )


def forget(services: Services, people: Iterable[Overdue], at_utc: str) -> int:
    """Destroy these keys, each with a row of why; how many there were. Raises Refusal."""
    count = 0
    for one in people:
        services.people.erase(one.pseudonym, at_utc, one.reason)
        count += 1
    return count


def _overdue(pseudonym: str, until: Mapping[str, date], today: date) -> Overdue | None:
    last = max(until.values())
    return Overdue(pseudonym, tuple(sorted(until)), last) if last < today else None


def _day_of(wall_ms: int) -> int:
    """The day of a fact; of one that only a wrong clock can have dated, the program's first."""
    try:
        at = datetime.fromtimestamp(wall_ms / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        return FIRST_DAY
    return local_day(at.isoformat())
