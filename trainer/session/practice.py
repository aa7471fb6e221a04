"""A resident's use cases: choose a case, practise it, go on after a crash, look at the score."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import gaussian_filter

from trainer.anatomy.back import posterior_skin_mm
from trainer.assessment.mastery import Mastery, mastery_of
from trainer.attempt.events import AidSet
from trainer.attempt.header import Header
from trainer.attempt.log import AttemptLog
from trainer.attempt.own_block import OwnBlock
from trainer.attempt.replay import last_state
from trainer.attempt.state import State
from trainer.attempt.training import PAUSE
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.pulse import MOST_EARLIER
from trainer.needle.catalogue import NeedleModel
from trainer.refusal import Refusal
from trainer.scenario.difficulty import difficulty_of
from trainer.scenario.scenario import Scenario
from trainer.scoring.drills.result import DrillResult, result_of
from trainer.scoring.score import Score
from trainer.session import debriefing, interior, playing, review
from trainer.session.aids import NO_OFFER, Offer, offered
from trainer.session.branching import Branch, branch_before, branch_of
from trainer.session.clock import Clock, MonotonicClock, PausableClock, utc_now
from trainer.session.cohort_desk import CohortDesk
from trainer.session.debrief_room import DebriefRoom
from trainer.session.drills import open_drill
from trainer.session.finished import Finished, FinishedAttempts, mastery_by_drill
from trainer.session.fluoroscope import Fluoroscope, Frame
from trainer.session.frames_due import FrameRequest, request_of
from trainer.session.interior import Interior
from trainer.session.marking_front import MarkingFront
from trainer.session.opening import Opening
from trainer.session.own_blocks import with_own_blocks
from trainer.session.ports import Journal
from trainer.session.progress import Progress, ordinal_of, progress_of, table_of
from trainer.session.progress_facts import Facts
from trainer.session.progress_index import ProgressIndex
from trainer.session.projectors import FAST
from trainer.session.runner import AttemptRunner, Snapshot
from trainer.session.services import Services
from trainer.session.studio.studio import Studio
from trainer.session.taken import Taken, kept_of
from trainer.session.waiting import IN_SILENCE, Waiting

if TYPE_CHECKING:
    from trainer.session.exams.desk import ExamDesk

BACK_HALF_WIDTH_MM = 100.0  # of the bedside view, about the start isocentre or target
BACK_HALF_HEIGHT_MM = 100.0
BACK_STEP_MM = 2.0
BACK_SMOOTHING_MM = 3.0


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """What the library shows of a scenario. triples : what must be reached, in words."""

    id: str
    title: str
    summary: str
    procedure: str
    joints: tuple[str, ...]
    triples: tuple[str, ...]
    patient_kind: str
    levels: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    difficulty: int = 0


@dataclass(frozen=True, slots=True)
class UnfinishedCard:
    """An attempt that was never submitted."""

    path: Path
    title: str
    created_utc: str
    records: int


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
        self.offer = offer
        self.clock = PausableClock(clock)
        self._fluoroscope = Fluoroscope(
            opening.scenario, opening.patient, opening.header.seed, FAST.for_attempts()
        )
        self._fluoroscope.prepare(opening.world.carm)
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


class Practice:
    """Everything the screens of a resident ask for."""

    def __init__(self, services: Services, now_utc: Callable[[], str] = utc_now) -> None:
        self._services = services
        self._now_utc = now_utc
        self._finished = FinishedAttempts(services.attempts)

    @property
    def studio(self) -> Studio:
        """Where an instructor makes cases."""
        return Studio(self._services)

    @property
    def marking(self) -> MarkingFront:
        """Where people mark recorded attempts."""
        return MarkingFront(self._services)

    @property
    def cohort(self) -> CohortDesk:
        """Where a director follows everybody."""
        return CohortDesk(self._services, self._now_utc)

    @property
    def exams(self) -> ExamDesk:
        """Where exams are defined, opened and sat."""
        from trainer.session.exams.desk import ExamDesk

        return ExamDesk(self._services)

    def finished(self) -> tuple[Finished, ...]:
        """Everything that was submitted, oldest first."""
        return self._finished.all()

    def progress(self, waiting: Waiting = IN_SILENCE) -> Progress:
        """How this person gets on; only attempts that are new are scored."""
        found = ProgressIndex(self._services.attempts, self._services.progress).read(waiting)
        return progress_of(found.facts, ordinal_of(self._now_utc()), found.unread)

    def save_progress(self, path: Path, counted: Sequence[Facts]) -> None:
        """These attempts as a CSV table. Raises Refusal."""
        self._services.progress.save_table(path, *table_of(counted))

    def library(self) -> tuple[tuple[ScenarioCard, ...], tuple[Refusal, ...]]:
        """The library in order, and why others of it cannot be opened; each file read once."""
        found = self._loaded()
        return (
            tuple(_card(one) for one in found if isinstance(one, Scenario)),
            tuple(one for one in found if isinstance(one, Refusal)),
        )

    def unfinished(self) -> tuple[UnfinishedCard, ...]:
        """Attempts that can go on, newest first; a drill that was left is simply begun anew."""
        found = (self._unfinished(path) for path in self._services.attempts.unfinished())
        return tuple(one for one in found if one is not None)

    def start(
        self,
        scenario_id: str,
        seed: int | None = None,
        waiting: Waiting = IN_SILENCE,
        *,
        asks_own_call: bool = False,
    ) -> LiveAttempt:
        """Open an attempt; the first time a patient takes seconds. Raises Refusal.

        asks_own_call : after submit the log stays open for the trainee's own call, until `finish`.
        """
        scenario = self._services.scenarios.load(scenario_id)
        chosen = secrets.randbits(32) if seed is None else seed
        opening = playing.opened(self._services, scenario, chosen, waiting)
        header = replace(opening.header, created_utc=self._now_utc())
        header = with_own_blocks(header, self._earlier_blocks())
        return self._begun(replace(opening, header=header), asks_own_call=asks_own_call)

    def _earlier_blocks(self) -> Iterator[tuple[tuple[str, str], tuple[OwnBlock, ...]]]:
        """Person and blocks of each finished attempt; files are read when first asked for."""
        for one in self.finished():
            yield one.person, one.blocks

    def drill(
        self, name: str, seed: int | None = None, waiting: Waiting = IN_SILENCE
    ) -> LiveAttempt:
        """Open a drill; without a seed the two shared patients take turns. Raises Refusal."""
        chosen = 2 * secrets.randbits(31) + self._turn_of(name) if seed is None else seed
        opening = open_drill(self._services, name, chosen, self._now_utc(), waiting)
        return self._begun(opening)

    def drill_result(self, path: Path) -> tuple[DrillResult, Mastery]:
        """What a finished drill came to, and how far its skill is now. Raises Refusal."""
        result = result_of(self._services.attempts.load(path))
        if result is None:
            raise Refusal(f"{path.name} is no drill", "its header names none", "Open another file")
        known = mastery_by_drill(self.finished())
        return result, known.get(result.drill_id, mastery_of(()))

    def back(
        self, path: Path, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """A new attempt from before the last step of an unfinished one. Raises Refusal."""
        log = self._services.attempts.load(path)
        branch = branch_of(log, review.header_of(log, path.name), self._now_utc())
        return self._branched(log, path, branch, waiting, asks_own_call=asks_own_call)

    def retry(
        self, path: Path, seq: int, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """A new attempt that goes on from before a record of a finished one. Raises Refusal."""
        log = self._services.attempts.load(path)
        branch = branch_before(log, review.header_of(log, path.name), seq, self._now_utc())
        return self._branched(log, path, branch, waiting, asks_own_call=asks_own_call)

    def _branched(
        self, log: AttemptLog, path: Path, branch: Branch, waiting: Waiting, *, asks_own_call: bool
    ) -> LiveAttempt:
        header = review.header_of(log, path.name)
        opening = replace(
            review.reopened(self._services, log, path.name, waiting), header=branch.header
        )
        events = [event for record in branch.records for event in record.events]
        taken = list(kept_of(header.start, events))[-(1 + MOST_EARLIER) :]
        return self._begun(opening, taken, asks_own_call=asks_own_call)

    def _begun(
        self, opening: Opening, taken: Sequence[Taken] = (), *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """A new file for an opened attempt."""
        header = opening.header
        journal = self._services.attempts.create(header)
        return LiveAttempt(
            self._services,
            opening,
            journal,
            header.start,
            MonotonicClock(header.start.t_ms),
            taken,
            asks_own_call=asks_own_call,
            offer=self._offer(opening),
        )

    def _offer(self, opening: Opening) -> Offer:
        return offered(opening.scenario.id, self.finished(), opening.header.mode)

    def _turn_of(self, name: str) -> int:
        tried = (one.result for one in self.finished())
        return sum(one is not None and one.drill_id == name for one in tried) % 2

    def resume(
        self, path: Path, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """Go on where the log ends; the time away is not charged. Raises Refusal."""
        log, journal = self._services.attempts.reopen(path)
        try:
            state = last_state(log, path.name)
            opening = review.reopened(self._services, log, path.name, waiting)
        except Refusal:
            journal.close()
            raise
        taken = list(review.exposures(log, path.name))[-(1 + MOST_EARLIER) :]
        clock = MonotonicClock(state.t_ms)
        offer = self._offer(opening)
        return LiveAttempt(
            self._services,
            opening,
            journal,
            state,
            clock,
            taken,
            asks_own_call=asks_own_call,
            offer=offer,
        )

    def look_inside(self, scenario_id: str, waiting: Waiting = IN_SILENCE) -> Interior:
        """The inside of a scenario's patient; never for an exam. Raises Refusal."""
        return interior.look_inside(self._services, scenario_id, waiting)

    def score(self, path: Path) -> Score:
        """The score of a file. Raises Refusal."""
        return playing.score_file(self._services, path)

    def report(self, path: Path, out: Path) -> None:
        """A report with pictures, PDF or HTML by its name. Raises Refusal."""
        debriefing.report_to_file(self._services, path, out)

    def debrief(self, path: Path, waiting: Waiting = IN_SILENCE) -> DebriefRoom:
        """A finished attempt to be looked at again. Raises Refusal."""
        return DebriefRoom(self._services, path, waiting)

    def export(self, path: Path, folder: Path) -> tuple[Path, ...]:
        """Tables of an attempt as CSV files in a folder. Raises Refusal."""
        return debriefing.export_file(self._services, path, folder, "csv", None, bom=True)

    def _loaded(self) -> tuple[Scenario | Refusal, ...]:
        return tuple(self._load(name) for name in self._services.scenarios.identifiers())

    def _load(self, name: str) -> Scenario | Refusal:
        try:
            return self._services.scenarios.load(name)
        except Refusal as refusal:
            return refusal

    def _unfinished(self, path: Path) -> UnfinishedCard | None:
        log = self._services.attempts.load(path)
        if log.header.get("drill") is not None:
            return None
        title = str(log.header.get("scenario", {}).get("title", path.stem))
        return UnfinishedCard(path, title, str(log.header.get("created_utc")), len(log.records))


def _card(scenario: Scenario) -> ScenarioCard:
    return ScenarioCard(
        id=scenario.id,
        title=scenario.title,
        summary=scenario.summary,
        procedure=str(scenario.procedure),
        joints=tuple(dict.fromkeys(target.joint for target in scenario.targets)),
        triples=tuple(
            f"{target.joint}: MB {target.nerve.removesuffix('-mb')} on the {target.bone} TP, "
            f"{target.side}"
            for target in scenario.targets
        ),
        patient_kind=scenario.patient.kind,
        levels=scenario.levels,
        sides=scenario.sides,
        difficulty=difficulty_of(scenario),
    )


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
