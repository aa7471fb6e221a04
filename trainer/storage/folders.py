"""Where this program keeps things: one home, known folders in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

HOME_VARIABLE, CACHE_VARIABLE = "RHIZOTOMY_HOME", "RHIZOTOMY_CACHE"


@dataclass(frozen=True, slots=True)
class Folders:
    """The user's folders. They are made when first written to, never by looking.

    attempts_at, scenarios_at : where a person keeps these, None for their place in the home.
    """

    home: Path
    cache: Path
    attempts_at: Path | None = None
    scenarios_at: Path | None = None

    @property
    def attempts(self) -> Path:
        """The .attempt files."""
        return self.attempts_at or self.home / "attempts"

    @property
    def patients(self) -> Path:
        """Patient folders of our own format."""
        return self.home / "patients"

    @property
    def scenarios(self) -> Path:
        """Scenarios that this user wrote or installed."""
        return self.scenarios_at or self.home / "scenarios"

    @property
    def keys(self) -> Path:
        """Keys of the station and the examiner for exam records."""
        return self.home / "keys"

    @property
    def exams(self) -> Path:
        """Sessions of exams, one folder each."""
        return self.home / "exams"

    @property
    def studio(self) -> Path:
        """Cases in the making."""
        return self.home / "studio"

    @property
    def logs(self) -> Path:
        """Logs and crash files, without patient data."""
        return self.home / "logs"


def user_folders() -> Folders:
    """The folders of this user: under RHIZOTOMY_HOME where set, else where the platform says.

    RHIZOTOMY_CACHE moves what can be made again, to a local disk beside a home on a server.
    """
    dirs = platformdirs.PlatformDirs("RhizotomyTrainer", appauthor=False)
    home, cache = _chosen(HOME_VARIABLE), _chosen(CACHE_VARIABLE)
    if home is None:
        return Folders(Path(dirs.user_data_dir), cache or Path(dirs.user_cache_dir))
    return Folders(home, cache or home / "cache")


def _chosen(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value).expanduser() if value else None
