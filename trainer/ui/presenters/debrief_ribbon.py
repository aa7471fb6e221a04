"""The ribbon laid out: time to the right, depth downward, one lane a needle; no Qt.

Breaks where time was let pass take a fixed width. Everything is in pixels of the view.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from trainer.scoring.debrief.moments import Moment
from trainer.scoring.debrief.ribbon import Break, Mark, Ribbon, Segment, Tick, Track
from trainer.ui.presenters.debrief_words import TISSUES, amount_of, at_text, structure_text
from trainer.ui.presenters.texts import tr, tr_sentence

LEFT, RIGHT, TOP, FOOT, LANE_GAP = 38.0, 14.0, 40.0, 20.0, 18.0
BREAK_PX, LEAST_UM = 16.0, 10_000
NEAR_PX = 6.0  # so near the pointer means a mark or a tick (design value)
# Clearance beyond the margin (um) below which a shade holds, the darkest first; as in reports.
SHADES = ((0, 0), (5_000, 1), (15_000, 2))
FARTHER = 3
LETTERS: Mapping[str, str] = {
    "declaration": "L", "injection": "I", "stimulation": "S", "lesion": "H",
    "complication": "C", "hazard": "X",
}  # fmt: skip
ACTS: Mapping[str, str] = {
    "declaration": "Level declared",
    "injection": "Injection",
    "stimulation": "Stimulation",
    "lesion": "Heat",
    "complication": "Complication",
    "hazard": "Into a danger zone",
}
STEPS_MS = (5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000)


class Box(NamedTuple):
    """A rectangle. shade : 0 (within the margin) to 3 (far), -1 unknown."""

    x: float
    y: float
    width: float
    height: float
    shade: int = -1


@dataclass(frozen=True, slots=True)
class LaneShown:
    """One needle. curve : points. grid : (y, millimetres)."""

    label: str
    top: float
    bottom: float
    grid: tuple[tuple[float, int], ...]
    shades: tuple[Box, ...]
    hatched: tuple[Box, ...]
    curve: tuple[tuple[float, float], ...]


class MarkShown(NamedTuple):
    """An act on the ribbon. lasts : seconds of heat, "" otherwise."""

    x: float
    y: float
    letter: str
    lasts: str


class TickShown(NamedTuple):
    """An exposure."""

    x: float
    tip_seen: bool
    hand: bool


@dataclass(frozen=True, slots=True)
class RibbonShown:
    """Everything to be painted. moments : (x, number from 1, kind)."""

    lanes: tuple[LaneShown, ...]
    ticks: tuple[TickShown, ...]
    marks: tuple[MarkShown, ...]
    breaks: tuple[tuple[float, str], ...]
    clock: tuple[tuple[float, str], ...]
    moments: tuple[tuple[float, int, str], ...]
    baseline: float


class RibbonLayout:
    """Times and depths to pixels and back, for one size of the view."""

    def __init__(
        self, ribbon: Ribbon, moments: tuple[Moment, ...], width: float, height: float
    ) -> None:
        self._ribbon = ribbon
        self._moments = moments
        self._lanes = max(1, len(ribbon.tracks))
        self.bottom = height - FOOT
        room = width - LEFT - RIGHT - BREAK_PX * len(ribbon.breaks)
        self._px_per_ms = max(room, 40.0) / max(ribbon.end_ms, 1)
        gaps = LANE_GAP * (self._lanes - 1)
        self._lane = max(12.0, (self.bottom - TOP - gaps) / self._lanes)
        self._px_per_um = self._lane / max(ribbon.deepest_um * 1.08, LEAST_UM)

    def x(self, t_ms: int) -> float:
        """Where a time lies."""
        passed = sum(one.t_ms < t_ms for one in self._ribbon.breaks)
        return LEFT + t_ms * self._px_per_ms + BREAK_PX * passed

    def t_ms(self, x: float) -> int:
        """The time at a place, within the attempt; inside a break its own time."""
        left = x - LEFT
        for one in self._ribbon.breaks:
            begins = one.t_ms * self._px_per_ms
            if left <= begins:
                break
            left = max(begins, left - BREAK_PX)
        return min(self._ribbon.end_ms, max(0, round(left / self._px_per_ms)))

    def y(self, lane: int, depth_um: int) -> float:
        """Where a depth lies in a lane."""
        return self.top(lane) + max(0, depth_um) * self._px_per_um

    def top(self, lane: int) -> float:
        """Where a lane's skin is."""
        return TOP + lane * (self._lane + LANE_GAP)

    def shown(self) -> RibbonShown:
        """Everything to be painted."""
        return RibbonShown(
            lanes=tuple(self._lane_shown(n) for n in range(self._lanes)),
            ticks=tuple(
                TickShown(self.x(one.t_ms), one.tip_seen, one.hand_in_beam)
                for one in self._ribbon.ticks
            ),
            marks=tuple(self._marks()),
            breaks=tuple(
                (self.x(one.t_ms) + BREAK_PX / 2, waited(one)) for one in self._ribbon.breaks
            ),
            clock=tuple(self._clock()),
            moments=tuple(
                (self.x(one.t_ms), number, one.kind)
                for number, one in enumerate(self._moments, start=1)
            ),
            baseline=self.bottom,
        )

    def _lane_shown(self, lane: int) -> LaneShown:
        track = self._ribbon.tracks[lane] if lane < len(self._ribbon.tracks) else None
        top = self.top(lane)
        return LaneShown(
            label="" if track is None else self._label(track),
            top=top,
            bottom=top + self._lane,
            grid=tuple(self._grid(lane)),
            shades=() if track is None else tuple(self._shades(track, lane)),
            hatched=() if track is None else tuple(self._hatched(track, lane)),
            curve=() if track is None else tuple(self._curve(track, lane)),
        )

    def _label(self, track: Track) -> str:
        return tr("Needle {number}: {model}").format(number=track.needle, model=track.model)

    def _grid(self, lane: int) -> Iterator[tuple[float, int]]:
        step_um = 10_000 if self._lane > 80 else 20_000
        for um in range(0, max(self._ribbon.deepest_um, LEAST_UM) + 1, step_um):
            yield self.y(lane, um), um // 1000

    def _shades(self, track: Track, lane: int) -> Iterator[Box]:
        ends = [segment.to_ms for segment in track.segments[1:]] + [self._gone_ms(track)]
        for segment, end_ms in zip(track.segments, ends, strict=False):
            left, right = self.x(segment.to_ms), self.x(end_ms)
            high = self.y(lane, segment.to_um) - self.top(lane)
            shade = shade_of(segment.clearance_um)
            yield Box(left, self.top(lane), max(0.6, right - left), high, shade)

    def _hatched(self, track: Track, lane: int) -> Iterator[Box]:
        for run in track.blind:
            if run.long:
                left, high = self.x(run.from_ms), self.y(lane, run.from_um)
                wide = max(7.0, self.x(run.to_ms) - left)
                yield Box(left, high, wide, self.y(lane, run.to_um) - high)

    def _curve(self, track: Track, lane: int) -> Iterator[tuple[float, float]]:
        at = self.x(track.taken_ms), self.top(lane)
        yield at
        for segment in track.segments:
            x = self.x(segment.to_ms)
            yield x, self.y(lane, segment.from_um)
            at = x, self.y(lane, segment.to_um)
            yield at
        yield self.x(self._gone_ms(track)), at[1]

    def _gone_ms(self, track: Track) -> int:
        return self._ribbon.end_ms if track.gone_ms is None else track.gone_ms

    def _marks(self) -> Iterator[MarkShown]:
        lanes = {track.needle: lane for lane, track in enumerate(self._ribbon.tracks)}
        for mark in self._ribbon.marks:
            if mark.kind in LETTERS:
                y = self.y(lanes.get(mark.needle, 0), mark.depth_um)
                lasts = f"{mark.lasts_s} s" if mark.lasts_s else ""
                yield MarkShown(self.x(mark.t_ms), y, LETTERS[mark.kind], lasts)

    def _clock(self) -> Iterator[tuple[float, str]]:
        end_ms = self._ribbon.end_ms
        step_ms = next((step for step in STEPS_MS if end_ms <= 10 * step), 7_200_000)
        for t_ms in range(0, end_ms + 1, step_ms):
            yield self.x(t_ms), at_text(t_ms)

    def words_at(self, x: float, y: float) -> str:
        """What lies under the pointer, in words."""
        near = [one for one in self._ribbon.marks if abs(self.x(one.t_ms) - x) <= NEAR_PX]
        marks = [one for one in near if one.kind in LETTERS]
        if marks and y > TOP:
            return "\n".join(mark_words(one) for one in marks)
        ticks = [one for one in self._ribbon.ticks if abs(self.x(one.t_ms) - x) <= NEAR_PX / 2]
        if ticks and y <= TOP:
            return tick_words(ticks[-1])
        return words_at(self._ribbon, self.t_ms(x))


