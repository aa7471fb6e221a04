"""Join the edges to the use cases."""

from __future__ import annotations

import functools
import os
import sys
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.app.compiled_elsewhere import compile_elsewhere
from trainer.app.desk import desk
from trainer.app.later import later
from trainer.app.pictures import PictureFiles
from trainer.app.progress_files import ProgressFolder
from trainer.app.reports import ReportFiles
from trainer.refusal import Problem, Refusal
from trainer.session.projectors import FAST
from trainer.session.services import Services
from trainer.storage.build import build_sha256
from trainer.storage.folders import Folders, user_folders
from trainer.storage.shipped import shipped_folder

BACKUP_AFTER_S = 20.0  # design value: the first screen stands long before

if TYPE_CHECKING:
    from trainer.app.archives import ArchiveDesk
    from trainer.app.cluster import ClusterPool
    from trainer.app.statements import StatementFiles
    from trainer.app.trackers import RememberedTrackers
    from trainer.dicom.reader import LimitedImageReader
    from trainer.exchange.plugin_conventions import PluginConventions
    from trainer.exchange.plugin_metrics import PluginMetrics
    from trainer.scenario.rubric_named import WholeRubric
    from trainer.session.patient_ports import ImageReader, PatientStore
    from trainer.session.patients import PatientCache
    from trainer.session.ports import ScenarioSource, Signer
    from trainer.session.settings import Settings
    from trainer.storage.attempt_folder import AttemptFolder
    from trainer.storage.cohort_file import CohortFile
    from trainer.storage.exam_folder import ExamFolder
    from trainer.storage.exam_shelf import Shelf
    from trainer.storage.manuscript_folder import ManuscriptFolder
    from trainer.storage.marks_file import MarksFolder
    from trainer.storage.package_store import PackageFolder
    from trainer.storage.patient_folder import PatientFolderStore
    from trainer.storage.people_folder import PeopleFolder
    from trainer.storage.records.house import RecordsHouse
    from trainer.storage.records.uploads import RecordUploads
    from trainer.storage.scenario_library import ScenarioLibrary
    from trainer.storage.session_seals import SessionSeals
    from trainer.storage.signing_keys import SigningKeys


def wired(folders: Folders | None = None) -> Services:
    """The services of this user."""
    elsewhere = functools.partial(wired, folders)
    folders = folders or user_folders()
    _prepare_this_computer(folders)
    scenarios: ScenarioSource = later(functools.partial(_library, folders))
    store: PatientStore = later(_patient_store)
    reader: ImageReader = later(_image_reader)
    records: RecordsHouse = later(functools.partial(_records, folders))
    exams: ExamFolder = later(functools.partial(_exams, folders))
    uploads: RecordUploads = later(functools.partial(_uploads, records, exams))
    return Services(
        scenarios=scenarios,
        attempts=later(functools.partial(_attempts, folders)),
        patient_store=store,
        reader=reader,
        pictures=PictureFiles(),
        reports=ReportFiles(),
        progress=ProgressFolder(folders.cache / "progress.json"),
        patients=later(functools.partial(_patients, folders, scenarios, store, reader)),
        build_sha256=functools.cache(build_sha256),
        output_folder=_new_output_folder,
        elsewhere=elsewhere,
        on_a_worker=wired_on_a_worker,
        cluster=_cluster,
        packages=later(functools.partial(_packages, folders)),
        records=records,
        uploads=uploads,
        manuscripts=later(functools.partial(_manuscripts, folders)),
        exams=exams,
        marks=later(functools.partial(_marks, folders)),
        seals=later(_seals),
        keys=later(functools.partial(_keys, folders)),
        statements=later(functools.partial(_statements, folders)),
        archives=later(functools.partial(_archives, folders)),
        people=later(functools.partial(_people, folders)),
        cohort=later(functools.partial(_cohort, folders)),
        third_party=later(_plugin_metrics),
        conventions=later(_plugin_conventions),
        trackers=later(functools.partial(_trackers, folders)),
    )


def _prepare_this_computer(folders: Folders) -> None:
    # Read by numba when it is first imported, which nothing does before this.
    os.environ.setdefault("NUMBA_CACHE_DIR", str(folders.cache / "kernels"))
    FAST.first = compile_elsewhere
    _clear_leftovers(folders)


