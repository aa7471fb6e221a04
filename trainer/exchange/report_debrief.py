"""The debrief's part of a report: own call, changes, ribbon, three moments."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.exchange.report_facts import Facts
from trainer.exchange.report_markup import (
    GAP,
    LINE,
    cell,
    figure,
    heading,
    quiet,
    row,
    safe,
    table,
)
from trainer.exchange.report_words import amount, moment, pose
from trainer.scoring.debrief.calls import Call
from trainer.scoring.debrief.changes import Change
from trainer.scoring.debrief.expert import ExpertView
from trainer.scoring.debrief.moments import Moment
from trainer.scoring.debrief.ribbon import Mark
from trainer.scoring.debrief.stages import STAGES
from trainer.scoring.debrief.truth import Off, Truth

KINDS = {"critical": "Critical error", "major": "Major error", "loss": "Marks lost", "good": "Good"}
CONFIDENCE = {
    "S": "sourced",
    "S2": "second-hand",
    "D": "derived",
    "M": "from memory, to be verified by a clinician",
    "X": "design value",
}
SHOWN_MARKS = 24


def own_call_and_changes(facts: Facts) -> str:
    """The trainee's own call, then what to change."""
    return _own_call(facts) + _changes(facts)


def how_it_went(facts: Facts) -> str:
    """Ribbon and moments."""
    parts = (heading("How it went"), _ribbon(), *_moments(facts))
    return "".join(parts)


def _own_call(facts: Facts) -> str:
    known = facts.debrief.own_call
    if known is None:
        return heading("Your own call") + f"<div>{quiet('None was made.')}</div>"
    lines = "".join(f"<div>{safe(call_words(call))}</div>" for call in known.calls)
    return heading("Your own call") + lines + f"<div>{safe(known.words)}</div>"


def call_words(call: Call) -> str:
    """A call and what was true, in a sentence or two."""
    said = "on target" if call.off_um == 0 else f"{amount(call.off_um, 'um')} {call.direction}"
    safe_word = "safe" if call.safe else "not safe"
    told = f"Target {call.target}: you said {said}, {safe_word}, {call.sure_percent} % sure."
    if call.true_off_um is None:
        return f"{told} No needle was in the patient."
    where = call.true_direction.replace("-", " ") or "off to the side"
    truth = f" It was {amount(call.true_off_um, 'um')} off ({where})"
    truth += "" if call.truly_safe is None else f" and {'safe' if call.truly_safe else 'not safe'}"
    missed = "" if call.error_um is None else f"; your call missed by {amount(call.error_um, 'um')}"
    return f"{told}{truth}{missed}."


def _changes(facts: Facts) -> str:
    found = facts.debrief.changes
    if not found:
        return heading("What to change") + "<div>Nothing stands out. Do it again like this.</div>"
    head = row(
        *(cell(quiet(name)) for name in ("What you did", "What it risked", "What to do instead"))
    )
    rows = "".join(_change(number, change) for number, change in enumerate(found, start=1))
    return heading("What to change") + table(head + rows, 4, GAP)


def _change(number: int, change: Change) -> str:
    under = f"border-top:1px solid {LINE}"
    seen = f", picture {change.exposure}" if change.exposure else ""
    at = quiet(f"at {moment(change.t_ms)}{seen} · {safe(change.id)}")
    rests = quiet(f"{safe(change.source)} [{CONFIDENCE[change.confidence]}]")
    return row(
        cell(f"<b>{number}.</b> {safe(change.did)}<br>{at}", "left", under, 'width="36%"'),
        cell(f"{safe(change.risked)}<br>{rests}", "left", under, 'width="34%"'),
        cell(f"<b>{safe(change.do)}</b>", "left", under),
    )


def _ribbon() -> str:
    return f"<div>{figure('ribbon')}</div>"


def acts(facts: Facts) -> str:
    """What stands on the ribbon, in words."""
    marks = [mark for mark in facts.debrief.ribbon.marks if mark.kind != "submit"]
    told = "".join(_mark(mark) for mark in marks[:SHOWN_MARKS])
    hidden = len(marks) - SHOWN_MARKS
    more = f"<div>{quiet(f'and {hidden} more')}</div>" if hidden > 0 else ""
    return heading("Acts") + table(told, 1, GAP) + more if told else ""


