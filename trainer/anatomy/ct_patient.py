"""A patient from a CT scan, with landmarks from a label map, from given points, or without any."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_axes import along_world
from trainer.anatomy.ct_body import body_mask, coarse_body
from trainer.anatomy.ct_bundles import rib_bundles
from trainer.anatomy.ct_contrast import contrast_in, without_contrast
from trainer.anatomy.ct_landmarks import Placed, bone_round, checked_given, placed
from trainer.anatomy.ct_masks import Mask, grown, shrunk
from trainer.anatomy.ct_region import refuse_wrong_region
from trainer.anatomy.ct_size import (
    COARSE_SLICE_MM,
    cropped_to,
    cut,
    refuse_thick,
    within_limit,
)
from trainer.anatomy.ct_spaces import with_spaces
from trainer.anatomy.ct_spine_path import canal_path
from trainer.anatomy.ct_tissues import tissues_of
from trainer.anatomy.derived_landmarks import with_derived
from trainer.anatomy.hounsfield import basis_volumes
from trainer.anatomy.label_numbers import VERTEBRA
from trainer.anatomy.mask_landmarks import Found
from trainer.anatomy.nerve_courses import nerves_of
from trainer.anatomy.patient import LabelVolume, Patient, PatientKind
from trainer.anatomy.seg_landmarks import masked_vertebrae, proposed_landmarks
from trainer.anatomy.segmentation import LabelMap, Segmentation, cord_centres, segmentation_on
from trainer.anatomy.strands import strands_of
from trainer.anatomy.tables import conventions
from trainer.anatomy.vertebral_axes import Landmarks
from trainer.geometry.pinhole import FloatArray

AIR_HU = -1000
ROOM_VOXELS = 24
NOTHING: Landmarks = MappingProxyType({})
NO_LANDMARKS_NOTE = (
    "No segmentation and no landmarks: levels, spinal canal and foramina are unknown. Give two "
    "landmarks of a level, or a segmentation."
)
DERIVED_MM = 3.0  # foramen and notch, that follow from proposed landmarks (design value)


@dataclass(frozen=True, slots=True, eq=False)
class _Cleaned:
    """A scan reduced to the body, its contrast taken out.

    canal_world_mm : the canal's middle in each slice, shape (nk, 3), None where it was not found.
    """

    scan: CtScan
    body: Mask
    canal_world_mm: FloatArray | None
    seg: Segmentation | None


def patient_from_ct(
    scan: CtScan,
    labels: LabelMap | None = None,
    given: Landmarks = NOTHING,
    confirmed: bool = False,
) -> Patient:
    """Bases, tissues, landmarks, nerves and notes of a chest CT, cropped to the body.

    labels : a label map of the same patient, on any grid. given : landmarks placed by a person,
    world mm by name; they come before the label map's. confirmed : somebody has looked at all
    proposals. Raises Refusal where the scan is too short, too coarse or shows no mid-thoracic
    level, where the label map does not fit it, and where given points cannot be what they are
    called.
    """
    cleaned = _cleaned(scan, labels)
    hu, grid = cleaned.scan.hu, cleaned.scan.grid
    tissues = tissues_of(hu, grid, cleaned.body, _solid(cleaned.seg))
    named = LabelVolume(grid, tissues)
    checked_given(given, named)
    found = placed(_proposals(cleaned.seg), given, cleaned.canal_world_mm, named)
    spaced, known = with_spaces(tissues, grid, found.landmarks)
    patient = Patient(
        PatientKind.CT,
        basis_volumes(grid, hu),
        LabelVolume(grid, spaced),
        landmarks=found.landmarks,
        notes=(*cleaned.scan.notes, *_told(found, known, confirmed)),
        proposed={} if confirmed else found.uncertainty_mm,
    )
    return _with_nerves(patient, found, cleaned, confirmed) if found.landmarks else patient


def _cleaned(scan: CtScan, labels: LabelMap | None) -> _Cleaned:
    straight = along_world(scan)
    refuse_thick(straight)
    rough = coarse_body(straight)
    refuse_wrong_region(straight, rough)
    # Cropped before anything large is made of it, with room for the skin's exact place.
    near = within_limit(cut(straight, *cropped_to(straight, rough, ROOM_VOXELS)))
    coarse = coarse_body(near)
    body = body_mask(near, coarse)
    seg = None if labels is None else segmentation_on(near.grid, labels)
    path = _path(near, coarse, seg)
    contrast = contrast_in(near, body, coarse, None if path is None else path[:, :2], seg)
    told = () if seg is None else seg.notes
    notes = (*near.notes, *_findings(near, body), *contrast.notes, *told)
    hu = without_contrast(near.hu, contrast.mask)
    # One voxel beyond the mask keeps the skin's partial volume in the picture.
    hu = np.where(grown(body), hu, np.int16(AIR_HU))
    rows, columns = cropped_to(near, body)
    small = cut(CtScan(near.grid, hu, notes), rows, columns)
    body = np.ascontiguousarray(body[:, rows, columns])
    return _Cleaned(
        small, body, path, None if seg is None else _cut_labels(seg, small, rows, columns)
    )


def _cut_labels(seg: Segmentation, small: CtScan, rows: slice, columns: slice) -> Segmentation:
    """The label map on the cropped grid."""
    numbers = np.ascontiguousarray(seg.numbers[:, rows, columns])
    moved = {
        number: (
            spot[0],
            slice(max(0, spot[1].start - rows.start), max(0, spot[1].stop - rows.start)),
            slice(max(0, spot[2].start - columns.start), max(0, spot[2].stop - columns.start)),
        )
        for number, spot in seg.spots.items()
    }
    return Segmentation(small.grid, numbers, moved, seg.notes)


def _path(scan: CtScan, coarse: Mask, seg: Segmentation | None) -> FloatArray | None:
    """World points of the canal's middle in every slice: from the cord's label, else looked for."""
    heights = scan.grid.world_from_index[2, 3] + scan.grid.spacing_mm[2] * np.arange(
        scan.hu.shape[0]
    )
    cord = np.zeros((0, 3)) if seg is None else cord_centres(seg)
    if len(cord) >= 10:
        found = np.stack([np.interp(heights, cord[:, 2], cord[:, axis]) for axis in (0, 1)], axis=1)
    else:
        seen = canal_path(scan, coarse)
        if seen is None:
            return None
        found = seen
    return np.column_stack([found, heights])


def _solid(seg: Segmentation | None) -> Mask | None:
    """Voxels well inside a labelled vertebra: bone, however thin its marrow."""
    if seg is None:
        return None
    wanted = np.isin(np.arange(256), list(VERTEBRA.values()))
    return shrunk(wanted[seg.numbers])


def _proposals(seg: Segmentation | None) -> dict[str, Found]:
    return {} if seg is None else proposed_landmarks(seg, masked_vertebrae(seg))


def _with_nerves(patient: Patient, found: Placed, cleaned: _Cleaned, confirmed: bool) -> Patient:
    """The patient with foramina, notches, nerves and strands, by the code synthetic ones have."""
    assert patient.labels is not None
    bone = bone_round(patient.labels, np.array(list(found.landmarks.values())))
    if bone is None:
        return patient
    landmarks = with_derived(found.landmarks, bone)
    derived = dict.fromkeys(landmarks.keys() - found.landmarks.keys(), DERIVED_MM)
    bundles = {} if cleaned.seg is None else rib_bundles(cleaned.seg, landmarks)
    # People differ in the course of their nerves: the scan's own bytes draw for this one.
    seed = zlib.crc32(np.ascontiguousarray(cleaned.scan.hu).data)
    return replace(
        patient,
        landmarks=landmarks,
        nerves=nerves_of(landmarks, bone, conventions(), seed),
        strands=strands_of(landmarks, bone, bundles),
        proposed={} if confirmed else {**found.uncertainty_mm, **derived},
    )


def _told(found: Placed, known: tuple[str, ...], confirmed: bool) -> tuple[str, ...]:
    """What is known of levels and landmarks, as sentences."""
    if not found.landmarks:
        return (NO_LANDMARKS_NOTE,)
    spaces = (
        f"canal and foramina are named at {known[0]} to {known[-1]}"
        if known
        else ("canal and foramina are unknown")
    )
    told = [f"{len(found.landmarks)} landmarks placed; {spaces}."]
    if found.uncertainty_mm and not confirmed:
        told.append(
            f"{len(found.uncertainty_mm)} landmarks are proposed by the program and not confirmed: "
            "look at them before anybody trains on this patient."
        )
    return tuple(told)


def _findings(scan: CtScan, body: Mask) -> tuple[str, ...]:
    """What was found and changed, as sentences."""
    i, j, k = scan.grid.spacing_mm
    found = []
    if k > COARSE_SLICE_MM:
        found.append(f"Slices are {k:.1f} mm apart: too coarse for facet work (limit 3 mm).")
    edges = (body[:, 0], body[:, -1], body[:, :, 0], body[:, :, -1])
    if any(edge.any() for edge in edges):
        found.append("The body is cut off at the edge of the scan: skin is missing there.")
    dropped = int(np.count_nonzero((scan.hu > -300) & ~body)) * i * j * k / 1000.0
    found.append(f"{dropped:.0f} mL outside the body (couch, arms, blankets) were taken out.")
    return tuple(found)
