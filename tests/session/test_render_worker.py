"""Only the newest request is drawn."""

from __future__ import annotations

import threading

import pytest

from trainer.session.render_worker import RenderWorker


def test_requests_that_pile_up_are_dropped_but_the_newest_is_drawn() -> None:
    gate, drawn = threading.Event(), []

    def slow(number: int) -> int:
        gate.wait(5.0)
        return number

    worker: RenderWorker[int, int] = RenderWorker(slow, drawn.append)
    for number in range(100):
        worker.ask(number)
    gate.set()
    assert worker.settle()
    worker.close()
    assert drawn[-1] == 99
    assert len(drawn) <= 2
    assert worker.dropped >= 98


def test_results_come_in_the_order_of_their_requests() -> None:
    drawn: list[int] = []
    worker: RenderWorker[int, int] = RenderWorker(lambda number: number, drawn.append)
    for number in range(20):
        worker.ask(number)
        worker.settle()
    worker.close()
    assert drawn == list(range(20))


def test_a_failing_renderer_is_not_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr("threading.excepthook", told.append)
    worker: RenderWorker[int, float] = RenderWorker(lambda number: 1 / number, lambda _: None)
    worker.ask(0)
    assert worker.settle()
    assert isinstance(worker.broken, ZeroDivisionError)
    assert len(told) == 1
    worker.close()


def test_closing_forgets_what_waits() -> None:
    worker: RenderWorker[int, int] = RenderWorker(lambda number: number, lambda _: None)
    worker.close()
    worker.ask(1)
    assert not worker.settle(0.05)
