"""Copies of the store: made only of a good one, thinned with age, checked before they are used.

A damaged database never takes a good backup's place: it is checked first, and the copy is checked
again before the older ones are looked at (Anki's rule, reliability.md 1a).
"""

from __future__ import annotations

import datetime
import os
import re
import secrets
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from trainer.refusal import ExitCode, Refusal
from trainer.storage.atomic import storage_refusal, sync_folder
from trainer.storage.records.address import Address
from trainer.storage.records.engine import journal_of, quick_check
from trainer.storage.records.failures import refusing

NAME = re.compile(r"^records-(\d{8}T\d{6})Z?\.sqlite$")
FORM = "%Y%m%dT%H%M%S"
WITNESSES = 3  # design value: so many backups say how late it is
UNJOURNALLED = "PRAGMA journal_mode=MEMORY"  # an unfinished copy is thrown away, not rolled back
ALL_DAYS, DAILY_DAYS, WEEKLY_DAYS = 2, 14, 92  # then one a month, for ever


def backup_name(now: datetime.datetime) -> str:
    """The name of a backup made now."""
    return f"records-{now.strftime(FORM)}Z.sqlite"


def backup_file(address: Address, out: Path, *, replace: bool = False) -> Path:
    """Copy a SQLite store by SQLite's backup, whole or not at all. Raises Refusal.

    INTEGRITY where the store itself is damaged; then nothing is written.
    """
    assert address.path is not None
    check_good(address.path, address, live=True)
    with refusing(address), new_file(out, replace=replace) as partial:
        with (
            closing(sqlite3.connect(address.path)) as source,
            closing(sqlite3.connect(partial)) as target,
        ):
            target.execute("PRAGMA synchronous = EXTRA")
            target.execute(UNJOURNALLED)
            source.backup(target)  # SQLite's own: begins again where somebody writes meanwhile
        check_good(partial, address)
    return out


def check_good(path: Path, address: Address, *, live: bool = False) -> None:
    """Raises Refusal: INTEGRITY where a database's pages are damaged, and where it is not ours."""
    if not path.is_file():
        raise Refusal(f"{path} cannot be read", "there is no such file", "Check the name")
    with refusing(address):
        found = quick_check(path, live=live)
    if found:
        raise Refusal(
            f"{path} is damaged",
            f"SQLite finds: {found}",
            "Run 'records restore' with the newest backup, then 'records rebuild'",
            code=ExitCode.INTEGRITY,
        )


def restore_file(address: Address, backup: Path, now: datetime.datetime) -> Path | None:
    """Put a checked backup in the store's place; returns where the old file was moved to.

    The old one is kept under another name, whatever its state. Raises Refusal, with nothing
    changed, where the backup is no good.
    """
    assert address.path is not None
    path = address.path
    check_good(backup, address)
    aside = path.with_name(f"{path.stem}-replaced-{now.strftime(FORM)}{path.suffix}")
    with refusing(address), new_file(path, replace=True) as partial:
        with (
            closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(partial)) as target,
        ):
            target.execute(UNJOURNALLED)
            source.backup(target)
        check_good(partial, address)
        moved = path.exists()
        if moved:
            _keep_under(path, aside)
            with suppress(OSError):  # of a change that was never finished: it belongs to the old
                journal_of(path).replace(journal_of(aside))
    return aside if moved else None


def _keep_under(path: Path, aside: Path) -> None:
    try:
        os.link(path, aside)
    except OSError:  # a disk without hard links
        shutil.copy2(path, aside)


def backups_in(folder: Path) -> tuple[Path, ...]:
    """The backups of a folder, newest first."""
    try:
        found = [path for path in folder.iterdir() if NAME.match(path.name)]
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda path: path.name, reverse=True))


def is_due(folder: Path, now: datetime.datetime) -> bool:
    """Whether no backup was made within the last day; one of the future counts for none."""
    day = datetime.timedelta(days=1)
    made = (_made(path) for path in backups_in(folder))
    return not any(one is not None and now - day < one <= now for one in made)


def thin(folder: Path, now: datetime.datetime) -> tuple[Path, ...]:
    """Take away backups that a later one of the same day, week or month stands for.

    The newest one always stays. Returns what was removed.
    """
    backups = backups_in(folder)
    gone = to_remove(backups, believed_now(backups, now))
    for path in gone:
        with suppress(OSError):
            path.unlink()
    return gone


def believed_now(newest_first: Sequence[Path], now: datetime.datetime) -> datetime.datetime:
    """The moment that ages are reckoned from.

    No later than two days after the third newest backup: a clock that shows 2038 for a day or two
    must not make all that is there look old.
    """
    times = [one for path in newest_first if (one := _made(path)) is not None and one <= now]
    if len(times) < WITNESSES:
        return now
    return min(now, times[WITNESSES - 1] + datetime.timedelta(days=ALL_DAYS))


def to_remove(newest_first: Sequence[Path], now: datetime.datetime) -> tuple[Path, ...]:
    """Which of these may go: all of two days stay, then one a day, a week, a month."""
    seen: set[tuple[str, int, int]] = set()
    gone = []
    for path in newest_first:
        made = _made(path)
        slot = None if made is None else _slot(made, now)
        if slot is None:
            continue
        if slot in seen:
            gone.append(path)
        seen.add(slot)
    return tuple(gone)


def _slot(made: datetime.datetime, now: datetime.datetime) -> tuple[str, int, int] | None:
    age = (now.date() - made.date()).days
    if age <= ALL_DAYS:
        return None
    if age <= DAILY_DAYS:
        return ("day", made.year, made.timetuple().tm_yday)
    if age <= WEEKLY_DAYS:
        year, week, _ = made.isocalendar()
        return ("week", year, week)
    return ("month", made.year, made.month)


def _made(path: Path) -> datetime.datetime | None:
    found = NAME.match(path.name)
    return None if found is None else datetime.datetime.strptime(f"{found[1]}+0000", f"{FORM}%z")


@contextmanager
def new_file(out: Path, *, replace: bool) -> Iterator[Path]:
    """A sibling to fill, which then takes the name of `out` in one step. Raises Refusal."""
    if not replace and os.path.lexists(out):
        raise _taken(out)
    partial = out.with_name(f".{out.name[:80]}.{secrets.token_hex(6)}.partial")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(out)
        sync_folder(out.parent)
    except OSError as error:
        raise storage_refusal(out, error) from None
    finally:
        for left in (partial, journal_of(partial)):
            with suppress(OSError):  # a disk that takes nothing lets nothing be taken away either
                left.unlink(missing_ok=True)


def _taken(path: Path) -> Refusal:
    return Refusal(
        f"{path} could not be saved",
        "a file of that name is there",
        "Choose another name",
        code=ExitCode.STORAGE,
    )
