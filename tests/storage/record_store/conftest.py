"""A fresh store on each back end; PostgreSQL where one was given."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from trainer.storage.records.address import Address, address_of, file_address
from trainer.storage.records.opening import open_records
from trainer.storage.records.store import RecordsDatabase
from trainer.storage.records.tables import DERIVED, KEPT

POSTGRES = "RHIZOTOMY_TEST_POSTGRES_URL"
BACK_ENDS = ("sqlite", "postgresql")
Place = Callable[[], Address]


def postgres_address() -> Address:
    """The superuser's database of the PostgreSQL that was given; without one the test skips."""
    if not os.environ.get(POSTGRES):
        pytest.skip(f"no PostgreSQL was given ({POSTGRES})")
    return address_of(os.environ[POSTGRES])


def in_database(address: Address, name: str, **url: str) -> Address:
    """The same server's other database; url : parts of it that are others, e.g. username."""
    changed = address.url.set(database=name, **url)  # type: ignore[arg-type]
    password = str(url.get("password", address.password))
    shown = changed.render_as_string(hide_password=True)
    return replace(address, url=changed, shown=shown, password=password)


def as_owner(address: Address, *statements: str) -> None:
    """Run statements one by one, each for itself, as the server's superuser."""
    engine = create_engine(address.url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement.replace(":", r"\:")))
    engine.dispose()


@pytest.fixture
def new_postgres() -> Iterator[Place]:
    """Makes empty databases, which are gone after the test."""
    server = postgres_address()
    made: list[str] = []

    def make() -> Address:
        made.append(f"t_{uuid.uuid4().hex}")
        as_owner(server, f"CREATE DATABASE {made[-1]}")
        return in_database(server, made[-1])

    yield make
    as_owner(server, *(f"DROP DATABASE {name} WITH (FORCE)" for name in made))


@pytest.fixture(params=BACK_ENDS)
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Makes empty places of the back end under test."""
    if request.param == "postgresql":
        found: Place = request.getfixturevalue("new_postgres")
        return found
    return lambda: file_address(tmp_path / f"{uuid.uuid4().hex}.sqlite")


@pytest.fixture(scope="session")
def shared_postgres() -> Iterator[RecordsDatabase]:
    """One database with our tables for all tests that only fill them."""
    server, name = postgres_address(), f"t_{uuid.uuid4().hex}"
    as_owner(server, f"CREATE DATABASE {name}")
    store = open_records(in_database(server, name))
    yield store
    store.rest()
    as_owner(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with our tables, to be copied."""
    path = tmp_path_factory.mktemp("records") / "empty.sqlite"
    open_records(file_address(path))
    return path


@pytest.fixture(params=BACK_ENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> RecordsDatabase:
    """An empty store of the back end under test."""
    if request.param == "sqlite":
        path = tmp_path / "records.sqlite"
        shutil.copy(request.getfixturevalue("filled_once"), path)
        return open_records(file_address(path))
    shared: RecordsDatabase = request.getfixturevalue("shared_postgres")
    names = ", ".join(table.__tablename__ for table in (*KEPT, *DERIVED))
    forge(shared, f"TRUNCATE {names}")
    return shared


def forge(store: RecordsDatabase, *statements: str, **values: object) -> None:
    """What only the owner of a database can do: change it past every trigger."""
    with store.engine.begin() as connection:
        if store.address.is_file:
            rows = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            for (name,) in rows.all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for statement in statements:
            connection.execute(text(statement), values)


@pytest.fixture(scope="session")
def reference_attempt() -> bytes:
    """An expert's real attempt that ships with the library."""
    library = Path(__file__).resolve().parents[3] / "scenarios"
    return min(library.glob("*/*.attempt"), key=lambda path: path.stat().st_size).read_bytes()
