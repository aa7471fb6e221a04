"""What a player takes from the pages of the case that he opened."""

from __future__ import annotations

from numpy.random import Generator

from trainer.attempt.events import CaseRead, Event
from trainer.scenario.story import Story
from trainer.session.players.traits import Traits


class CaseEye:
    """Grasps findings page by page; each finding is understood or not, once."""

    def __init__(self, story: Story, traits: Traits, rng: Generator) -> None:
        self._story = story
        self._grasped = {one.id: rng.random() < traits.understands for one in story.findings}
        self._pages: list[str] = []

    def after(self, events: tuple[Event, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Pages opened so far, and the reasons that he takes from them."""
        for event in events:
            if isinstance(event, CaseRead) and event.topic not in self._pages:
                self._pages.append(event.topic)
        return tuple(self._pages), tuple(self._reasons())

    def _reasons(self) -> list[str]:
        opened = {
            finding.id
            for page in self._story.pages
            if str(page.topic) in self._pages
            for finding in page.findings
        }
        return [
            str(judged.reason)
            for judged in self._story.reasons
            if self._takes(str(judged.verdict), opened & set(judged.rests_on))
        ]

    def _takes(self, verdict: str, at_hand: set[str]) -> bool:
        """A sound reason once one finding is understood, a wrong one where none is."""
        grasped = any(self._grasped[one] for one in at_hand)
        return bool(at_hand) and grasped == (verdict != "wrong")
