"""Metrics of others, beside a score and never in it: what a plug-in measured, or why it did not."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from trainer.attempt.log import AttemptLog

WEIGHT = 0  # scoring is pure and the same everywhere: what another program says cannot count in it


@dataclass(frozen=True, slots=True)
class ThirdPartyValue:
    """What one plug-in says of an attempt.

    id : "third-party:<distribution>/<name>". source : distribution and its version. version : of
    the metric, 0 where it did not answer. value : None where it has none. problem : why it did not
    answer, "" where it did. weight : always 0.
    """

    id: str
    source: str
    version: int = 0
    title: str = ""
    unit: str = ""
    better: str = ""
    value: int | None = None
    problem: str = ""
    weight: int = WEIGHT

    @property
    def document(self) -> dict[str, Any]:
        """As `attempt score --json` tells it under `third_party`."""
        return asdict(self)


class ThirdPartyMetrics(Protocol):
    """The metrics that other packages bring."""

    def measure(self, log: AttemptLog) -> tuple[ThirdPartyValue, ...]:
        """What each says of an attempt, in order of their ids; never raises for a plug-in."""


@dataclass(frozen=True, slots=True)
class OfferedConvention:
    """A nerve convention that an installed package offers; a case takes a copy of its text.

    id : "package/name". origin : the package and its version. problem : why it cannot be used, ""
    where it can; then all else is there. reviewer : "" where no clinician has checked it.
    """

    id: str
    origin: str
    sha256: str = ""
    text: str = ""
    title: str = ""
    summary: str = ""
    citation: str = ""
    reviewer: str = ""
    levels: tuple[str, ...] = ()
    problem: str = ""

    @property
    def document(self) -> dict[str, str]:
        """As it stands under `brought_conventions` in a scenario."""
        return {"id": self.id, "origin": self.origin, "sha256": self.sha256, "text": self.text}


class ThirdPartyConventions(Protocol):
    """The nerve conventions that other packages offer."""

    def offered(self) -> tuple[OfferedConvention, ...]:
        """What is there, in order of their ids; never raises for a plug-in."""
