"""Every bad scenario file of reliability.md 5.1 and what it gets."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.conftest import REPOSITORY
from tests.scenario.documents import (
    RADIOGRAPH,
    SYNTHETIC,
    Document,
    Place,
    as_file,
    changed,
    only_problem,
    problems,
    refused,
    without,
)
from tests.work import calls_of
from trainer.refusal import ExitCode, Problem
from trainer.scenario.reading import read_scenario
from trainer.scenario.rubric import Rubric
from trainer.scenario.yaml_text import BYTES_LIMIT

NAMED = b"rubric: {base: placement, version: 2}"
# A rubric of the first form, written into the file: its lines can be spoiled one by one.
FLAT = b"""\
rubric:
  id: placement
  version: 1
  pass_mark: 700
  note: provisional, not for decisions
  metrics:
    - {id: hazard_clearance_um, weight: 18, full_at: 0, zero_at: -5000}
    - {id: blind_advance_um, weight: 14, full_at: 10000, zero_at: 40000}
    - {id: hand_in_beam, weight: 8, full_at: 0, zero_at: 3}
    - {id: tip_to_target_um, weight: 30, full_at: 3000, zero_at: 8000}
    - {id: level_and_side, weight: 5, full_at: 1, zero_at: 0}
    - {id: view_depth, weight: 10, full_at: 1, zero_at: 0}
    - {id: kerma_ngy, weight: 10, full_at: 1650000, zero_at: 7060000}
    - {id: exposures, weight: 0, full_at: 12, zero_at: 60}
    - {id: redirections, weight: 3, full_at: 3, zero_at: 12}
    - {id: time_ms, weight: 2, full_at: 300000, zero_at: 900000}
  critical: [wrong_level, wrong_side, hazard_entered, no_depth_view]"""
SHIPPED = (REPOSITORY / "scenarios" / "place-t7-left" / "scenario.yaml").read_bytes()
assert NAMED in SHIPPED
GOOD = SHIPPED.replace(NAMED, FLAT)


def swapped(old: bytes, new: bytes) -> bytes:
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def line_with(words: bytes, data: bytes = GOOD) -> int:
    return data[: data.index(words)].count(b"\n") + 1


# The file as bytes


@pytest.mark.parametrize("data", [b"", b"\n", b"  \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_called_empty(data: bytes) -> None:
    assert "empty" in only_problem(data).message


@pytest.mark.parametrize("data", [b"x", b"7", b"[1, 2]", b"'a: b'", b"null"])
def test_a_document_without_fields_is_no_scenario(data: bytes) -> None:
    assert "no scenario" in only_problem(data).message


def test_a_file_cut_short_is_refused_with_all_that_it_lacks() -> None:
    found = problems(GOOD[: GOOD.index(b"\nstory:")])
    assert set(found) == {"story", "rubric", "teaching"}
    assert set(found.values()) == {"is missing"}


def test_a_byte_order_mark_is_allowed() -> None:
    assert read_scenario(b"\xef\xbb\xbf" + GOOD, "x").id == "place-t7-left"


def test_windows_line_ends_are_allowed() -> None:
    assert read_scenario(GOOD.replace(b"\n", b"\r\n"), "x") == read_scenario(GOOD, "x")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_another_encoding_of_unicode_is_refused_with_its_offset(encoding: str) -> None:
    said = only_problem(GOOD.decode().encode(encoding)).message
    assert "byte 0" in said or "byte 1 " in said
    assert "UTF-8" in said


def test_latin_1_is_refused_with_offset_and_line() -> None:
    data = swapped(b"Station A", b"Station \xe9")
    problem = only_problem(data)
    assert f"byte {data.index(0xE9)} (0xe9)" in problem.message
    assert problem.line == line_with(b"exam_title")


def test_a_nul_byte_is_refused_with_offset_and_line() -> None:
    data = swapped(b"Station A", b"Sta\0tion")
    problem = only_problem(data)
    assert f"byte {data.index(0)}" in problem.message
    assert problem.line == line_with(b"exam_title")


def test_a_control_character_is_refused_with_its_line() -> None:
    problem = only_problem(swapped(b"Station A", b"Sta\x07tion"))
    assert "control character" in problem.message
    assert problem.line == line_with(b"exam_title")


def test_a_file_over_the_size_limit_is_refused_before_it_is_read() -> None:
    over = b"a: [" + b"1," * BYTES_LIMIT
    assert "1,000,000 are the limit" in only_problem(over).message
    assert calls_of(lambda: only_problem(over)) < 200


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"a: " + b"[" * 100_000, "longer than"),
        (b"[\n" * 100_000, "deeper than 32"),
        (b'{"a":\n' * 50_000, "deeper than 32"),
        (b"".join(b"  " * n + b"a:\n" for n in range(900)), "deeper than 32"),
        (b"a: [" + b"1,\n" * 200_000 + b"1]", "more than 20,000 values"),
        (b"".join(b"k%d: 1\n" % n for n in range(60_000)), "more than 20,000 values"),
    ],
)
def test_depth_and_number_are_limited_while_reading(data: bytes, why: str) -> None:
    assert why in only_problem(data).message


@pytest.mark.parametrize("data", [b"a: " + b"[" * 100_000, b"[\n" * 1_000, b'{"a":\n' * 1_000])
def test_what_follows_the_place_that_is_refused_is_not_parsed(data: bytes) -> None:
    """A further line costs one look at its length, where parsing it would be a hundred calls."""
    values = b"\n" + b"z: [[1, 2], 3]\n" * 50
    once = calls_of(lambda: only_problem(data + values))
    assert calls_of(lambda: only_problem(data + 20 * values)) <= once + 4 * 1_000


def test_anchors_that_multiply_are_stopped() -> None:
    laughs = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    laughs += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]
    assert "more than 20,000 values" in only_problem("\n".join(laughs).encode()).message


def test_an_anchor_inside_itself_is_refused() -> None:
    assert "*a" in only_problem(b"x: &a [*a]").message


def test_an_honest_anchor_is_understood() -> None:
    data = swapped(b"structure: pleura, margin_mm: 5.0", b"structure: pleura, margin_mm: &m 4.0")
    data = data.replace(b"structure: canal, margin_mm: 5.0", b"structure: canal, margin_mm: *m")
    assert [hazard.margin_mm for hazard in read_scenario(data, "x").hazards] == [4.0, 4.0, 5.0]


@pytest.mark.parametrize(
    "data",
    [
        b"a: [1, 2",
        b"a: 'x",
        b"a: b: c",
        b"\tx: 1",
        b"%YAML 9999999999999.1\n---\na: 1",
        b'a: "\\UFFFFFFFF"',
        b"a: !<x",
        b"@",
        b"--- 1\n--- 2\n",
        b"# only a comment\n",
        b"? [1]\n: 2\n",
        b"? {a: 1}\n: 2\n",
    ],
)
def test_what_is_not_one_yaml_document_is_refused(data: bytes) -> None:
    assert only_problem(data).where == "file"


def test_a_tag_that_would_build_an_object_is_refused_and_builds_nothing() -> None:
    data = GOOD + b"run: !!python/object/apply:os.system ['exit 1']\n"
    said = [problem.message for problem in refused(data).problems]
    assert any("python/object/apply" in message for message in said)


# What the document says


def test_a_field_given_twice_is_refused_with_both_lines() -> None:
    first, second = line_with(b"\nid:") + 1, GOOD.count(b"\n") + 1
    said = problems(GOOD + b"id: another-one\n")["id"]
    assert str(first) in said
    assert str(second) in said


@pytest.mark.parametrize("word", [b".nan", b".inf", b"-.inf", b"1e999", b"-1e999", b"9" * 5000])
def test_a_number_that_is_not_finite_is_refused_with_its_path(word: bytes) -> None:
    problem = only_problem(swapped(b"tilt_deg: 6.0", b"tilt_deg: " + word))
    assert problem.where == "start_pose.tilt_deg"
    assert problem.line == line_with(b"tilt_deg: 6.0")
    assert "finite" in problem.message


def test_a_whole_number_of_five_thousand_digits_is_refused() -> None:
    assert only_problem(swapped(b"seed: 7", b"seed: " + b"7" * 5000)).where == "patient.seed"


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("version",), "12"),
        (("version",), True),
        (("version",), 1.0),
        (("version",), None),
        (("tolerance_mm",), "5"),
        (("tolerance_mm",), True),
        (("title",), 12),
        (("title",), None),
        (("authors",), "Somebody"),
        (("targets",), {"0": 1}),
        (("targets", 0), "T7"),
        (("targets", 0, "side"), 1),
        (("patient",), []),
        (("start_pose", "isocentre"), {"x": 1}),
        (("rubric", "metrics", 0, "weight"), 70.0),
        (("rubric", "critical"), "wrong_level"),
    ],
)
def test_one_type_is_never_taken_for_another(place: Place, value: object) -> None:
    found = problems(changed(SYNTHETIC, (place, value)))
    assert list(found) == [path_of(place)]


def path_of(place: Place) -> str:
    return "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in place).removeprefix(".")


def test_a_whole_number_serves_as_a_length() -> None:
    scenario = read_scenario(as_file(changed(SYNTHETIC, (("tolerance_mm",), 4))), "x")
    assert scenario.tolerance_mm == 4.0


def test_an_unknown_field_is_refused_with_the_nearest_name() -> None:
    problem = only_problem(swapped(b"    side: left", b"    side: left\n    joints: T7-T8"))
    assert problem.where == "targets[0].joints"
    assert "did you mean 'joint'?" in problem.message


def test_a_misspelt_field_is_named_and_its_absence_too() -> None:
    found = problems(swapped(b"\nprocedure:", b"\nproceduer:"))
    assert "did you mean 'procedure'?" in found["proceduer"]
    assert found["procedure"] == "is missing"


def test_a_wrong_word_is_refused_with_the_words_there_are() -> None:
    problem = only_problem(swapped(b"side: left", b"side: lft"))
    assert problem.where == "targets[0].side"
    assert "'left' or 'right'" in problem.message
    assert problem.line == line_with(b"side: left")


def test_a_newer_schema_is_refused_and_nothing_else_is_judged() -> None:
    problem = only_problem(as_file({"schema_version": 2, "whatever": True}))
    assert problem.where == "schema_version"
    assert "newer" in problem.message


@pytest.mark.parametrize("found", ["2.10", "1", 1.0, True, None, 0, -1])
def test_a_schema_version_that_is_none_is_refused(found: object) -> None:
    assert only_problem(changed(SYNTHETIC, (("schema_version",), found))).where == "schema_version"


@pytest.mark.parametrize("level", ["T0", "T13", "T7 ", "t7", "L2", "C6", "7"])
def test_a_level_that_is_not_thoracic_is_refused(level: str) -> None:
    assert (
        "C7, T1, T2"
        in problems(changed(SYNTHETIC, (("targets", 0, "bone"), level)))["targets[0].bone"]
    )


@pytest.mark.parametrize(
    ("place", "value", "limit"),
    [
        (("tolerance_mm",), 0.4, "0.5"),
        (("tolerance_mm",), 50, "20"),
        (("tolerance_mm",), -1, "0.5"),
        (("hazards", 0, "margin_mm"), -0.1, "0"),
        (("start_pose", "tilt_deg"), 90, "89"),
        (("start_pose", "oblique_deg"), -181, "-180"),
        (("machine", "sid_mm"), 102, "500"),
        (("machine", "matrix_px"), 100_000, "2048"),
        (("machine", "pulse_rate_hz"), 3, "1, 2, 4, 8 or 15"),
        (("required_views", 0, "tolerance_deg"), 0, "0"),
        (("patient", "seed"), -1, "0"),
        (("rubric", "pass_mark"), 1001, "1000"),
        (("time_limit_s",), 0, "10"),
    ],
)
def test_a_value_out_of_range_is_refused_with_value_and_limit(
    place: Place, value: float, limit: str
) -> None:
    found = problems(changed(SYNTHETIC, (place, value)))
    assert list(found) == [path_of(place)]
    assert limit in found[path_of(place)]
    assert str(value) in found[path_of(place)]


def test_no_target_and_too_many_targets_are_refused() -> None:
    assert list(problems(changed(SYNTHETIC, (("targets",), [])))) == ["targets"]
    many = problems(changed(SYNTHETIC, (("targets",), SYNTHETIC["targets"] * 17)))
    assert many["targets"] == "may hold at most 16 entries"


@pytest.mark.parametrize(
    "title",
    ["x" * 201, "", " ", "a\nb", "a\x1bb", "T7 \u202etfel", "half \ud800 a pair", "\u2028"],
)
def test_a_title_that_cannot_be_shown_safely_is_refused(title: str) -> None:
    assert only_problem(changed(SYNTHETIC, (("title",), title))).where == "title"


def test_markup_in_a_title_is_plain_text() -> None:
    title = "<img src=file:///etc/passwd> & <b>T7</b>"
    assert read_scenario(as_file(changed(SYNTHETIC, (("title",), title))), "x").title == title


BAD_NAMES = [
    "../x.dcm",
    "..",
    ".",
    "/etc/passwd",
    "a/b.dcm",
    "a\\b.dcm",
    "\\\\server\\share\\x.dcm",
    "C:\\x.dcm",
    "C:x.dcm",
    "file:///x.dcm",
    "http://x/y.dcm",
    "CON",
    "nul.dcm",
    "COM1.dcm",
    "x.dcm.",
    "x.dcm ",
    ".hidden",
    "~/x.dcm",
    "x\u202emcd.exe",
    "x\n.dcm",
    "x" * 300,
    "ä" * 140,
    "",
    "assets:images/../x.dcm",
    "assets:images/a/b.dcm",
    "assets:images/",
    "assets:other/x.dcm",
]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_picture_is_a_bare_name_and_nothing_else(name: str) -> None:
    place: Place = ("patient", "pictures", 0, "file")
    assert only_problem(changed(RADIOGRAPH, (place, name))).where == "patient.pictures[0].file"


@pytest.mark.parametrize(
    "folder",
    [
        "../p",
        "a/b",
        "a/../../b",
        "/x/../y",
        "file:///x",
        "\\\\server\\x",
        "//server/x",
        "CON",
        "p.",
    ],
)
def test_a_patient_folder_lies_beside_the_file_or_where_the_author_chose(folder: str) -> None:
    from tests.scenario.documents import CT

    assert only_problem(changed(CT, (("patient", "folder"), folder))).where == "patient.folder"


@pytest.mark.parametrize("folder", ["patient-1", "/data/p 1", "~/p", "C:\\data\\p", "D:/p"])
def test_a_chosen_patient_folder_is_accepted(folder: str) -> None:
    from tests.scenario.documents import CT

    document = changed(CT, (("patient", "folder"), folder))
    assert read_scenario(as_file(document), "x").patient.kind == "ct"


# All at once


def test_every_problem_is_told_at_once_in_the_order_of_the_file() -> None:
    data = GOOD
    for old, new in (
        (b"exam_title: Station A", b"exam_title: Left T7 block"),
        (b"generator_version: 1", b"generator_version: 9"),
        (b"bone: T7", b"bone: T9"),
        (b"target_uncertainty_mm: 2.0", b"target_uncertainty_mm: 7.0"),
        (b"structure: canal, margin_mm", b"structure: canal, margin"),
        (b"tilt_deg: 6.0", b"tilt_deg: '6.0'"),
        (b"weight: 18", b"weight: 17"),
    ):
        assert data.count(old) == 1, old
        data = data.replace(old, new)
    data += b"title: twice\n"
    found = refused(data)
    assert [problem.where for problem in found.problems] == [
        "title",
        "exam_title",
        "patient.generator_version",
        "targets[0].joint",
        "targets[0].nerve",
        "target_uncertainty_mm",
        "hazards[1].margin",
        "hazards[1].margin_mm",
        "start_pose.tilt_deg",
        "rubric.metrics",
    ]
    assert found.why == "10 problems were found"
    assert found.code is ExitCode.BAD_INPUT


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (b"exam_title: Station A", "exam_title"),
        (b"seed: 7", "patient.seed"),
        (b"side: left", "targets[0].side"),
        (b"structure: foramen", "hazards[2].structure"),
        (b"isocentre: T7.body_centre", "start_pose.isocentre"),
        (b"weight: 30", "rubric.metrics[3].weight"),
        (b"decision: proceed", "story.decision"),
    ],
)
def test_the_line_is_the_line_of_the_field(words: bytes, where: str) -> None:
    field = words.split(b":")[0]
    problem = only_problem(swapped(words, field + b": {}"))
    assert (problem.where, problem.line) == (where, line_with(words))


def test_a_missing_field_has_the_line_of_what_should_hold_it() -> None:
    data = swapped(b"    - {id: exposures, weight: 0, ", b"    - {id: exposures, ")
    problem = only_problem(data)
    assert problem.where == "rubric.metrics[7].weight"
    assert problem.line == line_with(b"- {id: exposures")


def test_thousands_of_problems_are_cut_to_a_list_one_can_read() -> None:
    document = dict(SYNTHETIC) | {f"extra{n}": n for n in range(3000)}
    found = refused(document)
    assert len(found.problems) == 201
    assert "2800 more" in found.problems[-1].message


def test_what_scoring_says_about_a_rubric_gets_its_line() -> None:
    def judge(rubric: Rubric) -> Iterator[Problem]:
        for index, metric in enumerate(rubric.metrics):
            if metric.id == "exposures":
                yield Problem(f"rubric.metrics[{index}].id", "nothing measures this")

    (problem,) = refused(GOOD, judge).problems
    assert problem.where == "rubric.metrics[7].id"
    assert problem.line == line_with(b"- {id: exposures")


def test_what_scoring_says_comes_with_everything_else() -> None:
    document = changed(without(SYNTHETIC, ("teaching",)), (("version",), 0))
    found = problems(document, lambda _: [Problem("rubric.critical[0]", "unknown")])
    assert set(found) == {"teaching", "version", "rubric.critical[0]"}


def test_a_refusal_is_a_calm_sentence_without_a_traceback() -> None:
    said = str(refused(swapped(b"side: left", b"side: lft")))
    assert said.startswith("x.yaml is not a usable scenario: targets[0].side (line ")
    assert "Traceback" not in said


def test_reading_does_not_change_what_it_was_given() -> None:
    before: Document = json.loads(json.dumps(SYNTHETIC))
    read_scenario(as_file(SYNTHETIC), "x")
    assert before == SYNTHETIC
