"""The table of contents of the documentation: `docs/README.md`, and the indexes it names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tools.docs_pages import Page

FRONT = "README.md"
CONTENTS = "docs/README.md"
_SECTION = re.compile(r"^## +(.+?) *$", re.MULTILINE)


def contents(every: Iterable[Page]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(heading, pages it names) of every section, a page once; indexes bring what they name."""
    known = {page.name: page for page in every}
    seen = {FRONT, CONTENTS}
    sections: list[tuple[str, tuple[str, ...]]] = [("", (FRONT, CONTENTS))]
    for heading, named in _sections(known[CONTENTS]):
        new = tuple(_new(named, known, seen))
        if new:
            sections.append((heading, new))
    return tuple(sections)


def index_page(every: Iterable[Page], rooms: Sequence[str]) -> str:
    """The site's first page: the README's words by inclusion, and the table of contents.

    rooms : documents of the reference, without their ending.
    """
    sections = [*contents(every)]
    if rooms:
        sections.append(("Reference of the pure rooms", tuple(rooms)))
    trees = (_tree(heading, names) for heading, names in sections)
    return "\n".join(("# Rhizotomy Trainer", "", *trees))


def _tree(heading: str, names: Iterable[str]) -> str:
    caption = (f":caption: {heading}",) if heading else ()
    documents = (name.removesuffix(".md") for name in names)
    return "\n".join(("```{toctree}", ":maxdepth: 1", *caption, "", *documents, "```", ""))


def _sections(page: Page) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(heading, linked pages in order) of a page's sections."""
    heads = [
        (page.text.count("\n", 0, at.start()) + 1, at[1]) for at in _SECTION.finditer(page.text)
    ]
    for number, (line, heading) in enumerate(heads):
        end = heads[number + 1][0] if number + 1 < len(heads) else page.text.count("\n") + 2
        yield heading, tuple(to for at, to in linked(page) if line < at < end)


def linked(page: Page) -> Iterator[tuple[int, str]]:
    """(line, path from the root) of every link of a page to a file here."""
    folder = posixpath.dirname(page.name)
    for line, target in page.links:
        path = target.partition("#")[0]
        if path and not re.match(r"[a-z]+:", path):
            yield line, posixpath.normpath(posixpath.join(folder, path))


def _new(names: Iterable[str], known: Mapping[str, Page], seen: set[str]) -> Iterator[str]:
    """Pages not seen yet; after an index (a README) what it names beside itself."""
    for name in names:
        if name not in known or name in seen:
            continue
        seen.add(name)
        yield name
        if posixpath.basename(name) == "README.md":
            beside = posixpath.dirname(name)
            inside = (to for _, to in linked(known[name]) if posixpath.dirname(to) == beside)
            yield from _new(tuple(inside), known, seen)
