"""Pictures and reports to a hospital's archive (PACS), and studies from there into a patient."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from trainer.attempt.header import Header
from trainer.refusal import ExitCode, Refusal
from trainer.scoring.score import Score, score
from trainer.session import imports, review
from trainer.session.dicom_export import instance_of, runs_of

if TYPE_CHECKING:
    from trainer.session.services import Services

ADDRESS_VARIABLE = "RHIZOTOMY_PACS_URL"
SIGN_IN_VARIABLE = "RHIZOTOMY_PACS_SIGN_IN"  # user:password, of DICOMweb


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for; "" does not matter. study_date : DICOM's, e.g. "20260101-20261231"."""

    patient_id: str = ""
    patient_name: str = ""
    study_uid: str = ""
    study_date: str = ""
    modality: str = ""


@dataclass(frozen=True, slots=True)
class FoundStudy:
    """A study as the archive tells it; instances : None where it does not say how many."""

    study_uid: str
    patient_id: str
    patient_name: str
    study_date: str
    description: str
    modalities: tuple[str, ...]
    instances: int | None


@dataclass(frozen=True, slots=True)
class Run:
    """An XA object of an attempt. instance : from what its identifiers are made."""

    instance: str
    frames: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rater wrote of an attempt."""

    rater: str
    text: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What a measurement report tells. runs : the attempt's XA objects, drawn or not."""

    header: Header
    score: Score
    runs: tuple[Run, ...]
    remarks: tuple[Remark, ...] = ()


class Archive(Protocol):
    """A PACS at one address. Everything raises Refusal."""

    def store(self, files: Sequence[Path]) -> int:
        """Store DICOM files; returns how many. One that is refused stops it, and is named."""

    def find(self, query: Query) -> tuple[FoundStudy, ...]:
        """Studies that fit."""

    def fetch(self, study_uid: str, folder: Path) -> tuple[Path, ...]:
        """A study's files, unread, into a folder that exists."""


class Archives(Protocol):
    """Makes archives, and what is stored in them."""

    def at(self, address: str | None) -> Archive:
        """The archive at an address, None for the one that was set. Raises Refusal."""

    def write_report(self, out: Path, facts: ReportFacts) -> None:
        """An attempt's measurements as a DICOM SR file. Raises Refusal."""


def report_to_file(services: Services, path: Path, out: Path) -> None:
    """An attempt's measurements as a DICOM SR; an exam's with its raters' comments. Raises Refusal.

    Its pictures are named, not drawn: `attempt export --format xa` draws the very same.
    """
    log = services.attempts.load(path)
    header = review.header_of(log, path.name)
    runs = tuple(
        Run(instance_of(header.attempt_id, number), len(run))
        for number, run in enumerate(runs_of(log, path.name), start=1)
    )
    if not runs:
        raise Refusal(
            "The measurement report was not written",
            "the attempt has no exposure, and a report must name the pictures it rests on",
            "Export it as csv or json",
        )
    remarks = () if header.sitting is None else _remarks(services, header)
    services.archives.write_report(out, ReportFacts(header, score(log), runs, remarks))


def _remarks(services: Services, header: Header) -> tuple[Remark, ...]:
    assert header.sitting is not None
    try:
        marks = services.marks.marks(header.sitting.session_id)
    except Refusal:  # the session is another station's: the report goes without
        return ()
    return tuple(
        Remark(mark.rater, mark.comment)
        for mark in marks
        if mark.attempt_id == header.attempt_id and mark.comment
    )


def fetch_study(
    services: Services, archive: Archive, study_uid: str, out: Path, kind: str | None
) -> Mapping[str, Any]:
    """Fetch a study: its files into a new folder, or a patient made of them (kind "ct" or
    "radiograph"), of which then nothing else is kept. All reading is the limited reader's.

    Raises Refusal; nothing is left behind then.
    """
    _refuse_taken(out)
    place = Path(tempfile.mkdtemp(prefix="rhizotomy-study-"))
    try:
        files = archive.fetch(study_uid, place)
        if not files:
            raise Refusal(
                "The study was not fetched",
                "the archive has no such study, or does not give it to this station",
                "Look for it with pacs find, and ask who runs the archive",
            )
        if kind == "ct":
            return {**imports.import_ct(services, place, out), "fetched": len(files)}
        if kind == "radiograph":
            found = imports.import_radiographs(services, sorted(files), None, out)
            return {**found, "fetched": len(files)}
        inspected = imports.inspect(services, place)
        _keep(place, out)
        return {**inspected, "folder": str(out), "fetched": len(files)}
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _keep(place: Path, out: Path) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(place, out)
    except OSError as error:
        raise Refusal(
            f"{out} could not be saved",
            error.strerror or "the folder cannot be made",
            "Choose another folder",
            code=ExitCode.STORAGE,
        ) from None


def _refuse_taken(out: Path) -> None:
    if out.exists():
        raise Refusal(
            "The study was not fetched",
            f"{out} is there already",
            "Choose a folder that is not there yet",
            code=ExitCode.USAGE,
        )
