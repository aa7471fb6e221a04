"""view | project | inspect | import."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.cli.conftest import Run
from tests.conftest import REPOSITORY
from trainer.geometry.carm import CArmPose

CARM, FILM = "place-t7-left", "place-t7-biplane"


def test_project_is_design_section_3(run: Run) -> None:
    start = run("scenario", "show", CARM, "--json").document["start_pose"]
    said = run(
        "project", CARM, "--oblique", 20, "--tilt", -5, "--size", 512, "--json",
        "--points", "1,2,3;-30,12,7.5",
    )  # fmt: skip
    pose = CArmPose(
        20.0,
        -5.0,
        tuple(start["isocentre_world_mm"]),
        start["sid_mm"],
        start["sod_mm"],
        field_mm=start["field_mm"],
        matrix_px=512,
    )
    wanted = pose.view.project(np.array([[1, 2, 3], [-30, 12, 7.5]]))
    found = [row["pixel"] for row in said.document["points"]]
    assert found == pytest.approx(wanted, abs=0.01)


def test_turning_stored_pictures_is_a_usage_error(run: Run) -> None:
    said = run("project", FILM, "--oblique", 10, "--points", "0,0,0")
    assert said.code == 2
    assert "radiographs" in said.err


def test_naming_a_picture_of_a_c_arm_patient_is_a_usage_error(run: Run) -> None:
    assert run("project", CARM, "--view", "AP", "--points", "0,0,0").code == 2


@pytest.mark.parametrize(
    "wrong",
    [
        ("project", CARM, "--points", "1,2"),
        ("project", CARM, "--points", "1,2,nan"),
        ("view", CARM, "--size", "5", "-o", "x.png"),
        ("view", CARM),
        ("nonsense",),
        ("attempt",),
    ],
)
def test_a_wrong_command_line_ends_with_2_and_points_to_help(
    run: Run, wrong: tuple[str, ...]
) -> None:
    said = run(*wrong)
    assert said.code == 2
    assert "--help" in said.err


def test_a_view_is_a_png_and_says_how_it_was_taken(run: Run, tmp_path: Path) -> None:
    picture = tmp_path / "view.png"
    said = run("view", FILM, "--view", "LAT", "--size", 128, "-o", picture, "--json")
    assert said.code == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert said.document["oblique_deg"] == pytest.approx(90.0)


def test_an_exposure_written_as_dicom_is_read_back_with_its_geometry(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "view.dcm"
    assert run("view", CARM, "--oblique", 15, "--tilt", 8, "--size", 128, "-o", file).code == 0
    found = run("inspect", file, "--json").document
    assert (found["kind"], found["modality"]) == ("radiograph", "XA")
    assert run("import", "radiograph", file, "--out", tmp_path / "p", "--json").code == 0


def test_a_picture_goes_nowhere_else_than_png_or_dicom(run: Run, tmp_path: Path) -> None:
    said = run("view", FILM, "-o", tmp_path / "view.jpg")
    assert said.code == 2
    assert list(tmp_path.iterdir()) == []


def test_shipped_radiographs_are_inspected_without_identifiers(run: Run) -> None:
    found = run("inspect", REPOSITORY / "assets/images/thorax-ap.dcm", "--json").document
    assert set(found) == {"kind", "modality", "shape", "spacing_mm", "geometry", "warnings"}
    assert "SIMULATION" not in json.dumps(found)


def test_what_is_no_image_is_refused_and_nothing_is_left(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not an image")
    for command in (("import", "ct", text), ("import", "radiograph", text)):
        said = run(*command, "--out", tmp_path / "patient", "--json")
        assert said.code == 3
        assert said.document["error"]["kind"] == "bad_input"
    assert not (tmp_path / "patient").exists()


def test_a_patient_folder_is_never_written_over(run: Run, tmp_path: Path) -> None:
    file = REPOSITORY / "assets/images/thorax-ap.dcm"
    assert run("import", "radiograph", file, "--out", tmp_path / "p").code == 0
    said = run("import", "radiograph", file, "--out", tmp_path / "p")
    assert said.code == 4
    assert "never written over" in said.err


def colours(path: Path) -> np.ndarray:
    import cv2

    return np.asarray(cv2.imread(str(path)))[..., ::-1].astype(int)


def yellow(picture: np.ndarray) -> np.ndarray:
    """Where a medial branch is drawn: no bone and no grey is so yellow."""
    return np.asarray((picture[..., 0] > 110) & (picture[..., 0] - picture[..., 2] > 70))


def test_the_inside_shows_the_nerve_across_the_target(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "inside.png"
    said = run("view", CARM, "--solid", "--size", 256, "-o", out, "--json")
    assert said.code == 0
    assert said.document["size_px"] == [256, 256]
    picture = colours(out)
    middle = yellow(picture)[128 - 12 : 128 + 12, 128 - 12 : 128 + 12]  # 4 mm about the target
    assert middle.any()
    turned = tmp_path / "turned.png"
    run("view", CARM, "--solid", "--size", 256, "--oblique", 60, "-o", turned)
    assert (colours(turned) != picture).mean() > 0.2


def test_slices_stand_side_by_side_with_the_target_in_the_middle_of_each(
    run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "slices.png"
    said = run("view", CARM, "--slices", "--size", 200, "-o", out, "--json")
    assert said.document["cuts"] == ["axial", "sagittal", "coronal"]
    picture = colours(out)
    assert picture.shape == (200, 600, 3)
    for n in range(3):
        part = picture[60:140, 200 * n + 60 : 200 * n + 140]
        assert part.min(axis=2).max() > 230  # the ring and the cortex of the transverse process
        assert yellow(part).any()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((CARM, "--solid", "-o", "x.dcm"), 2),
        ((CARM, "--slices", "--oblique", 5, "-o", "x.png"), 2),
        ((CARM, "--solid", "--slices", "-o", "x.png"), 2),
        ((FILM, "--solid", "-o", "x.png"), 3),
    ],
)
def test_what_has_no_inside_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str], code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("view", *arguments).code == code
    assert list(tmp_path.iterdir()) == []
