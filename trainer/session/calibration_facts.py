"""What a calibration says: spread by kind, separation, difficulty, and what was to be expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from math import sqrt
from statistics import fmean
from typing import Any

import numpy as np

from trainer.assessment.distribution import Distribution, distribution
from trainer.assessment.items import Item, items
from trainer.assessment.separation import Separation, separation
from trainer.assessment.share import Share, share_of
from trainer.scenario.canonical import sha256
from trainer.scenario.patient import RadiographPatient
from trainer.session.calibrating import Calibration, Earned

LABEL = (
    "A sanity check, never validity: scripted players are no people, and what separates them need "
    "not separate people."
)
FULL = 1_000
LEARNERS = ("novice", "trained", "expert")  # by rising skill; the others are probes
PAIRS = (("novice", "expert"), ("novice", "trained"), ("trained", "expert"))
RADIATION = "radiation"
# An expert in all but pictures may lose this much of another part, and two standard errors (X).
ALIKE_WITHIN = 30
MOSTLY = 0.5
LEAST_AREA = 0.95  # of expert against novice (issue 6)


@dataclass(frozen=True, slots=True)
class KindFacts:
    """Of one kind of player. parts : mean marks by part; critical, major : shares of attempts."""

    kind: str
    marks: Distribution
    passed: Share
    parts: Mapping[str, float]
    judgement: float | None
    critical: Mapping[str, float]
    major: Mapping[str, float]
    minutes: float
    exposures: float


@dataclass(frozen=True, slots=True)
class Expectation:
    """Something that a sensible rubric brings about. found : what came instead or as well."""

    says: str
    holds: bool
    found: str


@dataclass(frozen=True, slots=True)
class Facts:
    """difficulty : 1 less the mean mark of the learners as a share of the full one."""

    kinds: tuple[KindFacts, ...]
    separations: Mapping[tuple[str, str], Separation]
    difficulty: float | None
    items: tuple[Item, ...]
    expectations: tuple[Expectation, ...]


def facts_of(found: Calibration) -> Facts:
    """All of it; the draws of the intervals are fixed by the plan's seed."""
    kinds = tuple(_kind(found, kind) for kind in found.kinds)
    separations = dict(_separations(found))
    learners = [one for kind in LEARNERS for one in found.of(kind)]
    return Facts(
        kinds=kinds,
        separations=separations,
        difficulty=1.0 - fmean(one.mark for one in learners) / FULL if learners else None,
        items=_items(found, learners),
        expectations=tuple(_expected(found, {one.kind: one for one in kinds}, separations)),
    )


def _kind(found: Calibration, kind: str) -> KindFacts:
    earned = found.of(kind)
    judged = [one.judgement for one in earned if one.judgement is not None]
    return KindFacts(
        kind=kind,
        marks=distribution([one.mark for one in earned]),
        passed=share_of(sum(one.passed for one in earned), len(earned)),
        parts={part: fmean(one.parts[part] for one in earned) for part in found.parts},
        judgement=fmean(judged) if judged else None,
        critical=_shares(earned, lambda one: one.critical),
        major=_shares(earned, lambda one: one.major),
        minutes=fmean(one.minutes for one in earned),
        exposures=fmean(one.exposures for one in earned),
    )


def _shares(
    earned: tuple[Earned, ...], errors: Callable[[Earned], tuple[str, ...]]
) -> Mapping[str, float]:
    kinds = sorted({error for one in earned for error in errors(one)})
    return {kind: sum(kind in errors(one) for one in earned) / len(earned) for kind in kinds}


def _separations(found: Calibration) -> Iterator[tuple[tuple[str, str], Separation]]:
    for number, (lesser, better) in enumerate(PAIRS):
        a, b = found.of(lesser), found.of(better)
        if a and b:
            rng = np.random.default_rng((found.plan.seed, number))
            below, above = [one.mark for one in a], [one.mark for one in b]
            yield (lesser, better), separation(below, above, rng)


def _items(found: Calibration, learners: list[Earned]) -> tuple[Item, ...]:
    weighed = [name for name, weight in found.metrics.items() if weight]
    if not learners or not weighed:
        return ()
    return items({name: [one.metrics[name] for one in learners] for name in weighed}, FULL)


# --- what was to be expected ----------------------------------------------------------------------


