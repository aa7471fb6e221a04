"""The ribbon drawn: time to the right, depth downward, one lane a needle; plain SVG 1.1 shapes."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from trainer.exchange.report_words import moment
from trainer.scoring.debrief.blind import BlindRun
from trainer.scoring.debrief.ribbon import Mark, Ribbon, Segment, Track

WIDTH, LEFT, RIGHT, TOP = 700, 46, 10, 30
LANE, GAP, FOOT = 120, 26, 62
BREAK_PX = 12
INK, QUIET, LINE, BEAM = "#16181A", "#5B6168", "#C9CED3", "#B36B00"
# Clearance beyond the margin (um) below which a shade holds, the darkest first; one hue, so that
# it prints in grey. Design values.
SHADES = ((0, "#4A5560", "within the margin"), (5_000, "#8695A4", "under 5 mm beyond it"),
          (15_000, "#BECAD5", "under 15 mm"), (None, "#E9EEF3", "farther"))  # fmt: skip
LETTERS = {
    "declaration": "L",
    "injection": "I",
    "stimulation": "S",
    "lesion": "H",
    "complication": "C",
    "hazard": "X",
}
LEGEND = "L level declared · I injection · S stimulation · H heat · X into a danger zone"


def ribbon_svg(ribbon: Ribbon) -> str:
    """The whole drawing; its text stays text."""
    drawing = _Drawing(ribbon)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {drawing.height}" '
        f'width="{WIDTH}" height="{drawing.height}" role="img" '
        f'font-family="Noto Sans, DejaVu Sans, sans-serif" font-size="10">'
        f"<title>Depth of each needle over time</title>{''.join(drawing.parts())}</svg>"
    )


def ribbon_height(ribbon: Ribbon) -> int:
    """How high the drawing is, in its own pixels."""
    return _Drawing(ribbon).height


class _Drawing:
    """Scales and parts."""

    def __init__(self, ribbon: Ribbon) -> None:
        self.ribbon = ribbon
        self.lanes = max(1, len(ribbon.tracks))
        self.height = TOP + self.lanes * (LANE + GAP) + FOOT
        room = WIDTH - LEFT - RIGHT - BREAK_PX * len(ribbon.breaks)
        self.px_per_ms = max(room, 100) / max(ribbon.end_ms, 1)
        self.px_per_um = LANE / max(ribbon.deepest_um, 10_000)

    def x(self, t_ms: int) -> float:
        breaks = sum(one.t_ms < t_ms for one in self.ribbon.breaks)
        return LEFT + t_ms * self.px_per_ms + BREAK_PX * breaks

    def parts(self) -> Iterator[str]:
        for lane in range(self.lanes):
            yield from self._grid(_top(lane))
        for lane, track in enumerate(self.ribbon.tracks):
            yield from self._track(track, _top(lane))
        yield from self._ticks()
        yield from self._breaks()
        yield from self._clock()
        yield from self._marks()
        yield from self._legend()

    def _grid(self, top: float) -> Iterator[str]:
        deepest = max(self.ribbon.deepest_um, 10_000)
        for um in range(0, deepest + 1, 10_000):
            y = top + um * self.px_per_um
            yield _line(LEFT, y, WIDTH - RIGHT, y, LINE, 0.5)
            yield _text(LEFT - 5, y + 3, f"{um // 1000}", "end", QUIET)
        yield _text(4, top - 6, "mm", "start", QUIET)

    def _track(self, track: Track, top: float) -> Iterator[str]:
        gone_ms = self.ribbon.end_ms if track.gone_ms is None else track.gone_ms
        ends = [segment.to_ms for segment in track.segments[1:]] + [gone_ms]
        for segment, end_ms in zip(track.segments, ends, strict=False):
            yield self._shade(segment, end_ms, top)
        for run in track.blind:
            if run.long:
                yield from self._hatch(run, top)
        yield self._curve(track, gone_ms, top)
        label = f"needle {track.needle}: {track.model}"
        yield _text(WIDTH - RIGHT, top - 6, label, "end", QUIET)

    def _shade(self, segment: Segment, end_ms: int, top: float) -> str:
        left, right = self.x(segment.to_ms), self.x(end_ms)
        high = max(0.0, segment.to_um * self.px_per_um)
        return _rect(left, top, max(0.3, right - left), high, _shade_of(segment.clearance_um))

    def _hatch(self, run: BlindRun, top: float) -> Iterator[str]:
        left, right = self.x(run.from_ms), self.x(run.to_ms)
        right = max(right, left + 5)
        high, low = top + run.from_um * self.px_per_um, top + run.to_um * self.px_per_um
        yield (
            f'<rect x="{left:.1f}" y="{high:.1f}" width="{right - left:.1f}" '
            f'height="{low - high:.1f}" fill="#FFFFFF" fill-opacity="0.7" stroke="{INK}" '
            'stroke-width="0.6"/>'
        )
        for x1, y1, x2, y2 in _hatching(left, high, right, low):
            yield _line(x1, y1, x2, y2, INK, 0.6)

    def _curve(self, track: Track, gone_ms: int, top: float) -> str:
        points = [(self.x(track.taken_ms), top)]
        for segment in track.segments:
            x = self.x(segment.to_ms)
            points += [(x, top + segment.from_um * self.px_per_um)]
            points += [(x, top + segment.to_um * self.px_per_um)]
        points.append((self.x(gone_ms), points[-1][1]))
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        return f'<polyline points="{way}" fill="none" stroke="{INK}" stroke-width="1.4"/>'

    def _ticks(self) -> Iterator[str]:
        for tick in self.ribbon.ticks:
            x = self.x(tick.t_ms)
            yield _line(x, 4 if tick.tip_seen else 9, x, 15, BEAM, 1.0)
            if tick.hand_in_beam:
                yield f'<circle cx="{x:.1f}" cy="3" r="2.2" fill="{INK}"/>'

    def _breaks(self) -> Iterator[str]:
        bottom = self.height - FOOT
        for index, one in enumerate(self.ribbon.breaks):
            x, top = self.x(one.t_ms) + BREAK_PX / 2, _top(0)
            yield _rect(x - 3, top, 6, bottom - top, "#FFFFFF")
            for side in (-3, 3):
                yield _line(x + side, top, x + side, bottom, QUIET, 0.6, "2,2")
            below = bottom + 20 + 8 * (index % 2)  # neighbours' words do not touch
            yield _text(x, below, _waited(one.passed_ms), "middle", QUIET, 7)

    def _clock(self) -> Iterator[str]:
        y = self.height - FOOT + 10
        step_ms = _step_ms(self.ribbon.end_ms)
        for t_ms in range(0, self.ribbon.end_ms + 1, step_ms):
            x = self.x(t_ms)
            yield _line(x, y - 12, x, y - 8, QUIET, 0.6)
            yield _text(x, y, moment(t_ms)[:-2], "middle", QUIET)

    def _marks(self) -> Iterator[str]:
        lanes = {track.needle: lane for lane, track in enumerate(self.ribbon.tracks)}
        for mark in self.ribbon.marks:
            if mark.kind in LETTERS:
                top = _top(lanes.get(mark.needle, 0))
                yield from self._mark(mark, top + mark.depth_um * self.px_per_um)

    def _mark(self, mark: Mark, y: float) -> Iterator[str]:
        x, told = self.x(mark.t_ms), escape(f"{moment(mark.t_ms)} {mark.words}")
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="#FFFFFF" stroke="{INK}" '
            f'stroke-width="1"><title>{told}</title></circle>'
        )
        yield _text(x, y + 3, LETTERS[mark.kind], "middle", INK, 8)
        if mark.lasts_s:
            yield _text(x + 8, y + 3, f"{mark.lasts_s} s", "start", INK, 8)

    def _legend(self) -> Iterator[str]:
        y, x = self.height - 24, float(LEFT)
        yield _text(4, y + 8, "Shade:", "start", QUIET, 8)
        for _limit, colour, words in SHADES:
            yield _rect(x, y, 12, 9, colour)
            yield _text(x + 16, y + 8, words, "start", QUIET, 8)
            x += 26 + 5 * len(words)
        for x1, y1, x2, y2 in _hatching(x, y, x + 14, y + 9):
            yield _line(x1, y1, x2, y2, INK, 0.6)
        yield _text(x + 18, y + 8, "over 10 mm unseen", "start", QUIET, 8)
        exposures = "amber tick = picture (long: tip seen; dot: hand in the beam)"
        yield _text(4, y + 21, f"{LEGEND} · {exposures}", "start", QUIET, 8)


def _top(lane: int) -> float:
    return TOP + lane * (LANE + GAP) + 8


def _shade_of(clearance_um: int | None) -> str:
    if clearance_um is None:
        return "#F6F7F8"
    return next(colour for limit, colour, _words in SHADES if limit is None or clearance_um < limit)


def _waited(ms: int) -> str:
    seconds = ms // 1000
    if seconds < 120:
        return f"+{seconds} s"
    return f"+{seconds // 60} min" if seconds < 7200 else f"+{seconds // 3600} h"


def _step_ms(end_ms: int) -> int:
    """A round step that makes at most ten labels."""
    steps = (5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000)
    return next((step for step in steps if end_ms <= 10 * step), 7_200_000)


def _hatching(
    left: float, top: float, right: float, bottom: float, step: float = 4.0
) -> Iterator[tuple[float, float, float, float]]:
    """Slanted lines inside a rectangle: x falls as y grows."""
    wide, high = right - left, bottom - top
    along = step
    while along < wide + high:
        start = (left + along, top) if along <= wide else (right, top + along - wide)
        end = (left, top + along) if along <= high else (left + along - high, bottom)
        yield (*start, *end)
        along += step


def _line(
    x1: float, y1: float, x2: float, y2: float, colour: str, width: float, dash: str = ""
) -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
        f'stroke-width="{width}"{dashed}/>'
    )


def _rect(x: float, y: float, width: float, height: float, colour: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>'
    )


def _text(x: float, y: float, words: str, anchor: str, colour: str, size: float = 9) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" '
        f'font-size="{size}">{escape(words)}</text>'
    )
