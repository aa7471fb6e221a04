"""What a check found: everything that is wrong, each with its place, in plain words."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was written. line : from 1, None where it is about the whole."""

    file: str
    line: int | None
    why: str

    def __str__(self) -> str:
        """One sentence with its place."""
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.why}"


@dataclass(slots=True)
class Report:
    """Filled while a record is checked. notes : what could not be asked, nothing wrong in itself.

    facts : what the record says of itself, for people to compare: names to values.
    """

    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def find(self, file: str, line: int | None, why: str) -> None:
        """Add a finding."""
        self.findings.append(Finding(file, line, why))
