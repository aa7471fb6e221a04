"""Generated patients kept between starts: building one takes seconds, reading one a blink.

One file a patient, uncompressed: a line that says what it is, the document of `patient_document`,
the arrays. Whatever is wrong with a file, it is built again: a cache never stops anybody. The least
recently used go when there are more than `LIMIT_BYTES` (DESIGN 2).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
from pydantic import ValidationError

from trainer.anatomy.patient import Patient
from trainer.refusal import Refusal
from trainer.storage.atomic import atomic_write_bytes
from trainer.storage.patient_document import (
    Array,
    ArrayPart,
    PatientPart,
    arrays_of,
    document_of,
    patient_of,
)

LIMIT_BYTES = 4 << 30
MAGIC = b"rhizotomy-trainer generated patient 1\n"
SUFFIX = ".patient"
SUFFIXES = (SUFFIX, ".distances")  # what is kept of patients and can be made again
_LENGTH_BYTES = 8
_NO_HASH = "0" * 64  # of single arrays: the content's hash covers them all


class GeneratedPatientFolder:
    """Keeps generated patients; a `trainer.session.ports.GeneratedPatients`.

    made_by : names the program that builds them, asked when first needed; what another one built
    is never read.
    """

    def __init__(
        self, folder: Path, made_by: Callable[[], str], limit_bytes: int = LIMIT_BYTES
    ) -> None:
        self._folder = folder
        self._made_by = made_by
        self._limit_bytes = limit_bytes

    def load(self, key: str) -> Patient | None:
        """The patient of a key; None where there is none, or none that is whole."""
        path = self._path(key)
        try:
            patient = _unpacked(path.read_bytes())
            os.utime(path)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, ValidationError):
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        return patient

    def save(self, key: str, patient: Patient) -> None:
        """Keep a patient where the disk allows, then let the oldest go."""
        path = self._path(key)
        with contextlib.suppress(Refusal):
            atomic_write_bytes(path, _packed(patient))
            make_room(path, self._limit_bytes)

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(f"{self._made_by()}:{key}".encode()).hexdigest()
        return self._folder / f"{name}{SUFFIX}"


def make_room(newest: Path, limit_bytes: int) -> None:
    """Remove what was longest not used in the folder until the rest fits; never `newest`."""
    with contextlib.suppress(OSError):
        kept = (path for path in newest.parent.iterdir() if path.suffix in SUFFIXES)
        found = [(path.stat(), path) for path in kept]
        held = sum(stat.st_size for stat, _ in found)
        for stat, path in sorted(found, key=lambda one: one[0].st_mtime_ns):
            if held <= limit_bytes:
                break
            if path != newest:
                path.unlink(missing_ok=True)
                held -= stat.st_size


def _packed(patient: Patient) -> bytes:
    arrays = arrays_of(patient)
    document = document_of(patient, dict.fromkeys(arrays, _NO_HASH))
    text = document.model_dump_json().encode()
    length = len(text).to_bytes(_LENGTH_BYTES, "little")
    return b"".join([MAGIC, length, text, *(_bytes_of(array) for array in arrays.values())])


def _bytes_of(array: Array) -> memoryview:
    return np.ascontiguousarray(array).reshape(-1).view(np.uint8).data


def _unpacked(raw: bytes) -> Patient:
    """Raises ValueError for anything but a whole file."""
    start = len(MAGIC) + _LENGTH_BYTES
    if not raw.startswith(MAGIC) or len(raw) < start:
        raise ValueError("not a generated patient")
    end = start + int.from_bytes(raw[len(MAGIC) : start], "little")
    part = PatientPart.model_validate_json(raw[start:end])
    arrays: dict[str, Array] = {}
    for wanted in part.arrays:
        arrays[wanted.file], end = _array(raw, end, wanted)
    patient = patient_of(part, arrays)
    if end != len(raw) or patient.sha256 != part.content_sha256:
        raise ValueError("not as it was written")
    return patient


def _array(raw: bytes, start: int, part: ArrayPart) -> tuple[Array, int]:
    """Raises ValueError where the file is too short."""
    dtype = np.dtype(part.dtype)
    count = int(np.prod(part.shape, dtype=np.int64))
    array: Array = np.frombuffer(raw, dtype=dtype, count=count, offset=start)
    return array.reshape(part.shape), start + count * dtype.itemsize
