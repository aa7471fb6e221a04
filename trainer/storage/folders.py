"""Where this program keeps things: one home, known folders in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

HOME_VARIABLE = "RHIZOTOMY_HOME"


@dataclass(frozen=True, slots=True)
class Folders:
    """The user's folders. They are made when first written to, never by looking."""

    home: Path
    cache: Path

    @property
    def attempts(self) -> Path:
        """The .attempt files."""
        return self.home / "attempts"

    @property
    def patients(self) -> Path:
        """Patient folders of our own format."""
        return self.home / "patients"

    @property
    def scenarios(self) -> Path:
        """Scenarios that this user wrote or installed."""
        return self.home / "scenarios"

    @property
    def logs(self) -> Path:
        """Logs and crash files, without patient data."""
        return self.home / "logs"


def user_folders() -> Folders:
    """The folders of this user: under RHIZOTOMY_HOME where set, else where the platform says."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        home = Path(chosen).expanduser()
        return Folders(home, home / "cache")
    dirs = platformdirs.PlatformDirs("RhizotomyTrainer", appauthor=False)
    return Folders(Path(dirs.user_data_dir), Path(dirs.user_cache_dir))
