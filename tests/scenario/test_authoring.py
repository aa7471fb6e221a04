"""Many scenarios from one: names move along, what is written reads the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import REPOSITORY
from tests.scenario.documents import CT, RADIOGRAPH, SYNTHETIC, changed
from trainer.refusal import Refusal
from trainer.scenario.authoring import left_behind, made, why_no_template, yaml_of
from trainer.scenario.authoring_table import COLUMNS, Row, read_table
from trainer.scenario.canonical import from_document
from trainer.scenario.moving import BeyondTheSpineError, Move, moved
from trainer.scenario.yaml_document import read_document
from trainer.scoring.rubric import rubric_problems

BLOCK = REPOSITORY / "scenarios" / "rf-t7-8" / "scenario.yaml"


def document_of(data: bytes) -> dict[str, Any]:
    value = read_document(data.decode(), "x").value
    assert isinstance(value, dict)
    return value


RF = document_of(BLOCK.read_bytes())
ODD_WORDS = """1 -1 1.5 1e5 .5 +12 0x1F 0o17 1_000 null ~ true yes No off .nan -.inf
2026-11-23 12:30:45 << = - ? : # & * ! | > % @ ` [] {} a:b"""
ODD_LINES = ("a: b", "- a", "# a", " lead", "trail ", "'", '"', "a #b", "---", "...", "a\n\n b")
odd_lines = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1),
    st.sampled_from([*ODD_WORDS.split(), *ODD_LINES]),
)


@given(st.integers(-6, 4), st.booleans())
@settings(max_examples=25)
def test_there_and_back_again_is_where_one_was(levels: int, other_side: bool) -> None:
    there = moved(RF, Move(levels, other_side))
    assert moved(there, Move(-levels, other_side)) == RF
    assert (there == RF) == (levels == 0 and not other_side)


def test_names_move_and_prose_and_the_person_stay() -> None:
    there = moved(RF, Move(2, True))
    assert [one["bone"] for one in there["targets"]] == ["T9", "T10"]
    assert [one["nerve"] for one in there["targets"]] == ["T8-mb", "T9-mb"]
    assert {one["side"] for one in there["targets"]} == {"right"}
    assert there["start_pose"]["isocentre"] == "T9.body_centre"
    assert {one["joint"] for one in there["story"]["diary"]} == {"T9-T10 right"}
    assert there["story"]["history"] == RF["story"]["history"]
    assert there["patient"] == RF["patient"]


def test_the_start_pose_is_mirrored() -> None:
    pose = {"oblique_deg": 12.0, "isocentre_offset_mm": [5.0, -150.0, 0.0]}
    there = moved({"start_pose": pose}, Move(other_side=True))["start_pose"]
    assert there == {"oblique_deg": -12.0, "isocentre_offset_mm": [-5.0, -150.0, 0.0]}


def test_the_spine_ends() -> None:
    with pytest.raises(BeyondTheSpineError, match="T8"):
        moved(SYNTHETIC, Move(6))


@settings(max_examples=100)
@given(odd_lines)
def test_what_is_written_reads_the_same(text: str) -> None:
    document = {"title": text, "list": [{"teaching": f"{text}\n{text}"}, 5.0, 5, None]}
    assert document_of(yaml_of(document)) == document


@pytest.mark.parametrize("joint", ["C7-T1", "T1-T2", "T5-T6", "T11-T12"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_rhizotomy_is_valid_at_every_joint_and_side(joint: str, side: str) -> None:
    row = Row(1, 2, {"id": "made-one", "joint": joint, "side": side, "title": "Made", "bmi": "31"})
    data, scenario, problems = made(RF, from_document(RF), row, rubric_problems)
    assert problems == ()
    assert scenario is not None
    assert scenario.sides == (side,)
    assert {target.joint for target in scenario.targets} == {joint}
    assert document_of(data)["patient"]["bmi"] == 31
    assert scenario.version == 1


def test_marks_in_the_template_are_filled_in() -> None:
    speaking = changed(SYNTHETIC, (("title",), "{Side} {joint}: {level}, {side}"))
    row = Row(1, 2, {"id": "made-one", "level": "T9", "side": "right"})
    _, scenario, _ = made(speaking, from_document(speaking), row, rubric_problems)
    assert scenario is not None
    assert scenario.title == "Right T9-T10: T9, right"


def test_prose_that_names_the_old_place_is_told_and_other_prose_is_not() -> None:
    told = changed(
        SYNTHETIC, (("teaching",), "On the left, at T7; T3 is the spine of the scapula.")
    )
    template = from_document(told)
    row = Row(1, 2, {"id": "made-one", "level": "T9", "side": "right", "title": "New one"})
    data, scenario, _ = made(told, template, row, rubric_problems)
    assert scenario is not None
    said = list(left_behind(template, scenario, document_of(data)))
    assert said == ["teaching still says T7, left"]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"level": "T13"}, "level"),
        ({"level": "L1", "joint": "T5-T6"}, "level"),
        ({"joint": "T7"}, "joint"),
        ({"side": "both"}, "side"),
        ({"seed": "many"}, "seed"),
        ({"seed": "1.5"}, "seed"),
        ({"title": "x" * 500}, "title"),
        ({"sex": "none"}, "sex"),
        ({"joint": "T12-L1", "level": "T12"}, ""),
    ],
)
def test_a_wrong_cell_is_told_by_its_column(cells: dict[str, str], column: str) -> None:
    two = changed(RF, (("id",), "two"))
    _, scenario, problems = made(two, from_document(two), Row(3, 4, {"id": "x-one", **cells}), None)
    if column == "":
        assert scenario is not None
        return
    assert scenario is None
    assert {problem.where for problem in problems} == {f"row 3 (x-one), column {column}"}
    assert {problem.line for problem in problems} == {4}


def test_a_template_must_have_targets_that_are_names() -> None:
    assert why_no_template(from_document(SYNTHETIC)) is None
    for document, why in (
        (CT, "patient folder lies beside it"),
        (RADIOGRAPH, "points in pictures"),
    ):
        assert why in str(why_no_template(from_document(document)))
    points = changed(CT, (("patient", "folder"), "/patients/one"))
    assert "its targets are points" in str(why_no_template(from_document(points)))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("id\n", "no row"),
        ("title\nx\n", "column id (line 1): is missing"),
        ("id,id\na,b\n", "is there twice"),
        ("id,tilte\na,b\n", "did you mean 'title'"),
        ("id,title\na\n", "row 1"),
        ('id\n"a\n', "no table"),
        ("id\n" + "a\n" * 501, "501 rows of 500"),
        ("id\n\x00\n", "NUL"),
        ("id\né\n".encode("latin-1"), "not UTF-8"),
    ],
)
def test_a_table_that_is_none_is_refused(text: str | bytes, why: str) -> None:
    with pytest.raises(Refusal, match="not a usable table") as caught:
        read_table(text if isinstance(text, bytes) else text.encode(), "t.csv")
    assert why in str(caught.value)


def test_a_spreadsheet_with_semicolons_and_a_mark_reads_as_well() -> None:
    (row,) = read_table("\ufeffid;title\r\nx-one;A, B\r\n\r\n".encode(), "t.csv")
    assert row.cells == {"id": "x-one", "title": "A, B"}
    assert {"id", "joint", "side", "seed", "title"} <= set(COLUMNS)
