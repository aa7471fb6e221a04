"""Integers of a score as people read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.attempt.events import Exposed

NOTHING = "–"


def _clock(ms: int) -> str:
    seconds = ms // 1000
    return f"{seconds // 60}:{seconds % 60:02d} min"


def _yes_or_no(value: int) -> str:
    return "yes" if value else "no"


# Unit of the score -> how it is written.
WRITTEN: Mapping[str, Callable[[int], str]] = {
    "um": lambda value: f"{value / 1000:.1f} mm",
    "mdeg": lambda value: f"{value / 1000:.1f}°",
    "ms": _clock,
    "nGy": lambda value: f"{value / 1_000_000:.2f} mGy",
    "pGym2": lambda value: f"{value / 1_000_000:.1f} µGy·m²",
    "pSv": lambda value: f"{value / 1_000_000:.2f} µSv",
    "permille": lambda value: f"{value / 10:.1f} %",
    "count": str,
    "1": _yes_or_no,
}


def amount(value: int | None, unit: str) -> str:
    """A measured value with its unit; a dash where nothing was measured."""
    return NOTHING if value is None else WRITTEN[unit](value).replace("-", "−")


def moment(t_ms: int) -> str:
    """A time within the attempt, e.g. ``2:05.4``."""
    return f"{t_ms // 60_000}:{t_ms % 60_000 // 1000:02d}.{t_ms % 1000 // 100}"


def points(thousandths: int) -> str:
    """A mark of 0..1000 out of a hundred."""
    return f"{thousandths / 10:.1f}"


def pose(shot: Exposed) -> str:
    """How a picture was taken, as its corner says it."""
    if shot.view:
        return f"view {shot.view}"
    return f"{_turn(shot.oblique_mdeg, 'OBL L', 'OBL R')}, {_turn(shot.tilt_mdeg, 'CEPH', 'CAUD')}"


def _turn(mdeg: int, plus: str, minus: str) -> str:
    tenths = (abs(mdeg) + 50) // 100
    way = (plus if mdeg > 0 else minus) if tenths else plus.partition(" ")[0]
    return f"{way} {tenths // 10}.{tenths % 10}°"


def day_and_time(utc: str) -> str:
    """``2026-11-23T08:15:00Z`` as ``2026-11-23 08:15 UTC``; other text as it is."""
    day, _, rest = utc.partition("T")
    return f"{day} {rest[:5]} UTC" if len(rest) >= 5 else utc