def words_at(ribbon: Ribbon, t_ms: int) -> str:
    """How every needle stood at a time, one line each."""
    lines = [at_text(t_ms)]
    for track in ribbon.tracks:
        known = [segment for segment in track.segments if segment.to_ms <= t_ms]
        gone = track.gone_ms is not None and track.gone_ms <= t_ms
        if known and not gone:
            lines.append(_stands(track.needle, known[-1]))
    return "\n".join(lines)


def _stands(needle: int, at: Segment) -> str:
    words = tr("Needle {number}: {mm} deep, {tissue}").format(
        number=needle, mm=amount_of(at.to_um, "um"), tissue=_tissue(at.tissue)
    )
    if at.clearance_um is None:
        return words
    near = (
        tr("{mm} beyond the margin of: {what}")
        if at.clearance_um >= 0
        else tr("{mm} inside the margin of: {what}")
    )
    clear = amount_of(abs(at.clearance_um), "um")
    return f"{words}; {near.format(mm=clear, what=structure_text(at.structure))}"


def _tissue(name: str) -> str:
    return tr(TISSUES[name]) if name in TISSUES else name


def mark_words(mark: Mark) -> str:
    """An act with its time."""
    return f"{at_text(mark.t_ms)}  {tr(ACTS[mark.kind])}: {tr_sentence(mark.words)}"


