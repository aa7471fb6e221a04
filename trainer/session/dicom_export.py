"""An attempt's exposures as DICOM XA objects: one a run, one a single picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import PatientKind
from trainer.attempt.events import BeamStarted, BeamStopped, Exposed
from trainer.attempt.evolve import evolve
from trainer.attempt.log import AttemptLog
from trainer.attempt.replay import start_of
from trainer.attempt.state import State
from trainer.refusal import ExitCode, Refusal
from trainer.session import review
from trainer.session.exposed_view import pose_of
from trainer.session.fluoroscope import Fluoroscope
from trainer.session.opening import machine_of
from trainer.session.projectors import FAST
from trainer.session.services import Services
from trainer.session.viewing import STORED_FACTS

PGYM2_PER_DGYCM2 = 1e7  # 1 dGy cm2 = 1e-1 Gy * 1e-4 m2 = 1e-5 Gy m2 = 1e7 pGy m2
NGY_PER_MGY = 1e6

Taken = tuple[Exposed, State]


def runs_of(log: AttemptLog, name: str) -> Iterator[tuple[Taken, ...]]:
    """Exposures that belong together: one pedal press at one pose, or one single picture."""
    state = start_of(log, name)
    run: list[Taken] = []
    for event in log.events:
        state = evolve(state, event)
        if isinstance(event, Exposed):
            if run and (event.mode == "spot" or not _alike(run[-1][0], event)):
                yield tuple(run)
                run = []
            run.append((event, state))
        elif isinstance(event, BeamStarted | BeamStopped) and run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _alike(one: Exposed, other: Exposed) -> bool:
    """Whether two pulses can be frames of one object, which has one geometry and one technique."""
    return one.mode != "spot" and all(
        getattr(one, part) == getattr(other, part)
        for part in ("source_um", "direction_e9", "right_e9", "field_um", "sid_um", "tube_v")
    )


def export_to_folder(
    services: Services, path: Path, folder: Path, tell: Callable[[str], None]
) -> list[Path]:
    """Write every run of an attempt as a DICOM file. Raises Refusal."""
    log = services.attempts.load(path)
    FAST.warm_up()
    opening = review.reopened(services, log, path.name)
    if opening.patient.kind is PatientKind.RADIOGRAPH:
        raise Refusal(
            "The exposures were not written as DICOM",
            "this patient is a set of stored radiographs, which are DICOM already",
            "Replay it as pictures instead",
            code=ExitCode.USAGE,
        )
    projector = FAST.for_attempts(tell)
    scope = Fluoroscope(opening.scenario, opening.patient, opening.header.seed, projector)
    machine = machine_of(opening.scenario)
    written = []
    for number, run in enumerate(runs_of(log, path.name), start=1):
        tell(f"drawing run {number}, {len(run)} frame(s)")
        stored = np.stack([scope.exposure(exposed, state).stored for exposed, state in run])
        file = folder / f"run-{number:04d}.dcm"
        pose = pose_of(run[0][0], machine)
        facts = _facts(run, opening.header.attempt_id, number)
        services.pictures.write_dicom(file, _flat_if_single(stored), pose, facts)
        written.append(file)
    return written


def _flat_if_single(stored: NDArray[np.uint16]) -> NDArray[np.uint16]:
    return stored[0] if len(stored) == 1 else stored


def instance_of(attempt_id: str, number: int) -> str:
    """From what the identifiers of a run are made; runs count from 1."""
    return f"{attempt_id} run {number}"


def _facts(run: tuple[Taken, ...], attempt_id: str, number: int) -> dict[str, object]:
    """What the file says of technique, time and dose; all of it simulated."""
    first = run[0][0]
    pulse_ms = first.pulse_us / 1000.0
    facts: dict[str, object] = {
        **STORED_FACTS,
        "instance": instance_of(attempt_id, number),
        "study": attempt_id,
        "number": number,
        "kvp": first.tube_v / 1000.0,
        "pulse_ms": pulse_ms,
        "tube_current_ma": first.charge_nas / 1e3 / pulse_ms,
        "exposure_uas": first.charge_nas / 1e3,
        "kerma_mgy": sum(exposed.kerma_ngy for exposed, _ in run) / NGY_PER_MGY,
        "kap_dgycm2": sum(exposed.kap_pgym2 for exposed, _ in run) / PGYM2_PER_DGYCM2,
    }
    if len(run) > 1:
        facts["frame_ms"] = (run[-1][0].t_ms - first.t_ms) / (len(run) - 1)
    return facts
