"""Typed questions to the reading children, every answer checked again on this side."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from trainer.dicom import allowlist, limits, volume_facts
from trainer.dicom.allowlist import FileFacts
from trainer.dicom.border import Pixels
from trainer.dicom.folder import shown
from trainer.dicom.hounsfield import Counts
from trainer.dicom.volume_facts import VolumeFacts
from trainer.refusal import Refusal

# A keyword of DICOM's own with its tag, or a phrase; the child makes both.
_LEFTOVER = re.compile(r"[A-Za-z][A-Za-z0-9 ]{0,70}( \([0-9A-F]{4},[0-9A-F]{4}\)|[A-Za-z ()]*)")

Progress = Callable[[int, int], None]


class Children(Protocol):
    """Who answers: a chain of limited processes."""

    def ask(
        self, request: Mapping[str, object], timeout_s: float
    ) -> tuple[dict[str, object], Pixels | None]:
        """Header and pixels of an answer; raises Refusal."""


@dataclass(frozen=True, slots=True)
class Grey:
    """A projection picture (uint16, dense is dark) and what was done to it."""

    pixels: NDArray[np.uint16]
    inverted: bool
    voi_lut: bool
    rescaled: bool


class Asking:
    """One import's questions.

    progress(done, total) is called between files; what it raises cancels the import.
    """

    def __init__(self, children: Children, progress: Progress | None = None) -> None:
        self._children = children
        self._salt = secrets.token_hex(8)
        self.progress: Progress = progress or (lambda _done, _total: None)

    def look(self, path: Path) -> FileFacts | VolumeFacts | None:
        """What a file is; None where it is no image. Raises Refusal naming the file."""
        header, _ = self._ask("look", path, limits.LOOK_TIMEOUT_S)
        kind, facts = header.get("kind"), header.get("facts")
        if kind == "none":
            return None
        with _Trust(path):
            if not isinstance(facts, dict):
                raise ValueError("no facts")
            return allowlist.from_wire(facts) if kind == "dicom" else volume_facts.from_wire(facts)

    def slice_hu(self, path: Path, shape: tuple[int, int]) -> tuple[NDArray[np.int16], Counts]:
        """One CT slice of the promised shape."""
        header, pixels = self._ask("hu", path, limits.PIXELS_TIMEOUT_S)
        with _Trust(path):
            return _hu(pixels, shape), _counts(header)

    def volume_hu(self, path: Path, facts: VolumeFacts) -> tuple[NDArray[np.int16], Counts]:
        """The voxels of a volume of the promised shape."""
        header, pixels = self._ask("volume", path, limits.PIXELS_TIMEOUT_S)
        with _Trust(path):
            return _hu(pixels, facts.shape_kji), _counts(header)

    def labels(self, path: Path) -> tuple[VolumeFacts, NDArray[np.uint16], bool]:
        """The grid and the numbers of a label map, and whether they are this program's own."""
        header, pixels = self._ask("labels", path, limits.PIXELS_TIMEOUT_S)
        with _Trust(path):
            facts = header["facts"]
            if not isinstance(facts, dict):
                raise ValueError("no facts")
            grid = volume_facts.from_wire(facts)
            if pixels is None or pixels.dtype != np.uint16 or pixels.shape != grid.shape_kji:
                raise ValueError("not the promised labels")
            return grid, pixels.astype(np.uint16, copy=False), header["named"] is True

    def grey(self, path: Path, facts: FileFacts, frame: int) -> Grey:
        """One frame of a projection picture, frame counted from 0."""
        header, pixels = self._ask("grey", path, limits.PIXELS_TIMEOUT_S, frame)
        shape = (int(facts.number("Rows") or 0), int(facts.number("Columns") or 0))
        with _Trust(path):
            if pixels is None or pixels.dtype != np.uint16 or pixels.shape != shape:
                raise ValueError("not the promised picture")
            flags = [header.get(name) is True for name in ("inverted", "voi_lut", "rescaled")]
            return Grey(pixels.astype(np.uint16, copy=False), *flags)

    def leftovers(self, path: Path) -> tuple[str, ...]:
        """What a picture file says beside its picture: short words, never a text of the file."""
        header, _ = self._ask("leftovers", path, limits.PIXELS_TIMEOUT_S)
        with _Trust(path):
            told = header["leftovers"]
            if not isinstance(told, list) or not all(_LEFTOVER.fullmatch(str(one)) for one in told):
                raise ValueError("not the words of a finding")
            return tuple(str(one) for one in told)

    def _ask(
        self, operation: str, path: Path, timeout_s: float, frame: int = 0
    ) -> tuple[dict[str, object], Pixels | None]:
        request = {
            "op": operation,
            "path": str(path.absolute()),
            "salt": self._salt,
            "frame": frame,
        }
        try:
            return self._children.ask(request, timeout_s)
        except Refusal as refusal:
            raise Refusal(
                f"'{shown(path)}' was not read",
                refusal.why,
                refusal.next_step,
                code=refusal.code,
            ) from refusal


class _Trust:
    """Turns an answer that is not what was asked for into a refusal."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Replace what a bad answer raises; refusals and cancellations pass."""
        if isinstance(error, ValueError | KeyError | TypeError):
            raise Refusal(
                f"'{shown(self._path)}' was not read",
                "the reading process answered nonsense",
                "Fetch the file again from where it came",
            ) from error


def _hu(pixels: Pixels | None, shape: tuple[int, ...]) -> NDArray[np.int16]:
    if pixels is None or pixels.dtype != np.int16 or pixels.shape != shape:
        raise ValueError("not the promised voxels")
    return pixels.astype(np.int16, copy=False)


def _counts(header: Mapping[str, object]) -> Counts:
    counts = header["counts"]
    if not isinstance(counts, dict):
        raise ValueError("no counts")
    return Counts(int(counts["clipped"]), int(counts["outside"]), int(counts["not_finite"]))
