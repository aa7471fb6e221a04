"""Parallel forms of the open case while one plans them: places, forms, anchors, folder; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.anatomy.levels import LEVELS
from trainer.assessment.exams.cautions import LEAST_ANCHOR_PERCENT
from trainer.refusal import Refusal
from trainer.scenario.manuscript.edits import value_at
from trainer.scenario.moving import BeyondTheSpineError, Move, moved
from trainer.session.studio.forms import FormBatch, FormPlan, make_forms
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr, tr_sentence

if TYPE_CHECKING:
    from trainer.session.studio.workbench import Workbench

SIDES = ("left", "right")
MOST_FORMS = 12  # as many as a wall of candidates ever needs at once (design value)


@dataclass(frozen=True, slots=True)
class FormsWish:
    """What is chosen. levels, sides : of the first target; every one with every other.

    anchors : ids of the library that every form holds. folder : in which the new one is made.
    """

    levels: tuple[str, ...] = ()
    sides: tuple[str, ...] = ("left",)
    forms: int = 2
    anchors: tuple[str, ...] = ()
    folder: Path = Path()

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Level and side of each variant, from above."""
        return tuple(
            (level, side) for level in LEVELS if level in self.levels for side in self.sides
        )

    @property
    def shares_out(self) -> bool:
        """Whether the variants fill every form alike."""
        return bool(self.places) and self.forms >= 1 and len(self.places) % self.forms == 0

    @property
    def anchor_percent(self) -> int:
        """Share of anchors in a form, rounded down."""
        stations = len(self.places) // max(1, self.forms) + len(self.anchors)
        return 100 * len(self.anchors) // max(1, stations)


class FormsDesk:
    """What can be chosen for a case, what the choice comes to, and the making of it."""

    def __init__(self, bench: Workbench) -> None:
        self.bench = bench
        self.levels = _levels(bench)
        self.wish = FormsWish(folder=Path.home())

    @property
    def anchors(self) -> tuple[str, ...]:
        """Ids of the library's cases."""
        return tuple(sorted(self.bench.services.scenarios.identifiers()))

    def choose(self, **values: object) -> None:
        """Set some of the wish."""
        self.wish = replace(self.wish, **values)  # type: ignore[arg-type]

    @property
    def can_make(self) -> bool:
        """Whether it can be asked for."""
        return self.wish.shares_out and self.bench.can_publish

    def words(self) -> str:
        """What the choice comes to, or what it still lacks."""
        wish, count = self.wish, len(self.wish.places)
        if not self.bench.can_publish:
            return tr("The case itself is not finished: mend what its list names.")
        if not count:
            return tr("Choose levels and sides.")
        if not wish.shares_out:
            return tr("{count} variants cannot be shared out evenly over {forms} forms.").format(
                count=count, forms=wish.forms
            )
        told = tr("{count} variants: {each} of them and {anchors} anchors in each form.").format(
            count=count, each=count // wish.forms, anchors=len(wish.anchors)
        )
        if wish.forms > 1 and wish.anchor_percent < LEAST_ANCHOR_PERCENT:
            told += " " + tr(
                "Anchors are {share} % of a form; {least} % are needed to compare forms."
            ).format(share=wish.anchor_percent, least=LEAST_ANCHOR_PERCENT)
        return told

    def out(self) -> Path:
        """The new folder, by the case's id; a number follows where there is one already."""
        name = f"{value_at(self.bench.document, ('id',), 'case')}-forms"
        tried, number = self.wish.folder / name, 2
        while tried.exists():
            tried, number = self.wish.folder / f"{name}-{number}", number + 1
        return tried

    def make(self) -> FormBatch | Refusal:
        """Make them; slow. A refusal comes back as a value, so that the dialog can tell it."""
        wish = self.wish
        try:
            plan = FormPlan(wish.places, wish.forms, wish.anchors)
            return make_forms(self.bench, plan, self.out())
        except Refusal as refusal:
            return refusal


def made_words(found: FormBatch | Refusal) -> str:
    """What was made, form by form, and what to look at again."""
    if isinstance(found, Refusal):
        return refused_text(found)
    lines = [tr("Made in {folder}:").format(folder=found.folder)]
    for number, form in enumerate(found.forms, 1):
        cases = ", ".join(station.scenario for station in form.stations)
        lines.append(tr("Form {number}: {cases}").format(number=number, cases=cases))
    lines += [f"{_about(one.where)}: {tr_sentence(one.message)}" for one in found.cautions]
    return "\n".join(lines)


def _about(where: str) -> str:
    """What a caution is of: the whole batch, or one variant by its row."""
    return {"anchors": tr("Anchors"), "forms": tr("Forms")}.get(where, where)


def _levels(bench: Workbench) -> tuple[str, ...]:
    """Where the first target can go with all others still on the spine."""
    bone = value_at(bench.document, ("targets", 0, "bone"), "")
    if bone not in LEVELS:
        return ()
    return tuple(
        level for level in LEVELS if _reaches(bench, LEVELS.index(level) - LEVELS.index(bone))
    )


def _reaches(bench: Workbench, levels: int) -> bool:
    try:
        moved(bench.document, Move(levels))
    except BeyondTheSpineError:
        return False
    return True
