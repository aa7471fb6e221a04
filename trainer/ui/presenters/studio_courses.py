"""The conventions an author may accept: the program's, those of the case, those packages offer.

Ticking one of a package copies its text into the case; unticking takes the copy out again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trainer.anatomy.convention import Convention
from trainer.anatomy.tables import conventions
from trainer.scenario.brought import convention_of
from trainer.scenario.manuscript.edits import Edit, Remove, SetValue
from trainer.session.third_party import OfferedConvention
from trainer.ui.presenters.studio import StudioPresenter
from trainer.ui.presenters.texts import tr

ACCEPTED, BROUGHT = ("accepted_conventions",), ("brought_conventions",)


@dataclass(frozen=True, slots=True)
class CourseChoice:
    """One line of the list. origin : "" for the program's own. usable : whether it can be taken."""

    id: str
    origin: str
    tip: str
    usable: bool = True

    @property
    def words(self) -> str:
        """Its name, and under it where it comes from."""
        if not self.origin:
            return self.id
        return f"{self.id.partition('/')[2]}\n{tr('from')} {self.origin}"


class CoursesDesk:
    """Accepts and no longer accepts conventions in one case."""

    def __init__(self, presenter: StudioPresenter) -> None:
        self._presenter = presenter
        self._offered = {one.id: one for one in presenter.bench.services.conventions.offered()}

    def choices(self) -> tuple[CourseChoice, ...]:
        """The program's own, what the case brings, what else packages offer here."""
        return (*_own(), *self._of_case(), *self._of_packages())

    def accepts(self, name: str) -> bool:
        """Whether the case accepts a convention."""
        return name in self._accepted

    def accept(self, name: str, on: bool) -> None:
        """One step of undo: the name, and for a package's the text."""
        kept = [one for one in self._accepted if one != name]
        edits: list[Edit] = [SetValue(ACCEPTED, [*kept, name] if on else kept)]
        brought = [one for one in self._brought if one.get("id") != name]
        if on and name in self._offered and len(brought) == len(self._brought):
            edits.append(SetValue(BROUGHT, [*brought, self._offered[name].document]))
        elif not on and len(brought) < len(self._brought):
            edits.append(SetValue(BROUGHT, brought) if brought else Remove(BROUGHT))
        self._presenter.change(*edits, label=tr("Accepted courses"))

    @property
    def _accepted(self) -> list[str]:
        found = self._presenter.value(ACCEPTED, [])
        return list(found) if isinstance(found, list) else []

    @property
    def _brought(self) -> list[dict[str, Any]]:
        found = self._presenter.value(BROUGHT, [])
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    def _of_case(self) -> Iterator[CourseChoice]:
        for one in self._brought:
            name, origin = str(one.get("id", "?")), str(one.get("origin", "?"))
            yield CourseChoice(name, origin, self._tip_of_case(name, one))

    def _of_packages(self) -> Iterator[CourseChoice]:
        brought = {one.get("id") for one in self._brought}
        for name, one in self._offered.items():
            if name not in brought:
                yield CourseChoice(name, one.origin, _tip_of(one), usable=not one.problem)

    def _tip_of_case(self, name: str, one: dict[str, Any]) -> str:
        try:
            tip = _tip(convention_of(name, str(one.get("text", ""))), str(one.get("sha256", "")))
        except ValueError as error:
            return str(error)
        here = self._offered.get(name)
        if here is None or here.problem or here.sha256 == one.get("sha256"):
            return tip
        newer = tr("The installed {origin} has another text; untick and tick again to take it.")
        return f"{tip}\n{newer.format(origin=here.origin)}"


def _own() -> Iterator[CourseChoice]:
    for name, one in conventions().items():
        yield CourseChoice(name, "", tr(one.text))


def _tip_of(one: OfferedConvention) -> str:
    if one.problem:
        return tr("It cannot be used: {problem}").format(problem=one.problem)
    return _tip(convention_of(one.id, one.text), one.sha256)


def _tip(convention: Convention, sha256: str) -> str:
    """What it says, on what it rests, who has checked it, which text it is."""
    checked = convention.reviewer or tr("no clinician has checked it")
    said = tr("Checked: {who}").format(who=checked)
    return "\n".join((convention.text, convention.citation, said, f"SHA-256 {sha256[:12]}"))
