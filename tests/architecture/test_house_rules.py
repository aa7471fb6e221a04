"""The house's own rules that no linter knows."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tools.source_tree import tree_of

EDGES = ("app", "ui", "cli", "dicom", "storage", "exchange", "session")
PURE = (
    *("geometry", "anatomy", "imaging", "needle", "therapy"),
    *("scenario", "attempt", "scoring", "assessment"),
)
ROOMS = (*EDGES, *PURE)
# Reading packaged tables once is what <room>/tables.py is for.
IMPURE_CALLS = {"open", "print", "input"}
IMPURE_MODULES = {"time", "random", "pathlib", "os", "socket", "subprocess", "tempfile"}
FORBIDDEN_NAMES = {"utils", "helpers", "manager", "common"}


def sources(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        yield from sorted((REPOSITORY / "trainer" / room).rglob("*.py"))


def test_every_room_stands_and_says_what_it_is() -> None:
    for room in ROOMS:
        assert ast.get_docstring(tree_of(REPOSITORY / "trainer" / room / "__init__.py")), room


def test_pure_rooms_have_no_file_no_clock_and_no_global_chance() -> None:
    found = []
    for path in sources(*PURE):
        if path.name in ("tables.py", "_cv.py"):
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import | ast.ImportFrom):
                module = getattr(node, "module", None) or node.names[0].name
                if module.split(".")[0] in IMPURE_MODULES:
                    found.append(f"{path.name}:{node.lineno} imports {module}")
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in IMPURE_CALLS:
                found.append(f"{path.name}:{called.lineno} calls {called.id}")
    assert found == []


def test_no_file_is_named_for_nothing() -> None:
    names = {path.stem for path in (REPOSITORY / "trainer").rglob("*")}
    assert not names & FORBIDDEN_NAMES


def test_no_file_outgrows_its_reader() -> None:
    long = {
        str(path.relative_to(REPOSITORY)): count
        for path in (REPOSITORY / "trainer").rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 500
    }
    assert long == {}


def test_qt_lives_in_ui_app_and_the_pdf_writer_only() -> None:
    allowed = {"ui", "app", "exchange"}
    for path in (REPOSITORY / "trainer").rglob("*.py"):
        room = path.relative_to(REPOSITORY / "trainer").parts[0]
        if "PySide6" in path.read_text(encoding="utf-8"):
            assert room in allowed, path


def committed() -> list[str]:
    if not (REPOSITORY / ".git").exists() or shutil.which("git") is None:
        pytest.skip("these sources are no checkout of git")
    listed = subprocess.run(
        ["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return listed.stdout.split()


def test_no_committed_file_names_the_place_it_was_made_at() -> None:
    for name in committed():
        path = REPOSITORY / name
        if path.is_file():
            text = path.read_bytes().decode("utf-8", errors="replace")
            assert f"{REPOSITORY}/" not in text, name
            # A package index is served below /simple/; its host has no business here.
            assert not re.search(r"https?://\S+/simple/", text), name


def test_no_lock_file_with_a_registry_s_addresses_is_committed() -> None:
    assert "uv.lock" not in committed()
