"""All that a suite screen must be able to show. One reads this and knows the screen."""

from __future__ import annotations

from typing import Protocol

from trainer.ui.presenters.collimator import BladesShown
from trainer.ui.presenters.feel import FeelSample
from trainer.ui.presenters.folder import FolderShown, RoomShown
from trainer.ui.presenters.instruments import GeneratorShown, SyringeShown
from trainer.ui.presenters.machine import MachineShown
from trainer.ui.presenters.pictures import PicturesShown
from trainer.ui.presenters.shown import (
    BeamShown,
    BedsideShown,
    CaseShown,
    Dose,
    MonitorState,
    NeedleChoice,
    Picture,
    PoseShown,
    RecordMark,
)


class SuiteView(Protocol):
    """Setters only; each is called when its value changed and not otherwise."""

    def show_case(self, case: CaseShown) -> None:
        """The task."""

    def show_choices(self, needles: tuple[NeedleChoice, ...], views: tuple[str, ...]) -> None:
        """What the tray and, for a radiograph patient, the view store hold."""

    def show_clock(self, text: str) -> None:
        """Time since the attempt began."""

    def show_dose(self, dose: Dose) -> None:
        """The dose line."""

    def show_beam(self, beam: BeamShown) -> None:
        """The lamp and the live monitor's frame."""

    def show_monitor(self, state: MonitorState, note: str) -> None:
        """The state of the live monitor and its note, e.g. the age of a held picture."""

    def show_live(self, picture: Picture | None) -> None:
        """The live monitor's picture."""

    def show_reference(self, picture: Picture | None, note: str) -> None:
        """The reference monitor's picture, and its place in the store."""

    def show_picture_tools(self, tools: PicturesShown) -> None:
        """Cine, frame store, subtraction."""

    def show_pose(self, pose: PoseShown) -> None:
        """The machine."""

    def show_machine(self, machine: MachineShown) -> None:
        """The console."""

    def show_blades(self, blades: BladesShown | None) -> None:
        """The shutters over the live picture, None where they cannot be shown on it."""

    def show_flash(self, number: int) -> None:
        """A single picture was taken: the lamp lights for a moment. number : of the exposure."""

    def show_signal(self, number: int) -> None:
        """The five-minute signal sounds (how many so far), 0 while it is silent."""

    def show_bedside(self, bedside: BedsideShown) -> None:
        """The back and what is on it, and the shaft."""

    def show_breath(self, held: bool) -> None:
        """Whether the patient holds the breath now."""

    def show_syringe(self, shown: SyringeShown) -> None:
        """What hangs on the needle and what went through it."""

    def show_generator(self, shown: GeneratorShown) -> None:
        """The generator's setting, panel and last stimulus."""

    def show_folder(self, shown: FolderShown) -> None:
        """What of the case was opened, talked over and decided."""

    def show_room(self, shown: RoomShown) -> None:
        """Which acts of the room were done."""

    def show_declared(self, text: str) -> None:
        """The level last declared."""

    def show_feel(self, samples: tuple[FeelSample, ...], now_s: float, word: str) -> None:
        """The trace."""

    def show_message(self, text: str) -> None:
        """The voice of the room."""

    def show_record(self, mark: RecordMark) -> None:
        """The recorded mark."""

    def show_refusal(self, sentence: str) -> None:
        """The world said no: one calm sentence."""

    def show_submitted(self) -> None:
        """The attempt is over: nothing moves any more."""
