"""exam define, open, status, results, verify: as an examiner types them."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.session.exams.conftest import DRAFT
from trainer.storage.signing_keys import SigningKeys

BLUEPRINT = """\
id: drawn
version: 1
title: Needle skills, drawn
blueprint:
  seed: 7
  forms: 2
  anchors: [place-t7-single]
  time_limit_s: 300
  cells: [{name: counting, pool: [find-t7, square-t5, lateral-t8, bullseye-t8], count: 2}]
cut: {mean_mark: 600}
rules: Three stations.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "exam.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_an_exam_is_defined_opened_and_looked_at(
    run: Run, source: Path, tmp_path: Path, own_home: Path
) -> None:
    exam, pin_file = tmp_path / "exam.json", tmp_path / "pin.txt"
    made = run("exam", "define", source, "-o", exam, "--json")
    assert made.code == 0
    assert made.document["standing"] == "provisional, not for decisions"
    assert any("too few" in one for one in made.document["cautions"])
    opening = ("exam", "open", exam, "--by", "ex-1", "--pin-file", pin_file, "--json")
    refused = run(*opening)
    assert refused.code != 0
    assert "station key" in refused.err
    assert not pin_file.exists()
    SigningKeys(own_home / "keys").enrol("station", "desk-1", "2026-01-01T00:00:00Z")
    opened = run(*opening)
    assert opened.code == 0
    assert stat.S_IMODE(pin_file.stat().st_mode) == 0o600
    pin = pin_file.read_text().strip()
    assert len(pin) == 8
    assert pin not in opened.out
    session = opened.document["session_id"]
    assert run("exam", "status", "--json").document["sessions"][0]["session_id"] == session
    assert run("exam", "results", session, "--json").document["candidates"] == []
    assert run("exam", "verify", session).code == 0


def test_a_session_that_was_changed_ends_with_5(
    run: Run, source: Path, tmp_path: Path, own_home: Path
) -> None:
    SigningKeys(own_home / "keys").enrol("station", "desk-1", "2026-01-01T00:00:00Z")
    exam = tmp_path / "exam.json"
    run("exam", "define", source, "-o", exam)
    run("exam", "open", exam, "--by", "ex-1", "--pin-file", tmp_path / "pin")
    log = next(own_home.glob("exams/*/session.jsonl"))
    log.write_bytes(log.read_bytes().replace(b"ex-1", b"ex-2", 1))
    assert run("exam", "verify", log.parent.name).code == 5
    assert "has been damaged or changed" in run("exam", "status").out


def test_forms_are_drawn_the_same_on_every_machine(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "drawn.yaml"
    source.write_text(BLUEPRINT, encoding="utf-8")
    made = run("exam", "define", source, "-o", tmp_path / "a.json", "--json").document
    forms = [[one["scenario"] for one in form["stations"]] for form in made["forms"]]
    assert forms == [
        ["bullseye-t8", "place-t7-single", "lateral-t8"],
        ["square-t5", "place-t7-single", "find-t7"],
    ]
    assert made["anchors"][0]["percent"] == 33
    kept = json.loads((tmp_path / "a.json").read_text())
    assert [one["anchor"] for one in kept["forms"][0]["stations"]].count(True) == 1


def test_what_is_wrong_is_said_all_at_once(run: Run, source: Path, tmp_path: Path) -> None:
    source.write_text(DRAFT.replace("cut:", "cuts:").replace("version: 1", "version: 0"))
    said = run("exam", "define", source, "-o", tmp_path / "x.json")
    assert said.code == 3
    assert all(word in said.err for word in ("cuts", "cut", "version"))


def test_a_title_that_tells_and_a_pin_as_an_argument_are_refused(
    run: Run, source: Path, tmp_path: Path
) -> None:
    source.write_text(DRAFT.replace("Needle skills, part one", "Left T7"))
    assert run("exam", "define", source, "-o", tmp_path / "x.json").code == 3
    assert run("exam", "open", tmp_path / "x.json", "--by", "ex-1", "--pin", "12345678").code == 2
