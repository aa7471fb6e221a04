"""The reference run of every shipped scenario: it can be done, and it is done well."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from trainer.session import playing, review
from trainer.session.reference_run import reference_commands
from trainer.session.services import Services

# The reference run places one needle; blocks and rhizotomies are played by the scripted players,
# and so are the other placements (tools.make_reference_runs): two kinds of patient are enough here.
SHIPPED = ("place-t7-biplane", "place-t7-left", "place-t7-single")


def play(services: Services, scenario_id: str, path: Path) -> Path:
    scenario = services.scenarios.load(scenario_id)
    opening = playing.opened(services, scenario, seed=0)
    commands = reference_commands(opening)
    playing.play_script(services, scenario, commands, 0, path, opening=opening)
    return path


def test_they_ship() -> None:
    assert all((REPOSITORY / "scenarios" / name / "scenario.yaml").exists() for name in SHIPPED)


@pytest.mark.parametrize("scenario_id", SHIPPED)
def test_it_passes_with_full_marks_for_the_needle(
    services: Services, tmp_path: Path, scenario_id: str
) -> None:
    score = playing.score_file(services, play(services, scenario_id, tmp_path / "a.attempt"))
    assert score.passed
    assert score.score >= 950
    assert score.critical == ()


@pytest.mark.parametrize("scenario_id", SHIPPED)
def test_the_same_script_has_the_same_digest_twice(
    services: Services, tmp_path: Path, scenario_id: str
) -> None:
    first, second = (play(services, scenario_id, tmp_path / f"{n}.attempt") for n in (1, 2))
    digests = {playing.score_file(services, path).digest for path in (first, second)}
    assert len(digests) == 1


@pytest.mark.parametrize("scenario_id", SHIPPED)
def test_its_physics_can_be_run_again(services: Services, tmp_path: Path, scenario_id: str) -> None:
    path = play(services, scenario_id, tmp_path / "a.attempt")
    verdict = review.verify(services, path, with_physics=True)
    assert verdict.sealed
    assert verdict.differences == ()


def test_a_replayed_frame_is_the_same_picture(services: Services, tmp_path: Path) -> None:
    path = play(services, "place-t7-biplane", tmp_path / "a.attempt")
    once, twice = (dict(playing.frames_of(services, path)) for _ in range(2))
    assert all((once[number] == twice[number]).all() for number in once)
