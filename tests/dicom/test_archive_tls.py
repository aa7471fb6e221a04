"""A PACS over TLS: it proves who it is, so does the station, and who is unknown is refused."""

from __future__ import annotations

import contextlib
import datetime
import gc
import ipaddress
import json
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pydicom
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from trainer.dicom.archives import archive_at
from trainer.dicom.xa import exposure_bytes
from trainer.geometry.carm import CArmPose
from trainer.refusal import ExitCode, Refusal
from trainer.session.pacs import Query

pynetdicom = pytest.importorskip("pynetdicom", reason="the extra pacs is not installed")


def certificate(folder: Path, name: str, host: str = "127.0.0.1") -> Path:
    """A self-made certificate with its key in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(address, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, *form)
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


class Archive:
    """A DICOM server that demands a certificate of its clients. kept : what was stored."""

    def __init__(self, folder: Path) -> None:
        self.own, self.client = certificate(folder, "archive"), certificate(folder, "station")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.own)
        context.load_verify_locations(self.client)
        context.verify_mode = ssl.CERT_REQUIRED
        self.kept: list[str] = []
        entity = pynetdicom.AE("VAULT")
        entity.add_supported_context("1.2.840.10008.5.1.4.1.1.12.1")
        handlers = [(pynetdicom.evt.EVT_C_STORE, self._keep)]
        self.server = entity.start_server(
            ("127.0.0.1", 0), block=False, evt_handlers=handlers, ssl_context=context
        )

    def _keep(self, event: pynetdicom.evt.Event) -> int:
        self.kept.append(str(event.dataset.SOPInstanceUID))
        return 0

    def address(self, **more: Path) -> str:
        said = "&".join(f"{name}={path}" for name, path in more.items())
        return f"dicom+tls://VAULT@127.0.0.1:{self.server.server_address[1]}?{said}"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path)
    port = archive.server.server_address[1]
    yield archive
    archive.server.shutdown()
    archive.server.server_close()
    for one in gc.get_objects():  # the server of the test leaves what it refused unclosed
        if isinstance(one, socket.socket) and one.fileno() >= 0 and _is_of(one, port):
            one.close()


def _is_of(one: socket.socket, port: int) -> bool:
    try:
        return bool(one.getsockname()[1] == port)
    except (OSError, IndexError):
        return False


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    grey = np.arange(64 * 64, dtype=np.uint16).reshape(64, 64)
    facts = {"instance": "a-1", "study": "a", "number": 1, "compress": ""}
    path = tmp_path / "picture.dcm"
    path.write_bytes(exposure_bytes(grey, CArmPose(matrix_px=64), facts))
    return path


def test_a_picture_is_stored_where_both_prove_who_they_are(archive: Archive, picture: Path) -> None:
    at = archive_at(archive.address(ca=archive.own, certificate=archive.client))
    assert at.store([picture]) == 1
    assert len(archive.kept) == 1


def test_an_archive_that_nobody_vouches_for_is_refused(archive: Archive, picture: Path) -> None:
    for said in ({}, {"ca": archive.client}):
        with pytest.raises(Refusal, match="does not prove who it is"):
            archive_at(archive.address(**said)).store([picture])
    other = archive.address(ca=archive.own, certificate=archive.client).replace(
        "127.0.0.1", "localhost"
    )
    with pytest.raises(Refusal, match="does not prove who it is"):
        archive_at(other).store([picture])
    assert archive.kept == []


def test_a_station_that_is_unknown_stores_nothing(archive: Archive, picture: Path) -> None:
    with pytest.raises(Refusal):
        archive_at(archive.address(ca=archive.own)).store([picture])
    plain = archive.address().replace("dicom+tls", "dicom").rstrip("?")
    with pytest.raises(Refusal):
        archive_at(plain).store([picture])
    assert archive.kept == []


def test_certificates_that_are_not_there_are_told(tmp_path: Path) -> None:
    for said in ("ca", "certificate"):
        with pytest.raises(Refusal, match="cannot be read") as refused:
            archive_at(f"dicom+tls://VAULT@127.0.0.1:104?{said}={tmp_path / 'none.pem'}")
        assert refused.value.code is ExitCode.USAGE


@pytest.fixture
def real_archive(tmp_path: Path) -> Iterator[tuple[str, Path, Path]]:
    """The real Orthanc, its DICOM port over TLS alone: address, its certificate, the station's."""
    program = shutil.which("Orthanc", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None or not os.environ.get("RHIZOTOMY_TEST_ORTHANC_DICOM"):
        pytest.skip("no Orthanc was given (RHIZOTOMY_TEST_ORTHANC_DICOM)")
    own, client = certificate(tmp_path, "orthanc"), certificate(tmp_path, "station")
    port, web = free_port(), free_port()
    settings = {
        "StorageDirectory": str(tmp_path / "kept"), "IndexDirectory": str(tmp_path / "kept"),
        "HttpPort": web, "HttpBindAddresses": ["127.0.0.1"], "RemoteAccessAllowed": False,
        "AuthenticationEnabled": False, "DicomAet": "VAULT", "DicomPort": port, "Plugins": [],
        "DicomTlsEnabled": True, "DicomTlsCertificate": str(own), "DicomTlsPrivateKey": str(own),
        "DicomTlsTrustedCertificates": str(client), "DicomCheckCalledAet": True,
        "DicomModalities": {"station": {"AET": "RHIZOTOMY", "Host": "127.0.0.1", "Port": 1}},
    }  # fmt: skip
    (tmp_path / "kept").mkdir()
    (tmp_path / "orthanc.json").write_text(json.dumps(settings))
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen([program, str(tmp_path / "orthanc.json")], stdout=log, stderr=log)
    try:
        wait_for(port, server, tmp_path / "log")
        yield f"dicom+tls://VAULT@127.0.0.1:{port}", own, client
    finally:
        server.terminate()
        server.wait(20)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60.0
    while server.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1.0):
            return
        time.sleep(0.05)
    raise AssertionError(log.read_text()[-2000:])


def test_the_real_orthanc_over_tls_stores_finds_and_hands_out(
    real_archive: tuple[str, Path, Path], picture: Path, tmp_path: Path
) -> None:
    address, own, client = real_archive
    at = archive_at(f"{address}?ca={own}&certificate={client}")
    assert at.store([picture]) == 1
    (study,) = at.find(Query(patient_id="SIMULATION"))
    (tmp_path / "back").mkdir()
    (back,) = at.fetch(study.study_uid, tmp_path / "back")
    assert pydicom.dcmread(back).PixelData == pydicom.dcmread(picture).PixelData
    for said in (f"?ca={own}", f"?certificate={client}", f"?ca={client}&certificate={client}"):
        with pytest.raises(Refusal):
            archive_at(address + said).store([picture])
    with pytest.raises(Refusal):
        archive_at(address.replace("dicom+tls", "dicom")).store([picture])
