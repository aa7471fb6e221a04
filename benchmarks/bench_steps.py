"""How long the core's steps take: `python -m benchmarks.bench_steps`.

Goals (design values): a millimetre of advance in 2 ms; the log of a twenty-minute attempt of 5,000
records read and replayed in 0.5 s; the thickness of a patient before the beam in 10 ms, so that it
fits a pulse. Processor time, the median of several; asserts nothing.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np

from benchmarks.bench_score import long_log
from tests.attempt.scripts import READY
from tests.attempt.worlds import START, WORLD
from trainer.anatomy.patient import Basis, BasisVolume, LabelVolume, Patient, PatientKind
from trainer.attempt.commands import Advance
from trainer.attempt.decide import decide
from trainer.attempt.log import parse
from trainer.attempt.replay import last_state
from trainer.attempt.step import run
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.imaging.thickness import water_equivalent_g_cm2

RUNS = 15


def median_ms(work: Callable[[], object]) -> float:
    """Processor time of one run."""
    taken = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return 1000.0 * statistics.median(taken)


def thorax() -> Patient:
    """Grey boxes as large as the shipped patient."""
    grid = VoxelGrid.aligned((-165.0, -117.0, -200.0), (1.5, 1.5, 1.5), (267, 156, 220))
    counts = np.full(grid.shape_kji, 100, np.uint8)
    volumes = tuple(BasisVolume(basis, grid, counts, 0.01) for basis in (Basis.WATER, Basis.BONE))
    return Patient(PatientKind.CT, volumes, LabelVolume(grid, np.zeros_like(counts)))


def main() -> None:
    """Measure and print."""
    ready = run(START, [*READY, Advance(0, 20_000)], WORLD)[1]
    data, patient, view = long_log(5000), thorax(), CArmPose(matrix_px=64).view
    rows: dict[str, tuple[Callable[[], object], float]] = {
        "a millimetre of advance": (lambda: decide(ready, Advance(0, 1_000), WORLD), 2.0),
        "5,000 records read and replayed": (lambda: last_state(parse(data)), 500.0),
        "thickness before the beam": (lambda: water_equivalent_g_cm2(patient, view), 10.0),
    }
    for name, (work, goal_ms) in rows.items():
        print(f"{name:32s} {median_ms(work):7.2f} ms (goal {goal_ms:g})")


if __name__ == "__main__":
    main()
