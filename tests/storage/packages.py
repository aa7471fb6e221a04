"""A library to pack from and one to install into, and packages made wrong on purpose."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.scenario.documents import RADIOGRAPH, SYNTHETIC, Document, as_file, changed
from trainer.anatomy.patient import Patient, PatientKind, RadiographView
from trainer.geometry.carm import CArmPose
from trainer.scoring.rubric import rubric_problems
from trainer.storage.package_manifest import (
    MANIFEST,
    Manifest,
    PackedFile,
    content_hash,
    manifest_bytes,
)
from trainer.storage.package_reading import Reading, Take, read_here
from trainer.storage.package_staging import FOLDER, LOCK
from trainer.storage.package_store import PackageFolder
from trainer.storage.package_zip import packed
from trainer.storage.patient_folder import PatientFolderStore
from trainer.storage.scenario_library import ScenarioLibrary

NAME = "a-test"


@dataclass(frozen=True)
class House:
    """Somebody's program: a shipped folder, an own one, and the packages made from them."""

    root: Path
    reading: Reading

    @property
    def own(self) -> Path:
        return self.root / "own"

    @property
    def library(self) -> ScenarioLibrary:
        return ScenarioLibrary([self.root / "shipped", self.own], judge=rubric_problems)

    @property
    def store(self) -> PackageFolder:
        return PackageFolder(
            self.library, PatientFolderStore(), rubric_problems, reading=self.reading
        )

    def put(self, document: Document, files: Mapping[str, bytes] = {}) -> Path:
        home = self.own / str(document["id"])
        home.mkdir(parents=True, exist_ok=True)
        (home / "scenario.yaml").write_bytes(as_file(document))
        for name, data in files.items():
            (home / name).write_bytes(data)
        return home

    def tree(self) -> dict[str, bytes]:
        """Every file of the own folder, the lock aside."""
        found = (path for path in sorted(self.own.rglob("*")) if path.is_file())
        named = {path.relative_to(self.own).as_posix(): path.read_bytes() for path in found}
        named.pop(f"{FOLDER}/{LOCK}", None)
        return named

    def visible(self) -> tuple[str, ...]:
        return self.library.identifiers()


def read_in_process(path: Path, take: Take) -> None:
    """What the child does, without a child: quick."""
    with path.open("rb") as stream:
        read_here(stream, str(path), take)


def house(root: Path, reading: Reading = read_in_process) -> House:
    (root / "shipped").mkdir(parents=True)
    return House(root, reading)


def film_case(version: int = 1) -> tuple[Document, dict[str, bytes]]:
    """A radiograph scenario with one picture of its own and notes beside it."""
    picture = b"\0" * 128 + b"DICM the AP picture"
    wanted = ("patient", "pictures")
    document = changed(
        RADIOGRAPH,
        (("version",), version),
        ((*wanted, 0, "sha256"), hashlib.sha256(picture).hexdigest()),
        ((*wanted,), RADIOGRAPH["patient"]["pictures"][:1]),
        ((*wanted, 0, "sha256"), hashlib.sha256(picture).hexdigest()),
        (("targets", 0, "picture_points"), {"AP": [500.5, 480]}),
        (("required_views",), []),
    )
    return document, {"ap.dcm": picture, "notes.md": "Größe\n".encode(), "draft.bak": b"old"}


def a_patient() -> Patient:
    """The smallest patient folder: one picture."""
    pose = CArmPose(0.0, 0.0, matrix_px=8)
    grey = np.arange(64, dtype=np.uint16).reshape(8, 8)
    view = RadiographView("AP", grey, pose.view, 0.0, 0.0)
    return Patient(PatientKind.RADIOGRAPH, radiographs=(view,))


def package(
    files: Mapping[str, bytes], document: Document | None = None, /, **claims: object
) -> list[tuple[str, bytes]]:
    """The members of a package of these files; claims replace fields of the manifest."""
    document = document or SYNTHETIC
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    manifest = Manifest(
        format="rhizotomy-scenario-package",
        format_version=1,
        program_version="1.0",
        scenario_id=str(document["id"]),
        scenario_version=int(document["version"]),
        schema_version=int(document["schema_version"]),
        content_sha256=content_hash(hashes),
        files=tuple(
            PackedFile(name=name, size=len(data), sha256=hashes[name])
            for name, data in sorted(files.items())
        ),
    )
    text = manifest_bytes(manifest)
    if claims:
        text = (json.dumps(json.loads(text) | claims, sort_keys=True, indent=1) + "\n").encode()
    return [(MANIFEST, text), *sorted(files.items())]


def plain(**changes: object) -> dict[str, bytes]:
    """The files of the synthetic scenario, top-level fields changed."""
    return {"scenario.yaml": as_file(SYNTHETIC | changes)}


def whole(version: int = 1, **changes: object) -> bytes:
    """The bytes of a good package."""
    document = SYNTHETIC | {"version": version} | changes
    return packed(package({"scenario.yaml": as_file(document)}, document))
