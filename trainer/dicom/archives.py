"""Which archive an address means: dicom://TITLE@host:port or https://host/dicom-web."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from trainer.dicom.dimse_archive import OWN_TITLE, DimseArchive, Place
from trainer.dicom.web_archive import WebArchive
from trainer.refusal import ExitCode, Refusal
from trainer.session.loopback import is_loopback

_TITLE = re.compile(r"[ -\[\]-~]{1,16}")  # PS3.5, AE: no backslash


def archive_at(address: str, sign_in: str = "") -> DimseArchive | WebArchive:
    """The archive at an address. Raises Refusal (USAGE).

    address : ``dicom://CALLED@host:port``, with ``?calling=OURS`` where the archive knows this
    station by another title; or the root of DICOMweb, plain http on the loopback only.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _unusable("it is no address") from None
    if parts.password:
        raise _unusable("it holds a password, which others could read")
    if parts.scheme == "dicom":
        calling = parse_qs(parts.query).get("calling", [OWN_TITLE])[0]
        return DimseArchive(_place(parts.username or "", host, port, calling))
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.username:
        raise _unusable("it is neither dicom://TITLE@host:port nor https://host/path")
    if parts.scheme == "http" and not is_loopback(host):
        raise _unusable("plain http to another computer can be read on the way")
    return WebArchive(address.rstrip("/"), sign_in)


def _place(called: str, host: str, port: int | None, calling: str) -> Place:
    if not host or port is None:
        raise _unusable("a DICOM address needs a host and a port")
    for title in (called, calling):
        if not _TITLE.fullmatch(title) or not title.strip():
            raise _unusable(f"{title!r} is no application entity title of 1 to 16 letters")
    return Place(called, host, port, calling)


def _unusable(why: str) -> Refusal:
    return Refusal(
        "The archive's address cannot be used",
        why,
        "Give it as dicom://TITLE@host:port or https://host/dicom-web (docs/exchange.md)",
        code=ExitCode.USAGE,
    )
