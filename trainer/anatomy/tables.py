"""The packaged conventions, read once."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

from trainer.anatomy.convention import Convention, convention_from

# In the order in which lists show them.
CONVENTION_IDS = ("chua-bogduk-1995", "sap-tp-junction", "koutp-2022")


@functools.cache
def conventions() -> Mapping[str, Convention]:
    """All conventions by id. Raises ValueError where a file is not what it should be."""
    return MappingProxyType(
        {name: _read(f"{name}.toml", _bytes(f"{name}.toml")) for name in CONVENTION_IDS}
    )


def _bytes(file: str) -> bytes:
    return resources.files(__package__).joinpath("conventions", file).read_bytes()


def _read(file: str, raw: bytes) -> Convention:
    try:
        document = tomllib.loads(raw.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{file}: {error}") from error
    return convention_from(document, file)
