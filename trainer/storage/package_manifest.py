"""What a package says of itself: which scenario, made by what, every file with its SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from trainer.refusal import Problem, Refusal
from trainer.scenario.scenario import SCHEMA_VERSION
from trainer.scenario.text import Line, Sha256, Slug, printable
from trainer.storage.package_limits import MEMBERS, NAME_BYTES, PACKAGE_BYTES
from trainer.storage.package_zip import not_a_package

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
FORMAT: Literal["rhizotomy-scenario-package"] = "rhizotomy-scenario-package"
FORMAT_VERSION: Literal[1] = 1
_UPDATE = "Update this program, or ask the author for a copy that it can read; nothing was changed"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PackedFile(_Part):
    """One file of the scenario."""

    name: Annotated[str, Field(min_length=1, max_length=NAME_BYTES)]
    size: Annotated[int, Field(ge=0, le=PACKAGE_BYTES)]
    sha256: Sha256


class Manifest(_Part):
    """The whole statement. content_sha256 : `content_hash` of the files."""

    format: Literal["rhizotomy-scenario-package"]
    format_version: Literal[1]
    program_version: Line
    scenario_id: Slug
    scenario_version: Annotated[int, Field(ge=1, le=100_000)]
    schema_version: Annotated[int, Field(ge=0, le=100_000)]
    content_sha256: Sha256
    files: Annotated[tuple[PackedFile, ...], Field(min_length=1, max_length=MEMBERS)]


def content_hash(files: Mapping[str, str]) -> str:
    """SHA-256 (hex) of a scenario folder's files. files : name to SHA-256 (hex)."""
    listed = "".join(f"{digest}  {name}\n" for name, digest in sorted(files.items()))
    return hashlib.sha256(listed.encode()).hexdigest()


def manifest_bytes(manifest: Manifest) -> bytes:
    """The one spelling of a manifest; what a signature signs."""
    document = manifest.model_dump(mode="json")
    return (json.dumps(document, sort_keys=True, indent=1) + "\n").encode("ascii")


def read_manifest(data: bytes, package: str) -> Manifest:
    """The manifest of these bytes. Raises Refusal; a newer one is told from a damaged one."""
    try:
        document = json.loads(data.decode("ascii"))
    except (ValueError, RecursionError):
        raise _wrong(package, "is not JSON in ASCII") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _wrong(package, "is not that of a scenario package")
    _not_newer(package, document.get("format_version"), FORMAT_VERSION, "package format")
    _not_newer(package, document.get("schema_version"), SCHEMA_VERSION, "scenario schema")
    try:
        manifest = Manifest.model_validate_json(data)
    except ValidationError as error:
        raise not_a_package(package, _findings(error)) from None
    if manifest_bytes(manifest) != data:
        raise _wrong(package, "is not spelled as this program spells it")
    return manifest


def _findings(error: ValidationError) -> list[Problem]:
    return [
        Problem(f"{MANIFEST} {printable('.'.join(map(str, one['loc'])))[:100]}", one["msg"])
        for one in error.errors(include_url=False, include_input=False)
    ]


def _not_newer(package: str, found: object, known: int, what: str) -> None:
    if isinstance(found, int) and found > known:
        raise Refusal(
            f"{package} was not read",
            f"its {what} {str(found)[:20]} is newer than this program, which reads up to {known}",
            _UPDATE,
        )


def _wrong(package: str, why: str) -> Refusal:
    return not_a_package(package, [Problem(MANIFEST, why)])
