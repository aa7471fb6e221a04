"""What each statistic does not prove, in one sentence; screens and reports show it beside it."""

from __future__ import annotations

from collections.abc import Mapping

CAVEATS: Mapping[str, str] = {
    "learning-curve": (
        "A curve through one person's attempts shows what happened, not what would happen on a "
        "patient; cases of other difficulty move it as much as learning does."
    ),
    "moving-median": (
        "A moving median only smooths what happened; it says nothing about what comes next."
    ),
    "cusum": (
        "Crossing a line says that the failures no longer fit the rate they are compared with, not "
        "why, and not that somebody is competent."
    ),
    "lc-cusum": (
        "For practice only: it is evidence against one rate of failure in this simulator, never a "
        "certificate; its specificity is too low for a decision, and who is good is often missed."
    ),
    "mastery": (
        "Mastery of a drill means three passes in a row in this simulator; transfer to patients "
        "has not been shown."
    ),
    "icc": (
        "Agreement of raters is not truth: all may share one error; it holds for people as varied "
        "as these and no others."
    ),
    "kappa": (
        "Kappa depends on how common each category is; it does not say which rater is right."
    ),
    "bland-altman": (
        "Narrow limits say that two numbers can replace one another, not that either is right."
    ),
    "alpha": (
        "A high alpha says that items go together, not that they measure one thing or the right "
        "thing."
    ),
    "generalizability": (
        "Coefficients hold for conditions drawn like those studied; an estimate from few people, "
        "scenarios or occasions is itself uncertain."
    ),
    "contrasting-groups": (
        "The cut separates these two groups; it does not show that those above it are safe with "
        "patients, and it moves with who was called an expert."
    ),
    "angoff": (
        "The cut is what these judges believe of a borderline candidate; agreement among them is "
        "no evidence that they are right."
    ),
    "items": (
        "Few people make every item statistic unstable; a hard item is not a bad one."
    ),
    "sem": (
        "The error of measurement is an average over all and does not hold near the ends of the "
        "scale; it says nothing about whether the mark measures the right thing."
    ),
    "dif": (
        "A difference between groups of equal total is a reason to look at the item, not proof of "
        "unfairness; small groups hide real differences."
    ),
    "expert-band": (
        "What these experts did in the simulator is a landmark, not a standard, and not proof that "
        "it is right for patients."
    ),
}  # fmt: skip
