"""Scenario packages as the use cases see them: packed, verified, installed, signed, sealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What a package is. content_sha256 : of its files, whoever packed or signed them.

    signed_by : fingerprint of the key that signed it, None where nobody did. trusted : whether that
    is the key the caller trusts. encrypted : whether it was sealed for an exam. left_out : files of
    the scenario's folder that were not packed.
    """

    scenario_id: str
    version: int
    title: str
    schema_version: int
    program_version: str
    content_sha256: str
    files: tuple[str, ...]
    size: int
    signed_by: str | None
    trusted: bool
    encrypted: bool
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Installed:
    """What an installation did. outcome : "installed", "replaced" or "unchanged"."""

    facts: PackageFacts
    folder: Path
    outcome: str


@dataclass(frozen=True, slots=True)
class Opening:
    """What a caller brings to a package. trust : a public key file whose signature is demanded.

    passphrase : of an encrypted one.
    """

    trust: Path | None = None
    passphrase: str | None = None


NO_KEYS = Opening()


class PictureCheck(Protocol):
    """Looks at foreign picture files in a limited child process."""

    def leftovers_of(self, paths: Sequence[Path]) -> tuple[tuple[str, ...], ...]:
        """What each PNG, JPEG or DICOM file says beside its picture, in short words.

        Raises Refusal where one is no picture.
        """


class PackageStore(Protocol):
    """Makes, checks and installs scenario packages. Everything raises Refusal."""

    def pack(
        self, name: str, out: Path, sign: Path | None = None, passphrase: str | None = None
    ) -> PackageFacts:
        """Write the package of a scenario (id or path), whole or not at all.

        sign : a private key file. passphrase : encrypts the whole package for an exam.
        """

    def verify(self, path: Path, opening: Opening = NO_KEYS) -> PackageFacts:
        """Check everything that `install` checks; nothing is kept."""

    def install(
        self, path: Path, opening: Opening = NO_KEYS, *, replace: bool = False
    ) -> Installed:
        """Put a package's scenario into the user's library, whole or not at all.

        replace : a higher version may take the place of a lower one.
        """

    def new_key(self, path: Path) -> str:
        """Make a pair of keys, `path` and `path`.pub; returns the fingerprint."""

    def scenario_text(self, name: str) -> bytes:
        """The file of a scenario (id or path) as its author wrote it."""

    def table_bytes(self, path: Path) -> bytes:
        """The bytes of a table file."""

    def write_scenarios(
        self, folder: Path, texts: dict[str, bytes], beside: Mapping[str, bytes] | None = None
    ) -> None:
        """Write new scenarios by id into a new folder, all of them or none.

        beside : files about all of them, by name.
        """
