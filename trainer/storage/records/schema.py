"""Which version the tables have, and bringing them to this program's: whole or not at all.

Everything of an upgrade happens in one transaction on both back ends, so a kill at any moment
leaves the old tables or the new ones.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from trainer.refusal import ExitCode, Refusal
from trainer.storage.records.address import Address
from trainer.storage.records.engine import APPLICATION_ID, READING
from trainer.storage.records.failures import refusing

VERSION_TABLE = "rhizotomy_schema"
LOCK_KEY = 0x527A5472  # pg_advisory_xact_lock: one upgrade at a time
HEAD = "head"


def revisions() -> tuple[str, ...]:
    """All versions this program knows, oldest first."""
    script = ScriptDirectory.from_config(_config())
    return tuple(reversed([each.revision for each in script.walk_revisions()]))


def version_of(connection: Connection) -> str | None:
    """The version of the tables, None where there are none of ours."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    rows = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 (constant)
    return rows.scalar()


def require(
    engine: Engine,
    address: Address,
    *,
    may_upgrade: bool,
    before: Callable[[str], None] = lambda _version: None,
    to: str = HEAD,
) -> str:
    """Make sure that the tables are of this program's version; returns the one they have.

    An empty database is filled. An older one is upgraded where it is a file or `may_upgrade`;
    `before` is called first (a backup). Raises Refusal, with nothing changed: newer, another
    program's, older on a server.
    """
    known = revisions()
    newest = known[-1] if to == HEAD else to
    with refusing(address):
        with engine.execution_options(**{READING: True}).connect() as connection:
            _check_encoding(connection, address)
            found = version_of(connection)
            _check_ours(connection, address, found, known)
        if found == newest:
            return newest
        if found is not None:
            if not (may_upgrade or address.is_file):
                raise _older(address, found, newest)
            before(found)
        _upgrade(engine, to)
    return newest


def _upgrade(engine: Engine, to: str) -> None:
    config = _config()
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK_KEY})
        else:
            connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def _check_encoding(connection: Connection, address: Address) -> None:
    if address.is_file:
        return
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise Refusal(
            f"The records cannot be kept in {address.shown}",
            f"it stores texts as {encoding}, not as UTF8",
            "Have a database made with the encoding UTF8",
            code=ExitCode.STORAGE,
        )


def _check_ours(
    connection: Connection, address: Address, found: str | None, known: tuple[str, ...]
) -> None:
    if found is None and (foreign := sorted(inspect(connection).get_table_names())):
        raise Refusal(
            f"The records cannot be kept in {address.shown}",
            f"it holds tables of another program ({', '.join(foreign[:3])})",
            "Choose an empty database",
        )
    if found is not None and found not in known:
        raise Refusal(
            f"The records in {address.shown} cannot be used",
            f"a newer program made them (version {found}, known is {known[-1]})",
            "Use the newer Rhizotomy Trainer; nothing was changed",
        )


def _older(address: Address, found: str, newest: str) -> Refusal:
    return Refusal(
        f"The records in {address.shown} cannot be used yet",
        f"their tables are of version {found}, this program needs {newest}",
        "Let the owner of the database run 'records upgrade' once all stations have this program",
        code=ExitCode.STORAGE,
    )
