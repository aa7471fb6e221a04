"""Many scripted players at one scenario: what is counted, said and kept."""

from __future__ import annotations

import functools
import json
import pickle
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pytest

from trainer.refusal import Refusal
from trainer.scenario.canonical import sha256
from trainer.scoring.score import score
from trainer.session import playing
from trainer.session.calibrating import Calibration, Earned, Plan, Trial, Trials, calibrate
from trainer.session.calibration_facts import document_of, facts_of
from trainer.session.calibration_page import keep, page
from trainer.session.players.play import play
from trainer.session.process_pool import ProcessPool
from trainer.session.services import Services
from trainer.session.waiting import Waiting

Job = TypeVar("Job")
Result = TypeVar("Result")
FILM = "place-t7-single"  # opens at once: one picture and no body


@dataclass(frozen=True)
class Here:
    """A pool without processes, last job first."""

    def each(
        self, work: Callable[[Job], Result], jobs: Sequence[Job]
    ) -> Iterator[tuple[int, Result]]:
        for number in reversed(range(len(jobs))):
            yield number, work(jobs[number])


@pytest.fixture(scope="module")
def found(services: Services) -> Calibration:
    plan = Plan(4, ("novice", "trained", "expert", "random"), 1)
    return calibrate(services, FILM, plan, Here())


def test_another_process_and_another_order_come_to_the_same(services: Services) -> None:
    plan = Plan(2, ("novice", "expert"), 1)
    said: list[str] = []
    waiting = Waiting(progress=lambda _done, words: said.append(words))
    there = calibrate(services, FILM, plan, ProcessPool(1), waiting)
    assert there == calibrate(services, FILM, plan, Here())
    assert said[-1] == "4 of 4 attempts played"


OPENED: list[Services] = []


def _opening(_number: int) -> Services:
    OPENED.append(OPENED[0])
    return OPENED[0]


def test_a_worker_opens_a_patient_once_though_each_trial_comes_through_a_pickle(
    services: Services,
) -> None:
    OPENED[:] = [services]
    name = "place-t7-biplane"
    work = Trials(functools.partial(_opening, 0), name, sha256(services.scenarios.load(name)))
    for seed in (1, 2, 3):
        pickle.loads(pickle.dumps(work))(Trial("random", seed))
    assert len(OPENED) == 2


def test_an_attempt_earns_what_its_file_would(
    services: Services, found: Calibration, tmp_path: Path
) -> None:
    path = play(services, FILM, "novice", 2, tmp_path / "novice.attempt")
    earned = next(one for one in found.earned if one.trial == Trial("novice", 2))
    judged = score(services.attempts.load(path))
    assert earned.digest == playing.score_file(services, path).digest
    assert (earned.mark, earned.passed) == (judged.score, judged.passed)


def test_every_kind_plays_the_same_seeds_in_order(found: Calibration) -> None:
    assert [one.trial for one in found.earned] == list(found.plan.trials)
    assert [one.trial.seed for one in found.of("expert")] == [1, 2, 3, 4]


def test_it_can_be_stopped_between_two_attempts(services: Services) -> None:
    with pytest.raises(Refusal, match="stopped"):
        calibrate(services, FILM, Plan(2), Here(), Waiting(cancelled=lambda: True))


@pytest.mark.parametrize(
    "plan", [Plan(0), Plan(1, ("genius",)), Plan(1, ()), Plan(1, ("expert", "expert")), Plan(1_001)]
)
def test_a_plan_that_nobody_can_play_is_refused(services: Services, plan: Plan) -> None:
    with pytest.raises(Refusal, match="cannot play"):
        calibrate(services, FILM, plan, Here())


# --- what it says --------------------------------------------------------------------------------


def with_marks(found: Calibration, marks: dict[str, list[int]]) -> Calibration:
    """The same attempts with other marks; passed from 700 on."""

    def marked(one: Earned) -> Earned:
        mark = marks[one.trial.kind][one.trial.seed - 1]
        return replace(one, mark=mark, passed=mark >= 700, critical=(), parts={}, judgement=None)

    return replace(found, parts={}, earned=tuple(marked(one) for one in found.earned))


GOOD = {
    "novice": [200, 300, 400, 500],
    "trained": [500, 650, 700, 800],
    "expert": [900, 950, 960, 990],
    "random": [0, 0, 10, 20],
}


def test_a_rubric_that_does_what_it_should_meets_every_expectation(found: Calibration) -> None:
    facts = facts_of(with_marks(found, GOOD))
    assert all(one.holds for one in facts.expectations)
    assert facts.separations["novice", "expert"].complete
    assert facts.separations["novice", "trained"].area == 15.5 / 16
    learners = GOOD["novice"] + GOOD["trained"] + GOOD["expert"]
    assert facts.difficulty == pytest.approx(1 - sum(learners) / 12_000)


