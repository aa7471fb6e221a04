"""Texts and numbers, without Qt."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attempt.worlds import START
from trainer.attempt.events import (
    BeamStopped,
    BoneTouched,
    HazardEntered,
    NeedleMoved,
    NotPossible,
)
from trainer.imaging.look import grey_of
from trainer.ui.presenters.amounts import dose_text, rings_outside
from trainer.ui.presenters.angles import (
    OBLIQUE_WORDS,
    TILT_WORDS,
    oblique_text,
    tilt_text,
    typed_angle,
)
from trainer.ui.presenters.debrief_words import amount_of
from trainer.ui.presenters.feel import BONE, SOFT, felt
from trainer.ui.presenters.layout import (
    MIN_HEIGHT_PX,
    MIN_WIDTH_PX,
    PICTURE_MIN_PX,
    Box,
    suite_layout,
)
from trainer.ui.presenters.monitor_tools import MonitorDisplay
from trainer.ui.presenters.voice import said
from trainer.ui.presenters.window_level import WindowLevel


@pytest.mark.parametrize(
    ("mdeg", "text"),
    [
        (15_000, "OBL L 15.0° (ipsilateral)"),
        (-7_500, "OBL R 7.5° (contralateral)"),
        (0, "OBL 0.0°"),
        (-40, "OBL 0.0°"),
        (90_000, "OBL L 90.0° (ipsilateral)"),
    ],
)
def test_oblique_is_said_with_its_side_and_which_side_that_is(mdeg: int, text: str) -> None:
    assert oblique_text(mdeg, "left") == text


@pytest.mark.parametrize(
    ("mdeg", "text"), [(10_000, "CEPH 10.0°"), (-5_060, "CAUD 5.1°"), (0, "TILT 0.0°")]
)
def test_tilt_is_said_toward_head_or_feet(mdeg: int, text: str) -> None:
    assert tilt_text(mdeg) == text


@given(st.integers(-900, 900))
def test_a_typed_angle_reads_back_as_it_is_shown(tenth_deg: int) -> None:
    shown = oblique_text(tenth_deg * 100).removeprefix("OBL ")
    assert typed_angle(shown, OBLIQUE_WORDS) == tenth_deg * 100


@pytest.mark.parametrize(
    ("typed", "mdeg"),
    [
        ("L 15", 15_000),
        ("r7,5", -7_500),
        ("-3", -3_000),
        ("fifteen", None),
        ("L", None),
        ("", None),
    ],
)
def test_an_unclear_angle_is_none(typed: str, mdeg: int | None) -> None:
    assert typed_angle(typed, OBLIQUE_WORDS) == mdeg


def test_caud_is_toward_the_feet() -> None:
    assert typed_angle("caud 10", TILT_WORDS) == -10_000


def boxes(width: int, height: int) -> list[Box]:
    layout = suite_layout(width, height)
    names = ("top", "live", "reference", "bedside", "carm", "instrument", "bottom")
    return [getattr(layout, name) for name in names]


@given(st.integers(MIN_WIDTH_PX, 3840), st.integers(MIN_HEIGHT_PX, 2160))
def test_no_two_parts_of_the_suite_overlap_and_all_are_inside(width: int, height: int) -> None:
    parts = boxes(width, height)
    for index, a in enumerate(parts):
        assert a.x >= 0 and a.y >= 0 and a.right <= width and a.bottom <= height
        for b in parts[index + 1 :]:
            apart = a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
            assert apart, (a, b)


@given(st.integers(MIN_WIDTH_PX, 3840), st.integers(MIN_HEIGHT_PX, 2160))
def test_pictures_are_square_and_never_smaller_than_planned(width: int, height: int) -> None:
    layout = suite_layout(width, height)
    for box in (layout.live, layout.reference, layout.bedside):
        assert box.width == box.height >= PICTURE_MIN_PX


def test_the_smallest_client_has_the_sizes_of_the_plan() -> None:
    layout = suite_layout(1280, 640)
    assert layout.live == Box(0, 36, 560, 560)
    assert (layout.reference.width, layout.bedside.width) == (348, 348)
    assert layout.carm.height >= 200
    assert layout.bottom == Box(0, 596, 1280, 44)


def test_at_4k_the_small_pictures_grow_into_the_height() -> None:
    layout = suite_layout(3840, 2160)
    small = layout.reference.width + layout.bedside.width
    assert layout.live.height == 2160 - 36 - 44
    assert small >= layout.live.height - 16  # together as high as the live monitor
    assert layout.instrument.y == layout.bedside.y  # what the hand holds, beside the back
    assert layout.carm.y == layout.reference.y


@given(st.floats(-600, 600), st.floats(-600, 600))
def test_window_and_level_never_turn_the_greys_around(right: float, down: float) -> None:
    ramp = np.linspace(-0.2, 1.2, 256, dtype=np.float32).reshape(16, 16)
    shown = MonitorDisplay(WindowLevel().dragged(right, down))
    assert (np.diff(grey_of(ramp, shown.look).ravel().astype(int)) >= 0).all()


def test_an_untouched_window_shows_the_picture_as_the_machine_does() -> None:
    ramp = np.linspace(-0.2, 1.2, 256, dtype=np.float32).reshape(16, 16)
    assert (grey_of(ramp, MonitorDisplay().look) == grey_of(ramp)).all()


def test_the_dose_line_has_time_in_tenths_of_minutes_with_the_running_beam_in_it() -> None:
    state = replace(
        START, beam_on_ms=60_000, beam_since_ms=100_000, t_ms=106_000, exposures=9,
        kerma_ngy=1_230_000, kap_pgym2=45_600_000,
    )  # fmt: skip
    assert dose_text(state) == "1.1 min   9 exp   1.23 mGy   45.6 µGy·m²"


@pytest.mark.parametrize(
    ("depth_um", "seen"), [(0, 8), (9_999, 8), (10_000, 7), (10_001, 7), (85_000, 0), (90_000, 0)]
)
def test_rings_outside_count_what_is_above_the_skin(depth_um: int, seen: int) -> None:
    assert rings_outside(90.0, depth_um) == (seen, 8)


def moved(tissue: str) -> NeedleMoved:
    return NeedleMoved(0, "advance", (0, 0, 0), (0, 0, 0), 0, 0, 0, tissue, (), ())


@pytest.mark.parametrize("tissue", ["soft", "lung", "canal", "foramen"])
def test_every_soft_tissue_feels_the_same(tissue: str) -> None:
    assert felt(moved(tissue)) == SOFT


def test_bone_is_felt_and_said() -> None:
    assert felt(BoneTouched(0, (0, 0, 0))) == BONE
    assert said(BoneTouched(0, (0, 0, 0))) == "Bone."


def test_a_danger_zone_is_neither_felt_nor_said() -> None:
    entered = HazardEntered(0, "pleura", (0, 0, 0))
    assert felt(entered) is None
    assert said(entered) == ""


def test_what_cannot_be_done_is_said_as_a_sentence() -> None:
    why = NotPossible(0, "grip", "no needle is in hand")
    assert said(why) == "No needle is in hand."


@pytest.mark.parametrize(
    ("reason", "silent"),
    [("released", True), ("latch", False), ("focus", False), ("dialog", False)],
)
def test_a_beam_that_drops_by_itself_says_why(reason: str, silent: bool) -> None:
    assert (said(BeamStopped(0, reason)) == "") is silent


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (3120, "um", "3.1 mm"),
        (15_000, "mdeg", "15.0°"),
        (125_000, "ms", "2:05 min"),
        (1_230_000, "nGy", "1.23 mGy"),
        (1, "1", "yes"),
        (0, "1", "no"),
        (4, "count", "4"),
    ],
)
def test_measures_are_shown_in_the_units_people_use(value: int, unit: str, text: str) -> None:
    assert amount_of(value, unit) == text
