"""A standard set by judges, attached to an exam: the sheet, its cut, and the definition with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.assessment.angoff import Angoff, angoff
from trainer.assessment.exams.canonical import definition_bytes, read_definition
from trainer.assessment.exams.definition import ExamDefinition, StandardSetting
from trainer.refusal import Problem, Refusal

if TYPE_CHECKING:
    from trainer.session.services import Services

PERMILLE = 1000
LEAST_JUDGES = 2  # one judge has no standard error


@dataclass(frozen=True, slots=True)
class Sheet:
    """Estimates: of each judge the mark of 100 that a borderline candidate gets at each station.

    The extended Angoff for marks (Hambleton and Plake 1995); None where nothing was entered.
    """

    judges: tuple[str, ...]
    stations: tuple[str, ...]
    estimates: tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class SheetCut:
    """cut, se : thousandths of the mean mark; se None for one judge. found : all of it."""

    cut: int
    se: int | None
    found: Angoff


def stations_of(definition: ExamDefinition) -> tuple[str, ...]:
    """What judges look at: each station of each form once, with its scenario."""
    told = (f"{one.id}: {one.scenario}" for form in definition.forms for one in form.stations)
    return tuple(dict.fromkeys(told))


def cut_of(sheet: Sheet) -> SheetCut:
    """Raises Refusal with every cell that is missing or no mark."""
    wrong = tuple(
        Problem(f"{judge}, {station}", "it needs a mark, 0 to 100")
        for judge, row in zip(sheet.judges, sheet.estimates, strict=True)
        for station, mark in zip(sheet.stations, row, strict=True)
        if mark is None or not 0 <= mark <= 100
    )
    if wrong or not sheet.judges or not sheet.stations:
        raise Refusal(
            "There is no cut yet",
            "every judge estimates every station",
            "Enter a mark of 0 to 100 in every cell",
            problems=wrong,
        )
    found = angoff([[(mark or 0) / 100 for mark in row] for row in sheet.estimates])
    se = None if found.se is None else round(PERMILLE * found.se / found.items)
    return SheetCut(round(PERMILLE * found.share), se, found)


class StandardDesk:
    """Reads a definition, writes one with its standard. Everything raises Refusal."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def definition(self, path: Path) -> ExamDefinition:
        """The exam of a file."""
        return read_definition(self._services.exams.definition_bytes(path), path.name)

    def attach(
        self, path: Path, out: Path, sheet: Sheet, today: str, record: str
    ) -> ExamDefinition:
        """Write the exam with this cut as its next version: a used exam is never edited.

        today : ISO date. record : who judged, on what, where the papers are.
        """
        definition, cut = self.definition(path), cut_of(sheet)
        if len(sheet.judges) < LEAST_JUDGES or cut.se is None:
            raise Refusal(
                "The standard was not attached",
                "one judge alone has no standard error",
                "Let at least two judges fill in the sheet",
            )
        if tuple(sheet.stations) != stations_of(definition):
            raise Refusal(
                "The standard was not attached",
                "the sheet was filled in for other stations",
                "Open the exam's file again and enter the estimates for it",
            )
        standard = StandardSetting(
            method="angoff",
            done_on=today,
            judges=len(sheet.judges),
            standard_error=cut.se,
            record=record,
        )
        changed = definition.cut.model_copy(update={"mean_mark": cut.cut, "standard": standard})
        made = definition.model_copy(update={"version": definition.version + 1, "cut": changed})
        made = read_definition(definition_bytes(made), out.name)
        self._services.exams.save_definition(out, definition_bytes(made))
        return made


def empty_sheet(stations: Sequence[str], judges: Sequence[str]) -> Sheet:
    """Nothing entered yet."""
    return Sheet(tuple(judges), tuple(stations), tuple((None,) * len(stations) for _ in judges))


def sheet_table(sheet: Sheet) -> tuple[tuple[str, ...], list[tuple[str | int | None, ...]]]:
    """For export: a row a judge."""
    rows = zip(sheet.judges, sheet.estimates, strict=True)
    return ("judge", *sheet.stations), [(judge, *row) for judge, row in rows]
