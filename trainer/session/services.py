"""Everything the use cases need from the edges, bundled once by the composition root."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # names of types only: each command loads what it uses
    from collections.abc import Callable
    from pathlib import Path

    from trainer.session.cohort import CohortNotes
    from trainer.session.exams.ports import ExamStore
    from trainer.session.lrs import Statements
    from trainer.session.marking import MarkStore
    from trainer.session.packages import PackageStore
    from trainer.session.pacs import Archives
    from trainer.session.patient_ports import ImageReader, PatientStore, PictureWriter
    from trainer.session.patients import PatientCache
    from trainer.session.people import PeopleStore
    from trainer.session.ports import (
        AttemptStore,
        Pool,
        RecordHouse,
        ReportWriter,
        ScenarioSource,
        Uploads,
    )
    from trainer.session.progress_index import ProgressFiles
    from trainer.session.sealing import KeyRing, SealStore
    from trainer.session.studio.ports import ManuscriptStore
    from trainer.session.third_party import ThirdPartyConventions, ThirdPartyMetrics
    from trainer.session.tracking import Trackers


@dataclass(frozen=True, slots=True)
class Services:
    """The ports, wired. build_sha256 : hash of this program's sources, computed when first asked.

    output_folder : a new folder for what a command makes when it was not told where. elsewhere :
    wires the same in another process; on_a_worker : the like on a cluster's computer, with its own
    folders; both can be pickled. cluster : the pool at a scheduler's address. uploads : begins when
    first used.
    """

    scenarios: ScenarioSource
    attempts: AttemptStore
    patient_store: PatientStore
    reader: ImageReader
    pictures: PictureWriter
    reports: ReportWriter
    progress: ProgressFiles
    patients: PatientCache
    build_sha256: Callable[[], str]
    output_folder: Callable[[], Path]
    elsewhere: Callable[[], Services]
    on_a_worker: Callable[[], Services]
    cluster: Callable[[str], Pool]
    packages: PackageStore
    records: RecordHouse
    uploads: Uploads
    manuscripts: ManuscriptStore
    exams: ExamStore
    marks: MarkStore
    seals: SealStore
    keys: KeyRing
    statements: Statements
    archives: Archives
    people: PeopleStore
    cohort: CohortNotes
    third_party: ThirdPartyMetrics
    conventions: ThirdPartyConventions
    trackers: Trackers
