"""attempt play."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

FILM = "place-t7-single"


def test_a_player_s_attempt_can_be_scored(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "expert.attempt"
    done = run("attempt", "play", FILM, "--player", "expert", "--seed", "1", "-o", path, "--json")
    document = json.loads(done.out)
    assert (document["player"], document["submitted"]) == ("expert", True)
    assert document["records"] > 30
    score = json.loads(run("attempt", "score", path, "--json").out)
    assert score["score"] >= 900


def test_an_unknown_player_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "genius.attempt"
    done = run("attempt", "play", FILM, "--player", "genius", "-o", path)
    assert done.code == 2
    assert "lucky-reckless" in done.err
    assert not path.exists()
