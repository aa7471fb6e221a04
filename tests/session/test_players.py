"""Eight scripted players at every kind of scenario that is shipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from trainer.attempt.commands import Expose, MoveTable, TurnCArm
from trainer.attempt.events import (
    ActDone,
    Event,
    Exposed,
    HarmDone,
    LesionEnded,
    LesionStarted,
    LevelDeclared,
    NeedleMoved,
    NeedleTaken,
    NotPossible,
)
from trainer.attempt.log import Record
from trainer.attempt.replay import redecide, states
from trainer.attempt.step import step
from trainer.attempt.walked import walked
from trainer.refusal import Refusal
from trainer.scoring.places import place_of
from trainer.scoring.score import Score, score
from trainer.session import playing
from trainer.session.opening import Opening
from trainer.session.players.observer import Observer
from trainer.session.players.play import play_into, played
from trainer.session.players.seen import Picture
from trainer.session.players.traits import KINDS, PLAYERS
from trainer.session.services import Services

Kind = TypeVar("Kind", bound=Event)
SCENARIOS = (
    *("place-t7-left", "place-t7-biplane", "place-t7-single"),
    *("mbb-t7-8", "rf-t7-8", "red-flag"),
)
SEED = 1
Open = Callable[[str], Opening]
Play = Callable[[str, str], Path]


@pytest.fixture(scope="module")
def opened(services: Services) -> Open:
    kept: dict[str, Opening] = {}

    def open_(scenario: str) -> Opening:
        if scenario not in kept:
            kept[scenario] = playing.opened(services, services.scenarios.load(scenario), SEED)
        return kept[scenario]

    return open_


@pytest.fixture(scope="module")
def play(services: Services, opened: Open, tmp_path_factory: pytest.TempPathFactory) -> Play:
    """Each attempt is played once for all tests."""
    folder = tmp_path_factory.mktemp("players")

    def play_(scenario: str, kind: str) -> Path:
        path = folder / f"{scenario}-{kind}.attempt"
        if not path.exists():
            play_into(services, opened(scenario), kind, SEED, path)
        return path

    return play_


@pytest.fixture(scope="module")
def events(services: Services, play: Play) -> Callable[[str, str], list[Event]]:
    return lambda scenario, kind: list(services.attempts.load(play(scenario, kind)).events)


@pytest.fixture(scope="module")
def scored(services: Services, play: Play) -> Callable[[str, str], Score]:
    return lambda scenario, kind: score(services.attempts.load(play(scenario, kind)))


def of(kind: type[Kind], events: list[Event]) -> list[Kind]:
    return [event for event in events if isinstance(event, kind)]


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_player_finishes_with_a_log_that_replays_by_evolve(
    services: Services, play: Play, scenario: str, kind: str
) -> None:
    log = services.attempts.load(play(scenario, kind))
    assert log.sealed
    *_, (_, end) = states(log)  # raises where a state's hash differs
    assert end.submitted


@pytest.mark.parametrize("kind", ["expert", "random"])
def test_the_physics_decides_the_same_again(
    services: Services, play: Play, opened: Open, kind: str
) -> None:
    log = services.attempts.load(play("place-t7-left", kind))
    assert redecide(log, opened("place-t7-left").world) == []


@pytest.mark.parametrize("kind", ["expert", "novice", "random"])
def test_the_same_seed_gives_the_same_bytes_and_another_one_another_attempt(
    services: Services, opened: Open, play: Play, tmp_path: Path, kind: str
) -> None:
    opening = opened("place-t7-biplane")
    again = play_into(services, opening, kind, SEED, tmp_path / "again.attempt")
    assert again.read_bytes() == play("place-t7-biplane", kind).read_bytes()
    assert played(opening, kind, SEED + 1) != played(opening, kind, SEED)


def test_an_unknown_player_or_a_negative_seed_is_refused(opened: Open) -> None:
    with pytest.raises(Refusal, match="no player"):
        played(opened("place-t7-single"), "genius", SEED)
    with pytest.raises(Refusal, match="negative"):
        played(opened("place-t7-single"), "expert", -1)


@pytest.mark.parametrize("scenario", ["place-t7-left", "place-t7-biplane", "place-t7-single"])
def test_the_expert_places_well(scored: Callable[[str, str], Score], scenario: str) -> None:
    found = scored(scenario, "expert")
    assert found.critical == ()
    assert found.score >= 950


@pytest.mark.parametrize("seed", [1, 2])
def test_the_expert_covers_both_nerves_and_harms_nobody(opened: Open, seed: int) -> None:
    opening = opened("rf-t7-8")
    assert opening.world.body is not None
    done = [event for one in played(opening, "expert", seed) for event in one.events]
    assert {lesion.how for lesion in of(LesionEnded, done)} == {"done"}
    covered = best_cover(done)
    assert all(covered[nerve] >= 800 for nerve in opening.world.body.targets)
    assert of(HarmDone, done) == []
    assert of(NotPossible, done) == []


@pytest.mark.parametrize(
    ("scenario", "procedure"), [("mbb-t7-8", "block"), ("rf-t7-8", "rhizotomy")]
)
def test_the_expert_leaves_no_step_out_and_makes_no_critical_error(
    events: Callable[[str, str], list[Event]],
    scored: Callable[[str, str], Score],
    scenario: str,
    procedure: str,
) -> None:
    found = walked(events(scenario, "expert"), procedure)
    assert {one.step.id for one in found if one.missed_ms is not None} == set()
    assert scored(scenario, "expert").critical == ()


def test_the_expert_leaves_a_red_flag_alone(
    events: Callable[[str, str], list[Event]], scored: Callable[[str, str], Score]
) -> None:
    done = events("red-flag", "expert")
    assert of(NeedleTaken, done) == []
    assert of(Exposed, done) == []
    assert scored("red-flag", "expert").score == 1000


@pytest.mark.parametrize("scenario", ["place-t7-left", "mbb-t7-8", "rf-t7-8"])
def test_the_image_happy_exposes_three_times_as_much(
    events: Callable[[str, str], list[Event]], scenario: str
) -> None:
    happy, expert = (len(of(Exposed, events(scenario, kind))) for kind in ("image-happy", "expert"))
    assert happy >= 3 * expert


def longest_blind_um(done: list[Event]) -> int:
    """Advance in tissue without any picture, at most."""
    longest = run = 0
    for event in done:
        if isinstance(event, Exposed | NeedleTaken):
            run = 0
        elif isinstance(event, NeedleMoved) and event.pushed_um > 0:
            run += event.in_tissue_um
            longest = max(longest, run)
    return longest


def test_the_reckless_advance_blindly_and_the_expert_does_not(
    events: Callable[[str, str], list[Event]],
) -> None:
    assert longest_blind_um(events("place-t7-left", "lucky-reckless")) > 25_000
    assert longest_blind_um(events("place-t7-left", "expert")) <= 10_000


def seen_from_the_side(done: list[Event]) -> list[bool]:
    """For each lesion: whether a lateral showed the needle since it moved last."""
    found, shown = [], False
    for event in done:
        if isinstance(event, NeedleMoved | NeedleTaken):
            shown = False
        elif isinstance(event, Exposed) and abs(event.oblique_mdeg) >= 60_000:
            shown = True
        elif isinstance(event, LesionStarted):
            found.append(shown)
    return found


def best_cover(done: list[Event]) -> dict[str, int]:
    covered: dict[str, int] = {}
    for lesion in of(LesionEnded, done):
        for nerve, permille in lesion.covered_permille:
            covered[nerve] = max(permille, covered.get(nerve, 0))
    return covered


def test_who_sees_that_one_lesion_leaves_too_much_lays_a_second_at_the_same_nerve(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here an expert who is content with the whole stretch only; one lesion is at times enough."""
    wants_all = replace(PLAYERS["expert"], covers=1.0)
    monkeypatch.setitem(PLAYERS, "expert", wants_all)
    for seed in range(1, 9):
        done = [event for one in played(opened("rf-t7-8"), "expert", seed) for event in one.events]
        laid = [dict(one.covered_permille) for one in of(LesionEnded, done)]
        if len(laid) > 2:
            break
    assert 2 < len(laid) <= 4
    assert all(seen_from_the_side(done))
    reached = [max(one, key=lambda nerve: one[nerve]) for one in laid]
    assert reached == sorted(reached)  # one nerve after the other
    assert set(reached) == {"T6-mb left", "T7-mb left"}


