"""One A4 page about an attempt: selectable text, real tables, embedded fonts."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, QUrl, QUuid
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from trainer.attempt import header as headers
from trainer.attempt.events import Exposed
from trainer.attempt.log import AttemptLog
from trainer.attempt.replay import last_state
from trainer.exchange.report_html import Facts, Sizes, picture_name, report_html
from trainer.refusal import ExitCode, Refusal
from trainer.scoring.score import Score

SHOWN_PICTURES = 2
MARGIN_MM = 15.0
RESOLUTION_DPI = 600
FAMILIES = ["Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"]
# Tried in this order until everything stands on one page.
SIZES = tuple(
    Sizes(text_pt, picture_px)
    for text_pt, picture_px in (
        *((9.0, 320), (9.0, 290), (9.0, 240), (8.5, 220), (8.0, 200), (7.5, 180)),
        *((7.0, 150), (6.5, 120), (6.0, 100), (5.5, 0), (5.0, 0)),
    )
)


def report_bytes(score: Score, log: AttemptLog, pictures: Sequence[bytes] = ()) -> bytes:
    """The report as a PDF.

    The same input gives the same bytes in one process, and in any with QT_HASH_SEED=0 and the same
    Qt and fonts: Qt numbers an embedded font's glyphs in the order of its hash tables.

    score : of this log. pictures : PNG files of the last exposures, in order; the last two are
    shown. Needs a QGuiApplication (offscreen will do). Raises Refusal where a picture is none, the
    log's events do not follow from each other, or the machine has no font.
    """
    if QGuiApplication.instance() is None:
        raise RuntimeError("a report needs a QGuiApplication")
    if not _families():
        raise Refusal(
            "The report cannot be laid out",
            "this machine has no font",
            "Install one, on Debian or Ubuntu the package fonts-dejavu-core, and try again",
            code=ExitCode.STORAGE,
        )
    images = [_image(png) for png in pictures[-SHOWN_PICTURES:]]
    facts = _facts(score, log, len(images))
    data = _printed(facts, images)
    return _dated(data, facts.header.created_utc)


def _families() -> list[str]:
    return QFontDatabase.families()


def _facts(score: Score, log: AttemptLog, pictures: int) -> Facts:
    shots = tuple(event for event in log.events if isinstance(event, Exposed))
    shown = shots[len(shots) - pictures :] if pictures <= len(shots) else ()
    return Facts(score, headers.from_json(log.header), last_state(log), shown)


def _image(png: bytes) -> QImage:
    image = QImage.fromData(png)
    if image.isNull():
        raise Refusal(
            "The report cannot be laid out",
            "one of its pictures is no picture that can be read",
            "Replay the attempt to draw its pictures anew",
        )
    return image


def _printed(facts: Facts, images: Sequence[QImage]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, facts)
    document = _fitted(writer, facts, images)
    painter = QPainter(writer)
    width, height = writer.width(), writer.height()
    for page in range(document.pageCount()):  # more than one only where a rubric fills a page alone
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * height)
        document.drawContents(painter, QRectF(0, page * height, width, height))
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, facts: Facts) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION_DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    portrait = QPageLayout.Orientation.Portrait
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(a4, portrait, margins, QPageLayout.Unit.Millimeter))
    writer.setTitle(f"Attempt report: {facts.score.scenario_id}")
    writer.setCreator(f"Rhizotomy Trainer {facts.header.provenance.version}")
    seed = hashlib.sha256(f"{facts.score.digest} {facts.header.attempt_id}".encode())
    writer.setDocumentId(QUuid(str(uuid.UUID(bytes=seed.digest()[:16]))))
    return writer


def _fitted(writer: QPdfWriter, facts: Facts, images: Sequence[QImage]) -> QTextDocument:
    """The document at the largest size that stands on one page; the smallest where none does."""
    for sizes in SIZES:
        document = _document(writer, report_html(facts, sizes), images)
        if document.pageCount() <= 1:
            break
    return document


def _document(writer: QPdfWriter, html: str, images: Sequence[QImage]) -> QTextDocument:
    document = QTextDocument()
    # Without the paint device text comes out letter by letter (dependencies.md, reports).
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0.0)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setFeature(QFont.Tag("liga"), 0)  # a ligature's letters are lost to search and copying
    document.setDefaultFont(font)
    for index, image in enumerate(images):
        kind = QTextDocument.ResourceType.ImageResource.value
        document.addResource(kind, QUrl(picture_name(index)), image)
    document.setHtml(html)
    return document


def _dated(data: bytes, utc: str) -> bytes:
    """The PDF with the attempt's date for the printing date; same length, so its offsets hold."""
    digits = re.sub(r"[^0-9]", "", utc)[:14].ljust(14, "0")
    day, time = digits[:8], digits[8:]
    iso = f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}+00:00".encode()

    def info(found: re.Match[bytes]) -> bytes:
        zone = b"Z00'00'"[: len(found[2])]
        return found[1] + digits.encode() + zone

    data = re.sub(rb"(/(?:Creation|Mod)Date \(D:)[0-9]{14}([^)]*)", info, data)
    return re.sub(rb'(xmp:[A-Za-z]+Date=")[0-9T:+-]{25}', rb"\g<1>" + iso, data)
