"""Defining an exam on its page: what the fields become, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.assessment.exams.canonical import read_definition
from trainer.assessment.exams.drawing import drawn_forms
from trainer.refusal import Refusal
from trainer.session.exams.defining import defined
from trainer.session.exams.desk import Choice
from trainer.storage.scenario_library import ScenarioLibrary
from trainer.storage.shipped import shipped_folder
from trainer.ui.presenters import exam_define as page
from trainer.ui.presenters.exam_define import Chosen, Drawn, Filled, Standard

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

    def define_draft(
        self, draft: object, name: str, out: Path, passphrase: str | None = None
    ) -> object:
        from trainer.assessment.exams.canonical import definition_bytes

        self.passphrase = passphrase
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


def test_stations_in_pools_are_drawn_by_the_seed_as_a_file_would_have_them_drawn(
    tmp_path: Path,
) -> None:
    pooled = page.changed(
        (Chosen(LEFT), Chosen(SINGLE, where="pool-1"), Chosen(BIPLANE, where="pool-1")),
        1,
        time_limit_s=90,
    )
    fields = {"file": str(tmp_path / "exam.json"), "warm_up": "", "drawn": Drawn(7, 2, (1, 1, 1))}

    path, made = page.written(Desk(), filled(*pooled, **fields))  # type: ignore[arg-type]

    exam = read_definition(path.read_bytes(), path.name)
    assert exam.blueprint is not None
    pins = {one.scenario: (one.scenario_version, one.scenario_sha256, one.rubric_sha256)
            for form in exam.forms for one in form.stations}  # fmt: skip
    assert exam.forms == drawn_forms(exam.blueprint, pins), "anybody can draw it again"
    assert [sorted(one.scenario for one in form.stations if one.anchor) for form in exam.forms] == [
        ["place-t7-left"],
        ["place-t7-left"],
    ]
    drawn = [one.scenario for form in exam.forms for one in form.stations if not one.anchor]
    assert sorted(drawn) == ["place-t7-biplane", "place-t7-single"], "each pool's is used evenly"
    assert {one.time_limit_s for form in exam.forms for one in form.stations} == {90}
    assert "Drawn by seed 7" in page.written_text(path, made)


def test_a_cut_carries_the_record_it_rests_on_and_the_file_its_passphrase(tmp_path: Path) -> None:
    desk, out = Desk(), tmp_path / "exam.json"
    standard = Standard("modified-angoff", "2026-11-01", 8, 42, "Eight judges; papers in room 3.")
    fields = {"standard": standard, "sem": 35, "input_profile": "keyboard", "retention_days": 730}
    secret = {"passphrase": "a long passphrase", "repeated": "a long passphrase"}

    page.written(desk, filled(Chosen(SINGLE), file=str(out), **fields, **secret))  # type: ignore[arg-type]

    exam = read_definition(out.read_bytes(), out.name)
    assert (exam.cut.standing, exam.cut.sem) == ("set by modified-angoff", 35)
    assert exam.cut.standard is not None
    kept = exam.cut.standard
    assert (kept.judges, kept.standard_error, kept.record) == (8, 42, standard.record)
    assert (exam.surroundings.input_profile, exam.retention_days) == ("keyboard", 730)
    assert desk.passphrase == "a long passphrase"


@pytest.mark.parametrize(
    ("stations", "changes"),
    [
        ((), {}),
        ((Chosen(LEFT),), {}),  # which is the warm-up
        ((Chosen(SINGLE),), {"rules": ""}),
        ((Chosen(SINGLE),), {"title": ""}),
        ((Chosen(SINGLE, where="form-a"),), {}),  # nothing is left for the other form
        ((Chosen(SINGLE),), {"file": ""}),
        ((Chosen(SINGLE),), {"passphrase": "a long passphrase", "repeated": "another"}),
        ((Chosen(SINGLE, where="pool-1"), Chosen(BIPLANE, where="form-a")), {}),
        ((Chosen(SINGLE, 60, "pool-1"), Chosen(BIPLANE, 90, "pool-1")), {}),
        ((Chosen(SINGLE, where="pool-1"),), {"drawn": Drawn(1, 1, (2, 1, 1))}),  # 2 of 1
        ((Chosen(SINGLE),), {"standard": Standard("angoff", "2026-13", 3, 40, "Here.")}),
        ((Chosen(SINGLE),), {"standard": Standard("angoff", "2026-11-01", 3, 40, "")}),
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
