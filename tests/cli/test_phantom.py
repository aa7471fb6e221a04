"""phantom, as far as the words of its command go; the patients are in tests/anatomy/measure."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from trainer.refusal import Refusal
from trainer.session.person_settings import person_with


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("height_cm=300", "height_cm is 300.0, it must be 140 to 205"),
        ("heigt_cm=170", "did you mean height_cm?"),
        ("rib_pairs=12.5", "rib_pairs must be a whole number, 11 to 13"),
        ("bmi=fat", "bmi must be a number, 18 to 45"),
        ("bmi=nan", "bmi is nan, it must be 18 to 45"),
        ("sex=other", "sex must be one of female, male"),
        ("hardware_levels=T7,T99", "'T99' is no level"),
        ("bmi", "it is not key=value"),
    ],
)
def test_a_wrong_setting_is_a_usage_error_that_names_field_and_limits(
    run: Run, setting: str, told: str
) -> None:
    said = run("phantom", "--set", setting)
    assert (said.code, said.out) == (2, "")
    assert told in said.err


def test_a_wrong_seed_is_a_usage_error(run: Run) -> None:
    assert run("phantom", "--seed", "-1").code == 2


def test_settings_make_the_person() -> None:
    person = person_with(
        4, ["sex=male", "height_cm=182", "hardware=cement", "hardware_levels=T7,T8", "rib_pairs=11"]
    )
    assert (person.seed, person.sex, person.height_cm) == (4, "male", 182.0)
    assert (person.hardware_levels, person.rib_pairs) == (("T7", "T8"), 11)


def test_a_later_setting_wins_and_a_bad_one_is_refused_whole() -> None:
    assert person_with(0, ["bmi=20", "bmi=30"]).bmi == 30.0
    with pytest.raises(Refusal):
        person_with(0, ["bmi=20", "bmi=99"])
