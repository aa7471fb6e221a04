"""Radiographs by hand: by click and by keys; errors live, refusals in words, then taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pydicom
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import REPOSITORY
from tests.session.test_radiograph_calibration import POINTS, POSES
from trainer.app.wiring import wired
from trainer.session.services import Services
from trainer.ui.presenters.studio_radiographs import LANDMARKS, RULER, TAGS, RadiographsDraft
from trainer.ui.studio.radiograph_page import RadiographPage

FILM = REPOSITORY / "assets/images/thorax-ap.dcm"


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[RadiographPage]:
    services: Services = wired()
    made = RadiographPage(RadiographsDraft(services), lambda _draft, made: made)
    made.resize(1000, 600)
    qtbot.addWidget(made)
    made.grab()  # laid out without a window
    yield made
    made.leave()


def judged(page: RadiographPage, qtbot: QtBot) -> str:
    """What is said once the marks are fitted, which happens elsewhere."""
    qtbot.waitUntil(lambda: page.settled, timeout=60_000)
    return page.verdict.text()


def bare(folder: Path) -> Path:
    dataset = pydicom.dcmread(FILM)
    for keyword in ("PositionerPrimaryAngle", "DistanceSourceToPatient", "ImagerPixelSpacing"):
        delattr(dataset, keyword)
    delattr(dataset, "EstimatedRadiographicMagnificationFactor")
    dataset.save_as(folder / "bare.dcm")
    return folder / "bare.dcm"


def test_a_film_with_tags_can_be_taken_at_once(page: RadiographPage, qtbot: QtBot) -> None:
    assert not page.accept.isEnabled()
    page.take_paths([FILM])
    assert page.draft.way == TAGS
    judged(page, qtbot)
    assert page.accept.isEnabled()
    taken: list[bool] = []
    page.taken.connect(lambda: taken.append(True))
    page.accept.click()
    assert taken == [True]


def test_landmarks_are_clicked_one_after_the_other_and_errors_follow(
    page: RadiographPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.take_paths([bare(tmp_path)])
    assert page.draft.way == LANDMARKS
    page.draft.use_places(
        {name: (float(x), float(y), float(z)) for name, (x, y, z) in POINTS.items()}
    )
    page.refresh()
    assert "at least 6 are needed" in judged(page, qtbot)
    assert not page.accept.isEnabled()
    for level in page.draft.levels():
        page.level.setCurrentText(level)
        page.refresh()
        for row in range(page.landmarks.count()):
            page.landmarks.setCurrentRow(row)
            name = page.landmarks.currentItem().data(Qt.ItemDataRole.UserRole)
            column, line = POSES[0].view.project(POINTS[name]) * 1.9
            page.film.pointed.emit(column, line)
    judged(page, qtbot)
    assert page.accept.isEnabled(), page.verdict.text()
    assert "px" in page.verdict.text()
    assert all("mm" in page.landmarks.item(n).text() for n in range(3))
    page.landmarks.setCurrentRow(0)
    page.film.pointed.emit(20.0, 20.0)  # a wrong click
    assert not page.accept.isEnabled()
    assert "reprojection error" in judged(page, qtbot)
    assert not page.accept.isEnabled()
    page.landmarks.setCurrentRow(0)
    page.forget.click()
    judged(page, qtbot)
    assert page.accept.isEnabled()


def test_a_ruler_is_two_clicks_by_mouse_or_by_keys(
    page: RadiographPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.take_paths([FILM])
    page.way.setCurrentIndex(page.way.findData(RULER))
    page.way.activated.emit(page.way.currentIndex())
    assert not page.accept.isEnabled()
    film = page.film
    QTest.mouseClick(
        film,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(film.width() // 2, 100),
    )
    film.setFocus()
    for _ in range(30):
        QTest.keyClick(film, Qt.Key.Key_Down)
    QTest.keyClick(film, Qt.Key.Key_Return)
    (first, second) = page.draft.ends
    assert np.hypot(*np.subtract(second, first)) == pytest.approx(150.0)
    assert "in one plane only" in judged(page, qtbot)
    assert page.accept.isEnabled()


def test_what_cannot_be_read_is_said(page: RadiographPage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "x.dcm").write_bytes(b"no picture")
    page.take_paths([tmp_path / "x.dcm"])
    assert "not DICOM" in judged(page, qtbot)
    assert not page.accept.isEnabled()
