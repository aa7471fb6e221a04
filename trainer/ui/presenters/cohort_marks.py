"""What marks are worth: experts, items, G- and D-study, contrasting groups, DIF. No Qt."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.contrasting_groups import LEAST_GROUP, ContrastingGroups, contrasting_groups
from trainer.assessment.d_study import d_study
from trainer.assessment.dif import mantel_haenszel
from trainer.assessment.expert_band import expert_band
from trainer.assessment.generalizability import Components, g_study
from trainer.assessment.items import OUTER_GROUPS, items
from trainer.session.cohort import EXPERT, NOVICE, Cohort
from trainer.session.cohort_tables import (
    LEVELS,
    Marks,
    answers_by_case,
    kinds_by,
    marks_of,
    values_of,
)
from trainer.session.progress import SeriesId
from trainer.ui.presenters.cohort_page import Chosen, PageShown, Raw, percent, source_words
from trainer.ui.presenters.cohort_people import plan_text
from trainer.ui.presenters.progress import TITLES
from trainer.ui.presenters.texts import tr, tr_sentence

LEAST_PEOPLE, LEAST_ITEMS = 3, 2  # below it a correlation or a component is not defined
D_STATIONS = (1, 2, 4, 8, 12, 16)  # what a D-study is told for [X]
SEED = 1
EFFECTS = {"p": "People", "s": "Stations", "ps": "People at stations, and error"}
ITEMS = ("Station", "Facility", "Difficulty", "Rest correlation", "Best less worst 27 %")
COMPONENTS = ("What varies", "Stations", "Variance", "Share", "Ranking", "Pass or fail")
BAND = ("Measure", "Experts", "Least", "Lower quarter", "Median", "Upper quarter", "Most", "Sure")
GROUPS = ("What", "Value")
DIF = ("Case", "First group", "Second group", "Odds ratio", "Delta", "p", "Class")
# Why a cut is no standard, as `contrasting_groups` says it: known here so that it is translated.
NO_STANDARD = (
    "the densities do not cross once between the means",
    "the cut cannot be found in one resample of ten or more",
    "the interval of the cut is wider than one standard deviation",
    "a group has fewer than 8 people",
)


def expert_page(cohort: Cohort, _chosen: Chosen) -> PageShown:
    """What experts did, measure by measure."""
    page = PageShown("experts", tr("Expert bands"), header=tuple(tr(head) for head in BAND))
    rows: list[tuple[Raw, ...]] = []
    for measure in SeriesId:
        found = list(values_of(cohort, EXPERT, measure).values())
        if found:
            band = expert_band(found)
            of = band.spread
            rows.append((tr(TITLES[measure]), band.n, of.least, of.quarter, of.median,
                         of.three_quarters, of.most, percent(band.sure)))  # fmt: skip
    return replace(
        page,
        rows=tuple(rows),
        facts=tr(
            "Each expert once: the median of the last five counted attempts. Sure: the chance that "
            "least to most holds 90 % of all such experts (Wilks)."
        ),
        caveat=tr(CAVEATS["expert-band"]),
        missing="" if rows else tr("No expert yet: say on the page People who is one."),
    )


def items_page(cohort: Cohort, chosen: Chosen) -> PageShown:
    """How hard each station is, and whether it goes with the rest."""
    page = PageShown("items", tr("Stations"), ("source",), header=tuple(tr(head) for head in ITEMS))
    table = marks_of(cohort, chosen.source)
    if missing := _too_few(table):
        return replace(page, missing=missing)
    columns = {name: [row[at] for row in table.rows] for at, name in enumerate(table.items)}
    rows = tuple(
        (one.id, one.facility, one.difficulty, one.rest_correlation, one.outer_difference)
        for one in items(columns, 100.0)
    )
    facts = tr("Outer groups: {share} at either end.").format(share=percent(OUTER_GROUPS))
    return replace(
        page, rows=rows, facts=f"{_n(table, chosen)} {facts}", caveat=tr(CAVEATS["items"])
    )


def _n(table: Marks, chosen: Chosen) -> str:
    return tr(
        "{source}: n = {people} people at {items} stations; {left} people with a gap left out."
    ).format(
        source=source_words(chosen.source), people=len(table.people), items=len(table.items),
        left=table.left_out,
    )  # fmt: skip


def _too_few(table: Marks, people: int = LEAST_PEOPLE) -> str:
    if len(table.people) >= people and len(table.items) >= LEAST_ITEMS:
        return ""
    return tr(
        "It takes {people} people who all sat the same {items} stations; here are {have} people at "
        "{found} stations."
    ).format(
        people=people, items=LEAST_ITEMS, have=len(table.people), found=len(table.items)
    )  # fmt: skip


def g_page(cohort: Cohort, chosen: Chosen) -> PageShown:
    """Where the variance of marks comes from, and what so many stations would be worth."""
    header = tuple(tr(head) for head in COMPONENTS)
    page = PageShown("g", tr("G- and D-study"), ("source",), header=header)
    table = marks_of(cohort, chosen.source)
    if missing := _too_few(table):
        return replace(page, missing=missing)
    found = g_study(table.rows)
    negative = ""
    if found.negative:
        names = ", ".join(tr(EFFECTS[one]) for one in found.negative)
        negative = " " + tr("Below 0, told as 0: {names}.").format(names=names)
    facts = tr("People x stations, one mark a cell; mean squares (Brennan).")
    return replace(
        page,
        rows=(*_components(found), *_decisions(found)),
        facts=f"{_n(table, chosen)} {facts}{negative}",
        caveat=tr(found.caveat),
    )


def _components(found: Components) -> list[tuple[Raw, ...]]:
    total = sum(found.variance.values())
    return [
        (tr(EFFECTS[name]), None, value, percent(value / total) if total else None, None, None)
        for name, value in found.variance.items()
    ]


def _decisions(found: Components) -> list[tuple[Raw, ...]]:
    plans = (d_study(found, stations) for stations in D_STATIONS)
    return [
        (tr("Mean of so many stations"), one.scenarios, one.absolute, None, one.rho2, one.phi)
        for one in plans
    ]


def groups_page(cohort: Cohort, chosen: Chosen) -> PageShown:
    """The cut between novices and experts."""
    page = PageShown("groups", tr("Contrasting groups"), ("source",))
    page = replace(page, header=tuple(tr(head) for head in GROUPS))
    means = marks_of(cohort, chosen.source).means
    novices, experts = (
        [mean for name, mean in means.items() if cohort.note(name).group == group]
        for group in (NOVICE, EXPERT)
    )
    if min(len(novices), len(experts)) < 2:
        missing = tr(
            "It takes novices and experts who sat the same stations; here are {novices} and "
            "{experts}. Say on the page People who is who."
        )
        return replace(page, missing=missing.format(novices=len(novices), experts=len(experts)))
    found = contrasting_groups(novices, experts, np.random.default_rng(SEED))
    return replace(
        page,
        words=_standard_words(found),
        rows=tuple(_group_rows(found)),
        facts=tr(
            "n = {novices} novices, {experts} experts, mean marks of 100; 1000 resamples, seed "
            "{seed}. A standard needs {least} in each group."
        ).format(
            novices=found.novices, experts=found.experts, seed=SEED, least=LEAST_GROUP
        ),
        caveat=tr(found.caveat),
    )  # fmt: skip


def _standard_words(found: ContrastingGroups) -> str:
    if not found.problems:
        return tr("Cut between the groups: {cut} of 100.").format(cut=plan_text(found.cut or 0.0))
    why = "; ".join(tr_sentence(one) for one in found.problems)
    return tr("This is no standard: {why}.").format(why=why)


def _group_rows(found: ContrastingGroups) -> list[tuple[Raw, ...]]:
    theory = found.theory
    return [
        (tr("Cut, of 100"), found.cut),
        (tr("95 % interval, low"), found.low),
        (tr("95 % interval, high"), found.high),
        (tr("Novices at or over it, by theory"), theory.false_positive if theory else None),
        (tr("Novices at or over it, here"), found.observed_false_positive),
        (tr("Experts below it, by theory"), theory.false_negative if theory else None),
        (tr("Experts below it, here"), found.observed_false_negative),
    ]


def device_page(cohort: Cohort, _chosen: Chosen) -> PageShown:
    """DIF by way of input."""
    return _dif(cohort, "device")


def language_page(cohort: Cohort, _chosen: Chosen) -> PageShown:
    """DIF by language."""
    return _dif(cohort, "language")


def _dif(cohort: Cohort, what: str) -> PageShown:
    title = tr("DIF by device") if what == "device" else tr("DIF by language")
    page = PageShown(f"dif_{what}", title, header=tuple(tr(head) for head in DIF), places=3)
    kinds, (first, second) = kinds_by(cohort, what)
    if not second:
        return replace(page, missing=_one_group(what, first))
    rows: list[tuple[Raw, ...]] = []
    for case, answers in answers_by_case(cohort, kinds).items():
        found = mantel_haenszel(answers)
        focal = sum(one.focal for one in answers)
        told = (found.odds_ratio, found.delta, found.p, found.level) if found else (None,) * 4
        rows.append((case, len(answers) - focal, focal, *told))
    facts = tr(
        "First group: {first}, second: {second}. Equal ability: the same of {levels} bands of the "
        "person's other marks. Delta below 0 is against the second group; a dash is undefined."
    ).format(first=first, second=second, levels=LEVELS)
    return replace(
        page, rows=tuple(rows), facts=facts, caveat=tr(CAVEATS["dif"]),
        missing="" if rows else tr("Nobody has two marks yet, so nobody's ability is known."),
    )  # fmt: skip


def _one_group(what: str, first: str) -> str:
    if what == "device":
        return tr(
            "It takes released exams with two ways of input; here: {first}."
        ).format(first=first or "–")  # fmt: skip
    return tr(
        "It takes people of two languages; here: {first}. Say on the page People who speaks what."
    ).format(first=first or "–")
