"""Shipped cases on a CT patient: opened by name, played to a score, and what is said before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.anatomy.labelled_ct import bare_patient, labelled_patient
from tests.anatomy.real_patient import labelled_lidc
from tests.session.ct_cases import loaded, on_ct
from trainer.app.main import main
from trainer.refusal import Refusal
from trainer.scoring.score import Score
from trainer.session import playing
from trainer.session.patient_cautions import patient_cautions
from trainer.session.players import play as players
from trainer.session.reference_run import reference_commands
from trainer.session.services import Services

PLACE, BLOCK, LESION = "place-t7-left", "mbb-t7-8", "rf-t7-8"


def metric(score: Score, name: str) -> int:
    return int(next(one["value"] for one in score.document["metrics"] if one["id"] == name))


def reference_score(services: Services, case: Path, out: Path) -> Score:
    scenario = loaded(services, case)
    opening = playing.opened(services, scenario, 0)
    playing.play_script(services, scenario, reference_commands(opening), 0, out, opening=opening)
    return playing.score_file(services, out)


def test_the_reference_run_passes_on_a_labelled_ct(services: Services, tmp_path: Path) -> None:
    case = on_ct(services, PLACE, labelled_patient(), tmp_path)
    score = reference_score(services, case, tmp_path / "a.attempt")
    assert score.passed
    assert score.critical == ()
    assert metric(score, "tip_to_target_um") < 1000


def test_attempt_play_brings_an_expert_to_a_score_on_a_ct(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = on_ct(services, PLACE, labelled_patient(), tmp_path)
    file = tmp_path / "expert.attempt"
    call = ["attempt", "play", str(case), "--player", "expert", "--seed", "1", "-o", str(file)]
    assert main(call) == 0
    capsys.readouterr()
    assert main(["attempt", "score", str(file), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["passed"]
    assert document["critical"] == []


def test_a_target_that_the_ct_does_not_show_is_refused_by_name(
    services: Services, tmp_path: Path
) -> None:
    case = on_ct(services, BLOCK, labelled_patient(), tmp_path)  # T8 is cut by the scan's end
    with pytest.raises(Refusal, match=r"T8\.left\.tp_corner"):
        playing.opened(services, loaded(services, case), 0)


def warnings_of(case: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    capsys.readouterr()
    assert main(["scenario", "validate", str(case), "--json"]) == 0
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)["files"][0]["warnings"]
    return found


def test_validate_warns_of_targets_that_nobody_has_confirmed(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = on_ct(services, PLACE, labelled_patient(), tmp_path)
    (warning,) = warnings_of(case, capsys)
    assert warning["where"] == "targets[0]"
    assert "T7.left.tp_corner" in warning["message"]
    off_mm = labelled_patient().proposed["T7.left.tp_corner"]
    assert f"off by {off_mm:.1f} mm" in warning["message"]


def test_validate_is_silent_where_a_person_stands_for_the_target(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    patient = labelled_patient()
    given = {name: at for name, at in patient.proposed.items() if "tp_corner" not in name}
    looked_at = type(patient)(
        patient.kind,
        patient.volumes,
        patient.labels,
        landmarks=patient.landmarks,
        nerves=patient.nerves,
        strands=patient.strands,
        proposed=given,
    )
    assert warnings_of(on_ct(services, PLACE, looked_at, tmp_path / "given"), capsys) == []


def test_what_the_patient_folder_lacks_is_said_and_nothing_breaks(
    services: Services, tmp_path: Path
) -> None:
    case = on_ct(services, PLACE, bare_patient(), tmp_path / "bare")
    (nothing,) = patient_cautions(loaded(services, case), services.patients)
    assert nothing.where == "targets[0]"
    assert "no landmark T7.left.tp_corner" in nothing.message
    text = case.read_text(encoding="utf-8").replace(bare_patient().sha256, "0" * 64)
    case.write_text(text, encoding="utf-8")
    (other,) = patient_cautions(loaded(services, case), services.patients)
    assert other.where == "patient.folder"


def test_synthetic_and_film_patients_need_no_such_look(services: Services) -> None:
    for name in (PLACE, "place-t7-single"):
        assert patient_cautions(services.scenarios.load(name), services.patients) == ()


@pytest.mark.real_ct
def test_a_real_ct_is_blocked_and_lesioned_by_the_expert(
    services: Services, real_data: Path, tmp_path: Path
) -> None:
    patient = labelled_lidc(real_data)
    for name in (BLOCK, LESION):
        case = on_ct(services, name, patient, tmp_path)
        file = players.play(services, str(case), "expert", 1, tmp_path / f"{name}.attempt")
        score = playing.score_file(services, file)
        assert score.passed, name
        assert score.critical == (), name
    assert metric(score, "nerve_covered_permille") >= 800
