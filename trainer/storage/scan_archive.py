"""A zip of scans, unpacked where it can do no harm, for as long as it is read.

Names in it are not used: members become 00000, 00001, ... so that none can climb out of the folder,
hide behind a device's name, or overwrite another. What the files hold is judged by the reader's
limited children afterwards.
"""

from __future__ import annotations

import contextlib
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from trainer.refusal import Refusal
from trainer.storage.atomic import storage_refusal

MEMBERS = 20_000  # files; a chest CT with every reconstruction has some 3,000 (design value)
TOTAL_BYTES = 8 * 2**30
_CHUNK = 2**20
_ENCRYPTED = 0x1


@contextlib.contextmanager
def unpacked_scans(path: Path) -> Iterator[Path]:
    """A folder with the files of a zip, or its only file; gone afterwards. Raises Refusal."""
    try:
        with tempfile.TemporaryDirectory(prefix="rhizotomy-scans-") as place:
            count = _unpack(path, Path(place))
            yield Path(place) if count > 1 else Path(place) / _named(0)
    except OSError as error:
        raise storage_refusal(Path(tempfile.gettempdir()), error) from error


def _unpack(path: Path, folder: Path) -> int:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            _refuse_unfit(path, members)
            left = TOTAL_BYTES
            for number, member in enumerate(members):
                left -= _copied(archive, member, folder / _named(number), left)
                if left <= 0:
                    raise _refused(path, f"it holds more than {TOTAL_BYTES >> 30} GB")
            return len(members)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise _refused(path, f"it is no sound zip ({error})") from None


def _named(number: int) -> str:
    return f"{number:05d}"


def _refuse_unfit(path: Path, members: list[zipfile.ZipInfo]) -> None:
    if not members:
        raise _refused(path, "it is empty")
    if len(members) > MEMBERS:
        raise _refused(path, f"it holds {len(members):,} files of {MEMBERS:,} allowed")
    if any(one.flag_bits & _ENCRYPTED for one in members):
        raise _refused(path, "it is encrypted")


def _copied(archive: zipfile.ZipFile, member: zipfile.ZipInfo, goal: Path, left: int) -> int:
    """Unpack one member, counting what comes out rather than what it claims."""
    count = 0
    with archive.open(member) as source, goal.open("xb") as out:
        while chunk := source.read(_CHUNK):
            count += len(chunk)
            if count > left:
                break
            out.write(chunk)
    return count


def _refused(path: Path, why: str) -> Refusal:
    return Refusal(
        f"{path.name} cannot be read", why, "Unpack it with another program and choose the folder"
    )
