"""A label map's file becomes numbers on a grid."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from trainer.anatomy.label_numbers import NAMES, Numbering
from trainer.anatomy.segmentation import LabelMap, numbering_of
from trainer.dicom import volume_facts
from trainer.dicom.asking import Asking
from trainer.dicom.axes import squared
from trainer.dicom.ct_volume import volume_problems
from trainer.dicom.findings import refused
from trainer.dicom.folder import shown
from trainer.geometry.grid import VoxelGrid

SEG_NOTE = "Segments were told by their names in the DICOM SEG."


def read_labels(path: Path, numbering: str | None, asking: Asking) -> LabelMap:
    """The label map in a NIfTI, NRRD or DICOM SEG file; raises Refusal."""
    facts, numbers, named = asking.labels(path)
    if problems := volume_problems(facts):
        what = f"The segmentation '{shown(path)}' was not read"
        raise refused(what, problems, "Save it again on a grid with right angles")
    grid = VoxelGrid(squared(facts.world_from_index)[0], facts.shape_kji)
    small = np.where(numbers < 256, numbers, 0).astype(np.uint8)
    if named:
        return LabelMap(grid, small, Numbering.V2, (SEG_NOTE,))
    notes = tuple(volume_facts.NOTES[note] for note in facts.notes)
    return LabelMap(grid, small, None if numbering is None else Numbering(numbering), notes)


def labelled(labels: LabelMap) -> dict[str, object]:
    """Numbering and names of what a label map holds, for machines."""
    numbering, notes = numbering_of(labels)
    present = np.flatnonzero(np.bincount(labels.numbers.ravel(), minlength=256))
    names = [NAMES[numbering][n] for n in map(int, present) if n in NAMES[numbering]]
    levels = [name.removeprefix("vertebrae_") for name in reversed(names) if "vertebrae" in name]
    return {
        "numbering": str(numbering),
        "told_by": list(notes),
        "levels": levels,
        "ribs": sum(name.startswith("rib_") for name in names),
        "spinal_cord": "spinal_cord" in names,
    }
