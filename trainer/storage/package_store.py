"""Scenario packages on this computer: packed from the library, verified, installed into it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from trainer import __version__
from trainer.refusal import ExitCode, Problem, Refusal
from trainer.scenario.patient import CtPatient
from trainer.scenario.reading import Judge
from trainer.scenario.scenario import SCHEMA_VERSION, Scenario
from trainer.scenario.yaml_document import read_document
from trainer.scenario.yaml_text import BYTES_LIMIT, text_of
from trainer.session.packages import NO_KEYS, Installed, Opening, PackageFacts, PictureCheck
from trainer.session.patient_ports import PatientStore
from trainer.storage.atomic import atomic_folder, atomic_write_bytes, storage_refusal
from trainer.storage.package_folder import (
    gathered,
    installed_hashes,
    is_part,
    patient_folder_name,
    sha256_of,
)
from trainer.storage.package_keys import (
    fingerprint,
    new_key,
    public_key,
    signature_bytes,
    signer_of,
)
from trainer.storage.package_limits import PACKAGE_BYTES
from trainer.storage.package_manifest import (
    FORMAT,
    FORMAT_VERSION,
    MANIFEST,
    SIGNATURE,
    Manifest,
    PackedFile,
    content_hash,
    manifest_bytes,
)
from trainer.storage.package_pictures import refuse_speaking_pictures
from trainer.storage.package_reading import Reading, read_bytes, read_confined
from trainer.storage.package_seal import MAGIC, is_sealed, opened_package, sealed_package
from trainer.storage.package_staging import NEW, publish, staging
from trainer.storage.package_unpacking import Unpacking
from trainer.storage.package_zip import not_a_package, packed
from trainer.storage.regular_file import regular_bytes
from trainer.storage.scenario_library import FILE, ScenarioLibrary

SHORT = 12  # digits of a hash that a sentence shows


class PackageFolder:
    """Implements `trainer.session.packages.PackageStore` on a library whose last folder is own.

    reading : how a foreign package is read; in a limited child unless a test says otherwise.
    pictures : looks for identifiers in pictures, None = nobody does (tests without pictures).
    """

    def __init__(
        self,
        library: ScenarioLibrary,
        patients: PatientStore,
        judge: Judge | None = None,
        reading: Reading = read_confined,
        pictures: PictureCheck | None = None,
    ) -> None:
        self._library = library
        self._patients = patients
        self._judge = judge
        self._reading = reading
        self._pictures = pictures

    @property
    def own(self) -> Path:
        """The folder that packages are installed into."""
        return self._library.folders[-1]

    def pack(
        self, name: str, out: Path, sign: Path | None = None, passphrase: str | None = None
    ) -> PackageFacts:
        """Write the package of a scenario (id or path), whole or not at all."""
        scenario = self._library.load(name)
        home = self._library.folder_of(scenario)
        problems = self._library.validate(home)
        if problems:
            raise _not_packed(scenario, problems)
        _refuse_within(out, home)
        files = gathered(scenario, home, self._checked_patient(scenario))
        refuse_speaking_pictures(self._pictures, home, files.data, scenario, f"{scenario.id} was")
        manifest = _manifest_of(scenario, files.data)
        text = manifest_bytes(manifest)
        members = [(MANIFEST, text)]
        if sign is not None:
            members.append((SIGNATURE, signature_bytes(text, sign)))
        data = packed([*members, *files.data.items()])
        signer = signer_of(text, members[1][1], str(out)) if sign is not None else None
        if passphrase is not None:
            data = sealed_package(data, passphrase)
        atomic_write_bytes(out, data)
        encrypted = passphrase is not None
        trusted, left_out = signer is not None, files.left_out
        return _facts(
            manifest, scenario, len(data), signer, encrypted, trusted=trusted, left_out=left_out
        )

    def verify(self, path: Path, opening: Opening = NO_KEYS) -> PackageFacts:
        """Check everything that `install` checks; nothing is kept."""
        try:
            with tempfile.TemporaryDirectory(prefix="rhizotomy-package-") as place:
                return self._unpacked(path, Path(place), opening)[0]
        except OSError as error:
            raise storage_refusal(Path(tempfile.gettempdir()), error) from error

    def install(
        self, path: Path, opening: Opening = NO_KEYS, *, replace: bool = False
    ) -> Installed:
        """Put a package's scenario into the user's library, whole or not at all."""
        with staging(self.own) as stage:
            facts, _ = self._unpacked(path, stage / NEW, opening)
            home, there = self._place_of(facts)
            if there is not None and there == facts.content_sha256:
                return Installed(facts, home, "unchanged")
            if there is not None:
                self._refuse_conflict(facts, home, there, replace)
            publish(stage, self.own, facts.scenario_id)
        return Installed(facts, home, "replaced" if there is not None else "installed")

    def new_key(self, path: Path) -> str:
        """Make a pair of keys, `path` and `path`.pub; returns the fingerprint."""
        return new_key(path)

    def scenario_text(self, name: str) -> bytes:
        """The file of a scenario (id or path) as its author wrote it."""
        home = self._library.folder_of(self._library.load(name))
        return regular_bytes(home / FILE, BYTES_LIMIT)

    def table_bytes(self, path: Path) -> bytes:
        """The bytes of a table file."""
        return regular_bytes(path, BYTES_LIMIT)

    def write_scenarios(
        self, folder: Path, texts: dict[str, bytes], beside: Mapping[str, bytes] | None = None
    ) -> None:
        """Write new scenarios by id into a new folder, all of them or none.

        beside : files about all of them, by name.

        Raises Refusal: where one is not valid with the files it names, or the folder is there.
        """
        with atomic_folder(folder) as place:
            for name, data in (beside or {}).items():
                (place / name).write_bytes(data)
            for name, text in texts.items():
                (place / name).mkdir()
                (place / name / FILE).write_bytes(text)
            library = ScenarioLibrary([place], judge=self._judge)
            problems = [
                Problem(f"{name} {one.where}", one.message, one.line)
                for name in texts
                for one in library.validate(place / name)
            ]
            if problems:
                raise Refusal(
                    "No scenario was written",
                    f"{len(problems)} problem(s) were found",
                    "Correct the table or the template",
                    problems=tuple(problems),
                )

    def _checked_patient(self, scenario: Scenario) -> Path | None:
        """The patient folder, its contents checked; None for other patients."""
        wanted = scenario.patient
        if not isinstance(wanted, CtPatient):
            return None
        folder = self._library.patient_path(scenario, wanted.folder)
        _refuse_other_patient(self._patients, folder, wanted)
        return folder

    def _unpacked(self, path: Path, into: Path, opening: Opening) -> tuple[PackageFacts, Scenario]:
        """Unpack and check a package; its files then lie in ``into/<id>``."""
        taking = Unpacking(str(path), into)
        encrypted = _begins_sealed(path)
        if encrypted:
            data = opened_package(_sealed_bytes(path), _passphrase(opening, path))
            read_bytes(data, str(path), taking)
        else:
            self._reading(path, taking)
        manifest, folder = taking.finished()
        signer = None
        if taking.signature is not None:
            signer = signer_of(taking.manifest_bytes, taking.signature, str(path))
        trusted = _trusted(signer, opening.trust, path)
        scenario = self._checked_scenario(manifest, folder, str(path))
        size = path.stat().st_size
        facts = _facts(manifest, scenario, size, signer, encrypted, trusted=trusted)
        return facts, scenario

    def _checked_scenario(self, manifest: Manifest, folder: Path, package: str) -> Scenario:
        """The scenario in a staged folder, whole. Raises Refusal with all findings."""
        library = ScenarioLibrary([folder.parent], self._library.assets, self._judge)
        problems = [
            Problem(f"{FILE} {one.where}", one.message, one.line)
            for one in library.validate(folder)
        ]
        if problems:
            raise not_a_package(package, problems)
        scenario = library.load(str(folder))
        problems = list(_disagreements(manifest, scenario))
        if problems:
            raise not_a_package(package, problems)
        names = [one.name for one in manifest.files]
        refuse_speaking_pictures(self._pictures, folder, names, scenario, f"{package} was")
        if isinstance(scenario.patient, CtPatient):
            _refuse_other_patient(
                self._patients, folder / scenario.patient.folder, scenario.patient
            )
        return scenario

    def _place_of(self, facts: PackageFacts) -> tuple[Path, str | None]:
        """Where the scenario goes or already is, and the content that is there."""
        for folder in self._library.folders:
            home = folder / facts.scenario_id
            if home.is_dir():
                return home, content_hash(installed_hashes(home))
        return self.own / facts.scenario_id, None

    def _refuse_conflict(self, facts: PackageFacts, home: Path, there: str, replace: bool) -> None:
        if home.parent != self.own:
            step = "Ask the author to give theirs another id"
            raise _conflict(facts, there, "ships with this program", step)
        version = self._version_at(home)
        if facts.version <= version:
            step = f"Ask for a package of a version above {version}"
            raise _conflict(facts, there, f"is here in version {version}", step)
        if not replace:
            step = "Say --replace to put the new version in its place"
            raise _conflict(facts, there, f"is here in version {version}", step)

    def _version_at(self, home: Path) -> int:
        try:
            return self._library.load(str(home)).version
        except Refusal:
            return 0  # what cannot be read may always be replaced


def _manifest_of(scenario: Scenario, files: Mapping[str, bytes]) -> Manifest:
    hashes = sha256_of(files)
    return Manifest(
        format=FORMAT,
        format_version=FORMAT_VERSION,
        program_version=__version__,
        scenario_id=scenario.id,
        scenario_version=scenario.version,
        schema_version=_schema_of(files[FILE]),
        content_sha256=content_hash(hashes),
        files=tuple(
            PackedFile(name=name, size=len(part), sha256=hashes[name])
            for name, part in sorted(files.items())
        ),
    )


def _schema_of(text: bytes) -> int:
    """The schema that the file itself says; the scenario read from it is always the present one."""
    document = read_document(text_of(text, FILE), FILE).value
    found = document.get("schema_version") if isinstance(document, dict) else None
    return found if isinstance(found, int) else SCHEMA_VERSION


def _facts(
    manifest: Manifest,
    scenario: Scenario,
    size: int,
    signer: bytes | None,
    encrypted: bool,
    *,
    trusted: bool = False,
    left_out: tuple[str, ...] = (),
) -> PackageFacts:
    return PackageFacts(
        scenario_id=scenario.id,
        version=scenario.version,
        title=scenario.title,
        schema_version=manifest.schema_version,
        program_version=manifest.program_version,
        content_sha256=manifest.content_sha256,
        files=tuple(one.name for one in manifest.files),
        size=size,
        signed_by=None if signer is None else fingerprint(signer),
        trusted=trusted,
        encrypted=encrypted,
        left_out=left_out,
    )


def _disagreements(manifest: Manifest, scenario: Scenario) -> Iterator[Problem]:
    """Where the manifest and the scenario say different things."""
    if manifest.scenario_version != scenario.version:
        why = (
            f"says version {manifest.scenario_version}, the scenario is version {scenario.version}"
        )
        yield Problem(MANIFEST, why)
    for one in manifest.files:
        if not is_part(one.name, scenario):
            yield Problem(one.name, "is no part of this scenario")
    inside = patient_folder_name(scenario)
    if isinstance(scenario.patient, CtPatient) and scenario.patient.folder != inside:
        yield Problem(f"{FILE} patient.folder", "names a folder outside the package")


def _refuse_other_patient(patients: PatientStore, folder: Path, wanted: CtPatient) -> None:
    found = patients.load(folder).sha256
    if found != wanted.sha256:
        raise Refusal(
            f"The patient folder {folder.name} is not the one that was meant",
            f"it holds {found[:SHORT]}, the scenario was made for {wanted.sha256[:SHORT]}",
            "Get the folder that the scenario was made with",
            code=ExitCode.INTEGRITY,
        )


def _begins_sealed(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_sealed(file.read(len(MAGIC))) if path.is_file() else False
    except OSError:
        return False  # the reader says why


def _sealed_bytes(path: Path) -> bytes:
    return regular_bytes(path, PACKAGE_BYTES + 4096)


def _passphrase(opening: Opening, path: Path) -> str:
    if opening.passphrase is not None:
        return opening.passphrase
    raise Refusal(
        f"{path} stays closed",
        "it is encrypted for an exam until the session starts",
        "Open it in the exam, or give its passphrase with --passphrase-file",
        code=ExitCode.USAGE,
    )


def _trusted(signer: bytes | None, trust: Path | None, path: Path) -> bool:
    if trust is None:
        return False
    wanted = public_key(trust)
    if signer == wanted:
        return True
    by = "nobody" if signer is None else f"the key {fingerprint(signer)}"
    raise Refusal(
        f"{path} is not trusted",
        f"it is signed by {by}, not by {fingerprint(wanted)}",
        "Ask the author which key is theirs; nothing was installed",
        code=ExitCode.INTEGRITY,
    )


def _not_packed(scenario: Scenario, problems: tuple[Problem, ...]) -> Refusal:
    why = f"{len(problems)} problem(s) were found in it"
    return Refusal(f"{scenario.id} was not packed", why, "Correct them first", problems=problems)


def _refuse_within(out: Path, home: Path) -> None:
    if out.absolute().parent == home.absolute():
        raise Refusal(
            f"{out} was not written",
            "a package does not lie in the folder it is made of",
            "Choose another folder",
            code=ExitCode.USAGE,
        )


def _conflict(facts: PackageFacts, there: str, where: str, step: str) -> Refusal:
    return Refusal(
        f"{facts.scenario_id} was not installed",
        f"a scenario of that id {where} with other content (here {there[:SHORT]}, package "
        f"{facts.content_sha256[:SHORT]}, version {facts.version})",
        step,
        code=ExitCode.STORAGE,
    )
