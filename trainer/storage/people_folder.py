"""Who pseudonyms are: each person's text under a key of their own, which can be destroyed.

people/text/ID.json   pseudonym, nonce, ciphertext (AES-256-GCM, bound to the pseudonym)
people/keys/ID.key    32 bytes; leave this folder out of backups (docs/exchange.md)
people/erased.jsonl   who was erased, when, and why where that was said

ID is the start of the pseudonym's SHA-256, so that no pseudonym has to be a file name.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import secrets
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from trainer.attempt.log import damaged
from trainer.refusal import ExitCode, Refusal
from trainer.session.people import Person
from trainer.session.settings import Settings
from trainer.storage.atomic import atomic_write_bytes, storage_refusal, sync_folder
from trainer.storage.regular_file import regular_bytes

KEY_BYTES, NONCE_BYTES = 32, 12  # AES-256-GCM, NIST SP 800-38D
MOST_BYTES = 16 * 2**20
_SAME_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip can tell


class PeopleFolder:
    """Implements `trainer.session.people.PeopleStore`. settings : read when asked."""

    def __init__(self, folder: Path, settings: Callable[[], Settings]) -> None:
        self._folder = folder
        self.settings = settings

    def read(self, pseudonym: str) -> Person | None:
        """Who that is; None where nothing was kept or the key is gone. Raises Refusal."""
        key, text = self._key(pseudonym), self._text(pseudonym)
        if not key.is_file() or not text.is_file():
            return None
        try:
            kept = json.loads(regular_bytes(text, MOST_BYTES))
            nonce, sealed = bytes.fromhex(kept["nonce"]), bytes.fromhex(kept["sealed"])
            plain = AESGCM(key.read_bytes()).decrypt(nonce, sealed, pseudonym.encode())
            found = json.loads(plain)
        except (ValueError, KeyError, TypeError, InvalidTag):
            raise damaged(text.name, "file", "it does not open with its key") from None
        comments = tuple((str(at), str(words)) for at, words in found["comments"])
        return Person(pseudonym, found["name"], comments)

    def note(self, pseudonym: str, name: str | None, comment: str, at_utc: str) -> Person:
        """Keep a name, a comment, or both. Raises Refusal."""
        if pseudonym in self.erased():
            raise Refusal(
                "Nothing was kept",
                f"{pseudonym!r} was erased, and what was erased stays so",
                "Give this person another pseudonym",
                code=ExitCode.USAGE,
            )
        known = self.read(pseudonym) or Person(pseudonym, "")
        more = ((at_utc, comment),) if comment else ()
        person = Person(pseudonym, known.name if name is None else name, known.comments + more)
        self._write(person)
        return person

    def erase(self, pseudonym: str, at_utc: str, reason: str = "") -> None:
        """Destroy the key first: whatever happens then, nothing can be read. Raises Refusal."""
        key, text = self._key(pseudonym), self._text(pseudonym)
        if not key.is_file() and not text.is_file():
            raise Refusal(
                "Nobody was erased",
                f"nothing is kept of {pseudonym!r}, or it was erased before",
                "Check the pseudonym",
            )
        try:
            _destroy(key)
            self._remember(pseudonym, at_utc, reason)
            text.unlink(missing_ok=True)
        except OSError as error:
            raise storage_refusal(key, error) from None

    def erased(self) -> Mapping[str, str]:
        """Who was erased, and when. Raises Refusal."""
        return {row["pseudonym"]: row["at_utc"] for row in self.erased_rows()}

    def erased_rows(self) -> tuple[Mapping[str, str], ...]:
        """Each row: pseudonym, at_utc, and reason where one was said. Raises Refusal."""
        path = self._folder / "erased.jsonl"
        if not path.is_file():
            return ()
        try:
            lines = [json.loads(line) for line in regular_bytes(path, MOST_BYTES).splitlines()]
            for line in lines:
                _ = line["pseudonym"], line["at_utc"]
            return tuple({str(name): str(part) for name, part in line.items()} for line in lines)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise damaged(path.name, "file", "it is no list of who was erased") from None

    def write_zip(self, path: Path, files: Mapping[str, bytes]) -> None:
        """A zip of these files, whole or not at all. Raises Refusal."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(files):
                member = zipfile.ZipInfo(name, _SAME_DATE)
                member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
                archive.writestr(member, files[name])
        atomic_write_bytes(path, buffer.getvalue())

    def _write(self, person: Person) -> None:
        key, nonce = self._own_key(person.pseudonym), secrets.token_bytes(NONCE_BYTES)
        plain = json.dumps({"name": person.name, "comments": person.comments}).encode()
        sealed = AESGCM(key).encrypt(nonce, plain, person.pseudonym.encode())
        kept = {"pseudonym": person.pseudonym, "nonce": nonce.hex(), "sealed": sealed.hex()}
        text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
        atomic_write_bytes(self._text(person.pseudonym), text.encode())

    def _own_key(self, pseudonym: str) -> bytes:
        path = self._key(pseudonym)
        try:
            if not path.is_file():
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                atomic_write_bytes(path, secrets.token_bytes(KEY_BYTES))
                path.chmod(0o600)
            return path.read_bytes()
        except OSError as error:
            raise storage_refusal(path, error) from None

    def _remember(self, pseudonym: str, at_utc: str, reason: str) -> None:
        row = {"pseudonym": pseudonym, "at_utc": at_utc} | ({"reason": reason} if reason else {})
        rows = [one for one in self.erased_rows() if one["pseudonym"] != pseudonym]
        data = "".join(f"{json.dumps(one)}\n" for one in (*rows, row)).encode()
        atomic_write_bytes(self._folder / "erased.jsonl", data)

    def _key(self, pseudonym: str) -> Path:
        return self._folder / "keys" / f"{_id(pseudonym)}.key"

    def _text(self, pseudonym: str) -> Path:
        return self._folder / "text" / f"{_id(pseudonym)}.json"


def _id(pseudonym: str) -> str:
    return hashlib.sha256(pseudonym.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _destroy(key: Path) -> None:
    """Written over, then taken away; a disk may keep older blocks (docs/exchange.md)."""
    if not key.is_file():
        return
    with key.open("r+b") as file:
        file.write(bytes(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    key.unlink()
    sync_folder(key.parent)
