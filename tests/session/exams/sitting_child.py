"""A workstation that is killed: it forks a sitting as often as it is told, and says what is safe.

In: a line a sitting. Out: "PID n", "READY charged_ms", "SAFE seq", and "DEAD" when it is gone.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from trainer.app.wiring import wired
from trainer.attempt import commands
from trainer.imaging.slice_projector import SliceProjector
from trainer.session.exams.desk import ExamDesk
from trainer.session.exams.live import LiveStation
from trainer.session.exams.room import ExamRoom
from trainer.session.projectors import FAST
from trainer.session.services import Services
from trainer.storage.folders import Folders


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def sit(services: Services, session_id: str, pin: str, candidate: str) -> None:
    room = ExamDesk(services).enter(session_id)
    assert room.try_pin("in-1", pin)
    at = _at_the_station(room, candidate)
    say(f"READY {at.limit_ms - at.left_ms}")
    told = 0
    while True:
        at.live.runner.send(commands.Expose)
        time.sleep(0.02)
        safe = at.live.runner.snapshot.recorded_seq
        if safe > told:
            told = safe
            say(f"SAFE {told}")


def _at_the_station(room: ExamRoom, candidate: str) -> LiveStation:
    under_way = room.state.under_way(candidate)
    if under_way is None:
        return room.begin(candidate, "station-1")
    return room.resume(under_way.tried.attempt_id, "in-1")


def main() -> None:
    home, cache, session_id, pin, candidate = sys.argv[1:]
    services = wired(Folders(Path(home), Path(cache)))
    services.patients.patient_of(services.scenarios.load("place-t7-single"))
    FAST.first, FAST._make = (lambda: None), SliceProjector  # nobody looks at these pictures
    FAST.for_attempts()
    say("BUILT")
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            sit(services, session_id, pin, candidate)
        say(f"PID {child}")
        os.waitpid(child, 0)
        say("DEAD")


if __name__ == "__main__":
    main()
