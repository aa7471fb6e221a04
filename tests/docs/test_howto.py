"""A newcomer does each how-to page as it is written, in a copy of the repository."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.docs.howto import Step, do, steps_of

NEEDED = ("main.py", "pyproject.toml", "trainer", "tools", "scenarios", "docs")
TESTS = ("__init__.py", "conftest.py", "scoring")
PAGES = sorted((REPOSITORY / "docs" / "howto").glob("*.md"))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the pages need, compiled Python included."""
    root = tmp_path_factory.mktemp("repository")
    for name in (*NEEDED, *(f"tests/{each}" for each in TESTS)):
        source, place = REPOSITORY / name, root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if source.is_file():
            shutil.copy2(source, place)
        else:
            shutil.copytree(
                source, place, ignore=shutil.ignore_patterns("*.png", "*.svg", "*.json.gz")
            )
    return root


@pytest.fixture
def done(request: pytest.FixtureRequest, copy: Path) -> Path:
    """The copy after every step of a page was done."""
    page = REPOSITORY / "docs" / "howto" / f"{request.param}.md"
    for step in steps_of(page.read_text(encoding="utf-8")):
        do(step, copy)
    return copy


@pytest.mark.parametrize("done", ["add-a-metric"], indirect=True)
def test_a_metric_is_added_and_stands_in_the_pages(done: Path):
    for page in ("scoring.md", "codebook.md"):
        assert "pictures_before_skin" in (done / "docs" / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("done", ["add-a-scenario"], indirect=True)
def test_a_scenario_is_added(done: Path):
    text = (done / "cases" / "corner-t9-right" / "scenario.yaml").read_text(encoding="utf-8")
    assert "T9.body_centre" in text
    assert "tolerance_mm: 4.0" in text


@pytest.mark.parametrize("done", ["add-a-c-arm"], indirect=True)
def test_a_c_arm_is_added(done: Path):
    text = (done / "machines" / "small-c-arm" / "scenario.yaml").read_text(encoding="utf-8")
    assert "sid_mm: 900.0" in text


@pytest.mark.parametrize("done", ["add-a-language"], indirect=True)
def test_a_language_is_added_and_compiled(done: Path):
    compiled = (done / "trainer" / "ui" / "translations" / "trainer_fr.qm").read_bytes()
    assert "À propos de Rhizotomy Trainer".encode("utf-16-be") in compiled


def test_every_page_is_done_here_and_has_steps():
    here = {"add-a-metric", "add-a-scenario", "add-a-c-arm", "add-a-language"}
    assert {page.stem for page in PAGES} == here
    for page in PAGES:
        assert len(steps_of(page.read_text(encoding="utf-8"))) >= 4, page.stem


def test_a_step_that_cannot_be_done_is_told(tmp_path: Path):
    (tmp_path / "a.txt").write_text("one\ntwo\n", encoding="utf-8")
    do(Step("Change", "a.txt", "diff", " one\n-two\n+three\n"), tmp_path)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "one\nthree\n"
    with pytest.raises(AssertionError, match="not once"):
        do(Step("Change", "a.txt", "diff", "-two\n"), tmp_path)
    with pytest.raises(AssertionError, match="2"):
        do(Step("", "", "sh", "uv run python -c 'raise SystemExit(2)'  # ends with 0\n"), tmp_path)
