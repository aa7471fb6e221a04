"""A case in the making: a base and a log of edits, and a list of what it still needs."""

from __future__ import annotations

import copy
import functools
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

from tests.conftest import REPOSITORY
from tests.scenario.documents import ALL, CT, RADIOGRAPH, SYNTHETIC
from trainer.refusal import Refusal
from trainer.scenario.authoring import yaml_of
from trainer.scenario.manuscript.blank import blank, forked, synthetic
from trainer.scenario.manuscript.change import (
    REDO,
    UNDO,
    Change,
    Entry,
    entry_from_json,
    entry_to_json,
    merged,
)
from trainer.scenario.manuscript.completion import completion, own_words, retold
from trainer.scenario.manuscript.edits import (
    AddItem,
    Edit,
    MoveItem,
    Remove,
    SetValue,
    all_changed,
    difference,
    plain,
    value_at,
)
from trainer.scenario.manuscript.manuscript import Manuscript
from trainer.scenario.manuscript.notes import Section, Weight, problems
from trainer.scenario.manuscript.stand_in import has_own_targets, stand_in
from trainer.scenario.manuscript.target_parts import target_on, targets_of_joint
from trainer.scenario.manuscript.tidy import tidy
from trainer.scenario.moving import Move, moved
from trainer.scenario.reading import read_scenario
from trainer.scenario.scenario import Scenario
from trainer.scenario.yaml_document import read_document
from trainer.scenario.yaml_text import text_of
from trainer.scoring.rubric import rubric_problems

FIELDS = (*Scenario.model_fields, "unknown")
INNER = ("kind", "seed", "bone", "side", "history", "isocentre", "pictures", "margin_mm")
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(["T7", "left", "rhizotomy", "T7.body_centre", "\ud800", "L/F", "AP"]),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(INNER), inner, max_size=3)
    ),
    max_leaves=6,
)
STEPS = st.one_of(st.sampled_from(FIELDS), st.sampled_from(INNER), st.integers(-2, 3))
PLACES = st.builds(
    lambda first, rest: (first, *rest), st.sampled_from(FIELDS), st.lists(STEPS, max_size=3)
)
EDITS = st.one_of(
    st.builds(SetValue, PLACES, VALUES),
    st.builds(AddItem, PLACES, VALUES, st.none() | st.integers(-1, 3)),
    st.builds(Remove, PLACES),
    st.builds(MoveItem, PLACES, st.integers(-1, 3), st.integers(-1, 3)),
)
STROKES = st.sampled_from(["", "", "a", "b"])
CHANGES = st.builds(Change, st.lists(EDITS, max_size=3).map(tuple), st.text(max_size=5), STROKES)
LOGS = st.lists(CHANGES | st.sampled_from([UNDO, REDO]), max_size=8)
few, fewer = tries(max_examples=40), tries(max_examples=12)
BASES = st.sampled_from([{}, *ALL.values()])


def spelled(document: object) -> str:
    """NaN equals nothing, so documents are compared as text."""
    return json.dumps(document, sort_keys=True)


@given(BASES, LOGS)
@few
def test_no_edit_makes_a_document_raise_or_touches_its_base(
    base: dict[str, Any], log: list[Entry]
) -> None:
    before = copy.deepcopy(base)
    document = Manuscript.begun(base).replayed(log).document()
    assert isinstance(document, dict)
    assert spelled(plain(document)) == spelled(document)
    assert spelled(base) == spelled(before)


@given(BASES, LOGS, CHANGES)
@few
def test_undo_takes_back_a_change_and_redo_makes_it_again(
    base: dict[str, Any], log: list[Entry], change: Change
) -> None:
    before = Manuscript.begun(base).replayed(log)
    alone = Change(change.edits, change.label)  # a stroke goes on with the change before it
    after = before.after(alone)
    assert after.after(UNDO).done == before.done
    assert spelled(after.after(UNDO).document()) == spelled(before.document())
    assert spelled(after.after(UNDO).after(REDO).document()) == spelled(after.document())


