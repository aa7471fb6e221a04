"""The builds of `test_monkey` that are broken, for the command: what random hands must notice."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtWidgets import QApplication

from tests.trust import test_monkey as hands
from tests.trust.monkey_stops import at_the_needle
from trainer.session.studio.workbench import Workbench
from trainer.ui.theme import dress

BROKEN = {
    "the pedal stays down": (hands.pedal_stays_down, "the beam is on and"),
    "the hub stays gripped": (hands.hub_stays_gripped, "the hub is gripped and"),
    "steel needs no grip": (hands.steel_needs_no_grip, "steel moved without a grip"),
    "a question ignores Esc": (hands.question_ignores_escape, "a dialog cannot be closed by Esc"),
    "a rare key raises": (hands.a_rare_key_raises, "ZeroDivisionError"),
}
EVENTS, SEEDS = 6_000, (7, 8, 9)  # hands of one seed may be busy elsewhere


def caught() -> Mapping[str, int]:
    """How often each is noticed before it is enough; nought where it is not."""
    app = QApplication.instance() or QApplication(["hands"])
    assert isinstance(app, QApplication)
    dress(app)
    return {
        what: next(filter(None, (_noticed(what, seed) for seed in SEEDS)), 0) for what in BROKEN
    }


def _noticed(what: str, seed: int) -> int:
    broken, words = BROKEN[what]
    stops = (at_the_needle("flat"), at_the_needle("calls"))
    with pytest.MonkeyPatch.context() as build:
        build.setattr(Workbench, "build_patient", hands.refused)  # a patient takes seconds
        broken(build)
        report = hands.played(EVENTS, stops, seed, until_problem=True)
    return sum(words in problem for problem in report.problems)
