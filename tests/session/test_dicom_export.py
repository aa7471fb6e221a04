"""An attempt's exposures as DICOM: one object a run, one a single picture."""

from __future__ import annotations

from pathlib import Path

import pydicom
import pytest

from trainer.attempt.commands import BeamOff, BeamOn, Expose, Submit, Tick, TurnCArm
from trainer.refusal import ExitCode, Refusal
from trainer.session import playing
from trainer.session.dicom_export import export_to_folder, runs_of
from trainer.session.services import Services

COMMANDS = (
    Expose(0),
    BeamOn(1000),
    Tick(1900),
    TurnCArm(1950, 20_000, 0),  # the machine turns while the pedal is down: another geometry
    BeamOff(2600),
    Expose(3000),
    Submit(4000),
)


def quiet(_text: str) -> None:
    pass


@pytest.fixture(scope="module")
def attempt(services: Services, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dicom") / "a.attempt"
    playing.play_script(services, services.scenarios.load("place-t7-left"), COMMANDS, 0, path)
    return path


def test_a_run_ends_where_the_pedal_or_the_pose_changes(services: Services, attempt: Path) -> None:
    runs = list(runs_of(services.attempts.load(attempt), "a"))
    assert [run[0][0].mode for run in runs] == ["spot", "normal", "normal", "spot"]
    assert len(runs[1]) > 1
    numbers = [exposed.number for run in runs for exposed, _ in run]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_run_is_one_object_with_technique_and_dose(
    services: Services, attempt: Path, tmp_path: Path
) -> None:
    written = export_to_folder(services, attempt, tmp_path, quiet)
    log = services.attempts.load(attempt)
    objects = [pydicom.dcmread(path) for path in written]
    for run, found in zip(runs_of(log, "a"), objects, strict=True):
        first = run[0][0]
        assert int(found.get("NumberOfFrames", 1)) == len(run)
        assert float(found.KVP) == pytest.approx(first.tube_v / 1000.0)
        kerma_mgy = sum(exposed.kerma_ngy for exposed, _ in run) / 1e6
        assert float(found.EntranceDoseInmGy) == pytest.approx(kerma_mgy, rel=1e-6)
        assert found.DerivationDescription.startswith("Simulated")
    assert float(objects[2].PositionerPrimaryAngle) == pytest.approx(160.0)


def test_films_are_dicom_already(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "film.attempt"
    case = services.scenarios.load("place-t7-single")
    playing.play_script(services, case, (Expose(0), Submit(10)), 0, path)
    with pytest.raises(Refusal, match="already") as refused:
        export_to_folder(services, path, tmp_path / "out", quiet)
    assert refused.value.code is ExitCode.USAGE
    assert not (tmp_path / "out").exists()
