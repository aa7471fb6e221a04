"""What a person has set, and what the program keeps on this computer: values and ports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Protocol

# What each choice may be; the first is the default.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("", "en", "de"),  # "": as the system
    "theme": ("dark", "light", "contrast"),
    "mouse": ("viewer", "slicer"),
    "input_profile": ("mouse", "trackpad"),
    "kap_unit": ("µGy·m²", "cGy·cm²", "Gy·cm²"),
}
KEEP_DAYS = (0, 90, 180, 365, 730)  # 0: for ever
_FOLDERS = ("attempts_folder", "scenarios_folder", "cache_folder")
_ADDRESSES = ("lrs_address", "pacs_address", "tracker_address")
# Set in the file or where they are used; the screen of settings keeps them.
OFF_SCREEN = (*_ADDRESSES, "author")
Keys = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one person. keys : the actions bound unlike the table, with their keys.

    A folder is "" where the program's own is used. keep_days : 0 keeps attempts for ever.
    notice_read : the intended use was read and agreed to. lrs_address, pacs_address : of a learning
    record store and an archive (docs/exchange.md), "" for none; set in the file.
    tracker_address : of the tracker connected last (docs/tracked-needle.md), "" before the first.
    author : whose name stood in the case begun last, "" before the first.
    """

    language: str = CHOICES["language"][0]
    theme: str = CHOICES["theme"][0]
    mouse: str = CHOICES["mouse"][0]
    input_profile: str = CHOICES["input_profile"][0]
    kap_unit: str = CHOICES["kap_unit"][0]
    sound: bool = True
    keep_days: int = KEEP_DAYS[0]
    attempts_folder: str = ""
    scenarios_folder: str = ""
    cache_folder: str = ""
    keys: Keys = ()
    notice_read: bool = False
    lrs_address: str = ""
    pacs_address: str = ""
    tracker_address: str = ""
    author: str = ""


def settings_from(document: Mapping[str, Any]) -> Settings:
    """Settings of a parsed file; what it does not know or cannot be falls back to the default."""
    told = {
        field.name: document[field.name] for field in fields(Settings) if field.name in document
    }
    keys = _keys(told.pop("keys", None))
    return Settings(
        **{name: value for name, value in told.items() if _fits(name, value)}, keys=keys
    )


def _keys(value: object) -> Keys:
    if not isinstance(value, dict):
        return ()
    return tuple(
        (str(name), tuple(str(key) for key in keys))
        for name, keys in sorted(value.items())
        if isinstance(keys, list)
    )


def _fits(name: str, value: object) -> bool:
    if name in CHOICES:
        return value in CHOICES[name]
    if name in (*_FOLDERS, *OFF_SCREEN):
        return isinstance(value, str)
    if name == "keep_days":
        return value in KEEP_DAYS and not isinstance(value, bool)
    return isinstance(value, bool)


def settings_document(settings: Settings) -> dict[str, Any]:
    """What is written to the file."""
    document = {field.name: getattr(settings, field.name) for field in fields(Settings)}
    document["keys"] = {name: list(keys) for name, keys in settings.keys}
    return document


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder and what lies in it. name : "attempts", "scenarios", "cache", "patients", "logs"."""

    name: str
    path: Path
    files: int
    bytes: int


class SettingsStore(Protocol):
    """Where settings lie."""

    def read(self) -> Settings:
        """What was set; the defaults where nothing was or the file is damaged."""

    def write(self, settings: Settings) -> None:
        """Keep these, whole or not at all. Raises Refusal."""


class House(Protocol):
    """What the program keeps on this computer."""

    def kept(self) -> tuple[Kept, ...]:
        """Its folders with their sizes."""

    def clear_cache(self) -> int:
        """Throw away what can be made again; returns the bytes freed. Raises Refusal."""

    def old_attempts(self, days: int) -> tuple[Path, ...]:
        """Finished attempts that were last changed before `kept_from`; none for 0 days."""

    def kept_from(self, days: int) -> int:
        """Ordinal of the day from which attempts are kept."""

    def count_old(self, days: int) -> int:
        """About how many attempts are old, told quickly."""

    def delete(self, attempts: tuple[Path, ...]) -> int:
        """Delete these; returns how many. Raises Refusal."""

    def collect(self, out: Path) -> tuple[str, ...]:
        """Logs, crash files and settings in one zip; returns the members' names. Raises Refusal."""

    def guides(self) -> Path:
        """The folder of the help pages. Raises Refusal where they were not shipped."""

    def build(self) -> str:
        """The hash of this program's sources."""