def _plugin_metrics() -> PluginMetrics:
    from trainer.exchange.plugin_metrics import PluginMetrics

    return PluginMetrics()


def _plugin_conventions() -> PluginConventions:
    from trainer.exchange.plugin_conventions import PluginConventions

    return PluginConventions()


def _trackers(folders: Folders) -> RememberedTrackers:
    from trainer.app.trackers import RememberedTrackers
    from trainer.storage.settings_file import SETTINGS, SettingsFile

    return RememberedTrackers(SettingsFile(folders.home / SETTINGS))


def _statements(folders: Folders) -> StatementFiles:
    from trainer.app.statements import StatementFiles

    return StatementFiles(folders.home / "statements", functools.partial(_settings, folders))


def _archives(folders: Folders) -> ArchiveDesk:
    from trainer.app.archives import ArchiveDesk

    return ArchiveDesk(functools.partial(_settings, folders))


def _people(folders: Folders) -> PeopleFolder:
    from trainer.storage.people_folder import PeopleFolder

    return PeopleFolder(folders.home / "people", functools.partial(_settings, folders))


def _settings(folders: Folders) -> Settings:
    from trainer.storage.settings_file import SETTINGS, SettingsFile

    return SettingsFile(folders.home / SETTINGS).read()


def _cohort(folders: Folders) -> CohortFile:
    from trainer.storage.cohort_file import FILE, CohortFile

    return CohortFile(folders.home / FILE)


def wired_on_a_worker() -> Services:
    """The services of whoever runs this process, with the folders of their settings."""
    return wired(desk().house.folders)


def _cluster(scheduler: str) -> ClusterPool:
    from trainer.app.cluster import ClusterPool

    return ClusterPool(scheduler)


def _keys(folders: Folders) -> SigningKeys:
    from trainer.storage.signing_keys import SigningKeys

    return SigningKeys(folders.keys)


def _station_key(folders: Folders) -> Signer:
    return _keys(folders).signer("station")


def _attempts(folders: Folders) -> AttemptFolder:
    from trainer.storage.attempt_folder import AttemptFolder

    return AttemptFolder(folders.attempts, functools.partial(_station_key, folders))


def _library(folders: Folders) -> ScenarioLibrary:
    from trainer.storage.card_index import CardIndex
    from trainer.storage.scenario_library import ScenarioLibrary

    return ScenarioLibrary(
        [shipped_folder("scenarios"), folders.scenarios],
        judge=_rubric_problems,
        index=CardIndex(folders.cache / "cards.json", _card_maker),
    )


def _rubric_problems(rubric: WholeRubric) -> Iterable[Problem]:
    from trainer.scoring.rubric import rubric_problems

    return rubric_problems(rubric)


def _card_maker() -> str:
    """Who says which scenario can be opened, and what its card shows."""
    return "-".join(build_sha256(room)[:16] for room in ("scenario", "scoring"))


def _patient_store() -> PatientFolderStore:
    from trainer.storage.patient_folder import PatientFolderStore

    return PatientFolderStore()


def _patients(
    folders: Folders, scenarios: ScenarioSource, store: PatientStore, reader: ImageReader
) -> PatientCache:
    from trainer.session.near_targets import NEAR_TARGETS
    from trainer.session.patients import PatientCache
    from trainer.storage.generated_patients import GeneratedPatientFolder
    from trainer.storage.kept_blocks import KeptBlockFolder

    NEAR_TARGETS.on_disk = KeptBlockFolder(folders.cache / "patients", _builder)
    generated = GeneratedPatientFolder(folders.cache / "patients", _builder)
    return PatientCache(scenarios, store, reader, generated)


@functools.cache
def _builder() -> str:
    """Who builds the patients: another program's are never read from the cache."""
    return build_sha256("anatomy")


def _image_reader() -> LimitedImageReader:
    from trainer.dicom.reader import LimitedImageReader

    if getattr(sys, "frozen", False):  # a double-click build re-enters through its own program
        return LimitedImageReader(command=(sys.executable, "--importer"))
    return LimitedImageReader()


def _packages(folders: Folders) -> PackageFolder:
    return _packages_of(_library(folders))


