"""Real images become patients: read, convert, store, say what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.levels import LEVELS
from trainer.anatomy.patient import Patient, PatientKind
from trainer.anatomy.vertebral_axes import Landmarks
from trainer.refusal import ExitCode, Refusal
from trainer.session.patient_ports import Inspection
from trainer.session.services import Services
from trainer.session.waiting import IN_SILENCE, Waiting


def inspect(services: Services, path: Path) -> Mapping[str, Any]:
    """What a file or folder is. Raises Refusal."""
    return inspection_document(services.reader.inspect(path))


def inspection_document(found: Inspection) -> dict[str, Any]:
    """An inspection for machines."""
    return {**asdict(found), "geometry": dict(found.geometry), "warnings": list(found.warnings)}


@dataclass(frozen=True, slots=True)
class Guidance:
    """What a person adds to a CT.

    segmentation : a label map's file; numbering : "v1" or "v2", None = told from the map. given :
    landmarks by name, world mm. confirmed : all proposals were looked at.
    """

    segmentation: Path | None = None
    numbering: str | None = None
    given: Landmarks = field(default_factory=dict)
    confirmed: bool = False


def import_ct(
    services: Services,
    path: Path,
    out: Path,
    guidance: Guidance = Guidance(),
    waiting: Waiting = IN_SILENCE,
) -> Mapping[str, Any]:
    """A CT becomes a patient folder. Raises Refusal; nothing is left behind then."""
    _not_taken(out)
    _fits_together(guidance)
    _tell(waiting, 0.0, "Reading the scan")
    scan = services.reader.read_ct(path)
    labels = None
    if guidance.segmentation is not None:
        _tell(waiting, 0.3, "Reading the label map")
        labels = services.reader.read_labels(guidance.segmentation, guidance.numbering)
    _tell(waiting, 0.5, "Finding bones and landmarks")
    patient = patient_from_ct(scan, labels, guidance.given, guidance.confirmed)
    _tell(waiting, 0.9, "Saving the patient")
    services.patient_store.save(patient, out)
    return {
        "kind": "ct",
        "modality": "CT",
        "shape": list(scan.hu.shape),
        "spacing_mm": [round(part, 6) for part in scan.grid.spacing_mm],
        "geometry": {"world_from_index": scan.grid.world_from_index.round(6).tolist()},
        "warnings": list(patient.notes),
        **landmark_document(patient, guidance.given),
        **_stored(patient, out),
    }


def _tell(waiting: Waiting, done: float, words: str) -> None:
    """Say how far it is; stop here where nobody waits any more. Raises Refusal."""
    waiting.progress(done, words)
    if waiting.cancelled():
        raise Refusal("The CT was not imported", "that was cancelled", "Choose it again")


def landmark_document(patient: Patient, given: Landmarks = MappingProxyType({})) -> dict[str, Any]:
    """Levels and landmarks of a patient, each with how it came about, for machines."""
    rows = [
        {
            "name": name,
            "world_mm": [round(part, 2) for part in at],
            "status": _status(name, patient, given),
            "uncertainty_mm": patient.proposed.get(name),
        }
        for name, at in patient.landmarks.items()
    ]
    levels = [level for level in LEVELS if f"{level}.body_centre" in patient.landmarks]
    status = "none" if not rows else "proposed" if patient.proposed else "confirmed"
    return {"levels": levels, "landmark_status": status, "landmarks": rows}


def _status(name: str, patient: Patient, given: Landmarks) -> str:
    if name in given:
        return "given"
    return "proposed" if name in patient.proposed else "confirmed"


def _fits_together(guidance: Guidance) -> None:
    alone = guidance.segmentation is None and not guidance.given
    if alone and guidance.confirmed:
        raise _usage("--confirm", "there are no landmarks: nothing is proposed")
    if guidance.segmentation is None and guidance.numbering is not None:
        raise _usage("--numbering", "tells how to read a segmentation, and none is given")


def _usage(what: str, why: str) -> Refusal:
    return Refusal(
        what, why, "Add --segmentation or --landmark, or leave it out", code=ExitCode.USAGE
    )


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