def tick_words(tick: Tick) -> str:
    """An exposure with what it showed."""
    words = tr("Picture {number} at {at}").format(number=tick.number, at=at_text(tick.t_ms))
    words += ", " + (tr("tip seen") if tick.tip_seen else tr("tip not seen"))
    return words + (", " + tr("a hand in the beam") if tick.hand_in_beam else "")


def shade_of(clearance_um: int | None) -> int:
    """How dark: 0 within the margin, 3 far, -1 unknown."""
    if clearance_um is None:
        return -1
    return next((shade for limit, shade in SHADES if clearance_um < limit), FARTHER)


def waited(one: Break) -> str:
    """How long time was let pass."""
    seconds = one.passed_ms // 1000
    if seconds < 120:
        return f"+{seconds} s"
    return f"+{seconds // 60} min" if seconds < 7200 else f"+{seconds // 3600} h"


def stops_of(ribbon: Ribbon, moments: tuple[Moment, ...]) -> tuple[int, ...]:
    """The times that the arrow keys go through: pictures, acts and moments."""
    found = {one.t_ms for one in ribbon.ticks} | {one.t_ms for one in moments}
    found |= {one.t_ms for one in ribbon.marks if one.kind in LETTERS}
    return tuple(sorted(found | {0, ribbon.end_ms}))


def seen_at(ribbon: Ribbon, t_ms: int) -> int:
    """The number of the picture that was on the monitor at a time, 0 before the first."""
    return max((one.number for one in ribbon.ticks if one.t_ms <= t_ms), default=0)
