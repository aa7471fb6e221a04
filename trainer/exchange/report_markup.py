"""Cells, rows, headings, and places for figures: the few shapes that a report is made of."""

from __future__ import annotations

from html import escape

GAP = "margin-top:4px; margin-bottom:6px"  # a paragraph's own margin is lost before a table
INK, QUIET, LINE, BAND = "#16181A", "#5B6168", "#C9CED3", "#EEF1F4"
FIGURE = ("\ue000", "\ue001")
LONGEST_TEXT = 2_000  # of one text from outside; longer is cut, and said so
_CONTROLS = {code: None for code in range(32) if chr(code) not in "\n\t"}
# Marks that turn the direction of all that follows: a text keeps its own direction, no other's.
_TURNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None)
_OURS = dict.fromkeys((0xE000, 0xE001), "?")


def safe(text: str) -> str:
    """Text from outside as text: no markup, no control signs, of bearable length."""
    clean = text.translate({**_CONTROLS, **_TURNS, **_OURS})
    clean = clean.encode("utf-8", "replace").decode()
    if len(clean) > LONGEST_TEXT:
        clean = f"{clean[:LONGEST_TEXT]} … ({len(text)} letters in all)"
    return escape(clean)


def row(*cells: str) -> str:
    """A row of cells."""
    return f"<tr>{''.join(cells)}</tr>"


def cell(text: str, align: str = "left", style: str = "", more: str = "") -> str:
    """A cell."""
    return f'<td align="{align}" valign="top" style="{style}" {more}>{text}</td>'


def table(rows: str, padding: int = 3, style: str = "") -> str:
    """A table as wide as the page."""
    attributes = f'width="100%" cellspacing="0" cellpadding="{padding}" border="0"'
    return f'<table {attributes} style="border-collapse:collapse; {style}">{rows}</table>'


def heading(text: str) -> str:
    """A heading of a part."""
    return f'<p style="margin:10px 0 0 0; font-weight:600">{text}</p>'


def quiet(text: str) -> str:
    """What is told by the way."""
    return f'<span style="color:{QUIET}">{text}</span>'


def figure(key: str) -> str:
    """The place of a figure."""
    return f"{FIGURE[0]}{key}{FIGURE[1]}"
