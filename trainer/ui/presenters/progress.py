"""Progress in words and numbers: what each chart shows, rests on, and does not prove. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trainer.assessment.lc_cusum import LcCusum, LcPlan
from trainer.assessment.lc_declared import chance_declared
from trainer.assessment.learning_curve import LEAST_FITTED, LearningCurve
from trainer.session.progress import (
    Left,
    Progress,
    Series,
    SeriesId,
    Wanted,
    evidence_of,
    series_of,
)
from trainer.session.progress_facts import Facts
from trainer.ui.presenters.progress_axes import MARKS, ticks_to
from trainer.ui.presenters.texts import decimal, tr

EVIDENCE = "evidence"  # the id of the LC-CUSUM's chart
TITLES: Mapping[str, str] = {
    SeriesId.SCORE: "Whole mark",
    SeriesId.SAFETY: "Safety of process",
    SeriesId.EFFECT: "Effect",
    SeriesId.CRAFT: "Level and view craft",
    SeriesId.RADIATION: "Radiation mark",
    SeriesId.DOSE: "Air kerma",
    SeriesId.TIME: "Time taken",
    EVIDENCE: "Evidence so far",
}
MARK = "Mark of 100"
KERMA = "Milligray at the reference point, simulated"
MINUTES = "Minutes"
SUM = "LC-CUSUM"
UNITS: Mapping[str, str] = {SeriesId.DOSE: KERMA, SeriesId.TIME: MINUTES, EVIDENCE: SUM}
SHORT: Mapping[str, str] = {SeriesId.DOSE: " mGy", SeriesId.TIME: " min"}
REASONS: Mapping[Left, str] = {
    Left.AIDED: "with an aid: {count}",
    Left.UNDONE: "taken back: {count}",
    Left.SAME_SEED: "case and seed done before: {count}",
    Left.INCOMPLETE: "never submitted: {count}",
}
CURVES: Mapping[str, str] = {"power": "Power curve", "exponential": "Exponential curve"}


@dataclass(frozen=True, slots=True)
class PointShown:
    """One attempt. words : everything about it, for cursor, screen reader and table's tooltip."""

    value: float
    passed: bool
    critical: bool
    day: str
    case: str
    shown: str
    words: str


@dataclass(frozen=True, slots=True)
class ChartShown:
    """One chart. line : moving median or running sum, at each point. curve, low, high : at each

    point, () where none is drawn. limit, floor : levels above and below, or None.
    facts : n and parameters. latest : for the list. ticks : of the y axis.
    """

    id: str
    title: str
    unit: str
    points: tuple[PointShown, ...]
    line: tuple[float, ...]
    curve: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    limit: float | None
    ticks: tuple[float, ...]
    latest: str
    facts: str
    caveat: str
    floor: float | None = None

    @property
    def spoken(self) -> str:
        """The chart for a screen reader, before its points are walked through."""
        return f"{self.title}. {self.unit}. {self.facts}"


@dataclass(frozen=True, slots=True)
class Choices:
    """What filters offer: (value, words)."""

    scenarios: tuple[tuple[str, str], ...]
    procedures: tuple[tuple[str, str], ...]
    levels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CurvesShown:
    """All charts of the wanted attempts. counted : these, for the export."""

    counts: str
    charts: tuple[ChartShown, ...]
    evidence: str
    counted: tuple[Facts, ...]


def choices_of(progress: Progress) -> Choices:
    """Filters that let at least one attempt through."""
    facts = progress.counted
    levels = {level for one in facts for level in one.levels}
    return Choices(
        tuple(sorted({one.scenario_id: one.title for one in facts}.items())),
        tuple((name, tr(name.capitalize())) for name in sorted({one.procedure for one in facts})),
        tuple(
            (level, level) for level in sorted(levels, key=lambda name: (name[0], _number(name)))
        ),
    )


def _number(level: str) -> int:
    return int(level[1:]) if level[1:].isdigit() else 0


def curves_shown(progress: Progress, wanted: Wanted) -> CurvesShown:
    """Everything about the wanted attempts."""
    chosen = progress.chosen(wanted)
    evidence = evidence_of(chosen)
    charts = [_chart(series_of(chosen, name)) for name in SeriesId]
    return CurvesShown(
        _counts(progress, len(chosen)),
        (*charts, _evidence_chart(evidence, chosen)),
        evidence_words(evidence),
        chosen,
    )


def _counts(progress: Progress, chosen: int) -> str:
    count = len(progress.counted)
    parts = [
        tr("1 attempt counts") if count == 1 else tr("{count} attempts count").format(count=count)
    ]
    if chosen != len(progress.counted):
        parts.append(tr("{count} of them chosen").format(count=chosen))
    left = [tr(REASONS[why]).format(count=count) for why, count in progress.left_out.items()]
    if left:
        parts.append(tr("not counted: {reasons}").format(reasons=", ".join(left)))
    if progress.unread:
        parts.append(tr("files that cannot be judged: {count}").format(count=progress.unread))
    return "  ·  ".join(parts)


def _chart(series: Series) -> ChartShown:
    name, curve = series.id, series.curve
    places = (0, 0) if name not in UNITS else (1, 2)
    points = tuple(
        _point(one, value, _said(name, value, places[0]), _said(name, median, places[0]))
        for one, value, median in zip(
            series.attempts, series.values, series.median.values, strict=True
        )
    )
    top = max([*series.values, *(curve.values if curve else ())], default=0.0)
    latest = series.median.values[-1:] and _said(name, series.median.values[-1], places[0])
    return ChartShown(
        name,
        tr(TITLES[name]),
        tr(UNITS.get(name, MARK)),
        points,
        series.median.values,
        curve.values if curve else (),
        curve.low if curve else (),
        curve.high if curve else (),
        None,
        ticks_to(top) if name in UNITS else MARKS,
        latest or tr("none yet"),
        _facts(series, name),
        tr((series.curve or series.median).caveat),
    )


