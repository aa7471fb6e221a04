"""The pages beside the pictures, as simple HTML: what to change, the score card, errors, own call.

Links are ``jump:SEQ:T_MS`` (look there), ``how:METRIC`` (how it is measured), ``drill:ID``.
No script, no colour but the theme's own, which the screen hands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from trainer.scoring.debrief.drill_for import drill_for
from trainer.scoring.error_kinds import Happened
from trainer.scoring.errors import ERRORS
from trainer.scoring.explain import Explained
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import Major, Score
from trainer.ui.presenters.debrief_words import (
    CONFIDENCE,
    KINDS,
    SIGNS,
    amount_of,
    at_text,
    call_text,
    marks_text,
    sentence,
)
from trainer.ui.presenters.drill_words import drill_of
from trainer.ui.presenters.texts import tr, tr_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.scoring.debrief.changes import Change
    from trainer.scoring.debrief.debrief import Debrief
    from trainer.scoring.marks import MarkedValue

PICTURE_PX = 320  # the page's width at 1280 x 640
SHOWN_TIMES = 5  # of further acts of one kind
CLEAR_MARK = 995  # from here on a mark is written as whole


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours of a page: secondary text, lines, links."""

    muted: str
    line: str
    link: str


@dataclass(frozen=True, slots=True)
class Pages:
    """Each page as HTML."""

    changes: str
    card: str
    errors: str
    call: str


def pages_of(
    debrief: Debrief,
    explained: Sequence[Explained],
    ink: Ink,
    opened: frozenset[str] = frozenset(),
    teaching: str = "",
    beside: Sequence[Path] = (),
) -> Pages:
    """All pages.

    opened : metrics whose measuring is explained. teaching, beside : the author's words of the case
    and pictures.
    """
    page = _Page(ink)
    return Pages(
        "".join((*page.changes(debrief.changes), *_about(teaching, beside))),
        "".join(page.card(debrief.score, explained, opened)),
        "".join(page.errors(debrief.score)),
        "".join(page.call(debrief)),
    )


