"""A few threads that share one piece of work; the interpreter's lock is let go inside it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

THREADS = 2  # the machine this is made for (DESIGN 14)


class Turns:
    """Runs `work(turn, turns)` for every turn at once, the calling thread doing the first.

    threads : how many work at once. Several callers may share one; their work queues.
    """

    def __init__(self, threads: int = THREADS) -> None:
        self.threads = threads
        self._pool = ThreadPoolExecutor(max(1, threads - 1), thread_name_prefix="picture")

    def run(self, work: Callable[[int, int], None]) -> None:
        """Return when all turns are done; what one raises is raised.

        A turn that no thread has begun when the first is over is done here: on a busy machine
        waiting for a thread to wake costs more than its work.
        """
        turns = range(1, self.threads)
        others = [(turn, self._pool.submit(work, turn, self.threads)) for turn in turns]
        work(0, self.threads)
        for turn, other in others:
            if other.cancel():
                work(turn, self.threads)
            else:
                other.result()
