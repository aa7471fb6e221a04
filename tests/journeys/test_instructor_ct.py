"""An instructor brings a CT: import, look, write a scenario, play it by script and by hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nibabel as nib
import numpy as np
import pytest

from tests.anatomy.generated_ct import chest_ct
from tests.conftest import REPOSITORY
from tests.journeys.resident import Resident
from tests.journeys.test_resident import (
    aim_by_key,
    bone_or_there,
    declare_by_key,
    grip_by_key,
    walk_pointer_by_key,
)
from trainer.app.main import main
from trainer.attempt.script import script_text
from trainer.session import playing
from trainer.session.reference_run import reference_commands
from trainer.session.services import Services

Point = tuple[float, float, float]


def scenario_text(name: str, folder: Path, sha256: str, target: Point, isocentre: Point) -> str:
    """The shipped C-arm case, on another patient and with its target in numbers."""
    text = (REPOSITORY / "scenarios/place-t7-left/scenario.yaml").read_text(encoding="utf-8")
    patient = f'patient:\n  kind: ct\n  folder: {folder}\n  sha256: "{sha256}"\n\n'
    text = re.sub(r"patient:\n.*?(?=procedure:)", patient, text, count=1, flags=re.DOTALL)
    text = text.replace("id: place-t7-left", f"id: {name}", 1)
    text = re.sub(r'title: ".*"', f'title: "Our own case: {name}"', text, count=1)
    text = text.replace("    side: left\n", f"    side: left\n    point_world_mm: {list(target)}\n")
    text = text.replace("isocentre: T7.body_centre", f"isocentre: {list(isocentre)}")
    text = re.sub(r"  - \{structure: (?:canal|foramen).*\n", "", text)
    return re.sub(r"tilt_deg: 6.0.*", "tilt_deg: 0.0", text, count=1)


def brought_in(
    services: Services, source: Path, name: str, target: Point, isocentre: Point
) -> Path:
    """Import a CT by the command line and write a scenario for it into the library."""
    library: Path = services.scenarios.folders[-1]  # type: ignore[attr-defined]
    folder = library.parent / "patients" / name
    assert main(["import", "ct", str(source), "--out", str(folder), "--json"]) == 0
    sha256 = services.patient_store.load(folder).sha256
    scenario = library / name / "scenario.yaml"
    scenario.parent.mkdir(parents=True)
    text = scenario_text(name, folder, sha256, target, isocentre)
    scenario.write_text(text, encoding="utf-8")
    assert services.scenarios.validate(scenario) == ()
    return scenario


def played_by_script(
    services: Services, name: str, scenario: Path, capsys: pytest.CaptureFixture[str], out: Path
) -> dict[str, object]:
    """The reference run as a script file, played twice by the command line; one digest."""
    opening = playing.opened(services, services.scenarios.load(name), seed=0)
    script = out / "script.jsonl"
    script.write_text(script_text(reference_commands(opening)), encoding="utf-8")
    documents = []
    for turn in ("first", "second"):
        attempt = out / f"{turn}.attempt"
        run = ["attempt", "run", str(scenario), "--script", str(script), "-o", str(attempt)]
        assert main(run) == 0
        capsys.readouterr()
        assert main(["attempt", "score", str(attempt), "--json"]) == 0
        documents.append(json.loads(capsys.readouterr().out))
    assert documents[0]["digest"] == documents[1]["digest"]
    return documents[0]


def by_hand(resident: Resident, title: str) -> Path:
    """The keyboard journey of the shipped case, on this patient."""
    resident.choose(title, by_key=True)
    path = resident.attempt.path
    resident.look(lambda: resident.key("spot"))
    declare_by_key(resident, "T7", "left")
    walk_pointer_by_key(resident)
    resident.look(lambda: resident.key("spot"))
    resident.key("take")
    grip_by_key(resident, lambda: aim_by_key(resident))
    while not bone_or_there(resident):
        grip_by_key(resident, lambda: resident.key("advance", 6))
        resident.look(lambda: resident.key("spot"))
    resident.key("turn_left_5", 18)
    resident.look(lambda: resident.key("spot"))
    resident.submit(by_key=True)
    return path


def tip_error_um(score: object) -> int:
    metrics = score["metrics"]  # type: ignore[index]
    return int(next(metric["value"] for metric in metrics if metric["id"] == "tip_to_target_um"))


def test_a_generated_ct_becomes_a_case_and_is_scored(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = chest_ct()
    flip = np.diag([-1.0, -1.0, 1.0, 1.0])
    file = tmp_path / "chest.nii.gz"
    nib.save(nib.Nifti1Image(scan.hu.transpose(2, 1, 0), flip @ scan.grid.world_from_index), file)
    scenario = brought_in(services, file, "generated", (28.0, 82.0, 0.0), (0.0, 45.0, 0.0))
    document = played_by_script(services, "generated", scenario, capsys, tmp_path)
    assert tip_error_um(document) < 2000


def left_corner_of_t7(labels: Path) -> tuple[Point, Point]:
    """The rearmost tip of T7's left transverse process, and its body centre, from the label map."""
    image = nib.load(labels)
    voxels = np.argwhere(np.asarray(image.dataobj) == 37)
    world = (voxels @ image.affine[:3, :3].T + image.affine[:3, 3]) * [-1.0, -1.0, 1.0]
    body = world[world[:, 1] < np.percentile(world[:, 1], 45)].mean(axis=0)
    process = world[(world[:, 0] > body[0] + 24.0) & (world[:, 1] > body[1] + 15.0)]
    top = process[process[:, 2] > process[:, 2].max() - 3.0]
    tip = top[np.argmax(top[:, 1])]
    return tuple(round(float(p), 1) for p in tip), tuple(round(float(p), 1) for p in body)  # type: ignore[return-value]


@pytest.mark.real_ct
def test_a_real_ct_is_practised_at_t7_by_script_and_by_hand(
    real_data: Path,
    services: Services,
    resident: Resident,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target, body = left_corner_of_t7(real_data / "ct-lidc0001-labels" / "mask.nii.gz")
    scenario = brought_in(services, real_data / "ct-lidc0001", "real-t7", target, body)
    document = played_by_script(services, "real-t7", scenario, capsys, tmp_path)
    assert tip_error_um(document) < 3000
    resident.window.navigation.go_home()
    resident.wait(lambda: resident.window.home.cards.count() >= 4)
    path = by_hand(resident, "Our own case: real-t7")
    score = playing.score_file(services, path)
    assert score.complete
    assert tip_error_um(score.document) < 3000
