"""The cohort over time: everybody in a table; curves, CUSUM, LC-CUSUM of one; re-tests. No Qt."""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.cusum import Cusum, CusumPlan, cusum
from trainer.assessment.lc_cusum import PRACTICE, LcPlan
from trainer.assessment.lc_declared import Simulated, chance_declared, simulated
from trainer.assessment.mastery import RETEST_DAYS
from trainer.session.cohort import Cohort
from trainer.session.progress import Progress, Wanted, evidence_of
from trainer.ui.presenters.cohort_page import Chosen, PageShown, Raw, percent, person_words
from trainer.ui.presenters.drill_words import drill_of
from trainer.ui.presenters.progress import (
    EVIDENCE,
    ChartShown,
    curves_shown,
    day_words,
    evidence_words,
)
from trainer.ui.presenters.progress_axes import ticks_to
from trainer.ui.presenters.texts import decimal, tr

GROUP_WORDS = {"": "Nothing said", "novice": "Novice", "expert": "Expert"}
PEOPLE = (
    *("Person", "Group", "Language", "Attempts", "Passed"),
    *("Median mark", "LC-CUSUM", "Re-tests due", "Last day"),
)
RETESTS = ("Person", "Drill", "Mastered", "Re-tests passed", "Next re-test", "Overdue")
DECLARED = ("Fails in", "Attempts", "Reach the limit", "Simulated", "Median attempts")
SIMULATED_RUNS, SEED = 2_000, 1
PLAN = CusumPlan(PRACTICE.acceptable_failure, PRACTICE.unacceptable_failure)
NOBODY = "Nobody is here yet: release an exam, or choose a folder of collected attempts."


def people_page(cohort: Cohort, _chosen: Chosen) -> PageShown:
    """Everybody in one line each."""
    rows = tuple(_person(cohort, name, cohort.of(name)) for name in cohort.people)
    return PageShown(
        "people",
        tr("People"),
        header=tuple(tr(head) for head in PEOPLE),
        rows=rows,
        facts=tr(
            "n = {n} people. Counted: submitted whole tasks, no aid, nothing taken back, each case "
            "and seed once. LC-CUSUM: now, of {limit}."
        ).format(n=len(rows), limit=decimal(f"{PRACTICE.limit:.2f}")),
        caveat=tr(CAVEATS["moving-median"]),
        missing="" if rows else tr(NOBODY),
    )


def _person(cohort: Cohort, name: str, progress: Progress) -> tuple[Raw, ...]:
    counted, note = progress.counted, cohort.note(name)
    found = evidence_of(counted)
    shown = curves_shown(progress, Wanted()).charts[0].line if counted else ()
    due = sum(one.retention.overdue(progress.today) for one in progress.drills.values())
    return (
        person_words(name),
        tr(GROUP_WORDS[note.group]) if note.group else None,
        note.language or None,
        len(counted),
        sum(one.passed for one in counted),
        float(shown[-1]) if shown else None,
        float(found.path[-1]) if found.path else None,
        due,
        counted[-1].created_utc[:10] if counted else None,
    )


def curve_page(cohort: Cohort, chosen: Chosen) -> PageShown:
    """One person's learning curve of one measure."""
    page = PageShown("curve", tr("Learning curves"), ("person", "measure"))
    chart = _chart(cohort, chosen, chosen.measure)
    if chart is None or not chart.points:
        return replace(page, missing=_nothing(chosen))
    return replace(
        page, words=chart.unit, chart=chart, facts=chart.facts, caveat=chart.caveat,
        header=(tr("Attempt"), tr("Day"), tr("Case"), chart.unit, tr("Median")),
        rows=tuple(
            (number, point.day, point.case, float(point.value), float(chart.line[number - 1]))
            for number, point in enumerate(chart.points, 1)
        ),
    )  # fmt: skip


def _chart(cohort: Cohort, chosen: Chosen, measure: str) -> ChartShown | None:
    if chosen.person not in cohort.people:
        return None
    shown = curves_shown(cohort.of(chosen.person), Wanted())
    return next((chart for chart in shown.charts if chart.id == measure), None)


def _nothing(chosen: Chosen) -> str:
    if not chosen.person:
        return tr(NOBODY)
    return tr("{person} has no attempt that counts.").format(person=person_words(chosen.person))


def cusum_page(cohort: Cohort, chosen: Chosen) -> PageShown:
    """One person's CUSUM of fails."""
    page = PageShown("cusum", tr("CUSUM"), ("person",))
    base = _chart(cohort, chosen, EVIDENCE)
    if base is None or not base.points:
        return replace(page, missing=_nothing(chosen))
    counted = cohort.of(chosen.person).counted
    found = cusum([not one.passed for one in counted], PLAN)
    points = tuple(
        replace(point, value=value, shown=decimal(f"{value:.2f}"))
        for point, value in zip(base.points, found.path, strict=True)
    )
    up = ticks_to(max([found.plan.upper * 1.1, *found.path]))
    down = ticks_to(max([-found.plan.lower * 1.1, *(-value for value in found.path)]))
    chart = replace(
        base, id="cusum", title=tr("CUSUM"), unit=tr("Sum of fails less the step"), points=points,
        line=found.path, limit=found.plan.upper, floor=found.plan.lower,
        ticks=(*(-tick for tick in reversed(down[1:])), *up), facts=_cusum_facts(found),
        caveat=tr(found.caveat),
    )  # fmt: skip
    return replace(
        page, words=_cusum_words(found), chart=chart, facts=chart.facts, caveat=chart.caveat,
        header=(tr("Attempt"), tr("Day"), tr("Case"), tr("Passed"), tr("CUSUM")),
        rows=tuple(
            (number, point.day, point.case, int(point.passed), float(value))
            for number, (point, value) in enumerate(zip(points, found.path, strict=True), 1)
        ),
    )  # fmt: skip


