"""A store whose owner rewrote exam records so that every chain and head fits again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.attempt.worlds import START, WORLD
from tests.trust.sealed_records import (
    CANDIDATES,
    COMMANDS,
    KEYS,
    STATION,
    STRANGER,
    Sealed,
    attempt_bytes,
    attempt_header,
    sealed,
    write,
)
from trainer.assessment.record.session_record import SessionFiles
from trainer.assessment.record.trust import Trust
from trainer.attempt.step import run
from trainer.session import record_keeping as keeping
from trainer.storage.records.address import file_address
from trainer.storage.records.opening import open_records
from trainer.storage.records.store import RecordsDatabase


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    return sealed(tmp_path_factory.mktemp("good"))


@pytest.fixture
def own_store(tmp_path: Path) -> Iterator[RecordsDatabase]:
    store = open_records(file_address(tmp_path / "records.sqlite"), may_upgrade=True)
    yield store
    store.rest()


def held(store: RecordsDatabase, folder: Path, files: SessionFiles) -> None:
    """These files in the store, complete: what a thorough forger leaves there."""
    write(folder, files)
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    done = keeping.upload(store, [(path, path.read_bytes()) for path in paths])
    assert all(one.refused is None for one in done)
    assert sum(one.complete for one in done) == len(files.attempts)


def test_good_exams_raise_no_alarm_with_and_without_the_list_of_keys(
    own_store: RecordsDatabase, tmp_path: Path, good: Sealed
) -> None:
    held(own_store, tmp_path / "s", good.files)
    for trust in (None, Trust(), Trust(KEYS)):
        assert list(keeping.faults(own_store, trust=trust)) == []


@dataclass(frozen=True)
class Pretender:
    """Says it is the station, and has not its private key."""

    public_bytes: bytes = STATION.public_bytes

    def sign(self, message: bytes) -> bytes:
        return STRANGER.sign(message)


def forged(good: Sealed, signer: Any, *, candidate: str = CANDIDATES[0]) -> SessionFiles:
    """One attempt with fewer acts, which replays and fits in itself, in place of the true one."""
    name = f"{CANDIDATES[0]}-station-2-1"
    shorter = run(START, (*COMMANDS[:3], COMMANDS[-1]), WORLD)[0]
    data = attempt_bytes(attempt_header(name, candidate, "station-2"), shorter, signer)
    return replace(good.files, attempts={**good.files.attempts, f"{name}.attempt": data})


@pytest.mark.parametrize(
    ("signer", "trust", "why"),
    [
        (Pretender(), Trust(), "signature is not of these records"),
        (STRANGER, Trust(KEYS), "was never enrolled"),
        (STATION, Trust(KEYS), "submitted it with another head"),
    ],
    ids=("without the key", "another key", "the right key, another file"),
)
def test_who_writes_an_attempt_anew_is_found_by_whom_it_is_signed_and_submitted(
    own_store: RecordsDatabase, tmp_path: Path, good: Sealed, signer: Any, trust: Trust, why: str
) -> None:
    held(own_store, tmp_path / "s", forged(good, signer))
    assert list(keeping.faults(own_store)) == []  # every chain, column and head fits
    (fault,) = keeping.faults(own_store, trust=trust)
    assert why in fault.why


def test_an_attempt_under_another_candidates_name_is_found_by_the_sessions_log(
    own_store: RecordsDatabase, tmp_path: Path, good: Sealed
) -> None:
    held(own_store, tmp_path / "s", forged(good, STATION, candidate=CANDIDATES[1]))
    (fault,) = keeping.faults(own_store, trust=Trust(KEYS))
    assert "another candidate or station" in fault.why
