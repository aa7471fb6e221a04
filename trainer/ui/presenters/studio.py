"""One case in the making, as the studio's screen asks for it; no Qt.

The workbench (`trainer.session.studio`) holds document, undo and journal; this adds what is chosen,
what the pictures show, and when the patient is built.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from trainer.refusal import Refusal
from trainer.scenario.draft import Place
from trainer.scenario.manuscript.edits import Edit, value_at
from trainer.scenario.manuscript.notes import Note
from trainer.session.waiting import Waiting
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.studio_beam import waiting_words, work_words
from trainer.ui.presenters.studio_parts import PartShown, rail_shown
from trainer.ui.presenters.studio_scene import Scene, scene_of
from trainer.ui.presenters.texts import tr

if TYPE_CHECKING:
    from trainer.session.studio.workbench import Workbench

Work = Callable[[], Any]
Run = Callable[[Work, Callable[[Any], None], Callable[[Refusal], None]], None]


class StudioPresenter:
    """What one does to a case. run : do work in the background and come back on this thread."""

    def __init__(self, bench: Workbench, run: Run, now_s: Callable[[], float]) -> None:
        self.bench = bench
        self.run = run
        self._now_s = now_s
        self._changed_s = now_s()
        self._wanted = 0  # counts patients that were asked for; an older one is not waited for
        self._scene: tuple[tuple[object, ...], Scene | None] | None = None
        self.chosen_target = 0
        self.chosen_landmark = ""
        self.building = ""  # what is being done; "" for nothing
        self.of_patient = False  # what is being done is the building of the patient
        self.trouble = ""  # why there is no patient
        self.told: Callable[[str], None] = lambda _sentence: None
        self.built: Callable[[], None] = lambda: None
        self.progressed: Callable[[str], None] = lambda _words: None  # called on any thread

    # What there is -----------------------------------------------------------------------------

    @property
    def document(self) -> dict[str, Any]:
        """The case as it stands; never to be changed in place."""
        return self.bench.document

    def value(self, place: Place, default: Any = None) -> Any:
        """What stands at a place."""
        return value_at(self.document, place, default)

    @property
    def kind(self) -> str:
        """The patient's kind, "" while there is none."""
        return str(self.value(("patient", "kind"), ""))

    @property
    def title(self) -> str:
        """What the case is called."""
        return str(self.value(("title",)) or self.value(("id",), ""))

    def notes(self) -> tuple[Note, ...]:
        """The live validation list."""
        return self.bench.notes()

    def rail(self, notes: tuple[Note, ...]) -> tuple[PartShown, ...]:
        """The parts with their states."""
        patient = self.bench.patient
        return rail_shown(self.document, notes, len(patient.landmarks) if patient else 0)

    def scene(self) -> Scene | None:
        """What the pictures are of; None until a patient is there."""
        key = (id(self.document), id(self.bench.patient), self.chosen_target)
        if self._scene is None or self._scene[0] != key:
            self._scene = (
                key,
                scene_of(
                    self.bench.stand_in(), self.bench.patient, self.document, self.chosen_target
                ),
            )
        return self._scene[1]

    def saved_words(self) -> str:
        """Whether everything is safe, and since when."""
        failure = self.bench.failure
        if failure is not None:
            return refused_text(failure)
        if not self.bench.recorded:
            return tr("Saving ...")
        age_s = max(0, round(self._now_s() - self._changed_s))
        if age_s < 60:
            return tr("Saved {seconds} s ago").format(seconds=age_s)
        return tr("Saved {minutes} min ago").format(minutes=age_s // 60)

    def undo_words(self) -> str:
        """What undo takes back."""
        label = self.bench.manuscript.undo_label
        return tr("Undo: {what}").format(what=label) if label else tr("Undo")

    def redo_words(self) -> str:
        """What redo makes again."""
        label = self.bench.manuscript.redo_label
        return tr("Redo: {what}").format(what=label) if label else tr("Redo")

    # What one does -----------------------------------------------------------------------------

    def set(self, place: Place, value: Any, label: str = "", stroke: str = "") -> None:
        """Put a value; one step of undo."""
        self._did(self.bench.set(place, value, label, stroke))

    def change(self, *edits: Edit, label: str = "", stroke: str = "") -> None:
        """Several edits as one step."""
        self._did(self.bench.change(*edits, label=label, stroke=stroke))

    def undo(self) -> None:
        """Take the last step back."""
        self._did(self.bench.undo())

    def redo(self) -> None:
        """Make it again."""
        self._did(self.bench.redo())

    def complete(self) -> None:
        """Let the program fill in what is missing; all of it one step."""
        if not self.refusable(self.bench.complete):
            self.told(tr("There is nothing to fill in: it needs a patient and a target first."))

    def vary(self, levels: int, *, other_side: bool) -> None:
        """The same case elsewhere in the spine."""
        self.refusable(lambda: self.bench.vary(levels=levels, other_side=other_side))

    def refusable(self, act: Callable[[], Any]) -> Any:
        """Do it; what the world refuses is told. Returns what came of it, None where refused."""
        try:
            done = act()
        except Refusal as refusal:
            self.told(refused_text(refusal))
            return None
        self._did(bool(done))
        return done

    def choose_target(self, at: int) -> None:
        """Work on this target."""
        self.chosen_target = max(0, at)

    # The patient -------------------------------------------------------------------------------

    def build(self) -> None:
        """Build or load the patient as the document has it, in the background."""
        if self.bench.patient_is_current or self.building or not self.kind:
            return
        self.trouble = ""
        self.of_patient = True
        self._work(
            tr("Building the patient"),
            self.bench.build_patient,
            lambda _patient: None,
        )

    def background(
        self, words: str, work: Callable[[Waiting], Any], done: Callable[[Any], None]
    ) -> bool:
        """Other slow work on the case (importing, expert); False while something runs."""
        if self.building:
            return False
        self.of_patient = False
        self._work(words, work, done)
        return True

    def cancel(self) -> None:
        """Want nothing any more of what runs."""
        if self.building:
            self._wanted += 1
            self.building = ""
            self.trouble = tr("Stopped. The picture is of the patient before the last changes.")
            self.built()

    def _work(
        self, words: str, work: Callable[[Waiting], Any], done: Callable[[Any], None]
    ) -> None:
        self._wanted += 1
        mine, self.building = self._wanted, words

        def show(part: float, what: str) -> None:
            if mine == self._wanted:
                said = waiting_words(part, what) if self.of_patient else work_words(part, what)
                self.building = said
                self.progressed(self.building)

        waiting = Waiting(show, lambda: mine != self._wanted)

        def back(result: Any) -> None:
            if mine == self._wanted:
                self.building = ""
                done(result)
                self.built()

        def refused(refusal: Refusal) -> None:
            if mine == self._wanted:
                self.building, self.trouble = "", refused_text(refusal)
                self.told(self.trouble)
                self.built()

        self.run(lambda: work(waiting), back, refused)

    def leave(self) -> None:
        """The screen goes."""
        self._wanted += 1
        self.building = ""

    def _did(self, done: bool) -> None:
        if done:
            self._changed_s = self._now_s()
            self.trouble = ""
