"""How a picture is looked at: laws of flip, turn, zoom, caliper, store, cine, subtraction."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.stand_ins import exposed_number
from trainer.attempt.events import BeamStarted, BeamStopped
from trainer.imaging.look import grey_of
from trainer.ui.presenters.caliper import Measure, Tool, angle_deg, length_mm
from trainer.ui.presenters.cine import MOST_FRAMES, Cine
from trainer.ui.presenters.frame_store import MOST, FrameStore
from trainer.ui.presenters.hand import Hand
from trainer.ui.presenters.monitor_tools import MOST_ZOOM, PRESETS, MonitorDisplay
from trainer.ui.presenters.orientation import Orientation
from trainer.ui.presenters.pictures import Pictures
from trainer.ui.presenters.shown import MonitorState, Picture
from trainer.ui.presenters.subtraction import subtracted

LETTERS = ("L", "R", "H", "F")
PARTS = st.floats(-0.5, 0.5)
POINTS = st.tuples(PARTS, PARTS)
HANGINGS = st.builds(Orientation, st.booleans(), st.integers(0, 3))
DISPLAYS = st.builds(
    lambda hung, zoom, pan: MonitorDisplay(orientation=hung).zoomed(zoom).panned(*pan),
    HANGINGS,
    st.floats(1.0, 8.0),
    POINTS,
)


def picture(number: int, grey: float = 0.5, side: int = 8) -> Picture:
    values = np.full((side, side), grey, np.float32)
    return Picture(number, values, LETTERS, (f"EXP {number}",), 1.0, number * 125, ("AP",))


# Hanging -----------------------------------------------------------------------------------------


@given(HANGINGS)
def test_two_flips_or_four_quarter_turns_change_nothing(hung: Orientation) -> None:
    assert hung.flipped().flipped() == hung
    assert hung.turned(1).turned(1).turned(1).turned(1) == hung
    assert hung.turned(1).turned(-1) == hung


@given(HANGINGS, POINTS)
def test_what_is_seen_leads_back_to_the_picture(
    hung: Orientation, point: tuple[float, float]
) -> None:
    assert hung.unseen(hung.seen(point)) == pytest.approx(point)


@given(HANGINGS, POINTS)
def test_a_flip_exchanges_what_is_seen_left_and_right_also_when_turned(
    hung: Orientation, point: tuple[float, float]
) -> None:
    right, down = hung.seen(point)
    assert hung.flipped().seen(point) == pytest.approx((-right, down))


@given(HANGINGS)
def test_letters_stand_where_their_edges_are_seen(hung: Orientation) -> None:
    edges = {"L": (-0.5, 0.0), "R": (0.5, 0.0), "H": (0.0, -0.5), "F": (0.0, 0.5)}
    places = dict(zip(hung.letters(LETTERS), edges.values(), strict=True))
    for letter, edge in edges.items():
        assert hung.seen(edge) == pytest.approx(places[letter])


@given(HANGINGS)
def test_the_drawn_pixels_hang_as_the_points_do(hung: Orientation) -> None:
    grey = np.arange(20, dtype=np.float32).reshape(4, 5) / 20.0
    drawn = grey_of(grey, MonitorDisplay(orientation=hung).look)
    for row, column in ((0, 0), (1, 3), (3, 4)):
        right, down = hung.seen((column - 2.0, row - 1.5))
        rows, columns = drawn.shape
        seen = drawn[round(down + (rows - 1) / 2), round(right + (columns - 1) / 2)]
        assert seen == grey_of(grey)[row, column]


# Zoom and pan ------------------------------------------------------------------------------------


@given(DISPLAYS, POINTS)
def test_a_place_of_the_monitor_leads_back_to_its_point(
    display: MonitorDisplay, point: tuple[float, float]
) -> None:
    assert display.picture_point(display.monitor_place(point)) == pytest.approx(point, abs=1e-9)


@given(DISPLAYS, st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_zooming_in_keeps_what_is_under_the_cursor(
    display: MonitorDisplay, at: tuple[float, float]
) -> None:
    under = display.picture_point(at)
    assert display.zoomed(1.25, at).monitor_place(under) == pytest.approx(at, abs=1e-9)


@given(DISPLAYS, st.floats(-3, 3), st.floats(-3, 3), st.floats(0.01, 50.0))
def test_no_pan_or_zoom_leaves_the_picture(
    display: MonitorDisplay, right: float, down: float, factor: float
) -> None:
    moved = display.zoomed(factor).panned(right, down)
    assert 1.0 <= moved.zoom <= MOST_ZOOM
    for corner in ((0.0, 0.0), (1.0, 1.0)):
        assert max(abs(part) for part in moved.picture_point(corner)) <= 0.5 + 1e-9
    assert moved.fitted().zoom == 1.0


def test_a_narrow_window_on_a_frame_of_floats_shows_no_bands() -> None:
    ramp = np.linspace(0.3, 0.4, 512, dtype=np.float32).reshape(8, 64)
    narrow = MonitorDisplay(replace(PRESETS["window_standard"], window=25.0, level=89.0)).look
    from_floats = np.unique(grey_of(ramp, narrow)).size
    from_eight_bits = np.unique(grey_of(np.round(ramp * 255) / np.float32(255), narrow)).size
    assert from_floats > 200
    assert from_eight_bits < 30


# Measuring ---------------------------------------------------------------------------------------


@given(DISPLAYS, DISPLAYS, POINTS, POINTS)
def test_millimetres_do_not_depend_on_how_one_looks(
    one: MonitorDisplay, other: MonitorDisplay, begin: tuple[float, float], end: tuple[float, float]
) -> None:
    def measured(display: MonitorDisplay) -> float:
        ends = (display.picture_point(display.monitor_place(point)) for point in (begin, end))
        return length_mm(*ends, 155.0)

    assert measured(one) == pytest.approx(measured(other), abs=1e-6)


@given(HANGINGS, POINTS, POINTS, POINTS)
def test_an_angle_does_not_depend_on_flip_or_turn(
    hung: Orientation, a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> None:
    angle = angle_deg(a, b, c)
    turned = angle_deg(hung.seen(a), hung.seen(b), hung.seen(c))
    assert (angle is None) == (turned is None)
    if angle is not None and turned is not None:
        assert turned == pytest.approx(angle, abs=1e-3)


def test_a_drag_measures_and_so_do_two_presses() -> None:
    dragged = Measure(Tool.CALIPER).pressed((0.0, 0.0)).moved((0.1, 0.0)).released((0.2, 0.0), 0.2)
    clicked = Measure(Tool.CALIPER).pressed((0.0, 0.0)).released((0.0, 0.0), 0.0)
    clicked = clicked.moved((0.2, 0.0)).pressed((0.2, 0.0))
    assert dragged.text(155.0) == clicked.text(155.0) == "31.0 mm"
    assert dragged.complete


def test_an_angle_needs_three_points_with_the_corner_second() -> None:
    angle = Measure(Tool.ANGLE).pressed((0.2, 0.0)).pressed((0.0, 0.0))
    assert angle.moved((0.0, 0.2)).text(155.0) == "90.0°"
    assert angle.pressed((0.2, 0.2)).text(155.0) == "45.0°"


def test_keys_move_and_set_the_points() -> None:
    measure = Measure(Tool.CALIPER).set_point().nudged(0.1, 0.0)
    assert measure.set_point().nudged(0.1, 0.0).text(100.0) == "20.0 mm"


# Store, cine, mask -------------------------------------------------------------------------------


def test_the_ninth_picture_puts_the_oldest_out() -> None:
    store = FrameStore()
    for number in range(1, MOST + 2):
        store = store.kept(picture(number))
    assert [each.number for each in store.pictures] == list(range(2, MOST + 2))
    assert store.place == "8/8"
    assert store.stepped(1).shown.number == 2
    assert store.stepped(-1).place == "7/8"


def test_a_picture_is_kept_once() -> None:
    store = FrameStore().kept(picture(1)).kept(picture(2)).kept(picture(1))
    assert (len(store.pictures), store.shown.number) == (2, 1)


def run(cine: Cine, first: int, count: int) -> None:
    numbers = range(first, first + count)
    cine.hear([BeamStarted(0, False), *(exposed_number(number) for number in numbers)])
    cine.hear([BeamStopped(0, "released")])
    for number in numbers:
        cine.add(picture(number))


def test_a_run_is_replayed_round_and_round() -> None:
    cine = Cine()
    run(cine, 1, 3)
    cine.toggle()
    seen = []
    for _ in range(4):
        seen.append(cine.picture.number)
        cine.next()
    assert seen == [1, 2, 3, 1]
    assert (cine.shown.count, cine.shown.interval_ms) == (3, 125)


def test_a_spot_belongs_to_no_run_and_a_new_run_forgets_the_old_one() -> None:
    cine = Cine()
    run(cine, 1, 3)
    cine.hear([exposed_number(4)])
    cine.add(picture(4))
    assert cine.shown.count == 3
    run(cine, 5, 2)
    cine.step(-1)
    assert (cine.shown.count, cine.picture.number) == (2, 6)


def test_a_beam_that_comes_on_ends_the_cine_and_long_runs_keep_their_end() -> None:
    cine = Cine()
    run(cine, 1, MOST_FRAMES + 10)
    cine.toggle()
    cine.hear([BeamStarted(0, False)])
    assert cine.picture is None
    cine.step(1)
    assert cine.picture is None  # not while the beam is on
    cine.hear([BeamStopped(0, "released")])
    cine.step(1)
    assert (cine.shown.count, cine.picture.number) == (MOST_FRAMES, 11)


def test_the_difference_of_a_picture_with_itself_is_mid_grey_and_says_so() -> None:
    rest = subtracted(picture(2, 0.3), picture(1, 0.3))
    assert (rest.values == 0.5).all()
    assert rest.lines[-1] == "SUBTRACTED  EXP 2 - 1"
    elsewhere = replace(picture(1), pose=("LAT",))
    assert "poses differ" in subtracted(picture(2), elsewhere).lines[-1]


def test_a_held_monitor_in_cine_says_so_and_escape_leads_back() -> None:
    pictures = Pictures()
    assert "no run" in pictures.play()
    pictures.hear([BeamStarted(0, False), exposed_number(1), BeamStopped(0, "released")])
    pictures.take(picture(1), 0.0)
    pictures.play()
    assert pictures.state(0.0, beam_on=False) == (MonitorState.HELD, "HELD  CINE 1/1")
    pictures.cine_stop()
    assert pictures.state(5.0, beam_on=False) == (MonitorState.HELD, "HELD  5 s old")


def test_every_new_picture_is_subtracted_until_it_is_said_again() -> None:
    pictures = Pictures()
    assert "needs a mask" in pictures.subtract()
    pictures.take(picture(1, 0.4), 0.0)
    pictures.keep()
    pictures.subtract()
    pictures.take(picture(2, 0.3), 0.0)
    assert pictures.live.values[0, 0] == pytest.approx(0.4)
    pictures.subtract()
    assert pictures.live.values[0, 0] == pytest.approx(0.3)


def test_a_mask_of_another_size_is_refused() -> None:
    pictures = Pictures()
    pictures.take(picture(1, side=8), 0.0)
    pictures.keep()
    pictures.take(picture(2, side=16), 0.0)
    assert "another size" in pictures.subtract()


# The hand on a flipped monitor -------------------------------------------------------------------


class Sent:
    """A hand that only notes where it would go."""

    def __init__(self, hung: Orientation) -> None:
        self.hand = Hand.__new__(Hand)
        self.hand.hung = hung
        self.said: list[tuple[int, ...]] = []
        for name in ("turn", "pan", "tilt"):
            setattr(self.hand, name, lambda *amounts: self.said.append(amounts))


def test_screen_right_stays_screen_right_on_a_flipped_monitor() -> None:
    plain, flipped = Sent(Orientation()), Sent(Orientation(flip=True))
    for each in (plain, flipped):
        each.hand.turn_seen(1_000, 500)
        each.hand.pan_seen(5_000, 0)
        each.hand.tilt_seen(200, 100)
    assert plain.said == [(-1_000, 500), (-5_000, 0, 0), (200, 100)]
    assert flipped.said == [(1_000, 500), (5_000, 0, 0), (-200, 100)]


def test_on_a_turned_monitor_the_hub_goes_where_the_hand_goes() -> None:
    turned = Sent(Orientation(quarter_turns=1))
    turned.hand.tilt_seen(0, -200)  # up on the screen is the picture's right
    assert turned.said == [(200, 0)]
