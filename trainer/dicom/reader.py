"""Reads foreign images in limited child processes; every failure is one Refusal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.ct import CtScan
from trainer.anatomy.patient import RadiographView
from trainer.anatomy.segmentation import LabelMap
from trainer.dicom import (
    ct_series,
    ct_volume,
    found_pictures,
    inspection,
    label_map,
    limits,
    radiographs,
)
from trainer.dicom.asking import Asking, Progress
from trainer.dicom.child import DEFAULT_COMMAND, ReadingChildren
from trainer.dicom.ct_choice import Chosen, find_ct
from trainer.dicom.folder import shown
from trainer.refusal import Refusal
from trainer.session.patient_ports import Inspection
from trainer.session.radiograph_found import FoundPicture


class LimitedImageReader:
    """`trainer.session.patient_ports.ImageReader` on limited children.

    command : starts a child (frozen builds: the program itself with ``--importer``).
    progress(done, total) : called between files; what it raises cancels the import.
    Used as a context manager, one chain of children serves all calls in the block; otherwise each
    call has its own, so that calls from several threads do not meet. No temporary file is ever
    written: a child can write none, and pixels come through its pipe.
    """

    def __init__(
        self,
        command: Sequence[str] = DEFAULT_COMMAND,
        progress: Progress | None = None,
        files_per_child: int = limits.FILES_PER_CHILD,
    ) -> None:
        self._command = tuple(command)
        self._progress = progress
        self._files_per_child = files_per_child
        self._kept: ReadingChildren | None = None

    def inspect(self, path: Path) -> Inspection:
        """What a file or folder is, without keeping anything."""
        with self._asking(path) as asking:
            return inspection.inspect(path, asking)

    def read_ct(self, path: Path) -> CtScan:
        """A CT series (its folder, or one file of it), a NIfTI or an NRRD file.

        The axes of the result run along the world's (left, back, head) as nearly as they can.
        """
        with self._asking(path) as asking:
            found = find_ct(path, asking)
            if isinstance(found, Chosen):
                return ct_series.scan_of_series(path, found, asking)
            return ct_volume.scan_of_volume(*found, asking)

    def read_labels(self, path: Path, numbering: str | None = None) -> LabelMap:
        """A label map: a NIfTI or NRRD file, or a DICOM SEG.

        numbering : "v1" or "v2" of TotalSegmentator; None = told from the map (a SEG names its
        segments).
        """
        with self._asking(path) as asking:
            return label_map.read_labels(path, numbering, asking)

    def read_radiographs(
        self, paths: Sequence[Path], orientation: str | None = None
    ) -> tuple[RadiographView, ...]:
        """Projection pictures, hung as the C-arm's axes say, isocentre at the world's origin.

        What was done to each picture is told by `inspect`.
        """
        with self._asking(*paths) as asking:
            return radiographs.read_radiographs(paths, orientation, asking)

    def read_pictures(
        self, paths: Sequence[Path], orientation: str | None = None
    ) -> tuple[FoundPicture, ...]:
        """Projection pictures as stored, with whatever geometry their tags give."""
        with self._asking(*paths) as asking:
            return found_pictures.read_pictures(paths, orientation, asking)

    def leftovers(self, path: Path) -> tuple[str, ...]:
        """What a PNG, JPEG or DICOM file says beside its picture; empty where it says nothing."""
        with self._asking(path) as asking:
            return asking.leftovers(path)

    def leftovers_of(self, paths: Sequence[Path]) -> tuple[tuple[str, ...], ...]:
        """The same of several files, in their order."""
        with self._asking(*paths) as asking:
            return tuple(asking.leftovers(path) for path in paths)

    def clean_picture(self, grey: NDArray[np.uint16]) -> bytes:
        """A DICOM file that holds this picture and says nothing of anybody."""
        from trainer.dicom.clean_picture import clean_picture_bytes  # it writes; parsers stay out

        return clean_picture_bytes(grey)

    def __enter__(self) -> Self:
        """Keep one chain of children for the block."""
        self._kept = ReadingChildren(self._command, self._files_per_child)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the kept children."""
        kept, self._kept = self._kept, None
        if kept is not None:
            kept.close()

    @contextmanager
    def _asking(self, *paths: Path) -> Iterator[Asking]:
        for path in paths:
            if not path.exists():
                raise Refusal(
                    f"'{shown(path)}' was not read", "it does not exist", "Check the name"
                )
        if self._kept is not None:
            yield Asking(self._kept, self._progress)
            return
        with ReadingChildren(self._command, self._files_per_child) as children:
            yield Asking(children, self._progress)
