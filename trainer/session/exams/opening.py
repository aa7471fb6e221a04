"""Open an exam's attempt: the pinned scenario, its patient, and whose sitting it is."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace

from trainer.attempt.sitting import Sitting
from trainer.imaging.pulse import MOST_EARLIER
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.canonical import sha256
from trainer.scenario.scenario import Scenario
from trainer.session.clock import utc_now
from trainer.session.opening import Opening, open_attempt
from trainer.session.services import Services
from trainer.session.taken import Taken
from trainer.session.waiting import Waiting

EXAM = "exam"


def pinned(services: Services, name: str, wanted_sha256: str) -> Scenario:
    """The scenario that the definition means. Raises Refusal INTEGRITY for any other."""
    scenario = services.scenarios.load(name)
    found = sha256(scenario)
    if found != wanted_sha256:
        raise Refusal(
            f"The scenario {name} is not the one of the exam",
            f"here it is {found[:12]}, the exam was defined with {wanted_sha256[:12]}",
            "Install the package that belongs to the exam",
            code=ExitCode.INTEGRITY,
        )
    return scenario


def opened(
    services: Services, scenario: Scenario, seed: int, sitting: Sitting, waiting: Waiting
) -> Opening:
    """An exam's attempt, ready to begin; the first time a patient takes seconds."""
    opening = open_attempt(
        scenario,
        services.patients.patient_of(scenario, waiting),
        build_sha256=services.build_sha256(),
        created_utc=utc_now(),
        seed=seed,
        mode=EXAM,
        attempt_id=str(uuid.uuid4()),
    )
    return replace(opening, header=replace(opening.header, sitting=sitting))


def last_seen(taken: Sequence[Taken]) -> Sequence[Taken]:
    """What the monitor held, and what still shines on in it."""
    return taken[-(1 + MOST_EARLIER) :]


def on_its_shelf(services: Services, session_id: str) -> Services:
    """The services with the scenarios that came with the session, where any did."""
    own = services.exams.scenarios(session_id)
    if own is None:
        return services
    return replace(services, scenarios=own, patients=services.patients.reading_from(own))
