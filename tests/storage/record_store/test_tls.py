"""A server that cannot prove who it is gets no password (reliability.md 5.7)."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from trainer.refusal import Refusal
from trainer.storage.records.address import address_of
from trainer.storage.records.opening import open_records

YES = b"S"  # PostgreSQL's protocol, 55.2.11: the server is willing


def certificate(folder: Path, name: str) -> Path:
    """A certificate of a host by itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path = folder / f"{name}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


@contextmanager
def door(own: Path, heard: list[bytes]) -> Iterator[int]:
    """A port that answers as a PostgreSQL with this certificate; heard : what came through TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own)

    def answer(listening: socket.socket) -> None:
        with suppress(OSError):
            client, _ = listening.accept()
            with client:
                client.recv(8)
                client.sendall(YES)
                with context.wrap_socket(client, server_side=True) as safe:
                    heard.append(safe.recv(1024))

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=answer, args=(listening,))
        thread.start()
        yield listening.getsockname()[1]
        listening.close()
        thread.join()


@pytest.mark.parametrize("trusted", ["stranger", "elsewhere"])
def test_an_untrusted_certificate_and_one_of_another_host_are_refused(
    tmp_path: Path, trusted: str
) -> None:
    """elsewhere : its root is trusted, but it belongs to another host than was asked for."""
    own = certificate(tmp_path, "elsewhere.example")
    root = own if trusted == "elsewhere" else certificate(tmp_path, "stranger.example")
    heard: list[bytes] = []
    with door(own, heard) as port:
        url = f"postgresql://u:geheim@localhost:{port}/d?sslmode=verify-full&sslrootcert={root}"
        with pytest.raises(Refusal) as refused:
            open_records(address_of(url))
    assert "certificate is not to be trusted" in refused.value.why
    assert "geheim" not in str(refused.value)
    assert all(b"user" not in said for said in heard)
