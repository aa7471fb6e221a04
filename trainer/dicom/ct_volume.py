"""A NIfTI or NRRD volume to a scan."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from trainer.anatomy.ct import CtScan
from trainer.dicom import volume_facts
from trainer.dicom.asking import Asking
from trainer.dicom.axes import MOST_SHEAR_DEG, along_world, squared
from trainer.dicom.findings import count, refused
from trainer.dicom.folder import shown
from trainer.dicom.plausibility import AIR_AT_MOST_HU, counted, plausibility
from trainer.dicom.slice_facts import LEAST_SPACING_MM, MOST_SPACING_MM
from trainer.dicom.volume_facts import VolumeFacts
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Problem, Refusal


def scan_of_volume(path: Path, facts: VolumeFacts, asking: Asking) -> CtScan:
    """The scan in a volume file; raises one Refusal with every problem."""
    what = f"The volume '{shown(path)}' was not imported"
    matrix = _upright(what, facts)
    hu, counts = asking.volume_hu(path, facts)
    problem, doubts = plausibility(hu)
    if not problem and int(hu.min()) > AIR_AT_MOST_HU:
        problem = (
            f"its values from {hu.min()} to {hu.max()} are not Hounsfield units "
            f"(no air below {AIR_AT_MOST_HU})"
        )
    if problem:
        raise Refusal(what, problem, "Choose the CT itself, not a label map or another modality")
    grid, turned = along_world(hu, matrix)
    notes = [volume_facts.NOTES[note] for note in facts.notes]
    notes += [f"{count(facts.shape_kji[0], 'slice')} read", *counted(counts), *doubts]
    return CtScan(grid, turned, tuple(notes))


def _upright(what: str, facts: VolumeFacts) -> FloatArray:
    problems = volume_problems(facts)
    if problems:
        raise refused(what, problems, "Save it again on a grid with right angles")
    return squared(facts.world_from_index)[0]


def volume_problems(facts: VolumeFacts) -> list[Problem]:
    """Everything that forbids a volume's frame."""
    try:
        matrix, sheared = squared(facts.world_from_index)
    except ValueError as error:
        return [Problem("the volume", f"its frame is impossible: {error}")]
    found = []
    if sheared > MOST_SHEAR_DEG:
        limit = f"at most {MOST_SHEAR_DEG:g}"
        found.append(f"its axes are sheared by {sheared:.1f} degrees ({limit})")
    edges = np.linalg.norm(matrix[:3, :3], axis=0)
    if edges.min() < LEAST_SPACING_MM or edges.max() > MOST_SPACING_MM * (1.0 + 1e-6):
        listed = " x ".join(f"{edge:g}" for edge in edges)
        found.append(f"voxels of {listed} mm are outside 0.1 to 5 mm")
    return [Problem("the volume", problem) for problem in found]
