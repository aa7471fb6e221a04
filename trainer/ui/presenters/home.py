"""Home in words: cards of scenarios, attempts to go on with, the line of intended use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.refusal import Refusal
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr

if TYPE_CHECKING:
    from trainer.session.practice import ScenarioCard, UnfinishedCard

INTENDED_USE = (
    "For training; not for planning real treatment; no validity evidence yet; thoracic evidence is "
    "weaker than lumbar; targets are disputed."
)

KINDS: Mapping[str, str] = {
    "synthetic": "Synthetic patient, C-arm",
    "ct": "Patient from CT, C-arm",
    "radiograph": "Patient from radiographs, stored views",
}


@dataclass(frozen=True, slots=True)
class CardShown:
    """One scenario."""

    id: str
    title: str
    detail: str
    triples: str
    summary: str

    @property
    def spoken(self) -> str:
        """The card for a screen reader."""
        return f"{self.title}. {self.detail}. {self.triples}. {self.summary}"


@dataclass(frozen=True, slots=True)
class UnfinishedShown:
    """One attempt that waits."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class HomeShown:
    """The whole of Home."""

    cards: tuple[CardShown, ...]
    unfinished: tuple[UnfinishedShown, ...]
    refusals: tuple[str, ...]


def home_shown(
    cards: tuple[ScenarioCard, ...],
    unfinished: tuple[UnfinishedCard, ...],
    broken: tuple[Refusal, ...],
) -> HomeShown:
    """What Home shows of these."""
    return HomeShown(
        tuple(_card(card) for card in cards),
        tuple(UnfinishedShown(each.path, _unfinished(each)) for each in unfinished),
        tuple(refused_text(refusal) for refusal in broken),
    )


def _card(card: ScenarioCard) -> CardShown:
    kind = tr(KINDS.get(card.patient_kind, card.patient_kind))
    detail = f"{tr(card.procedure.capitalize())}  ·  {', '.join(card.joints)}  ·  {kind}"
    return CardShown(card.id, card.title, detail, "\n".join(card.triples), card.summary)


def _unfinished(card: UnfinishedCard) -> str:
    when = card.created_utc[:16].replace("T", " ")
    return tr("{title}, begun {when} UTC, {records} records").format(
        title=card.title, when=when, records=card.records
    )
