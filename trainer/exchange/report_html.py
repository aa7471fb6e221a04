"""The report as the simple HTML that Qt's text engine lays out: tables, no style sheet tricks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from trainer.attempt.events import Exposed
from trainer.attempt.header import Header, Target
from trainer.attempt.state import State
from trainer.exchange.report_words import amount, day_and_time, moment, points, pose
from trainer.scoring.critical import CRITICAL
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import MarkedValue, Score

WARNING = (
    "SIMULATION – not a patient. For training; no validity evidence; "
    "provisional, not for decisions."
)
SHOWN_ERRORS = 8  # more would push the marks off the page; the score document lists them all
GAP = "margin-top:4px"  # a paragraph's own margin is lost before a table
INK, QUIET, LINE, BAND = "#16181A", "#5B6168", "#C9CED3", "#EEF1F4"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report tells. shots : the exposures whose pictures are shown, in order."""

    score: Score
    header: Header
    state: State
    shots: tuple[Exposed, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large things are drawn: type in points, a picture's edge in the document's pixels."""

    text_pt: float
    picture_px: int


def report_html(facts: Facts, sizes: Sizes) -> str:
    """The whole page."""
    parts = (
        _head(facts),
        _warning(),
        _title(facts),
        _verdict(facts.score, sizes),
        _critical(facts.score),
        _metrics(facts.score),
        _dose(facts.state),
        _pictures(facts.shots, sizes),
        _origin(facts),
    )
    body = "".join(parts)
    return f'<body style="font-size:{sizes.text_pt}pt; color:{INK}">{body}</body>'


def picture_name(index: int) -> str:
    """The resource under which the document finds a picture."""
    return f"frame:{index}"


def _row(*cells: str) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _cell(text: str, align: str = "left", style: str = "", more: str = "") -> str:
    return f'<td align="{align}" style="{style}" {more}>{text}</td>'


def _table(rows: str, padding: int = 3, style: str = "") -> str:
    attributes = f'width="100%" cellspacing="0" cellpadding="{padding}" border="0"'
    return f'<table {attributes} style="border-collapse:collapse; {style}">{rows}</table>'


def _heading(text: str) -> str:
    return f'<p style="margin:10px 0 0 0; font-weight:600">{text}</p>'


def _quiet(text: str) -> str:
    return f'<span style="color:{QUIET}">{text}</span>'


def _head(facts: Facts) -> str:
    left = _quiet("RHIZOTOMY TRAINER &nbsp;·&nbsp; ATTEMPT REPORT")
    right = _quiet(escape(day_and_time(facts.header.created_utc)))
    return _table(_row(_cell(left), _cell(right, "right")), 0)


def _warning() -> str:
    style = f"font-weight:600; border:1px solid {INK}"
    return _table(_row(_cell(escape(WARNING), "center", style)), 5, "margin-top:5px")


def _title(facts: Facts) -> str:
    scenario = facts.header.scenario
    title = scenario["exam_title" if facts.header.mode == "exam" else "title"]
    targets = "<br>".join(_target(target) for target in facts.header.targets)
    known = (
        f"Tolerance {amount(facts.header.tolerance_um, 'um')}, which includes that the target "
        f"itself is known to about {amount(facts.header.uncertainty_um, 'um')}."
    )
    return (
        f'<p style="margin:10px 0 2px 0; font-size:large; font-weight:600">{escape(str(title))}</p>'
        f'<p style="margin:0 0 10px 0">{_quiet(f"{targets}<br>{known}")}</p>'
    )


def _target(target: Target) -> str:
    told = f"{target.joint} joint, {target.side}: {target.nerve} on {target.bone}"
    return escape(f"Target {told} (convention {target.convention})")


def _verdict(score: Score, sizes: Sizes) -> str:
    word = "Passed" if score.passed else "Not passed"
    if not score.complete:
        word = "Not submitted"
    big = f"font-size:{2.4 * sizes.text_pt:.1f}pt; font-weight:600"
    middle = f"font-size:{1.5 * sizes.text_pt:.1f}pt; font-weight:600"
    mark = f'<span style="{big}">{points(score.score)}</span> {_quiet("of 100")}'
    cut = f"pass mark {points(score.pass_mark)}, {escape(score.note)}"
    count = len(score.critical)
    errors = f"{count or 'no'} critical error{'' if count == 1 else 's'}"
    verdict = f'<span style="{middle}">{word}</span><br>{_quiet(f"{cut}; {errors}")}'
    band = f'bgcolor="{BAND}" valign="middle"'
    cells = _cell(mark, more=f'width="32%" {band}') + _cell(verdict, more=band)
    return _table(_row(cells), 8, "margin-top:8px")


def _critical(score: Score) -> str:
    if not score.critical:
        return _heading("Critical errors") + "<div>None was recorded.</div>"
    rows = "".join(
        _row(
            _cell(moment(error.t_ms), more='width="9%"'),
            _cell(f"<b>{escape(CRITICAL[error.id].title)}</b>", more='width="36%"'),
            _cell(escape(error.why)),
        )
        for error in score.critical[:SHOWN_ERRORS]
    )
    hidden = len(score.critical) - SHOWN_ERRORS
    more = f"<div>{_quiet(f'and {hidden} more')}</div>" if hidden > 0 else ""
    return _heading("Critical errors") + _table(rows, 2, GAP) + more


def _metrics(score: Score) -> str:
    names = (("Measure", "left"), ("Value", "right"), ("Mark of 100", "right"), ("Weight", "right"))
    under = f"border-bottom:1px solid {INK}"
    head = _row(*(_cell(_quiet(name), align, under) for name, align in names))
    rows = "".join(_row(*_metric_cells(metric)) for metric in score.metrics)
    return _heading("Marks") + _table(head + rows, 2, GAP)


def _metric_cells(metric: MarkedValue) -> Iterator[str]:
    under = f"border-bottom:1px solid {LINE}"
    weighs = metric.weight > 0
    yield _cell(escape(METRICS[metric.id].title), "left", under, 'width="56%"')
    yield _cell(amount(metric.value, metric.unit), "right", under, 'width="16%"')
    yield _cell(points(metric.mark) if weighs else "", "right", under, 'width="15%"')
    yield _cell(str(metric.weight) if weighs else _quiet("not weighed"), "right", under)


def _dose(state: State) -> str:
    told = (
        f"{state.exposures} exposures, fluoroscopy {state.beam_on_ms / 1000:.1f} s, reference "
        f"air kerma {amount(state.kerma_ngy, 'nGy')}, kerma-area product "
        f"{state.kap_pgym2 / 1_000_000:.1f} µGy·m²"
    )
    return _heading("Radiation (simulated, uncalibrated)") + f"<div>{told}</div>"


def _pictures(shots: tuple[Exposed, ...], sizes: Sizes) -> str:
    if not shots or sizes.picture_px == 0:
        return ""
    pictures = "".join(
        _cell(
            f'<img src="{picture_name(index)}" width="{sizes.picture_px}">'
            f"<br>{_quiet(escape(_caption(shot)))}",
            more='width="50%"',
        )
        for index, shot in enumerate(shots)
    )
    filler = _cell("", more='width="50%"') if len(shots) == 1 else ""
    return _heading("Last pictures") + _table(
        _row(pictures, filler), 0, f"{GAP}; margin-bottom:8px"
    )


def _caption(shot: Exposed) -> str:
    return f"Exposure {shot.number} at {moment(shot.t_ms)}: {pose(shot)}"


def _origin(facts: Facts) -> str:
    score, header = facts.score, facts.header
    lines = (
        f"Score digest {score.digest}",
        f"Scenario {score.scenario_id} version {header.scenario['version']}, SHA-256 "
        f"{score.scenario_sha256}",
        f"Rubric {score.rubric_id} version {score.rubric_version} · attempt {header.attempt_id} "
        f"({header.mode}) · made with Rhizotomy Trainer {header.provenance.version}",
        "Every number here is computed again from the attempt's log; the log is the record.",
    )
    told = _quiet("<br>".join(escape(line) for line in lines))
    return f'<p style="margin:14px 0 0 0; font-size:small">{told}</p>'
