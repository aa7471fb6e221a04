"""What the studio's first page is made of; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.session.waiting import Waiting
from trainer.ui.presenters.home import CardShown, home_shown
from trainer.ui.presenters.texts import tr

if TYPE_CHECKING:
    from trainer.session.practice import Practice
    from trainer.session.studio.ports import ManuscriptCard
    from trainer.session.studio.studio import Studio
    from trainer.session.studio.workbench import Workbench


@dataclass(frozen=True, slots=True, eq=False)
class StudioOpened:
    """The studio with what it lists. bench : a case that is open at once, None for the lists."""

    studio: Studio
    cards: tuple[CardShown, ...]
    made: tuple[ManuscriptCard, ...]
    bench: Workbench | None = None


def studio_opened(practice: Practice, _waiting: Waiting) -> StudioOpened:
    """The lists. Raises Refusal."""
    cards, broken = practice.library()
    shown = home_shown(cards, (), broken)
    return StudioOpened(practice.studio, shown.cards, practice.studio.unfinished())


def forked_from(practice: Practice, origin: str, author: str = "") -> StudioOpened:
    """The lists and a fork of a case, open. Raises Refusal."""
    bench = fork(practice.studio, origin, author or tr("An instructor"))
    return StudioOpened(practice.studio, (), (), bench)


def fork(studio: Studio, origin: str, author: str) -> Workbench:
    """A copy of a case under a free id. Raises Refusal."""
    return studio.fork(origin, studio.free_id(f"{origin}-own"), author)


def begun(studio: Studio, author: str) -> Workbench:
    """A new case under a free id. Raises Refusal."""
    return studio.new(studio.free_id("my-case"), author)
