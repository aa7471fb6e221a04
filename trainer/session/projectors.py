"""Which projector draws: the plain one at once, the fast one as soon as its kernels are compiled.

Compiling takes some seconds on the first start ever and half a second afterwards, from the cache
in the folder that NUMBA_CACHE_DIR names (set by the composition root). Both give the same picture:
each is held to 0.15 % RMS of the exact integral. A frame drawn again by the same projector is the
same.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence

from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.projector import PathMap, Projector, Quality
from trainer.imaging.slice_projector import SliceProjector


def _compiled_projector() -> Projector:
    from trainer.imaging.slab_warm_up import warm_projector

    return warm_projector()


class FastPictures:
    """The fast projector of this process, made once, in the background.

    make : compiles and hands over the projector. It is shared: its copies of a patient's voxels
    serve every attempt on that patient. failure : why there will be none, or None.
    """

    def __init__(self, make: Callable[[], Projector] = _compiled_projector) -> None:
        self._make = make
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

    @property
    def progress(self) -> str:
        """One line for people while it is under way; empty before and after."""
        if self._thread is None or not self._thread.is_alive():
            return ""
        return "Preparing fast pictures; the first start takes some seconds longer"

    def _run(self) -> None:
        try:
            self.projector = self._make()
        except Exception as error:  # without it the program works on, at fewer pictures a second
            self.failure = f"{type(error).__name__}: {error}"


FAST = FastPictures()


class WarmProjector:
    """Implements `Projector`: the fast one where it is ready, else the plain one."""

    def __init__(self, fast: FastPictures = FAST) -> None:
        self._fast = fast
        self._plain: SliceProjector | None = SliceProjector()

    def path_lengths(
        self,
        volumes: Sequence[BasisVolume],
        view: PinholeView,
        quality: Quality | None = None,
    ) -> Mapping[Basis, PathMap]:
        """Grams per cm2 of each basis; shape (rows, columns)."""
        ready = self._fast.projector
        if ready is not None:
            self._plain = None  # and its copies of the voxels
            return ready.path_lengths(volumes, view, quality)
        self._plain = self._plain or SliceProjector()
        return self._plain.path_lengths(volumes, view, quality)
