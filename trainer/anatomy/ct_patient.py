"""A patient from a CT scan."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_axes import along_world
from trainer.anatomy.ct_body import body_mask, coarse_body
from trainer.anatomy.ct_masks import Mask, grown
from trainer.anatomy.ct_region import refuse_wrong_region
from trainer.anatomy.ct_tissues import tissues_of
from trainer.anatomy.hounsfield import CORTEX_HU, basis_volumes
from trainer.anatomy.patient import LabelVolume, Patient, PatientKind
from trainer.geometry.grid import VoxelGrid

AIR_HU = -1000
MARGIN_VOXELS = 3  # of air kept round the body, so that distances know the skin
COARSE_SLICE_MM = 3.0  # reliability.md 5.5: thicker is too coarse for facet work
SEGMENTATION_NOTE = (
    "No segmentation: spinal canal and foramina are unknown, and vessels full of contrast count "
    "as bone."
)


def patient_from_ct(scan: CtScan) -> Patient:
    """Bases, tissues and notes of a chest CT, cropped to the body; landmarks come later.

    Air, couch, blankets, arms that lie apart and values outside the scan circle are masked.
    Raises Refusal where the scan is too short or shows no mid-thoracic level.
    """
    straight = along_world(scan)
    coarse = coarse_body(straight)
    refuse_wrong_region(straight, coarse)
    body = body_mask(straight, coarse)
    notes = (*straight.notes, *_findings(straight, body), SEGMENTATION_NOTE)
    cropped, body = _cropped(straight, body)
    # One voxel beyond the mask keeps the skin's partial volume in the picture.
    seen = grown(body)
    hu = np.where(seen, cropped.hu, np.int16(AIR_HU))
    return Patient(
        PatientKind.CT,
        basis_volumes(cropped.grid, hu),
        LabelVolume(cropped.grid, tissues_of(hu, cropped.grid, body)),
        notes=notes,
    )


def _cropped(scan: CtScan, body: Mask) -> tuple[CtScan, Mask]:
    """The part of the scan that holds the body with a margin; every slice stays."""
    rows, columns = (_span(np.asarray(body.any(axis=(0, axis)))) for axis in (2, 1))
    origin = scan.grid.world_of(np.array([columns.start, rows.start, 0.0]))
    hu = np.ascontiguousarray(scan.hu[:, rows, columns])
    x, y, z = (float(part) for part in origin)
    nk, nj, ni = hu.shape
    grid = VoxelGrid.aligned((x, y, z), scan.grid.spacing_mm, (nk, nj, ni))
    return CtScan(grid, hu), np.ascontiguousarray(body[:, rows, columns])


def _span(line: Mask) -> slice:
    found = np.flatnonzero(line)
    return slice(max(0, int(found[0]) - MARGIN_VOXELS), int(found[-1]) + 1 + MARGIN_VOXELS)


def _findings(scan: CtScan, body: Mask) -> tuple[str, ...]:
    """What was found and changed, as sentences."""
    i, j, k = scan.grid.spacing_mm
    found = []
    if k > COARSE_SLICE_MM:
        found.append(f"Slices are {k:.1f} mm apart: too coarse for facet work (limit 3 mm).")
    edges = (body[:, 0], body[:, -1], body[:, :, 0], body[:, :, -1])
    if any(edge.any() for edge in edges):
        found.append("The body is cut off at the edge of the scan: skin is missing there.")
    beyond = int(np.count_nonzero(body & (scan.hu > CORTEX_HU))) * i * j * k / 1000.0
    if beyond >= 0.1:
        found.append(
            f"{beyond:.1f} mL are denser than cortical bone (contrast, metal): held at "
            f"{CORTEX_HU} HU."
        )
    dropped = int(np.count_nonzero((scan.hu > -300) & ~body)) * i * j * k / 1000.0
    found.append(f"{dropped:.0f} mL outside the body (couch, arms, blankets) were taken out.")
    return tuple(found)
