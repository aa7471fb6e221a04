"""The help pages: which there are, which belongs to which screen, where a word stands. No Qt.

A page is a Markdown file of docs/guides/<language>; a line ``{keys: Beam}`` in it becomes the keys
of that group as they are bound now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from trainer.ui.actions import ACTIONS, Where
from trainer.ui.bindings import key_words, keys_of
from trainer.ui.presenters.texts import tr

# In the order in which they are listed; the file's name.
PAGES = (
    *("start", "home", "suite", "pictures", "needle", "treatment", "case", "score", "anatomy"),
    *("progress", "settings", "keys", "resident", "instructor", "studio"),
    *("marking", "cohort", "exam", "examiner", "evidence"),
)
FIRST = "start"
_KEYS = re.compile(r"^\{keys: (?P<group>[^}]+)\}$", re.MULTILINE)
AROUND = 60  # letters before and after what was found


@dataclass(frozen=True, slots=True)
class Page:
    """One page. text : Markdown with the keys filled in."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where all the wanted words stand. excerpt : what is round the first of them."""

    page: str
    title: str
    excerpt: str


def read_pages(folder: Path, language: str) -> tuple[Page, ...]:
    """The pages in a language, each in English where it has no translation."""
    pages = []
    for name in PAGES:
        path = folder / language / f"{name}.md"
        source = path if path.is_file() else folder / "en" / f"{name}.md"
        if source.is_file():
            text = with_keys(source.read_text(encoding="utf-8"))
            pages.append(Page(name, text.splitlines()[0].lstrip("# "), text))
    return tuple(pages)


def with_keys(text: str) -> str:
    """The page with its tables of keys, as they are bound now."""
    return _KEYS.sub(lambda found: key_table(found["group"]), text)


def key_table(group: str) -> str:
    """A Markdown table of one group's keys; "all" for every group."""
    actions = [a for a in ACTIONS if keys_of(a) and (group in (a.group, "all"))]
    rows = (
        f"| {_safe(key_words(keys_of(a)))} | {_safe(tr(a.tip))} |"
        for a in sorted(actions, key=lambda a: a.where is not Where.EVERYWHERE)
    )
    return "\n".join((f"| {tr('Key')} | {tr('What it does')} |", "|---|---|", *rows))


def _safe(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def search(pages: Iterable[Page], wanted: str) -> tuple[Found, ...]:
    """Pages that hold every wanted word; those with one in the title first."""
    words = wanted.casefold().split()
    if not words:
        return ()
    hits = [page for page in pages if all(word in page.text.casefold() for word in words)]
    hits.sort(key=lambda page: not any(word in page.title.casefold() for word in words))
    return tuple(Found(page.id, page.title, _excerpt(page.text, words[0])) for page in hits)


def _excerpt(text: str, word: str) -> str:
    body = " ".join(re.sub(r"[#|*`]+|-{3,}", " ", text).split())
    at = body.casefold().find(word)
    start, end = max(0, at - AROUND), at + len(word) + AROUND
    return f"{'…' if start else ''}{body[start:end]}{'…' if end < len(body) else ''}"
