"""An instructor brings two films without geometry: landmarks make a task in space of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.conftest import REPOSITORY
from tests.journeys.instructor import Instructor
from tests.journeys.resident import LEFT
from trainer.app.main import main
from trainer.attempt.script import script_text
from trainer.geometry.carm import CArmPose
from trainer.scenario.patient import RadiographPatient
from trainer.session import playing
from trainer.session.reference_run import reference_commands
from trainer.session.services import Services
from trainer.session.targets import resolve
from trainer.ui.studio.radiograph_page import RadiographPage

SOURCE = "place-t7-left"  # whose thorax is radiographed
POSES = {"ap": (0.0, 0.0), "lat": (90.0, 0.0)}
SIZE_PX = 512
CLICK_PX = 0.5
TARGET = "T7.left.tp_corner"
PARTS = ("body_centre", "left.tp_tip", "right.tp_tip", "spinous_tip", "left.pedicle")
LEVELS = ("T6", "T7", "T8")
GEOMETRY = (
    *("PositionerPrimaryAngle", "PositionerSecondaryAngle", "DistanceSourceToDetector"),
    *("DistanceSourceToPatient", "EstimatedRadiographicMagnificationFactor"),
    *("ImagerPixelSpacing", "FieldOfViewDimensions", "PatientOrientation"),
)
SECRET = "CANARY^EVA"
pytestmark = pytest.mark.usefixtures("qapp")


def without_geometry(file: Path) -> None:
    """As a hospital sends it: whose it is, and nothing of where the tube stood."""
    dataset = pydicom.dcmread(file)
    for keyword in GEOMETRY:
        delattr(dataset, keyword)
    dataset.PatientName = dataset.InstitutionName = SECRET
    dataset.save_as(file)


def said(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> Any:
    capsys.readouterr()
    assert main([str(argument) for argument in arguments]) == code
    return json.loads(capsys.readouterr().out)


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("films")
    for name, (oblique, tilt) in POSES.items():
        file = folder / f"{name}.dcm"
        pose = ("--oblique", str(oblique), "--tilt", str(tilt), "--size", str(SIZE_PX))
        assert main(["view", SOURCE, *pose, "-o", str(file)]) == 0
        without_geometry(file)
    return folder / "ap.dcm", folder / "lat.dcm"


def clicked(services: Services, points: dict[str, np.ndarray]) -> dict[str, list[np.ndarray]]:
    """Where a person clicks points in each film, half a pixel off."""
    opening = playing.opened(services, services.scenarios.load(SOURCE), seed=0)
    x, y, z = (part / 1000.0 for part in opening.header.start.isocentre_um)
    machine = opening.scenario.machine
    rng = np.random.default_rng(12)
    found: dict[str, list[np.ndarray]] = {name: [] for name in points}
    for oblique, tilt in POSES.values():
        pose = CArmPose(
            oblique, tilt, (x, y, z), machine.sid_mm, machine.sod_mm,
            field_mm=machine.field_mm, matrix_px=SIZE_PX,
        )  # fmt: skip
        for name, point in points.items():
            off = np.clip(rng.normal(0.0, CLICK_PX, 2), -2 * CLICK_PX, 2 * CLICK_PX)
            found[name].append(pose.view.project(point) + off)
    return found


def table(clicks: dict[str, list[np.ndarray]]) -> str:
    rows = ["picture,name,column_px,row_px"]
    for name, pixels in clicks.items():
        rows += [f"{n},{name},{col:.2f},{row:.2f}" for n, (col, row) in enumerate(pixels, 1)]
    return "\n".join(rows) + "\n"


def scenario_text(patient_block: str, target: list[np.ndarray]) -> str:
    """The shipped case of two films, on these ones."""
    text = (REPOSITORY / "scenarios/place-t7-biplane/scenario.yaml").read_text(encoding="utf-8")
    own = json.loads("".join(line for line in patient_block.splitlines() if line[:1] != "#"))
    block = f"patient: {json.dumps(own['patient'])}\n\n"
    text = re.sub(r"patient:\n.*?(?=procedure:)", lambda _: block, text, count=1, flags=re.DOTALL)
    text = text.replace("id: place-t7-biplane", "id: own-films", 1)
    for name, (column, row) in zip(("AP", "LAT"), target, strict=True):
        text = re.sub(rf"(      {name}: )\[.*\]", rf"\g<1>[{column:.2f}, {row:.2f}]", text)
    return text


def test_two_films_without_geometry_become_a_task_in_space(
    services: Services,
    films: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said(capsys, "import", "radiograph", *films, "--out", tmp_path / "no", "--json", code=3)

    patient = services.patients.patient_of(services.scenarios.load(SOURCE))
    names = [f"{level}.{part}" for level in LEVELS for part in PARTS]
    places = {name: np.array(patient.landmarks[name]) for name in (*names, TARGET)}
    clicks = clicked(services, places)
    target = clicks.pop(TARGET)
    landmarks = tmp_path / "landmarks.csv"
    landmarks.write_text(table(clicks), encoding="utf-8")
    folder = tmp_path / "library" / "own-films"
    found = said(
        capsys, "import", "radiograph", *films, "--landmarks", landmarks,
        "--landmarks-of", SOURCE, "--pictures", folder, "--json",
    )  # fmt: skip
    assert set(found["geometry"]) == {"AP", "LAT"}
    for name, (oblique, _) in zip(("AP", "LAT"), POSES.values(), strict=True):
        geometry = found["geometry"][name]
        assert geometry["oblique_deg"] == pytest.approx(oblique, abs=1.5)
        assert geometry["calibration"]["rms_px"] < 2.0 * CLICK_PX
        assert len(geometry["calibration"]["landmarks"]) == len(names)
    assert max(row["off_mm"] for row in found["cross_checks"]) < 1.0
    assert SECRET not in json.dumps(found)
    assert not any(SECRET.encode() in path.read_bytes() for path in folder.iterdir())

    text = scenario_text((folder / "patient.yaml").read_text(encoding="utf-8"), target)
    scenario = folder / "scenario.yaml"
    scenario.write_text(text, encoding="utf-8")
    checked = said(capsys, "scenario", "validate", scenario, "--json")
    assert checked["files"][0]["problems"] == []

    opened = playing.opened(services, services.scenarios.load(str(scenario)), seed=0)
    (resolved,) = resolve(opened.scenario, opened.patient)
    origin = found["geometry"]["AP"]["calibration"]["table_origin_mm"]
    at_mm = np.array(resolved.point_um) / 1000.0 + origin
    assert np.linalg.norm(at_mm - places[TARGET]) <= 0.5

    script, attempt = tmp_path / "script.jsonl", tmp_path / "own.attempt"
    script.write_text(script_text(reference_commands(opened)), encoding="utf-8")
    assert main(["attempt", "run", str(scenario), "--script", str(script), "-o", str(attempt)]) == 0
    score = said(capsys, "attempt", "score", attempt, "--json")
    assert score["passed"]
    assert score["critical"] == []
    tip = next(row for row in score["metrics"] if row["id"] == "tip_to_target_um")
    assert 0 <= tip["value"] < 5000


def marked(instructor: Instructor, name: str, at: np.ndarray) -> None:
    """A line of the list, then the place in the picture."""
    page: Any = instructor.page
    films: RadiographPage = page.films
    item = next(
        one
        for n in range(films.landmarks.count())
        if (one := films.landmarks.item(n)).data(Qt.ItemDataRole.UserRole) == name
    )
    films.landmarks.scrollToItem(item)
    place = films.landmarks.visualItemRect(item).center()
    QTest.mouseClick(films.landmarks.viewport(), LEFT, pos=place)
    QTest.mouseClick(films.film, LEFT, pos=films.film.place_of(*at).toPoint())


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # of a long list that opens
def test_two_films_become_a_published_task_by_clicks(
    instructor: Instructor, services: Services, films: tuple[Path, Path]
) -> None:
    instructor.patience_ms = 120_000
    instructor.open_new()
    instructor.click("kind_radiograph")
    instructor.drop(*films)
    page: Any = instructor.page
    shown: RadiographPage = page.films
    instructor.wait(lambda: len(shown.draft.pictures) == 2)
    instructor.pick("films_whose", SOURCE)
    instructor.wait(lambda: bool(shown.draft.places))
    names = [f"{level}.{part}" for level in LEVELS for part in PARTS[:4]]
    clicks = clicked(services, {n: np.array(shown.draft.places[n]) for n in (*names, TARGET)})
    for number in range(len(films)):
        instructor.pick("films_picture", str(number + 1))
        for level in LEVELS:
            instructor.pick("films_level", level)
            for name in names:
                if name.startswith(f"{level}."):
                    marked(instructor, name, clicks[name][number])
    instructor.wait(lambda: shown.settled)
    assert "mm" in shown.verdict.text()
    truth = np.array(shown.draft.places[TARGET])
    instructor.click("films_take")
    bench = instructor.bench
    instructor.wait(lambda: bench.presenter.bench.patient_is_current)
    instructor.turn_to("targets")
    instructor.click("target_add")
    instructor.wait(lambda: bench.settled)
    for picture, at in zip((bench.stage.behind, bench.stage.beside), clicks[TARGET], strict=True):
        QTest.mouseClick(picture, LEFT, pos=picture.place_of((at[0], at[1])).toPoint())
        instructor.wait(lambda: bench.settled)
    instructor.turn_to("publish")
    instructor.click("studio_fill")
    assert [str(one) for one in bench.presenter.notes() if one.stops] == []
    made = instructor.publish(services)
    opened = playing.opened(services, made, seed=0)
    (resolved,) = resolve(opened.scenario, opened.patient)
    assert isinstance(made.patient, RadiographPatient)
    origin = made.patient.pictures[0].calibration
    assert origin is not None
    off_mm = np.array(resolved.point_um) / 1000.0 + origin.table_origin_mm - truth
    assert np.linalg.norm(off_mm) <= 0.5


def test_a_scenario_whose_landmarks_were_changed_is_refused(
    services: Services,
    films: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Two sides swapped in the table: one sentence names the picture, nothing is written."""
    patient = services.patients.patient_of(services.scenarios.load(SOURCE))
    names = [f"{level}.{part}" for level in LEVELS for part in PARTS]
    clicks = clicked(services, {name: np.array(patient.landmarks[name]) for name in names})
    clicks["T7.left.tp_tip"], clicks["T7.right.tp_tip"] = (
        clicks["T7.right.tp_tip"],
        clicks["T7.left.tp_tip"],
    )
    landmarks = tmp_path / "landmarks.csv"
    landmarks.write_text(table(clicks), encoding="utf-8")
    folder = tmp_path / "films"
    refused = said(
        capsys, "import", "radiograph", *films, "--landmarks", landmarks,
        "--landmarks-of", SOURCE, "--pictures", folder, "--json", code=3,
    )  # fmt: skip
    assert "reprojection error" in json.dumps(refused)
    assert not folder.exists()
