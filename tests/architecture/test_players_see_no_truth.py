"""Players act on what they see: only the observer's side of the room may know the patient."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.conftest import REPOSITORY
from tools.source_tree import tree_of

FOLDER = REPOSITORY / "trainer" / "session" / "players"
# The eyes, the briefing that a candidate reads too, and the room that holds the attempt.
KNOW_THE_TRUTH = {"observer.py", "case_eye.py", "heard.py", "briefing.py", "play.py"}
MAY_IMPORT = (
    "__future__",
    "collections.abc",
    "dataclasses",
    "math",
    "typing",
    "numpy",
    "trainer.attempt.acts",
    "trainer.attempt.commands",
    "trainer.geometry",
    "trainer.session.players",
)
TRUTHFUL = {"targets", "landmarks_um", "stretches", "header", "world", "patient", "opening"}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)


def within(name: str, rooms: tuple[str, ...]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def test_a_player_imports_neither_truth_nor_those_who_know_it() -> None:
    knowing = tuple(f"trainer.session.players.{name[:-3]}" for name in KNOW_THE_TRUTH)
    found = []
    for path in sorted(FOLDER.glob("*.py")):
        if path.name in KNOW_THE_TRUTH:
            continue
        for name in imported(tree_of(path)):
            if not within(name, MAY_IMPORT) or within(name, knowing):
                found.append(f"{path.name} imports {name}")
    assert found == []


def test_a_player_reads_nothing_that_is_named_like_truth() -> None:
    found = []
    for path in sorted(FOLDER.glob("*.py")):
        if path.name in KNOW_THE_TRUTH:
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute) and node.attr in TRUTHFUL:
                found.append(f"{path.name}:{node.lineno} reads .{node.attr}")
    assert found == []


def test_those_who_know_are_all_there() -> None:
    assert {path.name for path in FOLDER.glob("*.py")} >= KNOW_THE_TRUTH
