"""Scenarios in folders: finds them, reads them, checks the files they name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.refusal import Problem, Refusal
from trainer.scenario.filenames import ASSETS, is_chosen_folder
from trainer.scenario.spelling import nearest
from trainer.session.cards import ScenarioCard, card_of
from trainer.storage.card_index import CardIndex
from trainer.storage.regular_file import file_sha256, not_readable, regular_bytes, why_not_regular
from trainer.storage.shipped import shipped_folder

if TYPE_CHECKING:  # who lists cards that are known reads no scenario
    from trainer.scenario.draft import Finding
    from trainer.scenario.patient import CtPatient, Picture
    from trainer.scenario.reading import Judge
    from trainer.scenario.scenario import Scenario

FILE = "scenario.yaml"
PICTURE_BYTES_LIMIT = 512 * 2**20  # what an import reads at most (reliability.md 5.3)
_LAST = 10**9  # the order of what cannot be read


class ScenarioLibrary:
    """Implements `trainer.session.ports.ScenarioSource` on folders ``<folder>/<id>/scenario.yaml``.

    folders : the shipped one first; of two scenarios with one id the first wins. assets : where
    ``assets:images/<name>`` lies, None for the shipped ones. judge : what keeps a rubric from being
    applied (`trainer.scoring.rubric.rubric_problems`). index : cards known from earlier starts.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        assets: Path | None = None,
        judge: Judge | None = None,
        index: CardIndex | None = None,
    ) -> None:
        self.folders = tuple(folders)
        self.assets = assets
        self._judge = judge
        self._index = index or CardIndex(None)
        self._read: dict[str, Scenario] = {}  # hash of a file's bytes: what it says
        self._homes: dict[str, Path] = {}  # hash of a scenario: the folder it was read from

    def identifiers(self) -> tuple[str, ...]:
        """Ids by folder, then order, then id; in each folder the unreadable ones come last."""
        places: dict[str, tuple[int, int, str]] = {}
        for rank, folder in enumerate(self.folders):
            for name in _scenario_names(folder):
                places.setdefault(name, (rank, self._order(folder / name / FILE), name))
        return tuple(sorted(places, key=lambda name: places[name]))

    def cards(self) -> tuple[ScenarioCard | Refusal, ...]:
        """What the list shows of each scenario, or why it cannot be read; in the same order."""
        found: dict[str, tuple[tuple[int, int, str], ScenarioCard | Refusal]] = {}
        for rank, folder in enumerate(self.folders):
            for name in _scenario_names(folder):
                if name not in found:
                    order, card = self._card(folder / name / FILE)
                    found[name] = (rank, order, name), card
        self._index.keep()
        return tuple(card for _, card in sorted(found.values(), key=lambda one: one[0]))

    def load(self, name: str) -> Scenario:
        """The scenario of an id or of a file or folder path. Raises Refusal."""
        return self._load(self._shelved(name) or self._elsewhere(name))

    def picture_path(self, scenario: Scenario, file: str) -> Path:
        """Where a picture that the scenario names lies. Raises Refusal where there is none."""
        if file.startswith(ASSETS):
            folder = (self.assets or shipped_folder("assets")) / "images"
        else:
            folder = self._home_of(scenario)
        path = folder / file.removeprefix(ASSETS)
        why = why_not_regular(path)
        if why is None and path.resolve().parent != folder.resolve():
            why = "it is a link to another folder"
        if why is not None:
            raise not_readable(path, why)
        return path

    def folder_of(self, scenario: Scenario) -> Path:
        """The folder that this very scenario was read from. Raises Refusal if none is known."""
        return self._home_of(scenario)

    def patient_path(self, scenario: Scenario, folder: str) -> Path:
        """Where a patient folder that the scenario names lies. Raises Refusal if nowhere."""
        chosen = is_chosen_folder(folder)
        path = _expanded(folder) if chosen else self._home_of(scenario) / folder
        if not path.is_dir():
            raise not_readable(path, "there is no such patient folder")
        return path

    def validate(self, path: Path) -> tuple[Problem, ...]:
        """Every problem of a scenario file or folder, the files it names included; () for none.

        Raises nothing for what the file or the disk does.
        """
        from trainer.scenario.verdict import WHOLE, problems_at
        from trainer.scenario.yaml_document import read_document
        from trainer.scenario.yaml_text import BYTES_LIMIT, text_of

        file = _file_of(path)
        try:
            scenario = self._load(file)
            lines = read_document(text_of(regular_bytes(file, BYTES_LIMIT), FILE), FILE).lines
        except Refusal as refusal:
            return refusal.problems or (Problem(WHOLE, refusal.why),)
        return tuple(problems_at(list(self._file_findings(scenario)), lines))

    def _card(self, file: Path) -> tuple[int, ScenarioCard | Refusal]:
        """Its place in the folder and its card; a file of known bytes is not read again."""
        from trainer.scenario.yaml_text import BYTES_LIMIT

        try:
            key = hashlib.sha256(regular_bytes(file, BYTES_LIMIT)).hexdigest()
            known = self._index.find(key)
            if known is not None and known[1].id == file.parent.name:
                return known
            scenario = self._load(file)
        except Refusal as refusal:
            return _LAST, refusal
        self._index.put(key, scenario.order, card_of(scenario))
        return scenario.order, card_of(scenario)

    def _load(self, file: Path) -> Scenario:
        from trainer.scenario.canonical import sha256
        from trainer.scenario.reading import read_scenario
        from trainer.scenario.verdict import refused
        from trainer.scenario.yaml_text import BYTES_LIMIT

        data = regular_bytes(file, BYTES_LIMIT)
        key = hashlib.sha256(data).hexdigest()
        if key not in self._read:
            self._read[key] = read_scenario(data, str(file), self._judge)
        scenario = self._read[key]
        if file.parent.parent in self.folders and scenario.id != file.parent.name:
            why = f"is {scenario.id!r}, and the folder is called {file.parent.name!r}"
            raise refused(str(file), [Problem("id", why)])
        self._homes[sha256(scenario)] = file.parent
        return scenario

    def _order(self, file: Path) -> int:
        try:
            return self._load(file).order
        except Refusal:
            return _LAST

    def _shelved(self, name: str) -> Path | None:
        if not name or name != Path(name).name:
            return None
        return next((folder / name / FILE for folder in self.folders if _holds(folder, name)), None)

    def _elsewhere(self, name: str) -> Path:
        path = _expanded(name)
        if why_not_regular(path) != "there is no such file":
            return _file_of(path)
        near = nearest(name, self.identifiers()).rstrip("?")
        why = f"it is neither in the list nor a file{near}"
        raise Refusal(f"There is no scenario {name!r}", why, "See 'scenario list' for the ids")

    def _home_of(self, scenario: Scenario) -> Path:
        """The folder that this very scenario was read from, now or in an earlier run."""
        from trainer.scenario.canonical import sha256

        digest = sha256(scenario)
        shelved = self._shelved(scenario.id)
        if digest not in self._homes and shelved is not None:
            self._load(shelved)
        if digest not in self._homes:
            raise Refusal(
                f"The files of {scenario.id} are not known",
                "no scenario folder holds this version of it",
                f"Put its folder, with {FILE} and the files it names, into {self.folders[-1]}",
            )
        return self._homes[digest]

    def _file_findings(self, scenario: Scenario) -> Iterator[Finding]:
        from trainer.scenario.patient import CtPatient, RadiographPatient

        patient = scenario.patient
        if isinstance(patient, CtPatient):
            yield from self._folder_findings(scenario, patient)
        if isinstance(patient, RadiographPatient):
            for index, picture in enumerate(patient.pictures):
                field, why = self._picture_finding(scenario, picture)
                if why:
                    yield ("patient", "pictures", index, field), f"{picture.file}: {why}"

    def _folder_findings(self, scenario: Scenario, patient: CtPatient) -> Iterator[Finding]:
        try:
            self.patient_path(scenario, patient.folder)
        except Refusal as refusal:
            yield ("patient", "folder"), f"{patient.folder}: {refusal.why}"

    def _picture_finding(self, scenario: Scenario, picture: Picture) -> tuple[str, str]:
        """The field that is wrong and why; an empty reason for none."""
        try:
            path = self.picture_path(scenario, picture.file)
            found = file_sha256(path, PICTURE_BYTES_LIMIT)
        except Refusal as refusal:
            return "file", refusal.why
        right = found == picture.sha256
        return "sha256", "" if right else f"this is another file, its SHA-256 is {found}"


def _expanded(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError as error:  # "~somebody" without such a home
        raise not_readable(Path(name), str(error).rstrip(".").lower()) from None


def _file_of(path: Path) -> Path:
    return path / FILE if path.is_dir() else path


def _holds(folder: Path, name: str) -> bool:
    return why_not_regular(folder / name / FILE) != "there is no such file"


def _scenario_names(folder: Path) -> list[str]:
    try:
        return [child.name for child in folder.iterdir() if _holds(folder, child.name)]
    except OSError:  # a folder that is not there (yet) holds nothing
        return []
