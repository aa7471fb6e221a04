"""A PACS by DICOMweb (PS3.18): STOW-RS, QIDO-RS, WADO-RS.

By hand on the standard library: a client library would read what it fetches inside this process,
and foreign DICOM is read by limited children alone (DESIGN 13).
"""

from __future__ import annotations

import base64
import http.client
import json
import re
import secrets
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, cast
from urllib.parse import quote, urlencode

from trainer.dicom.archive_words import (
    MOST_FILES,
    NOT_FETCHED,
    WAIT_S,
    Shelf,
    failed,
    parts_of,
)
from trainer.session.pacs import FoundStudy, Query

NOT_STORED, NOT_ASKED = "Nothing more was stored in the archive", "The archive was not asked"
MOST_ANSWER_BYTES = 16 * 1024**2
BATCH_BYTES = 32 * 1024**2  # of one STOW request; a larger file goes alone
_UID = re.compile(r"[0-9.]{1,64}")
_FIELDS = {  # our query to DICOM's attributes
    "patient_id": "PatientID",
    "patient_name": "PatientName",
    "study_uid": "StudyInstanceUID",
    "study_date": "StudyDate",
    "modality": "ModalitiesInStudy",
}
_TOLD = ("00081030", "00080061", "00201208")  # description, modalities, number of instances
Read = TypeVar("Read")


class _NoDetour(urllib.request.HTTPRedirectHandler):
    """Where the sign-in goes is where it was meant to go."""

    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


class WebArchive:
    """Implements `trainer.session.pacs.Archive`. url : without last slash, checked before.

    sign_in : "user:password", "" for none.
    """

    def __init__(self, url: str, sign_in: str = "") -> None:
        self._url = url
        basic = base64.b64encode(sign_in.encode()).decode("ascii")
        self._sign_in = {"Authorization": f"Basic {basic}"} if sign_in else {}
        self._opener = urllib.request.build_opener(_NoDetour)

    def store(self, files: Sequence[Path]) -> int:
        """Store files by STOW-RS, some at a time. Raises Refusal."""
        batch: list[bytes] = []
        stored = 0
        for path in files:
            batch.append(path.read_bytes())
            if sum(len(data) for data in batch) >= BATCH_BYTES:
                stored += self._stow(batch)
                batch = []
        return stored + (self._stow(batch) if batch else 0)

    def find(self, query: Query) -> tuple[FoundStudy, ...]:
        """Studies by QIDO-RS. Raises Refusal."""
        asked = [(tag, getattr(query, name)) for name, tag in _FIELDS.items()]
        wanted = [(tag, value) for tag, value in asked if value]
        more = [("includefield", tag) for tag in _TOLD]
        url = "/studies?" + urlencode([*wanted, *more], safe="*", quote_via=quote)
        return self._ask(NOT_ASKED, url, _studies, {"Accept": "application/dicom+json"})

    def fetch(self, study_uid: str, folder: Path) -> tuple[Path, ...]:
        """A study's files by WADO-RS. Raises Refusal."""
        if not _UID.fullmatch(study_uid):
            raise failed(NOT_FETCHED, f"{study_uid[:80]!r} is no study's UID", "Use pacs find")
        shelf = Shelf(folder)
        accept = 'multipart/related; type="application/dicom"; transfer-syntax=*'

        def read(answer: http.client.HTTPResponse) -> None:
            boundary = answer.headers.get_boundary()
            if boundary is None:
                raise ValueError("it is no multipart answer")
            for content in parts_of(cast(BinaryIO, answer), boundary.encode("ascii", "replace")):
                shelf.add(content)

        self._ask(NOT_FETCHED, f"/studies/{study_uid}", read, {"Accept": accept}, none=404)
        return tuple(shelf.files)

    def _stow(self, batch: Sequence[bytes]) -> int:
        mark = f"rhizotomy-{secrets.token_hex(16)}"
        head = f"\r\n--{mark}\r\nContent-Type: application/dicom\r\n\r\n".encode()
        body = b"".join(head + data for data in batch) + f"\r\n--{mark}--\r\n".encode()
        kind = f'multipart/related; type="application/dicom"; boundary={mark}'
        headers = {"Content-Type": kind, "Accept": "application/dicom+json"}
        self._ask(NOT_STORED, "/studies", _all_taken, headers, body)
        return len(batch)

    def _ask(
        self,
        what: str,
        path: str,
        read: Callable[[http.client.HTTPResponse], Read],
        headers: Mapping[str, str],
        body: bytes | None = None,
        none: int = 0,
    ) -> Read | Any:
        """Ask, and read the answer. none : the status that means that there is nothing."""
        request = urllib.request.Request(  # noqa: S310 - the address was checked
            self._url + path, data=body, headers={**headers, **self._sign_in}
        )
        try:
            with self._opener.open(request, timeout=WAIT_S) as answer:
                return read(answer)
        except urllib.error.HTTPError as error:
            with error:
                if error.code == none:
                    return None
                said = error.read(2000).decode("utf-8", "replace")
            raise failed(what, f"it answers with {error.code}{_reason(said)}") from None
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise failed(what, f"the archive cannot be reached ({reason})"[:200]) from None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise failed(what, f"what answers there is no DICOMweb server ({error})") from None


def _reason(said: str) -> str:
    words = " ".join(re.sub(r"<[^>]*>", " ", said).split())[:160]
    return f": {words}" if words else ""


def _all_taken(answer: http.client.HTTPResponse) -> None:
    """PS3.18 10.5: what was not stored stands in the Failed SOP Sequence (0008,1198)."""
    told = json.loads(answer.read(MOST_ANSWER_BYTES))
    bad = told.get("00081198", {}).get("Value", [])
    if bad:
        raise failed(NOT_STORED, f"it did not take {len(bad)} of the files")


def _studies(answer: http.client.HTTPResponse) -> tuple[FoundStudy, ...]:
    data = answer.read(MOST_ANSWER_BYTES)
    rows = json.loads(data) if data else []  # 204: none
    return tuple(_study(row) for row in rows[:MOST_FILES])


def _study(row: Mapping[str, Any]) -> FoundStudy:
    count = _values(row, "00201208")
    return FoundStudy(
        study_uid=_first(row, "0020000D"),
        patient_id=_first(row, "00100020"),
        patient_name=_first(row, "00100010"),
        study_date=_first(row, "00080020"),
        description=_first(row, "00081030"),
        modalities=tuple(str(one) for one in _values(row, "00080061")),
        instances=int(count[0]) if count else None,
    )


def _values(row: Mapping[str, Any], tag: str) -> list[Any]:
    values: list[Any] = row.get(tag, {}).get("Value", [])
    return values


def _first(row: Mapping[str, Any], tag: str) -> str:
    values = _values(row, tag)
    value = values[0] if values else ""
    return str(value.get("Alphabetic", "") if isinstance(value, dict) else value)
