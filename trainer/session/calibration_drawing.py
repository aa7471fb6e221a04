"""The marks of each kind of player as a small SVG: one dot an attempt, the cut as a line."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from trainer.session.calibrating import Calibration, Earned
from trainer.session.calibration_facts import FULL, Facts, KindFacts

WIDTH, LEFT, RIGHT, TOP, ROW, BELOW = 640, 120, 24, 30, 34, 44
RADIUS, SPREAD = 3.2, 9.0
# Told apart by shape and by colour: full dot, ring, cross.
PASSED, FAILED, CRITICAL = "#1f5fa8", "#8a8a8a", "#b03030"
STEPS = 5  # rows of dots within a kind's own row, so that equal marks stay visible


def drawing(found: Calibration, facts: Facts) -> str:
    """The whole file; the same for the same marks."""
    height = TOP + ROW * len(facts.kinds) + BELOW
    body = [
        *_axis(found, facts),
        *(line for row, kind in enumerate(facts.kinds) for line in _row(found, kind, row)),
        *_legend(height),
    ]
    title = escape(f"Marks of scripted players: {found.scenario.title}")
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="12" '
            f'role="img"><title>{title}</title>',
            f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
            *body,
            "</svg>",
            "",
        )
    )


def _x(mark: float) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * mark / FULL, 1)


def _axis(found: Calibration, facts: Facts) -> Iterator[str]:
    bottom = TOP + ROW * len(facts.kinds)
    for mark in range(0, FULL + 1, 100):
        x = _x(mark)
        yield f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{bottom}" stroke="#e4e4e4"/>'
        if mark % 200 == 0:
            yield _text(x, bottom + 15, str(mark // 10), "middle")
    cut = _x(found.pass_mark)
    yield (
        f'<line x1="{cut}" y1="{TOP - 6}" x2="{cut}" y2="{bottom}" stroke="black" '
        'stroke-dasharray="5 3"/>'
    )
    yield _text(cut, TOP - 11, f"cut {found.pass_mark / 10:g}, {found.standing}", "middle")


def _row(found: Calibration, kind: KindFacts, row: int) -> Iterator[str]:
    middle = TOP + ROW * (row + 0.5)
    yield _text(LEFT - 10, middle + 4, kind.kind, "end")
    for number, one in enumerate(found.of(kind.kind)):
        y = middle + (number % STEPS - (STEPS - 1) / 2) * 2.0 * SPREAD / (STEPS - 1)
        yield _dot(one, _x(one.mark), round(y, 1))
    at = _x(kind.marks.median)
    half = ROW / 2 - 4
    yield (
        f'<line x1="{at}" y1="{middle - half}" x2="{at}" y2="{middle + half}" stroke="black" '
        'stroke-width="1.5"/>'
    )


def _dot(one: Earned, x: float, y: float) -> str:
    if one.critical:
        return _cross(x, y)
    fill = PASSED if one.passed else "white"
    return f'<circle cx="{x}" cy="{y}" r="{RADIUS}" fill="{fill}" stroke="{_ring(one)}"/>'


def _ring(one: Earned) -> str:
    return PASSED if one.passed else FAILED


def _cross(x: float, y: float) -> str:
    a = RADIUS
    return (
        f'<path d="M{x - a:.1f} {y - a:.1f} L{x + a:.1f} {y + a:.1f} '
        f'M{x - a:.1f} {y + a:.1f} L{x + a:.1f} {y - a:.1f}" stroke="{CRITICAL}"/>'
    )


def _legend(height: int) -> Iterator[str]:
    y = height - 12
    yield f'<circle cx="{LEFT}" cy="{y - 4}" r="{RADIUS}" fill="{PASSED}" stroke="{PASSED}"/>'
    yield _text(LEFT + 9, y, "passed", "start")
    yield f'<circle cx="{LEFT + 80}" cy="{y - 4}" r="{RADIUS}" fill="white" stroke="{FAILED}"/>'
    yield _text(LEFT + 89, y, "failed", "start")
    yield _cross(LEFT + 155, y - 4)
    yield _text(LEFT + 164, y, "failed by a critical error", "start")
    yield f'<path d="M{LEFT + 340} {y - 10} v12" stroke="black" stroke-width="1.5"/>'
    yield _text(LEFT + 347, y, "median", "start")


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'
