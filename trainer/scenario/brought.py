"""Conventions that a scenario brings along: another package's data, whole and with its hash.

The program's own are named; a brought one stands in the scenario as text, so that whoever opens the
case or scores its attempts needs neither the package nor its version.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import replace
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from trainer.anatomy.convention import Convention, convention_from
from trainer.scenario.part import Part
from trainer.scenario.text import Line, Sha256, unsafe_mark

BROUGHT_PATTERN = r"^[a-z0-9][a-z0-9._-]{0,63}/[a-z0-9][a-z0-9-]{1,63}$"
TEXT_LIMIT = 40_000  # characters; the largest of the program's own has 6,000 (design value)
MOST = 4  # a scenario brings (design value)

BroughtId = Annotated[str, StringConstraints(pattern=BROUGHT_PATTERN)]


def is_brought(name: str) -> bool:
    """Whether an id is one of another package: `package/name`; the program's own hold no slash."""
    return "/" in name


def text_sha256(text: str) -> str:
    """SHA-256 (hex) of a convention file with Unix line ends, as `sha256sum` prints it."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=16)
def convention_of(name: str, text: str) -> Convention:
    """The convention that a text of `package/name` describes; its id is the whole name.

    Raises ValueError naming the place and what is wrong.
    """
    file = f"{name.partition('/')[2]}.toml"
    try:
        found = convention_from(tomllib.loads(text), file)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: {error}") from None
    except RecursionError:
        raise ValueError(f"{file}: is nested too deeply") from None
    return replace(found, id=name)


def _plain(text: str) -> str:
    mark = unsafe_mark(text, "\n\t")
    if mark is not None:
        raise ValueError(f"holds the invisible mark {mark}, which is not shown safely")
    return text


class BroughtConvention(Part):
    """One convention of another package, as it was when the case was made."""

    id: BroughtId = Field(
        description='Package and name, e.g. "example-convention/high-arc-example"; '
        "accepted_conventions names it so."
    )
    origin: Line = Field(description="The package and its version.")
    sha256: Sha256 = Field(description="SHA-256 of the text.")
    text: Annotated[
        str, StringConstraints(min_length=1, max_length=TEXT_LIMIT), AfterValidator(_plain)
    ] = Field(description="The convention's file (docs/plugins.md), word for word.")

    @model_validator(mode="after")
    def _is_what_it_says(self) -> BroughtConvention:
        found = text_sha256(self.text)
        if found != self.sha256:
            raise ValueError(f"text has the SHA-256 {found[:12]}…, sha256 says {self.sha256[:12]}…")
        convention_of(self.id, self.text)
        return self

    @property
    def convention(self) -> Convention:
        """What the text describes."""
        return convention_of(self.id, self.text)
