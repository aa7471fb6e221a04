"""Numbers of a report as people read them."""

from __future__ import annotations

import pytest

from tests.scoring.attempts import Hand
from trainer.exchange.report_words import WRITTEN, amount, day_and_time, moment, points, pose
from trainer.scoring.metrics import METRICS


def test_every_unit_of_every_metric_can_be_written():
    assert {metric.unit for metric in METRICS.values()} == set(WRITTEN)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (12_345, "um", "12.3 mm"),
        (-8_000, "um", "−8.0 mm"),
        (2_700, "mdeg", "2.7°"),
        (125_400, "ms", "2:05 min"),
        (350_000, "nGy", "0.35 mGy"),
        (7, "count", "7"),
        (1, "1", "yes"),
        (0, "1", "no"),
        (None, "um", "–"),
    ],
)
def test_amounts(value, unit, text):
    assert amount(value, unit) == text


def test_times_and_marks():
    assert moment(125_430) == "2:05.4"
    assert points(784) == "78.4"
    assert day_and_time("2026-11-23T08:15:00Z") == "2026-11-23 08:15 UTC"
    assert day_and_time("yesterday") == "yesterday"


@pytest.mark.parametrize(
    ("oblique_deg", "tilt_deg", "text"),
    [
        (15, 10, "OBL L 15.0°, CEPH 10.0°"),
        (-15, -10, "OBL R 15.0°, CAUD 10.0°"),
        (0, 0, "OBL 0.0°, CEPH 0.0°"),
    ],
)
def test_a_pose_is_written_as_in_the_corner_of_the_picture(oblique_deg, tilt_deg, text):
    shot = Hand().turn(oblique_deg, tilt_deg).expose().events[-1]
    assert pose(shot) == text


def test_a_stored_picture_is_told_by_its_name():
    assert pose(Hand().expose(picture="LAT").events[-1]) == "view LAT"
