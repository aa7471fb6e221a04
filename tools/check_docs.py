"""Check what the pages claim: ``python -m tools.check_docs``.

Links and anchors lead somewhere, commands are in the grammar of `main.py`, modules behind
``python -m`` and source files that are named exist.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tools import docs_commands as commands
from tools.docs_pages import ROOT, Page, pages

_MODULE = re.compile(r"\bpython3? -m ([A-Za-z_][\w.]*)")
_SOURCE = re.compile(r"[\w/]+/\w+\.py")
_MADE = re.compile(r"^New file `([^`]+)`:$", re.MULTILINE)  # a how-to has its reader write it
HISTORY = frozenset(("CHANGELOG.md",))  # what a command was called then is no fault now
FOREIGN = frozenset(("pip", "venv", "pytest"))  # of Python, and what every checkout has
# Short forms that pages use: a path from here counts too.
SHORT_FOR = ("", "trainer", "trainer/scoring", "trainer/ui", "docs")


class Fault(NamedTuple):
    """One claim that does not hold."""

    page: str
    line: int
    what: str


def check(root: Path = ROOT) -> list[Fault]:
    """Every claim that does not hold, in the order of the pages."""
    every = pages(root)
    known = {page.name: page for page in every}
    return [fault for page in every for fault in sorted(set(faults_of(page, known, root)))]


def faults_of(page: Page, known: Mapping[str, Page], root: Path) -> Iterator[Fault]:
    """What does not hold on one page. known : path -> page, for anchors."""
    for line, target in page.links:
        why = _link_fault(page, target, known, root)
        if why:
            yield Fault(page.name, line, why)
    for line, text in (*page.blocks, *page.quoted):
        yield from (Fault(page.name, line, why) for why in _module_faults(text, root))
    for line, command in named_commands(page) if page.name not in HISTORY else ():
        yield from (Fault(page.name, line, why) for why in commands.faults(command))
    made = set(_MADE.findall(page.prose))
    for line, text in page.quoted:
        if _SOURCE.fullmatch(text) and text not in made and not _is_file(root, text):
            yield Fault(page.name, line, f"there is no file {text}")


def _is_file(root: Path, text: str) -> bool:
    return any((root / at / text).is_file() for at in SHORT_FOR)


def named_commands(page: Page) -> Iterator[tuple[int, str]]:
    """(line, command) of every command of `main.py` that a page names."""
    for line, text in page.blocks:
        command = commands.told(text)
        if command:
            yield line, command
    for line, text in page.quoted:
        command = commands.quoted(text)
        if command:
            yield line, command


def _link_fault(page: Page, target: str, known: Mapping[str, Page], root: Path) -> str:
    if re.match(r"[a-z]+:", target):
        return ""
    path, _, anchor = target.partition("#")
    place = ((root / page.name).parent / path if path else root / page.name).resolve()
    if path and not place.exists():
        return f"{target} leads nowhere"
    if not place.is_relative_to(root.resolve()):
        return f"{target} leads out of the repository"
    name = place.relative_to(root.resolve()).as_posix()
    if anchor and name in known and anchor not in known[name].anchors:
        return f"{target}: {name} has no heading #{anchor}"
    return ""


def _module_faults(text: str, root: Path) -> Iterator[str]:
    for module in _MODULE.findall(text):
        place = root.joinpath(*module.split("."))
        if place.with_suffix(".py").is_file() or (place / "__main__.py").is_file():
            continue
        if module in FOREIGN or importlib.util.find_spec(module.split(".")[0]) is None:
            if module not in FOREIGN:
                yield f"there is no module {module}"
            continue
        yield f"there is no module {module} in this repository"


def main() -> int:
    """Print what does not hold; 1 where there is something."""
    found = check()
    for fault in found:
        print(f"{fault.page}:{fault.line}: {fault.what}")
    every = pages()
    named = sum(1 for page in every for _ in named_commands(page))
    links = sum(len(page.links) for page in every)
    print(f"{len(every)} pages, {links} links, {named} commands: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
