"""PINs of a session: argon2 hashes in a folder that its owner alone may read; never in the record.

A PIN of six digits can be tried out by whoever gets the hashes, so they are neither exported nor
uploaded; the throttle stands in the log, where a crash does not forget it.
"""

from __future__ import annotations

import json
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from trainer.attempt.log import damaged
from trainer.storage.atomic import atomic_write_bytes
from trainer.storage.regular_file import regular_bytes

FILE = "pins.json"
_BYTES = 2**20
_HASHER = PasswordHasher()  # argon2id, RFC 9106's second recommended choice: 64 MiB, 3 passes


def hasher() -> PasswordHasher:
    """What the hashes cost; the session's key is wrapped at the same cost."""
    return _HASHER


class PinFile:
    """Implements `trainer.session.exams.ports.Pins` in a private folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def set(self, who: str, pin: str) -> None:
        """Keep the hash of a PIN in place of an earlier one."""
        hashes = {**self._hashes(), who: _HASHER.hash(pin)}
        atomic_write_bytes(self._path, json.dumps(hashes, sort_keys=True, indent=1).encode())

    def is_right(self, who: str, pin: str) -> bool:
        """Whether it is the PIN. Raises Refusal where the file holds no such hash."""
        known = self._hashes().get(who)
        if known is None:
            raise damaged(FILE, who, "it has no PIN; issue a new one")
        try:
            return _HASHER.verify(known, pin)
        except VerifyMismatchError:
            return False
        except (VerificationError, InvalidHashError) as error:
            raise damaged(FILE, who, str(error)) from None

    def _hashes(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        try:
            found = json.loads(regular_bytes(self._path, _BYTES))
        except ValueError:
            raise damaged(FILE, "file", "it is not JSON; issue new PINs") from None
        return {str(who): str(one) for who, one in found.items()}
