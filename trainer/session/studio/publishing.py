"""From a manuscript to a case of the user's library: whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainer.refusal import Problem, Refusal
from trainer.scenario.authoring import yaml_of
from trainer.scenario.filenames import ASSETS, is_chosen_folder
from trainer.scenario.manuscript.edits import SetValue
from trainer.scenario.manuscript.tidy import tidy
from trainer.scenario.patient import CtPatient, RadiographPatient
from trainer.scenario.reading import read_scenario
from trainer.scenario.scenario import Scenario
from trainer.scoring.rubric import rubric_problems
from trainer.session.studio.trial import CURRENT, reference_state
from trainer.session.studio.workbench import REFERENCE, SHADOW, Workbench

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".dcm"})
MOST_TOLD = 6
TOLD_BESIDE = frozenset({".md", ".txt", ".png", ".jpg", ".jpeg"})  # as a package takes along


@dataclass(frozen=True, slots=True)
class Published:
    """replaced : the version that was there before, None for none."""

    id: str
    version: int
    folder: Path
    replaced: int | None


def next_version(bench: Workbench) -> int:
    """The version that the case needs: above the one in the user's library, 1 where none is."""
    there = _there(bench)
    return 1 if there is None else there.version + 1


def publish(bench: Workbench) -> Published:
    """Put the case into the user's library, where every list shows it at once. Raises Refusal.

    Refused with all notes while one of them stops it, where a shipped case has the id, and where an
    own one of that id has this version or a higher one.
    """
    bench.build_patient()  # what the patient lacks is among the notes
    _refuse_unfinished(bench)
    there = _there(bench)
    _refuse_taken(bench, there)
    name = str(bench.value(("id",)))
    text = yaml_of(tidy(bench.document))
    scenario = _read_back(text, name)
    services, kept = bench.services, _kept(bench, scenario)
    _refuse_telling(bench, kept)
    folder = services.manuscripts.publish(bench.file, name, text, kept)
    services.scenarios.load(name)  # its files are found there from now on
    bench.file.published(scenario.version)
    return Published(name, scenario.version, folder, None if there is None else there.version)


def count_up(bench: Workbench) -> bool:
    """Give the case the version it needs; one step. Raises Refusal."""
    return bench.change(SetValue(("version",), next_version(bench)))


def _refuse_unfinished(bench: Workbench) -> None:
    stops = [one for one in bench.notes() if one.stops]
    if stops:
        raise Refusal(
            "The case was not published",
            f"{len(stops)} thing(s) are missing or wrong",
            "Mend what the list names; your work is safe",
            problems=tuple(Problem(one.where, one.message) for one in stops),
        )


def _there(bench: Workbench) -> Scenario | None:
    """The user's own case of that id, if there is one."""
    name = str(bench.value(("id",)))
    if not bench.services.manuscripts.own(name):
        return None
    return bench.services.scenarios.load(name)


def _refuse_taken(bench: Workbench, there: Scenario | None) -> None:
    name, version = str(bench.value(("id",))), int(bench.value(("version",)))
    if there is None and name in bench.services.scenarios.identifiers():
        raise Refusal(
            "The case was not published",
            f"a case that ships with this program is called {name}",
            "Give yours another id",
        )
    if there is not None and there.version >= version:
        raise Refusal(
            "The case was not published",
            f"{name} is in your library in version {there.version}, and this is version {version}",
            f"Publish it as version {there.version + 1}",
        )


def _refuse_telling(bench: Workbench, kept: tuple[str, ...]) -> None:
    """Pictures say nothing beside what they show, as a package demands of them too."""
    names = [name for name in kept if Path(name).suffix.casefold() in PICTURES]
    if not names:
        return
    found = bench.services.reader.leftovers_of([bench.folder / name for name in names])
    problems = tuple(
        Problem(name, f"may name a person: it holds {', '.join(told[:MOST_TOLD])}")
        for name, told in zip(names, found, strict=True)
        if told
    )
    if problems:
        raise Refusal(
            "The case was not published",
            f"{len(problems)} of its pictures may name a person",
            "Save them anew without texts, camera data and captions",
            problems=problems,
        )


def _read_back(text: bytes, name: str) -> Scenario:
    """The scenario as everybody will read it: the very bytes that are published."""
    return read_scenario(text, name, rubric_problems)


def _kept(bench: Workbench, scenario: Scenario) -> tuple[str, ...]:
    """Files and folders of the manuscript that belong to the case."""
    named = _named(scenario)
    told = {
        path.name
        for path in bench.folder.iterdir()
        if path.is_file() and path.suffix.casefold() in TOLD_BESIDE and path.name != SHADOW
    }
    run = {REFERENCE} if reference_state(bench) == CURRENT else set()
    return tuple(sorted(named | told | run))


def _named(scenario: Scenario) -> set[str]:
    patient = scenario.patient
    if isinstance(patient, CtPatient) and not is_chosen_folder(patient.folder):
        return {patient.folder}
    if isinstance(patient, RadiographPatient):
        return {one.file for one in patient.pictures if not one.file.startswith(ASSETS)}
    return set()
