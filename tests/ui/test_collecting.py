"""What lies in a cycle is destroyed by the GUI thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from trainer.ui import collecting
from trainer.ui.collecting import Collector

ENOUGH = 3_000  # containers: four times what starts the collector by itself


class Cyclic(QObject):
    """An object that only the cycle collector finds; it tells which thread ended it."""

    def __init__(self, ended_by: list[str]) -> None:
        super().__init__()
        self.me = self
        self.ended_by = ended_by

    def __del__(self) -> None:
        self.ended_by.append(threading.current_thread().name)


@pytest.fixture
def collector(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    monkeypatch.setattr(collecting, "EVERY_MS", 20)
    one = Collector()
    yield one
    if not gc.isenabled():
        one.stop()


def busy_elsewhere(first: Callable[[], None] = lambda: None) -> None:
    def allocate() -> None:
        first()
        kept = [[number] for number in range(ENOUGH)]
        del kept

    thread = threading.Thread(target=allocate, name="elsewhere")
    thread.start()
    thread.join()


def test_another_thread_ends_it_where_nobody_took_the_collector_over() -> None:
    """The fault that the next test is about."""
    ended_by: list[str] = []
    gc.collect()
    gc.disable()  # until the other thread allocates
    Cyclic(ended_by)
    busy_elsewhere(gc.enable)
    assert "elsewhere" in ended_by


def test_the_gui_thread_ends_it(collector: Collector, qtbot: QtBot) -> None:
    ended_by: list[str] = []
    collector.start()
    Cyclic(ended_by)
    busy_elsewhere()
    assert ended_by == []
    qtbot.waitUntil(lambda: bool(ended_by), timeout=3_000)
    assert ended_by == [threading.main_thread().name]


def test_it_is_given_back(collector: Collector) -> None:
    collector.start()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
