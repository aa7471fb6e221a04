"""Home in words: what to do next, cards of scenarios, drills, attempts to go on with, progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.assessment.mastery import Mastery
from trainer.refusal import Refusal
from trainer.scenario.tables import DRILL_IDS
from trainer.session.finished import Finished, mastery_by_drill
from trainer.session.recommending import Recommended, Why, recommended
from trainer.ui.presenters.courses import CourseLine, course_lines, in_order
from trainer.ui.presenters.drill_result import mastery_text
from trainer.ui.presenters.drill_words import drill_of
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr, tr_sentence
from trainer.ui.presenters.when import when_text

if TYPE_CHECKING:
    from trainer.session.cards import ScenarioCard, UnfinishedCard

INTENDED_USE = (
    "For training; not for planning real treatment; no validity evidence yet; thoracic evidence is "
    "weaker than lumbar; targets are disputed."
)

KINDS: Mapping[str, str] = {
    "synthetic": "Synthetic patient, C-arm",
    "ct": "Patient from CT, C-arm",
    "radiograph": "Patient from radiographs, stored views",
}
REASONS: Mapping[Why, str] = {
    Why.FIRST: "You have not practised here yet: one minute in the room shows its five acts.",
    Why.FAILED: "Your last try at it did not pass; the same skill once more, while it is fresh.",
    Why.DRILL_AFTER_CASE: "After a whole case one skill alone; this one you have not tried yet.",
    Why.CASE_AFTER_DRILL: "After a drill a whole case; this is the easiest you have not done.",
    Why.TOWARD_MASTERY: "It is not mastered yet: three passes in a row, two patients, two days.",
    Why.AGAIN: "Everything is done once; this one lies back the longest.",
}


@dataclass(frozen=True, slots=True)
class CardShown:
    """One scenario. levels, sides : of its targets, for the picture and the filters."""

    id: str
    title: str
    detail: str
    triples: str
    summary: str
    levels: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    procedure: str = ""
    difficulty: int = 0
    done: bool = False
    course: CourseLine | None = None

    @property
    def spoken(self) -> str:
        """The card for a screen reader."""
        course = "" if self.course is None else f". {self.course.heading}"
        return f"{self.title}. {self.detail}. {self.triples}. {self.summary}{course}"


@dataclass(frozen=True, slots=True)
class UnfinishedShown:
    """One attempt that waits."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class DrillLine:
    """One drill of the list. passes : in a row, of three. state : how far it is, in words."""

    id: str
    title: str
    skill: str
    state: str
    passes: int
    mastered: bool


@dataclass(frozen=True, slots=True)
class NextShown:
    """What is recommended, and why."""

    id: str
    drill: bool
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Which cards are shown; "" and 0 let all through. done : "done", "open" or ""."""

    level: str = ""
    side: str = ""
    procedure: str = ""
    difficulty: int = 0
    done: str = ""

    def lets_through(self, card: CardShown) -> bool:
        """Whether a card is shown."""
        return (
            self.level in ("", *card.levels)
            and self.side in ("", *card.sides)
            and self.procedure in ("", card.procedure)
            and self.difficulty in (0, card.difficulty)
            and self.done in ("", "done" if card.done else "open")
        )


@dataclass(frozen=True, slots=True)
class HomeShown:
    """The whole of Home."""

    cards: tuple[CardShown, ...]
    unfinished: tuple[UnfinishedShown, ...]
    refusals: tuple[str, ...]
    next: NextShown | None = None
    drills: tuple[DrillLine, ...] = ()
    progress: str = ""


def home_shown(
    cards: tuple[ScenarioCard, ...],
    unfinished: tuple[UnfinishedCard, ...],
    broken: tuple[Refusal, ...],
    finished: Sequence[Finished] = (),
    now: datetime | None = None,
) -> HomeShown:
    """What Home shows of these. finished : oldest first. now : with a zone; None : now, here."""
    now = now or datetime.now().astimezone()
    mastery = mastery_by_drill(finished)
    done = {one.scenario_id for one in finished}
    easiest = [card.id for card in sorted(cards, key=lambda card: card.difficulty)]
    return HomeShown(
        _cards(cards, done),
        tuple(UnfinishedShown(each.path, _unfinished(each, now)) for each in unfinished),
        tuple(refused_text(refusal) for refusal in broken),
        _next(recommended(finished, mastery, easiest), cards),
        tuple(_drill(name, mastery.get(name)) for name in DRILL_IDS),
        _progress(cards, done, mastery, finished),
    )


def _next(found: Recommended | None, cards: tuple[ScenarioCard, ...]) -> NextShown | None:
    if found is None:
        return None
    titles = {card.id: card.title for card in cards}
    title = tr(drill_of(found.id).title) if found.drill else titles.get(found.id, found.id)
    return NextShown(found.id, found.drill, title, tr(REASONS[found.why]))


def _drill(name: str, mastery: Mastery | None) -> DrillLine:
    drill = drill_of(name)
    return DrillLine(
        name,
        f"{name.upper().replace('D0', 'D')}  {tr(drill.title)}",
        tr(drill.skill),
        mastery_text(mastery),
        0 if mastery is None else mastery.passes,
        mastery is not None and mastery.mastered,
    )


def _progress(
    cards: tuple[ScenarioCard, ...],
    done: set[str],
    mastery: Mapping[str, Mastery],
    finished: Sequence[Finished],
) -> str:
    days = len({one.day for one in finished})
    text = tr(
        "{done} of {all} cases done · {mastered} of {drills} drills mastered · "
        "{count} attempts on {days} days"
    )
    if days == 1:
        text = tr(
            "{done} of {all} cases done · {mastered} of {drills} drills mastered · "
            "{count} attempts on one day"
        )
    return text.format(
        done=sum(card.id in done for card in cards),
        all=len(cards),
        mastered=sum(mastery[name].mastered for name in DRILL_IDS if name in mastery),
        drills=len(DRILL_IDS),
        count=len(finished),
        days=days,
    )


def _cards(cards: tuple[ScenarioCard, ...], done: set[str]) -> tuple[CardShown, ...]:
    """In the order of the courses."""
    ids = [card.id for card in cards]
    courses, order = course_lines(ids, done), in_order(ids)
    return tuple(
        _card(card, courses.get(card.id), done=card.id in done)
        for card in sorted(cards, key=lambda card: order[card.id])
    )


def _card(card: ScenarioCard, course: CourseLine | None, *, done: bool) -> CardShown:
    kind = tr(KINDS.get(card.patient_kind, card.patient_kind))
    parts = [tr(card.procedure.capitalize()), ", ".join(card.joints), kind]
    if card.difficulty:
        parts.append(tr("difficulty {number} of 5").format(number=card.difficulty))
    if done:
        parts.append(tr("done"))
    return CardShown(
        card.id,
        card.title,
        "  ·  ".join(parts),
        "\n".join(tr_sentence(each) for each in card.triples),
        card.summary,
        card.levels,
        card.sides,
        card.procedure,
        card.difficulty,
        done,
        course,
    )


def _unfinished(card: UnfinishedCard, now: datetime) -> str:
    entries = tr("1 entry") if card.records == 1 else tr("{count} entries")
    return tr("{title}: begun {when}, {entries} in its log").format(
        title=card.title,
        when=when_text(card.created_utc, now),
        entries=entries.format(count=card.records),
    )
