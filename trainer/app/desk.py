"""A person's settings at start: which folders they chose, and where settings are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from trainer.session.settings import Settings
from trainer.storage.folders import Folders, user_folders
from trainer.storage.house import HouseFolders
from trainer.storage.settings_file import SettingsFile

SETTINGS = "settings.json"


@dataclass(frozen=True, slots=True)
class Desk:
    """What the window needs beside the practice."""

    store: SettingsFile
    house: HouseFolders


def desk(folders: Folders | None = None) -> Desk:
    """The desk of this user; settings lie in the home that nobody can move by a setting."""
    own = folders or user_folders()
    store = SettingsFile(own.home / SETTINGS)
    return Desk(store, HouseFolders(chosen_folders(own, store.read()), store.path))


def chosen_folders(own: Folders, settings: Settings) -> Folders:
    """The folders of this user as the settings say."""
    chosen = {
        "attempts_at": settings.attempts_folder,
        "scenarios_at": settings.scenarios_folder,
    }
    placed = replace(own, **{name: Path(path) for name, path in chosen.items() if path})
    return replace(placed, cache=Path(settings.cache_folder)) if settings.cache_folder else placed