@given(BASES, LOGS)
@few
def test_everything_can_be_undone_and_redone(base: dict[str, Any], log: list[Entry]) -> None:
    end = Manuscript.begun(base).replayed(log)
    count = len(end.done)
    start = end.replayed([UNDO] * count)
    assert spelled(start.document()) == spelled(plain(base))
    assert not start.can_undo
    again = start.replayed([REDO] * count)
    assert spelled(again.documents) == spelled(end.documents)


@given(BASES, LOGS)
@few
def test_a_log_written_down_and_read_back_is_the_same_manuscript(
    base: dict[str, Any], log: list[Entry]
) -> None:
    written = [json.loads(json.dumps(entry_to_json(entry))) for entry in log]
    again = Manuscript.begun(base).replayed(entry_from_json(one) for one in written)
    assert spelled(again.documents) == spelled(Manuscript.begun(base).replayed(log).documents)


@given(BASES, LOGS, st.lists(CHANGES.filter(lambda one: one.stroke), min_size=1, max_size=5))
@few
def test_a_drag_written_as_one_line_is_the_drag_itself(
    base: dict[str, Any], log: list[Entry], drag: list[Change]
) -> None:
    drag = [Change(one.edits, one.label, "drag") for one in drag]
    start = Manuscript.begun(base).replayed(log)
    whole = start.replayed(drag)
    once = start.after(functools.reduce(merged, drag))
    assert spelled(once.documents) == spelled(whole.documents)
    assert len(once.done) == len(whole.done) == len(start.done) + 1


@given(BASES, LOGS)
@few
def test_the_list_never_raises_and_a_patient_can_be_looked_at_or_not(
    base: dict[str, Any], log: list[Entry]
) -> None:
    document = Manuscript.begun(base).replayed(log).document()
    found = problems(document, rubric_problems)
    shown = stand_in(document)
    if not any(one.stops for one in found):
        assert shown is not None
        assert has_own_targets(document, shown)
    for one in found:
        assert one.message
        assert one.where


