"""The figures of the long runs, as data, and the page that shows them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.conftest import REPOSITORY

KEPT = REPOSITORY / "docs" / "trust-figures.json"
PAGE = REPOSITORY / "docs" / "trust.md"
MARK = "<!-- figures -->"


@dataclass(frozen=True, slots=True)
class Figure:
    """runs : how many of what. found : what must not be. controls : broken build to its catches."""

    name: str
    what: str
    runs: int
    found: int
    note: str
    controls: Mapping[str, int]
    seed: int = 1
    date: str = ""

    @property
    def good(self) -> bool:
        """Nothing was found, and every broken build was."""
        return not self.found and all(self.controls.values())

    def told(self) -> str:
        """For people, one line."""
        caught = "; ".join(f"{what}: {count}" for what, count in self.controls.items())
        return (
            f"{self.name}, seed {self.seed}: {self.runs:,} {self.what}, {self.found} finding(s)"
            f"{', ' + self.note if self.note else ''}\n"
            f"  negative controls, caught: {caught or 'none'}"
        )


def keep(figure: Figure, path: Path = KEPT) -> None:
    """Put a figure in place of the last of its name."""
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    known[figure.name] = asdict(figure) | {"date": day, "controls": dict(figure.controls)}
    text = json.dumps(known, indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")
    if path == KEPT:
        write_page()


def figures(path: Path = KEPT) -> tuple[Figure, ...]:
    """All that are kept."""
    known = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Figure(**each) for each in known.values())


def table(known: tuple[Figure, ...]) -> str:
    """The figures as a table of the page."""
    head = (
        "| Harness | Runs | Findings | Upper 95 % bound | Broken builds it catches | Date |",
        "|---|---|---|---|---|---|",
    )
    return "\n".join((*head, *(_row(figure) for figure in known)))


def _row(figure: Figure) -> str:
    counted = figure.runs and not figure.found and not figure.what.startswith("bytes")
    bound = f"{1 - 0.05 ** (1 / figure.runs):.3%}" if counted else "-"
    caught = "; ".join(f"{what} ({count})" for what, count in figure.controls.items())
    note = f" ({figure.note})" if figure.note else ""
    return (
        f"| `{figure.name}` | {figure.runs:,} {figure.what}{note} | {figure.found} | {bound} | "
        f"{caught} | {figure.date} |"
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
