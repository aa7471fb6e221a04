"""Let many scripted players of each kind play one scenario, and keep what each of them earned.

It checks a scenario and its rubric for sense. It says nothing about people: never validity.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from trainer.attempt.events import Exposed
from trainer.attempt.header import to_json
from trainer.attempt.log import NOTHING, AttemptLog
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.canonical import sha256
from trainer.scenario.scenario import Scenario
from trainer.scoring.score import score
from trainer.session import playing
from trainer.session.opening import Opening
from trainer.session.players.play import played
from trainer.session.players.traits import KINDS
from trainer.session.ports import Pool
from trainer.session.services import Services
from trainer.session.waiting import IN_SILENCE, Waiting

MOST_TRAINEES = 1_000


@dataclass(frozen=True, slots=True)
class Plan:
    """Who plays: so many of each kind, seeds from `seed` on, the same for every kind."""

    trainees: int
    kinds: tuple[str, ...] = KINDS
    seed: int = 1

    @property
    def trials(self) -> tuple[Trial, ...]:
        """One attempt each, kind by kind."""
        seeds = range(self.seed, self.seed + self.trainees)
        return tuple(Trial(kind, seed) for kind in self.kinds for seed in seeds)


@dataclass(frozen=True, slots=True)
class Trial:
    """One player's one attempt."""

    kind: str
    seed: int


@dataclass(frozen=True, slots=True)
class Earned:
    """What an attempt earned; marks are thousandths.

    critical, major : kinds of error that happened, each once. parts, metrics : marks by id.
    judgement : the mark for the case, None where the rubric has none. minutes : of the attempt.
    """

    trial: Trial
    mark: int
    passed: bool
    critical: tuple[str, ...]
    major: tuple[str, ...]
    parts: Mapping[str, int]
    metrics: Mapping[str, int]
    judgement: int | None
    minutes: float
    exposures: int
    digest: str


@dataclass(frozen=True, slots=True)
class Calibration:
    """Everything that was earned, in the plan's order; the same for any number of workers.

    rubric : its id and version; standing : what its cut may be used for. parts, metrics : weights
    by id, those with none included.
    """

    scenario: Scenario
    plan: Plan
    rubric: str
    standing: str
    pass_mark: int
    parts: Mapping[str, int]
    metrics: Mapping[str, int]
    earned: tuple[Earned, ...]

    def of(self, kind: str) -> tuple[Earned, ...]:
        """What players of a kind earned."""
        return tuple(one for one in self.earned if one.trial.kind == kind)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Those who played."""
        return self.plan.kinds


def calibrate(
    services: Services, name: str, plan: Plan, pool: Pool, waiting: Waiting = IN_SILENCE
) -> Calibration:
    """Play and score the plan at a scenario's id or path. Raises Refusal; also where cancelled."""
    scenario = services.scenarios.load(name)
    _check(plan)
    waiting.progress(0.0, "Opening the patient")
    opening = playing.opened(services, scenario, plan.seed, waiting)  # built once, for all workers
    trials, found = plan.trials, dict[int, Earned]()
    work = Trials(services.elsewhere, name, sha256(scenario), opening.patient.sha256)
    for number, earned in pool.each(work, trials):
        found[number] = earned
        waiting.progress(len(found) / len(trials), f"{len(found)} of {len(trials)} attempts played")
        if waiting.cancelled():
            raise Refusal("The calibration was stopped", "that was asked for", "Start it again")
    return _calibration(opening, plan, tuple(found[number] for number in range(len(trials))))


def _check(plan: Plan) -> None:
    unknown = [kind for kind in plan.kinds if kind not in KINDS]
    if unknown or not plan.kinds or len(set(plan.kinds)) != len(plan.kinds):
        why = f"there is no player {unknown[0]!r}" if unknown else "each is named once, and one is"
        raise Refusal("These players cannot play", why, f"Name some of {', '.join(KINDS)}")
    if not 1 <= plan.trainees <= MOST_TRAINEES or plan.seed < 0:
        raise Refusal(
            "So many players cannot play",
            f"{plan.trainees} of each kind from seed {plan.seed}",
            f"Let 1 to {MOST_TRAINEES} play, from a seed of 0 or more",
        )


