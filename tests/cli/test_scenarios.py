"""scenario list | show | validate | schema."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.conftest import REPOSITORY


def test_the_list_starts_with_a_c_arm_case(run: Run) -> None:
    rows = run("scenario", "list", "--json").document["scenarios"]
    assert rows[0]["patient"] == "synthetic"
    assert {"id", "title", "procedure", "levels", "sides"} <= set(rows[0])
    assert len(rows) == len(list((REPOSITORY / "scenarios").glob("*/scenario.yaml")))


def test_show_resolves_the_start_pose(run: Run) -> None:
    pose = run("scenario", "show", "place-t7-left", "--json").document["start_pose"]
    wanted = {"oblique_deg", "tilt_deg", "isocentre_world_mm", "sid_mm", "sod_mm", "field_mm"}
    assert wanted <= set(pose)
    assert len(pose["isocentre_world_mm"]) == 3


def test_show_of_nothing_suggests_the_nearest(run: Run) -> None:
    said = run("scenario", "show", "place-t7-lef")
    assert said.code == 3
    assert "place-t7-left" in said.err


def test_every_problem_is_listed_with_its_line(run: Run, tmp_path: Path) -> None:
    text = (REPOSITORY / "scenarios/place-t7-left/scenario.yaml").read_text(encoding="utf-8")
    bad = tmp_path / "bad" / "scenario.yaml"
    bad.parent.mkdir()
    bad.write_text(text.replace("side: left", "side: lef").replace("tolerance_mm", "tolerance"))
    said = run("scenario", "validate", bad, "--json")
    assert said.code == 3
    (file,) = said.document["files"]
    assert not file["ok"]
    assert len(file["problems"]) >= 2
    lines = bad.read_text(encoding="utf-8").splitlines()
    side = next(p for p in file["problems"] if "side" in p["where"])
    assert "side" in lines[side["line"] - 1]


def test_a_good_file_is_ok(run: Run) -> None:
    said = run("scenario", "validate", REPOSITORY / "scenarios" / "place-t7-biplane")
    assert said.code == 0


def test_an_author_is_told_what_to_look_at_again(run: Run, tmp_path: Path) -> None:
    text = (REPOSITORY / "scenarios/mbb-t7-8/scenario.yaml").read_text(encoding="utf-8")
    half = tmp_path / "half" / "scenario.yaml"
    half.parent.mkdir()
    other = "  - {joint: T7-T8, nerve: T7-mb, bone: T8, side: left}\n"
    assert other in text
    half.write_text(text.replace(other, "").replace("id: mbb-t7-8", "id: half"))
    said = run("scenario", "validate", half, "--json")
    assert said.code == 0
    (file,) = said.document["files"]
    assert file["ok"]
    assert [one["where"] for one in file["warnings"]] == ["targets"]
    assert "T7-mb left" in file["warnings"][0]["message"]


def test_the_schema_is_the_committed_one(run: Run) -> None:
    committed = (REPOSITORY / "scenarios" / "scenario.schema.json").read_text(encoding="utf-8")
    assert run("scenario", "schema", "--json").document == json.loads(committed)
