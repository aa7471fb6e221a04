"""The page that follows one turn of the wheel names functions that are there."""

from __future__ import annotations

import re
from pathlib import Path

from tools.docs_pages import ROOT

STEP = re.compile(r"`([\w/]+\.py)`((?: `\w+`,?)+)")
FOLDERS = ("trainer", "trainer/session", "trainer/ui")


def file_of(name: str) -> Path:
    """A file as the page names it: from the package, or by the room that the row is about."""
    return next(path for each in FOLDERS if (path := ROOT / each / name).is_file())


def test_every_function_on_the_way_is_where_the_page_says() -> None:
    page = (ROOT / "docs" / "one-turn-of-the-wheel.md").read_text("utf-8")
    steps = [
        (name, function)
        for name, functions in STEP.findall(page)
        for function in re.findall(r"\w+", functions)
    ]
    assert len(steps) >= 10
    missing = [
        (name, function)
        for name, function in steps
        if f"def {function}(" not in file_of(name).read_text("utf-8")
    ]
    assert missing == []
