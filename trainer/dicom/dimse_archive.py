"""A PACS by DIMSE (PS3.7): C-STORE, C-FIND, C-GET with pynetdicom."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydicom.dataset import Dataset
from pydicom.uid import (
    JPEG2000,
    UID,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
)

from trainer.dicom.archive_words import MOST_FILES, NOT_FETCHED, WAIT_S, Shelf, failed
from trainer.dicom.pacs_extra import needs_pacs_extra
from trainer.refusal import Refusal
from trainer.session.pacs import FoundStudy, Query

if TYPE_CHECKING:
    from pynetdicom.ae import ApplicationEntity
    from pynetdicom.association import Association
    from pynetdicom.events import Event

OWN_TITLE = "RHIZOTOMY"
NOT_STORED, NOT_ASKED = "Nothing more was stored in the archive", "The archive was not asked"
_PENDING, _SUCCESS = (0xFF00, 0xFF01), 0x0000
_STORED = (0x0000, 0xB000, 0xB006, 0xB007)  # success, and warnings that it was stored
_ENOUGH = 0xFE00  # cancelled: the limit was reached
# What this program writes, and what it can import (PS3.4 annex B).
_WRITTEN = ("1.2.840.10008.5.1.4.1.1.12.1", "1.2.840.10008.5.1.4.1.1.88.33")
_READ = (
    *_WRITTEN,
    "1.2.840.10008.5.1.4.1.1.2",  # CT
    "1.2.840.10008.5.1.4.1.1.2.1",  # enhanced CT
    "1.2.840.10008.5.1.4.1.1.12.2",  # XRF
    "1.2.840.10008.5.1.4.1.1.1",  # CR
    "1.2.840.10008.5.1.4.1.1.1.1",  # DX
    "1.2.840.10008.5.1.4.1.1.66.4",  # SEG
)
_COMPRESSED = (RLELossless, JPEG2000Lossless)
# What the reader decodes, each offered by itself: an archive takes one of an offer's syntaxes.
_COMPRESSED_READ = (
    *_COMPRESSED,
    JPEGLosslessSV1,
    JPEGLossless,
    JPEGBaseline8Bit,
    JPEGLSLossless,
    JPEG2000,
)
_UID = re.compile(r"[0-9.]{1,64}")


@dataclass(frozen=True, slots=True)
class Place:
    """Of an archive that speaks DICOM. called, calling : application entity titles.

    tls : how it is encrypted, None where it is not.
    """

    called: str
    host: str
    port: int
    calling: str = OWN_TITLE
    tls: ssl.SSLContext | None = None


class DimseArchive:
    """Implements `trainer.session.pacs.Archive`. Raises Refusal without the extra `pacs`."""

    def __init__(self, place: Place) -> None:
        with needs_pacs_extra("The archive cannot be asked"):
            import pynetdicom
        self._library = pynetdicom
        self._place = place

    def store(self, files: Sequence[Path]) -> int:
        """Store files by C-STORE. Raises Refusal."""
        entity = self._entity()
        for kind in _WRITTEN:
            _offer(entity, kind, _COMPRESSED)
        with self._associated(entity, NOT_STORED) as association:
            for number, path in enumerate(files):
                self._store_one(association, path, number)
        return len(files)

    def _store_one(self, association: Association, path: Path, before: int) -> None:
        try:
            status = association.send_c_store(path)
        except (ValueError, AttributeError, OSError) as error:
            why = f"{path.name} is no picture or report that this program wrote ({error})"[:300]
            raise failed(NOT_STORED, f"{why}; {before} file(s) before it are stored") from None
        if status.get("Status") not in _STORED:
            why = f"it did not take {path.name} ({_hex(status)}); {before} before it are stored"
            raise failed(NOT_STORED, why)

    def find(self, query: Query) -> tuple[FoundStudy, ...]:
        """Studies by C-FIND. Raises Refusal."""
        kind = "1.2.840.10008.5.1.4.1.2.2.1"  # study root, find
        entity = self._entity()
        entity.add_requested_context(kind)
        found: list[FoundStudy] = []
        with self._associated(entity, NOT_ASKED) as association:
            for status, row in association.send_c_find(_identifier(query), UID(kind)):
                code = status.get("Status")
                if code in _PENDING and row is not None and len(found) < MOST_FILES:
                    found.append(_study(row))
                elif code not in (*_PENDING, _SUCCESS, _ENOUGH):
                    raise failed(NOT_ASKED, f"it says no ({_hex(status)})")
        return tuple(found)

    def fetch(self, study_uid: str, folder: Path) -> tuple[Path, ...]:
        """A study's files by C-GET, which needs no port of our own. Raises Refusal."""
        if not _UID.fullmatch(study_uid):
            raise failed(NOT_FETCHED, f"{study_uid[:80]!r} is no study's UID", "Use pacs find")
        kind = "1.2.840.10008.5.1.4.1.2.2.3"  # study root, get
        entity = self._entity()
        entity.add_requested_context(kind)
        roles = []
        for wanted in _READ:
            _offer(entity, wanted, _COMPRESSED_READ)
            roles.append(self._library.build_role(UID(wanted), scp_role=True))
        shelf, stopped = Shelf(folder), []

        def keep(event: Event) -> int:
            try:  # as it came: nothing of it is read here
                shelf.add(event.encoded_dataset())
            except Refusal as refusal:
                stopped.append(refusal)
                return 0xA700  # out of resources
            return _SUCCESS

        identifier = Dataset()
        identifier.QueryRetrieveLevel, identifier.StudyInstanceUID = "STUDY", study_uid
        handlers = [(self._library.evt.EVT_C_STORE, keep)]
        with self._associated(entity, NOT_FETCHED, ext_neg=roles, evt_handlers=handlers) as asked:
            for status, _row in asked.send_c_get(identifier, UID(kind)):
                code = status.get("Status")
                if not stopped and code not in (*_PENDING, _SUCCESS):
                    raise failed(NOT_FETCHED, f"it did not send all of it ({_hex(status)})")
        if stopped:
            raise stopped[0]
        return tuple(shelf.files)

    def _entity(self) -> ApplicationEntity:
        entity = self._library.AE(self._place.calling)
        entity.connection_timeout = entity.acse_timeout = entity.network_timeout = WAIT_S
        entity.dimse_timeout = 3 * WAIT_S
        return entity

    @contextmanager
    def _associated(
        self, entity: ApplicationEntity, what: str, **options: Any
    ) -> Iterator[Association]:
        place = self._place
        _knock(place, what)
        if place.tls is not None:
            options["tls_args"] = (place.tls, place.host)
        opened: list[socket.socket] = []  # what breaks in a handshake the library leaves open
        told = (self._library.evt.EVT_CONN_OPEN, lambda one: opened.append(_socket_of(one)))
        options["evt_handlers"] = [*options.get("evt_handlers", ()), told]
        association = entity.associate(place.host, place.port, ae_title=place.called, **options)
        try:
            if not association.is_established:
                said = (
                    "it refuses this station" if association.is_rejected else "it does not answer"
                )
                raise failed(what, f"{said} ({place.called}@{place.host}:{place.port})")
            yield association
        finally:
            if association.is_established:
                association.release()
            for one in opened:
                one.close()


