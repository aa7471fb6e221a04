"""Generated patients kept between starts: building one takes seconds, reading one a blink.

One file a patient, uncompressed: a line that says what it is, the document of `patient_document`,
the arrays. Whatever is wrong with a file, it is built again (`kept_files`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from trainer.anatomy.patient import Patient
from trainer.storage.kept_files import LIMIT_BYTES, PATIENTS, KeptFiles
from trainer.storage.patient_document import (
    Array,
    ArrayPart,
    PatientPart,
    arrays_of,
    document_of,
    patient_of,
)

MAGIC = b"rhizotomy-trainer generated patient 1\n"
_LENGTH_BYTES = 8
_NO_HASH = "0" * 64  # of single arrays: the content's hash covers them all


class GeneratedPatientFolder:
    """Keeps generated patients; a `trainer.session.patient_ports.GeneratedPatients`.

    made_by : names the program that builds them; what another one built is never read.
    """

    def __init__(
        self, folder: Path, made_by: Callable[[], str], limit_bytes: int = LIMIT_BYTES
    ) -> None:
        self._files = KeptFiles(folder, PATIENTS, made_by, limit_bytes)

    def load(self, key: str) -> Patient | None:
        """The patient of a key; None where there is none, or none that is whole."""
        return self._files.load(key, _unpacked)

    def save(self, key: str, patient: Patient) -> None:
        """Keep a patient where the disk allows."""
        self._files.save(key, _packed(patient))


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
