"""A session of an exam on paper: each candidate's receipt, result if released, and the seals."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from trainer.assessment.exams.results import CandidateResult, Outcome
from trainer.assessment.exams.session_log import SessionHeader
from trainer.assessment.exams.state import Candidate, Sealed, SessionState
from trainer.exchange.report_html import WARNING
from trainer.exchange.report_markup import BAND, INK, LINE, cell, heading, quiet, row, safe, table
from trainer.exchange.report_pdf import FOOT_MM, MARGIN_MM, RESOLUTION_DPI, dated, page_font
from trainer.exchange.report_words import points
from trainer.session.exams.reading import SessionVerdict

TEXT_PT = 9.0
MM_PER_INCH = 25.4
_HEAD = f"background:{BAND}; font-weight:600"
_RULE = f"border-bottom:1px solid {LINE}"


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What the report tells. verdict : of a check of every attempt, root and receipt."""

    header: SessionHeader
    state: SessionState
    results: tuple[CandidateResult, ...]
    verdict: SessionVerdict


def session_html(facts: SessionFacts) -> str:
    """The whole report as simple HTML."""
    parts = (_title(facts), _standing(facts), _candidates(facts), _stations(facts), _seals(facts))
    body = "".join(parts)
    return f'<body style="font-size:{TEXT_PT}pt; color:{INK}">{body}</body>'


