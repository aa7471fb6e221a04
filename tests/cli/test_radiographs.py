"""import radiograph: by a ruler; what does not go together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import REPOSITORY

FILM = REPOSITORY / "assets/images/thorax-ap.dcm"


def test_a_ruler_makes_a_scaled_picture_for_a_scenario(run: Run, tmp_path: Path) -> None:
    said = run(
        "import", "radiograph", FILM, "--ruler", "100,400;500,400;60", "--off-plane", 5,
        "--pictures", tmp_path / "films", "--json",
    )  # fmt: skip
    assert said.code == 0
    assert said.document["geometry"]["AP"]["calibration"]["method"] == "in-plane"
    assert any("0.1500 mm a pixel" in warning for warning in said.document["warnings"])
    block = (tmp_path / "films" / "patient.yaml").read_text(encoding="utf-8").split("\n", 1)[1]
    (entry,) = json.loads(block)["patient"]["pictures"]
    assert (entry["name"], entry["file"]) == ("AP", "ap.dcm")
    assert (tmp_path / "films" / "ap.dcm").is_file()


def test_pictures_with_geometry_are_cleaned_for_a_scenario(run: Run, tmp_path: Path) -> None:
    said = run("import", "radiograph", FILM, "--pictures", tmp_path / "f", "--json")
    assert said.document["geometry"]["AP"]["calibration"]["method"] == "tags"
    assert b"SIMULATION" not in (tmp_path / "f" / "ap.dcm").read_bytes()


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 2),
        (("--out", "p", "--ruler", "1,2;3,4"), 2),
        (("--out", "p", "--ruler", "1,2;300,4;60", "--ball", "1,2;300,4;20"), 2),
        (("--out", "p", "--landmarks-of", "place-t7-left"), 2),
        (("--out", "p", "--ruler", "1,2;3,4;50"), 3),
    ],
)
def test_what_does_not_go_together_is_told_and_nothing_is_written(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("import", "radiograph", FILM, *options).code == code
    assert list(tmp_path.iterdir()) == []
