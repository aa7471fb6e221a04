"""The case folder and the room: what can be opened, asked, said and done, and what was. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.attempt.acts import CASE_TOPICS, POINTS, REASONS
from trainer.attempt.own_block import OwnBlock
from trainer.attempt.procedure import Procedure
from trainer.scenario.case_words import CaseTopic, Point
from trainer.scenario.conversation import conversation
from trainer.scenario.story import Story
from trainer.ui.presenters.texts import tr


@dataclass(frozen=True, slots=True)
class FolderShown:
    """What of the case was opened, talked over and decided."""

    read: tuple[str, ...] = ()
    discussed: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    decision: str = ""


@dataclass(frozen=True, slots=True)
class RoomShown:
    """Acts done, with the detail of the last time."""

    done: Mapping[str, str]


def folder_shown(done: Procedure) -> FolderShown:
    """As things stand."""
    return FolderShown(done.read, done.discussed, done.reasons, done.decision)


def room_shown(done: Procedure) -> RoomShown:
    """As things stand."""
    return RoomShown(dict(done.acts))


class CaseTexts:
    """What stands in the folder of one case. None: a case without a story.

    own : the person's own earlier blocks, which its diary shows after those of the story.
    """

    def __init__(self, story: Story | None, own: Sequence[OwnBlock] | None = None) -> None:
        self._story = story
        self._own = tuple(own or ())
        self._talk = {} if story is None else conversation(story)

    def page(self, topic: str) -> str:
        """The text of a topic."""
        text = None if self._story is None else self._story.text_of(CaseTopic(topic))
        mine = map(_own_block, self._own) if topic == CaseTopic.DIARY else ()
        return "\n\n".join((text or tr("Nothing is noted here."), *mine))

    def talk(self, point: str) -> tuple[tuple[str, str], ...]:
        """(who, words) of one point: the patient asks, the physician tells, the patient answers."""
        found = self._talk.get(Point(point))
        if found is None:
            return ((tr("You"), tr(POINTS[point]) + "."),)
        lines = (
            (tr("Patient"), found.asked),
            (tr("You"), found.told),
            (tr("Patient"), found.answered),
        )
        return tuple((who, " ".join(words.split())) for who, words in lines if words)


def _own_block(block: OwnBlock) -> str:
    return tr("Your own block of {day}: {agent}, {percent} % better for {hours} hours.").format(
        day=block.day, agent=block.agent, percent=block.relief_percent, hours=block.hours
    )


def topic_title(topic: str) -> str:
    """A topic's name."""
    return tr(CASE_TOPICS[topic])


def reason_title(reason: str) -> str:
    """A reason's sentence."""
    return tr(REASONS[reason])
