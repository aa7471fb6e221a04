"""Defining an exam on its page: what the fields become, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.assessment.exams.canonical import read_definition
from trainer.refusal import Refusal
from trainer.session.exams.defining import defined
from trainer.session.exams.desk import Choice
from trainer.storage.scenario_library import ScenarioLibrary
from trainer.storage.shipped import shipped_folder
from trainer.ui.presenters import exam_define as page
from trainer.ui.presenters.exam_define import Chosen, Filled

SINGLE, BIPLANE, LEFT = (
    Choice(name, f"{name} title", f"Task {letter}")
    for name, letter in (
        ("place-t7-single", "A"),
        ("place-t7-biplane", "B"),
        ("place-t7-left", "C"),
    )
)


class Desk:
    """`ExamDesk.define_draft` with the shipped library and no other service."""

    def __init__(self) -> None:
        self.load = ScenarioLibrary([shipped_folder("scenarios")]).load

    def define_draft(self, draft: object, name: str, out: Path) -> object:
        from trainer.assessment.exams.canonical import definition_bytes

        made = defined(draft, self.load, name)  # type: ignore[arg-type]
        out.write_bytes(definition_bytes(made.definition))
        return made


def filled(*stations: Chosen, **changes: object) -> Filled:
    fields: dict[str, object] = {
        **{"title": "Needle skills, autumn", "version": 2, "whole_s": 1200, "mean_mark": 650},
        **{"stations_passed": 1, "critical_fails": 0, "warm_up": "place-t7-left"},
        **{"rules": "Read this.", "file": "", "stations": stations, **changes},
    }
    return Filled(**fields)  # type: ignore[arg-type]


def test_the_fields_become_the_definition_that_a_file_would_give(tmp_path: Path) -> None:
    stations = (Chosen(SINGLE, 90), Chosen(BIPLANE, 120))
    out = tmp_path / "exam.json"

    path, _ = page.written(Desk(), filled(*stations, file=str(out)))  # type: ignore[arg-type]

    exam = read_definition(path.read_bytes(), path.name)
    assert (exam.id, exam.version, exam.time_limit_s) == ("needle-skills-autumn", 2, 1200)
    assert [(one.scenario, one.time_limit_s) for one in exam.forms[0].stations] == [
        ("place-t7-single", 90),
        ("place-t7-biplane", 120),
    ]
    assert (exam.cut.mean_mark, exam.cut.standing) == (650, "provisional, not for decisions")
    assert exam.familiarisation is not None
    assert exam.familiarisation.scenario == "place-t7-left"


def test_a_station_of_one_form_makes_two_and_the_shared_ones_anchors(tmp_path: Path) -> None:
    stations = (Chosen(SINGLE), Chosen(BIPLANE, where="form-a"), Chosen(LEFT, where="form-b"))
    out = tmp_path / "exam.json"

    path, made = page.written(Desk(), filled(*stations, file=str(out), warm_up=""))  # type: ignore[arg-type]

    exam = read_definition(path.read_bytes(), path.name)
    assert {form.id: [one.anchor for one in form.stations] for form in exam.forms} == {
        "form-a": [True, False],
        "form-b": [True, False],
    }
    assert "form-b: 2 stations, 1 of them anchors" in page.written_text(path, made)


@pytest.mark.parametrize(
    ("stations", "changes"),
    [
        ((), {}),
        ((Chosen(LEFT),), {}),  # which is the warm-up
        ((Chosen(SINGLE),), {"rules": ""}),
        ((Chosen(SINGLE),), {"title": ""}),
        ((Chosen(SINGLE, where="form-a"),), {}),  # nothing is left for the other form
        ((Chosen(SINGLE),), {"file": ""}),
    ],
)
def test_what_is_no_exam_is_refused_and_nothing_is_written(
    tmp_path: Path, stations: tuple[Chosen, ...], changes: dict[str, object]
) -> None:
    out = tmp_path / "exam.json"
    with pytest.raises(Refusal):
        page.written(Desk(), filled(*stations, **{"file": str(out), **changes}))  # type: ignore[arg-type]
    assert not out.exists()


def test_a_scenario_stands_in_an_exam_once_and_moves_by_one() -> None:
    chosen = page.added(page.added((), SINGLE), BIPLANE)
    assert page.added(chosen, SINGLE) == chosen
    assert [one.choice for one in page.earlier(chosen, 1)] == [BIPLANE, SINGLE]
    assert page.earlier(chosen, 0) == chosen
    assert [one.choice for one in page.removed(chosen, 0)] == [BIPLANE]
    assert page.changed(chosen, 1, time_limit_s=60)[1].time_limit_s == 60
