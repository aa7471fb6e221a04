"""How long a patient takes to build and to read again, and how much memory at most.

Run: uv run python -m benchmarks.bench_patient [--seed N] [--json]
Each stage runs in a process of its own, so that peaks do not add up and kernels are compiled or
read from the cache as in real life. Where the machine is shared, processor seconds over two is the
better guide to two free cores.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from trainer.anatomy.patient import Patient
from trainer.anatomy.synthetic.person import Person
from trainer.storage.build import build_sha256
from trainer.storage.generated_patients import GeneratedPatientFolder

# Stages in order: the first compiles every kernel, the second is what most people wait for.
STAGES = ("compile and build", "build", "read from the cache")
GOALS = {"build": (8.0, 1229.0), "read from the cache": (1.0, 1229.0)}  # s, MB (DESIGN 14)


def measured(stage: str, seed: int, folder: Path) -> dict[str, float | str]:
    """One stage in this process."""
    kept = GeneratedPatientFolder(folder / "patients", lambda: build_sha256("anatomy"))
    wall, processor = time.perf_counter(), time.process_time()
    patient = kept.load("bench") if stage == STAGES[-1] else _built(seed)
    assert patient is not None
    took = time.perf_counter() - wall, time.process_time() - processor
    if stage != STAGES[-1]:
        kept.save("bench", patient)
    return {
        "stage": stage,
        "seconds": round(took[0], 2),
        "processor_seconds": round(took[1], 2),
        "peak_mb": round(_peak_mb(), 0),
        "patient_mb": round(_bytes_of(patient) / 1e6, 1),
        "sha256": patient.sha256,
    }


def _built(seed: int) -> Patient:
    from trainer.anatomy.synthetic.thorax import synthetic_thorax

    return synthetic_thorax(Person(seed=seed))


def _peak_mb() -> float:
    """Largest resident set of this process; macOS counts bytes, Linux kilobytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _bytes_of(patient: Patient) -> int:
    labels = 0 if patient.labels is None else patient.labels.tissues.nbytes
    return labels + sum(volume.counts.nbytes for volume in patient.volumes)


def main() -> None:
    """Measure every stage and print a table or one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--stage", choices=STAGES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.stage:
        print(json.dumps(measured(wanted.stage, wanted.seed, wanted.folder)))
        return
    with tempfile.TemporaryDirectory() as folder:
        rows = [_in_a_process(stage, wanted.seed, folder) for stage in STAGES]
    if wanted.json:
        print(json.dumps({"load": os.getloadavg()[0], "stages": rows}))
    else:
        _print_table(rows)


def _in_a_process(stage: str, seed: int, folder: str) -> dict[str, float | str]:
    own = [sys.executable, "-m", "benchmarks.bench_patient", "--stage", stage]
    done = subprocess.run(
        [*own, "--seed", str(seed), "--folder", folder],
        env=_as_installed(folder),
        capture_output=True,
        text=True,
        check=True,
    )
    row: dict[str, float | str] = json.loads(done.stdout)
    return row


def _as_installed(folder: str) -> dict[str, str]:
    """No kernels yet, and Python may keep what it compiles, as it may where a program is used."""
    kept = {key: held for key, held in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    places = {"NUMBA_CACHE_DIR": f"{folder}/kernels", "PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
    return {**kept, **places}


def _print_table(rows: list[dict[str, float | str]]) -> None:
    print(f"load average {os.getloadavg()[0]:.1f}")
    print(f"{'stage':22}{'s':>8}{'processor s':>13}{'peak MB':>9}{'goal s':>8}")
    for row in rows:
        goal = GOALS.get(str(row["stage"]), ("", ""))[0]
        print(
            f"{row['stage']:22}{row['seconds']:8}{row['processor_seconds']:13}"
            f"{row['peak_mb']:9}{goal:>8}"
        )


if __name__ == "__main__":
    main()
