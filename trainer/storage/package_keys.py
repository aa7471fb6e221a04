"""Ed25519 keys of authors: the private one signs manifests, the public one checks them."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from trainer.refusal import ExitCode, Problem, Refusal
from trainer.storage.atomic import atomic_write_bytes, storage_refusal, sync_folder
from trainer.storage.package_limits import SIGNATURE_BYTES
from trainer.storage.package_manifest import SIGNATURE
from trainer.storage.package_zip import damaged, not_a_package
from trainer.storage.regular_file import regular_bytes

PUBLIC_ENDING = ".pub"
_ALGORITHM = "ed25519"
_KEY_HEX, _SIGNATURE_HEX = 64, 128


def new_key(path: Path) -> str:
    """Write a private key, readable by its owner only, and beside it the public one, `path`.pub.

    Returns the key's fingerprint. Raises Refusal (STORAGE); no key is ever written over.
    """
    public_path = path.with_name(path.name + PUBLIC_ENDING)
    for taken in (path, public_path):
        if os.path.lexists(taken):
            why = "a key that is written over can sign nothing any more"
            raise Refusal(
                f"{taken} exists already", why, "Choose another name", code=ExitCode.STORAGE
            )
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    atomic_write_bytes(public_path, public)
    _write_private(path, private)
    return fingerprint(raw_public(key.public_key()))


def _write_private(path: Path, private: bytes) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(private)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(path.parent)  # a key that is in the list and whose file is gone signs nothing
    except OSError as error:
        raise storage_refusal(path, error) from error


def private_key(path: Path) -> Ed25519PrivateKey:
    """The key of a private key file. Raises Refusal where the file is none."""
    try:
        key = serialization.load_pem_private_key(regular_bytes(path, SIGNATURE_BYTES), None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(path, "private")
    return key


def signature_bytes(manifest: bytes, key_path: Path) -> bytes:
    """The member that signs a manifest. Raises Refusal where the file is no private key."""
    key = private_key(key_path)
    document = {
        "algorithm": _ALGORITHM,
        "public_key": raw_public(key.public_key()).hex(),
        "signature": key.sign(manifest).hex(),
    }
    return (json.dumps(document, sort_keys=True, indent=1) + "\n").encode("ascii")


def public_key(path: Path) -> bytes:
    """The 32 bytes of a public key file. Raises Refusal."""
    try:
        key = serialization.load_pem_public_key(regular_bytes(path, SIGNATURE_BYTES))
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise _no_key(path, "public")
    return raw_public(key)


def signer_of(manifest: bytes, signature: bytes, package: str) -> bytes:
    """The public key that signed a manifest.

    Raises Refusal: BAD_INPUT where it is no signature, INTEGRITY where it is one of other bytes.
    """
    key, sign = _read_signature(signature, package)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(sign, manifest)
    except (InvalidSignature, ValueError):
        problem = Problem(SIGNATURE, "is not a signature of this manifest")
        raise damaged([problem], package) from None
    return key


def _read_signature(signature: bytes, package: str) -> tuple[bytes, bytes]:
    try:
        document = json.loads(signature.decode("ascii"))
        key, sign = str(document["public_key"]), str(document["signature"])
        whole = {"algorithm": _ALGORITHM, "public_key": key, "signature": sign}
        if document != whole or (len(key), len(sign)) != (_KEY_HEX, _SIGNATURE_HEX):
            raise ValueError
        return bytes.fromhex(key), bytes.fromhex(sign)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise not_a_package(package, [Problem(SIGNATURE, "is no signature")]) from None


def fingerprint(key: bytes) -> str:
    """What people compare: the first 16 hexadecimal digits of the key's SHA-256."""
    return hashlib.sha256(key).hexdigest()[:16]


def raw_public(key: Ed25519PublicKey) -> bytes:
    """The 32 bytes of a public key."""
    return key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def _no_key(path: Path, kind: str) -> Refusal:
    return Refusal(
        f"{path} cannot be used",
        f"it is no {kind} Ed25519 key",
        "Make a pair with 'scenario key new'",
    )
