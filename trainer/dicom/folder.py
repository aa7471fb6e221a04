"""Which files of a folder may be images; by name alone, no byte is read here."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from trainer.dicom import limits
from trainer.refusal import Problem, Refusal

# Left by file systems and media, never images.
_LITTER = frozenset(("dicomdir", "thumbs.db", "desktop.ini", "lockfile", "__macosx"))


@dataclass(slots=True)
class FolderListing:
    """Files in the order of their names; skipped : reason to count; problems : what was closed."""

    files: list[Path] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


def list_files(folder: Path, deep: bool = True) -> FolderListing:
    """Every plain file in a folder and (deep) below it; links to folders are not followed.

    A DICOMDIR is not read: it may lie or point outside (CVE-2026-32711).
    Raises Refusal above `limits.FILES_PER_FOLDER` entries.
    """
    listing = FolderListing()

    def closed(error: OSError) -> None:
        listing.problems.append(Problem(shown(Path(error.filename)), "the folder may not be read"))

    for place, folders, names in os.walk(folder, onerror=closed, followlinks=False):
        folders[:] = sorted(name for name in folders if deep and not _is_litter(name))
        for name in sorted(names):
            _sort_in(listing, Path(place) / name)
        if len(listing.files) + listing.skipped.total() > limits.FILES_PER_FOLDER:
            raise Refusal(
                f"The folder '{shown(folder)}' was not read",
                f"it holds more than {limits.FILES_PER_FOLDER:,} files",
                "Choose the folder of a single series",
            )
    return listing


def shown(path: Path) -> str:
    """A path's last part as text that every screen can print."""
    return (path.name or str(path)).encode("utf-8", "replace").decode("utf-8")


def _sort_in(listing: FolderListing, path: Path) -> None:
    if _is_litter(path.name):
        listing.skipped["hidden or system files"] += 1
    elif not path.is_file():
        listing.skipped["links, pipes or devices"] += 1
    else:
        listing.files.append(path)


def _is_litter(name: str) -> bool:
    return name.startswith(".") or name.lower() in _LITTER
