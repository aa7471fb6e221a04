"""Whether a folder is fit for a SQLite file: not on a network disk, not in a synced folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from trainer.refusal import ExitCode, Refusal

# Locks of network file systems are not to be relied on (sqlite.org/faq.html, "network file").
NETWORK_TYPES = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afs", "ncpfs", "9p", "ceph", "lustre",
        "glusterfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone",
        "fuse.glusterfs", "fuse.s3fs", "fuse.gvfsd-fuse",
    }
)  # fmt: skip
# Programs that copy a file while it is written, by the name of their folder.
SYNCED_NAMES = (
    "dropbox", "onedrive", "google drive", "googledrive", "my drive", "icloud drive",
    "mobile documents", "cloudstorage", "nextcloud", "owncloud", "pcloud", "box sync", "syncthing",
)  # fmt: skip
SYNCED_MARKS = (".dropbox", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log", ".sync")
MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4  # GetDriveTypeW, winbase.h


def network_type(path: Path, mounts: Path = MOUNTS) -> str:
    """The kind of network disk that a path lies on, "" for a disk of this machine."""
    if sys.platform == "win32":
        return "network drive" if _is_remote_drive(path) else ""
    place, best, kind = str(path.absolute()), "", ""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:  # macOS and others: nothing is known, nothing is claimed
        return ""
    for line in lines:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind if kind in NETWORK_TYPES else ""


def _is_remote_drive(path: Path) -> bool:
    text = str(path.absolute())
    if text.startswith("\\\\"):
        return True
    import ctypes

    root = path.absolute().anchor
    return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE)  # type: ignore[attr-defined,unused-ignore]


def synced_by(path: Path) -> str:
    """The folder above a path that another program keeps in step with a cloud, "" for none."""
    for folder in (path.absolute(), *path.absolute().parents):
        name = folder.name.lower()
        if any(name == known or name.startswith(f"{known} ") for known in SYNCED_NAMES):
            return str(folder)
        if name.startswith("onedrive"):  # "OneDrive - University"
            return str(folder)
        if any(os.path.lexists(folder / mark) for mark in SYNCED_MARKS):
            return str(folder)
    return ""


def check_place(path: Path, *, for_exam: bool, mounts: Path = MOUNTS) -> tuple[str, ...]:
    """What speaks against keeping records there, as whole sentences. Raises Refusal STORAGE."""
    kind = network_type(path.parent, mounts)
    if kind:
        raise _refused(path, f"its folder is on a network disk ({kind}), where locks do not hold")
    folder = synced_by(path.parent)
    if folder and for_exam:
        raise _refused(path, f"{folder} is kept in step with a cloud, which copies half a change")
    return (f"{folder} is kept in step with a cloud; no exam can be held on it.",) if folder else ()


def _refused(path: Path, why: str) -> Refusal:
    return Refusal(
        f"Records cannot be kept in {path}",
        why,
        "Choose a folder on a disk of this computer, or share records by a PostgreSQL",
        code=ExitCode.STORAGE,
    )
