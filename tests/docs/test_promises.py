"""Every test that a page of promises names is there."""

from __future__ import annotations

import re

import pytest

from tests.conftest import REPOSITORY

PAGES = {"exam-promises": 70, "suite-promises": 100}  # and how many it names at least
NAMED = re.compile(r"`((?:tests/[\w/]+\.py)?)::(\w+)`")


def named(text: str) -> list[tuple[str, str]]:
    """File and function; a name without a file is of the file before it."""
    found, last = [], ""
    for path, name in NAMED.findall(text):
        last = path or last
        found.append((last, name))
    return found


def missing(text: str) -> list[tuple[str, str]]:
    sources = {path: (REPOSITORY / path) for path, _ in named(text)}
    held = {
        path: file.read_text("utf-8") if file.is_file() else "" for path, file in sources.items()
    }
    return [(path, name) for path, name in named(text) if f"\ndef {name}(" not in held[path]]


@pytest.mark.parametrize(("page", "least"), PAGES.items())
def test_every_test_that_is_named_is_there(page: str, least: int) -> None:
    text = (REPOSITORY / "docs" / f"{page}.md").read_text("utf-8")
    assert len(named(text)) > least
    assert missing(text) == []
    assert missing("`tests/docs/test_promises.py::test_of_nothing`") != []
