"""From Home to the suite, from the suite to the own call and the debrief, and back.

Slow work runs elsewhere (`Run`); what comes back for a screen that has been left is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.refusal import Refusal
from trainer.session.opened_file import debrief_of_file
from trainer.session.projectors import FAST
from trainer.session.waiting import Waiting
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr
from trainer.ui.presenters.ways import WAYS
from trainer.ui.presenters.window_view import Opened, WindowView, opened

if TYPE_CHECKING:
    from trainer.attempt.commands import OwnCall
    from trainer.session.debrief_room import DebriefRoom
    from trainer.session.live_attempt import LiveAttempt
    from trainer.session.practice import Practice
    from trainer.session.progress_facts import Facts
    from trainer.ui.presenters.debrief_call import Said
    from trainer.ui.presenters.drill_result import DrillResultShown
    from trainer.ui.presenters.home import HomeShown

Work = Callable[[], Any]
Done = Callable[[Any], None]
Refused = Callable[[Refusal], None]
Run = Callable[[Work, Done, Refused], None]


class Navigation:
    """Which room one is in. run : do work in the background and come back on this thread."""

    def __init__(self, practice: Practice, view: WindowView, run: Run) -> None:
        self._practice = practice
        self._view = view
        self._run = run
        self._attempt: LiveAttempt | None = None
        self._scenario_id: str | None = None
        self._path: Path | None = None
        self._wanted = 0
        self._busy = False

    @property
    def attempt(self) -> LiveAttempt | None:
        """The attempt in the suite."""
        return self._attempt

    def go_home(self) -> None:
        """Leave what is open (an unfinished attempt stays to be continued) and show Home."""
        self.leave()
        self._in_background(tr("Reading the scenarios"), self._read_home, self._view.show_home)

    def start(self, scenario_id: str) -> None:
        """Open a scenario."""
        if self._busy:
            return
        self.leave()
        self._scenario_id = scenario_id
        self._open(
            _after(FAST.progress, tr("Opening the scenario: building the patient, then the log")),
            lambda waiting: self._practice.start(scenario_id, waiting=waiting, asks_own_call=True),
            stale=_forget,
        )

    def drill(self, name: str) -> None:
        """Open a drill."""
        if self._busy:
            return
        self.leave()
        self._scenario_id = None
        self._open(
            _after(FAST.progress, tr("Opening the drill")),
            lambda waiting: self._practice.drill(name, waiting=waiting),
            stale=_forget,
        )

    def go(self, place: str) -> None:
        """Walk a way of the table to its place."""
        if self._busy:
            return
        self.leave()
        way, waiting = WAYS[place], self._waiting(self._wanted + 1)
        self._in_background(
            tr(way.busy),
            lambda: way.read(self._practice, waiting),
            lambda made: self._view.show_place(place, made),
        )

    def fork(self, origin: str, author: str = "") -> None:
        """A copy of a scenario, open in the studio. author : "" where nobody was named yet."""
        if self._busy:
            return
        self.leave()
        self._in_background(
            tr("Opening the studio"),
            lambda: self._forked(origin, author),
            lambda made: self._view.show_place("studio", made),
        )

    def _forked(self, origin: str, author: str) -> object:
        from trainer.ui.presenters.studio_front import forked_from

        return forked_from(self._practice, origin, author)

    def enter(self, ready: Opened) -> None:
        """Go into an attempt that somebody else has opened (a try-out of the studio)."""
        self.leave()
        self._path = None
        self._opened(ready)
        self._scenario_id = None  # it is in no library: "again" leads Home

    def progress(self) -> None:
        """Show how this person gets on; what is new is scored first."""
        self.go("progress")

    def save_progress(self, out: Path, counted: tuple[Facts, ...]) -> None:
        """Write these attempts as a table."""
        self._in_background(
            tr("Writing the table"),
            lambda: self._practice.save_progress(out, counted),
            lambda _: self._view.show_notice(tr("The table lies in {out}.").format(out=out)),
        )

    def back(self) -> None:
        """Go on in a new attempt from before the last step of this one."""
        attempt = self._attempt
        if attempt is None or self._busy:
            return
        path = attempt.path
        attempt.runner.settle()
        self.leave()
        self._open(
            tr("Going back to the last step"),
            lambda waiting: self._practice.back(path, waiting, asks_own_call=True),
            stale=_close,
        )

    def resume(self, path: Path) -> None:
        """Go on with an unfinished attempt."""
        if self._busy:
            return
        self.leave()
        self._open(
            _after(FAST.progress, tr("Opening the attempt where it stopped")),
            lambda waiting: self._practice.resume(path, waiting, asks_own_call=True),
            stale=_close,
        )

    def look_inside(self, scenario_id: str) -> None:
        """Show the inside of a scenario's patient: practice and authors only, never an exam."""
        if self._busy:
            return
        self.leave()
        waiting = self._waiting(self._wanted + 1)
        self._in_background(
            tr("Opening the patient"),
            lambda: self._practice.look_inside(scenario_id, waiting),
            lambda inside: self._view.show_place("anatomy", inside),
        )

    def again(self) -> None:
        """The same scenario once more."""
        if self._scenario_id is None:
            self.go_home()
        else:
            self.start(self._scenario_id)

    def finish(self) -> None:
        """The attempt was submitted: ask for the own call, then show the debrief."""
        attempt = self._attempt
        if attempt is None or self._busy:
            return
        self._path = attempt.path
        if attempt.header.drill is not None:
            self._in_background(tr("Scoring"), lambda: self._judged(attempt), self._drilled)
            return
        if attempt.wants_calls:
            self._view.leave_suite()
            self._view.show_own_call(attempt.header.targets)
        else:
            self._reveal(attempt)

    def call(self, said: Iterable[Said]) -> None:
        """The own call of each target, recorded; then the reveal."""
        attempt = self._attempt
        if attempt is None or self._busy:
            return
        for one in said:
            attempt.runner.send(_command(one))
        self._reveal(attempt)

    def skip_call(self) -> None:
        """The reveal without an own call."""
        if self._attempt is not None and not self._busy:
            self._reveal(self._attempt)

    def debrief(self, path: Path) -> None:
        """The debrief of any finished attempt."""
        self._show_debrief(path, lambda: self._practice.debrief(path))

    def open_file(self, path: Path) -> None:
        """The debrief of an attempt from anywhere: what a double-click on its file means."""
        self._show_debrief(path, lambda: debrief_of_file(self._practice, path))

    def _show_debrief(self, path: Path, work: Callable[[], DebriefRoom]) -> None:
        if self._busy:
            return
        self.leave()
        self._path = path
        self._in_background(tr("Scoring"), work, self._view.show_debrief)

    def retry(self, seq: int) -> None:
        """A new attempt from before a record of the one that was debriefed."""
        path = self._path
        if path is None or self._busy:
            return
        self.leave()
        self._open(
            _after(FAST.progress, tr("Going back to that moment")),
            lambda waiting: self._practice.retry(path, seq, waiting, asks_own_call=True),
            stale=_close,
        )

    def save_report(self, out: Path) -> None:
        """Write the attempt's report, or its tables where the name ends in .csv."""
        path = self._path
        if path is None or self._busy:
            return
        self._in_background(
            tr("Writing the report"),
            lambda: self._saved(path, out),
            lambda where: self._view.show_notice(tr("The report lies in {out}.").format(out=where)),
        )

    def _saved(self, path: Path, out: Path) -> Path:
        if out.suffix.lower() != ".csv":
            self._practice.report(path, out)
            return out
        folder = out.with_suffix("")
        self._practice.export(path, folder)
        return folder

    def _reveal(self, attempt: LiveAttempt) -> None:
        """Seal the log, then compute what is revealed from the file alone."""

        def debriefed() -> DebriefRoom:
            attempt.finish()
            return self._practice.debrief(attempt.path)

        self._in_background(tr("Scoring"), debriefed, self._debriefed)

    def cancel(self) -> None:
        """Want nothing any more of what runs; its result is let go when it comes."""
        if self._busy:
            self._wanted += 1
            self._ready()

    def leave(self) -> None:
        """Close the attempt that is open; what was recorded stays."""
        self._wanted += 1
        self._view.leave_places()
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            self._view.leave_suite()
            attempt.close()

    def _open(self, text: str, attempt: Callable[[Waiting], LiveAttempt], stale: Done) -> None:
        """Open an attempt for the suite, showing how far its patient is; cancelling stops it."""
        mine = self._wanted + 1  # what `_in_background` is about to count
        waiting = self._waiting(mine)
        self._in_background(text, lambda: opened(attempt(waiting)), self._opened, stale=stale)

    def _waiting(self, mine: int) -> Waiting:
        """Progress is shown, and work goes on, as long as `mine` is what is wanted."""

        def show(done: float, words: str) -> None:
            if mine == self._wanted:
                self._view.show_progress(done, tr(words) if words else "")

        return Waiting(show, lambda: mine != self._wanted)

    def _in_background(self, text: str, work: Work, done: Done, stale: Done | None = None) -> None:
        self._wanted += 1
        mine = self._wanted
        self._busy = True
        self._view.show_notice("")
        self._view.show_busy(text)

        def back(result: Any) -> None:
            if mine == self._wanted:
                self._ready()
                done(result)
            elif stale is not None:
                stale(result)

        def refused(refusal: Refusal) -> None:
            if mine == self._wanted:
                self._ready()
                self._view.show_notice(refused_text(refusal))

        self._run(work, back, refused)

    def _ready(self) -> None:
        self._busy = False
        self._view.show_busy("")

    def _read_home(self) -> HomeShown:
        from trainer.ui.presenters.home import home_shown

        cards, broken = self._practice.library()
        unfinished, finished = self._practice.unfinished(), self._practice.finished()
        return home_shown(cards, unfinished, broken, finished)

    def _judged(self, attempt: LiveAttempt) -> DrillResultShown:
        """The result of a drill and how far its skill is now."""
        from trainer.ui.presenters.drill_result import drill_result_shown

        attempt.finish()
        result, mastery = self._practice.drill_result(attempt.path)
        return drill_result_shown(result, mastery, attempt.path)

    def look_after(self, path: Path, show: Done, refused: Done) -> None:
        """The inside as an attempt left it, quietly; `refused` is told why there is none."""
        mine = self._wanted

        def told(tell: Done) -> Done:
            return lambda found: tell(found) if mine == self._wanted else None

        self._run(
            lambda: self._practice.debrief(path).inside_at_end(),
            told(show),
            told(lambda refusal: refused(refused_text(refusal))),
        )

    def _drilled(self, shown: DrillResultShown) -> None:
        self.leave()
        self._view.show_place("drill_result", shown)

    def _opened(self, ready: Opened) -> None:
        self._attempt = ready.attempt
        self._scenario_id = ready.attempt.scenario.id
        if ready.attempt.runner.snapshot.state.submitted:
            self.finish()  # it was left between Submit and the own call
        else:
            self._view.show_suite(ready)

    def _debriefed(self, attempt: DebriefRoom) -> None:
        self.leave()
        self._view.show_debrief(attempt)


def _command(said: Said) -> Callable[[int], OwnCall]:
    from trainer.attempt.commands import OwnCall

    return lambda t_ms: OwnCall(t_ms, *said)


def _close(ready: Opened) -> None:
    ready.attempt.close()


def _forget(ready: Opened) -> None:
    ready.attempt.forget()


def _after(progress: str, text: str) -> str:
    """What happens, behind what must be waited for before it."""
    return f"{tr(progress)}. {text}" if progress else text