def _mark(mark: Mark) -> str:
    needle = f"needle {mark.needle}, {amount(mark.depth_um, 'um')} deep" if mark.needle else ""
    return row(
        cell(moment(mark.t_ms), more='width="9%"'),
        cell(safe(mark.kind), more='width="14%"'),
        cell(safe(mark.words)),
        cell(quiet(needle), "right", more='width="26%"'),
    )


def _moments(facts: Facts) -> Iterator[str]:
    if not facts.debrief.moments:
        return
    yield heading("Moments that teach most")
    if facts.missing:
        yield f"<div>{quiet(f'Without pictures: {safe(facts.missing)}.')}</div>"
    if not any(facts.debrief.experts):
        yield f"<div>{quiet('No reference attempt is at hand to show beside yours.')}</div>"
    for shown, expert in zip(facts.debrief.moments, facts.debrief.experts, strict=True):
        yield _moment(facts, shown, expert)


def _moment(facts: Facts, shown: Moment, expert: ExpertView | None) -> str:
    head = (
        f'<p style="margin:7px 0 2px 0"><b>{moment(shown.t_ms)} {safe(shown.title)}</b> '
        f"{quiet(KINDS[shown.kind])}<br>{safe(shown.words)}</p>"
    )
    cards = "".join(_cards(facts, shown, expert))
    return head + (table(row(cards), 0, GAP) if cards else f"<div>{_told(shown)}</div>")


def _cards(facts: Facts, shown: Moment, expert: ExpertView | None) -> Iterator[str]:
    """Seen, with truth, the expert; where no picture of the expert is, its words and ours."""
    place, number = 'width="30%"', shown.exposure
    apart = "padding-right:10px"  # captions are as wide as their cells: they must not touch
    shot = facts.shots.get(("own", number))
    if shot is None:
        return
    seen = quiet(safe(f"Picture {number} at {moment(shot.exposed.t_ms)}, {pose(shot.exposed)}"))
    left, middle = figure(f"seen:own:{number}"), figure(f"truth:own:{number}")
    if expert is None:
        yield cell(left, style=apart, more=place)
        yield cell(middle, style=apart, more=place)
        yield cell(f"Left: as seen. {seen}<br>Right: with the truth. {_told(shown)}")
        return
    yield cell(f"{left}<br>{seen}", style=apart, more=place)
    yield cell(f"{middle}<br>{_told(shown)}", style=apart, more=place)
    drawn = ("expert", expert.exposure) in facts.shots
    picture = f"{figure(f'seen:expert:{expert.exposure}')}<br>" if drawn else ""
    yield cell(f"{picture}{quiet(safe(expert_words(expert)))}")


def _told(shown: Moment) -> str:
    return quiet(safe(truth_words(shown.truth) if shown.truth else "No needle was in hand."))


def truth_words(truth: Truth) -> str:
    """What was true, e.g. "Truth: tip 2.1 mm from target 1 (1.9 mm deep); pleura 14.1 mm"."""
    off = "" if truth.off is None else f" ({off_words(truth.off)})"
    parts = [f"tip {amount(truth.tip_to_target_um, 'um')} from target {truth.target}{off}"]
    if truth.nerve_um is not None:
        parts.append(f"nerve {amount(truth.nerve_um, 'um')}")
    parts += [f"{what} {amount(um, 'um')}" for what, um, _margin in truth.hazards]
    return f"Truth: {'; '.join(parts)}"


def off_words(off: Off) -> str:
    """An offset by its parts, e.g. "0.8 mm lateral, 1.9 mm deep"."""
    ways = (
        (off.lateral_um, "lateral", "medial"),
        (off.short_um, "short", "deep"),
        (off.cranial_um, "cranial", "caudal"),
    )
    return (
        ", ".join(
            f"{amount(abs(um), 'um')} {plus if um > 0 else minus}"
            for um, plus, minus in ways
            if abs(um) >= 50
        )
        or "no offset"
    )


def expert_words(expert: ExpertView) -> str:
    """What the expert did at the same decision."""
    how = ""
    if expert.exposure:
        turned = f"{_degrees(expert.oblique_mdeg)} oblique, {_degrees(expert.tilt_mdeg)} tilt"
        how = f", {turned}, {expert.mode}, field {expert.field_um // 1000} mm"
    deep = f", needle {amount(expert.depth_um, 'um')} deep" if expert.depth_um else ""
    return f"Expert at {STAGES[expert.stage]}: {moment(expert.t_ms)}{how}{deep}"


def _degrees(mdeg: int) -> str:
    return amount(mdeg, "mdeg")
