"""Which calendar day something fell on, as the person at this computer counts days.

Two days are two days for who sleeps between them: in Tokyo a morning would be two days of UTC.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

# No attempt is older than the program: an earlier date is a clock that was never set.
FIRST_DAY = date(2026, 1, 1).toordinal()


def local_day(utc: str) -> int:
    """Ordinal of the day here. utc : ISO 8601, with "Z" or without a zone. Raises ValueError."""
    at = datetime.fromisoformat(utc.replace("Z", "+00:00"))
    if len(utc) <= len("2026-11-23"):
        return at.date().toordinal()
    try:
        here = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone()
    except (OverflowError, OSError):  # a year that no computer's clock shows
        return at.date().toordinal()
    return here.date().toordinal()


def believed(days: Iterable[int], today: int) -> tuple[int, ...]:
    """Days of attempts in order, without those that only a wrong clock can have shown.

    A day after today, or before the program was there, is taken for the day before it in the row,
    so that it is no day more; at the beginning of the row for the next one, alone for today.
    """
    known = [day if FIRST_DAY <= day <= today else None for day in days]
    last = next((day for day in known if day is not None), today)
    row = []
    for day in known:
        last = last if day is None else day
        row.append(last)
    return tuple(row)
