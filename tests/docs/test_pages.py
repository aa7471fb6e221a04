"""What the pages claim holds; and the check that says so finds what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import docs_commands as commands
from tools.check_docs import check, faults_of, named_commands
from tools.docs_pages import ROOT, Page, pages, slug_of


def test_links_commands_modules_and_files_of_every_page_hold():
    assert [f"{fault.page}:{fault.line}: {fault.what}" for fault in check()] == []


def test_the_check_sees_links_and_commands_on_many_pages():
    every = {page.name: page for page in pages()}
    assert {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"} <= every.keys()
    told = {command for _, command in named_commands(every["README.md"])}
    assert any(command.startswith("attempt score") for command in told)
    assert sum(len(page.links) for page in every.values()) > 100


def faults(text: str) -> list[str]:
    page = Page("docs/made-up.md", text)
    return [fault.what for fault in faults_of(page, {page.name: page}, ROOT)]


@pytest.mark.parametrize(
    "text",
    [
        "[x](no-such-page.md)",
        "# Here\n[x](#there)",
        "[x](../../outside.md)",
        "Run `python -m tools.no_such_tool`.",
        "See `trainer/attempt/no_such_file.py`.",
        "`attempt verify --no-such-option`",
        "`scenario paint`\n\n`attempt verfy A.attempt`",
        "```\nuv run main.py demo --ouch DIR\n```",
        "```\nuv run main.py view place-t7-left --oblique steep -o OUT.png\n```",
        "```\nattempt score [--explain] | verify [--redeceide] A\n```",
        "```\nuv run main.py keys enrol station NAME\n```",
    ],
)
def test_what_does_not_hold_is_found(text: str):
    assert faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "# One thing, and `two`\n[x](#one-thing-and-two)",
        "[x](conventions.md#world) and [y](https://example.org/nowhere)",
        "`[x](no-such-page.md)` is how a link is written",
        "Run `python -m tools.check_docs`, then `attempt verify --redecide`.",
        "```\nattempt score [--explain] | verify [--redecide] A       what it says\n```",
        "```\nuv run main.py view place-t7-left --oblique 15 -o picture.png   # one exposure\n```",
        "```\nrhizotomy-trainer records roles --sql | psql -d records\n```",
        "`uv run main.py --help`",
        "See `trainer/attempt/decide.py`.",
    ],
)
def test_what_holds_is_left_alone(text: str):
    assert faults(text) == []


def test_two_headings_of_one_name_have_two_anchors():
    page = Page("docs/made-up.md", "# Twice\n\n```\n# not a heading\n```\n\n## Twice\n")
    assert page.anchors == {"twice", "twice-1"}
    assert slug_of("The [file](x.md): `a_b`, and more") == "the-file-a_b-and-more"


def test_a_command_is_held_against_each_of_its_choices():
    assert commands.faults("records verify [--files [PATH...]] [--scores]") == []
    assert commands.faults("records verify [--files [PATH...]] [--scoers]")


def test_a_page_outside_the_root_of_the_check_is_not_needed(tmp_path: Path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("# A\n[b](b.md#b)\n", encoding="utf-8")
    (tmp_path / "docs" / "b.md").write_text("# C\n", encoding="utf-8")
    assert [fault.what for fault in check(tmp_path)] == ["b.md#b: docs/b.md has no heading #b"]
