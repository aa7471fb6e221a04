"""The talk before consent in one case: the usual words, and the case's own where it has some."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.scenario.case_choices import TalkPoint
from trainer.scenario.case_words import Point
from trainer.scenario.story import Story
from trainer.scenario.tables import usual_talk


def conversation(story: Story) -> Mapping[Point, TalkPoint]:
    """Every point that can be talked over with this patient, in the order of the table."""
    own = {one.point: one for one in story.consent}
    return {point: own.get(point, usual) for point, usual in usual_talk().items()}
