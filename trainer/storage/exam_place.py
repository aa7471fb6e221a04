"""Where an exam may be recorded: room on the disk, what is written reads back, nothing syncs it."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

from trainer.refusal import ExitCode, Refusal
from trainer.storage.atomic import storage_refusal

LEAST_FREE_BYTES = 2**30  # reliability 7.4
_PROBE_BYTES = 64 * 1024
# Folders that another program copies away and back while we write (reliability 5.6).
_SYNCED = (
    "dropbox", "onedrive", "google drive", "googledrive", "icloud", "mobile documents",
    "nextcloud", "owncloud", "pcloud", "box sync", "syncthing", "seafile",
)  # fmt: skip
_MARKERS = (".dropbox", ".stfolder", ".owncloudsync.log", ".sync.ffs_db")


def refuse_bad_place(folder: Path) -> None:
    """Refuse where an exam must not be recorded. Raises Refusal (STORAGE)."""
    place = folder.absolute()
    _refuse_synced(place.resolve())
    try:
        place.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(place).free
        if free < LEAST_FREE_BYTES:
            why = f"{free // 2**20} MB are free, at least {LEAST_FREE_BYTES // 2**20} are needed"
            raise _refused(place, why, "Free some space, or keep the exams on another disk")
        _refuse_bad_read_back(place)
    except OSError as error:
        raise storage_refusal(place, error) from error


def _refuse_synced(place: Path) -> None:
    for part in place.parts:
        known = next((name for name in _SYNCED if name in part.lower()), None)
        if known is not None:
            raise _refused(place, f"{part!r} is synced by another program", "Choose a local folder")
    for above in (place, *place.parents):
        marker = next((name for name in _MARKERS if (above / name).exists()), None)
        if marker is not None:
            why = f"{above} is synced by another program ({marker})"
            raise _refused(place, why, "Choose a local folder")


def _refuse_bad_read_back(place: Path) -> None:
    probe = place / f".probe-{secrets.token_hex(6)}"
    data = secrets.token_bytes(_PROBE_BYTES)
    try:
        with probe.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        found = probe.read_bytes()
    finally:
        probe.unlink(missing_ok=True)
    if found != data:
        raise _refused(place, "what was written did not read back", "Check the disk")


def _refused(place: Path, why: str, next_step: str) -> Refusal:
    return Refusal(f"No exam can be recorded in {place}", why, next_step, code=ExitCode.STORAGE)
