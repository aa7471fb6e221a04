"""Gamepads and other devices at the suite: found while one is in it, asked sixty times a second.

Where there is none, nothing runs but a look every two seconds, and nothing is shown.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from trainer.session.input_devices import InputDevice, InputDevices

if TYPE_CHECKING:
    from trainer.ui.presenters.device_hand import DeviceHand
    from trainer.ui.suite_screen import SuiteScreen

ASK_MS, LOOK_MS = 16, 2_000
LOG = logging.getLogger("trainer.ui")


class DeviceDesk(QObject):
    """The devices of one window. One suite at a time has them."""

    def __init__(self, found: Sequence[InputDevices], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = tuple(found)
        self.devices: list[InputDevice] = []
        self._suite: SuiteScreen | None = None
        self._hand: DeviceHand | None = None
        self._asked_s = 0.0
        self._asking, self._looking = QTimer(self), QTimer(self)
        self._asking.timeout.connect(self.ask)
        self._looking.timeout.connect(self.look)

    @property
    def legends(self) -> list[tuple[str, Sequence[tuple[str, str]]]]:
        """What is connected, and what its parts do."""
        return [(device.title, device.legend) for device in self.devices]

    def serve(self, suite: SuiteScreen) -> None:
        """From now on they are this suite's hands."""
        if not self._found:
            return
        from trainer.ui.presenters.device_hand import DeviceHand  # the window does not wait for it

        self._suite, self._hand = suite, DeviceHand(suite.hand, suite.acts, suite.device_holds)
        self._looking.start(LOOK_MS)
        self.look()

    def rest(self) -> None:
        """Nobody is in the suite: devices are closed, so that nothing told now is done later."""
        self._looking.stop()
        self._asking.stop()
        self._suite = self._hand = None
        for device in self.devices:
            device.close()
        self.devices = []

    def look(self) -> None:
        """Whether a device has come."""
        assert self._suite is not None
        for source in self._found:
            for device in source.appeared():
                self.devices.append(device)
                self._suite.presenter.say(
                    self.tr("{device} is connected. Shift+F1 shows what it does.").format(
                        device=device.title
                    )
                )
        if self.devices and not self._asking.isActive():
            self._asked_s = time.monotonic()
            self._asking.start(ASK_MS)

    def ask(self) -> None:
        """Take what was told, let time pass for what is held."""
        hand, suite, now_s = self._hand, self._suite, time.monotonic()
        assert hand is not None
        assert suite is not None
        awake = suite.in_front
        for device in tuple(self.devices):
            self._ask_one(device, hand, awake=awake)
        hand.pass_time(now_s - self._asked_s, awake=awake)
        self._asked_s = now_s
        if not self.devices:
            self._asking.stop()

    def _ask_one(self, device: InputDevice, hand: DeviceHand, *, awake: bool) -> None:
        try:
            told = device.told()
        except OSError:
            self._lost(device, hand)
        except Exception:
            LOG.exception("An input device failed: %s", device.title)
            self._lost(device, hand)
        else:
            hand.take(told, awake=awake)

    def _lost(self, device: InputDevice, hand: DeviceHand) -> None:
        self.devices.remove(device)
        hand.gone()
        device.close()
        if self._suite is not None:
            words = self.tr("{device} is gone: beam and grip were dropped.")
            self._suite.presenter.say(words.format(device=device.title))
