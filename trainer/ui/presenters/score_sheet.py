"""The score sheet in words. It computes nothing: every number comes from the score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.scoring.metrics import METRICS
from trainer.ui.presenters.amounts import clock_text
from trainer.ui.presenters.texts import decimal, tr, tr_sentence

if TYPE_CHECKING:
    from trainer.scoring.score import MarkedValue, Score

PROVISIONAL = "Provisional, not for decisions."

# Unit of a metric -> (unit as people read it, divisor, decimals).
UNITS: Mapping[str, tuple[str, int, int]] = {
    "um": ("mm", 1_000, 1),
    "mdeg": ("°", 1_000, 1),
    "ms": ("s", 1_000, 0),
    "nGy": ("mGy", 1_000_000, 2),
    "count": ("", 1, 0),
}


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One line of the table."""

    name: str
    value: str
    mark: str
    weight: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ScoreSheetShown:
    """The whole sheet."""

    headline: str
    verdict: str
    passed: bool
    note: str
    pass_mark: str
    critical: tuple[str, ...]
    rows: tuple[MetricRow, ...]
    digest: str


def score_sheet(score: Score) -> ScoreSheetShown:
    """The sheet of a score."""
    standing = tr(PROVISIONAL)
    return ScoreSheetShown(
        headline=tr("{score} of 100").format(score=tenth_text(score.score)),
        verdict=tr("Passed") if score.passed else tr("Not passed"),
        passed=score.passed,
        note=standing if score.complete else f"{standing} {tr('The attempt was not submitted.')}",
        pass_mark=tr("Pass mark {mark} of 100, without a critical error.").format(
            mark=tenth_text(score.pass_mark)
        ),
        critical=tuple(
            f"{clock_text(error.t_ms / 1000)}   {_sentence(tr_sentence(error.why))}"
            for error in score.critical
        ),
        rows=tuple(_row(metric) for metric in score.metrics),
        digest=score.digest,
    )


def _row(metric: MarkedValue) -> MetricRow:
    known = METRICS.get(metric.id)
    return MetricRow(
        tr(known.title) if known else metric.id,
        amount_text(metric.value, metric.unit),
        tenth_text(metric.mark),
        f"{metric.weight}",
        tr("{formula} Source: {citation}").format(formula=known.formula, citation=known.citation)
        if known
        else "",
    )


def amount_text(value: int | None, unit: str) -> str:
    """A stored integer in the unit that people read; a dash where the log cannot say."""
    if value is None:
        return "–"
    if unit == "1":
        return tr("yes") if value else tr("no")
    shown, divisor, decimals = UNITS.get(unit, (unit, 1, 0))
    return decimal(f"{value / divisor:.{decimals}f} {shown}".rstrip())


def tenth_text(thousandths: int) -> str:
    """Thousandths as parts of a hundred, one decimal."""
    return decimal(f"{thousandths / 10:.1f}")


def _sentence(why: str) -> str:
    text = why.strip()
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")
