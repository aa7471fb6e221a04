"""The PDF: selectable, whole, drawn, and it says what it must."""

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
from trainer.attempt.events import Exposed, OwnCallMade
from trainer.attempt.log import AttemptLog, parse
from trainer.exchange.report_facts import facts_of
from trainer.exchange.report_html import WARNING
from trainer.exchange.report_pdf import report_bytes
from trainer.exchange.report_web import report_web
from trainer.refusal import ExitCode, Refusal
from trainer.scoring.debrief.debrief import Debrief, debrief_of
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


def shots_of(log: AttemptLog, count: int) -> list[tuple[str, Exposed, bytes]]:
    """The last exposures of a log with a grey ramp for their pictures."""
    found = [event for event in log.events if isinstance(event, Exposed)]
    return [("own", event, png()) for event in found[-count:]] if count else []


def data_of(log: AttemptLog, pictures: int = 0, debrief: Debrief | None = None) -> bytes:
    return report_bytes(facts_of(log, debrief or debrief_of(log), shots_of(log, pictures)))


def report(log: AttemptLog, pictures: int = 0) -> PdfReader:
    return PdfReader(io.BytesIO(data_of(log, pictures)))


def fonts_of(reader: PdfReader):
    for page in reader.pages:
        yield from (font.get_object() for font in page["/Resources"]["/Font"].values())


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def words(failed) -> str:
    return text_of(failed)


@pytest.fixture(scope="module")
def failed(qapp) -> PdfReader:
    return report(log_of(reckless()), 3)


def test_its_pages_are_upright_a4_and_numbered(failed):
    count = len(failed.pages)
    assert 2 <= count <= 5
    for number, page in enumerate(failed.pages, start=1):
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(A4_PT, abs=1)
        assert f"page {number} of {count}" in " ".join(page.extract_text().split())


def test_the_first_page_holds_verdict_and_changes(failed):
    first = " ".join(failed.pages[0].extract_text().split())
    for words in ("Not passed", "Critical errors", "Your own call", "What to do instead"):
        assert words in first


def test_it_says_first_that_it_is_a_simulation(words):
    assert WARNING in words
    assert words.index(WARNING) < words.index("Made by hand")


