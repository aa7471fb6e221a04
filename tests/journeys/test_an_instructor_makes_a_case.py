"""An instructor makes a case in few acts: a fork elsewhere in the spine, and one on an own CT."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import nibabel as nib
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from tests.anatomy.generated_ct import Chest, chest_ct
from tests.journeys.instructor import Instructor
from tests.journeys.resident import Resident
from trainer.anatomy.synthetic.person import GENERATOR, GENERATOR_VERSION
from trainer.scenario.patient import SyntheticPatient
from trainer.scenario.scenario import Scenario
from trainer.session.patients import _key_of_person
from trainer.session.services import Services

REAL_MS = 240_000  # a bar moves meanwhile; the machine may have other things to do
CTRL = Qt.KeyboardModifier.ControlModifier


def have_built(services: Services, bmi: float) -> None:
    """The shipped thorax stands in for this person's: what is tested here is the making of a case,
    and building a body takes as long as all of it.
    """
    shipped = services.scenarios.load("place-t7-left")
    assert isinstance(shipped.patient, SyntheticPatient)
    person = replace(shipped.patient.person(), bmi=bmi)
    patient = services.patients.patient_of(shipped)
    generated = services.patients._generated
    assert generated is not None
    generated.save(_key_of_person(GENERATOR, GENERATOR_VERSION, person), patient)


def test_a_shipped_case_goes_to_the_other_side_another_level_and_a_larger_person(
    instructor: Instructor, services: Services
) -> None:
    have_built(services, 24.5)
    home = instructor.window.home
    instructor.wait(lambda: home.cards.count() > 0)
    row = next(n for n in range(home.cards.count()) if "First corner" in home.cards.item(n).text())
    home.cards.setCurrentRow(row)  # as it is when one comes; the click below counts
    instructor.click("button_fork")
    instructor.wait(instructor.is_open)
    instructor.pick("case_side", "right")
    instructor.pick("case_level", "T8")
    instructor.type_into("edit_bmi", "24.5")
    made = instructor.publish(services)
    assert instructor.actions.count <= 15, instructor.actions.count
    assert [(one.bone, one.side.value, one.nerve) for one in made.targets] == [
        ("T8", "right", "T7-mb")
    ]
    assert isinstance(made.patient, SyntheticPatient)
    assert made.patient.bmi == 24.5
    assert services.scenarios.load("place-t7-left").levels == ("T7",)


def author_on(instructor: Instructor, services: Services, *images: Path) -> Scenario:
    """The whole way on images: two targets, a hazard, a rubric of its own, tried, published."""
    instructor.open_new()
    instructor.click("kind_ct")
    instructor.drop(*images)
    instructor.wait(lambda: instructor.bench.presenter.bench.patient_is_current)
    instructor.turn_to("targets")
    instructor.click("target_add")
    instructor.click("target_add")
    instructor.wait(lambda: instructor.bench.settled)
    picture = instructor.bench.stage.behind
    chosen = next(one for one in picture.marks if one.kind == "target" and one.chosen)
    shown = picture.shown
    assert shown is not None
    column, row = shown.view.project(np.array(chosen.point_mm))
    instructor.drag(picture, picture.place_of((column, row)), QPoint(6, -4))
    instructor.turn_to("hazards")
    instructor.tick("tick_hazard_pleura")
    instructor.turn_to("publish")
    instructor.click("studio_fill")
    instructor.turn_to("rubric")
    instructor.set_cell(0, 1, "650")
    instructor.wait(lambda: instructor.bench.presenter.value(("rubric", "changed_id")) is not None)
    try_it(instructor)
    return instructor.publish(services)


def try_it(instructor: Instructor) -> None:
    """As a trainee: one picture, a verdict, and back."""
    window = instructor.window
    instructor.key(Qt.Key.Key_R, CTRL)
    instructor.wait(lambda: window.suite is not None)
    bar = window.places["studio"].bar  # type: ignore[attr-defined]
    resident = Resident(instructor.qtbot, window)
    resident.look(lambda: resident.key("spot"))
    bar.ask()
    instructor.wait(lambda: "1000" in bar.verdict.text())
    instructor.click("try_back")
    instructor.wait(instructor.is_open)


def is_whole(made: Scenario) -> None:
    """What the way above must have left in the file."""
    assert len(made.targets) == 2
    assert made.targets[-1].point_world_mm is not None
    assert [str(one.structure) for one in made.hazards] == ["pleura"]
    assert made.whole_rubric.pass_mark == 650


def test_a_case_on_a_generated_ct(
    instructor: Instructor, services: Services, tmp_path: Path
) -> None:
    instructor.patience_ms = REAL_MS
    scan = chest_ct(Chest())
    flip = np.diag([-1.0, -1.0, 1.0, 1.0])
    file = tmp_path / "chest.nii.gz"
    nib.save(nib.Nifti1Image(scan.hu.transpose(2, 1, 0), flip @ scan.grid.world_from_index), file)
    made = author_on(instructor, services, file)
    is_whole(made)
    assert instructor.actions.count <= 60, instructor.actions.count


@pytest.mark.timeout(900)  # a scan is read; the machine may have other things to do
@pytest.mark.real_ct
def test_a_case_on_a_real_ct_with_its_label_map(
    instructor: Instructor, services: Services, real_data: Path
) -> None:
    instructor.patience_ms = REAL_MS
    labels = real_data / "ct-lidc0001-labels" / "mask.nii.gz"
    made = author_on(instructor, services, real_data / "ct-lidc0001", labels)
    is_whole(made)
    assert made.targets[0].point_world_mm is None  # by name: the label map knows the corner
    assert instructor.actions.count <= 60, instructor.actions.count
