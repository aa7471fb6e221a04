"""The files of a scenario's folder that go into its package, and what they are hashed to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from trainer.refusal import ExitCode, Problem, Refusal
from trainer.scenario.filenames import ASSETS, is_chosen_folder
from trainer.scenario.patient import CtPatient, RadiographPatient
from trainer.scenario.scenario import Scenario
from trainer.scenario.yaml_document import read_document
from trainer.scenario.yaml_text import BYTES_LIMIT, text_of
from trainer.storage.package_limits import PACKAGE_BYTES
from trainer.storage.package_names import content_problem, name_problem
from trainer.storage.patient_folder import STRANGERS
from trainer.storage.regular_file import file_sha256, regular_bytes
from trainer.storage.scenario_library import FILE

BESIDE = frozenset({".md", ".txt", ".png", ".jpg", ".jpeg"})  # texts and pictures about the case
PATIENT = "patient"  # what a patient folder from elsewhere is called in a package
PATIENT_DOCUMENT = "patient.json"
_ARRAY_ENDING = ".zlib"
_IGNORED = STRANGERS - {PATIENT_DOCUMENT}


@dataclass(frozen=True, slots=True)
class ScenarioFiles:
    """Files by their names in the package, sorted; and what of the folder stays at home."""

    data: Mapping[str, bytes]
    left_out: tuple[str, ...]


def gathered(scenario: Scenario, home: Path, patient: Path | None) -> ScenarioFiles:
    """The files of a valid scenario.

    home : its folder. patient : its patient folder, wherever it lies; None where it has none.
    Raises Refusal where a file cannot be read or may not be packed.
    """
    names = [path.name for path in sorted(home.iterdir()) if path.is_file()]
    kept = [name for name in names if name == FILE or may_lie_beside(name, scenario)]
    data = {name: regular_bytes(home / name, PACKAGE_BYTES) for name in kept}
    inside = patient_folder_name(scenario)
    if patient is not None and inside is not None:
        data[FILE] = _naming(data[FILE], scenario, inside)
        data |= {
            f"{inside}/{name}": regular_bytes(patient / name, PACKAGE_BYTES)
            for name in _patient_files(patient)
        }
    _refuse_unfit(data)
    return ScenarioFiles(dict(sorted(data.items())), tuple(sorted(set(names) - set(kept))))


def may_lie_beside(name: str, scenario: Scenario) -> bool:
    """Whether a file beside scenario.yaml belongs to the scenario."""
    return name in _named_pictures(scenario) or Path(name).suffix.casefold() in BESIDE


def is_part(name: str, scenario: Scenario) -> bool:
    """Whether a member of a package belongs to its scenario."""
    folder, slash, file = name.rpartition("/")
    if slash:
        known = file == PATIENT_DOCUMENT or file.endswith(_ARRAY_ENDING)
        return known and folder == patient_folder_name(scenario)
    return name == FILE or may_lie_beside(name, scenario)


def patient_folder_name(scenario: Scenario) -> str | None:
    """What the patient folder is called in the package; None where there is none."""
    if not isinstance(scenario.patient, CtPatient):
        return None
    return PATIENT if is_chosen_folder(scenario.patient.folder) else scenario.patient.folder


def installed_hashes(folder: Path) -> dict[str, str]:
    """SHA-256 (hex) of every file of an installed scenario by its name in a package."""
    return {
        path.relative_to(folder).as_posix(): file_sha256(path, PACKAGE_BYTES)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in _IGNORED
    }


def sha256_of(data: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 (hex) of files by name."""
    return {name: hashlib.sha256(part).hexdigest() for name, part in data.items()}


def is_named_picture(name: str, scenario: Scenario) -> bool:
    """Whether a file is one of the scenario's radiographs."""
    return name in _named_pictures(scenario)


def _named_pictures(scenario: Scenario) -> set[str]:
    if not isinstance(scenario.patient, RadiographPatient):
        return set()
    files = {picture.file for picture in scenario.patient.pictures}
    return {file for file in files if not file.startswith(ASSETS)}


def _patient_files(folder: Path) -> list[str]:
    found = (path.name for path in folder.iterdir() if path.is_file())
    return sorted(
        name for name in found if name == PATIENT_DOCUMENT or name.endswith(_ARRAY_ENDING)
    )


def _naming(text: bytes, scenario: Scenario, folder: str) -> bytes:
    """scenario.yaml with its patient folder called by a bare name, nothing else changed."""
    if not isinstance(scenario.patient, CtPatient) or scenario.patient.folder == folder:
        return text
    before = read_document(text_of(text, FILE), FILE)
    lines = text.split(b"\n")
    at = before.lines["patient", "folder"] - 1
    lines[at] = re.sub(
        rb'(["\']?folder["\']?\s*:\s*)[^#,}]*', rb"\1" + folder.encode(), lines[at], count=1
    )
    changed = b"\n".join(lines)
    after = read_document(text_of(changed, FILE), FILE).value
    if after != _with_folder(before.value, folder):
        raise Refusal(
            f"{scenario.id} was not packed",
            "its patient folder lies elsewhere, and its line in scenario.yaml is not a plain one",
            f"Move the patient folder beside {FILE} and name it there",
        )
    return changed


def _with_folder(document: object, folder: str) -> object:
    if not isinstance(document, dict):
        return None
    return document | {"patient": document["patient"] | {"folder": folder}}


def _refuse_unfit(data: Mapping[str, bytes]) -> None:
    problems = tuple(_unfit(data))
    if problems:
        raise Refusal(
            "The scenario was not packed",
            f"{len(problems)} of its files may not be in a package",
            "Move them out of the scenario's folder, or give them other names",
            code=ExitCode.BAD_INPUT,
            problems=problems,
        )


def _unfit(data: Mapping[str, bytes]) -> Iterator[Problem]:
    for name, part in data.items():
        why = name_problem(name) or content_problem(part[:16])
        if why is not None:
            yield Problem(name, why)
    total = sum(len(part) for part in data.values())
    if total > PACKAGE_BYTES * 9 // 10 or len(data[FILE]) > BYTES_LIMIT:
        yield Problem("", f"all files have {total:,} bytes of {PACKAGE_BYTES * 9 // 10:,} allowed")
