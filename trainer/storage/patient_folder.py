"""Patient folders of our own format: `patient.json` and one compressed file per array.

Arrays are zlib streams of little-endian bytes in C order; their type and shape stand in the
document, so nothing is ever unpickled and a stream that grows beyond its shape is cut off. The
document carries the SHA-256 of every file, of the patient's content and of itself.
"""

from __future__ import annotations

import hashlib
import json
import stat
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import ValidationError

from trainer.anatomy.patient import Patient
from trainer.refusal import ExitCode, Problem, Refusal
from trainer.storage.atomic import atomic_folder
from trainer.storage.patient_document import (
    SCHEMA_VERSION,
    Array,
    ArrayPart,
    PatientPart,
    arrays_of,
    document_of,
    patient_of,
)

DOCUMENT = "patient.json"
OWN_HASH = "document_sha256"
LIMIT_DOCUMENT_BYTES = 16 << 20
LIMIT_ARRAY_BYTES = 2 << 30
CHUNK_BYTES = 1 << 20
# What file browsers leave behind is not ours to complain about.
STRANGERS = frozenset({DOCUMENT, ".DS_Store", "Thumbs.db", "desktop.ini"})


class PatientFolderStore:
    """Keeps patient folders; a `trainer.session.patient_ports.PatientStore`."""

    def save(self, patient: Patient, folder: Path) -> None:
        """Write a patient folder, whole or not at all, never over anything that is there.

        Raises Refusal (STORAGE).
        """
        with atomic_folder(folder) as place:
            hashes = {
                name: _write_array(place / name, array)
                for name, array in arrays_of(patient).items()
            }
            document = document_of(patient, hashes).model_dump(mode="json")
            document[OWN_HASH] = _own_hash(document)
            text = json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False)
            (place / DOCUMENT).write_bytes(text.encode())

    def load(self, folder: Path) -> Patient:
        """Read a patient folder and check every hash in it.

        Raises Refusal: INTEGRITY where it is damaged (all findings at once), else BAD_INPUT.
        """
        folder = Path(folder)
        part = _read_document(folder)
        problems = _findings(folder, part)
        if problems:
            raise _damaged(folder, "its files are not those it was saved with", problems)
        arrays = {array.file: _read_array(folder, array) for array in part.arrays}
        try:
            patient = patient_of(part, arrays)
        except ValueError as error:
            raise _damaged(folder, f"its contents contradict each other ({error})") from error
        if patient.sha256 != part.content_sha256:
            raise _damaged(folder, "its content is not what its hash says")
        return patient


def _write_array(path: Path, array: Array) -> str:
    """Write one compressed array; returns the file's SHA-256."""
    digest, packer = hashlib.sha256(), zlib.compressobj(1)
    raw = np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
    with path.open("xb") as file:
        for start in range(0, len(raw), CHUNK_BYTES):
            packed = packer.compress(raw[start : start + CHUNK_BYTES])
            digest.update(packed)
            file.write(packed)
        packed = packer.flush()
        digest.update(packed)
        file.write(packed)
    return digest.hexdigest()


def _own_hash(document: dict[str, Any]) -> str:
    """SHA-256 of the document without its own hash, in one canonical spelling."""
    rest = {key: value for key, value in document.items() if key != OWN_HASH}
    spelled = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(spelled.encode()).hexdigest()


