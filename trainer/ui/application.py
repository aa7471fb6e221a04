"""The Qt application: looks, messages, one window."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from trainer.session.settings import Settings
from trainer.ui.ahead import Ahead
from trainer.ui.collecting import Collector
from trainer.ui.main_window import MainWindow
from trainer.ui.mistakes import Mistakes
from trainer.ui.opened_files import OpenedFiles
from trainer.ui.presenters.layout import MIN_HEIGHT_PX, MIN_WIDTH_PX
from trainer.ui.presenters.settings import SettingsDesk
from trainer.ui.presenters.texts import tr
from trainer.ui.wearing import put_on

if TYPE_CHECKING:
    from trainer.session.input_devices import InputDevices
    from trainer.session.practice import Practice
    from trainer.session.settings import House, SettingsStore

OUR_MISTAKE = (
    "The program failed here, and it is our mistake, not yours. What was recorded is safe: go Home "
    "(Ctrl+H) and continue the attempt."
)
TURN_S = 0.0005
PAINT_WAITS_MS = "1"  # one loop's worth of hands and snapshots is company enough (design value)
ONCE_LATER = Qt.ConnectionType(
    Qt.ConnectionType.QueuedConnection.value | Qt.ConnectionType.SingleShotConnection.value
)
LOG = logging.getLogger("trainer.ui")
LEVELS: Mapping[QtMsgType, int] = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def give_the_hand_way() -> None:
    """Let the GUI thread have the interpreter at once: 5 ms, Python's own turn, is a third of what
    a hand may wait for (DESIGN 14), and a picture is drawn while it moves. And paint soon: Qt waits
    5 ms for company. Called before there is an application.
    """
    sys.setswitchinterval(TURN_S)
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", PAINT_WAITS_MS)


def run_app(
    practice: Practice,
    argv: Sequence[str],
    on_failure: Callable[[BaseException], object] = repr,
    *,
    store: SettingsStore | None = None,
    house: House | None = None,
    opened: Path | None = None,
    devices: Sequence[InputDevices] = (),
    loads_ahead: bool = False,
) -> int:
    """Show the window until it is closed; returns Qt's exit code.

    opened : an attempt to show first.
    store, house : where settings lie, and what the program keeps on this computer. devices : where
    gamepads and the like are looked for. loads_ahead : load what the first click needs once Home
    stands.
    on_failure : told of every mistake of ours that nothing else caught (writes the crash file).
    """
    give_the_hand_way()
    messages_before = qInstallMessageHandler(_log_qt)
    app = _application(argv)
    desk = SettingsDesk(store, house, partial(put_on, app)) if store and house else None
    put_on(app, desk.now if desk else Settings())
    window = MainWindow(practice, desk, devices)
    mistakes = Mistakes(on_failure, partial(_our_mistake, window))
    window.resize(MIN_WIDTH_PX, MIN_HEIGHT_PX)
    window.show()
    collector = Collector()
    collector.start()
    if sys.platform == "darwin":  # elsewhere a file is an argument; a filter costs every event
        app.installEventFilter(OpenedFiles(window.navigation.open_file, window))
    ahead = Ahead(window.rests, window)
    if loads_ahead:
        window.stands.connect(ahead.begin, Qt.ConnectionType.QueuedConnection)
    if opened is not None:  # once Home has read its list: one work at a time
        window.stands.connect(partial(window.navigation.open_file, opened), ONCE_LATER)
    try:
        with mistakes.caught():
            window.open()
            if window.desk_screens is not None:
                window.desk_screens.greet()
            return app.exec()
    finally:
        ahead.stop()
        collector.stop()
        qInstallMessageHandler(messages_before)
        window.deleteLater()


def _application(argv: Sequence[str]) -> QApplication:
    """The one there is, or a new one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(list(argv))
    app.setApplicationName("Rhizotomy Trainer")
    return app


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    LOG.log(LEVELS.get(kind, logging.WARNING), "%s", message)


def _our_mistake(window: MainWindow) -> None:
    window.navigation.cancel()
    window.show_notice(tr(OUR_MISTAKE))
