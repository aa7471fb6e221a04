"""What a foreign projection picture turned out to be, geometry or not; never an identifier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from trainer.anatomy.patient import RadiographView
    from trainer.imaging.burned_in_text import TextLine


@dataclass(frozen=True, slots=True, eq=False)
class FoundPicture:
    """One picture. name : "AP" where the tags say so, else "P1", "P2" ...; never a file's name.

    grey : uint16, shape (rows, columns), as stored, dense is dark. view : the picture hung, with
    its geometry, where the tags give one; missing : why they do not. sid_mm, pitch_mm : of the
    receptor, where told (pitch: between columns, between rows). oblique_deg, tilt_deg : the
    positioner's. orientation : Patient Orientation "ROW/COLUMN", empty where it is not told.
    text : lines that may be burned in. notes : what was done, whole sentences.
    """

    name: str
    modality: str
    grey: NDArray[np.uint16]
    view: RadiographView | None = None
    missing: tuple[str, ...] = ()
    sid_mm: float | None = None
    pitch_mm: tuple[float, float] | None = None
    oblique_deg: float | None = None
    tilt_deg: float | None = None
    orientation: str = ""
    text: tuple[TextLine, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def size_px(self) -> tuple[int, int]:
        """(columns, rows) as stored."""
        rows, columns = self.grey.shape
        return columns, rows


class PictureReader(Protocol):
    """Reads projection pictures in limited child processes, with or without geometry."""

    def read_pictures(
        self, paths: Sequence[Path], orientation: str | None = None
    ) -> tuple[FoundPicture, ...]:
        """Pictures in the order of their paths. orientation : where a file has none, e.g. "L/F".

        Raises one Refusal with everything that cannot be read.
        """

    def clean_picture(self, grey: NDArray[np.uint16]) -> bytes:
        """A DICOM file that holds this picture (dense is dark) and says nothing of anybody."""
