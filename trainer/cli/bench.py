"""bench: how long a picture takes on this machine, on the test block and on the shipped patient."""

from __future__ import annotations

import argparse
import functools
import importlib
import itertools
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

from trainer.anatomy.patient import BasisVolume, Patient, PatientKind
from trainer.cli.outcome import Outcome, Tell
from trainer.geometry.carm import CArmPose
from trainer.imaging.block_phantom import block, pose
from trainer.imaging.exposure import AnatomyPaths, anatomy_paths, expose
from trainer.imaging.needle_shadow import Rod, cannula
from trainer.imaging.projector import Projector, Quality
from trainer.imaging.slab_projector import MOVING, SlabProjector
from trainer.imaging.slice_projector import SliceProjector
from trainer.scenario.start import start_pose
from trainer.session.services import Services

SIZES_PX = (512, 1024)
VIEWS_DEG = {"AP": 0.0, "oblique": 20.0, "lateral": 90.0}
KVP = 75.0
GOALS_MS = {  # DESIGN 14, for two free cores: (picture, volume, size)
    ("whole frame", "block", 512): 16.0,
    ("whole frame", "patient", 512): 33.0,
    ("whole frame", "block", 1024): 50.0,
    ("whole frame", "patient", 1024): 100.0,
    ("needle moved", "block", 512): 8.0,
    ("needle moved", "patient", 512): 8.0,
}
Row = dict[str, Any]


