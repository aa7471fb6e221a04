"""Parallel forms of one case: the same task at other levels and sides, with anchors in every form.

The draw is the exams' own (`trainer.assessment.exams.drawing`), so an examiner can draw it again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.anatomy.levels import LEVELS
from trainer.assessment.exams.cautions import LEAST_ANCHOR_PERCENT
from trainer.assessment.exams.definition import Blueprint, Cell, Form
from trainer.assessment.exams.drawing import drawn_forms
from trainer.refusal import Problem, Refusal
from trainer.scenario.authoring_table import ID, LEVEL, SIDE, Row
from trainer.scenario.difficulty import difficulty_of
from trainer.scenario.draft import Place
from trainer.scenario.manuscript.completion import retold
from trainer.scenario.manuscript.edits import SetValue
from trainer.scenario.moving import BeyondTheSpineError, Move, moved
from trainer.scenario.scenario import Scenario
from trainer.session.exams.defining import pin_of
from trainer.session.publishing import made_of_rows
from trainer.session.studio.workbench import SHADOW, Workbench

FORMS = "forms.json"
_COLUMNS: Mapping[Place, str] = {
    ("title",): "title",
    ("summary",): "summary",
    ("story", "history"): "history",
    ("teaching",): "teaching",
}


@dataclass(frozen=True, slots=True)
class FormPlan:
    """places : (level, side) of each variant's first target. forms : how many parallel ones.

    anchors : ids in the library that every form holds. seed : all that chance decides.
    """

    places: tuple[tuple[str, str], ...]
    forms: int
    anchors: tuple[str, ...] = ()
    seed: int = 1


@dataclass(frozen=True, slots=True)
class FormBatch:
    """ids : of the variants. cautions : what to look at again before an exam uses them."""

    folder: Path
    ids: tuple[str, ...]
    forms: tuple[Form, ...]
    cautions: tuple[Problem, ...]


def make_forms(bench: Workbench, plan: FormPlan, out: Path) -> FormBatch:
    """Write the variants and ``forms.json`` into a new folder, all or nothing. Raises Refusal."""
    if not bench.can_publish:
        raise _refused("the case itself is not finished", "Mend what its list names")
    if not plan.places or plan.forms < 1 or len(plan.places) % plan.forms:
        why = f"{len(plan.places)} variant(s) cannot be shared out evenly over {plan.forms} form(s)"
        raise _refused(why, "Choose as many levels and sides as fill every form")
    template = bench.shelved()
    rows = [_row(bench, template, number, *one) for number, one in enumerate(plan.places, 1)]
    path = str(bench.folder / SHADOW)
    texts, cautions, made = made_of_rows(bench.services, path, rows, "the levels and sides")
    anchors = tuple(bench.services.scenarios.load(name) for name in plan.anchors)
    blueprint = _blueprint(plan, template, tuple(texts))
    forms = drawn_forms(blueprint, {one.id: pin_of(one) for one in (*made, *anchors)})
    told = {
        "blueprint": blueprint.model_dump(mode="json"),
        "forms": [form.model_dump(mode="json") for form in forms],
    }
    data = json.dumps(told, indent=1, ensure_ascii=False).encode()
    bench.services.packages.write_scenarios(out, texts, {FORMS: data})
    own = _cautions(plan, forms, {one.id: one for one in (*made, *anchors)})
    return FormBatch(out, tuple(texts), forms, (*cautions, *own))


def _row(bench: Workbench, template: Scenario, number: int, level: str, side: str) -> Row:
    """A row of a variant: its place, and the program's own words for it where no author wrote."""
    cells = {ID: f"{template.id}-{level}-{side}".lower(), LEVEL: level, SIDE: side}
    first, document = template.targets[0], bench.document
    levels = _steps(first.bone, level)
    try:
        fresh = moved(document, Move(levels, side != first.side.value))
    except BeyondTheSpineError:  # said of the row, with its other problems
        return Row(number, number, cells)
    edits = [edit for edit in retold(document, fresh) if isinstance(edit, SetValue)]
    return Row(number, number, {**cells, **{_COLUMNS[e.place]: e.value for e in edits}})


def _steps(bone: str, level: str) -> int:
    return LEVELS.index(level) - LEVELS.index(bone) if level in LEVELS else 0


def _blueprint(plan: FormPlan, template: Scenario, ids: tuple[str, ...]) -> Blueprint:
    cell = Cell(name=template.exam_title, pool=ids, count=len(ids) // plan.forms)
    return Blueprint(
        seed=plan.seed,
        forms=plan.forms,
        anchors=plan.anchors,
        cells=(cell,),
        time_limit_s=max(30, min(7200, template.time_limit_s or 1200)),
    )


def _cautions(
    plan: FormPlan, forms: Sequence[Form], known: dict[str, Scenario]
) -> Iterator[Problem]:
    share = 100 * len(plan.anchors) // len(forms[0].stations)
    if plan.forms > 1 and share < LEAST_ANCHOR_PERCENT:
        why = f"make {share} % of a form; {LEAST_ANCHOR_PERCENT} % are needed to compare forms"
        yield Problem("anchors", why)
    hard = [sum(difficulty_of(known[one.scenario]) for one in form.stations) for form in forms]
    if max(hard) != min(hard):
        yield Problem("forms", f"differ in difficulty, {min(hard)} to {max(hard)} points in all")


def _refused(why: str, step: str) -> Refusal:
    return Refusal("No forms were made", why, step)
