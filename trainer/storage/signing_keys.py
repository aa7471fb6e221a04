"""Keys of this computer for exam records: made at enrolment, replaced and revoked by an event.

A private key lies in a file that its owner alone may read, the public one beside it, and what
happened to them in a list that only grows. Whoever can read the private key can sign: the list, the
examiner's signature and the anchor that left the house are what shows it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from trainer.assessment.keys import (
    KeyEvent,
    KnownKey,
    Role,
    current_key,
    event_from_json,
    event_to_json,
    known_keys,
)
from trainer.attempt.log import damaged
from trainer.refusal import ExitCode, Refusal
from trainer.storage.atomic import storage_refusal, sync_folder
from trainer.storage.chained_file import ChainedFile
from trainer.storage.package_keys import (
    PUBLIC_ENDING,
    fingerprint,
    new_key,
    private_key,
    public_key,
    raw_public,
)
from trainer.storage.trusted_keys import TrustedKeys

LIST, TRUSTED = "keys.jsonl", "trusted"


@dataclass(frozen=True, slots=True)
class FileSigner:
    """Implements `trainer.session.ports.Signer` with a private key held in memory."""

    key: Ed25519PrivateKey = field(repr=False)

    @property
    def key_id(self) -> str:
        """Its fingerprint."""
        return fingerprint(self.public_bytes)

    @property
    def public_bytes(self) -> bytes:
        """The 32 bytes of the public key."""
        return raw_public(self.key.public_key())

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the signature."""
        return self.key.sign(message)


class SigningKeys:
    """The keys of a folder, one current key a role. Everything raises Refusal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._list = ChainedFile(folder / LIST)
        self._trusted = TrustedKeys(folder / TRUSTED)

    def events(self) -> tuple[KeyEvent, ...]:
        """What happened to the keys, oldest first."""
        try:
            return tuple(event_from_json(line) for line in self._list.lines())
        except ValueError as error:
            raise damaged(LIST, "a line", str(error)) from None

    def known(self) -> Mapping[str, KnownKey]:
        """Every key that ever was, by public key."""
        return known_keys(self.events())

    def enrol(self, role: Role, name: str, at_utc: str) -> KnownKey:
        """Make the first key of a role, or the next one after a revocation.

        name : of the station or the examiner. Refused while there is a current key.
        """
        current = current_key(self.events(), role)
        if current is not None:
            raise Refusal(
                f"The {role} key was not made",
                f"there is one already: {current.key_id}, {current.name}",
                "Replace it by a new one if it has to change",
            )
        return self._made("enrolled", role, name, at_utc, "", "")

    def rotate(self, role: Role, at_utc: str, reason: str) -> KnownKey:
        """Replace the current key; the old private key is destroyed, what it signed still counts.

        Refused where there is no current key.
        """
        old = self._current(role)
        made = self._made("rotated", role, old.name, at_utc, reason, old.public_key)
        self._destroy(old)
        return made

    def revoke(self, public: str, at_utc: str, reason: str) -> None:
        """Say that a key counts no more from now on; its private file here is destroyed.

        Refused for a key that is not in the list or was revoked before.
        """
        known = self.known().get(public)
        if known is None or known.revoked_utc:
            why = "it is not in the list" if known is None else f"it was, {known.revoked_utc}"
            raise Refusal("The key was not revoked", why, "Check the fingerprint")
        event = KeyEvent("revoked", known.role, known.name, public, at_utc, reason)
        self._list.append([event_to_json(event)])
        self._destroy(known)

    def signer(self, role: Role) -> FileSigner:
        """The current key of a role, ready to sign. Refused where there is none."""
        known = self._current(role)
        path = self._private_path(known)
        if path is None:
            raise Refusal(
                f"The {role} key cannot sign",
                f"the private part of {known.key_id} is not on this computer",
                "Put it back from where it was kept, or replace the key",
            )
        _refuse_open_to_others(path)
        return FileSigner(private_key(path))

    def public_path(self, role: Role) -> Path:
        """The public key file of a role's current key, to hand out. Refused where there is none."""
        known = self._current(role)
        found = self._public_path(known)
        if found is None:
            raise Refusal(
                f"The {role} key cannot be handed out",
                f"the public part of {known.key_id} is not on this computer",
                "Replace the key",
            )
        return found

    def trusted(self) -> Mapping[str, str]:
        """Public keys (hex) of other stations that were brought in, by fingerprint."""
        return self._trusted.all()

    def trust(self, path: Path) -> str:
        """Bring in another station's public key file; its fingerprint, to be compared by voice."""
        return self._trusted.add(path)

    def distrust(self, named: str) -> None:
        """Take a key that was brought in away again."""
        self._trusted.remove(named)

    def list_path(self) -> Path:
        """The list of keys, to hand out to whoever checks; it holds nothing secret."""
        return self._list.path

    def _current(self, role: Role) -> KnownKey:
        found = current_key(self.events(), role)
        if found is None:
            raise Refusal(
                f"There is no {role} key",
                "none was enrolled on this computer, or it was revoked",
                "Enrol one first",
            )
        return found

    def _made(
        self, act: str, role: Role, name: str, at_utc: str, reason: str, replaces: str
    ) -> KnownKey:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise storage_refusal(self.folder, error) from error
        path = self.folder / f"{role}-{self._next(role)}.key"
        new_key(path)
        public = public_key(path.with_name(path.name + PUBLIC_ENDING)).hex()
        event = event_from_json(
            {
                **{"event": act, "role": role, "name": name, "public_key": public},
                **{"at_utc": at_utc, "reason": reason, "replaces": replaces},
            }
        )
        self._list.append([event_to_json(event)])
        return self.known()[public]

    def _next(self, role: Role) -> int:
        taken = (file.name.split(".")[0] for file in self.folder.glob(f"{role}-*"))
        numbers = [int(name.rpartition("-")[2]) for name in taken if name[-1:].isdigit()]
        return max(numbers, default=0) + 1

    def _public_path(self, known: KnownKey) -> Path | None:
        for path in sorted(self.folder.glob(f"{known.role}-*{PUBLIC_ENDING}")):
            with contextlib.suppress(Refusal):
                if public_key(path).hex() == known.public_key:
                    return path
        return None

    def _private_path(self, known: KnownKey) -> Path | None:
        public = self._public_path(known)
        path = None if public is None else public.with_name(public.name[: -len(PUBLIC_ENDING)])
        return path if path is not None and path.is_file() else None

    def _destroy(self, known: KnownKey) -> None:
        path = self._private_path(known)
        if path is None:
            return
        try:
            path.unlink(missing_ok=True)
            sync_folder(path.parent)
        except OSError as error:
            raise Refusal(
                f"The private part of {known.key_id} was not destroyed",
                f"{path.name}: {error.strerror}; that the key changed is in the list",
                "Delete the file yourself",
                code=ExitCode.STORAGE,
            ) from error


def _refuse_open_to_others(path: Path) -> None:
    """A private key that others may read proves nothing any more."""
    if os.name != "nt" and path.stat().st_mode & 0o077:
        raise Refusal(
            f"{path.name} cannot be used",
            f"other people of this computer may read it (mode {path.stat().st_mode & 0o777:o})",
            "Replace the key; a copy may be elsewhere",
            code=ExitCode.INTEGRITY,
        )
