"""CSV: what a spreadsheet opens is what was meant, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.conftest import REPOSITORY
from tests.scoring.attempts import careful, file_of, header, reckless, scenario
from trainer.attempt.events import OwnCallMade
from trainer.attempt.log import AttemptLog, parse
from trainer.cli.grammar.attempts import EXPORT_TABLES
from trainer.exchange import export
from trainer.exchange.codebook import codebook_page
from trainer.exchange.csv_text import NEUTRAL, csv_bytes, read_cell, written
from trainer.exchange.tables import TABLES
from trainer.scoring.debrief.debrief import debrief_of
from trainer.scoring.metrics import METRICS

# What begins a formula in one spreadsheet or another (CWE-1236), and what they skip before it.
STARTS = "=+-@＝＋－＠"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
HOSTILE = st.tuples(
    st.sampled_from(["", " ", "\t", "\r\n", "'", "''", "\ufeff", "\xa0", '"', ",", "\x00"]),
    st.sampled_from([*STARTS, ""]),
    TEXTS,
).map("".join)


def log_of(events=None, head=None) -> AttemptLog:
    return parse(file_of(events or careful(), head))


def table(name: str, events=None, head=None, **options) -> list[dict[str, str]]:
    log = log_of(events, head)
    data = export.table_bytes(name, log, debrief_of(log), **options)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_back(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


@given(st.lists(st.lists(HOSTILE | TEXTS, min_size=2, max_size=4), max_size=5))
@example([["=cmd|' /C calc'!A0", "a,b"], ['say "hi"', "two\r\nlines"]])
def test_every_text_comes_back_as_it_went(rows):
    got = read_back(csv_bytes(["name", "more"], rows))
    assert [[read_cell(cell) for cell in row] for row in got[1:]] == rows


@given(HOSTILE | TEXTS)
def test_no_text_starts_a_formula(text):
    shown = str(written(text))
    visible = shown.lstrip(" \xa0\ufeff\x00")
    assert not visible.startswith(tuple(STARTS))
    assert not shown.startswith(("\t", "\r", "\n", "\x00"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1"])
def test_known_tricks_are_marked_as_text(text):
    assert written(text) == NEUTRAL + text


@given(st.integers(-(10**12), 10**12))
def test_numbers_stay_numbers_the_negative_too(number):
    assert read_back(csv_bytes(["n"], [[number]]))[1] == [str(number)]


def test_nothing_yes_and_no():
    assert read_back(csv_bytes(["a", "b", "c"], [[None, True, False]]))[1] == ["", "1", "0"]


def test_lines_end_as_rfc_4180_says_and_the_mark_is_an_option():
    assert csv_bytes(["a"], [["b"]]) == b"a\r\nb\r\n"
    assert csv_bytes(["a"], [["b"]], bom=True) == b"\xef\xbb\xbfa\r\nb\r\n"


@pytest.mark.parametrize("name", export.NAMES)
def test_every_table_is_rectangular_and_whole_numbers_only(name):
    log = log_of(reckless())
    rows = read_back(export.table_bytes(name, log, debrief_of(log)))
    assert len(rows) > 1 or name == "own_calls"
    assert {len(row) for row in rows} == {len(rows[0])}
    if name in TABLES:
        kinds = ["text", *(column.kind for column in TABLES[name].columns)]
        for row in rows[1:]:
            for kind, cell in zip(kinds, row, strict=True):
                assert kind == "text" or cell == "" or cell.lstrip("-").isdigit()


def test_the_tables_say_what_the_score_says():
    log = log_of(reckless())
    found = debrief_of(log).score
    (summary,) = table("summary", reckless())
    assert summary["score"] == str(found.score)
    assert summary["digest"] == found.digest
    assert summary["passed"] == "0"
    metrics = {row["metric"]: row["value"] for row in table("metrics", reckless())}
    assert metrics == {
        metric.id: "" if metric.value is None else str(metric.value) for metric in found.metrics
    }
    assert [row["error"] for row in table("errors", reckless())] == [e.id for e in found.critical]


def test_every_event_is_in_the_table_with_every_field():
    log = log_of(reckless())
    rows = table("events", reckless())
    assert {int(row["event_number"]) for row in rows} == set(range(1, len(list(log.events)) + 1))
    assert sum(row["field"] == "kap_pgym2" for row in rows) == 3
    tip = [row["number"] for row in rows if row["field"] == "tip_um.1"]
    assert "25000" in tip


def test_an_exposure_is_a_row():
    rows = table("exposures", careful())
    assert [row["number"] for row in rows] == [str(n) for n in range(1, 8)]
    assert rows[-1]["oblique_mdeg"] == "90000"


def test_the_own_call_is_a_row_beside_the_truth():
    events = careful()
    said = OwnCallMade(events[-1].t_ms + 1, 1, "short", 4_000, True, 80)
    (row,) = table("own_calls", [*events, said])
    assert (row["direction"], row["true_direction"], row["brier"]) == ("short", "on-target", "400")


def test_a_hostile_scenario_makes_no_formula_in_any_table():
    document = scenario()
    document["rubric"]["note"] = '=HYPERLINK("http://evil","provisional")'
    log = log_of(careful(), header(document))
    for name, data in export.all_tables(log, debrief_of(log)).items():
        for row in read_back(data):
            assert not any(cell.startswith(("=", "@")) for cell in row), name


def test_the_codebook_names_every_column_and_every_metric():
    rows = table("codebook")
    columns = {(row["table"], row["name"]) for row in rows if row["entry"] == "column"}
    for name, one in TABLES.items():
        assert {(name, column.name) for column in one.columns} <= columns
    known = {row["name"]: row for row in rows if row["entry"] == "metric"}
    assert set(known) == set(METRICS)
    tip = known["tip_to_target_um"]
    assert (tip["unit"], tip["better"], tip["version"]) == ("um", "lower", "1")
    assert tip["meaning"].startswith("Tip to target. Distance in space")


def test_the_page_is_the_one_that_the_tables_make():
    page = Path(REPOSITORY / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert page == codebook_page(), "run: python -m tools.make_codebook"


def test_the_json_document_holds_score_debrief_and_tables():
    log = log_of(reckless())
    document = json.loads(export.json_bytes(log, debrief_of(log)))
    assert document["score"]["digest"] == debrief_of(log).score.digest
    assert set(document["tables"]) == set(TABLES)
    assert document["tables"]["exposures"][0]["hand_in_beam"] is False
    assert document["debrief"]["moments"]


def test_the_grammar_names_the_tables_that_there_are():
    assert EXPORT_TABLES == export.NAMES
