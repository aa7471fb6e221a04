"""What we do wrong in a slot, a thread or a worker is written down and told, and nothing ends."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRunnable, QThreadPool, QTimer
from pytestqt.qtbot import QtBot

from trainer.app.crash import write_crash_file
from trainer.ui.mistakes import Mistakes

SECRET = "Somebody^Else 4711"


def fail() -> None:
    patient_name = SECRET
    raise ValueError(patient_name)


class Failing(QRunnable):
    """A worker that fails."""

    def run(self) -> None:
        fail()


WAYS: dict[str, Callable[[], object]] = {
    "slot": lambda: QTimer.singleShot(0, fail),
    "thread": lambda: threading.Thread(target=fail).start(),
    "worker": lambda: QThreadPool.globalInstance().start(Failing()),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_failure_is_written_down_without_its_words_and_told_in_the_gui(
    way: str, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RHIZOTOMY_HOME", str(tmp_path))
    told: list[str] = []
    mistakes = Mistakes(write_crash_file, lambda: told.append(threading.current_thread().name))
    hooks = sys.excepthook, threading.excepthook
    with mistakes.caught():
        WAYS[way]()
        qtbot.waitUntil(lambda: bool(told))
    assert told == ["MainThread"]
    (file,) = (tmp_path / "logs").glob("crash-*.txt")
    text = file.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "in fail" in text
    assert SECRET not in text
    assert (sys.excepthook, threading.excepthook) == hooks


def test_a_thread_that_only_ends_is_no_mistake(qtbot: QtBot) -> None:
    seen: list[object] = []
    with Mistakes(seen.append, lambda: seen.append("told")).caught():
        thread = threading.Thread(target=sys.exit)
        thread.start()
        thread.join()
    assert seen == []
