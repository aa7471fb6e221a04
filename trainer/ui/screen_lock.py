"""Whether somebody has locked the screen, as the desktop tells it.

Linux: the session bus's screen savers (freedesktop, GNOME, KDE name) say `ActiveChanged(true)`.
Elsewhere, and on a desktop without such a bus, nothing comes from here, and the application's own
state (inactive, hidden, suspended) has to tell; see `SuiteScreen`.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

# Service, path, interface: org.freedesktop.ScreenSaver is KDE's and the common name, GNOME has its
# own; the older path is listened to as well.
SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)


class ScreenLock(QObject):
    """Tells when the screen is locked. bus : a D-Bus address; "" is the session's own."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None, bus: str = "") -> None:
        super().__init__(parent)
        self.listening = sys.platform.startswith("linux") and self._listen(bus)

    @Slot(bool)
    def active_changed(self, active: bool) -> None:
        """The screen saver came on or went off."""
        if active:
            self.locked.emit()

    def _listen(self, bus: str) -> bool:
        """Whether there is a bus to listen to."""
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a build without D-Bus
            return False
        connection = (
            QDBusConnection.connectToBus(bus, f"screen-lock-{id(self)}")
            if bus
            else QDBusConnection.sessionBus()
        )
        if not connection.isConnected():
            return False
        slot: Any = SLOT("active_changed(bool)")  # PySide takes it, its stubs do not
        return all(
            connection.connect(service, path, interface, "ActiveChanged", self, slot)
            for service, path, interface in SAVERS
        )