def test_the_reckless_are_lucky(opened: Open, events: Callable[[str, str], list[Event]]) -> None:
    """A perfect end, so that only the way there can tell them from an expert."""
    body = opened("rf-t7-8").world.body
    assert body is not None
    covered = best_cover(events("rf-t7-8", "lucky-reckless"))
    assert all(covered[nerve] >= 700 for nerve in body.targets)


def test_the_reckless_heat_unseen_from_the_side_and_the_expert_never(
    events: Callable[[str, str], list[Event]],
) -> None:
    assert seen_from_the_side(events("rf-t7-8", "lucky-reckless")) == [False, False]
    assert seen_from_the_side(events("rf-t7-8", "expert")) == [True, True]


def test_some_novices_end_at_the_wrong_level_and_declare_the_right_one(opened: Open) -> None:
    opening = opened("place-t7-left")
    header = opening.header
    ended, declared = [], set()
    for seed in range(12):
        done = [event for one in played(opening, "novice", seed) for event in one.events]
        ended.append(place_of(header, of(NeedleMoved, done)[-1].tip_um))
        declared |= {(one.level, one.side) for one in of(LevelDeclared, done)}
    wrong = [place for place in ended if place is not None and place[0] != "T7"]
    assert 1 <= len(wrong) <= 8
    assert {place[0] for place in wrong} <= {"T6", "T8"}
    assert declared == {("T7", "left")}


def test_who_leaves_the_depth_view_out_now_and_then_is_no_expert(opened: Open) -> None:
    opening = opened("place-t7-left")

    def laterals(kind: str, count: int) -> list[bool]:
        """Whether the last picture is a lateral, by seed."""
        played_ = (played(opening, kind, seed) for seed in range(count))
        done = ([event for one in records for event in one.events] for records in played_)
        return [abs(of(Exposed, one)[-1].oblique_mdeg) >= 60_000 for one in done]

    assert 0 < laterals("novice", 12).count(False) <= 8
    assert all(laterals("expert", 3))


