"""Exam packages: a whole package encrypted under a passphrase until the session starts.

A line that says what it is, a line of JSON with the parameters, then ChaCha20-Poly1305 over the
package (RFC 8439); both lines are authenticated with it. The key comes from the passphrase by
Argon2id (RFC 9106). Salt and nonce are fresh, so two sealed copies of one package differ.
"""

from __future__ import annotations

import secrets
import unicodedata
from typing import Annotated, Literal

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from trainer.refusal import ExitCode, Refusal
from trainer.storage.package_limits import PACKAGE_BYTES

MAGIC = b"rhizotomy-trainer exam package 1\n"
PASSPHRASE_MARKS = 12  # design value: what an invigilator can still read out
_HEADER_BYTES = 1024
_KEY_BYTES, _NONCE_BYTES, _SALT_BYTES, _TAG_BYTES = 32, 12, 16, 16


class SealHeader(BaseModel):
    """How the key is derived. Costs: RFC 9106's second recommended choice, 64 MiB and 3 passes.

    The upper limits keep a foreign file from asking for hours or all of the memory.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    cipher: Literal["chacha20-poly1305"] = "chacha20-poly1305"
    kdf: Literal["argon2id"] = "argon2id"
    lanes: Annotated[int, Field(ge=1, le=8)] = 4
    memory_kib: Annotated[int, Field(ge=8192, le=1 << 20)] = 65_536
    passes: Annotated[int, Field(ge=1, le=10)] = 3
    nonce: Annotated[str, Field(pattern=rf"^[0-9a-f]{{{2 * _NONCE_BYTES}}}$")]
    salt: Annotated[str, Field(pattern=rf"^[0-9a-f]{{{2 * _SALT_BYTES}}}$")]


def is_sealed(head: bytes) -> bool:
    """Whether a file begins as an encrypted package does."""
    return head.startswith(MAGIC[:-2])


def sealed_package(package: bytes, passphrase: str) -> bytes:
    """A package, encrypted. Raises Refusal (USAGE) for a passphrase that is too short."""
    if len(passphrase) < PASSPHRASE_MARKS:
        raise Refusal(
            "The package was not encrypted",
            f"the passphrase has {len(passphrase)} characters of at least {PASSPHRASE_MARKS}",
            "Choose a longer one: four words that do not belong together, for example",
            code=ExitCode.USAGE,
        )
    header = SealHeader(nonce=secrets.token_hex(_NONCE_BYTES), salt=secrets.token_hex(_SALT_BYTES))
    head = MAGIC + header.model_dump_json().encode("ascii") + b"\n"
    cipher = ChaCha20Poly1305(_key(header, passphrase))
    return head + cipher.encrypt(bytes.fromhex(header.nonce), package, head)


def opened_package(data: bytes, passphrase: str) -> bytes:
    """The package inside an encrypted one, in memory.

    Raises Refusal: BAD_INPUT where it is no encrypted package or a newer one, INTEGRITY where the
    passphrase is another one or the file was changed (nobody can tell the two apart).
    """
    head, header = _read_head(data)
    cipher = ChaCha20Poly1305(_key(header, passphrase))
    try:
        return cipher.decrypt(bytes.fromhex(header.nonce), data[len(head) :], head)
    except InvalidTag:
        raise Refusal(
            "The exam package stays closed",
            "the passphrase is another one, or the file is damaged or was changed",
            "Type the passphrase again; if it is right, ask for the file again",
            code=ExitCode.INTEGRITY,
        ) from None


def _read_head(data: bytes) -> tuple[bytes, SealHeader]:
    if not data.startswith(MAGIC):
        newer = is_sealed(data)
        why = "it is newer than this program" if newer else "it is not an encrypted package"
        raise _unusable(why)
    end = data.find(b"\n", len(MAGIC), len(MAGIC) + _HEADER_BYTES)
    if end < 0 or not _TAG_BYTES <= len(data) - end - 1 <= PACKAGE_BYTES + _TAG_BYTES:
        raise _unusable("it is cut off, or longer than a package may be")
    try:
        return data[: end + 1], SealHeader.model_validate_json(data[len(MAGIC) : end])
    except ValidationError:
        raise _unusable("its second line does not say how to open it") from None


def _key(header: SealHeader, passphrase: str) -> bytes:
    """The key of a passphrase; the same letters typed on another keyboard are the same (NFC)."""
    try:
        return hash_secret_raw(
            unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"),
            bytes.fromhex(header.salt),
            time_cost=header.passes,
            memory_cost=header.memory_kib,
            parallelism=header.lanes,
            hash_len=_KEY_BYTES,
            type=Type.ID,
        )
    except HashingError as error:
        raise _unusable(f"its key cannot be derived here ({error})") from None


def _unusable(why: str) -> Refusal:
    return Refusal("The exam package cannot be opened", why, "Ask for the file again")
