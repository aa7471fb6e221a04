"""Peers of the projector, measured in one run: `python -m benchmarks.bench_projectors`.

All draw the same two materials of the same block at the same size with two threads, in turns, so
that whatever else the machine does falls on all alike. ITK-RTK is run by the Python that the
variable RHIZOTOMY_RTK_PYTHON names (a throw-away environment with `pip install itk-rtk`).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.peers import Joseph, fine
from trainer.anatomy.patient import BasisVolume
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.block_phantom import SPACING_MM, block, pose
from trainer.imaging.projector import Projector
from trainer.imaging.slab_projector import FINE, LIVE, MOVING, SlabProjector
from trainer.imaging.slice_projector import SliceProjector

RTK_PYTHON = "RHIZOTOMY_RTK_PYTHON"
ERROR_PX = 24  # rays along an edge at which errors are taken
OURS = "slab"


def rms_percent(found: np.ndarray, truth: np.ndarray) -> float:
    """Root mean square difference in percent of the true picture's peak."""
    return float(100.0 * np.sqrt(np.mean(np.square(found - truth))) / truth.max())


def errors(
    project: Callable[[PinholeView], np.ndarray],
    volumes: tuple[BasisVolume, ...],
    view: PinholeView,
) -> dict[str, float]:
    """Against the double-precision integral: the whole picture, and bone alone by its own peak."""
    small = view.resized((ERROR_PX, ERROR_PX))
    bases = list(dict.fromkeys(volume.basis for volume in volumes))
    truth = np.stack([sum(fine(v, small) for v in volumes if v.basis is b) for b in bases])
    found = project(small)
    return {
        "rms_percent": round(rms_percent(found.sum(axis=0), truth.sum(axis=0)), 4),
        "bone_rms_percent": round(rms_percent(found[1], truth[1]), 4),
    }


def stacked(
    projector: Projector, volumes: tuple[BasisVolume, ...]
) -> Callable[[PinholeView], np.ndarray]:
    """A projector as a function of the view alone; shape (bases, rows, columns)."""
    return lambda view: np.stack(list(projector.path_lengths(volumes, view).values()))


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000.0


def measure_peers(size_px: int = 512, repeats: int = 9) -> list[dict[str, Any]]:
    """One row per method, AP view of the block; ms medians, errors, ratio to ours."""
    volumes, view = block(), pose(0.0, size_px).view
    methods: dict[str, Callable[[PinholeView], np.ndarray]] = {
        OURS: stacked(SlabProjector(LIVE), volumes),
        "slab, fine": stacked(SlabProjector(FINE), volumes),
        "slab, moving": stacked(SlabProjector(MOVING), volumes),
        "slab, nothing skipped": stacked(SlabProjector(LIVE, skip_empty=False), volumes),
        "cv2 per slice": stacked(SliceProjector(), volumes),
        "joseph, ray by ray": Joseph(volumes),
    }
    for method in methods.values():
        method(view)
    spent: dict[str, list[float]] = {name: [] for name in methods}
    rtk_ms: list[float] = []
    for turn in range(repeats):
        for name, method in methods.items():
            spent[name].append(_timed(lambda method=method: method(view)))
        if turn % 4 == 0:
            rtk_ms += _rtk(volumes, size_px) or []
    rows = [
        {"name": name, "ms_median": statistics.median(ms), **errors(methods[name], volumes, view)}
        for name, ms in spent.items()
    ]
    if rtk_ms:
        rows.append({"name": "itk-rtk joseph", "ms_median": statistics.median(rtk_ms)})
    for row in rows:
        row["ratio"] = round(row["ms_median"] / rows[0]["ms_median"], 2)
        row["ms_median"] = round(row["ms_median"], 2)
    return rows


def _rtk(volumes: tuple[BasisVolume, ...], size_px: int) -> list[float] | None:
    """Milliseconds for both materials, a few times; None where ITK-RTK is absent."""
    python = os.environ.get(RTK_PYTHON)
    if not python:
        return None
    with tempfile.TemporaryDirectory() as folder:
        stored, drawn = Path(folder) / "volumes.npz", Path(folder) / "paths.npz"
        counts = np.stack([volume.counts for volume in volumes])
        np.savez(stored, counts=counts, spacing_mm=np.array(SPACING_MM))
        script = Path(__file__).with_name("peer_rtk.py")
        command = [python, "-W", "ignore", str(script), str(stored), str(size_px), "3", str(drawn)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return list(json.loads(done.stdout.splitlines()[-1])["ms"][1:])


def main() -> None:
    """Print one line a method."""
    for row in measure_peers(int(sys.argv[1]) if len(sys.argv) > 1 else 512):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
