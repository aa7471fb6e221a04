"""The key of an exam session: what is recorded stays closed on the disk until it may be seen.

The key is random and lies in memory while the staff is there. On the disk it lies once for each of
the staff, encrypted under their PIN (Argon2id, RFC 9106; ChaCha20-Poly1305, RFC 8439): whoever has
the computer and no PIN has files that cannot be read. It is gone when the session is let go.
"""

from __future__ import annotations

import base64
import binascii
import json
import secrets
from pathlib import Path
from typing import Annotated, Literal

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from trainer.attempt.log import damaged
from trainer.refusal import ExitCode, Refusal
from trainer.storage import exam_pins
from trainer.storage.atomic import atomic_write_bytes
from trainer.storage.file_lock import FileLock
from trainer.storage.regular_file import regular_bytes

FILE = "vault.json"
_BYTES = 2**20
_KEY_BYTES, _NONCE_BYTES, _SALT_BYTES = 32, 12, 16
_WRAPPED, _LINE, _WHOLE = b"rhizotomy-exam-key 1\n", b"rhizotomy-exam-line 1\n", b"exam-file 1\n"


class Wrapped(BaseModel):
    """The session's key under one person's PIN; limits keep a foreign file from costing more."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    kdf: Literal["argon2id"] = "argon2id"
    lanes: Annotated[int, Field(ge=1, le=8)]
    memory_kib: Annotated[int, Field(ge=8, le=1 << 20)]
    passes: Annotated[int, Field(ge=1, le=10)]
    salt: Annotated[str, Field(pattern=rf"^[0-9a-f]{{{2 * _SALT_BYTES}}}$")]
    key: str


class ExamVault:
    """The key of one session. folder : the session's private one."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._key: bytes | None = None

    @property
    def is_open(self) -> bool:
        """Whether the key is in memory."""
        return self._key is not None

    def make(self) -> None:
        """A new key. It is nowhere else until `keep`."""
        self._key = secrets.token_bytes(_KEY_BYTES)

    def keep(self, who: str, pin: str) -> None:
        """Let this PIN open it. The vault is open, or there is none yet and one is made."""
        if self._key is None:
            if self._path.exists():
                raise _shut()
            self.make()
        held = {name: one.model_dump() for name, one in self._held().items()}
        held[who] = self._wrapped(who, pin).model_dump()
        atomic_write_bytes(self._path, json.dumps(held, sort_keys=True, indent=1).encode())

    def open(self, who: str, pin: str) -> bool:
        """Open it by a PIN that was found right; whether it is open now.

        Whoever has no way in yet gets one where it is open already.
        """
        held = self._held().get(who)
        if self._key is None and held is not None:
            self._key = _unwrapped(held, who, pin)
        elif held is None and (self._key is not None or not self._path.exists()):
            self.keep(who, pin)
        return self._key is not None

    def shut(self) -> None:
        """Forget the key."""
        self._key = None

    def cipher(self) -> ChaCha20Poly1305:
        """What closes and opens. Raises Refusal (USAGE) while it is shut."""
        if self._key is None:
            raise _shut()
        return ChaCha20Poly1305(self._key)

    def _wrapped(self, who: str, pin: str) -> Wrapped:
        assert self._key is not None
        cost = exam_pins.hasher()
        empty = Wrapped(
            lanes=cost.parallelism,
            memory_kib=cost.memory_cost,
            passes=cost.time_cost,
            salt=secrets.token_hex(_SALT_BYTES),
            key="",
        )
        closed = _closed(_cipher_of(empty, pin), self._key, _WRAPPED + who.encode())
        return empty.model_copy(update={"key": closed.decode()})

    def _held(self) -> dict[str, Wrapped]:
        if not self._path.exists():
            return {}
        try:
            found = json.loads(regular_bytes(self._path, _BYTES))
            return {str(who): Wrapped.model_validate(one) for who, one in found.items()}
        except (ValueError, ValidationError, AttributeError):
            raise damaged(FILE, "file", "it does not say how it is opened") from None


class LockedFile:
    """A file that takes lines as `FileLock` does and stores each of them closed.

    count : lines that are there already. A partial last line, which a crash leaves, is cut first.
    """

    def __init__(self, file: FileLock, cipher: ChaCha20Poly1305, name: str, count: int = 0) -> None:
        self._file, self._cipher, self._name, self._count = file, cipher, name, count

    def append(self, data: bytes) -> None:
        """Write whole lines at the end and make them safe. Raises OSError."""
        stored = bytearray()
        for number, line in enumerate(data.split(b"\n")[:-1], start=self._count):
            stored += _closed(self._cipher, line, _place(self._name, number)) + b"\n"
        self._file.append(bytes(stored))
        self._count += data.count(b"\n")

    def cut_to(self, size: int) -> None:
        """Nothing is left to cut: what a crash left was cut before this was made."""
        raise AssertionError(f"{size} bytes of {self._name}")

    def release(self) -> None:
        """Let the file go."""
        self._file.release()


def opened_lines(stored: bytes, cipher: ChaCha20Poly1305, name: str) -> bytes:
    """The whole lines of a closed file. Raises Refusal INTEGRITY where one is not as written."""
    found = bytearray()
    for number, line in enumerate(stored.split(b"\n")[:-1]):
        try:
            found += _opened(cipher, line, _place(name, number)) + b"\n"
        except (InvalidTag, binascii.Error, ValueError):
            why = "it cannot be opened with the session's key"
            raise damaged(name, f"line {number + 1}", why) from None
    return bytes(found)


def closed_whole(data: bytes, cipher: ChaCha20Poly1305, name: str) -> bytes:
    """A file that is kept closed as a whole."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, data, _WHOLE + name.encode())


def opened_whole(stored: bytes, cipher: ChaCha20Poly1305, name: str) -> bytes:
    """What `closed_whole` was given. Raises Refusal INTEGRITY."""
    try:
        head, rest = stored[:_NONCE_BYTES], stored[_NONCE_BYTES:]
        return cipher.decrypt(head, rest, _WHOLE + name.encode())
    except (InvalidTag, ValueError):
        raise damaged(name, "file", "it cannot be opened with the session's key") from None


def _place(name: str, number: int) -> bytes:
    """What ties a line to its file and its place there."""
    return _LINE + f"{name}\n{number}".encode()


def _closed(cipher: ChaCha20Poly1305, data: bytes, told: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return base64.b64encode(nonce + cipher.encrypt(nonce, data, told))


def _opened(cipher: ChaCha20Poly1305, stored: bytes, told: bytes) -> bytes:
    raw = base64.b64decode(stored, validate=True)
    return cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], told)


def _unwrapped(held: Wrapped, who: str, pin: str) -> bytes:
    try:
        return _opened(_cipher_of(held, pin), held.key.encode(), _WRAPPED + who.encode())
    except (InvalidTag, binascii.Error, ValueError):
        raise damaged(FILE, who, "its PIN does not open it; let somebody else sign on") from None


def _cipher_of(held: Wrapped, pin: str) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(
        hash_secret_raw(
            pin.encode(),
            bytes.fromhex(held.salt),
            time_cost=held.passes,
            memory_cost=held.memory_kib,
            parallelism=held.lanes,
            hash_len=_KEY_BYTES,
            type=Type.ID,
        )
    )


def _shut() -> Refusal:
    return Refusal(
        "The attempts of this session are locked",
        "they are opened by the PIN of the staff",
        "Let the invigilator sign on first",
        code=ExitCode.USAGE,
    )
