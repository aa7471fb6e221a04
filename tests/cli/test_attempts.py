"""attempt run | score | verify | replay | report, and the demo."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run
from tests.conftest import REPOSITORY
from trainer.cli.parser import build_parser

FILM = "place-t7-single"
SCRIPT = [
    {"t_ms": 0, "command": "expose"},
    {"t_ms": 900, "command": "declare_level", "level": "T7", "side": "left"},
    {"t_ms": 1000, "command": "move_pointer", "x_um": 30000, "z_um": 5000},
    {"t_ms": 2000, "command": "take_needle", "needle": "spinal-22g-90"},
    {"t_ms": 3000, "command": "grip"},
    {"t_ms": 3500, "command": "advance", "distance_um": 20000},
    {"t_ms": 4000, "command": "let_go"},
    {"t_ms": 5000, "command": "expose"},
    {"t_ms": 6000, "command": "submit"},
]


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in SCRIPT))
    return path


@pytest.fixture
def attempt(run: Run, script: Path, tmp_path: Path) -> Path:
    path = tmp_path / "a.attempt"
    said = run("attempt", "run", FILM, "--script", script, "-o", path, "--json")
    assert said.code == 0, said.err
    assert said.document["submitted"] is True
    return path


def test_a_script_gives_the_same_digest_twice(run: Run, script: Path, tmp_path: Path) -> None:
    digests = set()
    for name in ("one", "two"):
        path = tmp_path / f"{name}.attempt"
        run("attempt", "run", FILM, "--script", script, "-o", path)
        digests.add(run("attempt", "score", path, "--json").document["digest"])
    assert len(digests) == 1


def test_a_score_document_has_its_parts(run: Run, attempt: Path) -> None:
    document = run("attempt", "score", attempt, "--json").document
    assert {"score", "passed", "critical", "metrics", "digest"} <= set(document)
    for metric in document["metrics"]:
        assert {"id", "version", "value", "unit", "mark", "weight"} <= set(metric)


def test_a_whole_attempt_verifies_and_its_physics_agrees(run: Run, attempt: Path) -> None:
    said = run("attempt", "verify", attempt, "--redecide", "--json")
    assert said.code == 0
    assert said.document["sealed"]
    assert said.document["differences"] == []


def test_one_changed_byte_ends_with_5_and_names_the_line(run: Run, attempt: Path) -> None:
    data = bytearray(attempt.read_bytes())
    place = data.rindex(b"distance_um") + 14
    data[place] = ord("9")
    attempt.write_bytes(bytes(data))
    said = run("attempt", "verify", attempt)
    assert said.code == 5
    assert "line" in said.err
    assert run("attempt", "score", attempt).code == 5


def test_a_cut_attempt_is_read_up_to_its_last_whole_record(run: Run, attempt: Path) -> None:
    data = attempt.read_bytes()
    attempt.write_bytes(data[: data.rindex(b'"kind":"record"') + 30])
    document = run("attempt", "verify", attempt, "--json").document
    assert not document["sealed"]
    assert document["cut_bytes"] > 0


def test_replay_draws_each_exposure(run: Run, attempt: Path, tmp_path: Path) -> None:
    frames = run("attempt", "replay", attempt, "--out", tmp_path / "f", "--json").document["frames"]
    assert len(frames) == 2
    assert all(Path(frame).read_bytes().startswith(b"\x89PNG") for frame in frames)


def test_the_report_is_selectable_text_with_pictures(
    run: Run, attempt: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "r.pdf"
    assert run("attempt", "report", attempt, "-o", pdf).code == 0
    first, *others = PdfReader(pdf).pages
    assert "SIMULATION" in first.extract_text()
    assert any(len(page.images) for page in others)


def test_the_report_as_one_page_for_a_browser(run: Run, attempt: Path, tmp_path: Path) -> None:
    page = tmp_path / "r.html"
    assert run("attempt", "report", attempt, "-o", page).code == 0
    text = page.read_text(encoding="utf-8")
    assert "data:image/png;base64," in text
    assert not re.search(r'(?:src|href)="(?!data:|#)', text)
    assert "<script" not in text


def test_the_debrief_in_words_and_for_machines(run: Run, attempt: Path) -> None:
    said = run("attempt", "debrief", attempt)
    assert said.code == 0
    assert "own call: none was made" in said.out
    document = run("attempt", "debrief", attempt, "--json").document
    assert {"own_call", "ribbon", "moments", "changes", "digest"} <= set(document)


def test_the_own_call_is_played_and_judged(run: Run, script: Path, tmp_path: Path) -> None:
    call = {
        "t_ms": 7000, "command": "own_call", "target": 1, "direction": "cranial",
        "off_um": 4000, "safe": True, "sure_percent": 80,
    }  # fmt: skip
    script.write_text(f"{script.read_text()}\n{json.dumps(call)}")
    path = tmp_path / "called.attempt"
    assert run("attempt", "run", FILM, "--script", script, "-o", path).code == 0
    assert run("attempt", "verify", path, "--redecide").code == 0
    (judged,) = run("attempt", "debrief", path, "--json").document["own_call"]["calls"]
    assert judged["sure_percent"] == 80
    assert "own call, target 1: cranial 4.0 mm" in run("attempt", "debrief", path).out


def test_every_metric_is_explained_with_its_inputs(run: Run, attempt: Path) -> None:
    document = run("attempt", "score", attempt, "--explain", "--json").document
    assert [one["id"] for one in document["explain"]] == [one["id"] for one in document["metrics"]]
    assert any(one["inputs"] for one in document["explain"])
    assert document["digest"] == run("attempt", "score", attempt, "--json").document["digest"]
    said = run("attempt", "score", attempt, "--explain")
    assert "is better" in said.out


def test_tables_go_to_a_folder_or_one_to_a_file(run: Run, attempt: Path, tmp_path: Path) -> None:
    said = run("attempt", "export", attempt, "--format", "csv", "-o", tmp_path / "t", "--json")
    assert sorted(Path(file).name for file in said.document["files"]) == [
        "codebook.csv", "errors.csv", "events.csv", "exposures.csv", "metrics.csv",
        "own_calls.csv", "summary.csv",
    ]  # fmt: skip
    one = tmp_path / "s.csv"
    made = run(
        "attempt", "export", attempt, "--format", "csv", "--table", "summary", "--bom", "-o", one
    )
    assert made.code == 0
    assert one.read_bytes().startswith(b"\xef\xbb\xbfattempt_id,")


def test_an_export_as_one_document(run: Run, attempt: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    assert run("attempt", "export", attempt, "--format", "json", "-o", out).code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["tables"]["summary"]
    wrong = run("attempt", "export", attempt, "--format", "json", "--bom", "-o", out)
    assert wrong.code == 2


def test_an_attempt_is_never_written_over(run: Run, script: Path, attempt: Path) -> None:
    before = attempt.read_bytes()
    assert run("attempt", "run", FILM, "--script", script, "-o", attempt).code == 4
    assert attempt.read_bytes() == before


def test_a_bad_script_is_refused_with_its_lines(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "s.jsonl"
    script.write_text('{"t_ms": 0, "command": "advanse"}\n{"t_ms": -1, "command": "tick"}\n')
    said = run("attempt", "run", FILM, "--script", script, "-o", tmp_path / "a", "--json")
    assert said.code == 3
    assert [p["line"] for p in said.document["error"]["problems"]] == [1, 2]
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("verb", ["score", "verify", "replay", "report", "debrief"])
def test_what_is_no_attempt_is_refused(run: Run, tmp_path: Path, verb: str) -> None:
    other = tmp_path / "x.attempt"
    other.write_bytes(b"%PDF-1.4 something else\n")
    more = {"replay": ["--out", tmp_path / "f"], "report": ["-o", tmp_path / "r"]}.get(verb, [])
    assert run("attempt", verb, other, *more).code == 3
    assert run("attempt", verb, tmp_path / "none", *more).code in (3, 4)


def test_an_output_folder_that_is_a_file_is_a_storage_error(
    run: Run, attempt: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    said = run("attempt", "report", attempt, "-o", tmp_path / "file" / "r.pdf")
    assert said.code == 4


def test_without_a_display_the_program_plays_the_demo(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [sys.executable, "main.py"],
        cwd=REPOSITORY, env={**environment, "TMPDIR": str(tmp_path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "No display" in done.stderr
    (folder,) = tmp_path.glob("rhizotomy-demo-*")
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    assert len(list((folder / "frames").glob("*.png"))) >= 5
    (attempt,) = folder.glob("*.attempt")
    assert str(attempt) in done.stdout
    assert "passed" in done.stdout


def test_help_does_not_load_qt() -> None:
    code = (
        "import sys\nfrom trainer.app.main import main\ncode = main(['--help'])\n"
        "heavy = {'PySide6', 'cv2', 'pydicom', 'numpy', 'numba'} & set(sys.modules)\n"
        "sys.exit(code if not heavy else 99)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, check=False
    )
    assert done.returncode == 0


def test_help_of_a_double_click_build_says_that_it_has_no_plug_ins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "no plug-ins" not in build_parser().format_help()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "no plug-ins" in build_parser().format_help()


def test_our_own_failure_ends_with_70_and_a_crash_file_without_values(
    run: Run, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    def fails(*_args: object) -> None:
        raise KeyError("PATIENT^NAME")

    monkeypatch.setattr("trainer.cli.scenarios.list_all", fails)
    said = run("scenario", "list")
    assert said.code == 70
    (crash,) = (own_home / "logs").glob("crash-*.txt")
    text = crash.read_text(encoding="utf-8")
    assert "KeyError" in text
    assert "PATIENT" not in text + said.err


def test_several_attempts_are_scored_as_each_alone(run: Run, attempt: Path, tmp_path: Path) -> None:
    (tmp_path / "bent.attempt").write_bytes(attempt.read_bytes()[:-40].replace(b"T7", b"T8"))
    alone = run("attempt", "score", attempt, "--json").document
    both = run("attempt", "score", tmp_path, "--workers", "1", "--json")
    assert both.code == 5
    good, bad = both.document["attempts"]
    assert {name: good[name] for name in alone} == alone
    assert bad["path"].endswith("bent.attempt")
    assert "bent.attempt" in bad["refused"]
    assert (both.document["scored"], both.document["refused"]) == (1, 1)


def test_a_cluster_s_address_is_checked_and_excludes_processes(run: Run, attempt: Path) -> None:
    for address in ("host:8786", "http://host:1", "tcp://host", "tcp://host:0", "tcp://host:x"):
        assert run("attempt", "score", attempt, "--scheduler", address).code == 2
    both = ("--workers", "3", "--scheduler", "tcp://127.0.0.1:9")
    assert run("attempt", "score", attempt, *both).code == 2
    nobody = run("attempt", "score", attempt, "--scheduler", "tcp://127.0.0.1:9")
    assert (nobody.code, "dask scheduler" in nobody.err) == (4, True)