def _expected(
    found: Calibration,
    kinds: Mapping[str, KindFacts],
    separations: Mapping[tuple[str, str], Separation],
) -> Iterator[Expectation]:
    with_needle = str(found.scenario.story.decision) == "proceed"
    to_fail = ("random", *(("lucky-reckless",) if with_needle else ()))
    if with_needle and _shows_depth(found):
        to_fail = (*to_fail, "timid")
    for kind in ("expert", "slow-but-safe"):
        yield from _passes(kinds, kind)
    if "novice" in kinds and with_needle:
        share = kinds["novice"].passed
        says = "the novice mostly fails"
        yield Expectation(says, share.share < MOSTLY, _passed(share))
    if ("novice", "expert") in separations:
        area = separations["novice", "expert"].area
        says = f"expert and novice are told apart (area at least {LEAST_AREA})"
        yield Expectation(says, area >= LEAST_AREA, f"area {area:.3f}")
    yield from _between(kinds)
    for kind in to_fail:
        yield from _fails(kinds, kind)
    yield from _loses_radiation_only(found)


def _shows_depth(found: Calibration) -> bool:
    """A needle short of its place looks right in a single radiograph: nobody can mark it."""
    patient = found.scenario.patient
    return not isinstance(patient, RadiographPatient) or len(patient.pictures) > 1


def _passed(share: Share) -> str:
    return f"{share.hits} of {share.count} passed"


def _passes(kinds: Mapping[str, KindFacts], kind: str) -> Iterator[Expectation]:
    if kind in kinds:
        share = kinds[kind].passed
        yield Expectation(f"the {kind} player passes", share.hits == share.count, _passed(share))


def _fails(kinds: Mapping[str, KindFacts], kind: str) -> Iterator[Expectation]:
    if kind in kinds:
        share = kinds[kind].passed
        yield Expectation(f"the {kind} player fails", share.hits == 0, _passed(share))


def _between(kinds: Mapping[str, KindFacts]) -> Iterator[Expectation]:
    if all(kind in kinds for kind in LEARNERS):
        means = [kinds[kind].marks.mean for kind in LEARNERS]
        told = ", ".join(
            f"{kind} {mean / 10:.1f}" for kind, mean in zip(LEARNERS, means, strict=True)
        )
        yield Expectation("the trained player lies between", means == sorted(means), told)


def _loses_radiation_only(found: Calibration) -> Iterator[Expectation]:
    """Other parts may differ by a little, and by what chance explains in groups of this size."""
    happy, expert = found.of("image-happy"), found.of("expert")
    if not happy or not expert or not found.parts:
        return
    lost = {part: _lost(part, happy, expert) for part in found.parts}
    told = ", ".join(f"{part} {by / 10:+.1f}" for part, (by, _) in sorted(lost.items()))
    others = [by - 2.0 * error for part, (by, error) in lost.items() if part != RADIATION]
    holds = max(others, default=0.0) <= ALIKE_WITHIN
    yield Expectation("the image-happy player loses marks for radiation only", holds, told)


def _lost(part: str, lesser: tuple[Earned, ...], better: tuple[Earned, ...]) -> tuple[float, float]:
    """Difference of the means of a part's marks, and its standard error."""
    groups = [distribution([one.parts[part] for one in group]) for group in (lesser, better)]
    error = sqrt(sum((one.sd or 0.0) ** 2 / one.count for one in groups))
    return groups[1].mean - groups[0].mean, error


# --- for machines ---------------------------------------------------------------------------------


def document_of(found: Calibration, facts: Facts) -> dict[str, Any]:
    """Everything as one JSON document, each attempt's own mark and digest included."""
    scenario = found.scenario
    return {
        "label": LABEL,
        "scenario": {
            "id": scenario.id,
            "title": scenario.title,
            "version": scenario.version,
            "sha256": sha256(scenario),
        },
        "rubric": found.rubric,
        "standing": found.standing,
        "pass_mark": found.pass_mark,
        "trainees": found.plan.trainees,
        "seed": found.plan.seed,
        "kinds": [asdict(one) for one in facts.kinds],
        "separation": [
            {"lesser": lesser, "better": better, **asdict(one)}
            for (lesser, better), one in facts.separations.items()
        ],
        "difficulty": facts.difficulty,
        "items": [{**asdict(one), "weight": found.metrics[one.id]} for one in facts.items],
        "expectations": [asdict(one) for one in facts.expectations],
        "attempts": [_attempt(one) for one in found.earned],
    }


def _attempt(one: Earned) -> dict[str, Any]:
    plain = asdict(one)
    return {**plain.pop("trial"), **plain}
