"""Pictures to files: encoded by imaging or dicom, made safe by storage."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from trainer.geometry.carm import CArmPose


class PictureFiles:
    """Implements `trainer.session.patient_ports.PictureWriter`."""

    def write_png(self, path: Path, picture: NDArray[np.uint8]) -> None:
        """An 8-bit picture, whole or not at all. Raises Refusal."""
        from trainer.imaging.png import encode_png
        from trainer.storage.atomic import atomic_write_bytes

        atomic_write_bytes(path, encode_png(picture))

    def write_files(self, folder: Path, files: Mapping[str, bytes]) -> None:
        """A new folder with these files, whole or not at all. Raises Refusal."""
        from trainer.storage.atomic import atomic_folder

        with atomic_folder(folder) as place:
            for name, data in files.items():
                (place / name).write_bytes(data)

    def write_dicom(
        self, path: Path, stored: NDArray[np.uint16], pose: CArmPose, facts: Mapping[str, object]
    ) -> None:
        """An XA instance, whole or not at all. Raises Refusal."""
        from trainer.dicom.xa import exposure_bytes
        from trainer.storage.atomic import atomic_write_bytes

        atomic_write_bytes(path, exposure_bytes(stored, pose, facts))
