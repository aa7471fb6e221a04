"""Each metric on attempts whose value one can work out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.scoring.attempts import (
    CARM_VIEWS,
    FAR,
    ONTO_BONE,
    SKIN_Y_UM,
    SOD_UM,
    TARGET,
    TARGET_UM,
    TOWARD_PLEURA,
    Hand,
    careful,
    film_header,
    header,
    one_film,
    scenario,
    value_of,
)
from trainer.scoring.metrics import METRICS

UNITS = {"um", "mdeg", "ms", "nGy", "pGym2", "pSv", "permille", "count", "1"}
NOTHING_AHEAD = (("pleura", -1), ("bone", -1))


def placed(dx_um: int = 0, dy_um: int = 0, dz_um: int = 0) -> list:
    """A needle pushed straight down and left so far from the target."""
    x, y, z = TARGET_UM
    hand = Hand().expose(tip_seen=False).take((x + dx_um, SKIN_Y_UM, z + dz_um))
    return hand.push(SKIN_Y_UM - y - dy_um).submit()


def test_the_table_names_each_metric_once_and_says_everything_about_it():
    for name, metric in METRICS.items():
        assert name == metric.id
        assert metric.version >= 1
        assert metric.unit in UNITS
        assert metric.title
        assert metric.formula.endswith(".")
        assert metric.citation


def test_the_distance_is_that_in_space():
    assert value_of("tip_to_target_um", placed(3_000, 4_000, 12_000)) == 13_000


def test_only_the_final_place_counts_not_the_passing_by():
    hand = Hand().take().push(40_000).push(-9_000)  # was on the target
    assert value_of("tip_to_target_um", hand.submit()) == 9_000


def test_of_two_targets_the_farther_one_counts():
    second = replace(TARGET, bone="T8", point_um=(28_000, 40_000, -20_000))
    both = header(targets=(TARGET, second))
    assert value_of("tip_to_target_um", placed(), both) == 24_000


@pytest.mark.parametrize(
    "events",
    [
        Hand().submit(),
        Hand().take().submit(),
        Hand().take().push(40_000).remove().submit(),
        Hand().take().push(40_000).push(-40_000).submit(),
    ],
    ids=["none taken", "on the skin", "removed", "pulled out"],
)
def test_without_a_needle_in_the_patient_there_is_no_tip(events):
    for name in ("tip_to_target_um", "tip_lateral_um", "tip_depth_um", "coaxial_mdeg"):
        assert value_of(name, events) is None


def test_the_parts_are_across_the_working_view_and_along_the_depth():
    events = placed(3_000, 5_000, 4_000)
    assert value_of("tip_lateral_um", events) == 5_000
    assert value_of("tip_depth_um", events) == 5_000
    assert value_of("tip_depth_um", placed(0, -5_000, 0)) == 5_000


def test_the_lateral_part_belongs_to_the_working_view_even_after_a_depth_view():
    hand = Hand().expose().take().push(30_000).turn(90).expose()
    assert value_of("tip_lateral_um", hand.submit()) == 0
    no_roles = header(scenario(views=()))
    assert value_of("tip_lateral_um", hand.events, no_roles) == 10_000


def test_without_a_working_exposure_there_is_no_lateral_part():
    assert value_of("tip_lateral_um", Hand().take().push(40_000).submit()) is None


def test_on_one_radiograph_only_the_distance_from_the_line_of_sight_counts():
    film = film_header()
    assert value_of("tip_to_target_um", one_film(), film) is None
    along = [SOD_UM + SKIN_Y_UM - 30_000, 4_000]
    # By similar triangles: the tip lies 1 mm beside the ray's x at the target's depth, less its
    # own depth's share; an independent float computation is near enough to tell.
    source, target, tip = (0, -SOD_UM, 0), TARGET_UM, (29_000, along[0] - SOD_UM, along[1])
    ray = [t - s for t, s in zip(target, source, strict=True)]
    way = [t - s for t, s in zip(tip, source, strict=True)]
    part = sum(r * w for r, w in zip(ray, way, strict=True)) / sum(r * r for r in ray)
    gap = sum((w - part * r) ** 2 for r, w in zip(ray, way, strict=True)) ** 0.5
    assert value_of("in_plane_um", one_film(), film) == int(gap)


def test_a_tip_anywhere_on_the_line_of_sight_has_no_error_in_the_plane():
    film = film_header()
    x, y, z = TARGET_UM
    up = Hand().take((x * 2, (y + SOD_UM) * 2 - SOD_UM, z * 2)).push(1_000, (), ()).submit()
    tip = up[1].tip_um
    assert tip[1] == (y + SOD_UM) * 2 - SOD_UM - 1_000
    assert value_of("in_plane_um", up, film) < 1_000
    assert value_of("in_plane_um", placed()) is None


def test_level_and_side_need_the_right_words_and_a_picture():
    looked = Hand().expose()
    assert value_of("level_and_side", looked.declare().events) == 1
    assert value_of("level_and_side", looked.declare("T8").events) == 0
    assert value_of("level_and_side", looked.declare().events) == 1  # corrected in time
    assert value_of("level_and_side", looked.declare("T7", "right").events) == 0
    assert value_of("level_and_side", Hand().declare().events) == 0  # a guess
    assert value_of("level_and_side", Hand().expose().events) == 0


def test_clearance_is_the_least_ever_less_the_margin():
    hand = Hand().take().push(10_000, clearance=(("pleura", 9_000), ("canal", 4_000)))
    hand.push(5_000, clearance=(("pleura", 7_500), ("canal", 30_000)))
    assert value_of("hazard_clearance_um", hand.events) == 2_500
    assert value_of("hazard_clearance_um", hand.enter().events) == -5_000
    assert value_of("hazard_clearance_um", Hand().take().push(1, clearance=()).events) is None


def test_radiation_and_time_are_counted():
    hand = Hand().expose(hand=True).expose().turn(90).expose(hand=True)
    assert value_of("exposures", hand.events) == 3
    assert value_of("kerma_ngy", hand.events) == 150_000
    assert value_of("hand_in_beam", hand.events) == 2
    assert value_of("time_ms", hand.events) == 8_000
    assert value_of("time_ms", hand.submit()) == 10_000
    assert value_of("time_ms", []) == 0


def test_nothing_after_submit_is_counted():
    events = Hand().expose().submit()
    late = Hand(events=list(events)).expose(hand=True)
    for name in METRICS:
        assert value_of(name, late.events) == value_of(name, events)


def test_the_path_in_tissue_counts_every_way():
    hand = Hand().take().push(20_000).push(-5_000).push(7_000)
    assert value_of("path_in_tissue_um", hand.events) == 32_000


@pytest.mark.parametrize("lateral_deg", [90, -90, 81])
def test_depth_is_seen_from_either_side_within_the_tolerance(lateral_deg):
    assert value_of("view_depth", Hand().take().push(9_000).turn(lateral_deg).expose().events) == 1


@pytest.mark.parametrize(
    "events",
    [
        Hand().take().push(9_000).turn(79).expose().events,
        Hand().take().push(9_000).turn(90, 11).expose().events,
        Hand().take().push(9_000).turn(90).expose(tip_seen=False).events,
        Hand().take().push(9_000).turn(90).expose().push(200).events,
        Hand().take().push(9_000).turn(90).expose().aim((1, -900, 0)).events,
        Hand().take().turn(90).expose().remove().take().push(9_000).events,
    ],
    ids=["oblique", "tilted", "tip outside", "pushed after", "turned after", "another needle"],
)
def test_depth_is_not_seen(events):
    assert value_of("view_depth", events) == 0


def test_a_push_that_leads_nowhere_does_not_undo_the_depth_view():
    assert value_of("view_depth", Hand().take().push(9_000).turn(90).expose().push(0).events) == 1


def test_a_stored_picture_serves_by_its_name():
    film = header(scenario(views=[{"role": "depth", "view": "LAT"}]))
    hand = Hand().take().push(9_000).expose(picture="AP")
    assert value_of("view_depth", hand.events, film) == 0
    assert value_of("view_depth", hand.expose(picture="LAT").events, film) == 1


def test_where_no_depth_view_is_asked_for_none_is_missed():
    assert value_of("view_depth", careful(), header(scenario(views=CARM_VIEWS[:1]))) is None


def test_end_on_means_along_the_ray_through_the_tip():
    below_source = Hand().take((0, SKIN_Y_UM, 0)).push(20_000)
    assert value_of("coaxial_mdeg", below_source.expose().events) == 0
    assert value_of("coaxial_mdeg", below_source.turn(90).expose().events) == 0  # the better one
    aside = Hand().take((0, SKIN_Y_UM, 0)).push(20_000).turn(90).expose()
    assert 80_000 < value_of("coaxial_mdeg", aside.events) <= 90_000


def test_end_on_counts_from_either_end_of_the_needle():
    aimed_up = Hand().take((0, SKIN_Y_UM, 0)).aim((0, 1, 0)).push(20_000).expose()
    assert value_of("coaxial_mdeg", aimed_up.events) == 0


def test_an_end_on_view_of_another_aim_does_not_count():
    hand = Hand().take((0, SKIN_Y_UM, 0)).push(20_000).expose().aim((1, -10, 0))
    assert value_of("coaxial_mdeg", hand.events) is None


def test_straight_down_is_no_redirection():
    assert value_of("redirections", careful()) == 0


def test_withdrawing_and_advancing_again_is_one_redirection_however_it_is_stepped():
    coarse = Hand().take().push(30_000).push(-5_000).push(5_000)
    fine = Hand().take().push(30_000)
    for step in (-500,) * 10 + (500,) * 10:
        fine.push(step)
    assert value_of("redirections", coarse.events) == value_of("redirections", fine.events) == 1


def test_a_tremor_and_a_last_withdrawal_are_no_redirections():
    assert value_of("redirections", Hand().take().push(30_000).push(-900).push(900).events) == 0
    assert value_of("redirections", Hand().take().push(30_000).push(-30_000).events) == 0


def test_turning_in_tissue_is_one_redirection_even_after_withdrawing():
    hand = Hand().take().push(30_000).push(-20_000)
    for part in range(1, 10):
        hand.aim((part, -100, 0))
    assert value_of("redirections", hand.events) == 1
    assert value_of("redirections", hand.push(20_000).events) == 1
    assert value_of("redirections", hand.aim((-9, -100, 0)).events) == 2


def test_aiming_outside_or_by_less_than_a_degree_is_no_redirection():
    hand = Hand().take().aim((9, -100, 0)).push(20_000).aim((9, -100, 1))
    assert value_of("redirections", hand.events) == 0


def test_the_count_goes_on_with_the_next_needle():
    hand = Hand().take().push(30_000).push(-5_000).push(5_000).remove()
    hand.take().push(30_000).push(-5_000).push(5_000)
    assert value_of("redirections", hand.events) == 2


def test_the_first_centimetre_is_free():
    assert value_of("blind_advance_um", Hand().take().push(10_000, TOWARD_PLEURA).events) == 0


@pytest.mark.parametrize(
    ("look", "ahead", "weighted_um"),
    [
        (True, ONTO_BONE, 2_000),
        (False, ONTO_BONE, 20_000),
        (True, NOTHING_AHEAD, 20_000),
        (True, (), 20_000),
        (True, TOWARD_PLEURA, 60_000),
        (True, (("pleura", 9_000), ("bone", 9_001)), 60_000),
        (True, (("pleura", 9_000), ("bone", 9_000)), 2_000),
    ],
)
def test_what_lies_ahead_weighs_the_blind_advance(look, ahead, weighted_um):
    hand = Hand().take().push(10_000, ahead)
    hand = hand.expose() if look else hand
    assert value_of("blind_advance_um", hand.push(20_000, ahead).events) == weighted_um


def test_the_dearer_of_before_and_after_counts():
    past_the_edge = Hand().take().push(10_000).expose().push(2_000, TOWARD_PLEURA)
    assert value_of("blind_advance_um", past_the_edge.events) == 6_000
    from_the_edge = Hand().take().push(10_000, TOWARD_PLEURA).expose().push(2_000)
    assert value_of("blind_advance_um", from_the_edge.events) == 6_000


def test_a_look_ends_the_run_and_the_longest_run_counts():
    hand = Hand().take().push(10_000, NOTHING_AHEAD).expose()
    hand.push(4_000, NOTHING_AHEAD).push(3_000, NOTHING_AHEAD).expose().push(5_000, NOTHING_AHEAD)
    assert value_of("blind_advance_um", hand.events) == 7_000
    unseen = Hand().take().push(10_000, NOTHING_AHEAD).push(4_000, NOTHING_AHEAD)
    unseen.expose(tip_seen=False).push(3_000, NOTHING_AHEAD)
    assert value_of("blind_advance_um", unseen.events) == 7_000


def test_bone_seen_before_the_needle_turned_is_not_seen_any_more():
    hand = Hand().take().push(10_000).expose().aim((1, -10, 0)).push(5_000)
    assert value_of("blind_advance_um", hand.events) == 5_000
    again = Hand().take().push(10_000).expose().aim((1, -10, 0)).expose().push(5_000)
    assert value_of("blind_advance_um", again.events) == 500


def test_steps_of_one_push_make_the_same_run():
    whole = Hand().take().push(30_000).events
    steps = Hand().take()
    for _ in range(30):
        steps.push(1_000)
    assert value_of("blind_advance_um", whole) == value_of("blind_advance_um", steps.events)


def test_the_careful_attempt_measures_as_its_author_meant():
    wanted = {
        "tip_to_target_um": 500,
        "tip_lateral_um": 500,
        "tip_depth_um": 0,
        "in_plane_um": None,
        "level_and_side": 1,
        "view_depth": 1,
        "hazard_clearance_um": FAR[0][1] - 5_000,
        "blind_advance_um": 1_000,
        "redirections": 0,
        "path_in_tissue_um": 40_000,
        "exposures": 7,
        "kerma_ngy": 350_000,
        "hand_in_beam": 0,
        "time_ms": 32_000,
        "case_decision": 0,  # nobody asked, and nothing was said
        "case_reasons": 0,
    }
    assert {name: value_of(name, careful()) for name in wanted} == wanted
    assert value_of("coaxial_mdeg", careful()) < 4_000
