"""Integers of the log in words, without rounding through floats."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def _tenths(value: int, unit: int) -> str:
    """A number of `unit` parts with one decimal, rounded half away from zero."""
    tenths = (abs(value) * 20 + unit) // (2 * unit)
    sign = "−" if value < 0 and tenths else ""
    return f"{sign}{tenths // 10}.{tenths % 10}"


def _hundredths(value: int, unit: int) -> str:
    hundredths = (abs(value) * 200 + unit) // (2 * unit)
    sign = "−" if value < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}"


def _clock(ms: int) -> str:
    return f"{ms // 60_000}:{ms % 60_000 // 1000:02d} min"


# Unit of a metric -> how it is written.
WRITTEN: Mapping[str, Callable[[int], str]] = {
    "um": lambda value: f"{_tenths(value, 1000)} mm",
    "mdeg": lambda value: f"{_tenths(value, 1000)}°",
    "ms": _clock,
    "nGy": lambda value: f"{_hundredths(value, 1_000_000)} mGy",
    "pGym2": lambda value: f"{_tenths(value, 1_000_000)} µGy·m²",
    "pSv": lambda value: f"{_hundredths(value, 1_000_000)} µSv",
    "permille": lambda value: f"{_tenths(value, 10)} %",
    "percent": lambda value: f"{value} %",
    "count": str,
    "1": lambda value: "yes" if value else "no",
}


def amount(value: int, unit: str) -> str:
    """A value with its unit as people read it; an unknown unit is written behind the number."""
    write = WRITTEN.get(unit)
    return f"{value} {unit}" if write is None else write(value)


def marks(thousandths: int) -> str:
    """Marks of a hundred, e.g. "7.5"."""
    return _tenths(thousandths, 10)
