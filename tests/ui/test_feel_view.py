"""The trace of what the fingers feel, as it is drawn."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from trainer.ui.feel_view import FeelView
from trainer.ui.presenters.feel import BONE, SOFT, FeelSample


def test_a_feel_that_stays_the_same_has_two_corners_and_a_change_two_more(qtbot: QtBot) -> None:
    view = FeelView()
    qtbot.addWidget(view)
    view.resize(200, 40)
    soft = tuple(FeelSample(at / 10.0, SOFT) for at in range(50))
    view.show_feel((*soft, FeelSample(5.0, BONE)), 10.0, "bone")
    points = [(point.x(), point.y()) for point in view._points(36.0)]
    heights = [36.0 - 32.0 * height for height in (0.0, SOFT, SOFT, BONE, BONE)]
    assert points == list(zip((0.0, 0.0, 100.0, 100.0, 200.0), heights, strict=True))
