"""A scenario carries a picture's geometry, checked again whenever it is read."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.scenario.documents import RADIOGRAPH, Document, as_file, changed, problems
from trainer.geometry.carm import CArmPose
from trainer.scenario.canonical import from_document, to_document
from trainer.scenario.patient import RadiographPatient
from trainer.scenario.reading import read_scenario

PICTURES = ("patient", "pictures")
POINTS = np.array(
    [[x, y, z] for x in (-20.0, 20.0) for y in (-15.0, 15.0) for z in (-20.0, 20.0)], dtype=float
)


def calibration(pose: CArmPose, **changes: Any) -> Document:
    view = pose.view
    marks = zip(POINTS, view.project(POINTS), strict=True)
    return {
        "method": "landmarks",
        "source_world_mm": view.source_world_mm.tolist(),
        "pixel00_world_mm": view.pixel00_world_mm.tolist(),
        "column_step_mm": view.column_step_mm.tolist(),
        "row_step_mm": view.row_step_mm.tolist(),
        "uncertainty_mm": 0.1,
        "landmarks": [
            {"name": f"p{n}", "world_mm": at.tolist(), "pixel": pixel.tolist()}
            for n, (at, pixel) in enumerate(marks)
        ],
        **changes,
    }


AP, LAT = calibration(CArmPose()), calibration(CArmPose(90.0))
CALIBRATED = changed(
    RADIOGRAPH, ((*PICTURES, 0, "calibration"), AP), ((*PICTURES, 1, "calibration"), LAT)
)


def test_a_calibration_is_read_written_and_read_again() -> None:
    scenario = read_scenario(as_file(CALIBRATED), "s.yaml")
    assert isinstance(scenario.patient, RadiographPatient)
    first = scenario.patient.pictures[0].calibration
    assert first is not None
    np.testing.assert_allclose(first.view((1024, 1024)).project(np.zeros(3)), (511.5, 511.5))
    assert from_document(to_document(scenario)).patient == scenario.patient


def test_a_scenario_without_one_is_written_as_before_there_were_any() -> None:
    pictures = to_document(read_scenario(as_file(RADIOGRAPH), "s.yaml"))["patient"]["pictures"]
    assert all(set(one) == {"name", "file", "sha256", "orientation"} for one in pictures)


WRONG: dict[str, tuple[tuple[tuple[str | int, ...], Any], ...]] = {
    "does not meet its landmarks": (
        ((*PICTURES, 0, "calibration", "source_world_mm"), [150.0, -500.0, 0.0]),
    ),
    "at least 6 are needed": (((*PICTURES, 0, "calibration", "landmarks"), AP["landmarks"][:5]),),
    "is no geometry": (((*PICTURES, 0, "calibration", "row_step_mm"), [0.0, 0.0, 0.0]),),
    "where, and only where": (((*PICTURES, 0, "calibration", "landmarks"), []),),
    "in another way than the first picture": (
        ((*PICTURES, 1, "calibration", "table_origin_mm"), [1.0, 0.0, 0.0]),
    ),
    "such a picture stands alone": (
        ((*PICTURES, 0, "calibration", "method"), "in-plane"),
        ((*PICTURES, 0, "calibration", "landmarks"), []),
        ((*PICTURES, 1, "calibration", "method"), "in-plane"),
        ((*PICTURES, 1, "calibration", "landmarks"), []),
    ),
}


@pytest.mark.parametrize("why", WRONG)
def test_a_calibration_that_cannot_be_right_is_refused_with_its_place(why: str) -> None:
    found = problems(changed(CALIBRATED, *WRONG[why]))
    assert any(why in told and "calibration" in where for where, told in found.items()), found
