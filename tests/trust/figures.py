"""The figures of the long runs, as data, and the page that shows them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.conftest import REPOSITORY

KEPT = REPOSITORY / "docs" / "trust-figures.json"
PAGE = REPOSITORY / "docs" / "trust.md"
MARK = "<!-- figures -->"


@dataclass(frozen=True, slots=True)
class Batch:
    """What one call of a harness found. runs : how many of `what`.

    found : what must not be, as sentences. counts : added up over batches. note : of the last.
    """

    what: str
    runs: int
    found: tuple[str, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """All batches of a harness since `since`. controls : broken build to the catches of it.

    seed : of the next batch; so each batch is another one, and any can be done again.
    """

    name: str
    what: str = ""
    runs: int = 0
    found: int = 0
    note: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    controls: Mapping[str, int] = field(default_factory=dict)
    goal: int = 0
    seed: int = 1
    since: str = ""
    date: str = ""

    @property
    def good(self) -> bool:
        """Nothing was found, and every broken build was."""
        return not self.found and all(self.controls.values())

    def with_batch(self, batch: Batch, day: str) -> Figure:
        """One batch more. After a finding, once it is mended, the count begins anew."""
        old = Figure(self.name, goal=self.goal) if self.found else self
        return replace(
            old,
            what=batch.what,
            runs=old.runs + batch.runs,
            found=len(batch.found),
            note=batch.note,
            counts=dict(Counter(old.counts) + Counter(batch.counts)),
            seed=old.seed + 1,
            since=old.since or day,
            date=day,
        )

    def told(self) -> str:
        """For people, one line."""
        caught = "; ".join(f"{what}: {count}" for what, count in self.controls.items())
        more = "".join(f", {each}" for each in self.remarks())
        return (
            f"{self.name}, seed {self.seed}: {self.runs:,} {self.what}, "
            f"{self.found} finding(s){more}\n"
            f"  negative controls, caught: {caught or 'none'}"
        )

    def remarks(self) -> tuple[str, ...]:
        """What is told beside the count."""
        counted = tuple(f"{count:,} {what}" for what, count in self.counts.items())
        return (*((self.note,) if self.note else ()), *counted)


def today() -> str:
    """The day, for people (UTC)."""
    return f"{datetime.now(UTC):%Y-%m-%d}"


def keep(figure: Figure, path: Path = KEPT) -> None:
    """Put a figure in place of the last of its name."""
    known = {each.name: each for each in figures(path)} | {figure.name: figure}
    text = json.dumps({name: _stored(one) for name, one in known.items()}, indent=1, sort_keys=True)
    half = path.with_suffix(".half")
    half.write_text(f"{text}\n", encoding="utf-8")
    half.replace(path)
    if path == KEPT:
        write_page()


def _stored(figure: Figure) -> dict[str, object]:
    return asdict(figure) | {"counts": dict(figure.counts), "controls": dict(figure.controls)}


def kept(name: str, path: Path = KEPT) -> Figure:
    """The figure of a harness; an empty one where none is kept."""
    return next((each for each in figures(path) if each.name == name), Figure(name))


def figures(path: Path = KEPT) -> tuple[Figure, ...]:
    """All that are kept."""
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return tuple(Figure(**each) for each in known.values())


def table(known: tuple[Figure, ...]) -> str:
    """The figures as a table of the page."""
    head = (
        "| Harness | Runs | of the goal | Findings | Upper 95 % bound | Broken builds it catches | "
        "Days |",
        "|---|---|---|---|---|---|---|",
    )
    return "\n".join((*head, *(_row(figure) for figure in known)))


def _row(figure: Figure) -> str:
    counted = figure.runs and not figure.found and not figure.what.startswith("bytes")
    bound = f"{1 - 0.05 ** (1 / figure.runs):.3%}" if counted else "-"
    caught = "; ".join(f"{what} ({count:,})" for what, count in figure.controls.items())
    note = f" ({', '.join(figure.remarks())})" if figure.remarks() else ""
    reached = f"{min(1.0, figure.runs / figure.goal):.0%}" if figure.goal else "-"
    days = figure.date if figure.since in ("", figure.date) else f"{figure.since} to {figure.date}"
    return (
        f"| `{figure.name}` | {figure.runs:,} {figure.what}{note} | {reached} | {figure.found} | "
        f"{bound} | {caught} | {days} |"
    )


def page(text: str, known: tuple[Figure, ...]) -> str:
    """The page with the table between its marks."""
    before, _, rest = text.partition(MARK)
    _, _, after = rest.partition(MARK)
    return f"{before}{MARK}\n{table(known)}\n{MARK}{after}"


def write_page() -> int:
    """`python -m tests.trust page`."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), figures()), encoding="utf-8")
    return 0
