"""The patient of a scenario, kept while it is needed."""

from __future__ import annotations

import hashlib
import json
import os
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.anatomy.synthetic.person import GENERATOR, GENERATOR_VERSION, Person
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.canonical import sha256
from trainer.scenario.patient import CtPatient, Picture, RadiographPatient, SyntheticPatient
from trainer.scenario.scenario import Scenario
from trainer.session.patient_ports import GeneratedPatients, ImageReader, PatientStore
from trainer.session.ports import ScenarioSource
from trainer.session.waiting import IN_SILENCE, Waiting

if TYPE_CHECKING:  # patients are arrays; a command that opens none loads no numpy
    from trainer.anatomy.patient import Patient, RadiographView


def _synthetic_thorax(person: Person, waiting: Waiting) -> Patient:
    from trainer.anatomy.synthetic.thorax import CancelledError, synthetic_thorax

    try:
        return synthetic_thorax(person, waiting.progress, waiting.cancelled)
    except CancelledError:
        raise Refusal(
            "The patient was not built", "that was cancelled", "Open the scenario again"
        ) from None


GENERATORS: Mapping[tuple[str, int], Callable[[Person, Waiting], Patient]] = {
    (GENERATOR, GENERATOR_VERSION): _synthetic_thorax,
}
KEPT = 2  # patients in memory: the one in use and the last


class PatientCache:
    """Builds, loads or reads a scenario's patient once; the newest two stay in memory.

    Two scenarios on one person share the patient. generated : what is built is kept there too.
    """

    def __init__(
        self,
        scenarios: ScenarioSource,
        store: PatientStore,
        reader: ImageReader,
        generated: GeneratedPatients | None = None,
    ) -> None:
        self._scenarios = scenarios
        self._store = store
        self._reader = reader
        self._generated = generated
        self._kept: OrderedDict[str, Patient] = OrderedDict()

    def reading_from(self, scenarios: ScenarioSource) -> PatientCache:
        """Another cache like this one, for scenarios that lie elsewhere."""
        return PatientCache(scenarios, self._store, self._reader, self._generated)

    def patient_of(self, scenario: Scenario, waiting: Waiting = IN_SILENCE) -> Patient:
        """The patient. Raises Refusal where it cannot be had or is not the one that was meant.

        waiting : told how far building is, and asked whether anybody still waits.
        """
        key = _key_of(scenario)
        plain = self._keeping(key, lambda: self._make(scenario, key, waiting))
        brought = scenario.brought_conventions
        if not brought:
            return plain
        from trainer.session.brought_nerves import person_of, with_brought

        hashes = "+".join(f"{one.id}:{one.sha256}" for one in brought)
        return self._keeping(
            f"{key}+{hashes}", lambda: with_brought(plain, brought, person_of(scenario))
        )

    def of_person(self, person: Person, waiting: Waiting = IN_SILENCE) -> Patient:
        """The patient that this release builds of a person; shared with scenarios on that person.

        Raises Refusal where that was cancelled.
        """
        key = _key_of_person(GENERATOR, GENERATOR_VERSION, person)
        generator = GENERATORS[GENERATOR, GENERATOR_VERSION]
        return self._keeping(key, lambda: self._generate(generator, person, key, waiting))

    def _keeping(self, key: str, make: Callable[[], Patient]) -> Patient:
        if key not in self._kept:
            self._kept[key] = make()
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]

    def _make(self, scenario: Scenario, key: str, waiting: Waiting) -> Patient:
        wanted = scenario.patient
        if isinstance(wanted, SyntheticPatient):
            return self._built(wanted, key, waiting)
        if isinstance(wanted, CtPatient):
            return self._stored(scenario, wanted)
        return self._pictures(scenario, wanted)

    def _built(self, wanted: SyntheticPatient, key: str, waiting: Waiting) -> Patient:
        return self._generate(_generator_of(wanted), wanted.person(), key, waiting)

    def _generate(
        self,
        generator: Callable[[Person, Waiting], Patient],
        person: Person,
        key: str,
        waiting: Waiting,
    ) -> Patient:
        kept = self._generated.load(key) if self._generated else None
        if kept is not None:
            return kept
        patient = generator(person, waiting)
        if self._generated:
            self._generated.save(key, patient)
        return patient

    def _stored(self, scenario: Scenario, wanted: CtPatient) -> Patient:
        patient = self._store.load(self._scenarios.patient_path(scenario, wanted.folder))
        if patient.sha256 != wanted.sha256:
            raise Refusal(
                f"{scenario.id} cannot be opened",
                f"its patient folder holds {patient.sha256[:12]}, the scenario was made for "
                f"{wanted.sha256[:12]}",
                "Import the CT again, or get the folder the scenario came with",
                code=ExitCode.INTEGRITY,
            )
        return patient

    def _pictures(self, scenario: Scenario, wanted: RadiographPatient) -> Patient:
        from trainer.anatomy.patient import Patient, PatientKind

        return Patient(
            PatientKind.RADIOGRAPH,
            radiographs=tuple(
                view
                for _, alike in groupby(
                    wanted.pictures, lambda one: (one.calibration is None, one.orientation)
                )
                for view in self._read(scenario, tuple(alike))
            ),
        )

    def _read(self, scenario: Scenario, wanted: Sequence[Picture]) -> Iterator[RadiographView]:
        """Pictures of one orientation, in one go: each go costs the start of a child process."""
        paths = [self._scenarios.picture_path(scenario, picture.file) for picture in wanted]
        for path, picture in zip(paths, wanted, strict=True):
            _same_bytes(path, picture)
        if wanted[0].calibration is not None:
            yield from calibrated_views(self._reader, paths, wanted)
            return
        views = self._reader.read_radiographs(paths, wanted[0].orientation)
        for view, picture in zip(views, wanted, strict=True):
            yield replace(view, name=picture.name)


