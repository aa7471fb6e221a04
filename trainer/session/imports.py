"""Real images become patients: read, convert, store, say what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.patient import Patient, PatientKind
from trainer.refusal import ExitCode, Refusal
from trainer.session.ports import Inspection
from trainer.session.services import Services


def inspect(services: Services, path: Path) -> Mapping[str, Any]:
    """What a file or folder is. Raises Refusal."""
    return inspection_document(services.reader.inspect(path))


def inspection_document(found: Inspection) -> dict[str, Any]:
    """An inspection for machines."""
    return {**asdict(found), "geometry": dict(found.geometry), "warnings": list(found.warnings)}


def import_ct(services: Services, path: Path, out: Path) -> Mapping[str, Any]:
    """A CT becomes a patient folder. Raises Refusal; nothing is left behind then."""
    _not_taken(out)
    scan = services.reader.read_ct(path)
    patient = patient_from_ct(scan)
    services.patient_store.save(patient, out)
    return {
        "kind": "ct",
        "modality": "CT",
        "shape": list(scan.hu.shape),
        "spacing_mm": [round(part, 6) for part in scan.grid.spacing_mm],
        "geometry": {"world_from_index": scan.grid.world_from_index.round(6).tolist()},
        "warnings": list(patient.notes),
        **_stored(patient, out),
    }


def import_radiographs(
    services: Services, paths: Sequence[Path], orientation: str | None, out: Path
) -> Mapping[str, Any]:
    """Projection pictures become a patient folder. Raises Refusal, nothing left behind."""
    _not_taken(out)
    pictures = services.reader.read_radiographs(paths, orientation)
    found = [services.reader.inspect(path) for path in paths]
    patient = Patient(PatientKind.RADIOGRAPH, radiographs=pictures)
    services.patient_store.save(patient, out)
    first = found[0]
    return {
        "kind": "radiograph",
        "modality": first.modality,
        "shape": list(first.shape),
        "spacing_mm": list(first.spacing_mm),
        "geometry": {
            picture.name: {
                "oblique_deg": round(picture.oblique_deg, 3),
                "tilt_deg": round(picture.tilt_deg, 3),
                "detector_from_world": picture.view.detector_from_world.round(9).tolist(),
            }
            for picture in pictures
        },
        "warnings": [warning for inspection in found for warning in inspection.warnings],
        **_stored(patient, out),
    }


def _stored(patient: Patient, out: Path) -> dict[str, Any]:
    return {"patient": str(out), "sha256": patient.sha256}


def _not_taken(out: Path) -> None:
    if out.exists():
        raise Refusal(
            f"{out} exists already",
            "a patient folder is never written over",
            "Choose another folder",
            code=ExitCode.STORAGE,
        )
