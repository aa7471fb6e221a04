"""Where the machine stands when an attempt opens."""

from __future__ import annotations

import pytest

from tests.scenario.documents import CT, RADIOGRAPH, SYNTHETIC, as_file, changed
from trainer.refusal import Refusal
from trainer.scenario.reading import read_scenario
from trainer.scenario.start import start_pose

LANDMARKS = {"T7.body_centre": (1.0, 2.0, 3.0), "T8.body_centre": (0.0, 0.0, -25.0)}


def test_a_landmark_and_an_offset_make_the_isocentre() -> None:
    document = changed(SYNTHETIC, (("start_pose", "isocentre_offset_mm"), [0, -150, 0.5]))
    pose = start_pose(read_scenario(as_file(document), "x"), LANDMARKS)
    assert pose.isocentre_world_mm == (1.0, -148.0, 3.5)
    assert (pose.oblique_deg, pose.tilt_deg) == (0.0, 6.0)


def test_a_point_is_the_isocentre_itself_and_the_machine_is_the_scenarios() -> None:
    document = changed(
        CT,
        (("start_pose", "isocentre"), [4.0, -5.5, 6]),
        (("machine",), {"sid_mm": 1000, "sod_mm": 700, "field_mm": 220.0, "matrix_px": 512}),
    )
    pose = start_pose(read_scenario(as_file(document), "x"), {})
    assert pose.isocentre_world_mm == (4.0, -5.5, 6.0)
    assert (pose.sid_mm, pose.sod_mm, pose.field_mm, pose.matrix_px) == (1000, 700, 220, 512)


def test_a_landmark_the_patient_lacks_is_refused_with_the_nearest() -> None:
    document = changed(SYNTHETIC, (("start_pose", "isocentre"), "T7.body_center"))
    with pytest.raises(Refusal, match=r"did you mean 'T7\.body_centre'"):
        start_pose(read_scenario(as_file(document), "x"), LANDMARKS)


def test_a_radiograph_patient_has_no_pose() -> None:
    with pytest.raises(ValueError, match="stored views"):
        start_pose(read_scenario(as_file(RADIOGRAPH), "x"), LANDMARKS)
