"""A program killed at any moment leaves a store that opens, with everything it said was kept."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.conftest import REPOSITORY
from tests.storage.record_store.chains import attempt, read
from tests.storage.record_store.conftest import as_owner, in_database, postgres_address
from trainer.session import record_keeping as keeping
from trainer.session.record_sending import send
from trainer.storage.records import schema
from trainer.storage.records.address import Address, file_address
from trainer.storage.records.engine import engine_of
from trainer.storage.records.opening import open_records

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")

# A program that has everything loaded and makes, for each address, a copy of itself to be killed:
# it makes tables of the first version, fills them, brings them to the newest, fills them more, and
# says what is safe.
CHILD = """
import os
import sys
from itertools import count
from tests.storage.record_store.chains import attempt, read
from trainer.session.record_sending import send
from trainer.storage.records import schema
from trainer.storage.records.address import address_of
from trainer.storage.records.engine import engine_of
from trainer.storage.records.opening import open_records
from trainer.storage.records.store import RecordsDatabase

def work(address):
    engine = engine_of(address)
    print("begun", os.getpid(), flush=True)
    schema.require(engine, address, may_upgrade=True, to="0001")
    send(RecordsDatabase(engine, address), read(attempt("a-0")))
    print("sent a-0", flush=True)
    engine.dispose()
    store = open_records(address, may_upgrade=True)
    for number in count(1):
        send(store, read(attempt(f"a-{number}", 30)))
        print(f"sent a-{number}", flush=True)

for line in sys.stdin:
    copy = os.fork()
    if copy == 0:
        work(address_of(line))
    os.waitpid(copy, 0)
    print("ended", flush=True)
"""
Kill = Callable[[str, float], set[str]]


@pytest.fixture(scope="module")
def killed_after() -> Iterator[Kill]:
    """Which records a program killed after so many seconds had said to be kept."""
    parent = subprocess.Popen(
        [sys.executable, "-c", CHILD], cwd=REPOSITORY, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert parent.stdin is not None
    assert parent.stdout is not None
    said = parent.stdout

    def kill(address_text: str, moment_s: float) -> set[str]:
        assert parent.stdin is not None
        parent.stdin.write(f"{address_text}\n")
        parent.stdin.flush()
        begun, number = said.readline().split()
        assert begun == "begun"
        time.sleep(moment_s)
        os.kill(int(number), signal.SIGKILL)
        kept = set()
        while (line := said.readline()) != "ended\n":
            kept.add(line.split()[1])
        return kept

    yield kill
    parent.stdin.close()
    parent.wait()
    said.close()


def whole(address: Address, said: set[str]) -> None:
    """The tables are old, new or none; everything said is there; it goes on."""
    engine = engine_of(address)
    with engine.connect() as connection:
        assert schema.version_of(connection) in (None, "0001", "0002")
        if address.is_file:
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    engine.dispose()
    store = open_records(address, may_upgrade=True)
    assert said <= {one.header.subject_id for one in store.records() if one.head is not None}
    assert list(keeping.faults(store)) == []
    assert send(store, read(attempt("a-after"))).complete
    store.rest()


# From the first page of the tables to records that are being sent.
MOMENTS = (0.004, 0.012, 0.03, 0.06, 0.1, 0.16, 0.3)


@pytest.mark.parametrize("moment_s", MOMENTS)
def test_a_file(killed_after: Kill, tmp_path: Path, moment_s: float) -> None:
    path = tmp_path / "records.sqlite"
    said = killed_after(str(path), moment_s)
    whole(file_address(path), said)
    assert not list(tmp_path.glob("*-journal"))


@pytest.mark.parametrize("moment_s", MOMENTS[1::2])
def test_a_server_s_database(killed_after: Kill, moment_s: float) -> None:
    server = postgres_address()
    name = f"t_killed_{int(moment_s * 1000)}_{os.getpid()}"
    as_owner(server, f"CREATE DATABASE {name}")
    address = in_database(server, name)
    said = killed_after(address.url.render_as_string(hide_password=False), moment_s)
    whole(address, said)
    as_owner(server, f"DROP DATABASE {name} WITH (FORCE)")