def pictures_a_needle(done: list[Event]) -> float:
    return len(of(Exposed, done)) / len(of(NeedleTaken, done))


@pytest.mark.parametrize("scenario", ["place-t7-left", "mbb-t7-8", "rf-t7-8"])
def test_slow_but_safe_is_the_expert_at_leisure(
    events: Callable[[str, str], list[Event]], scenario: str
) -> None:
    slow, expert = (events(scenario, kind) for kind in ("slow-but-safe", "expert"))
    if scenario == "place-t7-left":  # elsewhere most of the time is waiting, which nobody hurries
        assert slow[-1].t_ms > 2 * expert[-1].t_ms
    assert pictures_a_needle(slow) <= 2 * pictures_a_needle(expert)
    assert of(HarmDone, slow) == []
    assert longest_blind_um(slow) <= 10_000


def test_the_random_player_mostly_presses_what_can_be_pressed(opened: Open) -> None:
    opening = opened("place-t7-left")
    presses = [one for seed in range(6) for one in played(opening, "random", seed)]
    done = [event for one in presses for event in one.events]
    assert len(of(NotPossible, done)) < len(presses) / 4
    assert of(NeedleMoved, done)
    assert of(LevelDeclared, done)


def last_depth_um(done: list[Event]) -> int:
    return of(NeedleMoved, done)[-1].depth_um


def test_the_timid_stop_short(events: Callable[[str, str], list[Event]]) -> None:
    timid, expert = (last_depth_um(events("place-t7-left", kind)) for kind in ("timid", "expert"))
    assert expert - timid > 5_000


def test_skill_is_seen_in_the_marks(scored: Callable[[str, str], Score]) -> None:
    marks = {kind: scored("place-t7-left", kind).score for kind in KINDS}
    assert marks["random"] < marks["novice"] < marks["trained"] <= marks["expert"]
    assert marks["timid"] < marks["trained"]


def test_the_novice_leaves_steps_out(events: Callable[[str, str], list[Event]]) -> None:
    done = {kind: {one.act for one in of(ActDone, events("mbb-t7-8", kind))} for kind in KINDS}
    assert done["novice"] < done["expert"]


# --- the eye -------------------------------------------------------------------------------------


def looked(opening: Opening, oblique_deg: float = 0.0, away_mm: float = 0.0) -> Picture:
    """What an expert's eye reads off one picture."""
    observer = Observer(opening, PLAYERS["expert"], np.random.default_rng(0))
    state = opening.header.start
    x_um, y_um, z_um = state.isocentre_um
    seen = observer.see(state, ())
    assert seen.picture is None
    for command in (
        TurnCArm(0, round(oblique_deg * 1000), 0),
        MoveTable(0, x_um, y_um, z_um + round(away_mm * 1000)),
        Expose(0),
    ):
        record, state = step(state, command, opening.world, 1)
        seen = observer.see(state, record.events)
    assert seen.picture is not None
    return seen.picture


def test_nothing_is_known_of_the_target_before_a_picture(opened: Open) -> None:
    observer = Observer(opened("rf-t7-8"), PLAYERS["expert"], np.random.default_rng(0))
    assert observer.see(opened("rf-t7-8").header.start, ()).picture is None


def test_a_mark_lies_where_the_exposure_projects_the_target(opened: Open) -> None:
    opening = opened("place-t7-left")
    picture = looked(opening)
    truth = picture.view.project(np.array(opening.header.targets[0].point_um) / 1000.0)
    read = np.array(picture.spots["T7 left point"])
    px_per_mm = 512 / 162  # the magnified field at the isocentre
    assert 0.0 < np.linalg.norm(read - truth) < 4 * px_per_mm * 0.6


@pytest.mark.parametrize(
    ("oblique_deg", "seen"),
    [(0, True), (30, True), (50, False), (-50, True), (-43, False), (90, True)],
)
def test_a_view_that_hides_the_process_shows_no_mark(
    opened: Open, oblique_deg: float, seen: bool
) -> None:
    assert bool(looked(opened("place-t7-left"), oblique_deg).spots) is seen


def test_what_lies_beside_the_field_is_not_seen(opened: Open) -> None:
    assert looked(opened("place-t7-left"), away_mm=150.0).spots == {}


def test_the_random_player_looks_at_nothing(opened: Open) -> None:
    """Played on the same room with the targets elsewhere, it presses the same."""
    opening = opened("place-t7-left")
    target = opening.header.targets[0]
    moved = replace(target, point_um=(0, 0, 0))
    elsewhere = replace(opening, header=replace(opening.header, targets=(moved,)))

    def presses(records: tuple[Record, ...]) -> list[object]:
        return [record.command for record in records]

    there = presses(played(opening, "random", SEED))
    assert there == presses(played(elsewhere, "random", SEED))
    expert = presses(played(opening, "expert", SEED))
    assert expert != presses(played(elsewhere, "expert", SEED))
