"""An attempt under way: its runner, its pictures, its bedside."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.ndimage import gaussian_filter

from trainer.anatomy.back import posterior_skin_mm
from trainer.attempt.events import AidSet
from trainer.attempt.header import Header
from trainer.attempt.state import State
from trainer.attempt.training import PAUSE
from trainer.geometry.pinhole import FloatArray
from trainer.needle.catalogue import NeedleModel
from trainer.scenario.scenario import Scenario
from trainer.scoring.score import Score
from trainer.session import playing
from trainer.session.aids import NO_OFFER, Offer
from trainer.session.clock import Clock, PausableClock
from trainer.session.fluoroscope import Fluoroscope, Frame
from trainer.session.frames_due import FrameRequest, request_of
from trainer.session.opening import Opening
from trainer.session.ports import Journal
from trainer.session.projectors import FAST
from trainer.session.runner import AttemptRunner, Snapshot
from trainer.session.services import Services
from trainer.session.taken import Taken
from trainer.session.tracking import Trackers

BACK_HALF_WIDTH_MM = 100.0  # of the bedside view, about the start isocentre or target
BACK_HALF_HEIGHT_MM = 100.0
BACK_STEP_MM = 2.0
BACK_SMOOTHING_MM = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class BackSurface:
    """The skin of the back for the bedside view.

    x_mm : shape (n,), z_mm : shape (m,), y_mm : shape (m, n), NaN beside the body.
    """

    x_mm: FloatArray
    z_mm: FloatArray
    y_mm: FloatArray


class LiveAttempt:
    """An attempt under way: its runner, its pictures, its bedside."""

    def __init__(
        self,
        services: Services,
        opening: Opening,
        journal: Journal,
        state: State,
        clock: Clock,
        taken: Sequence[Taken] = (),
        *,
        asks_own_call: bool = False,
        offer: Offer = NO_OFFER,
    ) -> None:
        self._services = services
        self.trackers: Trackers = services.trackers
        self.offer = offer
        self.clock = PausableClock(clock)
        self._fluoroscope = _prepared_fluoroscope(opening)
        self.scenario: Scenario = opening.scenario
        self.header: Header = opening.header
        self.path: Path = journal.path
        self.needles: tuple[NeedleModel, ...] = tuple(opening.world.needles.values())
        self.views: tuple[str, ...] = tuple(opening.world.views)
        self.back: BackSurface = back_surface(opening)
        # What the monitor shows when a resumed attempt opens, and what still shines on in it.
        self.held: FrameRequest | None = request_of(taken)
        self.runner = AttemptRunner(
            state,
            journal.recorded_seq,
            opening.world,
            journal,
            self.clock,
            asks_own_call=asks_own_call,
        )
        self.clock.pause(PAUSE in state.aids)
        self.runner.listen(self._stand_still)

    def _stand_still(self, snapshot: Snapshot) -> None:
        """A pause is an event of the log; the clock follows it."""
        for event in snapshot.events:
            if isinstance(event, AidSet) and event.aid == PAUSE:
                self.clock.pause(event.on)

    def frame(self, request: FrameRequest) -> Frame:
        """The picture of an exposure; takes milliseconds to a second, so never on a GUI thread."""
        for before in request.before:
            self._fluoroscope.frame(*before)
        return self._fluoroscope.frame(*request.taken)

    @property
    def wants_calls(self) -> bool:
        """Whether the log stays open after Submit for the trainee's own call of each target."""
        return self.runner.asks_own_call and bool(self.header.targets)

    def finish(self) -> Score:
        """After Submit: wait until all is safe, then score from the file. Raises Refusal."""
        self.runner.settle()
        self.runner.close()
        return playing.score_file(self._services, self.path)

    def close(self) -> None:
        """Leave; what was recorded stays and can be resumed."""
        self.runner.close()

    def forget(self) -> None:
        """Leave an attempt that nobody has seen: without a record, its file goes too."""
        self.close()
        self._services.attempts.forget_if_empty(self.path)


def _prepared_fluoroscope(opening: Opening) -> Fluoroscope:
    """Ready for the start pose; views from the side are made ready meanwhile."""
    seed, carm = opening.header.seed, opening.world.carm
    found = Fluoroscope(opening.scenario, opening.patient, seed, FAST.for_attempts())
    found.prepare(carm)
    threading.Thread(target=found.prepare_sideways, args=(carm,), name="sideways").start()
    return found


def back_surface(opening: Opening) -> BackSurface:
    """The skin about the start isocentre; z grows toward the head.

    Smoothed by 3 mm, so that voxel steps do not show as terraces under the bedside light.
    """
    start, world = opening.header.start, opening.world
    centre = start.isocentre_um  # never the target: the middle of this view must tell nothing
    x_mm = centre[0] / 1000.0 + np.arange(
        -BACK_HALF_WIDTH_MM, BACK_HALF_WIDTH_MM + BACK_STEP_MM, BACK_STEP_MM
    )
    z_mm = centre[2] / 1000.0 + np.arange(
        -BACK_HALF_HEIGHT_MM, BACK_HALF_HEIGHT_MM + BACK_STEP_MM, BACK_STEP_MM
    )
    if opening.patient.labels is None:
        flat_mm = world.skin_y_mm(0.0, 0.0)
        return BackSurface(x_mm, z_mm, np.full((z_mm.size, x_mm.size), flat_mm))
    y_mm = posterior_skin_mm(opening.patient.labels, x_mm, z_mm)
    return BackSurface(x_mm, z_mm, _smoothed(y_mm, BACK_SMOOTHING_MM / BACK_STEP_MM))


def _smoothed(y_mm: FloatArray, sigma: float) -> FloatArray:
    known = np.isfinite(y_mm)
    weight = gaussian_filter(known.astype(np.float64), sigma)
    summed = gaussian_filter(np.where(known, y_mm, 0.0), sigma)
    return np.asarray(np.where(known, summed / np.maximum(weight, 1e-9), np.nan))