def _cusum_words(found: Cusum) -> str:
    """Which line was crossed, in words."""
    if found.too_many_at is not None:
        return tr(
            "At attempt {number} the sum crossed the upper line: it fits failing in {bad} better."
        ).format(number=found.too_many_at, bad=percent(found.plan.unacceptable_failure))
    if found.acceptable_at is not None:
        return tr(
            "At attempt {number} the sum crossed the lower line: it fits failing in {good} better."
        ).format(number=found.acceptable_at, good=percent(found.plan.acceptable_failure))
    return tr("No line is crossed: nothing can be said yet.")


def _cusum_facts(found: Cusum) -> str:
    plan = found.plan
    return tr(
        "n = {n}, fails {fails}. Acceptable {good}, unacceptable {bad}, both errors {alpha}; step "
        "{step}, lines {low} and {high}."
    ).format(
        n=found.n, fails=found.failures, good=percent(plan.acceptable_failure),
        bad=percent(plan.unacceptable_failure), alpha=percent(plan.alpha),
        step=plan_text(plan.step), low=plan_text(plan.lower), high=plan_text(plan.upper),
    )  # fmt: skip


def plan_text(value: float) -> str:
    """A parameter with two decimals."""
    return decimal(f"{value:.2f}".replace("-", "\N{MINUS SIGN}"))


def lc_page(cohort: Cohort, chosen: Chosen) -> PageShown:
    """One person's LC-CUSUM in words, and who reaches its limit who should not."""
    page = PageShown("lc", tr("LC-CUSUM"), ("person",), header=tuple(tr(each) for each in DECLARED))
    page = replace(page, rows=declared_rows(PRACTICE), caveat=tr(CAVEATS["lc-cusum"]))
    chart = _chart(cohort, chosen, EVIDENCE)
    facts = _declared_facts(PRACTICE)
    if chart is None or not chart.points:
        return replace(page, words=_nothing(chosen), facts=facts)
    words = evidence_words(evidence_of(cohort.of(chosen.person).counted))
    return replace(page, words=words, chart=chart, facts=f"{chart.facts} {facts}")


@functools.cache
def false_certification(plan: LcPlan) -> Simulated:
    """Simulated trainees at both rates; the same ones every time."""
    return simulated(plan, SIMULATED_RUNS, np.random.default_rng(SEED))


def declared_rows(plan: LcPlan) -> tuple[tuple[Raw, ...], ...]:
    """Truly inadequate and truly adequate trainees: exact and simulated."""
    found = false_certification(plan)
    bad, good = plan.unacceptable_failure, plan.acceptable_failure
    return (
        (percent(bad), plan.attempts, percent(chance_declared(plan, bad)),
         percent(found.false_declared), None),
        (percent(good), plan.attempts, percent(chance_declared(plan, good)),
         percent(found.true_declared), found.median_attempts and round(found.median_attempts)),
    )  # fmt: skip


def _declared_facts(plan: LcPlan) -> str:
    return tr(
        "False certification: {runs} simulated trainees who fail at each rate, limit {limit}, seed "
        "{seed}; beside it the exact chance."
    ).format(runs=SIMULATED_RUNS, limit=plan_text(plan.limit), seed=SEED)


def mastery_page(cohort: Cohort, _chosen: Chosen) -> PageShown:
    """Who has mastered which drill, and when it is tested again."""
    rows = tuple(
        (
            person_words(person),
            tr(drill_of(name).title),
            None if one.retention.mastered_on is None else day_words(one.retention.mastered_on),
            one.retention.passed,
            None if one.retention.next_due is None else day_words(one.retention.next_due),
            tr("yes") if one.retention.overdue(cohort.today) else None,
        )
        for person in cohort.people
        for name, one in cohort.of(person).drills.items()
    )
    return PageShown(
        "mastery",
        tr("Mastery and re-tests"),
        header=tuple(tr(head) for head in RETESTS),
        rows=tuple(sorted(rows, key=lambda row: (row[4] is None, str(row[4])))),
        facts=tr(
            "n = {n} drills of {people} people. Mastered: 3 passes in a row, 2 patients, 2 days; "
            "re-tests after {days} days."
        ).format(
            n=len(rows),
            people=len({row[0] for row in rows}),
            days=", ".join(map(str, RETEST_DAYS)),
        ),
        caveat=tr(CAVEATS["mastery"]),
        missing="" if rows else tr("Nobody here has finished a drill yet."),
    )
