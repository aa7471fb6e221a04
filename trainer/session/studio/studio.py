"""The studio's front: which cases are being made, begin one, fork one, go on, throw one away."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from trainer.refusal import Refusal
from trainer.scenario.filenames import ASSETS, is_chosen_folder
from trainer.scenario.manuscript.blank import blank, forked
from trainer.scenario.patient import CtPatient, RadiographPatient
from trainer.scenario.scenario import Scenario
from trainer.scenario.yaml_document import read_document
from trainer.scenario.yaml_text import text_of
from trainer.session.services import Services
from trainer.session.studio.ports import ManuscriptCard
from trainer.session.studio.workbench import Workbench

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{1,63}")


class Studio:
    """Everything the studio's first page asks for."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def unfinished(self) -> tuple[ManuscriptCard, ...]:
        """Cases in the making, newest first; published ones say so."""
        return self._services.manuscripts.unfinished()

    def new(self, scenario_id: str, author: str) -> Workbench:
        """Begin with nothing but the house's usual settings. Raises Refusal."""
        self._check(scenario_id)
        return self._opened(blank(scenario_id, author), "", {})

    def fork(self, origin: str, scenario_id: str, author: str) -> Workbench:
        """Begin with a copy of a shipped or own case (id or path). Raises Refusal.

        What lies beside the origin and belongs to its patient is copied; the origin is not changed.
        """
        self._check(scenario_id)
        scenario = self._services.scenarios.load(origin)
        text = self._services.packages.scenario_text(origin)
        document = read_document(text_of(text, origin), origin).value
        if not isinstance(document, dict):  # it was read as a scenario a moment ago
            raise Refusal(f"{origin} cannot be forked", "it changed meanwhile", "Try again")
        beside = self._beside(scenario)
        return self._opened(forked(document, scenario_id, author), scenario.id, beside)

    def revise(self, scenario_id: str) -> Workbench:
        """Go on with an own published case as its next version. Raises Refusal.

        Where a manuscript of it is still in the studio's list, `reopen` that one instead.
        """
        if not self._services.manuscripts.own(scenario_id):
            raise Refusal(
                f"{scenario_id} cannot be changed",
                "it is not one of your own cases",
                "Fork it, and give it an id of its own",
            )
        scenario = self._services.scenarios.load(scenario_id)
        text = self._services.packages.scenario_text(scenario_id)
        document: Any = read_document(text_of(text, scenario_id), scenario_id).value
        fresh = {**document, "version": scenario.version + 1}
        return self._opened(fresh, scenario_id, self._beside(scenario))

    def reopen(self, key: str) -> Workbench:
        """Go on with a case in the making. Raises Refusal: IN_USE where another studio has it."""
        return Workbench(self._services, self._services.manuscripts.reopen(key))

    def discard(self, key: str) -> None:
        """Throw a manuscript away; what was published stays. Raises Refusal."""
        card = next((one for one in self.unfinished() if one.key == key), None)
        self._services.manuscripts.discard(key)
        if card is not None and card.published is not None:
            with suppress(Refusal):  # its files are looked for in the library from now on
                self._services.scenarios.load(card.scenario_id)

    def free_id(self, wanted: str) -> str:
        """An id near to some text that neither the library nor another manuscript has."""
        plain = re.sub(r"[^a-z0-9]+", "-", wanted.casefold()).strip("-")[:56]
        stem = plain if len(plain) > 1 else "my-case"
        taken = {*self._services.scenarios.identifiers()}
        taken |= {one.scenario_id for one in self.unfinished()}
        names = itertools.chain([stem], (f"{stem}-{n}" for n in itertools.count(2)))
        return next(name for name in names if name not in taken)

    def _opened(
        self, base: Mapping[str, Any], origin: str, beside: Mapping[str, Path]
    ) -> Workbench:
        file = self._services.manuscripts.create(base, origin, beside)
        return Workbench(self._services, file)

    def _check(self, scenario_id: str) -> None:
        if not _SLUG.fullmatch(scenario_id):
            raise Refusal(
                f"{scenario_id!r} is no id",
                "an id has 2 to 64 small letters, digits and hyphens",
                "Choose another one",
            )
        if scenario_id in self._services.scenarios.identifiers():
            raise Refusal(
                f"The id {scenario_id!r} is taken",
                "a case of that id is in the library",
                f"Choose another one, such as {self.free_id(scenario_id)}",
            )

    def _beside(self, scenario: Scenario) -> dict[str, Path]:
        """Files and folders beside a case that belong to its patient, and its reference run."""
        patient, source = scenario.patient, self._services.scenarios
        found: dict[str, Path] = {}
        if isinstance(patient, CtPatient) and not is_chosen_folder(patient.folder):
            found[patient.folder] = source.patient_path(scenario, patient.folder)
        if isinstance(patient, RadiographPatient):
            for picture in patient.pictures:
                if not picture.file.startswith(ASSETS):
                    found[picture.file] = source.picture_path(scenario, picture.file)
        return found
