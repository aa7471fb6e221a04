"""Look at an attempt again: its chain, its states, its physics, its score. One file is enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from trainer.attempt.header import Header
from trainer.attempt.log import AttemptLog, damaged
from trainer.attempt.replay import redecide, start_of
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.canonical import from_document
from trainer.scenario.scenario import Scenario
from trainer.session.opening import Opening, bind_world, with_practice
from trainer.session.reading import Verdict, header_of, whole
from trainer.session.services import Services
from trainer.session.taken import Taken, kept_of
from trainer.session.waiting import IN_SILENCE, Waiting

__all__ = ["Verdict", "exposures", "header_of", "reopened", "scenario_of", "verify"]


def scenario_of(header: Header, name: str) -> Scenario:
    """The scenario that the attempt was made with. Raises Refusal INTEGRITY."""
    try:
        return from_document(header.scenario)
    except ValueError:
        raise damaged(name, "header", "it holds no valid scenario") from None


def verify(services: Services, path: Path, *, with_physics: bool = False) -> Verdict:
    """Check chain and states, and on request the physics. Raises Refusal INTEGRITY."""
    log, verdict = whole(services, path)
    if not with_physics:
        return verdict
    return replace(verdict, differences=_differences(services, log, path.name))


def _differences(services: Services, log: AttemptLog, name: str) -> tuple[str, ...]:
    opening = reopened(services, log, name)
    made_by = header_of(log, name).provenance.build_sha256
    if made_by != services.build_sha256():
        raise Refusal(
            f"The physics of {name} cannot be run again",
            f"it was made by build {made_by[:12]}, this is {services.build_sha256()[:12]}",
            "Use the release it was made with; chain and states can be checked with any",
        )
    return tuple(str(difference) for difference in redecide(log, opening.world, name))


def reopened(
    services: Services, log: AttemptLog, name: str, waiting: Waiting = IN_SILENCE
) -> Opening:
    """Scenario, patient and world of a log, for replay and resume. Raises Refusal."""
    header = header_of(log, name)
    scenario = scenario_of(header, name)
    patient = services.patients.patient_of(scenario, waiting)
    if patient.sha256 != header.provenance.patient_sha256:
        raise Refusal(
            f"{name} cannot go on here",
            f"its patient was {header.provenance.patient_sha256[:12]}, this program builds "
            f"{patient.sha256[:12]}",
            "Use the release it was made with; it can still be scored and verified",
            code=ExitCode.INTEGRITY,
        )
    world = with_practice(bind_world(scenario, patient, header.targets), header)
    return Opening(scenario, patient, header, world)


def exposures(log: AttemptLog, name: str) -> Iterator[Taken]:
    """Each exposure with its state and detail, the last of a run as the monitor held it."""
    return kept_of(start_of(log, name), log.events)