class _Page:
    """Writes in the theme's colours."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink

    def changes(self, changes: Sequence[Change]) -> Iterator[str]:
        if not changes:
            yield _paragraph(escape(tr("Nothing stands out. Do it again like this.")))
        for number, change in enumerate(changes, start=1):
            yield self._change(number, change)

    def _change(self, number: int, change: Change) -> str:
        where = self._jump(change.seq, change.t_ms)
        kind = f"{SIGNS[change.kind]} {tr(KINDS[change.kind])}"
        rests = tr("Source: {source} ({confidence})").format(
            source=change.source, confidence=tr(CONFIDENCE[change.confidence])
        )
        return (
            f'<p style="margin:0 0 2px 0"><b>{number}. {escape(kind)}</b> &nbsp;{where}</p>'
            f'<table width="100%" cellspacing="0" cellpadding="2">'
            f"{self._row(tr('You did'), escape(sentence(change.did)))}"
            f"{self._row(tr('It risked'), escape(sentence(change.risked)))}"
            f"{self._row(tr('Do'), f'<b>{escape(sentence(change.do))}</b>')}"
            f"</table>"
            f'<p style="margin:0 0 12px 0">{_drill(change.id)}{self._quiet(rests, small=True)}</p>'
        )

    def _row(self, name: str, text: str) -> str:
        return f'<tr><td width="68">{self._quiet(name)}</td><td valign="top">{text}</td></tr>'

    def card(
        self, score: Score, explained: Sequence[Explained], opened: frozenset[str]
    ) -> Iterator[str]:
        yield self._standing(score)
        yield '<table width="100%" cellspacing="0" cellpadding="3">'
        by_part = {part.id: part for part in score.parts}
        for part in by_part.values():
            yield self._part_row(part.title, part.mark, part.weight)
            yield from self._gates(score, part.id)
            for one in explained:
                if one.marked.part == part.id and one.marked.weight:
                    yield self._metric(one, one.marked.id in opened)
        rest = [one for one in explained if one.marked.part not in by_part]
        if by_part and rest and score.judgement is not None:
            yield self._part_row(tr("Judging the case (second mark)"), score.judgement.score, 0)
        for one in rest:
            yield self._metric(one, one.marked.id in opened)
        yield "</table>"
        yield from self._gates_of_whole(score)
        if score.major:
            cost = sum(error.cost for error in score.major)
            told = tr("Major errors took {marks} marks off the whole.").format(
                marks=marks_text(cost)
            )
            yield _paragraph(escape(told))
        digest = tr("Digest: the same log gives the same on every machine")
        yield _paragraph(self._quiet(f"{digest}: {score.digest}", small=True))

    def _standing(self, score: Score) -> str:
        told = tr("Pass mark {mark} of 100, without a critical error.").format(
            mark=marks_text(score.pass_mark)
        )
        return _paragraph(self._quiet(told))

    def _part_row(self, title: str, mark: int, weight: int) -> str:
        line = f'style="border-top:1px solid {self._ink.line}"'
        told = tr("weight {weight}").format(weight=weight) if weight else ""
        return (
            f"<tr><td {line}><b>{escape(tr_sentence(title))}</b></td>"
            f'<td {line} align="right"><b>{marks_text(mark)}</b></td>'
            f'<td {line} align="right">{self._quiet(told)}</td></tr>'
        )

    def _gates(self, score: Score, part: str) -> Iterator[str]:
        for gate in score.gates:
            if gate.part == part:
                yield f'<tr><td colspan="3">{escape(sentence(gate.why))}</td></tr>'

    def _gates_of_whole(self, score: Score) -> Iterator[str]:
        for gate in score.gates:
            if not gate.part:
                yield _paragraph(escape(sentence(gate.why)))

    def _metric(self, one: Explained, opened: bool) -> str:
        marked = one.marked
        how = f'<a href="how:{marked.id}">{escape(tr(one.title))}</a>'
        value = tr("not measured") if marked.value is None else amount_of(marked.value, marked.unit)
        counts = marked.applies and marked.weight > 0
        return (
            f"<tr><td>{how}<br>{escape(value)}{self._why(one)}</td>"
            f'<td align="right" valign="top">{marks_text(marked.mark) if counts else ""}</td>'
            f'<td align="right" valign="top">{self._quiet(_weight(marked))}</td></tr>'
            + (self._how(one) if opened else "")
        )

    def _why(self, one: Explained) -> str:
        """What it cost and where it showed; nothing where it cost nothing."""
        marked = one.marked
        if not (marked.applies and marked.weight) or marked.mark >= CLEAR_MARK:
            return ""
        lost = marks_text((1000 - marked.mark) * marked.weight // 100)
        told = tr("{marks} of 100 lost").format(marks=lost)
        times = dict.fromkeys(trace.t_ms for trace in one.inputs[-3:])
        seen = " ".join(self._jump(0, t_ms) for t_ms in times)
        return f" · {escape(told)} {seen}"

    def _how(self, one: Explained) -> str:
        known = METRICS[one.marked.id]
        text = tr("{formula} Source: {citation}").format(
            formula=tr(known.formula), citation=known.citation
        )
        return f'<tr><td colspan="3">{self._quiet(text, small=True)}</td></tr>'

    def errors(self, score: Score) -> Iterator[str]:
        yield from self._kind(tr("Critical errors"), score.critical, tr("No critical error."))
        yield from self._kind(tr("Major errors"), score.major, tr("No major error."))

    def _kind(self, title: str, found: Sequence[Happened | Major], none: str) -> Iterator[str]:
        yield f'<p style="margin:0 0 4px 0"><b>{escape(title)}</b></p>'
        if not found:
            yield _paragraph(escape(none))
        for name in dict.fromkeys(error.id for error in found):
            yield self._error([error for error in found if error.id == name])

    def _error(self, acts: Sequence[Happened | Major]) -> str:
        first = acts[0]
        cost = sum(act.cost for act in acts if isinstance(act, Major))
        told = tr("cost {marks} marks").format(marks=marks_text(cost)) if cost else ""
        others = [self._jump(0, act.t_ms) for act in acts[1 : SHOWN_TIMES + 1]]
        again = f"<br>{escape(tr('again at'))} {' '.join(others)}" if others else ""
        again += " …" if len(acts) > SHOWN_TIMES + 1 else ""
        return (
            f'<p style="margin:0 0 10px 0">{self._jump(0, first.t_ms)} '
            f"<b>{escape(tr_sentence(ERRORS[first.id].title))}</b> {self._quiet(told)}<br>"
            f"{escape(sentence(first.why))}{again}</p>"
        )

    def call(self, debrief: Debrief) -> Iterator[str]:
        known = debrief.own_call
        if known is None:
            yield _paragraph(escape(tr("You made no call before the reveal.")))
            yield _paragraph(
                self._quiet(tr("Saying first where the tip is trains the eye; it costs no mark."))
            )
            return
        yield _paragraph(f"<b>{escape(sentence(known.words))}</b>")
        for one in known.calls:
            yield _paragraph(escape(call_text(one)))
        if known.brier is not None:
            told = tr(
                "Brier score {score} of 10,000: 0 is best, a guess earns 2,500. "
                "It trains your sureness and is no part of the mark."
            ).format(score=known.brier)
            yield _paragraph(self._quiet(told, small=True))

    def _jump(self, seq: int, t_ms: int) -> str:
        return f'<a href="jump:{seq}:{t_ms}">{at_text(t_ms)}</a>'

    def _quiet(self, text: str, *, small: bool = False) -> str:
        size = "; font-size:small" if small else ""
        return f'<span style="color:{self._ink.muted}{size}">{escape(text)}</span>'


def _about(teaching: str, beside: Sequence[Path]) -> Iterator[str]:
    """What the case is there to teach, after what this attempt teaches."""
    if not teaching.strip() and not beside:
        return
    yield _paragraph(f"<b>{escape(tr('About this case'))}</b>")
    for part in teaching.strip().split("\n\n"):
        yield _paragraph(escape(" ".join(part.split())))
    for path in beside:
        yield _paragraph(f'<img src="{escape(path.as_uri())}" width="{PICTURE_PX}">')


def _drill(id: str) -> str:
    """The drill that trains it, as a link."""
    drill = drill_for(id)
    if not drill:
        return ""
    words = tr("Train it: {title}").format(title=tr(drill_of(drill).title))
    return f'<a href="drill:{drill}">{escape(words)}</a><br>'


def _weight(marked: MarkedValue) -> str:
    if not marked.applies:
        return tr("not asked")
    return tr("weight {weight}").format(weight=marked.weight) if marked.weight else ""


def _paragraph(html: str) -> str:
    return f'<p style="margin:0 0 8px 0">{html}</p>'
