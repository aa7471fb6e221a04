"""`records`: what the keeper of a shared store does from the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from trainer.refusal import ExitCode

LIBRARY = Path(__file__).resolve().parents[2] / "scenarios"


@pytest.fixture
def reference(own_home: Path) -> Path:
    """An expert's attempt in this user's folder."""
    source = min(LIBRARY.glob("*/*.attempt"), key=lambda path: path.stat().st_size)
    path = own_home / "attempts" / "one.attempt"
    path.parent.mkdir(parents=True)
    path.write_bytes(source.read_bytes())
    return path


def test_from_files_to_a_store_and_back(run: Run, reference: Path, tmp_path: Path) -> None:
    assert run("records", "list", "--json").document["records"] == []
    (sent,) = run("records", "upload", "--json").document["files"]
    assert (sent["complete"], sent["refused"]) == (True, None)
    assert run("records", "upload", "--json").document["files"][0]["new_lines"] == 0
    assert run("records", "rebuild", "--json").document["indexed"] == 1
    (record,) = run("records", "list", "--json").document["records"]
    assert record["digest"]
    assert record["complete"] is True
    assert run("records", "verify", "--scores", "--files").code == 0
    assert "complete" in run("records", "list").out
    said = run("records", "export", "--out", tmp_path / "out", "--json")
    (written,) = said.document["files"]
    assert Path(written).read_bytes() == reference.read_bytes()
    assert run("records", "export", "--out", tmp_path / "out").code == 0
    Path(written).write_text("mine")
    assert run("records", "export", "--out", tmp_path / "out").code == ExitCode.STORAGE
    assert run("records", "list", "--candidate", "nobody", "--json").document["records"] == []


def test_a_file_that_was_changed_is_told_by_code_and_line(run: Run, reference: Path) -> None:
    run("records", "upload")
    data = reference.read_bytes()
    lines = data.split(b"\n")
    reference.write_bytes(b"\n".join([*lines[:3], lines[4], lines[3], *lines[5:]]))
    said = run("records", "verify", "--files", "--json")
    assert said.code == ExitCode.INTEGRITY
    (fault,) = said.document["faults"]
    assert fault["line"] == 4
    assert run("records", "upload").code == ExitCode.INTEGRITY
    assert run("records", "verify").code == 0  # what is kept is still good
    reference.write_bytes(b"nonsense\n")
    assert run("records", "upload", reference).code == ExitCode.BAD_INPUT


def test_backup_and_restore(run: Run, reference: Path, own_home: Path) -> None:
    run("records", "upload")
    backup = run("records", "backup", "--json").document["backup"]
    assert Path(backup).is_file()
    place = own_home / "records" / "records.sqlite"
    place.write_bytes(place.read_bytes()[:8192])
    assert run("records", "verify").code == ExitCode.INTEGRITY
    assert run("records", "backup").code == ExitCode.INTEGRITY
    said = run("records", "restore", "--json")
    assert (said.code, said.document["ok"]) == (0, True)
    assert len(run("records", "list", "--json").document["records"]) == 1
    assert run("records", "upgrade", "--exam").code == 0


def test_addresses_and_roles(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = run("records", "list", "--at", "postgresql://u:geheim@127.0.0.1/d")
    assert (said.code, "geheim" in said.err) == (ExitCode.USAGE, False)
    assert run("records", "list", "--at", tmp_path / "a?b.sqlite").code == 0
    monkeypatch.setenv("RHIZOTOMY_RECORDS_URL", "postgresql://u:geheim@127.0.0.1:1/d")
    said = run("records", "list", "--json")
    assert said.code == ExitCode.STORAGE
    assert "geheim" not in said.out + said.err
    assert "u:***@127.0.0.1:1/d" in said.err
    sql = run("records", "roles", "--sql").out
    assert "GRANT SELECT, INSERT ON" in sql
    monkeypatch.setenv("RHIZOTOMY_RECORDS_URL", f"sqlite:///{tmp_path}/r.sqlite")
    assert run("records", "roles").code == ExitCode.BAD_INPUT


def test_the_stand_alone_verifier_is_written_and_runs_alone(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "verify.py"
    said = run("records", "verifier", "-o", out, "--json").document
    assert said["lines"] == out.read_text(encoding="utf-8").count("\n")
    told = [sys.executable, "-I", "-S", str(out), str(tmp_path / "nothing")]
    found = subprocess.run(told, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (3, "")
