"""Drills in words: numbers with their units, one sentence, what is asked."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.scenario.drill import Drill, TaskKind
from trainer.scenario.tables import FIRST_MINUTE, drills, first_minute
from trainer.scoring.drills.outcome import Outcome
from trainer.scoring.drills.views import HIDDEN_FROM_THE_SIDE
from trainer.ui.presenters.texts import decimal, tr

CHOICES: Mapping[str, str] = {
    "planes": "Between muscles",
    "vessel": "In a vessel",
    "foramen": "Into the foramen",
    "epidural": "Epidural",
    "intrathecal": "Thecal sac",
    "pleura": "Pleural space",
    "inject": "Inject here",
    "move": "Move the needle",
    "stop": "Stop",
    "lesion": "Heat, or go on",
}
SUBJECTS: Mapping[str, str] = {
    "corner": "Tap the corner: {side} of the vertebra in the middle, {level}.",
    "tip": "Tap the tip of the needle.",
    "pattern": "What does the contrast draw?",
    "act": "What do you do?",
    "decide": "What do you do?",
}


def drill_of(name: str) -> Drill:
    """A drill by the id that a log bears."""
    return first_minute() if name == FIRST_MINUTE else drills()[name]


def number_text(name: str, value: int) -> str:
    """A number with the unit that its name ends in."""
    if name.endswith("_um"):
        return tr("{mm} mm").format(mm=decimal(f"{value / 1000.0:.1f}"))
    if name.endswith("_mdeg"):
        return decimal(f"{value / 1000.0:.1f}°")
    return str(value)


def headline(drill: Drill, outcome: Outcome) -> str:
    """The one number."""
    value = outcome.number(drill.headline)
    if value is None:
        return "–"
    asked = outcome.number("asked")
    if asked and "_" not in drill.headline:
        return f"{value} / {asked}"
    return number_text(drill.headline, value)


def sentence(drill: Drill, outcome: Outcome) -> str:
    """The one sentence."""
    numbers = {name: number_text(name, value) for name, value in outcome.numbers}
    return tr(drill.says[outcome.code]).format(**numbers)


def ask_text(drill: Drill, level: str, side: str) -> str:
    """What is to be done."""
    view = ""
    if drill.task.kind is TaskKind.LATERAL and level in HIDDEN_FROM_THE_SIDE:
        view = tr("the contralateral oblique, 45 to 60°, for a needle on the {side}")
    elif drill.task.kind is TaskKind.LATERAL:
        view = tr("a true lateral")
    return tr(drill.ask).format(level=level, side=tr(side), view=view.format(side=tr(side)))
