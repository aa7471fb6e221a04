"""A page of the cohort: words, one table, perhaps a chart, what it rests on. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.session.cohort import HERE, PRACTICE, Cohort
from trainer.ui.presenters.progress import ChartShown
from trainer.ui.presenters.texts import decimal, tr

Raw = str | int | float | None  # what a cell is made of: the same for screen and export
THOUSANDTHS = 1000


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the choices above a page say. person, source, measure : ids."""

    person: str = ""
    source: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class PageShown:
    """One page. missing : what is not there, instead of numbers, "" where they are shown.

    facts : n and parameters. needs : which choices change it ("person", "source", "measure").
    places : decimals of its fractions.
    """

    id: str
    title: str
    needs: tuple[str, ...] = ()
    words: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[Raw, ...], ...] = ()
    chart: ChartShown | None = None
    facts: str = ""
    caveat: str = ""
    missing: str = ""
    places: int = 2


def cell(raw: Raw, places: int = 2) -> str:
    """A cell as it is read; what is undefined is a dash, never 0."""
    if raw is None:
        return "–"
    if isinstance(raw, float):
        return decimal(f"{raw:.{places}f}".replace("-", "\N{MINUS SIGN}"))
    return str(raw)


def table_of(page: PageShown) -> tuple[tuple[str, ...], list[tuple[str | int | None, ...]]]:
    """The page for export: whole numbers, fractions in thousandths and their column says so.

    n and parameters, and what it does not prove, stand in rows of their own below.
    """
    halves = [
        any(isinstance(row[at], float) for row in page.rows) for at in range(len(page.header))
    ]
    header = tuple(
        f"{name} (x 1000)" if half else name for name, half in zip(page.header, halves, strict=True)
    )
    rows = [
        tuple(_whole(raw, half) for raw, half in zip(row, halves, strict=True)) for row in page.rows
    ]
    told = [page.words, page.facts, page.caveat]
    wide = len(header)
    return header, [*rows, *((one, *[None] * (wide - 1)) for one in told if one and wide)]


def _whole(raw: Raw, half: bool) -> str | int | None:
    if isinstance(raw, float) or (half and isinstance(raw, int)):
        return round(raw * THOUSANDTHS)
    return raw


def person_words(name: str) -> str:
    """A pseudonym, or whoever practises here."""
    return tr("Practice at this computer") if name == HERE else name


def source_words(name: str) -> str:
    """An exam and its form, or practice."""
    return tr("Practice, first time at each case") if name == PRACTICE else name


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)


def counts_words(cohort: Cohort) -> str:
    """What there is, and what is left out and why."""
    parts = [
        _counted(len(cohort.people), tr("1 person"), tr("{count} people")),
        _counted(len(cohort.sat), tr("1 attempt"), tr("{count} attempts")),
    ]
    if cohort.withheld:
        parts.append(tr("not released, not shown: {count}").format(count=cohort.withheld))
    if cohort.unread:
        parts.append(tr("files that cannot be judged: {count}").format(count=len(cohort.unread)))
    return "  ·  ".join(parts)


def percent(share: float) -> str:
    """A share in whole percent, with a tenth below ten."""
    places = 1 if 0 < share < 0.1 else 0
    return decimal(f"{100.0 * share:.{places}f}") + "\N{NO-BREAK SPACE}%"


def joined(names: Sequence[str]) -> str:
    """Names in one line."""
    return ", ".join(names)
