"""The attempt thread: in order, recorded, resumable."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from trainer.attempt.commands import (
    Advance,
    BeamOff,
    BeamOn,
    Expose,
    Grip,
    MovePointer,
    OwnCall,
    Submit,
    TakeNeedle,
)
from trainer.attempt.events import Exposed
from trainer.attempt.replay import states
from trainer.refusal import ExitCode, Refusal
from trainer.session.practice import Practice
from trainer.session.services import Services

CASE = "place-t7-single"


def test_what_is_sent_is_decided_in_order_and_recorded(practice: Practice) -> None:
    live = practice.start(CASE, seed=1)
    live.runner.send(lambda t: MovePointer(t, 0, 0))
    live.runner.send(lambda t: TakeNeedle(t, "spinal-22g-90"))
    live.runner.send(Grip)
    live.runner.send(lambda t: Advance(t, 5_000))
    snapshot = live.runner.settle()
    assert snapshot.recorded
    assert snapshot.state.needle is not None
    assert snapshot.state.needle.depth_um == 5_000
    live.close()


def test_a_held_pedal_makes_pulses_until_it_is_let_go(practice: Practice) -> None:
    live = practice.start(CASE, seed=1)
    live.runner.send(BeamOn)
    deadline = time.monotonic() + 60.0  # only a hang is longer
    while live.runner.snapshot.state.exposures < 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    live.runner.send(BeamOff)
    snapshot = live.runner.settle()
    assert snapshot.state.exposures >= 3
    assert snapshot.state.beam_since_ms is None
    time.sleep(0.4)
    assert live.runner.snapshot.state.exposures == snapshot.state.exposures
    live.close()


def test_listeners_hear_of_every_exposure(practice: Practice) -> None:
    live = practice.start(CASE, seed=1)
    heard: list[int] = []
    live.runner.listen(
        lambda snapshot: heard.extend(
            event.number for event in snapshot.events if isinstance(event, Exposed)
        )
    )
    for _ in range(3):
        live.runner.send(Expose)
    live.runner.settle()
    assert heard == [1, 2, 3]
    live.close()


def test_a_submitted_attempt_is_sealed_and_scored(practice: Practice, services: Services) -> None:
    live = practice.start(CASE, seed=1)
    live.runner.send(Expose)
    live.runner.send(Submit)
    score = live.finish()
    assert score.complete
    assert services.attempts.load(live.path).sealed
    assert practice.score(live.path).digest == score.digest


def test_an_attempt_left_is_found_and_goes_on(practice: Practice) -> None:
    live = practice.start(CASE, seed=1)
    live.runner.send(lambda t: MovePointer(t, 1_000, 2_000))
    left = live.runner.settle().state
    live.close()
    assert live.path in [card.path for card in practice.unfinished()]
    again = practice.resume(live.path)
    assert again.runner.snapshot.state == left
    again.runner.send(Expose)
    assert again.runner.settle().state.exposures == 1
    again.close()


def test_the_time_away_is_not_charged(practice: Practice) -> None:
    live = practice.start(CASE, seed=1)
    live.runner.send(Expose)
    before_ms = live.runner.settle().state.t_ms
    live.close()
    time.sleep(0.3)
    again = practice.resume(live.path)
    again.runner.send(Expose)
    after_ms = again.runner.settle().state.t_ms
    assert after_ms - before_ms < 250
    again.close()


def test_one_attempt_is_open_once(practice: Practice) -> None:
    live = practice.start(CASE, seed=1)
    with pytest.raises(Refusal) as refused:
        practice.resume(live.path)
    assert refused.value.code is ExitCode.IN_USE
    live.close()


def test_our_own_failure_is_kept_and_not_swallowed(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = practice.start(CASE, seed=1)
    seen: list[object] = []
    monkeypatch.setattr("threading.excepthook", seen.append)

    def fails(_t_ms: int) -> Expose:
        raise RuntimeError("a bug")

    live.runner.send(fails)
    live.runner.settle()
    assert isinstance(live.runner.broken, RuntimeError)
    assert len(seen) == 1
    live.close()


KILLED = """
import sys, time
from pathlib import Path
from trainer.app.wiring import wired
from trainer.attempt.commands import Advance, Expose, Grip, LetGo, MovePointer, TakeNeedle
from trainer.session.practice import Practice
from trainer.storage.folders import Folders
practice = Practice(wired(Folders(Path(sys.argv[1]), Path(sys.argv[1]))))
live = practice.start("place-t7-single", seed=1)
def say(word):  # one write a line: two threads speak, and print writes its line's end apart
    sys.stdout.write(f"{word}\\n")
    sys.stdout.flush()
live.runner.listen(lambda snapshot: say(snapshot.recorded_seq))
say("ready")
live.runner.send(lambda t: MovePointer(t, 0, 0))
live.runner.send(lambda t: TakeNeedle(t, "spinal-22g-90"))
while True:
    live.runner.send(Grip)
    live.runner.send(lambda t: Advance(t, 100))
    live.runner.send(LetGo)
    live.runner.send(Expose)
    time.sleep(0.01)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_killed_at_a_random_moment_it_resumes_with_everything_recorded(
    practice: Practice, services: Services, tmp_path: Path
) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    while child.stdout.readline() != "ready\n":
        pass
    time.sleep(0.2 + (os.getpid() % 17) / 50.0)
    child.send_signal(signal.SIGKILL)
    said = max((int(line) for line in child.stdout.read().split("\n")[:-1]), default=0)
    child.wait()
    child.stdout.close()
    path = next((tmp_path / "attempts").glob("*.attempt"))
    log = services.attempts.load(path)
    assert len(log.records) >= said > 0
    again = practice.resume(path)
    last = list(states(log))[-1][1]
    assert again.runner.snapshot.state == last
    again.runner.send(Submit)
    assert again.finish().complete


def test_a_start_that_was_called_off_leaves_no_unfinished_attempt(practice: Practice) -> None:
    untouched, used = practice.start(CASE, seed=1), practice.start(CASE, seed=2)
    used.runner.send(Expose)
    used.runner.settle()
    untouched.forget()
    used.forget()
    assert not untouched.path.exists()
    assert used.path in [card.path for card in practice.unfinished()]
    used.path.unlink()


def test_the_seal_waits_for_the_own_call_where_it_is_asked_for(
    practice: Practice, services: Services
) -> None:
    live = practice.start(CASE, seed=1, asks_own_call=True)
    live.runner.send(Expose)
    live.runner.send(Submit)
    live.runner.settle()
    assert not services.attempts.load(live.path).sealed
    live.runner.send(lambda t: OwnCall(t, 1, "short", 2_000, True, 80))
    live.finish()
    log = services.attempts.load(live.path)
    assert log.sealed
    assert log.records[-1].command == OwnCall(
        log.records[-1].command.t_ms, 1, "short", 2000, True, 80
    )


def test_leaving_without_a_call_seals_what_was_submitted(
    practice: Practice, services: Services
) -> None:
    live = practice.start(CASE, seed=1, asks_own_call=True)
    live.runner.send(Expose)
    live.runner.send(Submit)
    live.close()
    assert services.attempts.load(live.path).sealed


def test_nothing_follows_a_seal(practice: Practice, services: Services) -> None:
    live = practice.start(CASE, seed=1)
    live.runner.send(Submit)
    live.runner.send(lambda t: OwnCall(t, 1, "on-target", 0, True, 100))
    live.runner.send(Expose)
    live.finish()
    assert services.attempts.load(live.path).sealed
