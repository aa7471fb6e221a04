"""calibrate."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FILM = "place-t7-single"


@pytest.fixture(autouse=True)
def swept() -> None:
    """What earlier tests left of Qt is swept here, not on a pool's own thread."""
    gc.collect()


def test_a_calibration_prints_one_document_and_keeps_a_page(run: Run, tmp_path: Path) -> None:
    done = run(
        *("calibrate", FILM, "--trainees", "1", "--kinds", "expert", "random"),
        *("--workers", "1", "--json", "-o", tmp_path),
    )
    assert done.code == 0
    assert [one["kind"] for one in done.document["kinds"]] == ["expert", "random"]
    assert "never validity" in done.document["label"]
    assert "2 of 2 attempts played" in done.err
    assert (tmp_path / f"{FILM}.md").exists()


def test_no_trainees_or_an_unknown_kind_is_a_usage_error(run: Run) -> None:
    assert run("calibrate", FILM, "--trainees", "0").code == 2
    assert run("calibrate", FILM, "--trainees", "1", "--kinds", "genius").code == 2
