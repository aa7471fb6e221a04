"""Marking in words: what a rater reads of an attempt, and how raters agree. No Qt.

Nothing here may tell whose paper it is, when it was made, what the program scored, what other
raters gave, or what was true and could not be seen: events of that kind have no words in `MOMENTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from trainer.assessment.agreement import Agreement
from trainer.assessment.caveats import CAVEATS
from trainer.assessment.icc import Icc
from trainer.assessment.marking.agreement import MarkAgreement
from trainer.attempt.acts import ACTS, QUESTIONS
from trainer.session.marking import Frame, MarkingDesk, Moment, PaperView
from trainer.session.marking_front import MarkingCard
from trainer.session.waiting import Waiting
from trainer.therapy.voice import SAYINGS
from trainer.ui.presenters.cohort_page import PageShown, Raw
from trainer.ui.presenters.debrief_words import at_text
from trainer.ui.presenters.texts import decimal, tr

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.session.practice import Practice

# Event of the log -> what a rater reads; {part} is filled from the event.
MOMENTS: Mapping[str, str] = {
    "level_declared": "Level declared: {level} {side}",
    "submitted": "Submitted",
    "skin_marked": "Skin marked",
    "needle_taken": "Needle taken",
    "needle_moved": "Needle moved",
    "skin_punctured": "Skin punctured",
    "bone_touched": "Bone felt",
    "needle_removed": "Needle out",
    "hub_turned": "Hub turned",
    "needle_left": "Needle left standing",
    "needle_taken_up": "Needle taken up again",
    "stylet_set": "Stylet in or out",
    "electrode_set": "Electrode in or out",
    "tubing_connected": "Tubing on or off",
    "holder_used": "Needle holder used",
    "aspirated": "Drawn back",
    "injection_began": "Injection begins: {agent}",
    "injected": "Injection ends: {agent}",
    "stimulated": "Stimulation: {hz} Hz, {millivolts} mV",
    "generator_set": "Generator set: {temperature_c} °C, {seconds} s",
    "lesion_started": "Heat begins",
    "generator_fault": "The generator reports a fault",
    "lesion_ended": "Heat ends after {seconds} s",
    "carm_moved": "C-arm moved",
    "view_selected": "View chosen: {view}",
    "machine_set": "Machine set",
    "stood_at": "Stepped away, {distance_mm} mm from the beam",
    "beam_started": "Beam on",
    "asked": "Asked: {question}",
    "told": "Told: {words}",
    "patient_said": "Patient: {words}",
    "breath_held": "Breath held or let go",
    "waited": "Waited",
    "case_read": "Case file read",
    "discussed": "Talked with the patient",
    "reason_given": "Reason written down",
    "case_decided": "Decision: {decision}",
    "image_saved": "Picture saved",
    "act_done": "{act}",
}
PUSHED = "Needle moved, {mm} mm deeper in all"
MODES: Mapping[str, str] = {"spot": "single picture", "pulsed": "pulsed"}
RATINGS = ("What", "n", "Value", "Low", "High", "In words")
BANDS: Mapping[str, str] = {
    "excellent": "Excellent",
    "good": "Good",
    "moderate": "Moderate",
    "poor": "Poor",
}


class Front(Protocol):
    """What the screens ask for; `trainer.session.marking_front` has the real one."""

    def cards(self) -> tuple[MarkingCard, ...]:
        """Sessions with papers."""

    def desk(self, label: str, rater: str) -> MarkingDesk:
        """One rater's marking. Raises Refusal."""

    def agreement(self, label: str, rater: str = "") -> MarkAgreement:
        """How raters agree. Raises Refusal."""

    def save_marks(self, label: str, path: Path) -> None:
        """All marks as a table. Raises Refusal."""


@dataclass(frozen=True, slots=True)
class MarkingOpened:
    """What the place is made of."""

    front: Front
    cards: tuple[MarkingCard, ...]


def marking_opened(practice: Practice, _waiting: Waiting) -> MarkingOpened:
    """Read on a background thread."""
    front = practice.marking
    return MarkingOpened(front, front.cards())


