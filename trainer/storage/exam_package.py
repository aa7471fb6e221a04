"""An exam in one file: definition and scenarios, signed by a station and encrypted till it starts.

Encrypted as a scenario package is (`package_seal`). Inside: a line of JSON with the public key and
its signature, then a zip of ``exam.json`` and ``scenarios/<id>.zip``; the signature is of the zip.
"""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.assessment.exams.canonical import BYTES_LIMIT
from trainer.assessment.keys import is_signed
from trainer.refusal import ExitCode, Refusal
from trainer.storage.atomic import atomic_write_bytes
from trainer.storage.package_limits import PACKAGE_BYTES
from trainer.storage.package_seal import opened_package, sealed_package
from trainer.storage.regular_file import regular_bytes

if TYPE_CHECKING:
    from trainer.session.packages import PackageStore
    from trainer.session.ports import Signer

DEFINITION, SCENARIOS = "exam.json", "scenarios"
_MEMBERS = 26 * 32 + 2  # every station of every form, the warm-up and the definition
SIGNED = b"rhizotomy-exam-package 1\n"


def write_exam(
    path: Path,
    definition: bytes,
    scenarios: Iterable[str],
    packages: PackageStore,
    signer: Signer,
    passphrase: str,
) -> None:
    """Write an exam's file, whole or not at all. Raises Refusal."""
    body = _zip_of(definition, scenarios, packages)
    head = {
        "public_key": signer.public_bytes.hex(),
        "signature": signer.sign(SIGNED + body).hex(),
    }
    inner = json.dumps(head, sort_keys=True).encode("ascii") + b"\n" + body
    atomic_write_bytes(path, sealed_package(inner, passphrase))


def read_exam(
    path: Path, passphrase: str, known: Iterable[str]
) -> tuple[bytes, Mapping[str, bytes]]:
    """Definition and scenario packages of an exam's file, in memory.

    known : public keys (hex) that are trusted here. Raises Refusal INTEGRITY where it was signed by
    another one, by nobody, or is not as it was signed.
    """
    inner = opened_package(regular_bytes(path, PACKAGE_BYTES + 4096), passphrase)
    line, _, body = inner.partition(b"\n")
    _check_signature(path.name, line, body, frozenset(known))
    return _members(path.name, body)


def _zip_of(definition: bytes, scenarios: Iterable[str], packages: PackageStore) -> bytes:
    body = io.BytesIO()
    with (
        tempfile.TemporaryDirectory(prefix="rhizotomy-exam-") as place,
        zipfile.ZipFile(body, "w", zipfile.ZIP_STORED) as out,
    ):
        out.writestr(DEFINITION, definition)
        for name in dict.fromkeys(scenarios):
            one = Path(place) / f"{name}.zip"
            packages.pack(name, one)
            out.writestr(f"{SCENARIOS}/{name}.zip", one.read_bytes())
    return body.getvalue()


def _check_signature(name: str, line: bytes, body: bytes, known: frozenset[str]) -> None:
    try:
        head = json.loads(line)
        key, signature = str(head["public_key"]), str(head["signature"])
    except (ValueError, KeyError, TypeError):
        raise _unusable(name, "nobody signed it") from None
    if key not in known:
        raise _unusable(name, "it is signed by a key that this computer does not know")
    if not is_signed(key, SIGNED + body, signature):
        raise _unusable(name, "it is not as it was signed")


def _members(name: str, body: bytes) -> tuple[bytes, Mapping[str, bytes]]:
    """What a trusted station packed; still read with limits, by whole names only."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as found:
            listed = found.infolist()
            sizes = sum(one.file_size for one in listed)
            if len(listed) > _MEMBERS or sizes > PACKAGE_BYTES:
                raise _unusable(name, "it holds more than an exam can")
            parts = {one.filename: found.read(one) for one in listed}
    except (zipfile.BadZipFile, OSError, NotImplementedError):
        raise _unusable(name, "its content is damaged") from None
    definition = parts.pop(DEFINITION, b"")
    if not definition or len(definition) > BYTES_LIMIT:
        raise _unusable(name, "it holds no definition")
    return definition, {Path(member).stem: data for member, data in parts.items()}


def _unusable(name: str, why: str) -> Refusal:
    return Refusal(
        f"The exam {name} cannot be used", why, "Ask for the file again", code=ExitCode.INTEGRITY
    )
