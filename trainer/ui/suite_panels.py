"""What the suite is made of and where it stands: a view that draws what it is told."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer.ui.bedside_view import BedsideView
from trainer.ui.bottom_strip import BottomStrip
from trainer.ui.buttons import ActionButton
from trainer.ui.carm_card import CArmCard
from trainer.ui.case_folder import CaseFolder
from trainer.ui.instrument_card import InstrumentCard
from trainer.ui.monitor_view import MonitorView
from trainer.ui.picture_desk import PictureDesk
from trainer.ui.presenters.collimator import BladesShown
from trainer.ui.presenters.feel import FeelSample
from trainer.ui.presenters.folder import FolderShown, RoomShown
from trainer.ui.presenters.instruments import GeneratorShown, SyringeShown
from trainer.ui.presenters.layout import Box, suite_layout
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
from trainer.ui.room_sheet import RoomSheet
from trainer.ui.sound_twins import SoundTwins
from trainer.ui.top_bar import TopBar


class SuitePanels(QWidget):
    """Top bar, two monitors, bedside, two cards, bottom strip; a `SuiteView`."""

    submitted = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suite")
        self.top = TopBar(self)
        self.live = MonitorView("live_monitor", self.tr("Live monitor"), self)
        self.reference = MonitorView("reference_monitor", self.tr("Reference"), self)
        self.bedside = BedsideView(self)
        self.carm = CArmCard(self)
        self.instrument = InstrumentCard(self)
        self.bottom = BottomStrip(self)
        self.folder, self.room = CaseFolder(self), RoomSheet(self)
        self.desk = PictureDesk(self.live, self.reference)
        self.cine_timer, self.sounds = QTimer(self), SoundTwins(self)

    @property
    def pressed_buttons(self) -> tuple[ActionButton, ...]:
        """Every button of the room that acts once when it is pressed."""
        bars = (self.bottom.buttons, self.instrument.all_buttons, self.carm.buttons)
        return (*(button for bar in bars for button in bar.values()), self.top.signal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        layout = suite_layout(self.width(), self.height())
        parts: tuple[tuple[QWidget, Box], ...] = (
            (self.top, layout.top),
            (self.bedside, layout.bedside),
            (self.carm, layout.carm),
            (self.instrument, layout.instrument),
            (self.bottom, layout.bottom),
        )
        for part, box in parts:
            part.setGeometry(box.x, box.y, box.width, box.height)
        for sheet in (self.folder, self.room):
            sheet.place(layout)
        super().resizeEvent(event)

    def show_case(self, case: CaseShown) -> None:
        """The task."""
        self.top.show_case(case)

    def show_choices(self, needles: tuple[NeedleChoice, ...], views: tuple[str, ...]) -> None:
        """Tray and view store."""
        self.instrument.set_needles(needles)
        self.carm.set_views(views)

    def show_clock(self, text: str) -> None:
        """Time."""
        self.top.show_clock(text)

    def show_dose(self, dose: Dose) -> None:
        """Dose."""
        self.top.show_dose(dose)

    def show_beam(self, beam: BeamShown) -> None:
        """Lamp."""
        self.top.lamp.show_beam(beam)
        self.sounds.beam(beam.on)

    def show_monitor(self, state: MonitorState, note: str) -> None:
        """The live monitor's state."""
        self.live.show_state(state, note)

    def show_live(self, picture: Picture | None) -> None:
        """The live picture."""
        self.live.show_picture(picture)

    def show_reference(self, picture: Picture | None, note: str) -> None:
        """The reference picture."""
        self.reference.show_picture(picture)
        state = MonitorState.REFERENCE if picture else MonitorState.EMPTY
        self.reference.show_state(
            state, note if picture else self.tr("Keep (R) puts the held picture here.")
        )

    def show_picture_tools(self, tools: PicturesShown) -> None:
        """Cine, frame store, subtraction."""
        self.carm.pictures.show_tools(tools)
        cine = tools.cine
        if cine.playing and not self.cine_timer.isActive():
            self.cine_timer.start(cine.interval_ms)
        elif not cine.playing:
            self.cine_timer.stop()

    def show_pose(self, pose: PoseShown) -> None:
        """The machine."""
        self.carm.show_pose(pose)

    def show_machine(self, machine: MachineShown) -> None:
        """The console."""
        self.carm.machine.show_machine(machine)

    def show_blades(self, blades: BladesShown | None) -> None:
        """The shutters."""
        self.live.show_blades(blades)

    def show_flash(self, number: int) -> None:
        """A spot."""
        self.top.lamp.flash(number)

    def show_signal(self, number: int) -> None:
        """The five-minute signal: seen at once, heard until it is reset."""
        self.top.show_signal(number)
        self.sounds.signal(number > 0)

    def show_bedside(self, bedside: BedsideShown) -> None:
        """The back and the shaft."""
        self.bedside.show_bedside(bedside)
        self.instrument.show_bedside(bedside)

    def show_breath(self, held: bool) -> None:
        """The breath."""
        self.instrument.show_breath(held)

    def show_syringe(self, shown: SyringeShown) -> None:
        """The syringe."""
        self.instrument.syringe.show_syringe(shown)

    def show_generator(self, shown: GeneratorShown) -> None:
        """The generator."""
        self.instrument.generator.show_generator(shown)
        self.sounds.heat(shown.heating)

    def show_folder(self, shown: FolderShown) -> None:
        """The case folder."""
        self.folder.show_folder(shown)

    def show_room(self, shown: RoomShown) -> None:
        """The room."""
        self.room.show_room(shown)

    def show_declared(self, text: str) -> None:
        """The declared level."""
        self.instrument.show_declared(text)

    def show_feel(self, samples: tuple[FeelSample, ...], now_s: float, word: str) -> None:
        """The trace."""
        self.instrument.feel.show_feel(samples, now_s, word)
        self.sounds.feel(samples)

    def show_message(self, text: str) -> None:
        """The voice."""
        self.bottom.voice.set_whole(text)

    def show_record(self, mark: RecordMark) -> None:
        """The recorded mark."""
        self.bottom.record.show_mark(mark)

    def show_refusal(self, sentence: str) -> None:
        """A refusal goes to the window's notice bar."""
        self.refused.emit(sentence)

    def show_submitted(self) -> None:
        """It is over."""
        self.submitted.emit()