def _read_document(folder: Path) -> PatientPart:
    raw = _document_bytes(folder)
    try:
        document = json.loads(raw.decode(), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise _damaged(folder, f"{DOCUMENT} is cut off or not JSON") from error
    version = document.get("schema_version") if isinstance(document, dict) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise Refusal(
            f"{folder} cannot be opened",
            f"a newer version made it (schema {version}, this program reads {SCHEMA_VERSION})",
            "Update the program; the folder is unharmed",
        )
    if version is None:
        raise _not_ours(folder, f"its {DOCUMENT} is not that of a patient")
    if document.get(OWN_HASH) != _own_hash(document):
        raise _damaged(folder, f"{DOCUMENT} was changed after it was saved")
    try:
        rest = {key: value for key, value in document.items() if key != OWN_HASH}
        return PatientPart.model_validate_json(json.dumps(rest))
    except ValidationError as error:
        raise _damaged(folder, f"{DOCUMENT} does not follow its schema", _wrong(error)) from error


def _document_bytes(folder: Path) -> bytes:
    path = folder / DOCUMENT
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _not_ours(folder, f"its {DOCUMENT} is no plain file")
        with path.open("rb") as file:
            raw = file.read(LIMIT_DOCUMENT_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _not_ours(folder, f"it holds no {DOCUMENT}") from error
    except OSError as error:
        raise _unreadable(folder, error) from error
    if len(raw) > LIMIT_DOCUMENT_BYTES:
        raise _not_ours(folder, f"its {DOCUMENT} is larger than {LIMIT_DOCUMENT_BYTES >> 20} MB")
    return raw


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _wrong(error: ValidationError) -> tuple[Problem, ...]:
    return tuple(
        Problem(".".join(str(step) for step in found["loc"]), found["msg"])
        for found in error.errors(include_url=False)
    )


def _findings(folder: Path, part: PatientPart) -> tuple[Problem, ...]:
    """Every missing, changed and unknown file."""
    known = {array.file for array in part.arrays} | STRANGERS
    try:
        unknown = sorted(path.name for path in folder.iterdir() if path.name not in known)
        found = [_array_problem(folder / array.file, array) for array in part.arrays]
    except OSError as error:
        raise _unreadable(folder, error) from error
    strange = [Problem(name, "is no part of this patient") for name in unknown]
    return (*(problem for problem in found if problem is not None), *strange)


def _array_problem(path: Path, array: ArrayPart) -> Problem | None:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return Problem(array.file, "is no plain file")
    except FileNotFoundError:
        return Problem(array.file, "is missing")
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    return None if found == array.sha256 else Problem(array.file, "is not the file that was saved")


def _read_array(folder: Path, part: ArrayPart) -> Array:
    """Unpack one file into exactly the bytes its shape asks for."""
    dtype = np.dtype(part.dtype)
    wanted = dtype.itemsize
    for count in part.shape:
        wanted *= count
    if wanted > LIMIT_ARRAY_BYTES:
        raise _damaged(folder, f"{part.file} claims more than {LIMIT_ARRAY_BYTES >> 30} GB")
    try:
        raw = _unpacked(folder / part.file, wanted)
    except (zlib.error, ValueError) as error:
        raise _damaged(folder, f"{part.file} does not unpack to its shape") from error
    except OSError as error:
        raise _unreadable(folder, error) from error
    array: Array = np.frombuffer(raw, dtype=dtype).reshape(part.shape)
    return array


def _unpacked(path: Path, wanted: int) -> bytearray:
    """Raises ValueError unless the stream holds exactly `wanted` bytes."""
    unpacker, raw = zlib.decompressobj(), bytearray()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            while chunk:
                raw += unpacker.decompress(chunk, CHUNK_BYTES)
                if len(raw) > wanted or unpacker.unused_data:
                    raise ValueError("longer than its shape")
                chunk = unpacker.unconsumed_tail
    raw += unpacker.flush()
    if len(raw) != wanted or not unpacker.eof:
        raise ValueError("not as long as its shape")
    return raw


def _damaged(folder: Path, why: str, problems: tuple[Problem, ...] = ()) -> Refusal:
    return Refusal(
        f"The patient folder {folder} is damaged",
        why,
        "Import the patient again, or restore the folder from a copy",
        code=ExitCode.INTEGRITY,
        problems=problems,
    )


def _not_ours(folder: Path, why: str) -> Refusal:
    return Refusal(
        f"{folder} is no patient folder", why, "Choose a folder that this program has saved"
    )


def _unreadable(folder: Path, error: OSError) -> Refusal:
    return Refusal(
        f"{folder} cannot be read",
        error.strerror or type(error).__name__,
        "Check the disk and the folder's permissions",
        code=ExitCode.STORAGE,
    )
