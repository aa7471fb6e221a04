"""Each number of the body stands in docs/physics with its source and how sure it is."""

from __future__ import annotations

import pytest

from tools.make_biology_reference import MODULES, PAGE, ROOT, Number, numbers_of, page

NUMBERS = [
    pytest.param(one, id=f"{module.removeprefix('trainer/')}:{one.name}")
    for module in MODULES
    for one in numbers_of((ROOT / module).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("number", NUMBERS)
def test_it_has_a_source_and_a_confidence(number: Number) -> None:
    assert number.is_traced, f"{number.name} = {number.value}: {number.said!r}"


def test_the_page_holds_every_one_of_them_and_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
    assert len(NUMBERS) > 60


def test_no_room_that_shows_a_body_is_left_out() -> None:
    """Every module of therapy with a number is on the page; so are the rules of what follows."""
    with_numbers = {
        f"trainer/therapy/{path.name}"
        for path in (ROOT / "trainer" / "therapy").glob("*.py")
        if list(numbers_of(path.read_text(encoding="utf-8")))
    }
    computing = {f"trainer/therapy/lesion_{name}.py" for name in ("grid", "current", "shape")}
    assert with_numbers - computing <= set(MODULES)
    assert {"trainer/attempt/causes.py", "trainer/attempt/faults.py"} <= set(MODULES)


def test_a_number_without_a_word_is_found_out() -> None:
    (bare,) = numbers_of('"""Nothing."""\n\nLIMIT_MM = 3.0\n')
    assert not bare.is_traced
    (told,) = numbers_of('"""Nothing."""\n\nLIMIT_MM = 3.0  # X: chosen\n')
    assert told.is_traced
