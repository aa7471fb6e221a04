"""What the session needs of pictures and patients from the edges: Protocols, injected by app."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from trainer.session.radiograph_found import PictureReader

# As in `ports`: Protocols say types and run nothing.
if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from trainer.anatomy.ct import CtScan
    from trainer.anatomy.distance import DistanceBlock
    from trainer.anatomy.patient import Patient, RadiographView
    from trainer.anatomy.segmentation import LabelMap
    from trainer.geometry.carm import CArmPose


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file or folder turned out to be; never an identifier.

    kind : "ct", "radiograph", "volume" or "segmentation". modality : DICOM's word, "NIFTI" or
    "NRRD".
    shape : as stored, (frames or slices, rows, columns). spacing_mm : column, row (and slice).
    geometry : what was found of it, ready for JSON. warnings : whole sentences.
    """

    kind: str
    modality: str
    shape: tuple[int, ...]
    spacing_mm: tuple[float, ...]
    geometry: Mapping[str, object]
    warnings: tuple[str, ...] = ()


class ImageReader(PictureReader, Protocol):
    """Reads foreign images in limited child processes; every failure is one Refusal."""

    def inspect(self, path: Path) -> Inspection:
        """What a file or folder is, without keeping anything."""

    def read_ct(self, path: Path) -> CtScan:
        """A CT series from a DICOM folder, a NIfTI or an NRRD file."""

    def read_labels(self, path: Path, numbering: str | None = None) -> LabelMap:
        """A label map of bones (NIfTI, NRRD, DICOM SEG); numbering : "v1", "v2", None = told."""

    def read_radiographs(
        self, paths: Sequence[Path], orientation: str | None = None
    ) -> tuple[RadiographView, ...]:
        """Projection pictures with their geometry.

        orientation : Patient Orientation of rows and columns, e.g. "L/F", where a file has none.
        """

    def leftovers(self, path: Path) -> tuple[str, ...]:
        """What a picture file says beside its picture that may name a person; () for nothing."""

    def leftovers_of(self, paths: Sequence[Path]) -> tuple[tuple[str, ...], ...]:
        """The same of several files, in their order, by one child."""


class PictureWriter(Protocol):
    """Writes one exposure for people (PNG) or for other programs (DICOM XA)."""

    def write_png(self, path: Path, picture: NDArray[np.uint8]) -> None:
        """An 8-bit picture, whole or not at all."""

    def write_files(self, folder: Path, files: Mapping[str, bytes]) -> None:
        """A new folder with these files, whole or not at all; never over an existing one."""

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


class GeneratedPatients(Protocol):
    """Keeps generated patients between starts. It never fails: what it cannot keep is built again.

    A key says everything the patient was built from.
    """

    def load(self, key: str) -> Patient | None:
        """The patient of a key, or None."""

    def save(self, key: str, patient: Patient) -> None:
        """Keep a patient if that is possible."""


class KeptBlocks(Protocol):
    """Keeps distances between starts. It never fails: what it cannot keep is measured again.

    A key says everything the distances were measured from.
    """

    def load(self, key: str) -> Mapping[str, DistanceBlock] | None:
        """The blocks of a key, or None."""

    def save(self, key: str, blocks: Mapping[str, DistanceBlock]) -> None:
        """Keep blocks if that is possible."""
