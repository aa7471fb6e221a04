"""The report: one page, selectable, whole, and it says what it must."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from tests.scoring.attempts import (
    TARGET,
    careful,
    file_of,
    film_header,
    header,
    one_film,
    reckless,
    scenario,
)
from trainer.attempt.log import AttemptLog, parse
from trainer.exchange.report_html import WARNING
from trainer.exchange.report_pdf import report_bytes
from trainer.refusal import ExitCode, Refusal
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import score

pytestmark = pytest.mark.usefixtures("qapp")
A4_PT = (595.3, 841.9)


def png(width: int = 64, height: int = 64) -> bytes:
    ramp = np.linspace(0, 255, width * height).astype(np.uint8).reshape(height, width)
    image = QImage(ramp.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def log_of(events, head=None) -> AttemptLog:
    return parse(file_of(events, head))


def report(log: AttemptLog, pictures=()) -> PdfReader:
    return PdfReader(io.BytesIO(report_bytes(score(log), log, pictures)))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def failed(qapp) -> PdfReader:
    return report(log_of(reckless()), [png(), png()])


def test_it_is_one_upright_page_of_a4(failed):
    (page,) = failed.pages
    assert (page.mediabox.width, page.mediabox.height) == pytest.approx(A4_PT, abs=1)


def test_it_says_first_that_it_is_a_simulation(failed):
    assert WARNING in text_of(failed)
    assert text_of(failed).index(WARNING) < text_of(failed).index("Made by hand")


def test_its_words_can_be_selected_and_searched(failed):
    found, text = score(log_of(reckless())), text_of(failed)
    for words in (
        "Made by hand",
        "2026-11-23 08:15 UTC",
        "Target T7-T8 joint, left: T6-mb on T7 (convention chua-bogduk-1995)",
        "17.6 of 100",
        "Not passed",
        "pass mark 70.0, provisional, not for decisions; 3 critical errors",
        "Radiation (simulated, uncalibrated)",
        "kerma-area product 1.9 µGy·m²",
        "Exposure 3 at 0:24.0: OBL 0.0°, CEPH 0.0°",
        found.digest,
    ):
        assert words in text


def test_every_critical_error_stands_there_with_time_and_sentence(failed):
    text = text_of(failed)
    for words in ("0:06.0 Wrong side", "T7 right was declared; the target is T7 left."):
        assert words in text
    assert "0:14.0" in text
    assert "The needle tip entered the pleura." in text


def test_every_metric_stands_there_with_value_mark_and_weight(failed):
    text = text_of(failed)
    for metric in score(log_of(reckless())).metrics:
        assert METRICS[metric.id].title in text
    assert "Tip to target 11.7 mm 0.0 30" in text
    assert "Exposures with a hand in the beam 2 33.3 8" in text
    assert "Exposures 3 not weighed" in text


def test_its_fonts_are_embedded(failed):
    fonts = failed.pages[0]["/Resources"]["/Font"].values()
    assert fonts
    for font in fonts:
        (inner,) = font.get_object()["/DescendantFonts"]
        assert "/FontFile2" in inner.get_object()["/FontDescriptor"]


def test_it_shows_the_last_two_pictures(failed):
    assert len(failed.pages[0].images) == 2
    assert len(report(log_of(careful()), [png()] * 5).pages[0].images) == 2
    assert len(report(log_of(careful())).pages[0].images) == 0


def test_a_passed_attempt_says_so_without_any_error():
    text = text_of(report(log_of(careful())))
    assert "100.0 of 100 Passed" in text
    assert "no critical errors Critical errors None was recorded." in text


def test_an_attempt_that_was_not_submitted_says_so():
    text = text_of(report(log_of(one_film(), film_header()), [png()]))
    assert "Not submitted" in text
    assert "view AP" in text


def test_an_exam_report_does_not_carry_the_title_that_tells():
    text = text_of(report(log_of(careful(), header(mode="exam"))))
    assert "Station Z" in text
    assert "Made by hand" not in text


def test_words_from_outside_stay_words():
    document = scenario()
    document["title"] = '<img src="file:///etc/passwd"> & <b>bold</b>'
    reader = report(log_of(careful(), header(document)))
    assert document["title"] in text_of(reader)
    assert len(reader.pages[0].images) == 0


def test_tall_pictures_and_long_rubrics_still_make_one_page():
    assert len(report(log_of(careful()), [png(64, 200)] * 2).pages) == 1
    document = scenario()
    document["title"] = "A very long title " * 11
    targets = tuple(replace(TARGET, bone=f"T{n}") for n in range(1, 13))
    crowded = log_of(reckless(), header(document, targets=targets))
    assert len(report(crowded, [png(), png()]).pages) == 1


def test_more_errors_than_fit_are_counted():
    found = score(log_of(reckless()))
    many = replace(found, critical=tuple(found.critical[:1] * 20))
    log = log_of(reckless())
    text = text_of(PdfReader(io.BytesIO(report_bytes(many, log))))
    assert "20 critical errors" in text
    assert "and 12 more" in text


def test_what_no_page_can_hold_goes_on_to_the_next():
    found = score(log_of(careful()))
    endless = replace(found, metrics=found.metrics * 7)
    log = log_of(careful())
    reader = PdfReader(io.BytesIO(report_bytes(endless, log)))
    assert len(reader.pages) > 1
    assert text_of(reader).count("Tip to target") == 7
    assert found.digest[:12] not in text_of(reader)
    assert endless.digest in text_of(reader)


def test_the_same_attempt_makes_the_same_bytes_dated_as_the_attempt():
    log = log_of(careful())
    first, second = (report_bytes(score(log), log, [png()]) for _ in range(2))
    assert first == second
    facts = PdfReader(io.BytesIO(first)).metadata
    assert facts.creation_date.isoformat() == "2026-11-23T08:15:00+00:00"
    assert facts.title == "Attempt report: by-hand"


def test_a_picture_that_is_none_is_refused():
    log = log_of(careful())
    with pytest.raises(Refusal, match="no picture"):
        report_bytes(score(log), log, [b"no png"])


def test_a_log_whose_states_do_not_follow_is_refused():
    log = log_of(careful())
    bent = replace(log, records=(replace(log.records[0], state="0" * 64), *log.records[1:]))
    with pytest.raises(Refusal) as refused:
        report_bytes(score(log), bent)
    assert refused.value.code is ExitCode.INTEGRITY


def test_a_machine_without_fonts_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr("trainer.exchange.report_pdf._families", list)
    log = log_of(careful())
    with pytest.raises(Refusal, match="fonts-dejavu-core"):
        report_bytes(score(log), log)
