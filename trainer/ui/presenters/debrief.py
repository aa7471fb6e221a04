"""The debrief: which moment is looked at, what is shown of it, what can be done from there; no Qt.

Everything in words stands at once; pictures come one after the other from the drawing thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from trainer.attempt.header import Header
from trainer.scoring.debrief.debrief import Debrief
from trainer.scoring.debrief.drill_for import drill_for, drill_of_changes
from trainer.scoring.debrief.expert import ExpertView
from trainer.scoring.debrief.moments import Moment
from trainer.scoring.explain import Explained
from trainer.scoring.score import PROVISIONAL as PROVISIONAL_STANDING
from trainer.scoring.score import Score
from trainer.session.debrief_room import InsideThen
from trainer.ui.presenters.debrief_pages import Ink, Pages, pages_of
from trainer.ui.presenters.debrief_pictures import INSIDE, Drawn, Room, Shown, Wanted
from trainer.ui.presenters.debrief_ribbon import seen_at, stops_of, words_at
from trainer.ui.presenters.debrief_words import (
    KINDS,
    SIGNS,
    at_text,
    expert_text,
    marks_text,
    pose_text,
    sentence,
    truth_text,
)
from trainer.ui.presenters.drill_words import drill_of
from trainer.ui.presenters.texts import tr, tr_sentence

PROVISIONAL = "Provisional, not for decisions."
OWN, EXPERT = "own", "expert"


class DebriefedAttempt(Room, Protocol):
    """A finished attempt; `trainer.session.debrief_room` has the real one."""

    path: Path
    header: Header
    debrief: Debrief
    beside: tuple[Path, ...]

    @property
    def explained(self) -> Sequence[Explained]:
        """Each metric with what it looked at."""

    @property
    def title(self) -> str:
        """The scenario's title."""

    @property
    def teaching(self) -> str:
        """What the author says of the case."""

    def seq_after(self, t_ms: int) -> int:
        """The first record of what came after a time."""


@dataclass(frozen=True, slots=True)
class HeadShown:
    """The verdict and how far it may be trusted."""

    headline: str
    verdict: str
    note: str
    counts: str
    judged: str = ""


@dataclass(frozen=True, slots=True)
class CardShown:
    """A moment card. text : time and kind; title : what it is."""

    number: int
    text: str
    title: str


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """What is looked at. card : its number, 0 = a time of the ribbon.

    seen, truth, expert : what stands over each picture. retry : from where. drill : title, "" where
    none trains it.
    """

    card: int
    t_ms: int
    title: str
    story: str
    seen: str
    expert: str
    retry: str
    drill: str


class DebriefView(Protocol):
    """What the screen can show."""

    def show_head(self, head: HeadShown) -> None:
        """Verdict and standing."""

    def show_cards(self, cards: tuple[CardShown, ...]) -> None:
        """The moments."""

    def show_pages(self, pages: Pages) -> None:
        """Changes, score card, errors, own call."""

    def show_choice(self, choice: ChoiceShown) -> None:
        """What is looked at now."""

    def show_picture(self, whose: str, shown: Shown | None, note: str) -> None:
        """A picture, or why there is none."""

    def show_inside(self, inside: InsideThen | None, note: str) -> None:
        """The inside, or why there is none."""


