"""When something was, as a person says it: today 10:46, yesterday, Monday, 3 Nov. No Qt."""

from __future__ import annotations

from datetime import UTC, datetime

from trainer.ui.presenters.texts import tr

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEK_DAYS = 7


def when_text(created_utc: str, now: datetime) -> str:
    """A log's time in the zone of `now`. created_utc : ISO 8601 with "Z"; as it is if it is not."""
    try:
        at = datetime.fromisoformat(created_utc.replace("Z", "+00:00"))
    except ValueError:
        return created_utc
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    at = at.astimezone(now.tzinfo)
    return tr("{day} {clock}").format(day=_day(at, now), clock=f"{at:%H:%M}")


def _day(at: datetime, now: datetime) -> str:
    days = (now.date() - at.date()).days
    if days == 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    if 1 < days < WEEK_DAYS:
        return tr(DAYS[at.weekday()])
    named = tr("{month} {day}").format(month=tr(MONTHS[at.month - 1]), day=at.day)
    return named if at.year == now.year else f"{named} {at.year}"
