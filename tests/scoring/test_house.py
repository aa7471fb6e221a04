"""The scoring room computes with integers only, and imports nothing that does otherwise."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tools.source_tree import tree_of
from trainer.scoring.error_rules import RULES
from trainer.scoring.errors import ERRORS

ROOM = REPOSITORY / "trainer" / "scoring"
FILES = sorted(ROOM.rglob("*.py"))
ALLOWED_MODULES = {
    *("__future__", "collections", "dataclasses", "enum", "typing"),
    *("hashlib", "json", "math", "decimal", "pydantic", "bisect", "functools", "itertools"),
}
ALLOWED_ROOMS = ("trainer.attempt", "trainer.scenario", "trainer.scoring", "trainer.refusal")
INEXACT_CALLS = {"float", "round", "pow", "complex", "divmod"}


def offences(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        operator = getattr(node, "op", None)
        if isinstance(operator, ast.Div | ast.Pow | ast.MatMult):
            yield f"line {line}: {type(operator).__name__}"
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield f"line {line}: {node.value!r}"
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Name) and called.id in INEXACT_CALLS:
            yield f"line {line}: {called.id}()"
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "math":
            yield f"line {line}: math.{node.attr} (import isqrt by name)"
        yield from foreign_imports(node)


def foreign_imports(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        names = [node.module or "."]
        if node.module == "math" and {alias.name for alias in node.names} != {"isqrt"}:
            yield f"line {node.lineno}: from math only isqrt"
    else:
        return
    for name in names:
        known = name.startswith(ALLOWED_ROOMS) or name.split(".")[0] in ALLOWED_MODULES
        if not known:
            yield f"line {node.lineno}: imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOM)))
def test_every_file_is_exact(path: Path):
    assert list(offences(tree_of(path))) == []


@pytest.mark.parametrize(
    "wrong",
    ["a / b", "a ** 2", "a /= 2", "x = 0.5", "float(a)", "round(a)", "import numpy", "import math\n"
     "math.sqrt(2)", "from math import sqrt", "from trainer.imaging import needle"],
)  # fmt: skip
def test_the_ban_sees_what_it_bans(wrong):
    assert list(offences(ast.parse(wrong)))


def test_every_error_says_precisely_what_it_is():
    assert set(RULES) == set(ERRORS)
    page = (REPOSITORY / "docs" / "scoring.md").read_text(encoding="utf-8")
    for kind in ERRORS.values():
        assert kind.rule == RULES[kind.id]
        assert kind.rule.endswith(".")
        assert f"- `{kind.id}`: {kind.rule}" in page
