"""The report as simple HTML that Qt's text engine and every browser lay out: tables, no script.

Where a figure stands is marked by its key between two signs that no text holds; who lays the page
out puts the figure there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from trainer.attempt.events import Exposed
from trainer.attempt.header import Target
from trainer.exchange.report_debrief import acts, how_it_went, own_call_and_changes
from trainer.exchange.report_facts import Facts
from trainer.exchange.report_markup import (
    BAND,
    GAP,
    INK,
    LINE,
    cell,
    figure,
    heading,
    quiet,
    row,
    safe,
    table,
)
from trainer.exchange.report_words import amount, day_and_time, moment, points, pose
from trainer.scoring.error_kinds import Happened
from trainer.scoring.errors import ERRORS
from trainer.scoring.marks import MarkedValue
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import Major, Score

WARNING = (
    "SIMULATION – not a patient. For training; no validity evidence; "
    "provisional, not for decisions."
)
SHOWN_ERRORS = 10  # more would bury the rest; the score document lists them all
SHOWN_TIMES = 8  # of further acts of one kind


def report_sections(facts: Facts, text_pt: float = 9.0) -> tuple[str, ...]:
    """What stands together, in order: the verdict, how it went, every number.

    text_pt : of the page's text; headings follow it.
    """
    score = facts.debrief.score
    verdict = (
        _head(facts),
        _warning(),
        _title(facts),
        _verdict(score, text_pt),
        _judgement(score),
        _parts(score),
        _errors(score),
        _dose(facts),
        own_call_and_changes(facts),
    )
    numbers = (_metrics(score), acts(facts), _last_pictures(facts), _origin(facts))
    return "".join(verdict), how_it_went(facts), "".join(numbers)


def _head(facts: Facts) -> str:
    left = quiet("RHIZOTOMY TRAINER &nbsp;·&nbsp; ATTEMPT REPORT")
    right = quiet(safe(day_and_time(facts.header.created_utc)))
    return table(row(cell(left), cell(right, "right")), 0)


def _warning() -> str:
    style = f"font-weight:600; border:1px solid {INK}"
    return table(row(cell(escape(WARNING), "center", style)), 5, "margin-top:5px")


def _title(facts: Facts) -> str:
    scenario = facts.header.scenario
    title = scenario["exam_title" if facts.header.mode == "exam" else "title"]
    targets = "<br>".join(_target(target) for target in facts.header.targets)
    known = (
        f"Tolerance {amount(facts.header.tolerance_um, 'um')}, which includes that the target "
        f"itself is known to about {amount(facts.header.uncertainty_um, 'um')}."
    )
    return (
        f'<p style="margin:10px 0 2px 0; font-size:large; font-weight:600">{safe(str(title))}</p>'
        f'<p style="margin:0 0 10px 0">{quiet(f"{targets}<br>{known}")}</p>'
    )


def _target(target: Target) -> str:
    told = f"{target.joint} joint, {target.side}: {target.nerve} on {target.bone}"
    return safe(f"Target {told} (convention {target.convention})")


def _verdict(score: Score, text_pt: float) -> str:
    word = "Passed" if score.passed else "Not passed"
    if not score.complete:
        word = "Not submitted"
    big = f"font-size:{2.4 * text_pt:.1f}pt; font-weight:600"
    middle = f"font-size:{1.5 * text_pt:.1f}pt; font-weight:600"
    mark = f'<span style="{big}">{points(score.score)}</span> {quiet("of 100")}'
    cut = f"pass mark {points(score.pass_mark)}, {safe(score.note)}"
    errors = ", ".join(
        f"{len(found) or 'no'} {kind} error{'' if len(found) == 1 else 's'}"
        for kind, found in (("critical", score.critical), ("major", score.major))
        if kind == "critical" or score.parts
    )
    standing = "" if score.standing == score.note else f"<br>{safe(score.standing)}"
    verdict = f'<span style="{middle}">{word}</span><br>{quiet(f"{cut}; {errors}{standing}")}'
    band = f'bgcolor="{BAND}"'
    cells = cell(mark, more=f'width="32%" {band}') + cell(verdict, more=band)
    return table(row(cells), 8, "margin-top:8px")


def _judgement(score: Score) -> str:
    known = score.judgement
    if known is None:
        return ""
    word = "passed" if known.passed else "not passed"
    told = (
        f"The second mark, judging the case: <b>{points(known.score)}</b> of 100, {word} "
        f"(pass mark {points(known.pass_mark)})."
    )
    if not score.performed:
        told += " No procedure was performed: this mark stands for the whole."
    gates = "".join(f"<br>{safe(gate.why)}" for gate in known.gates)
    return f'<p style="margin:6px 0 0 0">{told}{gates}</p>'


def _parts(score: Score) -> str:
    if not score.parts:
        return ""
    under = f"border-bottom:1px solid {LINE}"
    rows = "".join(
        row(
            cell(safe(part.title), "left", under, 'width="40%"'),
            cell(points(part.mark), "right", under, 'width="12%"'),
            cell(f"weight {part.weight}" if part.weight else quiet("not asked"), "right", under),
            cell(_reason(score, part.id), "left", under, 'width="34%"'),
        )
        for part in score.parts
    )
    whole = "".join(f"<div>{safe(gate.why)}</div>" for gate in score.gates if not gate.part)
    return heading("Score card") + table(rows, 3, GAP) + whole


def _reason(score: Score, part: str) -> str:
    gates = [gate.why for gate in score.gates if gate.part == part]
    if gates:
        return safe("; ".join(gates))
    lost = [
        (metric.weight * (1000 - metric.mark), metric)
        for metric in score.metrics
        if metric.part == part and metric.applies and metric.weight
    ]
    cost, worst = max(lost, key=lambda one: one[0], default=(0, None))
    if worst is None or cost < 500:
        return quiet("full or nearly full")
    value = amount(worst.value, worst.unit)
    return safe(f"most lost: {METRICS[worst.id].title.lower()}, {value}")


def _errors(score: Score) -> str:
    parts = [_error_table("Critical errors", score, "critical")]
    if score.parts:
        parts.append(_error_table("Major errors", score, "major"))
    return "".join(parts)


def _error_table(title: str, score: Score, kind: str) -> str:
    found = score.critical if kind == "critical" else score.major
    if not found:
        return heading(title) + "<div>None was recorded.</div>"
    kinds = list(dict.fromkeys(error.id for error in found))
    rows = "".join(
        _error_row([error for error in found if error.id == name]) for name in kinds[:SHOWN_ERRORS]
    )
    hidden = len(kinds) - SHOWN_ERRORS
    more = f"<div>{quiet(f'and {hidden} more kinds')}</div>" if hidden > 0 else ""
    return heading(title) + table(rows, 2, GAP) + more


def _error_row(acts: Sequence[Happened | Major]) -> str:
    """All acts of one kind: the first in full, the others by their times."""
    first = acts[0]
    often = f"{quiet(f' {len(acts)} times')}" if len(acts) > 1 else ""
    others = ", ".join(moment(act.t_ms) for act in acts[1 : SHOWN_TIMES + 1])
    rest = " ..." if len(acts) > SHOWN_TIMES + 1 else ""
    again = f"<br>{quiet(f'again at {others}{rest}')}" if others else ""
    cost = sum(act.cost for act in acts if isinstance(act, Major))
    return row(
        cell(moment(first.t_ms), more='width="9%"'),
        cell(f"<b>{safe(ERRORS[first.id].title)}</b>{often}", more='width="30%"'),
        cell(safe(first.why) + again),
        cell(quiet(f"−{points(cost)}" if isinstance(first, Major) else ""), "right"),
    )


def _metrics(score: Score) -> str:
    names = (("Measure", "left"), ("Value", "right"), ("Mark of 100", "right"), ("Weight", "right"))
    under = f"border-bottom:1px solid {INK}"
    head = row(*(cell(quiet(name), align, under) for name, align in names))
    judged = () if score.judgement is None else score.judgement.metrics
    rows = "".join(row(*_metric_cells(metric)) for metric in (*score.metrics, *judged))
    return heading("Marks") + table(head + rows, 2, GAP)


def _metric_cells(metric: MarkedValue) -> Iterator[str]:
    under = f"border-bottom:1px solid {LINE}"
    weighs = metric.weight > 0 and metric.applies
    why = "not weighed" if metric.applies else "not asked here"
    yield cell(safe(METRICS[metric.id].title), "left", under, 'width="56%"')
    yield cell(amount(metric.value, metric.unit), "right", under, 'width="16%"')
    yield cell(points(metric.mark) if weighs else "", "right", under, 'width="15%"')
    yield cell(str(metric.weight) if weighs else quiet(why), "right", under)


def _dose(facts: Facts) -> str:
    state = facts.state
    told = (
        f"{state.exposures} exposures, fluoroscopy {state.beam_on_ms / 1000:.1f} s, reference "
        f"air kerma {amount(state.kerma_ngy, 'nGy')}, kerma-area product "
        f"{state.kap_pgym2 / 1_000_000:.1f} µGy·m²"
    )
    return heading("Radiation (simulated, uncalibrated)") + f"<div>{told}</div>"


def _last_pictures(facts: Facts) -> str:
    own = sorted(number for whose, number in facts.shots if whose == "own")[-2:]
    if not own:
        return ""
    cells = "".join(
        cell(
            f"{figure(f'seen:own:{number}')}<br>"
            f"{quiet(safe(caption(facts.shots['own', number].exposed)))}",
            more='width="50%"',
        )
        for number in own
    )
    filler = cell("", more='width="50%"') if len(own) == 1 else ""
    return heading("Last pictures") + table(row(cells, filler), 0, GAP)


def caption(shot: Exposed) -> str:
    """When and how a picture was taken."""
    return f"Exposure {shot.number} at {moment(shot.t_ms)}: {pose(shot)}"


def _origin(facts: Facts) -> str:
    score, header = facts.debrief.score, facts.header
    rubric = f" (SHA-256 {score.rubric_sha256})" if score.rubric_sha256 else ""
    lines = (
        f"Score digest {score.digest}",
        f"Scenario {score.scenario_id} version {header.scenario['version']}, SHA-256 "
        f"{score.scenario_sha256}",
        f"Rubric {score.rubric_id} version {score.rubric_version}{rubric}",
        f"Attempt {header.attempt_id} "
        f"({header.mode}) · made with Rhizotomy Trainer {header.provenance.version}",
        f"Patient SHA-256 {header.provenance.patient_sha256}",
        "Every number here is computed again from the attempt's log; the log is the record.",
    )
    told = quiet("<br>".join(safe(line) for line in lines))
    return f'<p style="margin:14px 0 0 0; font-size:small">{told}</p>'


def filled(body: str, draw: Callable[[str], str]) -> str:
    """The content with each figure's place taken by what `draw` makes of its key."""
    return re.sub("\ue000([^\ue001]*)\ue001", lambda found: draw(found[1]), body)
