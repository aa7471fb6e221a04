"""Members become files of a staging folder, each counted and hashed against the manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from trainer.refusal import Problem
from trainer.storage.package_limits import MANIFEST_BYTES, SIGNATURE_BYTES
from trainer.storage.package_manifest import (
    MANIFEST,
    SIGNATURE,
    Manifest,
    PackedFile,
    content_hash,
    read_manifest,
)
from trainer.storage.package_names import MAGIC_BYTES, content_problem, name_problems, shown
from trainer.storage.package_zip import damaged, not_a_package


@dataclass(slots=True)
class Unpacking:
    """Takes members in order: the manifest, its signature, the files. A `package_reading.Take`.

    package : how messages call it. into : an empty folder; the files go to ``into/<scenario id>``.
    """

    package: str
    into: Path
    manifest: Manifest | None = None
    manifest_bytes: bytes = b""
    signature: bytes | None = None
    _listed: dict[str, PackedFile] = field(default_factory=dict)
    _found: set[str] = field(default_factory=set)
    _changed: list[Problem] = field(default_factory=list)
    _unfit: list[Problem] = field(default_factory=list)

    def __call__(self, name: str, chunks: Iterator[bytes]) -> None:
        """Take one member. Raises Refusal, and OSError where the disk does."""
        if self.manifest is None:
            self._take_manifest(name, chunks)
        elif name == SIGNATURE and self.signature is None and not self._found:
            self.signature = self._small(chunks, SIGNATURE, SIGNATURE_BYTES)
        else:
            self._take_file(name, chunks)

    def finished(self) -> tuple[Manifest, Path]:
        """The manifest and the scenario's folder. Raises Refusal with everything that was wrong."""
        if self.manifest is None:
            raise not_a_package(self.package, [Problem(MANIFEST, "is missing")])
        if self._unfit:
            raise not_a_package(self.package, self._unfit)
        missing = sorted(set(self._listed) - self._found)
        problems = self._changed + [Problem(shown(name), "is missing") for name in missing]
        hashes = {name: one.sha256 for name, one in self._listed.items()}
        if content_hash(hashes) != self.manifest.content_sha256:
            problems.append(Problem(MANIFEST, "its content_sha256 is not that of its files"))
        if problems:
            raise damaged(problems, self.package)
        return self.manifest, self.into / self.manifest.scenario_id

    def _take_manifest(self, name: str, chunks: Iterator[bytes]) -> None:
        if name != MANIFEST:
            why = "is missing, or does not stand first"
            raise not_a_package(self.package, [Problem(MANIFEST, why)])
        self.manifest_bytes = self._small(chunks, MANIFEST, MANIFEST_BYTES)
        manifest = read_manifest(self.manifest_bytes, self.package)
        names = [one.name for one in manifest.files]
        problems = list(name_problems(names))
        if names != sorted(names):
            problems.append(Problem(MANIFEST, "does not list its files in order"))
        if problems:
            raise not_a_package(self.package, problems)
        self.manifest = manifest
        self._listed = {one.name: one for one in manifest.files}

    def _small(self, chunks: Iterator[bytes], name: str, limit: int) -> bytes:
        data = b""
        for chunk in chunks:
            data += chunk
            if len(data) > limit:
                why = f"has more than {limit:,} bytes"
                raise not_a_package(self.package, [Problem(name, why)])
        return data

    def _take_file(self, name: str, chunks: Iterator[bytes]) -> None:
        listed = self._listed.get(name)
        if listed is None:
            self._changed.append(Problem(shown(name), "is not in the manifest"))
            for _ in chunks:  # its bytes must be passed over, and are kept nowhere
                pass
            return
        self._found.add(name)
        path = self.into / str(self.manifest and self.manifest.scenario_id) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            self._write(file, listed, chunks)

    def _write(self, file: BinaryIO, listed: PackedFile, chunks: Iterator[bytes]) -> None:
        digest, size, head = hashlib.sha256(), 0, b""
        for chunk in chunks:
            size, head = size + len(chunk), head or chunk[:MAGIC_BYTES]
            digest.update(chunk)
            file.write(chunk)
        why = content_problem(head)
        if why is not None:
            self._unfit.append(Problem(shown(listed.name), why))
        if size != listed.size:
            why = f"has {size:,} bytes, its manifest says {listed.size:,}"
            self._changed.append(Problem(shown(listed.name), why))
        elif digest.hexdigest() != listed.sha256:
            self._changed.append(Problem(shown(listed.name), "is not the file that was packed"))
