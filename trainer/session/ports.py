"""What the session needs from the edges: Protocols that edges implement and app injects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.ct import CtScan
from trainer.anatomy.patient import Patient, RadiographView
from trainer.geometry.carm import CArmPose


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file or folder turned out to be; never an identifier.

    kind : "ct", "radiograph" or "volume"; modality : DICOM's word, or "NIFTI" / "NRRD".
    shape : as stored, (frames or slices, rows, columns). spacing_mm : column, row (and slice).
    geometry : what was found of it, ready for JSON. warnings : whole sentences.
    """

    kind: str
    modality: str
    shape: tuple[int, ...]
    spacing_mm: tuple[float, ...]
    geometry: Mapping[str, object]
    warnings: tuple[str, ...] = ()


class ImageReader(Protocol):
    """Reads foreign images in limited child processes; every failure is one Refusal."""

    def inspect(self, path: Path) -> Inspection:
        """What a file or folder is, without keeping anything."""

    def read_ct(self, path: Path) -> CtScan:
        """A CT series from a DICOM folder, a NIfTI or an NRRD file."""

    def read_radiographs(
        self, paths: Sequence[Path], orientation: str | None = None
    ) -> tuple[RadiographView, ...]:
        """Projection pictures with their geometry.

        orientation : Patient Orientation of rows and columns, e.g. "L/F", where a file has none.
        """


class PictureWriter(Protocol):
    """Writes one exposure for people (PNG) or for other programs (DICOM XA)."""

    def write_png(self, path: Path, picture: NDArray[np.uint8]) -> None:
        """An 8-bit picture, whole or not at all."""

    def write_dicom(
        self, path: Path, stored: NDArray[np.uint16], pose: CArmPose, facts: Mapping[str, object]
    ) -> None:
        """An XA instance, "simulated" in its derivation, whole or not at all."""


class PatientStore(Protocol):
    """Keeps patient folders of our own format."""

    def save(self, patient: Patient, folder: Path) -> None:
        """Write a patient folder, whole or not at all; never over an existing one."""

    def load(self, folder: Path) -> Patient:
        """Read a patient folder and check every hash in it."""
