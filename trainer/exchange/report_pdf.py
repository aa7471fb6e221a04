"""A report as a PDF of A4 pages: selectable text, real tables, embedded fonts, drawn figures."""

from __future__ import annotations

import hashlib
import re
import uuid

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSizeF, QUuid
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from trainer.exchange.report_facts import Facts
from trainer.exchange.report_figures import figure_size, figure_svg
from trainer.exchange.report_html import report_sections
from trainer.exchange.report_markup import FIGURE, INK
from trainer.refusal import ExitCode, Refusal

MARGIN_MM = 15.0
FOOT_MM = 6.0  # of the page's text, for the page's number
RESOLUTION_DPI = 600
FAMILIES = ["Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"]
RIBBON_MM = 178.0
# Text (points) and pictures of moments (mm) are tried so until a section stands on one page.
SIZES = ((9.0, 50.0), (8.5, 46.0), (8.0, 42.0), (7.5, 38.0), (7.0, 34.0))
SECTIONS = 3
MM_PER_INCH = 25.4
_FIGURE = QTextFormat.ObjectTypes.UserObject.value + 1
_KEY = QTextFormat.Property.UserProperty.value + 1


def report_bytes(facts: Facts) -> bytes:
    """The report as a PDF.

    The same input gives the same bytes in one process, and in any with QT_HASH_SEED=0 and the same
    Qt and fonts: Qt numbers an embedded font's glyphs in the order of its hash tables.

    Needs a QGuiApplication (offscreen will do). Raises Refusal where the machine has no font.
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
    return dated(_printed(facts), facts.header.created_utc)


def _families() -> list[str]:
    return QFontDatabase.families()


def _printed(facts: Facts) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, facts)
    size = QSizeF(writer.width(), writer.height() - _dots(FOOT_MM))
    documents = [_fitted(writer, facts, index, size) for index in range(SECTIONS)]
    pages = [(document, page) for document in documents for page in range(document.pageCount())]
    painter = QPainter(writer)
    for number, (document, page) in enumerate(pages, start=1):
        if number > 1:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * size.height())
        # A dot less: what begins on the next page touches this one.
        shown = QRectF(0, page * size.height(), size.width(), size.height() - 1)
        document.drawContents(painter, shown)
        painter.restore()
        foot = QRectF(0, size.height(), size.width(), writer.height() - size.height())
        _foot(painter, foot, facts, f"page {number} of {len(pages)}")
    painter.end()
    return bytes(buffer.data().data())


def _fitted(writer: QPdfWriter, facts: Facts, index: int, size: QSizeF) -> QTextDocument:
    """A section at the largest size that stands on one page; of none, as large as it goes on."""
    for sizes in (*SIZES, SIZES[0]):
        document = _document(writer, facts, index, sizes, size)
        if document.pageCount() <= 1:
            break
    return document


def _foot(painter: QPainter, where: QRectF, facts: Facts, page: str) -> None:
    painter.setFont(page_font(7.0))
    painter.setPen(INK)
    words = f"SIMULATION · attempt {facts.header.attempt_id} · {page}"
    painter.drawText(where, 0x0080 | 0x0002, words)  # at the bottom, to the right


def _dots(mm: float) -> float:
    return mm / MM_PER_INCH * RESOLUTION_DPI


class _Figures(QPyTextObject):
    """Draws a figure where the text holds its place, as lines and letters, not as a picture."""

    def __init__(self, facts: Facts, picture_mm: float) -> None:
        super().__init__()
        self._facts = facts
        self._picture_mm = picture_mm

    def intrinsicSize(  # noqa: N802 - Qt's name
        self, _document: QTextDocument, _position: int, form: QTextFormat
    ) -> QSizeF:
        """How large it stands on the page, in dots."""
        key = str(form.property(_KEY))
        wide, high = figure_size(self._facts, key)
        width = _dots(RIBBON_MM if key == "ribbon" else self._picture_mm)
        return QSizeF(width, width * high / wide)

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        form: QTextFormat,
    ) -> None:
        """Draw it."""
        svg = figure_svg(self._facts, str(form.property(_KEY))).encode()
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(rect))


def _writer(buffer: QBuffer, facts: Facts) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION_DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    portrait = QPageLayout.Orientation.Portrait
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(a4, portrait, margins, QPageLayout.Unit.Millimeter))
    writer.setTitle(f"Attempt report: {facts.debrief.score.scenario_id}")
    writer.setCreator(f"Rhizotomy Trainer {facts.header.provenance.version}")
    seed = hashlib.sha256(f"{facts.debrief.score.digest} {facts.header.attempt_id}".encode())
    writer.setDocumentId(QUuid(str(uuid.UUID(bytes=seed.digest()[:16]))))
    return writer


def _document(
    writer: QPdfWriter, facts: Facts, index: int, sizes: tuple[float, float], size: QSizeF
) -> QTextDocument:
    text_pt, picture_mm = sizes
    document = QTextDocument()
    layout = document.documentLayout()
    # Without the paint device text comes out letter by letter (dependencies.md, reports).
    layout.setPaintDevice(writer)
    figures = _Figures(facts, picture_mm)
    figures.setParent(document)
    layout.registerHandler(_FIGURE, figures)
    document.setDocumentMargin(0.0)
    document.setDefaultFont(page_font(text_pt))
    html = report_sections(facts, text_pt)[index]
    document.setHtml(f'<body style="font-size:{text_pt}pt; color:{INK}">{html}</body>')
    _place_figures(document)
    # Only now: what was laid out before the figures stood loses lines between tables (Qt 6.11).
    document.setPageSize(size)
    document.markContentsDirty(0, document.characterCount())
    return document


def page_font(text_pt: float) -> QFont:
    """The letters of a report: whichever of the families this machine has."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(text_pt)
    font.setFeature(QFont.Tag("liga"), 0)  # a ligature's letters are lost to search and copying
    return font


def _place_figures(document: QTextDocument) -> None:
    """Put an object into every figure's place."""
    begins, ends = FIGURE
    while not (start := document.find(begins)).isNull():
        end = document.find(ends, start)
        cursor = QTextCursor(document)
        cursor.setPosition(start.selectionStart())
        cursor.setPosition(end.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setObjectType(_FIGURE)
        form.setProperty(_KEY, cursor.selectedText().strip(begins + ends))
        cursor.insertText("\ufffc", form)


def dated(data: bytes, utc: str) -> bytes:
    """The PDF with the attempt's date for the printing date; same length, so its offsets hold."""
    digits = re.sub(r"[^0-9]", "", utc)[:14].ljust(14, "0")
    day, time = digits[:8], digits[8:]
    iso = f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}+00:00".encode()

    def info(found: re.Match[bytes]) -> bytes:
        zone = b"Z00'00'"[: len(found[2])]
        return found[1] + digits.encode() + zone

    data = re.sub(rb"(/(?:Creation|Mod)Date \(D:)[0-9]{14}([^)]*)", info, data)
    return re.sub(rb'(xmp:[A-Za-z]+Date=")[0-9T:+-]{25}', rb"\g<1>" + iso, data)
