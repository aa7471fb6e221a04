"""Which archive an address means: dicom:// or dicom+tls://TITLE@host:port, https://host/path."""

from __future__ import annotations

import re
import ssl
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from trainer.dicom.dimse_archive import OWN_TITLE, DimseArchive, Place
from trainer.dicom.web_archive import WebArchive
from trainer.refusal import ExitCode, Refusal
from trainer.session.loopback import is_loopback

_TITLE = re.compile(r"[ -\[\]-~]{1,16}")  # PS3.5, AE: no backslash


def archive_at(address: str, sign_in: str = "") -> DimseArchive | WebArchive:
    """The archive at an address. Raises Refusal (USAGE).

    address : ``dicom://CALLED@host:port``, with ``?calling=OURS`` where the archive knows this
    station by another title; ``dicom+tls://`` the same encrypted (PS3.15, B.12), with ``ca=FILE``
    where the system does not know who signed its certificate, and ``certificate=FILE`` where it
    asks for ours; or the root of DICOMweb, plain http on the loopback only.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _unusable("it is no address") from None
    if parts.password:
        raise _unusable("it holds a password, which others could read")
    if parts.scheme in ("dicom", "dicom+tls"):
        said = {name: values[0] for name, values in parse_qs(parts.query).items()}
        place = _place(parts.username or "", host, port, said.get("calling", OWN_TITLE))
        tls = _tls(said.get("ca", ""), said.get("certificate", ""))
        return DimseArchive(replace(place, tls=tls) if parts.scheme == "dicom+tls" else place)
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


def _tls(ca: str, certificate: str) -> ssl.SSLContext:
    """TLS 1.2 or later, the archive's name checked. certificate : ours with its key, PEM."""
    try:
        context = ssl.create_default_context(cafile=ca or None)
        if certificate:
            context.load_cert_chain(certificate)
    except OSError as error:  # ssl.SSLError is one
        raise _unusable(f"its ca or certificate cannot be read ({error})") from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _unusable(why: str) -> Refusal:
    return Refusal(
        "The archive's address cannot be used",
        why,
        "Give it as dicom://TITLE@host:port or https://host/dicom-web (docs/exchange.md)",
        code=ExitCode.USAGE,
    )