@pytest.mark.parametrize(
    ("kind", "marks", "says"),
    [
        ("expert", [900, 950, 960, 690], "the expert player passes"),
        ("novice", [200, 300, 700, 800], "the novice mostly fails"),
        ("novice", [910, 920, 400, 500], "expert and novice are told apart"),
        ("trained", [100, 120, 140, 160], "the trained player lies between"),
        ("random", [0, 0, 0, 800], "the random player fails"),
    ],
)
def test_each_expectation_can_fail(
    found: Calibration, kind: str, marks: list[int], says: str
) -> None:
    facts = facts_of(with_marks(found, {**GOOD, kind: marks}))
    assert any(one.says.startswith(says) and not one.holds for one in facts.expectations)


def test_image_happy_may_lose_marks_for_radiation_only(found: Calibration) -> None:
    def facts(safety: int) -> list[bool]:
        parts = {"expert": {"safety": 1000, "radiation": 990}}
        parts["image-happy"] = {"safety": safety, "radiation": 100}
        earned = tuple(
            replace(one, trial=Trial(kind, one.trial.seed), parts=parts[kind], judgement=None)
            for kind in parts
            for one in found.of("expert")
        )
        plan = Plan(4, tuple(parts))
        two = replace(found, plan=plan, parts={"safety": 60, "radiation": 40}, earned=earned)
        return [one.holds for one in facts_of(two).expectations if "radiation only" in one.says]

    assert facts(980) == [True]
    assert facts(900) == [False]


def asked_of(found: Calibration, kind: str) -> list[str]:
    """What is expected where players of a kind take the place of random ones."""
    others = tuple(one for one in found.kinds if one != "random")
    earned = tuple(
        replace(one, trial=Trial(kind, one.trial.seed)) if one.trial.kind == "random" else one
        for one in found.earned
    )
    plan = replace(found.plan, kinds=(*others, kind))
    facts = facts_of(replace(found, plan=plan, earned=earned))
    return [one.says for one in facts.expectations]


def test_nothing_is_asked_that_the_scenario_cannot_tell(
    services: Services, found: Calibration
) -> None:
    """One film shows no depth; and who stands back where that is right did right."""
    assert "the timid player fails" not in asked_of(found, "timid")
    two_films = replace(found, scenario=services.scenarios.load("place-t7-biplane"))
    assert "the timid player fails" in asked_of(two_films, "timid")
    standing_back = replace(found, scenario=services.scenarios.load("red-flag"))
    assert "the lucky-reckless player fails" in asked_of(found, "lucky-reckless")
    assert "the lucky-reckless player fails" not in asked_of(standing_back, "lucky-reckless")
    assert "the novice mostly fails" not in asked_of(standing_back, "timid")


def test_the_page_says_what_it_is_and_names_every_kind_and_every_weighed_line(
    found: Calibration,
) -> None:
    text = page(found, facts_of(found))
    assert "never validity" in text
    assert "provisional, not for decisions" in text
    weighed = [name for name, weight in found.metrics.items() if weight]
    assert weighed
    for name in (*found.kinds, *weighed):
        assert name in text
    assert f"calibrate {FILM} --trainees 4 --seed 1" in text


def test_page_drawing_and_numbers_are_kept_and_agree(found: Calibration, tmp_path: Path) -> None:
    facts = facts_of(found)
    paths = keep(found, facts, tmp_path / "pages")
    assert {path.name for path in paths} == {f"{FILM}.{end}" for end in ("md", "svg", "json")}
    assert keep(found, facts, tmp_path / "pages") == paths  # over the older ones
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == sorted(
        path.name for path in paths
    )
    stored = json.loads((tmp_path / "pages" / f"{FILM}.json").read_text(encoding="utf-8"))
    assert stored == json.loads(json.dumps(document_of(found, facts)))
    assert [one["mark"] for one in stored["attempts"]] == [one.mark for one in found.earned]
    drawn = ET.parse(tmp_path / "pages" / f"{FILM}.svg").getroot()
    dots = [*drawn.iter("{http://www.w3.org/2000/svg}circle")]
    crosses = [*drawn.iter("{http://www.w3.org/2000/svg}path")]
    legend = 4
    assert len(dots) + len(crosses) == len(found.earned) + legend


def test_where_it_cannot_be_written_it_says_so(found: Calibration, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(Refusal, match="cannot be kept"):
        keep(found, facts_of(found), blocked)
