"""Peers of the projector, measured in one run: `python -m benchmarks.bench_projectors`.

All draw the same two materials of the same block at the same size with two threads, in turns, so
that whatever else the machine does falls on all alike. ITK-RTK is run by the Python that the
variable RHIZOTOMY_RTK_PYTHON names (a throw-away environment with `pip install itk-rtk`),
plastimatch where its Debian package is installed. A row without `ms_median` says in `absent` why.
"""

from __future__ import annotations

import functools
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

from benchmarks import peer_plastimatch
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
    return errors_of(project(small), truth_of(volumes, small))


def truth_of(volumes: tuple[BasisVolume, ...], view: PinholeView) -> np.ndarray:
    """Integrals to double precision, shape (bases, rows, columns)."""
    bases = list(dict.fromkeys(volume.basis for volume in volumes))
    return np.stack([sum(fine(v, view) for v in volumes if v.basis is b) for b in bases])


def errors_of(found: np.ndarray, truth: np.ndarray) -> dict[str, float]:
    """Of water and bone, shape (2, rows, columns)."""
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
    foreign: dict[str, Peer] = {"itk-rtk joseph": _rtk}
    foreign |= {f"plastimatch {how}": functools.partial(_plastimatch, how) for how in PLASTIMATCH}
    foreign_ms: dict[str, list[float]] = {name: [] for name in foreign}
    for turn in range(repeats):
        for name, method in methods.items():
            spent[name].append(_timed(lambda method=method: method(view)))
        for name, peer in foreign.items():
            if turn % 4 == 0 and (turn == 0 or not name.endswith("uniform")):  # it takes seconds
                foreign_ms[name] += _ms(peer(volumes, size_px))
    rows = [
        {"name": name, "ms_median": statistics.median(ms), **errors(methods[name], volumes, view)}
        for name, ms in spent.items()
    ]
    truth = truth_of(volumes, view.resized((ERROR_PX, ERROR_PX)))
    rows += [
        _foreign_row(name, peer, foreign_ms[name], volumes, truth) for name, peer in foreign.items()
    ]
    for row in rows:
        if "ms_median" in row:
            row["ratio"] = round(row["ms_median"] / rows[0]["ms_median"], 2)
    for row in rows:
        if "ms_median" in row:
            row["ms_median"] = round(row["ms_median"], 2)
    return rows


Drawn = tuple[list[float], np.ndarray]  # milliseconds for both materials; (bases, rows, columns)
Peer = Callable[[tuple[BasisVolume, ...], int], "Drawn | str"]  # a sentence where it is absent
PLASTIMATCH = ("exact", "uniform")


def _ms(drawn: Drawn | str) -> list[float]:
    return [] if isinstance(drawn, str) else drawn[0]


def _foreign_row(
    name: str,
    peer: Peer,
    spent_ms: list[float],
    volumes: tuple[BasisVolume, ...],
    truth: np.ndarray,
) -> dict[str, Any]:
    drawn = peer(volumes, ERROR_PX)
    if isinstance(drawn, str):
        return {"name": name, "absent": drawn}
    return {"name": name, "ms_median": statistics.median(spent_ms), **errors_of(drawn[1], truth)}


def _plastimatch(how: str, volumes: tuple[BasisVolume, ...], size_px: int) -> Drawn | str:
    if not peer_plastimatch.installed():
        return "plastimatch was not installed (Debian package plastimatch)."
    with tempfile.TemporaryDirectory() as folder:
        images = [peer_plastimatch.stored(volume, Path(folder)) for volume in volumes]
        drawn = [peer_plastimatch.drawn(image, size_px, how) for image in images]
    return [sum(ms for ms, _ in drawn)], np.stack([picture for _, picture in drawn])


def _rtk(volumes: tuple[BasisVolume, ...], size_px: int) -> Drawn | str:
    """Both materials, a few times; the first pays for what is made once."""
    python = os.environ.get(RTK_PYTHON)
    if not python:
        return f"ITK-RTK was absent in this run ({RTK_PYTHON} names no Python that has it)."
    with tempfile.TemporaryDirectory() as folder:
        stored, drawn = Path(folder) / "volumes.npz", Path(folder) / "paths.npz"
        densities = [
            volume.counts * np.float32(volume.g_cm3_per_count / 10.0) for volume in volumes
        ]
        np.savez(stored, counts=np.stack(densities), spacing_mm=np.array(SPACING_MM))
        script = Path(__file__).with_name("peer_rtk.py")
        command = [python, "-W", "ignore", str(script), str(stored), str(size_px), "3", str(drawn)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        paths = np.load(drawn)["paths"][:, ::-1, ::-1]  # there columns run toward +x, rows up
        return list(json.loads(done.stdout.splitlines()[-1])["ms"][1:]), paths


def main() -> None:
    """Print one line a method."""
    for row in measure_peers(int(sys.argv[1]) if len(sys.argv) > 1 else 512):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
