"""Facts of attempts that nobody made: for curves and screens."""

from __future__ import annotations

from datetime import date, timedelta

from trainer.session.progress_facts import Facts

FIRST = date(2026, 9, 1)


def made(number: int, **changes: object) -> Facts:
    """Attempt of this number: a day later than the one before, better, another seed."""
    mark = 1000 - round(700 / (number + 1))
    known: dict[str, object] = {
        "created_utc": f"{FIRST + timedelta(days=number)}T10:00:00Z",
        "scenario_id": "place-t7-left" if number % 2 else "rf-t7-8",
        "title": "Corner of T7" if number % 2 else "Title of RF",
        "procedure": "placement" if number % 2 else "rhizotomy",
        "levels": ("T7",) if number % 2 else ("T7", "T8"),
        "patient_sha256": "ab"[number % 2],
        "seed": number,
        "aided": False,
        "undone": False,
        "drill": "",
        "complete": True,
        "performed": True,
        "passed": mark > 700,
        "critical": int(mark < 400),
        "score": mark,
        "marks": dict.fromkeys(("safety", "effect", "craft", "radiation", "economy"), mark),
        "measures": {"time_ms": 900_000 - 10_000 * number, "kerma_ngy": 2_500_000},
    }
    return Facts(**{**known, **changes})  # type: ignore[arg-type]


def drilled(name: str, day: int, *, passed: bool = True) -> Facts:
    """A finished drill so many days after the first attempt."""
    created = f"{FIRST + timedelta(days=day)}T09:00:00Z"
    return made(day, drill=name, created_utc=created, passed=passed, marks={}, measures={})


TODAY = (FIRST + timedelta(days=60)).toordinal()
