"""What a volume file says of itself, and what must hold before its voxels are read. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.dicom import limits
from trainer.dicom.hounsfield import rescale_problem
from trainer.refusal import Refusal

NOTES: Mapping[str, str] = {
    "unit_missing": "the file does not say its unit of length; taken as millimetres",
}
_KINDS = ("nifti", "nrrd", "seg")
_NEXT = "Choose a 3D CT volume"


@dataclass(frozen=True, slots=True, eq=False)
class VolumeFacts:
    """A volume's frame and scale.

    kind : "nifti", "nrrd" or "seg" (a DICOM Segmentation). world_from_index : shape (4, 4),
    (i, j, k, 1) to LPS mm.
    HU = slope * stored + intercept; notes : keys of `NOTES`.
    """

    kind: str
    shape_kji: tuple[int, int, int]
    world_from_index: NDArray[np.float64]
    slope: float
    intercept: float
    bytes_per_value: int
    notes: tuple[str, ...] = ()


def checked_volume(facts: VolumeFacts) -> None:
    """Raise Refusal where size, scale or frame are impossible."""
    nk, nj, ni = facts.shape_kji
    if min(nk, nj, ni) < 2:
        raise Refusal("the volume", f"{ni} x {nj} x {nk} voxels are no volume", _NEXT)
    declared = math.prod(facts.shape_kji) * max(2, facts.bytes_per_value)
    if declared > limits.PIXEL_BYTES:
        raise Refusal(
            "the volume",
            f"it declares {declared / limits.MIB:,.0f} MiB of voxels, "
            f"more than {limits.PIXEL_BYTES // limits.MIB} MiB",
            "Crop it to the thoracic spine",
        )
    if problem := rescale_problem(facts.slope, facts.intercept):
        raise Refusal("the volume", problem, _NEXT)
    matrix = np.asarray(facts.world_from_index)
    if matrix.shape != (4, 4) or not np.isfinite(matrix).all():
        raise Refusal("the volume", "its orientation is not finite", _NEXT)


def to_wire(facts: VolumeFacts) -> dict[str, object]:
    """The facts ready for JSON."""
    return {
        "kind": facts.kind,
        "shape_kji": list(facts.shape_kji),
        "world_from_index": np.asarray(facts.world_from_index).ravel().tolist(),
        "slope": facts.slope,
        "intercept": facts.intercept,
        "bytes_per_value": facts.bytes_per_value,
        "notes": list(facts.notes),
    }


def from_wire(wire: Mapping[str, object]) -> VolumeFacts:
    """Facts of a child's answer, checked again. Raises ValueError or Refusal."""
    kind, shape, notes = wire["kind"], wire["shape_kji"], wire["notes"]
    if kind not in _KINDS or not isinstance(shape, list) or len(shape) != 3:
        raise ValueError("not a volume")
    if not isinstance(notes, list):
        raise ValueError("not a list of notes")
    facts = VolumeFacts(
        kind=str(kind),
        shape_kji=(int(shape[0]), int(shape[1]), int(shape[2])),
        world_from_index=np.array(wire["world_from_index"], dtype=np.float64).reshape(4, 4),
        slope=float(str(wire["slope"])),
        intercept=float(str(wire["intercept"])),
        bytes_per_value=int(str(wire["bytes_per_value"])),
        notes=tuple(note for note in notes if note in NOTES),
    )
    checked_volume(facts)
    return facts
