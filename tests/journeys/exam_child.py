"""The whole program on a workstation of its own, with a candidate who is at it until it is killed.

Arguments: home, cache, staff, candidate, and both PINs. Out: "READY" at the station, then "SAFE n"
for every record that is solid on the disk.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.journeys.exam_people import ExamPeople
from trainer.app.wiring import wired
from trainer.imaging.slice_projector import SliceProjector
from trainer.session.practice import Practice
from trainer.session.projectors import FAST
from trainer.storage.folders import Folders
from trainer.ui.main_window import MainWindow
from trainer.ui.theme import dress


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def main() -> None:
    home, cache, staff, candidate, staff_pin, pin = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    dress(app)
    FAST.first, FAST._make = (
        (lambda: None),
        SliceProjector,
    )  # no kernel is compiled for a short life
    window = MainWindow(Practice(wired(Folders(Path(home), Path(cache)))))
    window.resize(1280, 640)
    window.show()
    window.open()
    people = ExamPeople(window)
    people.pins = {staff: staff_pin, candidate: pin}
    people.go_to_exams()
    people.enter_exam(staff)
    people.hand_over()
    people.sit_down(candidate, staff)
    people.begin_station()
    say("READY")
    while True:
        people.expose()
        say(f"SAFE {people.suite._attempt.runner.snapshot.recorded_seq}")


if __name__ == "__main__":
    main()
