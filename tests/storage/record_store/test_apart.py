"""The store in a process of its own: the same answers, and nobody is held up by its end."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from tests.storage.record_store.chains import attempt
from trainer.refusal import ExitCode, Refusal
from trainer.session.record_lines import lines_of
from trainer.session.record_sending import send
from trainer.session.records import Held, StoreRefusal
from trainer.storage.folders import Folders
from trainer.storage.records.apart import StoreApart
from trainer.storage.records.house import RecordsHouse

RECORD = UUID(int=7)


class Moody:
    """A store over there that fails as it is told to."""

    def __init__(self, marks: Path) -> None:
        self._marks = marks

    def rest(self) -> None:
        (self._marks / "rested").touch()

    def held(self, record: UUID) -> Held:
        if not (self._marks / "died").exists():
            (self._marks / "died").touch()
            os.kill(os.getpid(), 9)
        return Held(3, (1,))

    def complete(self, record: UUID) -> str:
        raise StoreRefusal("The records", "no server", "Wait", code=ExitCode.STORAGE)

    def completed(self, records: object) -> frozenset[UUID]:
        raise AssertionError("a mistake of ours")

    def put(self, header: object, lines: object) -> None:
        os.kill(os.getpid(), 9)


@pytest.fixture
def moody(tmp_path: Path) -> Iterator[StoreApart]:
    apart = StoreApart(partial(Moody, tmp_path), multiprocessing.get_context("fork"))  # cheaper
    yield apart
    apart.end()


def test_a_record_is_sent_by_another_process_and_is_the_same_here(tmp_path: Path) -> None:
    house = RecordsHouse(Folders(tmp_path, tmp_path), {})
    apart = house.receiver()
    assert house.receiver() is apart
    found = lines_of(b"".join(attempt("a-1")), "a-1")
    try:
        assert send(apart, found).complete
        assert send(apart, found).new == 0
        assert apart.completed([found.header.record]) == {found.header.record}
        with pytest.raises(Refusal, match="another one") as refused:
            apart.put(found.header, {1: b"{}\n"})
        assert not isinstance(refused.value, StoreRefusal)  # of this file alone
    finally:
        apart.end()
    here = house.open()
    assert here.lines(found.header.record) == found.lines
    here.rest()


def test_its_end_costs_one_question_more_and_twice_in_a_row_is_told(
    moody: StoreApart, tmp_path: Path
) -> None:
    assert moody.held(RECORD) == Held(3, (1,))  # the first process died of it
    with pytest.raises(StoreRefusal, match="the process that copies them ended"):
        moody.put(lines_of(b"".join(attempt("a-1")), "a-1").header, {})
    moody.rest()  # where no process is, nothing is begun for it
    assert not (tmp_path / "rested").exists()
    with pytest.raises(StoreRefusal, match="no server"):
        moody.complete(RECORD)
    assert (tmp_path / "rested").exists()  # it is opened anew
    with pytest.raises(RuntimeError, match="a mistake of ours"):
        moody.completed([RECORD])
