"""Save the scripted expert's run of every shipped scenario beside it, as the debrief's comparison.

Run: uv run python -m tools.make_reference_runs [--check] [SCENARIO ...]

Fails where the expert does not pass or a file is over 300 kB; then nothing of that scenario is
written. The same build, scenario and patient make the same bytes. --check writes nothing: it says
which runs are missing, were made for another scenario or patient, or do not pass any more.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path

from trainer.app.wiring import wired
from trainer.attempt.log import AttemptLog
from trainer.refusal import Refusal
from trainer.scenario.scenario import Scenario
from trainer.scoring.score import Score, score
from trainer.session.opening import Opening, open_attempt
from trainer.session.players.play import play_into
from trainer.session.services import Services
from trainer.storage.atomic import atomic_write_bytes

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
REFERENCE = "reference.attempt"
PLAYER, SEED = "expert", 1
MOST_BYTES = 300_000  # four nerves come to 290 kB
# Fixed, so that the same build makes the same bytes: these runs belong to no moment and nobody.
MADE_UTC = "2026-01-01T00:00:00Z"
NAMESPACE = uuid.UUID("6c3d6f5e-9c1b-5b0e-8f6b-0c6d3a1f2e47")


@dataclass(frozen=True, slots=True)
class Run:
    """A run as it was played. said : one line on it."""

    data: bytes
    log: AttemptLog
    score: Score

    @property
    def said(self) -> str:
        """What it came to."""
        return (
            f"{len(self.log.records)} records, {len(self.data):,} bytes, mark "
            f"{self.score.score / 10:.1f}, {'passed' if self.score.passed else 'NOT PASSED'}"
        )


def main() -> int:
    """Do it for the named scenarios, or all; 1 where one is not as it should be."""
    parser = argparse.ArgumentParser(description="Save the scripted expert's runs.")
    parser.add_argument("scenarios", nargs="*", default=shipped())
    parser.add_argument("--check", action="store_true", help="write nothing, say what is not right")
    args = parser.parse_args()
    services, wrong = wired(), 0
    for name in by_patient(services, args.scenarios):
        why = _checked(services, name) if args.check else _made(services, name)
        wrong += bool(why)
    return 1 if wrong else 0


def shipped() -> list[str]:
    """Ids of all shipped scenarios."""
    return sorted(path.parent.name for path in SCENARIOS.glob("*/scenario.yaml"))


def by_patient(services: Services, names: list[str]) -> list[str]:
    """Scenarios of one patient after each other, so that each patient is opened once."""
    return sorted(names, key=lambda name: (str(services.scenarios.load(name).patient), name))


def _made(services: Services, name: str) -> str:
    run = played(services, name)
    why = what_is_wrong(run)
    print(f"{name}: {run.said}{f': {why}' if why else ''}", flush=True)
    if not why:
        atomic_write_bytes(SCENARIOS / name / REFERENCE, run.data)
    return why


def _checked(services: Services, name: str) -> str:
    path = SCENARIOS / name / REFERENCE
    why = "there is none" if not path.exists() else _outdated(services, name, path)
    print(f"{name}: {why or 'as it should be'}", flush=True)
    return why


def _outdated(services: Services, name: str, path: Path) -> str:
    log = services.attempts.load(path)
    fresh = _opened(services, services.scenarios.load(name)).header.provenance
    stored = log.header["provenance"]
    if stored["scenario_sha256"] != fresh.scenario_sha256:
        return "it was made for another version of the scenario"
    if stored["patient_sha256"] != fresh.patient_sha256:
        return "it was made for another patient"
    return what_is_wrong(Run(path.read_bytes(), log, score(log)))


def played(services: Services, name: str) -> Run:
    """The expert's run, as `attempt play` writes it. Raises Refusal."""
    opening = _opened(services, services.scenarios.load(name))
    with tempfile.TemporaryDirectory() as folder:
        path = play_into(services, opening, PLAYER, SEED, Path(folder) / REFERENCE)
        log = services.attempts.load(path)
        return Run(path.read_bytes(), log, score(log))


def _opened(services: Services, scenario: Scenario) -> Opening:
    return open_attempt(
        scenario,
        services.patients.patient_of(scenario),
        build_sha256=services.build_sha256(),
        created_utc=MADE_UTC,
        seed=SEED,
        attempt_id=str(uuid.uuid5(NAMESPACE, scenario.id)),
    )


def what_is_wrong(run: Run) -> str:
    """Why a run cannot be a reference; "" where it can."""
    if not run.log.sealed:
        return "it does not end with a seal"
    if not run.score.passed:
        critical = ", ".join(error.id for error in run.score.critical)
        return f"the expert does not pass ({critical or 'too few marks'})"
    if len(run.data) > MOST_BYTES:
        return f"it is over {MOST_BYTES:,} bytes"
    return ""


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Refusal as refusal:
        sys.exit(str(refusal))
