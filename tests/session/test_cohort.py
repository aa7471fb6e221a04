"""The cohort: who counts, crossed tables, a standard of judges, notes that are kept whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.made_facts import TODAY, drilled, made
from trainer.refusal import ExitCode, Refusal
from trainer.session.cohort import PRACTICE, Cohort, Note, Notes, Sat
from trainer.session.cohort_tables import answers_by_case, kinds_by, marks_of
from trainer.session.progress_facts import Facts
from trainer.session.standard_setting import Sheet, cut_of, empty_sheet
from trainer.storage.cohort_file import CohortFile

NAMES = st.text("abcdefg", min_size=1, max_size=3)


def sat(person: str, station: str, score: int, **more: str) -> Sat:
    facts: Facts = made(0, scenario_id=station, seed=sum(map(ord, person + station)), score=score)
    return Sat(person, more.get("source", "exam 1, form-a"), station, more.get("device", ""), facts)


def cohort(*found: Sat, notes: Notes | None = None) -> Cohort:
    return Cohort(found, notes or Notes(), (), 0, (), TODAY)


@settings(max_examples=40)
@given(st.dictionaries(st.tuples(NAMES, st.sampled_from("xyz")), st.integers(0, 1000), max_size=20))
def test_a_table_holds_whoever_sat_everything_and_names_the_others(
    marks: dict[tuple[str, str], int],
) -> None:
    found = marks_of(cohort(*(sat(*key, score) for key, score in marks.items())), "exam 1, form-a")
    people = {name for name, _ in marks}
    assert len(found.people) + found.left_out == len(people)
    assert all(len(row) == len(found.items) for row in found.rows)
    for name, row in zip(found.people, found.rows, strict=True):
        assert list(row) == [marks[name, item] / 10 for item in found.items]


def test_practice_counts_the_first_time_and_no_aided_attempt() -> None:
    first = made(0, scenario_id="a", seed=1, score=300)
    again = made(5, scenario_id="a", seed=2, score=900)
    aided = made(6, scenario_id="b", seed=3, score=900, aided=True)
    rows = [Sat(who, PRACTICE, one.scenario_id, "", one) for who in "pq" for one in (first, again)]
    rows.append(Sat("p", PRACTICE, "b", "", aided))
    rows.append(Sat("p", PRACTICE, "d01", "", drilled("d01", 1)))
    found = marks_of(cohort(*rows), PRACTICE)
    assert (found.items, found.rows) == (("a",), ((30.0,), (30.0,)))


def test_dif_compares_the_two_largest_groups_at_equal_other_marks() -> None:
    notes = Notes("", {"a": Note("", "de"), "b": Note("", "en"), "c": Note("", "en")})
    found = cohort(*(sat(who, item, 600) for who in "abc" for item in "xy"), notes=notes)
    kinds, names = kinds_by(found, "language")
    assert names == ("en", "de")
    answers = answers_by_case(found, kinds)
    assert {name: sorted(one.focal for one in each) for name, each in answers.items()} == {
        "x": [False, False, True],
        "y": [False, False, True],
    }
    assert kinds_by(found, "device") == ({}, ("", ""))
    by_hand = cohort(
        *(sat(who, item, 600, device="keyboard") for who in "abc" for item in "xy"),
        *(sat(who, item, 600, device="gamepad") for who in "de" for item in "xy"),
    )
    kinds, names = kinds_by(by_hand, "device")
    assert names == ("keyboard", "gamepad")
    each = answers_by_case(by_hand, kinds)["x"]
    assert sorted(one.focal for one in each) == [False, False, False, True, True]


@settings(max_examples=40)
@given(st.lists(st.lists(st.integers(0, 100), min_size=3, max_size=3), min_size=2, max_size=6))
def test_the_cut_is_the_mean_of_all_estimates(rows: list[list[int]]) -> None:
    names = tuple(f"j{n}" for n in range(len(rows)))
    found = cut_of(Sheet(names, ("a", "b", "c"), tuple(tuple(row) for row in rows)))
    assert abs(found.cut - 10 * sum(map(sum, rows)) / (3 * len(rows))) <= 0.5 + 1e-9
    assert found.se is not None and found.se >= 0


def test_a_sheet_with_a_gap_has_no_cut_and_every_gap_is_named() -> None:
    with pytest.raises(Refusal, match="no cut yet") as refused:
        cut_of(empty_sheet(("a", "b"), ("j1", "j2")))
    assert len(refused.value.problems) == 4


def test_notes_come_back_and_damaged_ones_are_refused(tmp_path: Path) -> None:
    file = CohortFile(tmp_path / "cohort.json")
    assert file.read() == Notes()
    notes = Notes("collected", {"p\u202e😀": Note("expert", "=de()")})
    file.keep(notes)
    assert file.read() == notes
    (tmp_path / "cohort.json").write_text('{"format_version": 1, "people": {"a": {"x": 1}}}')
    with pytest.raises(Refusal, match="cannot be read") as refused:
        file.read()
    assert refused.value.code is ExitCode.STORAGE
