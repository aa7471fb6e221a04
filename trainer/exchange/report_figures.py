"""The figures of a report by their keys, as SVG."""

from __future__ import annotations

from trainer.exchange.picture_svg import EDGE, picture_svg, truth_marks
from trainer.exchange.report_facts import Facts
from trainer.exchange.ribbon_svg import WIDTH, ribbon_height, ribbon_svg


def figure_svg(facts: Facts, key: str) -> str:
    """The drawing of a key: "ribbon", "seen:own:3", "truth:own:3", "seen:expert:7"."""
    kind, _, rest = key.partition(":")
    if kind == "ribbon":
        return ribbon_svg(facts.debrief.ribbon)
    whose, _, number = rest.partition(":")
    shot = facts.shots[whose, int(number)]
    size = figure_size(facts, key)
    marks = ""
    if kind == "truth":
        tip_um = facts.tips_um.get(int(number))
        marks = truth_marks(facts.header, shot.exposed, tip_um, size)
    return picture_svg(shot.png, marks, size)


def figure_size(facts: Facts, key: str) -> tuple[int, int]:
    """Width and height of a figure in its own pixels."""
    if key == "ribbon":
        return WIDTH, ribbon_height(facts.debrief.ribbon)
    _, whose, number = key.split(":")
    wide, high = facts.shots[whose, int(number)].size
    longest = max(wide, high)
    return round(EDGE * wide / longest), round(EDGE * high / longest)
