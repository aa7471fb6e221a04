"""A few stations and a server that dies twice: what the long run does with two hundred."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.record_store.conftest import forge
from tests.trust.stations import Cluster, Plan, cluster, compared, run
from trainer.refusal import Refusal
from trainer.storage.records.address import address_of
from trainer.storage.records.opening import open_records

SERVER_PROGRAMS = list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
PLAN = Plan(stations=6, events=30, kills=2, interval_s=0.06, follow_s=0.2, alone=False)


@pytest.fixture
def server() -> Iterator[Cluster]:
    if not os.environ.get("RHIZOTOMY_TEST_POSTGRES_URL"):
        pytest.skip("no PostgreSQL was given (RHIZOTOMY_TEST_POSTGRES_URL)")
    if not SERVER_PROGRAMS:
        pytest.skip("PostgreSQL's server programs are not on this machine")
    with cluster() as made:
        yield made


def test_a_server_that_is_killed_loses_and_doubles_nothing_and_holds_nobody_up(
    tmp_path: Path, server: Cluster
) -> None:
    outcome = run(PLAN, 7, tmp_path, server)
    assert outcome.kills == 2
    assert (outcome.lost, outcome.doubled, outcome.changed) == (0, 0, 0)
    assert (outcome.complete, outcome.lines) == (6, 6 * (30 + 2))
    # The count itself can fail: a store that lost one line of one record.
    store = open_records(address_of(server.url))
    forge(
        store,
        "DELETE FROM record_line WHERE seq = 9 AND record = (SELECT min(record::text)::uuid "
        "FROM record)",
    )
    with pytest.raises(Refusal, match="line 10: it is missing"):
        compared(store, tmp_path / "shared")
    store.rest()