def card_line(card: MarkingCard) -> str:
    """A session in the list."""
    return tr("{title}  ·  session {label}\n{papers} papers").format(
        title=card.title, label=card.label, papers=card.papers
    )


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line of the timeline. frame : what was on the monitor then, 0 before the first picture."""

    t_ms: int
    words: str
    frame: int


def lines_of(view: PaperView) -> tuple[LineShown, ...]:
    """Pictures and acts in order of time."""
    found: list[tuple[int, int, str]] = [
        (one.t_ms, one.number, frame_words(one)) for one in view.frames
    ]
    found += [(one.from_ms, 0, words) for one in view.timeline if (words := moment_words(one))]
    found.sort(key=lambda one: one[0])
    lines, seen = [], 0
    for t_ms, number, words in found:
        seen = number or seen
        lines.append(LineShown(t_ms, f"{at_text(t_ms)}  {words}", seen))
    return tuple(lines)


def frame_words(frame: Frame) -> str:
    """A picture in the timeline."""
    mode = tr(MODES.get(frame.mode, frame.mode))
    return tr("Picture {number}, {mode}").format(number=frame.number, mode=mode)


def moment_words(moment: Moment) -> str:
    """An act, "" where a rater is not told."""
    name = moment.what
    if name == "needle_moved":
        pushed = moment.facts.get("pushed_um")
        mm = decimal(f"{int(str(pushed or 0)) / 1000:.0f}".replace("-", "\N{MINUS SIGN}"))
        return tr(PUSHED).format(mm=mm)
    template = MOMENTS.get(name)
    if template is None:
        return ""
    parts = {key: _fact(key, value) for key, value in moment.facts.items()}
    return tr(template).format(**parts) if "{" in template else tr(template)


# Part of an event -> how its value is said; others as they are.
_SAID: Mapping[str, Callable[[str], str]] = {
    "act": lambda value: tr(ACTS[value].title) if value in ACTS else value,
    "question": lambda value: tr(QUESTIONS.get(value, value)),
    "words": lambda value: tr(SAYINGS[value].words) if value in SAYINGS else tr(value),
    "side": tr,
    "decision": tr,
}


def _fact(key: str, value: object) -> str:
    return _SAID[key](str(value)) if key in _SAID else str(value)


def paper_head(view: PaperView, at: int, of: int) -> str:
    """Above the pictures: the label and nothing that tells whose it is."""
    return tr("Paper {label}, {at} of {of}").format(label=view.label, at=at, of=of)


def task_words(view: PaperView) -> str:
    """What was to be done, and how long it took."""
    targets = "; ".join(view.targets)
    clock = f"{view.seconds // 60}:{view.seconds % 60:02d}"
    return tr("{title}. Target: {targets}. Took {clock} min, {pictures} pictures.").format(
        title=view.title, targets=targets, clock=clock, pictures=len(view.frames)
    )


def agreement_page(found: MarkAgreement) -> PageShown:
    """How raters agree with each other and with the automatic score."""
    rows: list[tuple[Raw, ...]] = [
        *_icc(tr("Points of the checklist"), found.checklist),
        *_icc(tr("Overall rating"), found.overall),
    ]
    for pair in found.pairs:
        words = tr("Verdicts, weighted kappa: {first} and {second}").format(
            first=pair.first, second=pair.second
        )
        k = pair.kappa
        told = (None, None, None, tr("undefined: one verdict only")) if k is None else (
            k.value, k.low, k.high, "")  # fmt: skip
        rows.append((words, pair.n, *told))
    rows += _machine(found.machine)
    return PageShown(
        "agreement",
        tr("Agreement"),
        header=tuple(tr(head) for head in RATINGS),
        rows=tuple(rows),
        facts=tr(
            "Raters: {raters}. {complete} papers marked by all of them, {left} left out of the "
            "ICC. Intervals of 95 %. Points in thousandths."
        ).format(
            raters=", ".join(found.raters) or "–", complete=len(found.complete),
            left=len(found.left_out),
        ),
        caveat=f"{tr(found.caveat)} {tr(CAVEATS['bland-altman'])}",
        missing="" if found.raters else tr("Nobody has marked a paper of this session yet."),
    )  # fmt: skip


def _icc(what: str, found: Icc | None) -> Iterator[tuple[Raw, ...]]:
    names = (tr("absolute agreement, ICC(2,1)"), tr("consistency, ICC(3,1)"))
    if found is None:
        undefined = tr("undefined: too few papers or raters, or no spread")
        yield (f"{what}: {names[0]}", None, None, None, None, undefined)
        return
    for name, one in zip(names, (found.agreement, found.consistency), strict=True):
        words = tr(BANDS[found.words]) if one is found.agreement else ""
        yield (f"{what}: {name}", found.n, one.value, one.low, one.high, words)


def _machine(found: Agreement | None) -> Iterator[tuple[Raw, ...]]:
    what = tr("Raters less automatic score (Bland and Altman): bias")
    if found is None:
        yield (what, None, None, None, None, tr("undefined below three papers"))
        return
    half = found.bias_error
    yield (what, found.n, found.bias, found.bias - half, found.bias + half, tr("thousandths"))
    for name, limit in ((tr("lower limit"), found.low), (tr("upper limit"), found.high)):
        ends = (limit - found.limit_error, limit + found.limit_error)
        words = tr("Raters less automatic score: {name}").format(name=name)
        yield (words, found.n, limit, *ends, tr("95 % of the differences"))