def calibrated_views(
    reader: ImageReader, paths: Sequence[Path], wanted: Sequence[Picture]
) -> Iterator[RadiographView]:
    """Pictures whose geometry the scenario brings: pixels as stored, dense is dark."""
    from trainer.anatomy.patient import RadiographView
    from trainer.geometry.angles import angles_of

    for found, picture in zip(reader.read_pictures(paths), wanted, strict=True):
        assert picture.calibration is not None, "only calibrated pictures come here"
        view = picture.calibration.view(found.size_px)
        oblique_deg, tilt_deg = angles_of(view)
        yield RadiographView(picture.name, found.grey, view, oblique_deg, tilt_deg)


def _key_of(scenario: Scenario) -> str:
    """What the patient is made from: a person and a generator, or a scenario's own files."""
    wanted = scenario.patient
    if not isinstance(wanted, SyntheticPatient):
        return f"{scenario.id}:{sha256(scenario)}"
    return _key_of_person(wanted.generator, wanted.generator_version, wanted.person())


def _key_of_person(generator: str, version: int, person: Person) -> str:
    built_from = [generator, version, person.document()]
    return hashlib.sha256(json.dumps(built_from, sort_keys=True).encode()).hexdigest()


def _generator_of(wanted: SyntheticPatient) -> Callable[[Person, Waiting], Patient]:
    generator = GENERATORS.get((wanted.generator, wanted.generator_version))
    if generator is None:
        raise Refusal(
            "The patient cannot be built",
            f"this program has no {wanted.generator} version {wanted.generator_version}",
            "Open the scenario with the release it was made for, or publish a new version of it",
        )
    return generator


def _same_bytes(path: Path, wanted: Picture) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise Refusal(
            f"The picture {path.name} cannot be read",
            os.strerror(error.errno or 0),
            "Put it beside the scenario, or get the whole scenario again",
        ) from None
    if found != wanted.sha256:
        raise Refusal(
            f"The picture {path.name} is not the one this scenario was made with",
            f"its SHA-256 begins {found[:12]}, expected is {wanted.sha256[:12]}",
            "Get the whole scenario again; nothing was changed",
            code=ExitCode.INTEGRITY,
        )