def bench(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Medians of every kind of picture, and ratios to peers where those are installed."""
    measured_on = machine()
    sizes = (args.size,) if args.size else SIZES_PX
    rows = [row for part in _volumes(services) for row in _rows(part, sizes, args.repeats, tell)]
    peers = _peers(args.size or SIZES_PX[0], args.repeats, tell)
    document = {
        "machine": measured_on,
        "frames": rows,
        "ratios": {r["name"]: r["ratio"] for r in peers if "ratio" in r and r["name"] != "slab"},
        "peers": peers,
    }
    return Outcome(document, tuple(_line(row) for row in (*rows, *peers)))


def machine() -> Row:
    """What it was measured on, and how busy that was."""
    load = [round(one, 2) for one in os.getloadavg()] if hasattr(os, "getloadavg") else None
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "cpus": os.cpu_count(),
        "load_at_start": load,
    }


def _volumes(services: Services) -> Iterator[tuple[str, Patient, Callable[[float, int], CArmPose]]]:
    """Name, patient, and its pose from oblique angle and size."""
    scenario = services.scenarios.load(services.scenarios.identifiers()[0])
    shipped = services.patients.patient_of(scenario)
    start = start_pose(scenario, shipped.landmarks)

    def over_the_patient(oblique_deg: float, size_px: int) -> CArmPose:
        at = start.isocentre_world_mm
        return CArmPose(oblique_deg, isocentre_world_mm=at, matrix_px=size_px)

    parts: tuple[BasisVolume, ...] = block()
    labels = shipped.labels
    yield "block", Patient(PatientKind.SYNTHETIC, volumes=parts, labels=labels), pose
    yield "patient", shipped, over_the_patient


def _rows(
    part: tuple[str, Patient, Callable[[float, int], CArmPose]],
    sizes: tuple[int, ...],
    repeats: int,
    tell: Tell,
) -> Iterator[Row]:
    name, patient, pose_at = part
    projectors: dict[str, Projector] = {
        "projection": SlabProjector(),
        "projection, nothing skipped": SlabProjector(skip_empty=False),
        "projection, moving": SlabProjector(MOVING),
    }
    for size in sizes:
        for view, oblique_deg in VIEWS_DEG.items():
            tell(f"{name}, {view}, {size} x {size} ...")
            at = pose_at(oblique_deg, size)
            works = _works(patient, at, projectors)
            for kind, (wall_ms, cpu_ms) in _in_turns(works, repeats).items():
                goal_ms = GOALS_MS.get((kind, name, size))
                yield {
                    "name": kind,
                    "volume": name,
                    "view": view,
                    "size": size,
                    "ms_median": round(wall_ms, 2),
                    "cpu_ms_median": round(cpu_ms, 2),
                    "goal_ms": goal_ms,
                    "of_goal": None if goal_ms is None else round(wall_ms / goal_ms, 2),
                }


def _works(
    patient: Patient, at: CArmPose, projectors: dict[str, Projector]
) -> dict[str, Callable[[], object]]:
    """Everything that is timed for one view: projections, whole frame, a needle that moved."""
    view, live = at.view, projectors["projection"]
    steps = itertools.count()  # steel that rests would be drawn once
    kept: AnatomyPaths = anatomy_paths(patient, view, KVP, live)
    works: dict[str, Callable[[], object]] = {
        name: functools.partial(projector.path_lengths, patient.volumes, view)
        for name, projector in projectors.items()
    }
    works["whole frame"] = lambda: expose(
        anatomy_paths(patient, view, KVP, live), _needle(at, next(steps))
    )
    works["needle moved"] = lambda: expose(kept, _needle(at, next(steps)))
    if at.matrix_px <= SIZES_PX[0]:
        plain = SliceProjector()
        works["projection, fine"] = lambda: live.path_lengths(patient.volumes, view, Quality.FINE)
        works["projection, not compiled"] = lambda: plain.path_lengths(patient.volumes, view)
    return works


def _needle(at: CArmPose, step: int) -> tuple[Rod, ...]:
    """A 10 cm needle with its hub, tip near the isocentre, a little off the central ray.

    step : tenths of a millimetre that it has come deeper, over and over a centimetre.
    """
    x, y, z = at.isocentre_world_mm
    y -= 0.1 * (step % 100)
    return cannula(
        (x, y, z), (x + 12.0, y + 98.0, z + 15.0), 0.9, hub_diameter_mm=3.0, hub_length_mm=6
    )


def _in_turns(
    works: dict[str, Callable[[], object]], repeats: int
) -> dict[str, tuple[float, float]]:
    """Wall and processor time, medians in ms; in turns, so that disturbances fall on all alike."""
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for turn in range(repeats + 1):
        for name, work in works.items():
            if name == "projection, not compiled" and turn > 2:
                continue
            begun, busy = time.perf_counter(), time.process_time()
            work()
            taken = time.perf_counter() - begun, time.process_time() - busy
            if turn:  # the first pays for copies and compilation
                spent[name].append((taken[0] * 1000.0, taken[1] * 1000.0))
    return {
        name: (statistics.median(w for w, _ in taken), statistics.median(c for _, c in taken))
        for name, taken in spent.items()
    }


def _peers(size_px: int, repeats: int, tell: Tell) -> list[Row]:
    """Other programs on the same work; they stand in `benchmarks`, beside the sources."""
    try:
        peers = importlib.import_module("benchmarks.bench_projectors")
    except ImportError:
        tell("Peers are measured in a source checkout only.")
        return []
    tell(f"peers, AP, {size_px} x {size_px} ...")
    return list(peers.measure_peers(size_px, repeats))


def _line(row: Row) -> str:
    if "absent" in row:
        return f"{row['name']:<28} {row['absent']}"
    where = f"{row['volume']} {row['view']} {row['size']}" if "volume" in row else "block AP"
    more = f"  x {row['ratio']:.2f}" if "ratio" in row else f"  (CPU {row['cpu_ms_median']:.1f})"
    if row.get("goal_ms"):
        verdict = "met" if row["of_goal"] <= 1.0 else "NOT MET"
        more += f"  goal {row['goal_ms']:g}, {row['of_goal']:.2f} of it: {verdict}"
    error = f"  {row['rms_percent']:.3f} % RMS" if "rms_percent" in row else ""
    return f"{row['name']:<28} {where:<22} {row['ms_median']:8.1f} ms{more}{error}"
