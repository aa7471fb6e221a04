"""A person's settings as one small JSON file, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

from trainer.session.settings import Settings, settings_document, settings_from
from trainer.storage.atomic import atomic_write_bytes

SETTINGS = "settings.json"  # in the home
MAX_BYTES = 256 * 1024  # every key bound anew is 20 kB


class SettingsFile:
    """Implements `trainer.session.settings.SettingsStore`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Settings:
        """What was set; a missing, damaged or foreign file counts as nothing set."""
        try:
            if self.path.stat().st_size > MAX_BYTES:
                return Settings()
            document = json.loads(self.path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return Settings()
        return settings_from(document) if isinstance(document, dict) else Settings()

    def write(self, settings: Settings) -> None:
        """Keep these. Raises Refusal."""
        text = json.dumps(settings_document(settings), ensure_ascii=False, indent=1, sort_keys=True)
        atomic_write_bytes(self.path, f"{text}\n".encode())
