"""Build a person, measure the finished patient, and say how it compares with what is published."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.anatomy.measure.readings import read
from trainer.anatomy.measure.rows import Row, rows_of, share_ok
from trainer.anatomy.measure.subject import Subject
from trainer.anatomy.patient import Patient
from trainer.anatomy.synthetic.person import Person
from trainer.geometry.carm import CArmPose
from trainer.imaging.brightness import DoseMode, technique_for
from trainer.imaging.exposure import anatomy_paths, expose
from trainer.imaging.slice_projector import SliceProjector
from trainer.imaging.thickness import water_equivalent_g_cm2
from trainer.refusal import ExitCode, Refusal
from trainer.session.services import Services
from trainer.session.waiting import Waiting

VIEWS_DEG = {"AP": 0.0, "LAT": 90.0}
BEHIND_BODY_MM = 12.0  # anatomy.md 1: where the isocentre stood for the reference pictures
SIZE_PX = 768


@dataclass(frozen=True, slots=True, eq=False)
class Phantom:
    """A built and measured person. from_cache : it was not built now, `build_s` is its loading."""

    person: Person
    patient: Patient
    rows: tuple[Row, ...]
    build_s: float
    measure_s: float
    from_cache: bool

    def document(self, peak_mb: float | None) -> dict[str, Any]:
        """For JSON. peak_mb : of the whole process, None where the system does not tell."""
        counted = [row for row in self.rows if not row.anchor]
        return {
            "person": self.person.document(),
            "measurements": [row.document() for row in self.rows],
            "counted": len(counted),
            "in_tolerance": sum(row.ok for row in counted),
            "share_in_tolerance": round(share_ok(self.rows), 4),
            "build_s": round(self.build_s, 2),
            "from_cache": self.from_cache,
            "measure_s": round(self.measure_s, 2),
            "peak_mb": peak_mb,
            "volume_sha256": self.patient.sha256,
        }


def subject_of(person: Person) -> Subject:
    """What published means are scaled by."""
    return Subject(
        str(person.sex),
        person.height_cm,
        person.bmi,
        person.kyphosis_deg,
        person.scoliosis_deg,
        person.rib_pairs,
    )


def measured(services: Services, person: Person, tell: Callable[[str], None]) -> Phantom:
    """Build (or take from the cache) and measure. Raises Refusal."""
    built: list[str] = []

    def progress(done: float, words: str) -> None:
        if not built or built[-1] != words:
            tell(f"{words} ({done:.0%})")
        built.append(words)

    begun = time.perf_counter()
    patient = services.patients.of_person(person, Waiting(progress))
    ready = time.perf_counter()
    tell("Measuring ...")
    rows = rows_of(read(patient), subject_of(person))
    return Phantom(
        person, patient, rows, ready - begun, time.perf_counter() - ready, from_cache=not built
    )


def refuse_taken(out: Path) -> None:
    """Before anything is built: a folder is never written over. Raises Refusal (STORAGE)."""
    if out.exists():
        raise Refusal(
            f"{out} exists already",
            "nothing is written over it",
            "Choose another folder",
            code=ExitCode.STORAGE,
        )


def keep(
    services: Services, phantom: Phantom, document: Mapping[str, Any], out: Path
) -> tuple[Path, ...]:
    """Write the patient folder, the measurements and two pictures. Raises Refusal."""
    services.patient_store.save(phantom.patient, out / "patient")
    table = out / "measurements.json"
    table.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    pictures = tuple(out / f"T7-{name}.png" for name in VIEWS_DEG)
    for path, oblique_deg in zip(pictures, VIEWS_DEG.values(), strict=True):
        _picture(services, phantom.patient, oblique_deg, path)
    return (out / "patient", table, *pictures)


def _picture(services: Services, patient: Patient, oblique_deg: float, path: Path) -> None:
    """One spot picture of T7 with automatic brightness."""
    x, y, z = patient.landmarks["T7.body_centre"]
    pose = CArmPose(oblique_deg, 0.0, (x, y + BEHIND_BODY_MM, z), matrix_px=SIZE_PX)
    water = water_equivalent_g_cm2(patient, pose.view)
    technique = technique_for(water, DoseMode.SPOT)
    paths = anatomy_paths(patient, pose.view, technique.kvp, SliceProjector())
    shown = expose(paths, seed=phantom_seed(patient), exposure=1, technique=technique).display
    services.pictures.write_png(path, shown)


def phantom_seed(patient: Patient) -> int:
    """Of the noise: the same patient has the same picture."""
    return int(patient.sha256[:8], 16)
