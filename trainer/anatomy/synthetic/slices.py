"""Work on slices shared by a few threads: kernels that let go of the interpreter's lock."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

THREADS = 2  # the machine this is made for (DESIGN 14)
TURNS = 4  # pieces a thread: slices differ in how much there is to do
AHEAD = 3  # results that may wait: each can be tens of megabytes

_One = TypeVar("_One")
_Made = TypeVar("_Made")
_pool = ThreadPoolExecutor(THREADS, thread_name_prefix="slices")


def over_slices(count: int, work: Callable[[int, int], object]) -> None:
    """Call `work(begin, end)` for pieces of 0..count, several at once; raises what it raises.

    What is computed must not depend on the pieces. Never called from within such work.
    """
    size = max(1, -(-count // (THREADS * TURNS)))
    starts = range(0, count, size)
    list(_pool.map(lambda start: work(start, min(start + size, count)), starts))


def ahead(make: Callable[[_One], _Made], wanted: Sequence[_One]) -> Iterator[_Made]:
    """What `make` makes of each, in order, the next few being made while one is used."""
    waiting: deque[Future[_Made]] = deque()
    with ThreadPoolExecutor(THREADS, thread_name_prefix="ahead") as makers:
        for one in wanted:
            waiting.append(makers.submit(make, one))
            if len(waiting) >= AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
