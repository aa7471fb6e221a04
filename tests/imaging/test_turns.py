"""Work shared out among threads."""

from __future__ import annotations

import threading

import pytest

from trainer.imaging.turns import Turns


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_every_turn_is_done_once(threads: int) -> None:
    done: list[tuple[int, int]] = []
    Turns(threads).run(lambda turn, turns: done.append((turn, turns)))
    assert sorted(done) == [(turn, threads) for turn in range(threads)]


def test_a_turn_that_nobody_began_is_done_by_the_caller() -> None:
    turns, freed, doers = Turns(2), threading.Event(), []
    turns._pool.submit(freed.wait)  # the only other thread is kept
    try:
        turns.run(lambda turn, _turns: doers.append((turn, threading.get_ident())))
    finally:
        freed.set()
    assert doers == [(0, threading.get_ident()), (1, threading.get_ident())]


@pytest.mark.parametrize("fails", [0, 1])
def test_what_a_turn_raises_is_raised(fails: int) -> None:
    def work(turn: int, _turns: int) -> None:
        if turn == fails:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Turns(2).run(work)
