"""A locked screen is told by the desktop's bus: a private one here, with a saver that speaks."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from trainer.ui.screen_lock import SAVERS, ScreenLock

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None,
    reason="no dbus-daemon on this machine",
)


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a session bus of our own."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(10.0)
    daemon.stdout.close()


@pytest.mark.parametrize("saver", SAVERS, ids=lambda saver: saver[1])
def test_a_screen_saver_that_comes_on_is_heard_and_one_that_goes_is_not(
    qtbot: QtBot, bus: str, saver: tuple[str, str, str]
) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    lock = ScreenLock(bus=bus)
    heard: list[bool] = []
    lock.locked.connect(lambda: heard.append(True))
    assert lock.listening
    service, path, interface = saver
    speaker = QDBusConnection.connectToBus(bus, f"saver{path}")
    assert speaker.registerService(service)
    for active in (False, True, False):
        message = QDBusMessage.createSignal(path, interface, "ActiveChanged")
        message.setArguments([active])
        assert speaker.send(message)
    qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    qtbot.wait(100)
    assert heard == [True]
    QDBusConnection.disconnectFromBus(f"saver{path}")


def test_without_a_bus_nothing_is_heard_and_nothing_fails() -> None:
    assert not ScreenLock(bus="unix:path=/nowhere/at/all").listening