def _packages_of(library: ScenarioLibrary) -> PackageFolder:
    from trainer.scoring.rubric import rubric_problems
    from trainer.storage.package_reading import Reading, read_confined
    from trainer.storage.package_store import PackageFolder

    reading: Reading = read_confined
    if getattr(sys, "frozen", False):
        reading = functools.partial(read_confined, command=(sys.executable, "--package-reader"))
    return PackageFolder(library, _patient_store(), rubric_problems, reading, later(_image_reader))


def _marks(folders: Folders) -> MarksFolder:
    from trainer.storage.marks_file import MarksFolder

    return MarksFolder(folders.exams, functools.partial(_marks_key, folders))


def _marks_key(folders: Folders) -> Signer | None:
    """Who signs marks here: the examiner's key, else the station's; None where there is none."""
    from trainer.assessment.marking.signed import ROLES

    keys = _keys(folders)
    roles = {one.role for one in keys.known().values() if not one.revoked_utc}
    chosen = next((one for one in ROLES if one in roles), None)
    return None if chosen is None else keys.signer(chosen)


def _seals() -> SessionSeals:
    from trainer.storage.session_seals import SessionSeals

    return SessionSeals()


def _exams(folders: Folders) -> ExamFolder:
    from trainer.storage.exam_folder import ExamFolder

    return ExamFolder(
        folders.exams,
        functools.partial(_station_key, folders),
        functools.partial(_known_keys, folders),
        _shelf,
    )


def _known_keys(folders: Folders) -> tuple[str, ...]:
    from trainer.storage.signing_keys import SigningKeys

    keys = SigningKeys(folders.keys)
    own = (one.public_key for one in keys.known().values() if not one.revoked_utc)
    return (*own, *keys.trusted().values())


def _shelf(folder: Path) -> Shelf:
    """The scenarios that came with an exam, beside the shipped ones."""
    from trainer.scoring.rubric import rubric_problems
    from trainer.storage.exam_shelf import Shelf
    from trainer.storage.scenario_library import ScenarioLibrary

    library = ScenarioLibrary([shipped_folder("scenarios"), folder], judge=rubric_problems)
    return Shelf(library, _packages_of(library))


def _manuscripts(folders: Folders) -> ManuscriptFolder:
    from trainer.storage.manuscript_folder import ManuscriptFolder

    return ManuscriptFolder(folders.studio, folders.scenarios)


def _records(folders: Folders) -> RecordsHouse:
    from trainer.storage.records.house import RecordsHouse

    return RecordsHouse(folders)


def _uploads(records: RecordsHouse, exams: ExamFolder) -> RecordUploads:
    """Copies exams to the store that this user was told of, else to the user's own."""
    from trainer.storage.locked_attempts import LockedAttempts
    from trainer.storage.records.uploads import RecordUploads

    # Looked up in its thread: a database's library takes half a second to load.
    return RecordUploads(
        lambda: records.receiver(),  # noqa: PLW0108
        lambda: records.exam_files(),  # noqa: PLW0108
        source=LockedAttempts(exams),
    )


def copy_records(services: Services) -> None:
    """What a shared store still lacks of earlier exams is sent from now on, unasked."""
    from trainer.session.records import URL_VARIABLE

    if os.environ.get(URL_VARIABLE, "").strip():
        services.uploads.status()


def back_up_records(services: Services, after_s: float = BACKUP_AFTER_S) -> threading.Thread:
    """Once a day a store that is a file is copied, by a thread that nothing waits for.

    What goes wrong is told on the terminal: `records backup` says it again.
    """
    thread = threading.Timer(after_s, _back_up, (services,))
    thread.name, thread.daemon = "backup", True
    thread.start()
    return thread


def _back_up(services: Services) -> None:
    try:
        services.records.backup_daily()
    except Refusal as refusal:
        sys.stderr.write(f"The records were not backed up: {refusal}\n")


def _clear_leftovers(folders: Folders) -> None:
    """What an installation left that was killed; most starts find nothing to do."""
    from trainer.storage.package_staging import clear_leftovers

    clear_leftovers(folders.scenarios)


def _new_output_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="rhizotomy-demo-"))
