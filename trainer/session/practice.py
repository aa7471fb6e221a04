"""A resident's use cases: choose a case, practise it, go on after a crash, look at the score.

Home asks for what it lists and nothing else, so what an attempt needs is loaded when one is opened.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.refusal import Refusal
from trainer.session.cards import ScenarioCard, UnfinishedCard
from trainer.session.clock import utc_now
from trainer.session.services import Services
from trainer.session.waiting import IN_SILENCE, Waiting

if TYPE_CHECKING:
    from trainer.assessment.mastery import Mastery
    from trainer.scoring.drills.result import DrillResult
    from trainer.scoring.score import Score
    from trainer.session.attempts_to_open import AttemptsToOpen
    from trainer.session.cohort_desk import CohortDesk
    from trainer.session.debrief_room import DebriefRoom
    from trainer.session.exams.desk import ExamDesk
    from trainer.session.finished import Finished, FinishedAttempts
    from trainer.session.interior import Interior
    from trainer.session.live_attempt import LiveAttempt
    from trainer.session.marking_front import MarkingFront
    from trainer.session.progress import Progress
    from trainer.session.progress_facts import Facts
    from trainer.session.studio.studio import Studio


class Practice:
    """Everything the screens of a resident ask for."""

    def __init__(self, services: Services, now_utc: Callable[[], str] = utc_now) -> None:
        self._services = services
        self._now_utc = now_utc

    @property
    def studio(self) -> Studio:
        """Where an instructor makes cases."""
        from trainer.session.studio.studio import Studio

        return Studio(self._services)

    @property
    def marking(self) -> MarkingFront:
        """Where people mark recorded attempts."""
        from trainer.session.marking_front import MarkingFront

        return MarkingFront(self._services)

    @property
    def cohort(self) -> CohortDesk:
        """Where a director follows everybody."""
        from trainer.session.cohort_desk import CohortDesk

        return CohortDesk(self._services, self._now_utc)

    @property
    def exams(self) -> ExamDesk:
        """Where exams are defined, opened and sat."""
        from trainer.session.exams.desk import ExamDesk

        return ExamDesk(self._services)

    def finished(self) -> tuple[Finished, ...]:
        """Everything that was submitted, oldest first."""
        return self._finished_attempts.all()

    @functools.cached_property
    def _finished_attempts(self) -> FinishedAttempts:
        from trainer.session.finished import FinishedAttempts

        return FinishedAttempts(self._services.attempts)

    def progress(self, waiting: Waiting = IN_SILENCE) -> Progress:
        """How this person gets on; only attempts that are new are scored."""
        from trainer.session.progress import ordinal_of, progress_of
        from trainer.session.progress_index import ProgressIndex

        found = ProgressIndex(self._services.attempts, self._services.progress).read(waiting)
        return progress_of(found.facts, ordinal_of(self._now_utc()), found.unread)

    def save_progress(self, path: Path, counted: Sequence[Facts]) -> None:
        """These attempts as a CSV table. Raises Refusal."""
        from trainer.session.progress import table_of

        self._services.progress.save_table(path, *table_of(counted))

    def library(self) -> tuple[tuple[ScenarioCard, ...], tuple[Refusal, ...]]:
        """The library in order, and why others of it cannot be opened."""
        found = self._services.scenarios.cards()
        return (
            tuple(one for one in found if not isinstance(one, Refusal)),
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
        return self._attempts.start(scenario_id, seed, waiting, asks_own_call=asks_own_call)

    def drill(
        self, name: str, seed: int | None = None, waiting: Waiting = IN_SILENCE
    ) -> LiveAttempt:
        """Open a drill; without a seed the two shared patients take turns. Raises Refusal."""
        return self._attempts.drill(name, seed, waiting)

    def back(
        self, path: Path, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """A new attempt from before the last step of an unfinished one. Raises Refusal."""
        return self._attempts.back(path, waiting, asks_own_call=asks_own_call)

    def retry(
        self, path: Path, seq: int, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """A new attempt that goes on from before a record of a finished one. Raises Refusal."""
        return self._attempts.retry(path, seq, waiting, asks_own_call=asks_own_call)

    def resume(
        self, path: Path, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> LiveAttempt:
        """Go on where the log ends; the time away is not charged. Raises Refusal."""
        return self._attempts.resume(path, waiting, asks_own_call=asks_own_call)

    @functools.cached_property
    def _attempts(self) -> AttemptsToOpen:
        from trainer.session.attempts_to_open import AttemptsToOpen

        return AttemptsToOpen(self._services, self._now_utc, self.finished)

    def drill_result(self, path: Path) -> tuple[DrillResult, Mastery]:
        """What a finished drill came to, and how far its skill is now. Raises Refusal."""
        from trainer.assessment.mastery import mastery_of
        from trainer.scoring.drills.result import result_of
        from trainer.session.finished import mastery_by_drill

        result = result_of(self._services.attempts.load(path))
        if result is None:
            raise Refusal(f"{path.name} is no drill", "its header names none", "Open another file")
        known = mastery_by_drill(self.finished())
        return result, known.get(result.drill_id, mastery_of(()))

    def look_inside(self, scenario_id: str, waiting: Waiting = IN_SILENCE) -> Interior:
        """The inside of a scenario's patient; never for an exam. Raises Refusal."""
        from trainer.session import interior

        return interior.look_inside(self._services, scenario_id, waiting)

    def score(self, path: Path) -> Score:
        """The score of a file. Raises Refusal."""
        from trainer.session import playing

        return playing.score_file(self._services, path)

    def report(self, path: Path, out: Path) -> None:
        """A report with pictures, PDF or HTML by its name. Raises Refusal."""
        from trainer.session import debriefing

        debriefing.report_to_file(self._services, path, out)

    def debrief(self, path: Path, waiting: Waiting = IN_SILENCE) -> DebriefRoom:
        """A finished attempt to be looked at again. Raises Refusal."""
        from trainer.session.debrief_room import DebriefRoom

        return DebriefRoom(self._services, path, waiting)

    def export(self, path: Path, folder: Path) -> tuple[Path, ...]:
        """Tables of an attempt as CSV files in a folder. Raises Refusal."""
        from trainer.session import debriefing

        return debriefing.export_file(self._services, path, folder, "csv", None, bom=True)

    def _unfinished(self, path: Path) -> UnfinishedCard | None:
        log = self._services.attempts.load(path)
        if log.header.get("drill") is not None:
            return None
        title = str(log.header.get("scenario", {}).get("title", path.stem))
        return UnfinishedCard(path, title, str(log.header.get("created_utc")), len(log.records))
