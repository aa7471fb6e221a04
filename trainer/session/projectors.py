"""Which projector draws: the fast one for every picture of an attempt, the plain one for stills.

Compiling takes some seconds on the first start ever and half a second afterwards, from the cache
in the folder that NUMBA_CACHE_DIR names (set by the composition root). An attempt waits for it, on
screen and in a replay, so that who draws never depends on when: a log's frames are the same bytes
each time. A machine that cannot compile draws with the plain one, each time; between the two a
picture differs by what the error allows (0.15 % RMS of the exact integral).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # who draws nothing loads no imaging
    from trainer.imaging.projector import Projector


def _compiled_projector() -> Projector:
    from trainer.imaging.slab_warm_up import warm_projector

    return warm_projector()


class FastPictures:
    """The fast projector of this process, made once, in the background.

    make : compiles and hands over the projector. It is shared: its copies of a patient's voxels
    serve every attempt on that patient. first : done before, in the same background; the
    composition root lets another process fill the cache there. failure : why there will be none,
    or None.
    """

    def __init__(
        self,
        make: Callable[[], Projector] = _compiled_projector,
        first: Callable[[], None] = lambda: None,
    ) -> None:
        self._make = make
        self.first = first
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self.projector: Projector | None = None
        self.failure: str | None = None

    def warm_up(self) -> None:
        """Begin in the background, once; returns at once. The program ends after it, not amid."""
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="compile")
                self._thread.start()

    def wait(self, timeout_s: float = 60.0) -> bool:
        """Wait for the end of it; True where the fast projector is there."""
        if self._thread is not None:
            self._thread.join(timeout_s)
        return self.projector is not None

    def for_attempts(self, tell: Callable[[str], None] = lambda _text: None) -> Projector:
        """The projector that draws attempts; waits until it is compiled.

        tell : called with one line where there is something to wait for.
        """
        from trainer.imaging.slice_projector import SliceProjector

        self.warm_up()
        if self.progress:
            tell(self.progress)
        while self._thread is not None and self._thread.is_alive():
            self._thread.join()
        return self.projector or SliceProjector()

    @property
    def progress(self) -> str:
        """One line for people while it is under way; empty before and after."""
        if self._thread is None or not self._thread.is_alive():
            return ""
        return "Preparing fast pictures; the first time this takes some seconds"

    def _run(self) -> None:
        try:
            self.first()
            self.projector = self._make()
        except Exception as error:  # without it the program works on, at fewer pictures a second
            self.failure = f"{type(error).__name__}: {error}"


FAST = FastPictures()
