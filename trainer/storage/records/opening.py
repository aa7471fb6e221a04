"""Opening the store, and proving before an exam that it keeps what it is given."""

from __future__ import annotations

import datetime
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import delete, insert, select, text

from trainer.refusal import ExitCode, Refusal
from trainer.storage.records import schema
from trainer.storage.records.address import SSL_MODES, Address
from trainer.storage.records.backup import backup_file
from trainer.storage.records.engine import engine_of
from trainer.storage.records.failures import refusing
from trainer.storage.records.places import check_place
from trainer.storage.records.store import RecordsDatabase
from trainer.storage.records.tables import ProbeRow

CLOCK_LIMIT_S = 2.0  # reliability.md 5.7
FREE_BYTES = 2**30  # reliability.md 7, 4
STRICT = SSL_MODES[-1]
NowUtc = Callable[[], datetime.datetime]


def now_utc() -> datetime.datetime:
    """What the clock of this machine says."""
    return datetime.datetime.now(datetime.UTC)


def open_records(
    address: Address, *, may_upgrade: bool = False, for_exam: bool = False
) -> RecordsDatabase:
    """The store at an address, its tables made or brought up to date. Raises Refusal.

    A file is upgraded by itself, after a backup beside it; a server only where `may_upgrade`.
    """
    if address.path is not None:
        check_place(address.path, for_exam=for_exam)
    engine = engine_of(address)
    try:
        schema.require(
            engine,
            address,
            may_upgrade=may_upgrade,
            before=lambda version: _backup_before(address, version),
        )
    except BaseException:
        engine.dispose()
        raise
    return RecordsDatabase(engine, address)


def _backup_before(address: Address, version: str) -> None:
    if address.path is not None:
        name = f"{address.path.stem}-before-{version}.sqlite"
        backup_file(address, address.path.with_name(name), replace=True)


def prove(
    store: RecordsDatabase, *, for_exam: bool = False, now: NowUtc = now_utc
) -> tuple[str, ...]:
    """Write, read back by another connection, take away; what is to be known, as sentences.

    Raises Refusal: the store does not keep what it is given, or is not fit for an exam.
    """
    found = _fit_file(store.address.path, for_exam=for_exam) if store.address.path else ()
    if store.address.path is None:
        found = _fit_server(store, for_exam=for_exam, now=now)
    _write_and_read_back(store)
    return found


def _write_and_read_back(store: RecordsDatabase) -> None:
    probe = uuid.uuid4()
    with refusing(store.address):
        with store.engine.begin() as connection:
            connection.execute(insert(ProbeRow), [{"probe": probe}])
        with store.engine.connect() as connection:
            kept = connection.scalar(select(ProbeRow.probe).where(ProbeRow.probe == probe))
        with store.engine.begin() as connection:
            connection.execute(delete(ProbeRow).where(ProbeRow.probe == probe))
    if kept != probe:
        raise _unfit(store.address, "what was written could not be read back")


def _fit_file(path: Path, *, for_exam: bool) -> tuple[str, ...]:
    free = shutil.disk_usage(path.parent).free
    if for_exam and free < FREE_BYTES:
        raise Refusal(
            f"No exam can be held on {path}",
            f"{free // 2**20} MB are free there, an exam needs {FREE_BYTES // 2**20}",
            "Free some space",
            code=ExitCode.STORAGE,
        )
    return check_place(path, for_exam=for_exam)


def _fit_server(store: RecordsDatabase, *, for_exam: bool, now: NowUtc) -> tuple[str, ...]:
    address, found = store.address, []
    with refusing(address), store.engine.connect() as connection:
        before = now()
        clock, superuser = connection.execute(
            text("SELECT clock_timestamp(), current_setting('is_superuser')")
        ).one()
        after = now()
    if for_exam and not address.is_loopback and address.sslmode != STRICT:
        raise _unfit(address, f"sslmode is {address.sslmode}, an exam needs {STRICT}")
    if superuser == "on":
        found.append(
            "This user is a superuser of the server and could change records; use a role of "
            "'records roles --sql'."
        )
    apart = (clock - (before + (after - before) / 2)).total_seconds()
    if abs(apart) > CLOCK_LIMIT_S:
        found.append(
            f"The server's clock is {apart:+.1f} s from this machine's; more than "
            f"{CLOCK_LIMIT_S:.0f} s makes times of records disagree."
        )
    return tuple(found)


def _unfit(address: Address, why: str) -> Refusal:
    return Refusal(
        f"{address.shown} cannot keep records",
        why,
        "Have it put right, or use another database",
        code=ExitCode.STORAGE,
    )
