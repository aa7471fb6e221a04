"""Statements that wait for a store: one file each, whole or not at all, forgotten when taken."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from trainer.storage.atomic import atomic_write_bytes, storage_refusal, sync_folder


class OutboxFolder:
    """Implements `trainer.session.lrs.Outbox`. folder : made when first written to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._aside = folder / "refused"

    def put(self, statements: Mapping[str, bytes]) -> int:
        """Keep these; what waits already stays as it is. Raises Refusal."""
        new = [name for name in statements if not self._file(name).exists()]
        for name in new:
            atomic_write_bytes(self._file(name), statements[name])
        return len(new)

    def waiting(self) -> tuple[str, ...]:
        """Ids, oldest first."""
        try:
            files = [(file.stat().st_mtime_ns, file.stem) for file in self._folder.glob("*.json")]
        except OSError as error:
            raise storage_refusal(self._folder, error) from None
        return tuple(name for _, name in sorted(files))

    def data(self, statement_id: str) -> bytes:
        """A statement's bytes. Raises Refusal."""
        try:
            return self._file(statement_id).read_bytes()
        except OSError as error:
            raise storage_refusal(self._file(statement_id), error) from None

    def done(self, statement_id: str) -> None:
        """Forget it. Raises Refusal."""
        try:
            self._file(statement_id).unlink(missing_ok=True)
            sync_folder(self._folder)
        except OSError as error:
            raise storage_refusal(self._file(statement_id), error) from None

    def set_aside(self, statement_id: str, why: str) -> None:
        """Keep it with the reason in the folder `refused`. Raises Refusal."""
        told = {"why": why, "statement": json.loads(self.data(statement_id))}
        text = json.dumps(told, ensure_ascii=False, indent=1)
        atomic_write_bytes(self._aside / f"{statement_id}.json", text.encode())
        self.done(statement_id)

    def _file(self, statement_id: str) -> Path:
        return self._folder / f"{statement_id}.json"
