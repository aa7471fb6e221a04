"""Radiographs without geometry in their tags become a patient, and pictures for a scenario."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.refusal import ExitCode, Refusal
from trainer.session.landmark_table import World, clicks_of
from trainer.session.radiograph_calibration import (
    CalibratedPicture,
    Measured,
    by_landmarks,
    calibration_document,
    cross_checks,
    from_tags,
    in_plane,
    patient_of,
)
from trainer.session.radiograph_found import FoundPicture
from trainer.session.services import Services
from trainer.session.waiting import IN_SILENCE, Waiting

PATIENT_BLOCK = "patient.yaml"
# Skin of the back behind a thoracic transverse process, of an average person (clinical.md 1);
# a picture does not show it: the author sets it. A design value.
USUAL_SKIN_DEPTH_MM = 33.0


@dataclass(frozen=True, slots=True)
class Calibrating:
    """How the pictures get their geometry; with nothing given, from their tags.

    landmarks : a table (CSV); of : whose landmarks it names (a scenario or a patient folder), where
    it has no places of its own. measured : a ruler or a ball, for one picture.
    """

    landmarks: Path | None = None
    of: str | None = None
    measured: Measured | None = None


@dataclass(frozen=True, slots=True)
class SavedPicture:
    """A clean file for a scenario. entry : what stands under `patient.pictures`."""

    file: str
    data: bytes
    entry: Mapping[str, Any]


def import_calibrated(
    services: Services,
    paths: Sequence[Path],
    how: Calibrating,
    orientation: str | None = None,
    out: Path | None = None,
    pictures: Path | None = None,
) -> Mapping[str, Any]:
    """Pictures become a patient folder, or clean files and a patient block for a scenario.

    out : the patient folder. pictures : a new folder for the files and `patient.yaml`. Raises
    Refusal, nothing left behind.
    """
    for folder in (out, pictures):
        _not_taken(folder)
    _one_way(how)
    found = services.reader.read_pictures(paths, orientation)
    done = calibrated(services, found, how)
    saved = saved_pictures(services, done)
    patient = patient_of(done)
    if pictures is not None:
        files = {one.file: one.data for one in saved}
        services.pictures.write_files(pictures, {**files, PATIENT_BLOCK: patient_block(saved)})
    if out is not None:
        services.patient_store.save(patient, out)
    return _document(found, done, patient.sha256, out, pictures)


def calibrated(
    services: Services, found: Sequence[FoundPicture], how: Calibrating
) -> tuple[CalibratedPicture, ...]:
    """The pictures with their geometry. Raises Refusal."""
    if how.measured is not None:
        return (in_plane(found, how.measured),)
    if how.landmarks is None:
        return from_tags(found)
    known = None if how.of is None else known_landmarks(services, how.of)
    text = _text_of(services.packages.table_bytes(how.landmarks))
    return by_landmarks(found, clicks_of(text, len(found), known))


def known_landmarks(
    services: Services, name: str, waiting: Waiting = IN_SILENCE
) -> Mapping[str, World]:
    """Landmarks of a scenario's patient or of a patient folder, by name, world mm."""
    folder = Path(name)
    if (folder / "patient.json").is_file():
        patient = services.patient_store.load(folder)
    else:
        patient = services.patients.patient_of(services.scenarios.load(name), waiting)
    if not patient.landmarks:
        raise Refusal(
            f"{name} has no landmarks", "it is a set of radiographs or a bare CT", "Choose another"
        )
    return patient.landmarks


def saved_pictures(
    services: Services, pictures: Sequence[CalibratedPicture]
) -> tuple[SavedPicture, ...]:
    """The pictures as clean files, each with its entry for a scenario.

    Nothing of the foreign file is in them but grey values: names come from the view.
    """
    saved = []
    for picture in pictures:
        data = services.reader.clean_picture(picture.view.grey)
        file = f"{picture.view.name.lower()}.dcm"
        entry = {
            "name": picture.view.name,
            "file": file,
            "sha256": hashlib.sha256(data).hexdigest(),
            "calibration": picture.calibration.model_dump(mode="json"),
        }
        saved.append(SavedPicture(file, data, entry))
    return tuple(saved)


def patient_document(saved: Sequence[SavedPicture]) -> dict[str, Any]:
    """What stands under `patient` in a scenario on these pictures."""
    return {
        "kind": "radiograph",
        "pictures": [dict(one.entry) for one in saved],
        "skin_depth_mm": USUAL_SKIN_DEPTH_MM,
    }


def patient_block(saved: Sequence[SavedPicture]) -> bytes:
    """The patient's block of a scenario.yaml on these pictures (JSON is YAML)."""
    head = "# Put this under `patient:` of a scenario.yaml beside these files; set skin_depth_mm.\n"
    document = {"patient": patient_document(saved)}
    return (head + json.dumps(document, indent=1) + "\n").encode()


def _document(
    found: Sequence[FoundPicture],
    done: Sequence[CalibratedPicture],
    sha256: str,
    out: Path | None,
    pictures: Path | None,
) -> dict[str, Any]:
    columns, rows = found[0].size_px
    stored = {"patient": str(out), "sha256": sha256} if out is not None else {}
    return {
        "kind": "radiograph",
        "modality": found[0].modality,
        "shape": [1, rows, columns],
        "spacing_mm": list(found[0].pitch_mm or ()),
        "geometry": {
            one.view.name: {
                "oblique_deg": round(one.view.oblique_deg, 3),
                "tilt_deg": round(one.view.tilt_deg, 3),
                "detector_from_world": one.view.view.detector_from_world.round(9).tolist(),
                "calibration": calibration_document(one),
            }
            for one in done
        },
        "cross_checks": [
            {"name": one.name, "gap_mm": round(one.gap_mm, 3), "off_mm": round(one.off_mm, 3)}
            for one in cross_checks(done)
        ],
        "warnings": [_named(one, note, len(done)) for one in done for note in one.notes],
        **stored,
        **({} if pictures is None else {"pictures": str(pictures)}),
    }


def _named(picture: CalibratedPicture, note: str, count: int) -> str:
    return note if count == 1 else f"{picture.view.name}: {note}"


def _one_way(how: Calibrating) -> None:
    if how.landmarks is not None and how.measured is not None:
        raise _usage("--landmarks", "a ruler or a ball is given as well", "Choose one of them")
    if how.of is not None and how.landmarks is None:
        raise _usage("--landmarks-of", "no table of clicks is given", "Add --landmarks TABLE")


def _usage(what: str, why: str, step: str) -> Refusal:
    return Refusal(what, why, step, code=ExitCode.USAGE)


def _text_of(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(
            "The landmarks were not read",
            f"the table is not UTF-8 text (byte {error.start})",
            "Save it as CSV, UTF-8",
        ) from None


def _not_taken(folder: Path | None) -> None:
    if folder is not None and folder.exists():
        raise Refusal(
            f"{folder} exists already",
            "a folder is never written over",
            "Choose another folder",
            code=ExitCode.STORAGE,
        )
