"""Processes as workers: every job once, whatever happens to them."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from trainer.refusal import Refusal
from trainer.session.process_pool import ProcessPool


@pytest.fixture(autouse=True)
def swept() -> None:
    """What earlier tests left of Qt is swept here: on a pool's own thread it ends the process."""
    gc.collect()


# Work of the tests; a process of its own finds it by this module's name.


def double(number: int) -> int:
    return 2 * number


def refuse(number: int) -> int:
    raise Refusal(f"{number} was refused", "it is tested", "Nothing")


def die_once(mark: Path) -> str:
    """Ends its process without a word, the first time only."""
    if not mark.exists():
        mark.touch()
        os._exit(1)
    return mark.name


def die(_number: int) -> int:
    os._exit(1)


def test_every_job_once_even_where_a_worker_died_and_processes_were_renewed(
    tmp_path: Path,
) -> None:
    marks = [tmp_path / name for name in "abc"]
    for quiet in marks[1:]:
        quiet.touch()
    found = list(ProcessPool(1, renewed_after=2).each(die_once, marks))
    assert sorted(found) == [(0, "a"), (1, "b"), (2, "c")]


def test_no_job_needs_no_process() -> None:
    assert list(ProcessPool(2).each(die, [])) == []


def test_workers_that_keep_dying_are_told_of() -> None:
    with pytest.raises(Refusal, match="3 times in a row"):
        list(ProcessPool(1).each(die, [1]))


def test_what_the_work_refuses_arrives_whole() -> None:
    with pytest.raises(Refusal) as caught:
        list(ProcessPool(1).each(refuse, [7]))
    assert (caught.value.what, caught.value.why) == ("7 was refused", "it is tested")


def test_leaving_early_ends_the_processes() -> None:
    results = ProcessPool(2).each(double, range(40))
    number, result = next(results)
    assert result == 2 * number
    results.close()  # type: ignore[attr-defined]
    with pytest.raises(StopIteration):
        next(results)
