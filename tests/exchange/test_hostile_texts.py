"""What people type comes through every export as text: it runs nowhere, is cut nowhere unsaid."""

from __future__ import annotations

import csv
import html
import io
import json

import numpy as np
import pydicom
import pytest
from pypdf import PdfReader

from tests.scoring.attempts import careful, file_of, header, scenario
from trainer.assessment.marking.checklist import items_for
from trainer.assessment.marking.mark import COMMENT_LETTERS, Mark
from trainer.attempt.log import parse
from trainer.dicom.sr import report_bytes as sr_bytes
from trainer.dicom.xa import exposure_bytes
from trainer.exchange.csv_text import csv_bytes, read_cell
from trainer.exchange.export import json_bytes
from trainer.exchange.report_facts import facts_of
from trainer.exchange.report_markup import LONGEST_TEXT
from trainer.exchange.report_pdf import report_bytes
from trainer.exchange.report_web import report_web
from trainer.exchange.xapi import attempt_statement, comment_statement, statements_bytes
from trainer.geometry.carm import CArmPose
from trainer.scoring.debrief.debrief import debrief_of
from trainer.session.marking import marks_table
from trainer.session.pacs import Remark, ReportFacts, Run

TYPED = {
    "formula": "=cmd()|' /C calc'!A0",
    "emoji": "👩🏽‍⚕️ 🩻 ok",
    "right to left": "مرحبا שלום",
    "markup": '<script>alert(1)</script> & "quotes" \\ back',
    "long": ("=cmd() שלום 👩🏽‍⚕️ " * COMMENT_LETTERS)[: COMMENT_LETTERS - 1] + ".",
}
HEAD = header(scenario() | {"title": "Made by hand"})
LOG = parse(file_of(careful(), HEAD))
DEBRIEF = debrief_of(LOG)


@pytest.fixture(params=list(TYPED))
def typed(request: pytest.FixtureRequest) -> str:
    return TYPED[request.param]


def mark(comment: str) -> Mark:
    answers = {item.id: "done" for item in items_for("placement")}
    return Mark(
        "00000000-0000-4000-8000-000000000005", "s", HEAD.attempt_id, "a" * 64, "rater-1",
        "2026-11-23T09:00:00Z", "placement", answers, 4, "pass", comment, 3,
    )  # fmt: skip


def test_csv(typed: str) -> None:
    names, rows = marks_table([mark(typed)])
    read = list(csv.DictReader(io.StringIO(csv_bytes(names, rows).decode(), newline="")))
    assert read_cell(read[0]["comment"]) == typed
    assert not read[0]["comment"].startswith("=")


def test_xapi(typed: str) -> None:
    made = json.loads(statements_bytes([comment_statement(mark(typed))]))
    assert made[0]["result"]["response"] == typed


def test_xapi_names_the_task(typed: str) -> None:
    log = parse(file_of(careful(), header(scenario() | {"title": typed})))
    (made,) = json.loads(statements_bytes([attempt_statement(log, DEBRIEF.score, "p")]))
    assert made["object"]["definition"]["name"]["en"] == typed


def test_sr(typed: str) -> None:
    runs = (Run("a run 1", 1),)
    data = sr_bytes(ReportFacts(HEAD, DEBRIEF.score, runs, (Remark("r", typed),)))
    items = pydicom.dcmread(io.BytesIO(data)).ContentSequence
    assert f"r: {typed}" in [item.get("TextValue") for item in items]


def test_xa_holds_nothing_that_anybody_typed(typed: str) -> None:
    """Its names are of hashes: where nothing is written, nothing can be bent."""
    facts = {"instance": typed, "study": typed, "number": 1, "compress": ""}
    grey = np.zeros((64, 64), dtype=np.uint16)
    made = pydicom.dcmread(io.BytesIO(exposure_bytes(grey, CArmPose(matrix_px=64), facts)))
    assert made.SOPInstanceUID.is_valid and made.StudyInstanceUID.is_valid
    assert typed[:20] not in str(made) and typed[:20] not in str(made.file_meta)


def test_json(typed: str) -> None:
    log = parse(file_of(careful(), header(scenario() | {"id": typed})))
    assert json.loads(json_bytes(log, debrief_of(log)))["score"]["scenario"]["id"] == typed


def test_html_shows_it_and_runs_nothing(typed: str) -> None:
    log = parse(file_of(careful(), header(scenario() | {"title": typed})))
    page = report_web(facts_of(log, debrief_of(log))).decode()
    assert "<script>" not in page
    shown = html.unescape(page)
    assert typed[:LONGEST_TEXT] in shown
    assert len(typed) <= LONGEST_TEXT or f"({len(typed)} letters in all)" in shown


@pytest.mark.usefixtures("qapp")
def test_pdf_shows_it_and_says_what_is_cut() -> None:
    typed = TYPED["long"]
    log = parse(file_of(careful(), header(scenario() | {"title": typed})))
    reader = PdfReader(io.BytesIO(report_bytes(facts_of(log, debrief_of(log)))))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert typed.split()[0] in text  # which letters of other scripts a page has, its font decides
    assert f"{len(typed)} letters in all" in text
    assert not any("/JavaScript" in str(page) or "/AA" in page for page in reader.pages)
