"""The pages of the documentation: which there are, their links, anchors and pieces of code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
_FENCE = re.compile(r"^ {0,3}```+[^\n]*\n(.*?)^ {0,3}```+ *$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+(?:\n(?!\s*\n)[^`\n]+)?)`")
_LINK = re.compile(r"\]\(<?([^()\s<>]*(?:\([^()\s]*\))?[^()\s<>]*)>?(?: \"[^\"]*\")?\)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
_HTML_ID = re.compile(r"<a (?:id|name)=\"([^\"]+)\"")


@dataclass(frozen=True)
class Page:
    """One Markdown file. name : its path from the root, with slashes."""

    name: str
    text: str

    @cached_property
    def prose(self) -> str:
        """The text without its fenced blocks, as many lines long as the whole."""
        return _FENCE.sub(lambda found: "\n" * found[0].count("\n"), self.text)

    @cached_property
    def links(self) -> tuple[tuple[int, str], ...]:
        """(line, target) of every link and picture outside code."""
        bare = _INLINE.sub(lambda found: "x" + "\n" * found[0].count("\n"), self.prose)
        return tuple((_line(bare, found.start()), found[1]) for found in _LINK.finditer(bare))

    @cached_property
    def blocks(self) -> tuple[tuple[int, str], ...]:
        """(line, text) of every line inside a fenced block."""
        return tuple(self._block_lines())

    def _block_lines(self) -> Iterator[tuple[int, str]]:
        for found in _FENCE.finditer(self.text):
            first = _line(self.text, found.start(1))
            yield from enumerate(found[1].splitlines(), first)

    @cached_property
    def quoted(self) -> tuple[tuple[int, str], ...]:
        """(line, text) of every piece of code in a sentence; breaks of the line are blanks."""
        return tuple(
            (_line(self.prose, found.start()), " ".join(found[1].split()))
            for found in _INLINE.finditer(self.prose)
        )

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a link to this page may name after #, as GitHub makes it of the headings."""
        seen: dict[str, int] = {}
        found = set(_HTML_ID.findall(self.prose))
        for heading in _HEADING.findall(self.prose):
            slug = slug_of(heading)
            times = seen.setdefault(slug, 0)
            seen[slug] = times + 1
            found.add(f"{slug}-{times}" if times else slug)
        return frozenset(found)


def slug_of(heading: str) -> str:
    """A heading's anchor: small letters, digits, - and _; blanks become -."""
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
    return re.sub(r"[^\w\- ]", "", words).strip().replace(" ", "-")


def pages(root: Path = ROOT) -> tuple[Page, ...]:
    """Every page: the heads at the root, then docs in order of their paths."""
    paths = [root / name for name in HEADS if (root / name).is_file()]
    paths += sorted((root / "docs").rglob("*.md"))
    return tuple(
        Page(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")) for path in paths
    )


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