class DebriefPresenter:
    """One debrief. ask : draw this next, instead of what still waits."""

    def __init__(
        self, attempt: DebriefedAttempt, view: DebriefView, ask: Callable[[Wanted], None]
    ) -> None:
        self.attempt = attempt
        self._view = view
        self._ask = ask
        self._debrief = attempt.debrief
        self._drawn: dict[Wanted, Drawn] = {}
        self._opened: frozenset[str] = frozenset()
        self._ink = Ink("", "", "")
        self._card = 0
        self._t_ms = 0
        self._stops = stops_of(self._debrief.ribbon, self._debrief.moments)
        self.inside_first = not any(one and one.exposure for one in self._debrief.experts)

    @property
    def drill(self) -> str:
        """The drill that trains what is looked at, else what was worst; "" for none."""
        moment = self._moment
        own = drill_for(moment.id) if moment is not None and moment.kind != "good" else ""
        return own or drill_of_changes(self._debrief.changes)

    @property
    def retry_seq(self) -> int:
        """The record that a new attempt begins before."""
        moment = self._moment
        return self.attempt.seq_after(self._t_ms) if moment is None else moment.seq

    @property
    def missing(self) -> tuple[Wanted, ...]:
        """What is looked at and not drawn yet."""
        return tuple(one for one in self._wanted() if one not in self._drawn)

    def open(self, ink: Ink) -> None:
        """Show everything; the first moment is looked at."""
        self._view.show_head(head_of(self._debrief.score))
        self._view.show_cards(
            tuple(_card(n, one) for n, one in enumerate(self._debrief.moments, start=1))
        )
        self.write(ink)
        if self._debrief.moments:
            self.choose(1)
        else:
            self.look_at(self._debrief.ribbon.end_ms)

    def write(self, ink: Ink) -> None:
        """The pages, in these colours."""
        self._ink = ink
        attempt = self.attempt
        told = attempt.teaching, attempt.beside
        shown = pages_of(self._debrief, attempt.explained, ink, self._opened, *told)
        self._view.show_pages(shown)

    def choose(self, card: int) -> None:
        """Look at a moment; 1 is the first."""
        if 1 <= card <= len(self._debrief.moments):
            self._card, self._t_ms = card, self._debrief.moments[card - 1].t_ms
            self._show()

    def look_at(self, t_ms: int) -> None:
        """Look at a time, at a moment where it is one's own."""
        times = [moment.t_ms for moment in self._debrief.moments]
        self._t_ms = min(max(0, t_ms), self._debrief.ribbon.end_ms)
        self._card = times.index(t_ms) + 1 if t_ms in times else 0
        self._show()

    def step(self, by: int) -> None:
        """To the next or the last picture, act or moment."""
        later = [one for one in self._stops if one > self._t_ms]
        earlier = [one for one in self._stops if one < self._t_ms]
        found = later[:1] if by > 0 else earlier[-1:]
        if found:
            self.look_at(found[0])

    def follow(self, link: str) -> None:
        """A link of a page."""
        kind, _, rest = link.partition(":")
        if kind == "jump":
            self.look_at(int(rest.rpartition(":")[2]))
        elif kind == "how":
            self._opened = self._opened ^ {rest}
            self.write(self._ink)

    def prefer(self, inside: bool) -> None:
        """Which of expert and inside is looked at, and so drawn first."""
        self.inside_first = inside
        self._next()

    def drawn(self, wanted: Wanted, drawn: Drawn) -> None:
        """A picture has come."""
        self._drawn[wanted] = drawn
        if wanted in self._wanted():
            self._hand_over(wanted, drawn)
        self._next()

    @property
    def _moment(self) -> Moment | None:
        return self._debrief.moments[self._card - 1] if self._card else None

    @property
    def _expert(self) -> ExpertView | None:
        return self._debrief.experts[self._card - 1] if self._card else None

    def _wanted(self) -> tuple[Wanted, ...]:
        """What is to be drawn of what is looked at, the most wanted first."""
        moment, expert = self._moment, self._expert
        number = moment.exposure if moment else seen_at(self._debrief.ribbon, self._t_ms)
        own = (Wanted(OWN, number, self._t_ms),) if number else ()
        target = moment.truth.target if moment and moment.truth else 0
        inside = Wanted(INSIDE, target, self._t_ms)
        beside = (Wanted(EXPERT, expert.exposure),) if expert and expert.exposure else ()
        rest = (inside, *beside) if self.inside_first else (*beside, inside)
        return (*own, *rest)

    def _show(self) -> None:
        wanted = self._wanted()
        self._view.show_choice(self._choice())
        kinds = {one.what for one in wanted}
        if OWN not in kinds:
            self._view.show_picture(OWN, None, tr("No picture had been taken yet."))
        if EXPERT not in kinds:
            self._view.show_picture(EXPERT, None, expert_text(self._expert))
        for one in wanted:
            if one in self._drawn:
                self._hand_over(one, self._drawn[one])
            elif one.what != INSIDE:
                self._view.show_picture(one.what, None, tr("Drawing the picture …"))
            else:
                self._view.show_inside(None, tr("Drawing the inside …"))
        self._next()

    def _next(self) -> None:
        if self.missing:
            self._ask(self.missing[0])

    def _hand_over(self, wanted: Wanted, drawn: Drawn) -> None:
        if wanted.what == INSIDE:
            known = drawn if isinstance(drawn, InsideThen) else None
            self._view.show_inside(known, _why_not(drawn))
        else:
            shown = drawn if isinstance(drawn, Shown) else None
            self._view.show_picture(wanted.what, shown, _why_not(drawn))

    def _stood(self) -> str:
        """How the needles stood at the time that is looked at."""
        _, _, stood = words_at(self._debrief.ribbon, self._t_ms).partition("\n")
        return stood or tr("No needle was in the patient.")

    def _choice(self) -> ChoiceShown:
        moment, drill = self._moment, self.drill
        at = at_text(self._t_ms)
        number = moment.exposure if moment else seen_at(self._debrief.ribbon, self._t_ms)
        seen = tr("As seen: picture {number}").format(number=number) if number else tr("As seen")
        return ChoiceShown(
            card=self._card,
            t_ms=self._t_ms,
            title=_title(moment) if moment else tr("At {at}").format(at=at),
            story=_story(moment) if moment else self._stood(),
            seen=seen,
            expert=expert_text(self._expert),
            retry=tr("A new attempt begins just before {at}; this one stays as it is.").format(
                at=at
            ),
            drill=tr(drill_of(drill).title) if drill else "",
        )