def _socket_of(opened: Event) -> socket.socket:
    association: Any = opened.assoc
    found: socket.socket = association.dul.socket.socket
    return found


def _knock(place: Place, what: str) -> None:
    """Whether anything answers there, and is who it says: pynetdicom would leave a socket open."""
    try:
        with socket.create_connection((place.host, place.port), WAIT_S) as plain:
            if place.tls is not None:
                place.tls.wrap_socket(plain, server_hostname=place.host).close()
    except ssl.SSLCertVerificationError as error:
        why = f"{place.host}:{place.port} does not prove who it is ({error.verify_message})"
        raise failed(what, why) from None
    except OSError as error:
        raise failed(what, f"{place.host}:{place.port} does not answer ({error})") from None


def _offer(entity: ApplicationEntity, kind: str, compressed: Sequence[UID]) -> None:
    entity.add_requested_context(kind)  # the uncompressed syntaxes
    for syntax in compressed:
        entity.add_requested_context(kind, syntax)


def _hex(status: Dataset) -> str:
    code = status.get("Status")
    return "the connection broke" if code is None else f"status {int(code):04X}"


def _identifier(query: Query) -> Dataset:
    wanted = Dataset()
    wanted.QueryRetrieveLevel = "STUDY"
    wanted.SpecificCharacterSet = "ISO_IR 192"
    wanted.PatientID = query.patient_id
    wanted.PatientName = query.patient_name
    wanted.StudyInstanceUID = query.study_uid
    wanted.StudyDate = query.study_date
    wanted.ModalitiesInStudy = query.modality
    wanted.StudyDescription = ""
    wanted.NumberOfStudyRelatedInstances = ""
    return wanted


def _study(row: Dataset) -> FoundStudy:
    modalities = row.get("ModalitiesInStudy") or ()
    count = str(row.get("NumberOfStudyRelatedInstances") or "")
    return FoundStudy(
        study_uid=str(row.get("StudyInstanceUID", "")),
        patient_id=str(row.get("PatientID", "")),
        patient_name=str(row.get("PatientName", "")),
        study_date=str(row.get("StudyDate", "")),
        description=str(row.get("StudyDescription", "")),
        modalities=(modalities,) if isinstance(modalities, str) else tuple(map(str, modalities)),
        instances=int(count) if count.isdigit() else None,
    )
