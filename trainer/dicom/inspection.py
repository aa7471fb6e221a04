"""What a file or folder turned out to be, ready to be told; nothing is kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from trainer.dicom import label_map, volume_facts
from trainer.dicom.allowlist import ORIENTATION, FileFacts
from trainer.dicom.asking import Asking
from trainer.dicom.ct_choice import Chosen, find_ct
from trainer.dicom.ct_series import losses, series_problems
from trainer.dicom.ct_volume import volume_problems
from trainer.dicom.findings import refused
from trainer.dicom.folder import shown
from trainer.dicom.pixel_facts import note_of_loss, pixel_problems
from trainer.dicom.projection_facts import ORIENTATION_MISSING, projection_problems
from trainer.dicom.radiographs import middle_frame, notes_of
from trainer.dicom.slice_facts import Slice, slice_problems
from trainer.dicom.survey import PROJECTION_MODALITIES, survey_folder
from trainer.dicom.syntaxes import CONVERT, name_of
from trainer.dicom.volume_facts import VolumeFacts
from trainer.geometry.positioner import oblique_deg
from trainer.refusal import Problem, Refusal
from trainer.session.patient_ports import Inspection

# (0018,xxxx) numbers as they are told, by DICOM keyword.
_TOLD = {
    "PositionerPrimaryAngle": "positioner_primary_angle_deg",
    "PositionerSecondaryAngle": "tilt_deg",
    "DistanceSourceToDetector": "sid_mm",
    "DistanceSourceToPatient": "sod_mm",
}


def inspect(path: Path, asking: Asking) -> Inspection:
    """Kind, size and geometry; problems that would stop an import are told as warnings.

    Raises Refusal where nothing at the path is an image, where a folder holds several series, and
    where the pixels of a single file cannot be read.
    """
    if not path.is_dir():
        found = asking.look(path)
        if isinstance(found, FileFacts):
            if found.modality == "SEG":
                return _segmentation(path, asking)
            return _single(path, found, asking)
        if found is not None and found.bytes_per_value == 1:  # no CT: Hounsfield units need two
            return _segmentation(path, asking)
    else:
        survey = survey_folder(path, asking)
        if survey.pictures and not survey.slices:
            return _pictures(survey.pictures, survey.skipped_note, asking)
    ct = find_ct(path, asking)
    return _series(ct) if isinstance(ct, Chosen) else _volume(ct[1])


def _single(path: Path, facts: FileFacts, asking: Asking) -> Inspection:
    """One DICOM file for itself; its pixels are decoded to know that they can be."""
    is_ct = facts.sop_class == "ct" and facts.modality == "CT"
    if not is_ct and facts.modality not in PROJECTION_MODALITIES:
        find_ct(path, asking)  # says what it is instead
    if problems := pixel_problems(facts):
        listed = [Problem(f"'{shown(path)}'", problem) for problem in problems]
        raise refused(f"'{shown(path)}' was not read", listed, CONVERT)
    if not is_ct:
        return _pictures([(path, facts)], None, asking)
    one = Slice(shown(path), facts)
    warnings = [f"cannot be imported: {problem}" for problem in slice_problems(one)]
    if not warnings:
        asking.slice_hu(path, one.size)
    geometry: dict[str, object] = {"transfer_syntax": name_of(facts.syntax_uid)}
    geometry |= {"position_mm": one.position_mm, "orientation": one.orientation}
    spacing = tuple(reversed(one.spacing_mm or ()))
    loss = note_of_loss(facts)
    warnings += [loss] if loss else []
    warnings.append("one slice of a series: choose its folder to see the scan")
    return Inspection("ct", "CT", (1, *one.size), spacing, geometry, tuple(warnings))


def _pictures(
    pictures: list[tuple[Path, FileFacts]], skipped: str | None, asking: Asking
) -> Inspection:
    first = pictures[0][1]
    warnings = [skipped] if skipped else []
    for number, (path, facts) in enumerate(pictures, start=1):
        place = f"picture {number}: " if len(pictures) > 1 else ""
        warnings += [place + sentence for sentence in _picture_warnings(path, facts, asking)]
    rows, columns = (int(first.number(edge) or 0) for edge in ("Rows", "Columns"))
    spacing = first.vector("ImagerPixelSpacing") or ()
    geometry = _projection_geometry(first)
    if len(pictures) > 1:
        geometry = {"pictures": [_projection_geometry(facts) for _, facts in pictures]}
    return Inspection(
        "radiograph",
        first.modality,
        (first.frames, rows, columns),
        tuple(reversed(spacing)),
        geometry,
        tuple(warnings),
    )


def _picture_warnings(path: Path, facts: FileFacts, asking: Asking) -> list[str]:
    problems = projection_problems(facts, None)
    notes: tuple[str, ...] = ()
    try:
        notes = notes_of(facts, asking.grey(path, facts, middle_frame(facts)), None)
    except Refusal as refusal:
        problems = tuple(dict.fromkeys((*problems, refusal.why)))
    return [*(_as_warning(problem) for problem in problems), *notes]


def _as_warning(problem: str) -> str:
    """A missing orientation can be answered; everything else stops an import."""
    return problem if problem == ORIENTATION_MISSING else f"cannot be imported: {problem}"


def _projection_geometry(facts: FileFacts) -> dict[str, object]:
    told: dict[str, object] = {
        name: facts.number(keyword)
        for keyword, name in _TOLD.items()
        if facts.number(keyword) is not None
    }
    primary = facts.number("PositionerPrimaryAngle")
    if primary is not None:
        told["oblique_deg"] = oblique_deg(primary)
    if spacing := facts.vector("ImagerPixelSpacing"):
        told["imager_pixel_spacing_mm"] = list(spacing)
    if letters := facts.words.get(ORIENTATION):
        told["patient_orientation"] = "/".join(letters)
    return told | {"transfer_syntax": name_of(facts.syntax_uid)}


def _series(chosen: Chosen) -> Inspection:
    problems, plan = series_problems(chosen)
    first = chosen.slices[0]
    warnings = [f"cannot be imported: {problem}" for problem in problems]
    warnings += [chosen.skipped_note] if chosen.skipped_note else []
    warnings += losses(chosen.slices)
    geometry: dict[str, object] = {"transfer_syntax": name_of(first.facts.syntax_uid)}
    spacing = tuple(reversed(first.spacing_mm or ()))
    if plan is not None:
        warnings += plan.notes
        geometry["world_from_index"] = plan.world_from_index.tolist()
        spacing = plan.spacing_mm
    shape = (len(plan.places if plan else chosen.slices), *first.size)
    return Inspection("ct", "CT", shape, spacing, geometry, tuple(warnings))


def _segmentation(path: Path, asking: Asking) -> Inspection:
    """A label map and the bones it names."""
    labels = label_map.read_labels(path, None, asking)
    found = label_map.labelled(labels)
    matrix = labels.grid.world_from_index
    return Inspection(
        "segmentation",
        "SEG" if labels.notes == (label_map.SEG_NOTE,) else "LABELS",
        labels.grid.shape_kji,
        labels.grid.spacing_mm,
        {"world_from_index": matrix.tolist(), **found},
        labels.notes,
    )


def _volume(facts: VolumeFacts) -> Inspection:
    warnings = [volume_facts.NOTES[note] for note in facts.notes]
    warnings += [f"cannot be imported: {problem}" for problem in volume_problems(facts)]
    matrix = np.asarray(facts.world_from_index)
    edges = np.linalg.norm(matrix[:3, :3], axis=0)
    return Inspection(
        "volume",
        facts.kind.upper(),
        facts.shape_kji,
        tuple(float(edge) for edge in edges),
        {"world_from_index": matrix.tolist()},
        tuple(warnings),
    )