def _why_not(drawn: Drawn) -> str:
    return f"{tr('No picture')}: {tr_sentence(drawn)}." if isinstance(drawn, str) else ""


def _title(moment: Moment) -> str:
    return f"{at_text(moment.t_ms)}  {tr_sentence(moment.title)}"


def _story(moment: Moment) -> str:
    return f"{sentence(moment.words)} {truth_text(moment.truth)}"


def _card(number: int, moment: Moment) -> CardShown:
    kind = f"{SIGNS[moment.kind]} {tr(KINDS[moment.kind])}"
    return CardShown(
        number, f"{number}   {at_text(moment.t_ms)}   {kind}", tr_sentence(moment.title)
    )


def picture_words(shown: Shown) -> str:
    """How a picture was taken."""
    return f"{at_text(shown.exposed.t_ms)}   {pose_text(shown.exposed)}"


def head_of(score: Score) -> HeadShown:
    """The verdict, its standing and what weighed most."""
    verdict = tr("Passed") if score.passed else tr("Not passed")
    known = score.standing == PROVISIONAL_STANDING
    standing = tr(PROVISIONAL) if known else sentence(score.standing)
    if not score.complete:
        standing = f"{standing} {tr('The attempt was not submitted.')}"
    return HeadShown(
        headline=tr("{score} of 100").format(score=marks_text(score.score)),
        verdict=verdict,
        note=standing,
        counts=tr("Critical errors: {critical}, major errors: {major}").format(
            critical=len(score.critical), major=len(score.major)
        ),
        judged=_judged(score),
    )


def _judged(score: Score) -> str:
    """The second mark."""
    if score.judgement is None:
        return ""
    verdict = tr("passed") if score.judgement.passed else tr("not passed")
    mark = marks_text(score.judgement.score)
    return tr("Judging the case: {mark} of 100, {verdict}").format(mark=mark, verdict=verdict)
