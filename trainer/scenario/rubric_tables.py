"""The rubrics that ship with the program, and the register that keeps them as they were."""

from __future__ import annotations

import functools
import hashlib
import json
import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

from pydantic import ValidationError

from trainer.scenario.rubric_named import AnyRubric, NamedRubric, WholeRubric, changed_rubric
from trainer.scenario.rubric_parts import RubricOfParts
from trainer.scenario.spelling import nearest

RubricKey = tuple[str, int]
# In the order in which lists show them. A version that shipped once stays, as it was.
# Version 1 of the first three was of the first form and stood in the scenarios themselves.
SHIPPED: tuple[RubricKey, ...] = (
    ("placement", 2),
    ("block", 2),
    ("rhizotomy", 2),
    ("rhizotomy", 3),
    ("drill", 1),
    ("drill", 2),
    ("drill-skill", 1),
    ("case", 1),
)
_FROZEN = "rubrics/frozen.json"


@functools.cache
def shipped_rubrics() -> Mapping[RubricKey, RubricOfParts]:
    """All shipped rubrics by id and version. Raises ValueError where a file is not as it should."""
    return MappingProxyType({key: _read(*key) for key in SHIPPED})


@functools.cache
def frozen_rubrics() -> Mapping[RubricKey, str]:
    """SHA-256 (hex) of every rubric that has shipped, by id and version."""
    raw = json.loads(_bytes(_FROZEN))
    return MappingProxyType(
        {(name, int(version)): sha for name, known in raw.items() for version, sha in known.items()}
    )


def rubric_sha256(rubric: WholeRubric) -> str:
    """SHA-256 (hex) of a whole rubric: of its document with sorted keys, no spaces, ASCII."""
    text = json.dumps(rubric.model_dump(mode="json"), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def rubric_named(named: NamedRubric) -> RubricOfParts:
    """The whole rubric that a name stands for.

    Raises ValueError where none of that name and version ships, or a change does not fit it.
    """
    base = shipped_rubrics().get((named.base, named.version))
    if base is None:
        known = [name for name, _ in SHIPPED]
        versions = [str(version) for name, version in SHIPPED if name == named.base]
        hint = f"; known: {', '.join(versions)}" if versions else nearest(named.base, known)
        raise ValueError(f"no rubric {named.base!r} version {named.version} ships{hint}")
    return changed_rubric(base, named)


def whole_rubric(rubric: AnyRubric) -> WholeRubric:
    """The rubric itself, or the one that its name stands for. Raises ValueError."""
    return rubric_named(rubric) if isinstance(rubric, NamedRubric) else rubric


def _read(name: str, version: int) -> RubricOfParts:
    file = f"rubrics/{name}-{version}.toml"
    try:
        document = tomllib.loads(_bytes(file).decode())
        found = RubricOfParts.model_validate_json(json.dumps(document))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as error:
        raise ValueError(f"{file}: {error}") from error
    if (found.id, found.version) != (name, version):
        raise ValueError(f"{file}: it says {found.id} version {found.version}")
    return found


def _bytes(file: str) -> bytes:
    return resources.files(__package__).joinpath(*file.split("/")).read_bytes()


__all__ = [
    "SHIPPED",
    "frozen_rubrics",
    "rubric_named",
    "rubric_sha256",
    "shipped_rubrics",
    "whole_rubric",
]
