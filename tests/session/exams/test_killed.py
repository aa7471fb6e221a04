"""A real program is killed in the middle of a station, again and again: nothing safe is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.session.exams.conftest import Held, definition_of
from trainer.assessment.exams.state import TryStatus
from trainer.attempt.events import Exposed
from trainer.session.exams.desk import ExamDesk
from trainer.session.services import Services
from trainer.storage.folders import user_folders

KILLS = 5
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks")


class Workstation:
    """The program of `sitting_child`."""

    def __init__(self, home: Path, session_id: str, pin: str) -> None:
        told = (str(home), str(user_folders().cache), session_id, pin, "c-100")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.session.exams.sitting_child", *told],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.until("BUILT")

    def until(self, word: str) -> list[str]:
        assert self.process.stdout is not None
        lines = []
        while line := self.process.stdout.readline():
            lines.append(line.strip())
            if lines[-1].split()[0] == word:
                return lines
        raise AssertionError(f"it ended before {word}: {lines}")

    def sit_and_be_killed(self, after_s: float) -> tuple[int, float]:
        """The last record said to be safe, and the seconds since the program was there."""
        assert self.process.stdin is not None
        began_s = time.monotonic()
        self.process.stdin.write("sit\n")
        self.process.stdin.flush()
        lines = self.until("READY")
        pid = next(int(line.split()[1]) for line in lines if line.startswith("PID"))
        time.sleep(after_s)
        os.kill(pid, signal.SIGKILL)
        passed_s = time.monotonic() - began_s
        lines = self.until("DEAD")
        safe = [int(line.split()[1]) for line in lines if line.startswith("SAFE")]
        return max(safe, default=0), passed_s

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(10)
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def held(desk: ExamDesk, tmp_path: Path) -> Iterator[Held]:
    held = Held(desk, definition_of(desk, tmp_path)).staffed().seated("c-100")
    held.room.leave()
    yield held
    held.room.leave()


def test_what_was_safe_stays_and_time_away_is_not_charged(
    held: Held, desk: ExamDesk, exam_services: Services, home: Path
) -> None:
    chance, session_id = random.Random(11), held.room.session_id
    workstation = Workstation(home, session_id, held.pins["in-1"])
    worked_s, charged_ms = 0.0, 0
    for _ in range(KILLS):
        safe, passed_s = workstation.sit_and_be_killed(chance.uniform(0.0, 0.4))
        worked_s += passed_s
        log = desk.look(session_id)
        assert exam_services.exams.unlock(session_id, "in-1", held.pins["in-1"])
        tried = next(log.state.tries).tried
        path = exam_services.exams.attempt_path(session_id, tried.attempt_id)
        attempt = exam_services.exams.attempts(session_id).load(path)
        assert len(attempt.records) >= safe
        assert tried.charged_ms >= charged_ms
        charged_ms = tried.charged_ms
    workstation.close()
    room = held.enter_again(desk).room
    tried = next(room.state.tries).tried
    assert tried.status is TryStatus.INTERRUPTED
    taken = [one.number for one in attempt.events if isinstance(one, Exposed)]
    assert taken == list(range(1, len(taken) + 1))  # no shot twice, none undone
    assert attempt.records[-1].command.t_ms <= tried.charged_ms <= worked_s * 1000
    before_ms = tried.charged_ms
    time.sleep(0.2)
    at = room.resume(tried.attempt_id, "in-1")
    assert at.limit_ms - at.left_ms < before_ms + 5_000
    at.submit()
    room.end_sitting("c-100", "in-1", "enough")
    room.seal("c-100")
    assert desk.verify(session_id).receipts["c-100"]