def test_its_words_can_be_selected_and_searched(words):
    found, text = score(log_of(reckless())), words
    for wanted in (
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
        assert wanted in text


def test_every_critical_error_stands_there_with_time_and_sentence(words):
    text = words
    for wanted in ("0:06.0 Wrong side", "T7 right was declared; the target is T7 left."):
        assert wanted in text
    assert "0:14.0" in text
    assert "The needle tip entered the pleura." in text


def test_every_metric_stands_there_with_value_mark_and_weight(words):
    text = words
    for metric in score(log_of(reckless())).metrics:
        assert METRICS[metric.id].title in text
    assert "Tip to target 11.7 mm 0.0 30" in text
    assert "Exposures with a hand in the beam 2 33.3 8" in text
    assert "Exposures 3 not weighed" in text


def test_its_fonts_are_embedded_with_their_letters(failed):
    fonts = list(fonts_of(failed))
    assert fonts
    for font in fonts:
        (inner,) = font["/DescendantFonts"]
        assert "/FontFile2" in inner.get_object()["/FontDescriptor"]
        assert "/ToUnicode" in font


def test_the_ribbon_is_drawn_not_a_picture(words):
    text = words
    assert "needle 1: spinal-22g-90" in text  # letters of the drawing can be selected
    assert "over 10 mm unseen" in text
    assert sum(len(page.images) for page in report(log_of(reckless())).pages) == 0


def test_moments_stand_with_pictures_seen_and_true(failed, words):
    for wanted in (
        "Moments that teach most",
        "0:14.0 Pleura, canal or foramen entered Critical error",
        "0:26.0 No final depth view Critical error",  # no heading is lost between the pictures
        "Left: as seen. Picture 2 at 0:12.0",
        "Truth: tip 13.4 mm from target 1 (8.0 mm lateral, 10.0 mm short, 4.0 mm caudal)",
    ):
        assert wanted in words
    assert sum(len(page.images) for page in failed.pages) >= 5


def test_without_pictures_it_says_why():
    log = log_of(reckless())
    facts = facts_of(log, debrief_of(log), (), "its patient was another")
    text = text_of(PdfReader(io.BytesIO(report_bytes(facts))))
    assert "Without pictures: its patient was another." in text


def test_the_own_call_stands_beside_the_truth(words):
    events = reckless()
    said = OwnCallMade(events[-1].t_ms + 9, 1, "deep", 3_000, True, 90)
    text = text_of(report(log_of([*events, said])))
    assert "Target 1: you said 3.0 mm deep, safe, 90 % sure. It was 11.7 mm off (lateral)" in text
    assert "and not safe; your call missed by" in text
    assert "None was made." in words


def test_the_expert_stands_beside():
    log, expert = log_of(reckless()), log_of(careful())
    found = debrief_of(log, expert)
    (number,) = {one.exposure for one in found.experts if one is not None and one.stage == "level"}
    shots = [("expert", event, png()) for event in expert.events if isinstance(event, Exposed)]
    data = report_bytes(facts_of(log, found, [*shots_of(log, 3), *shots]))
    text = text_of(PdfReader(io.BytesIO(data)))
    assert "Expert at the picture that the level was declared on" in text
    assert number == 1


def test_a_passed_attempt_says_so_without_any_error():
    text = text_of(report(log_of(careful())))
    assert "100.0 of 100 Passed" in text
    assert "no critical errors Critical errors None was recorded." in text


def test_an_attempt_that_was_not_submitted_says_so():
    text = text_of(report(log_of(one_film(), film_header()), 1))
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


def test_tall_pictures_and_many_targets_keep_to_few_pages():
    document = scenario()
    document["title"] = "A very long title " * 11
    targets = tuple(replace(TARGET, bone=f"T{n}") for n in range(1, 13))
    log = log_of(reckless(), header(document, targets=targets))
    tall = [(whose, shot, png(64, 200)) for whose, shot, _ in shots_of(log, 3)]
    data = report_bytes(facts_of(log, debrief_of(log), tall))
    assert len(PdfReader(io.BytesIO(data)).pages) <= 8


@pytest.mark.parametrize(
    "text",
    [
        "\u05e9\u05dc\u05d5\u05dd \u202e reversed \u2066 isolate",
        "\u0645\u0631\u062d\u0628\u0627 \U0001f600\U0001f9d1\u200d\u2695\ufe0f",
        "x" * 10_000,
        "\x00\x07\ue000ribbon\ue001</td></tr><script>alert(1)</script>",
    ],
    ids=["right-to-left", "emoji", "endless", "markup"],
)
def test_hostile_titles_break_neither_pdf_nor_html(text):
    log = log_of(careful())
    log = replace(log, header={**log.header, "scenario": {**log.header["scenario"], "title": text}})
    facts = facts_of(log, debrief_of(log))
    reader = PdfReader(io.BytesIO(report_bytes(facts)))
    assert 2 <= len(reader.pages) <= 5
    assert "What to change" in text_of(reader)
    page = report_web(facts).decode()
    assert "<script" not in page
    assert "\u202e" not in page
    assert page.count("<svg") == 1


def test_acts_of_one_kind_share_a_line():
    log = log_of(reckless())
    found = debrief_of(log)
    many = replace(found.score, critical=tuple(found.score.critical[:1] * 20))
    text = text_of(PdfReader(io.BytesIO(data_of(log, debrief=replace(found, score=many)))))
    assert "20 critical errors" in text
    assert "Wrong side 20 times" in text
    assert text.count("again at 0:06.0") == 1


def test_what_no_page_can_hold_goes_on_to_the_next():
    log = log_of(careful())
    found = debrief_of(log)
    endless = replace(found, score=replace(found.score, metrics=found.score.metrics * 7))
    reader = PdfReader(io.BytesIO(data_of(log, debrief=endless)))
    assert len(reader.pages) >= 3
    assert text_of(reader).count("Tip to target") == 7


def test_the_same_attempt_makes_the_same_bytes_dated_as_the_attempt():
    log = log_of(careful())
    first, second = (data_of(log, 1) for _ in range(2))
    assert first == second
    facts = PdfReader(io.BytesIO(first)).metadata
    assert facts.creation_date.isoformat() == "2026-11-23T08:15:00+00:00"
    assert facts.title == "Attempt report: by-hand"


def test_a_picture_that_is_none_is_refused():
    log = log_of(careful())
    with pytest.raises(Refusal, match="no picture"):
        facts_of(log, debrief_of(log), [("own", shots_of(log, 1)[0][1], b"no png")])


def test_a_log_whose_states_do_not_follow_is_refused():
    log = log_of(careful())
    bent = replace(log, records=(replace(log.records[0], state="0" * 64), *log.records[1:]))
    with pytest.raises(Refusal) as refused:
        facts_of(bent, debrief_of(log))
    assert refused.value.code is ExitCode.INTEGRITY


def test_a_machine_without_fonts_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr("trainer.exchange.report_pdf._families", list)
    log = log_of(careful())
    with pytest.raises(Refusal, match="fonts-dejavu-core"):
        data_of(log)