def _said(name: str, value: float, places: int) -> str:
    return decimal(f"{value:.{places}f}") + SHORT.get(name, "")


def _point(one: Facts, value: float, shown: str, median: str = "") -> PointShown:
    outcome = tr("passed") if one.passed else tr("not passed")
    if one.critical:
        outcome = tr("{count} critical errors").format(count=one.critical)
    day = one.created_utc[:10]
    words = f"{day}, {one.title}: {shown}; {outcome}"
    if median:
        words += "; " + tr("median {value}").format(value=median)
    return PointShown(value, one.passed, bool(one.critical), day, one.title, shown, words)


def _facts(series: Series, name: str) -> str:
    n, window = len(series.values), series.median.window
    if not n:
        return tr("n = 0. Submit a case without aids, and it is drawn here.")
    parts = [tr("n = {n}. Line: median of the last {window}.").format(n=n, window=window)]
    if series.curve is None:
        parts.append(tr("No curve is fitted below {least} attempts.").format(least=LEAST_FITTED))
    else:
        parts.append(_curve_facts(series.curve, 1 if name not in UNITS else 2))
    return " ".join(parts)


def _curve_facts(curve: LearningCurve, places: int) -> str:
    numbers = {
        "plateau": decimal(f"{curve.plateau:.{places}f}"),
        "now": decimal(f"{curve.values[-1]:.{places}f}"),
        "sd": decimal(f"{curve.sd:.{places}f}"),
        "rate": decimal(f"{curve.rate:.2f}"),
        "better": decimal(f"{curve.better_by:.1f}"),
    }
    if curve.kind == "flat":
        return tr(
            "No curve tells more than the mean {plateau} (AICc); spread {sd}. Band: 95 % of the "
            "mean."
        ).format(**numbers)
    return tr(
        "{kind}: now {now}, toward {plateau}, rate {rate}, spread {sd}; it tells more than the "
        "mean by {better} (AICc). Band: 95 % of the whole curve."
    ).format(kind=tr(CURVES[curve.kind]), **numbers)


def _evidence_chart(found: LcCusum, chosen: Sequence[Facts]) -> ChartShown:
    points = tuple(
        _point(one, value, decimal(f"{value:.2f}"))
        for one, value in zip(chosen, found.path, strict=True)
    )
    limit = found.plan.limit
    latest = decimal(f"{found.path[-1]:.2f} / {limit:.2f}") if found.path else tr("none yet")
    return ChartShown(
        EVIDENCE,
        tr(TITLES[EVIDENCE]),
        tr(UNITS[EVIDENCE]),
        points,
        found.path,
        (),
        (),
        (),
        limit,
        ticks_to(max([limit * 1.1, *found.path])),
        latest,
        _plan_words(found),
        tr(found.caveat),
    )


def _plan_words(found: LcCusum) -> str:
    plan = found.plan
    return tr(
        "n = {n}. A pass adds {up}, a fail takes {down}, never below 0; limit {limit} for "
        "{attempts} attempts."
    ).format(
        n=found.n,
        up=decimal(f"{plan.pass_weight:.2f}"),
        down=decimal(f"{-plan.fail_weight:.2f}"),
        limit=decimal(f"{plan.limit:.2f}"),
        attempts=plan.attempts,
    )


def evidence_words(found: LcCusum) -> str:
    """LC-CUSUM told in words, with its parameters; practice only."""
    if not found.n:
        return tr("No attempt counts yet. For practice only.")
    stands = tr("{passed} of {n} attempts passed.").format(
        passed=found.n - found.failures, n=found.n
    )
    return " ".join((stands, _reached(found), _asks(found.plan), *_too_many(found)))


def _reached(found: LcCusum) -> str:
    at, limit = decimal(f"{found.path[-1]:.2f}"), decimal(f"{found.plan.limit:.2f}")
    if found.reached_at is None:
        return tr("The evidence stands at {at} of {limit}: not enough yet.").format(
            at=at, limit=limit
        )
    return tr("The evidence reached {limit} at attempt {number} and stands at {at}.").format(
        limit=limit, number=found.reached_at, at=at
    )


def _asks(plan: LcPlan) -> str:
    return tr(
        "It asks whether failing in {good} of cases fits better than failing in {bad}. Within "
        "{attempts} attempts {false} of those who fail in {bad} would reach it too, and "
        "{true} of those who fail in {good}. For practice only."
    ).format(
        good=_percent(plan.acceptable_failure),
        bad=_percent(plan.unacceptable_failure),
        attempts=plan.attempts,
        false=_percent(chance_declared(plan, plan.unacceptable_failure)),
        true=_percent(chance_declared(plan, plan.acceptable_failure)),
    )


def _percent(share: float) -> str:
    return f"{100.0 * share:.0f}\N{NO-BREAK SPACE}%"


def _too_many(found: LcCusum) -> tuple[str, ...]:
    if not found.beyond_plan:
        return ()
    words = tr("These are more than {attempts} attempts: reaching it by chance is likelier now.")
    return (words.format(attempts=found.plan.attempts),)


def day_words(day: int) -> str:
    """An ordinal as a date."""
    return date.fromordinal(day).isoformat()