@dataclass(frozen=True, slots=True)
class Trials:
    """The work of one job, ready to be sent to another process.

    patient_sha256 : whom the players must find there, "" for whomever there is.
    """

    elsewhere: Callable[[], Services]
    scenario: str
    scenario_sha256: str
    patient_sha256: str = ""

    def __call__(self, trial: Trial) -> Earned:
        """Play and score one attempt. Raises Refusal."""
        opening = _opened(self.elsewhere, self.scenario, self.scenario_sha256)
        if self.patient_sha256 not in ("", opening.patient.sha256):
            raise _another_patient(self, opening.patient.sha256)
        return earned_by(opening, trial)


def _another_patient(work: Trials, found_sha256: str) -> Refusal:
    return Refusal(
        f"The calibration of {work.scenario} was stopped",
        f"a worker builds patient {found_sha256[:12]}, this program {work.patient_sha256[:12]}",
        "Use the same processors and versions of libraries on every worker",
        code=ExitCode.INTEGRITY,
    )


_kept: dict[tuple[str, str], Opening] = {}


def _opened(elsewhere: Callable[[], Services], scenario: str, scenario_sha256: str) -> Opening:
    """The opened attempt that all trials of a worker begin from; it is opened once.

    Kept by scenario alone: `elsewhere` comes through a pickle with each trial, and a partial that
    did equals none before it, so that a cache keyed by it would open a patient for every attempt.
    """
    if (scenario, scenario_sha256) not in _kept:
        opening = _open(elsewhere, scenario, scenario_sha256)
        _kept.clear()
        _kept[scenario, scenario_sha256] = opening
    return _kept[scenario, scenario_sha256]


def _open(elsewhere: Callable[[], Services], scenario: str, scenario_sha256: str) -> Opening:
    services = elsewhere()
    found = services.scenarios.load(scenario)
    if sha256(found) != scenario_sha256:
        raise Refusal(
            f"The calibration of {scenario} was stopped",
            "its file was changed meanwhile, or a worker has another one",
            "Install the same on every worker, and start it again",
        )
    return playing.opened(services, found, 0)


def earned_by(opening: Opening, trial: Trial) -> Earned:
    """One attempt, played and scored in memory: the log that `attempt play` would write."""
    opening = replace(opening, header=replace(opening.header, seed=trial.seed))
    records = played(opening, trial.kind, trial.seed)
    log = AttemptLog(to_json(opening.header), records, True, NOTHING)
    judged = score(log).document
    return Earned(
        trial=trial,
        mark=judged["score"],
        passed=judged["passed"],
        critical=_kinds_of(judged["critical"]),
        major=_kinds_of(judged.get("major", ())),
        parts={part["id"]: part["mark"] for part in judged.get("parts", ())},
        metrics={line["id"]: line["mark"] for line in judged["metrics"]},
        judgement=None if judged.get("judgement") is None else judged["judgement"]["score"],
        minutes=records[-1].command.t_ms / 60_000.0,
        exposures=sum(isinstance(event, Exposed) for event in log.events),
        digest=judged["digest"],
    )


def _calibration(opening: Opening, plan: Plan, earned: tuple[Earned, ...]) -> Calibration:
    """With the rubric's own facts, as the score of an attempt without a record tells them."""
    nothing = AttemptLog(to_json(opening.header), (), False, NOTHING)
    rubric = score(nothing).document
    return Calibration(
        scenario=opening.scenario,
        plan=plan,
        rubric=f"{rubric['rubric']['id']} {rubric['rubric']['version']}",
        standing=rubric["standing"],
        pass_mark=rubric["pass_mark"],
        parts={part["id"]: part["weight"] for part in rubric.get("parts", ())},
        metrics={line["id"]: line["weight"] for line in rubric["metrics"]},
        earned=earned,
    )


def _kinds_of(errors: list[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(sorted({error["id"] for error in errors}))
