"""Every convention's file is complete, and a wrong one is refused with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tools.make_convention_reference import PAGE, page
from trainer.anatomy.convention import CONFIDENCE, Convention, convention_from
from trainer.anatomy.levels import LEVELS, nerve_at
from trainer.anatomy.tables import CONVENTION_IDS, conventions
from trainer.scenario.conventions import CONVENTIONS

FOLDER = REPOSITORY / "trainer" / "anatomy" / "conventions"
ALL = list(conventions().values())


def document(name: str = "koutp-2022") -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def test_every_file_of_the_folder_is_in_the_table_and_offered_to_scenarios() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(CONVENTION_IDS) == set(CONVENTIONS)


@pytest.mark.parametrize("convention", ALL, ids=lambda convention: convention.id)
def test_a_convention_cites_its_source_and_says_how_sure_it_is(convention: Convention) -> None:
    assert all((convention.title, convention.text, convention.citation, convention.read))
    assert convention.ambiguity
    tags = {evidence.tag for evidence in convention.evidence}
    assert tags <= CONFIDENCE.keys()
    # Something was read, and millimetres nobody has published are called design values.
    assert {"S", "X"} <= tags
    assert all(evidence.source for evidence in convention.evidence)


def test_nobody_has_reviewed_them_yet_and_the_page_says_so() -> None:
    unread = [convention for convention in ALL if not convention.reviewer]
    assert page().count("not reviewed by a clinician") == len(unread)


def test_every_level_is_spoken_of() -> None:
    assert {level for convention in ALL for level in convention.levels} == set(LEVELS)


def test_nerves_t5_to_t8_turn_above_the_corner_and_no_others() -> None:
    for level in conventions()["chua-bogduk-1995"].levels:
        (course,) = conventions()["chua-bogduk-1995"].courses_at(level)
        low, high = course.turn.cranial_mm
        shifted = nerve_at(level) in {"T5-mb", "T6-mb", "T7-mb", "T8-mb"}
        assert (low >= 2.0) == shifted
        assert high <= (5.0 if shifted else 2.0)


def test_koutp_crosses_the_tip_in_28_of_40() -> None:
    for level in ("T10", "T11"):
        tip, above = conventions()["koutp-2022"].courses_at(level)
        assert (tip.turn.at.landmark, tip.share) == ("tp_tip", Fraction(28, 40))
        assert above.share == 1 - tip.share


def test_the_committed_page_is_up_to_date() -> None:
    assert PAGE == REPOSITORY / "docs" / "conventions-nerves.md"
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "run python -m tools.make_convention_reference"
    )


WRONG: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "no citation": (lambda d: d.pop("citation"), r"koutp-2022\.toml: citation: is missing"),
    "an empty text": (lambda d: d.update(text=" "), "text: is empty"),
    "a foreign field": (lambda d: d.update(colour="red"), "colour: is not a field here"),
    "another name": (lambda d: d.update(id="koutp"), "is not the file's name"),
    "a foreign level": (
        lambda d: d["course"][0].update(levels=["T13"]),
        r"course\[0\]: levels: 'T13' is no level, use C7",
    ),
    "a foreign tag": (lambda d: d["evidence"][0].update(tag="A"), r"evidence\[0\]: tag: 'A'"),
    "shares that do not add up": (
        lambda d: d["course"][1].update(share=[11, 40]),
        "shares at T10 make 39/40, not 1",
    ),
    "a share over one": (lambda d: d["course"][0].update(share=[5, 4]), "part at most whole"),
    "a range turned round": (
        lambda d: d["waypoints"]["leaves"].update(lateral_mm=[3.0, 2.0]),
        r"waypoints: leaves: lateral_mm: 3 is more than 2",
    ),
    "a text for a number": (
        lambda d: d["waypoints"]["tip"].update(over_bone_mm="0.6"),
        "over_bone_mm: must be a number",
    ),
    "an unknown landmark": (
        lambda d: d["waypoints"]["tip"].update(at="crossed.nose"),
        "'crossed.nose' is not crossed",
    ),
    "an unknown waypoint": (
        lambda d: d["course"][0].update(through=["leaves", "nowhere"]),
        "there is no waypoint 'nowhere'",
    ),
    "an idle waypoint": (
        lambda d: d["waypoints"].update(idle=d["waypoints"]["tip"]),
        "waypoints.idle: no course runs through it",
    ),
    "a vertebra above C7": (
        lambda d: d["course"][0].update(levels=["C7"]),
        "C7 has no vertebra above",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_malformed_file_is_refused_with_its_place(name: str) -> None:
    change, said = WRONG[name]
    wrong = document()
    change(wrong)
    with pytest.raises(ValueError, match=said):
        convention_from(wrong, "koutp-2022.toml")
