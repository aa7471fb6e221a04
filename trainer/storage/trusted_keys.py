"""Public keys of other stations, brought here by hand: their encrypted exams are opened here."""

from __future__ import annotations

import re
from pathlib import Path

from trainer.refusal import ExitCode, Refusal
from trainer.storage.atomic import atomic_write_bytes, storage_refusal, sync_folder
from trainer.storage.package_keys import PUBLIC_ENDING, fingerprint, public_key
from trainer.storage.package_limits import SIGNATURE_BYTES
from trainer.storage.regular_file import regular_bytes

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


class TrustedKeys:
    """One file a key, named by its fingerprint. Everything raises Refusal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> dict[str, str]:
        """Public keys (64 hexadecimal digits) by fingerprint; INTEGRITY where a file is another's.

        What lies there under another name is nobody's.
        """
        found = {}
        for path in sorted(self.folder.glob(f"*{PUBLIC_ENDING}")):
            named = path.name.removesuffix(PUBLIC_ENDING)
            if not _FINGERPRINT.fullmatch(named):
                continue
            key = public_key(path)
            if fingerprint(key) != named:
                why = f"it holds the key {fingerprint(key)}, not the one it is named by"
                step = "Take it away and bring the station's key in again"
                raise Refusal(f"{path} is damaged", why, step, code=ExitCode.INTEGRITY)
            found[named] = key.hex()
        return found

    def add(self, path: Path) -> str:
        """Keep a copy of a public key's file; its fingerprint. Doing it again changes nothing."""
        key = public_key(path)
        atomic_write_bytes(self._path(fingerprint(key)), regular_bytes(path, SIGNATURE_BYTES))
        return fingerprint(key)

    def remove(self, named: str) -> None:
        """Trust a key no more. Refused where none has this fingerprint."""
        path = self._path(named)
        if not _FINGERPRINT.fullmatch(named) or not path.is_file():
            why = f"no key that was brought in has the fingerprint {named[:64]}"
            raise Refusal("No key was taken away", why, "List them with 'keys list'")
        try:
            path.unlink()
        except OSError as error:
            raise storage_refusal(path, error) from error
        sync_folder(path.parent)

    def _path(self, named: str) -> Path:
        return self.folder / f"{named}{PUBLIC_ENDING}"
