"""What every part of a scenario is: frozen, strict, with no unknown fields."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from trainer.scenario.spelling import nearest

WORLD_LIMIT_MM = 3000.0  # no patient and no room is larger

Millimetre = Annotated[float, Field(ge=-WORLD_LIMIT_MM, le=WORLD_LIMIT_MM)]
WorldPoint = tuple[Millimetre, Millimetre, Millimetre]


class Part(BaseModel):
    """A frozen value that refuses unknown fields, NaN, and one type passed off as another."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


def one_of(known: Collection[str], what: str) -> Callable[[str], str]:
    """A check that a name is one of a table's, e.g. for `AfterValidator`."""

    def check(name: str) -> str:
        if name not in known:
            raise ValueError(f"{name!r} is not a known {what}{nearest(name, known)}")
        return name

    return check
