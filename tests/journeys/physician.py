"""A physician at the window: the resident's hands, and the sheets, cards and lists of a procedure.

Nothing is pressed that could not be seen: a button must be where the mouse comes down.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from tests.journeys.resident import LEFT, Resident
from trainer.attempt.header import Target
from trainer.attempt.integers import um_of
from trainer.attempt.state import NeedleInHand
from trainer.geometry.pinhole import FloatArray
from trainer.ui.actions import BY_ID
from trainer.ui.choice import Choice

NO_MODIFIER, NO_BUTTON = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
HALF_ROUND = 12  # presses of the key that turns the hub


class Physician(Resident):
    """What a person does in a whole procedure. aim_mm : where the eye wants the tip."""

    aim_mm: FloatArray

    @property
    def target(self) -> Target:
        return replace(self.attempt.header.targets[0], point_um=um_of(self.aim_mm))

    @property
    def needle(self) -> NeedleInHand:
        found = self.state.needle
        assert found is not None
        return found

    # Buttons, sheets, lists ----------------------------------------------------------------------

    def press(self, *names: str) -> None:
        """Click buttons that can be seen, by the name of their action or their own."""
        for name in names:
            button = self._button(name)
            QTest.mouseClick(button, LEFT)

    def _button(self, name: str) -> QPushButton:
        prefix = "button_" if name in BY_ID else ""
        button = self.suite.findChild(QPushButton, prefix + name)
        assert button is not None, f"{name}: no such button"
        middle = button.mapTo(self.window, button.rect().center())
        assert self.window.childAt(middle) is button, f"{name}: not to be seen"
        assert button.isEnabled(), name
        return button

    @contextmanager
    def room(self, page: str) -> Iterator[None]:
        """The room's sheet, open at a page and put away again."""
        self.press("room_sheet", page)
        yield
        self.press("room_sheet_close")

    @contextmanager
    def case(self, page: str) -> Iterator[None]:
        """The case folder, open at a page and put away again."""
        self.press("case_folder", page)
        yield
        self.press("case_folder_close")

    def act(self, name: str, detail: str = "") -> None:
        """One act of the open room sheet; a detail from the button's menu."""
        button = self._button(f"act_{name}")
        QTest.mouseClick(button, LEFT)
        menu = button.menu()
        if menu is not None:
            self.wait(menu.isVisible)
            chosen = next(one for one in menu.actions() if detail in ("", one.text()))
            place = menu.actionGeometry(chosen).center()
            QTest.mouseMove(menu, place)
            QTest.mouseClick(menu, LEFT, pos=place)
            self.wait(menu.isHidden)

    def take_from(self, choice: Choice, value: object) -> None:
        """What a list holds for a value, chosen with the mouse; nothing where it stands."""
        if choice.currentData() != value:
            at = choice.findData(value)
            assert at >= 0, f"{choice.objectName()} does not offer {value!r}"
            self.pick(choice, choice.itemText(at))

    def type_angle(self, edit: QLineEdit, text: str) -> None:
        """Type an angle of the machine."""
        QTest.mouseClick(edit, LEFT)
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    # Looking -------------------------------------------------------------------------------------

    def spot(self) -> None:
        """One picture."""
        self.look(lambda: self.press("spot"))

    def turn(self, oblique: str = "", tilt: str = "") -> None:
        """Bring the machine to angles as one types them, and take one picture.

        The tilt goes first on the way to a lateral and last on the way back: tilted, the receptor
        would meet table or patient there.
        """
        carm = self.suite.carm
        typed = [(carm.tilt_edit, tilt), (carm.oblique_edit, oblique)]
        for edit, text in reversed(typed) if oblique == "0" else typed:
            if text:
                self.type_angle(edit, text)
        self.spot()

    def keep_as(self, role: str) -> None:
        """Keep the held picture as evidence."""
        self.press("page_pictures", f"save_{role}", "page_carm")

    @contextmanager
    def beam(self) -> Iterator[None]:
        """The pedal is held down with the key."""
        self.suite.setFocus()
        QTest.keyPress(self.suite, Qt.Key.Key_F)
        self.wait(lambda: self.suite.top.lamp.lit)
        yield
        QTest.keyRelease(self.suite, Qt.Key.Key_F)
        self.wait(lambda: not self.suite.top.lamp.lit)

    def skip_own_call(self) -> None:
        """To the reveal without a call of one's own, and wait for it."""
        page = getattr(self.window, "own_call", None)
        if page is not None:
            self._skip(page.skip_button)
            self.wait(lambda: getattr(self.window, "debrief", None) is not None)
        self.wait(lambda: not self.window.jobs.busy)

    def _skip(self, button: QWidget) -> None:
        QTest.mouseClick(button, LEFT)

    # The needle ----------------------------------------------------------------------------------

    @contextmanager
    def gripped(self) -> Iterator[None]:
        """The hub is held with the space bar."""
        self.suite.setFocus()
        QTest.keyPress(self.suite, Qt.Key.Key_Space)
        yield
        QTest.keyRelease(self.suite, Qt.Key.Key_Space)

    def roll_wheel(self, detents: int) -> None:
        """Roll over the live monitor; down is deeper."""
        live = self.suite.live
        middle = QPointF(live.rect().center())
        turned = QPoint(0, -120 if detents > 0 else 120)
        for _ in range(abs(detents)):
            event = QWheelEvent(
                *(middle, QPointF(live.mapToGlobal(middle.toPoint())), QPoint(0, 0), turned),
                *(NO_BUTTON, NO_MODIFIER, Qt.ScrollPhase.NoScrollPhase, False),
            )
            QApplication.sendEvent(live, event)

    def puncture(self, needle: str) -> None:
        """Pointer over the target in the beam, mark, needle from the tray, a look down its hub."""
        card = self.suite.instrument
        self.press("page_needle")
        self.take_from(card.needle, needle)
        self._lay_pointer()
        self.press("mark", "take")
        self.spot()

    def _lay_pointer(self) -> None:
        bedside = self.suite.bedside
        x_um, z_um = self.entry_um()
        at = bedside.pixel_of((x_um / 1000.0, z_um / 1000.0)).toPoint()
        start = at + QPoint(30, 40)
        self.drag(bedside, start, [(at - start) / 2, at - start - (at - start) / 2])
        pointer = self.state.pointer_um
        assert pointer is not None
        assert abs(pointer[0] - x_um) + abs(pointer[2] - z_um) < 2_000

    def aim(self) -> None:
        """I, J, K, L until the shaft points at the target within 0.15 degrees."""
        for _ in range(8):
            right, down = self.aim_error_deg()
            if max(abs(right), abs(down)) < 0.15:
                return
            step = 0.2 if max(abs(right), abs(down)) < 2.0 else 1.0
            fine = "_fine" if step < 1.0 else ""
            self.key(f"tilt_{'right' if right > 0 else 'left'}{fine}", round(abs(right) / step))
            self.key(f"tilt_{'down' if down > 0 else 'up'}{fine}", round(abs(down) / step))

    def go_down(self) -> None:
        """Push until the tip is there or bone is felt; half way round against the bevel's lead."""
        turned, before_um = False, -1
        while (left_mm := self.left_to_go_mm()) >= 0.5 and not self._stopped(before_um):
            before_um = self.needle.depth_um
            if before_um > 10_000 and not turned and self.bevel_leads_away():
                self.key("hub_on", HALF_ROUND)
                turned = True
            self.roll_wheel(max(1, min(4, round(left_mm))))

    def _stopped(self, before_um: int) -> bool:
        return self.needle.at_bone or self.needle.depth_um == before_um

    def back_to(self, depth_mm: float) -> None:
        """Draw the needle back until no more than so much of it is inside the skin."""
        self.roll_wheel(-math.ceil(self.needle.depth_um / 1000.0 - depth_mm))
