"""Whoever begins at the README finds every page, and the site's table of contents names each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools.docs_api import ROOMS, is_shown, module_lines, room_page
from tools.docs_contents import contents, index_page, linked
from tools.docs_docstrings import as_rst
from tools.docs_pages import ROOT, Page, pages


def test_every_page_is_reached_from_the_index_by_links() -> None:
    every = {page.name: page for page in pages()}
    seen, left = set(), ["docs/README.md"]
    while left:
        name = left.pop()
        if name in every and name not in seen:
            seen.add(name)
            left += [to for _, to in linked(every[name])]
    assert sorted(every.keys() - seen) == []


def test_the_table_of_contents_names_every_page_once() -> None:
    named = [name for _, names in contents(pages()) for name in names]
    assert len(named) == len(set(named))
    assert set(named) == {page.name for page in pages()}


def test_a_page_that_nobody_lists_is_missed() -> None:
    every = (*pages(), Page("docs/forgotten.md", "# Forgotten\n"))
    assert "docs/forgotten.md" not in {name for _, names in contents(every) for name in names}


def test_the_sites_first_page_lists_pages_and_rooms() -> None:
    page = index_page(pages(), ("reference/geometry",))
    assert "\ndocs/conventions\n" in page
    assert "Reference of the pure rooms\n\nreference/geometry\n" in page


def test_the_reference_has_a_page_for_each_pure_room_and_shows_what_is_public() -> None:
    assert all((ROOT / "trainer" / room).is_dir() for room in ROOMS)
    lines = list(room_page("geometry"))
    assert ".. py:module:: trainer.geometry.carm" in lines
    assert any(line.startswith(".. py:class:: CArmPose(oblique_deg: float") for line in lines)
    assert not is_shown(ROOT / "trainer" / "geometry" / "__init__.py")


SOURCE = '''
"""A module of a test."""
from dataclasses import dataclass
from trainer.geometry.carm import CArmPose
def turned(pose: CArmPose, /, by_deg: float = 5.0, *rest: int, near: "Turn | None" = None) -> Turn:
    """`pose` turned."""
def _hidden(): """Not said."""
def silent(): ...
@dataclass(frozen=True)
class Turn:
    """A turn."""
    by_deg: float
    @property
    def back(self) -> Turn:
        """The other way."""
    @classmethod
    def none(cls) -> Turn:
        """No turn."""
'''


def test_the_reference_says_a_module_in_the_order_of_its_source(tmp_path: Path) -> None:
    module = tmp_path / "turns.py"
    module.write_text(SOURCE, encoding="utf-8")
    pose = "trainer.geometry.carm.CArmPose"
    assert [line for line in module_lines(module, "trainer.turns") if line] == [
        ".. py:module:: trainer.turns",
        "A module of a test.",
        f".. py:function:: turned(pose: {pose}, /, by_deg: float = 5.0, *rest: int, "
        "near: 'trainer.turns.Turn | None' = None) -> trainer.turns.Turn",
        "   ``pose`` turned.",
        ".. py:class:: Turn(by_deg: float)",
        "   A turn.",
        "   .. py:property:: back",
        "      :type: trainer.turns.Turn",
        "      The other way.",
        "   .. py:method:: none() -> trainer.turns.Turn",
        "      :classmethod:",
        "      No turn.",
    ]


def test_a_docstring_is_shown_in_its_own_words() -> None:
    said = "Mean of `x**2`, |d| and *one* a_ b_c, `a\nb`; each `Rib`s.\nsize_px : pixels."
    assert as_rst(said) == [
        r"Mean of ``x**2``, \|d\| and \*one\* a\_ b_c, ``a b``; each ``Rib``\ s.",
        "",
        "size_px : pixels.",
    ]


def test_building_the_site_without_its_builder_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['sphinx'] = None\n"
        "from tools.build_docs import main; sys.exit(main([]))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 2
    assert "uv run --extra docs" in done.stderr