@given(BASES, BASES)
@few
def test_a_difference_makes_one_document_of_another(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    assert spelled(all_changed(dict(before), difference(before, after))) == spelled(after)


@pytest.mark.parametrize("name", sorted(ALL))
def test_what_the_reader_takes_has_nothing_on_its_list(name: str) -> None:
    assert not [one for one in problems(ALL[name], rubric_problems) if one.stops]


def test_no_shipped_case_has_anything_on_its_list_that_stops_it() -> None:
    for path in (REPOSITORY / "scenarios").glob("*/scenario.yaml"):
        document: Any = read_document(text_of(path.read_bytes(), path.name), path.name).value
        assert [one for one in problems(document, rubric_problems) if one.stops] == [], path


@given(st.sampled_from(sorted(ALL)), st.lists(EDITS, min_size=1, max_size=2))
@few
def test_the_list_is_empty_just_where_the_file_can_be_read(name: str, edits: list[Edit]) -> None:
    """What the studio lets through is what everybody reads, byte for byte as it is published."""
    document = all_changed(plain(ALL[name]), edits)
    stops = [one for one in problems(document, rubric_problems) if one.stops]
    try:
        read_scenario(yaml_of(tidy(document)), name, rubric_problems)
    except Refusal:
        assert stops
    else:
        assert not stops


@given(st.sampled_from(["placement", "block", "rhizotomy"]), st.integers(1, 11), st.booleans())
@fewer
def test_patient_target_and_one_act_more_make_a_whole_case(
    procedure: str, number: int, right: bool
) -> None:
    start = Manuscript.begun(blank("my-case", "Dr Me") | {"procedure": procedure})
    targets = targets_of_joint(f"T{number}-T{number + 1}", "right" if right else "left")
    assert stand_in(start.document()) is None
    acts = (SetValue(("patient",), synthetic(7)), SetValue(("targets",), targets))
    begun = start.replayed(Change((act,)) for act in acts)
    whole = begun.after(Change(completion(begun.document())))
    assert not [one for one in problems(whole.document(), rubric_problems) if one.stops]
    assert completion(whole.document()) == ()
    assert own_words(whole.document()) == (("story", "history"), ("teaching",))


def test_what_is_missing_says_where_it_is_mended() -> None:
    found = {one.where: one for one in problems(blank("my-case", "Dr Me"), rubric_problems)}
    assert found["patient"].section is Section.PATIENT
    assert found["story"].weight is Weight.MISSING
    assert found["title"].section is Section.ABOUT
    assert found["targets"].stops


def test_an_exam_title_that_tells_stops_the_case() -> None:
    (found,) = problems({**SYNTHETIC, "exam_title": "Left T7"}, rubric_problems)
    assert (found.section, found.weight) == (Section.ABOUT, Weight.WRONG)
    assert "exam shows no level" in found.message


def test_a_rubric_that_cannot_be_applied_stops_the_case() -> None:
    rubric = copy.deepcopy(SYNTHETIC["rubric"])
    rubric["metrics"][0]["id"] = "no_such_metric"
    found = problems({**SYNTHETIC, "rubric": rubric}, rubric_problems)
    assert [one.section for one in found if one.stops] == [Section.RUBRIC]


def test_a_fork_has_its_own_name_and_keeps_who_wrote_it_before() -> None:
    origin = {**SYNTHETIC, "version": 7, "order": 3}
    before = copy.deepcopy(origin)
    fork = forked(origin, "mine", "Dr Me")
    assert origin == before
    assert (fork["id"], fork["version"], fork["authors"]) == ("mine", 1, ["Dr Me", "Somebody"])
    assert "order" not in fork
    assert not [one for one in problems(fork, rubric_problems) if one.stops]


def test_the_programs_own_words_follow_the_case_and_an_authors_stay() -> None:
    base = blank("my-case", "Me") | {"patient": synthetic(1), "targets": [target_on("T7", "left")]}
    whole = all_changed(base, completion(base)) | {"teaching": "Mine."}
    fresh = moved(whole, Move(1, other_side=True))
    told = all_changed(fresh, retold(whole, fresh))
    assert told["title"] == "A needle to T8 on the right"
    assert "T8-T9" in told["story"]["history"]
    assert told["teaching"] == "Mine."


def test_unfinished_fields_are_stood_in_for_and_sound_ones_are_kept() -> None:
    document = {**SYNTHETIC, "tolerance_mm": "wide", "machine": {"kvp": 80.0}, "title": None}
    document["targets"] = [*SYNTHETIC["targets"], {"bone": "T8"}]
    shown = stand_in(document)
    assert shown is not None
    assert shown.machine.kvp == 80.0
    assert [one.bone for one in shown.targets] == ["T7"]


@pytest.mark.parametrize("document", [CT, RADIOGRAPH])
def test_a_patient_alone_can_be_looked_at(document: dict[str, Any]) -> None:
    alone = {"patient": document["patient"]}
    shown = stand_in(alone)
    assert shown is not None
    assert not has_own_targets(alone, shown)


def test_places_that_do_not_fit_change_nothing() -> None:
    document = plain(SYNTHETIC)
    for edit in (
        SetValue(("title", "deep"), 1),
        SetValue(("targets", "first"), 1),
        AddItem(("title",), 1),
        Remove(("targets", 9)),
        MoveItem(("targets",), 0, 5),
    ):
        assert all_changed(document, [edit]) is document


def test_values_that_no_file_can_hold_are_refused_at_once() -> None:
    with pytest.raises(TypeError):
        SetValue(("title",), object())
    assert value_at(all_changed({}, [SetValue(("title",), "\ud800")]), ("title",)) == "?"
