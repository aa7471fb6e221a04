"""Build the documentation as one site: ``python -m tools.build_docs [FOLDER]`` (extra `docs`).

The pages lie as in the repository, so links hold in both; `docs/README.md` is the table of
contents; the reference of the pure rooms comes from their docstrings. A dead link, a page in no
table of contents and any warning of Sphinx are faults: the build then ends with 1. With ``--check``
every page is read and every reference resolved in the same way, and no page is written.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from tools.check_docs import check
from tools.docs_api import add_reference
from tools.docs_contents import contents, index_page
from tools.docs_pages import ROOT, Page, pages
from trainer import __version__

OUT = ROOT / "build" / "docs"
HOW = "uv run --extra docs python -m tools.build_docs"
THEME = "furo"
EXTENSIONS = ("myst_parser",)
SETTINGS: dict[str, Any] = {
    "project": "Rhizotomy Trainer",
    "author": "The Rhizotomy Trainer authors",
    "copyright": "The Rhizotomy Trainer authors, Apache-2.0",
    "version": __version__,
    "release": __version__,
    "extensions": list(EXTENSIONS),
    "html_theme": THEME,
    "html_title": f"Rhizotomy Trainer {__version__}",
    "html_show_sphinx": False,
    "myst_heading_anchors": 6,
    "python_use_unqualified_type_names": True,
    "suppress_warnings": ["misc.highlighting_failure"],  # lines of a page that are no language
    "smartquotes": False,  # slow, and quotes stand as they were written
}


def build(out: Path | None = OUT) -> list[str]:
    """Build the site into `out`/index.html; returns what is wrong, [] where nothing is.

    out : None to read and resolve all, and write nothing.
    """
    every = pages()
    wrong = [f"{fault.page}:{fault.line}: {fault.what}" for fault in check()]
    wrong += [f"{name} is in no table of contents" for name in _left_out(every)]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source"
        _lay_out(every, source)
        rooms = add_reference(source)
        (source / "index.md").write_text(index_page(every, rooms), encoding="utf-8")
        return [*wrong, *_sphinx(source, out, Path(folder))]


def _left_out(every: Iterable[Page]) -> Iterator[str]:
    """Pages that no table of contents names, by their path."""
    every = tuple(every)
    known = {name for _, names in contents(every) for name in names}
    yield from sorted({page.name for page in every} - known)


def _lay_out(every: Iterable[Page], source: Path) -> None:
    """The pages and all that they show or link to, each where it lies in the repository."""
    for page in every:
        place = source / page.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(page.text, encoding="utf-8")
    for file in _shown(every):
        place = source / file.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)


def _shown(every: Iterable[Page]) -> Iterator[Path]:
    for page in every:
        for _, target in page.links:
            file = ((ROOT / page.name).parent / target.partition("#")[0]).resolve()
            if file.is_file() and file.suffix != ".md" and file.is_relative_to(ROOT):
                yield file


def _sphinx(source: Path, out: Path | None, folder: Path) -> list[str]:
    """Run Sphinx; returns its warnings. folder : for what it keeps meanwhile."""
    from sphinx.application import Sphinx  # type: ignore[import-not-found]

    warnings = StringIO()
    app = Sphinx(
        source,
        None,
        out or folder / "nothing",
        folder / "doctrees",
        "html" if out else "dummy",
        SETTINGS,
        status=None,
        warning=warnings,
        freshenv=True,
    )
    app.connect("doctree-read", _by_whole_path)
    app.build(force_all=True)
    return [line for line in warnings.getvalue().splitlines() if line.strip()]


def _by_whole_path(_app: object, page: Any) -> None:
    """Types are linked by their whole path: two rooms may have one name, and guessing is slow."""
    from sphinx.addnodes import pending_xref  # type: ignore[import-not-found]

    for reference in page.findall(pending_xref):
        reference.attributes.pop("refspecific", None)


def main(arguments: list[str]) -> int:
    """Build, print what is wrong; 1 where there is something, 2 where the builder is missing."""
    if importlib.util.find_spec("sphinx") is None:
        print(f"Sphinx is not installed here: {HOW}", file=sys.stderr)
        return 2
    out = None if arguments[:1] == ["--check"] else Path(*arguments[:1] or [str(OUT)]).resolve()
    wrong = build(out)
    for line in wrong:
        print(line)
    where = f"in {out / 'index.html'}" if out else "read"
    used = f"{time.process_time():.0f} s of processor"
    print(f"{len(pages())} pages {where}: {len(wrong)} faults, {used}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