def session_pdf(facts: SessionFacts) -> bytes:
    """The report as a PDF of A4 pages. Needs a QGuiApplication.

    Deterministic as `report_pdf.report_bytes` is; its date is the session's.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, facts)
    size = QSizeF(writer.width(), writer.height() - FOOT_MM / MM_PER_INCH * RESOLUTION_DPI)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0.0)
    document.setDefaultFont(page_font(TEXT_PT))
    document.setHtml(session_html(facts))
    document.setPageSize(size)
    painter = QPainter(writer)
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        _page(painter, document, page, size, QSizeF(writer.width(), writer.height()))
        foot = f"SIMULATION · session {facts.header.session_id} · "
        painter.drawText(
            QRectF(0, size.height(), size.width(), writer.height() - size.height()),
            0x0080 | 0x0002,  # at the bottom, to the right
            f"{foot}page {page + 1} of {document.pageCount()}",
        )
    painter.end()
    return dated(bytes(buffer.data().data()), facts.header.created_utc)


def _page(
    painter: QPainter, document: QTextDocument, page: int, size: QSizeF, _whole: QSizeF
) -> None:
    painter.save()
    painter.translate(0, -page * size.height())
    # A dot less: what begins on the next page touches this one.
    document.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height() - 1))
    painter.restore()
    painter.setFont(page_font(7.0))
    painter.setPen(INK)


def _writer(buffer: QBuffer, facts: SessionFacts) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION_DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    a4, portrait = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(a4, portrait, margins, QPageLayout.Unit.Millimeter))
    writer.setTitle(f"Session report: {facts.header.definition.title}")
    writer.setCreator(f"Rhizotomy Trainer {facts.header.version}")
    made_of = f"{facts.header.session_id} {facts.state!r}".encode("utf-8", "replace")
    number = uuid.UUID(bytes=hashlib.sha256(made_of).digest()[:16])
    writer.setDocumentId(QUuid(str(number)))
    return writer


def _title(facts: SessionFacts) -> str:
    header = facts.header
    lines = (
        f'<p style="font-size:{TEXT_PT + 6}pt; font-weight:600; margin:0">'
        f"{safe(header.definition.title)}</p>",
        f'<p style="margin:0">Exam {safe(header.definition.id)} version '
        f"{header.definition.version} · session of {safe(header.created_utc)} · workstation "
        f"{safe(header.workstation)}</p>",
        f'<p style="margin:0">{quiet(f"session {safe(header.session_id)}")}</p>',
    )
    return "".join(lines)


def _standing(facts: SessionFacts) -> str:
    cut = facts.header.definition.cut
    sem = "unknown: every result counts as near the cut" if cut.sem is None else points(cut.sem)
    told = (
        f"<b>{WARNING}</b>",
        f"Cut: mean mark {points(cut.mean_mark)} of 100, {cut.stations_passed} station(s) passed, "
        f"at most {cut.critical_fails} critical fail(s); {safe(cut.standing)}. Standard error "
        f"of a mark: {sem}.",
        "Candidates are pseudonyms. A result stands here only after its release by an examiner.",
    )
    return "".join(f'<p style="margin:4px 0 0 0">{one}</p>' for one in told)


def _candidates(facts: SessionFacts) -> str:
    head = ("Candidate", "Form", "Phase", "Result", "Mean", "Stations", "Critical", "Receipt")
    rows = [_headed(head)]
    for one in facts.results:
        candidate = facts.state.candidates[one.candidate]
        rows.append(_ruled((one.candidate, candidate.form, one.phase.value, *_result(one))))
    return heading("Candidates") + table("".join(rows))


def _result(one: CandidateResult) -> tuple[str, ...]:
    outcome, receipt = one.outcome, one.receipt or "not sealed"
    if outcome is None:
        return "withheld", "", "", "", receipt
    changed = " (a score is another now)" if one.changed else ""
    verdict = _verdict(outcome) + changed
    counts = f"{outcome.stations_passed} of {len(outcome.stations)}"
    return verdict, points(outcome.mean_mark), counts, str(outcome.critical_fails), receipt


def _verdict(outcome: Outcome) -> str:
    words = {True: "passed", False: "not passed", None: "undecided"}[outcome.passed]
    return f"{words}, near the cut" if outcome.near else words


def _stations(facts: SessionFacts) -> str:
    rows = [_headed(("Candidate", "Station", "Mark", "Passed", "Critical", "Score digest"))]
    for one in facts.results:
        for station in one.outcome.stations if one.outcome else ():
            mark = station.mark
            told = ("void" if station.void else "not sat", "", "", "")
            if mark is not None:
                critical = str(len(mark.critical))
                passed = "yes" if mark.passed else "no"
                told = (points(mark.score), passed, critical, mark.digest[:16])
            rows.append(_ruled((one.candidate, station.station, *told)))
    if len(rows) == 1:
        return heading("Stations") + f'<p style="margin:0">{quiet("Nothing is released yet.")}</p>'
    return heading("Stations") + table("".join(rows))


def _seals(facts: SessionFacts) -> str:
    told = [
        f"Checked when this was printed: {facts.verdict.attempts} attempt(s), "
        f"{facts.verdict.records} line(s) of the log, every chain, root and receipt as written"
        + (f"; {facts.verdict.unsealed} not sealed" if facts.verdict.unsealed else "")
        + ".",
        f"Definition {facts.header.definition_sha256}",
    ]
    if facts.verdict.unknown_keys:
        told.append("Signed by keys that are not known here: " + _list(facts.verdict.unknown_keys))
    told += [line for one in facts.state.candidates.values() for line in _released(one)]
    lines = "".join(f'<p style="margin:2px 0 0 0">{safe(one)}</p>' for one in told)
    return heading("Seals") + lines + table("".join(_signed(facts)))


def _released(candidate: Candidate) -> Iterator[str]:
    if candidate.release is not None:
        second = f" and {candidate.release.second}" if candidate.release.second else ""
        yield f"{candidate.name}: released by {candidate.release.by}{second}"


def _signed(facts: SessionFacts) -> Iterator[str]:
    yield _headed(("Of", "Root, then the station's signature", "Key", "Receipt"))
    sealed: list[tuple[str, Sealed | None]] = [
        (candidate.name, candidate.sealed) for candidate in facts.state.candidates.values()
    ]
    for name, seal in (*sealed, ("session", facts.state.closed)):
        if seal is None:
            yield _ruled((name, "not sealed", "", ""))
        else:
            proof = f"{_broken(seal.root)}<br>{quiet(_broken(seal.signature) or 'not signed')}"
            yield _ruled((name, proof, seal.key_id, seal.receipt), raw=1)


def _broken(digits: str) -> str:
    """In groups, so that a line can end between them and people can compare."""
    return " ".join(digits[at : at + 16] for at in range(0, len(digits), 16))


def _list(names: Sequence[str]) -> str:
    return ", ".join(names)


def _headed(words: Sequence[str]) -> str:
    return row(*(cell(safe(word), style=_HEAD) for word in words))


def _ruled(words: Sequence[str], raw: int = -1) -> str:
    """A row. raw : the cell that is markup already."""
    texts = (word if at == raw else safe(word) for at, word in enumerate(words))
    return row(*(cell(text, style=_RULE) for text in texts))
