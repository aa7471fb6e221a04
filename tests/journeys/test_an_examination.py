"""An examination in the real window: opened, sat, killed in the middle, resumed, released."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import argon2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import REPOSITORY
from tests.journeys.exam_people import ExamPeople
from tests.session.exams.test_sealed_exam import WORDS, write_own_case
from trainer.app.wiring import wired
from trainer.assessment.exams.state import Phase, TryStatus
from trainer.attempt.events import Exposed
from trainer.session.practice import Practice
from trainer.session.services import Services
from trainer.storage import exam_pins
from trainer.storage.folders import Folders, user_folders
from trainer.storage.signing_keys import SigningKeys
from trainer.ui.main_window import MainWindow

DRAFT = """\
id: spring
version: 1
title: Needle skills, part one
forms: {form-a: [{scenario: place-t7-single, time_limit_s: 300}]}
cut: {mean_mark: 600, sem: 40}
rules: One station of five minutes. Nothing is shown before the results are released.
"""
WHO = "c-001"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 as it is, at its least cost."""
    quick = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(exam_pins, "_HASHER", quick)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A workstation with a key, and an exam as an examiner writes it."""
    keys = Folders(tmp_path, user_folders().cache).keys
    SigningKeys(keys).enrol("station", "desk-1", "2026-01-01T00:00:00Z")
    (tmp_path / "exam.yaml").write_text(DRAFT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def workstation(home: Path) -> Services:
    return wired(Folders(home, user_folders().cache))


@pytest.fixture
def people(qtbot: QtBot, workstation: Services) -> Iterator[ExamPeople]:
    people = program(qtbot, workstation)
    yield people
    leave(people)


def program(qtbot: QtBot, services: Services) -> ExamPeople:
    """The program is started, and open on Home."""
    window = MainWindow(Practice(services))
    qtbot.addWidget(window)
    window.resize(1280, 640)
    window.show()
    window.open()
    people = ExamPeople(window)
    people.go_to_exams()
    return people


def leave(people: ExamPeople) -> None:
    """Whoever closes a locked window is asked for the staff's PIN."""
    people.window.close()
    if people.window.isVisible():
        people.show_pin("ex-1")
    assert not people.window.isVisible()


def killed_while_sitting(home: Path, pins: dict[str, str], after_s: float) -> int:
    """The program as a process of its own, killed at the station; the last record that was safe."""
    told = (str(home), str(user_folders().cache), "ex-1", WHO, pins["ex-1"], pins[WHO])
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.exam_child", *told],
        cwd=REPOSITORY,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    with child.stdout as out:
        said = iter(out.readline, "")
        assert any(line.strip() == "READY" for line in said)
        time.sleep(after_s)
        os.kill(child.pid, signal.SIGKILL)
        safe = [int(line.split()[1]) for line in said if line.startswith("SAFE")]
    child.wait(10)
    return max(safe, default=0)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_an_exam_is_opened_sat_killed_resumed_handed_in_and_released(
    qtbot: QtBot, people: ExamPeople, workstation: Services, home: Path
) -> None:
    # The examiner defines and opens, names a second one, enrols.
    people.open_exam(str(home / "exam.yaml"), "ex-1")
    people.act("name", staff="ex-2", role="examiner")
    people.write_down("ex-2")
    people.act("enrol", candidate=WHO, form="form-a")
    people.write_down(WHO)
    session = people.exam.room.session_id
    leave(people)

    # The candidate sits; the program is killed.
    safe = killed_while_sitting(home, people.pins, random.Random(5).uniform(0.3, 1.2))

    # The program is started again; the invigilator lets the station go on where it stopped.
    again = program(qtbot, workstation)
    again.pins = people.pins
    again.enter_exam("ex-1")
    tried = next(again.exam.room.state.tries).tried
    assert tried.status is TryStatus.INTERRUPTED
    path = workstation.exams.attempt_path(session, tried.attempt_id)
    before = workstation.exams.attempts(session).load(path)
    assert len(before.records) >= safe
    assert again.exam.wall is not None
    again.click(again.exam.wall, "exam_go_on")
    again.wait(lambda: again.suite is not None)

    # Closing the window leads nowhere without the staff's PIN.
    again.window.close()
    asked = again.dialog("pin")
    again.type(asked.fields["pin"], "00000000")
    again.click(asked, "ask_yes")
    assert asked.isVisible() and "PIN" in asked.why.text()
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert again.suite.isVisible()

    # The candidate takes another picture, submits, hands in, and has a receipt.
    again.expose()
    again.submit()
    desk = again.exam.desk
    assert desk is not None
    again.click(desk, "exam_seal")
    again.wait(desk.receipt.text)
    found = again.exam.room.state.candidates[WHO]
    assert found.phase is Phase.SEALED and desk.receipt.text() == found.sealed.receipt  # type: ignore[union-attr]
    events = workstation.exams.attempts(session).load(path).events
    numbers = [one.number for one in events if isinstance(one, Exposed)]
    assert numbers == list(range(1, len(numbers) + 1))

    # Withheld until an examiner has looked and released; the mark near the cut wants a second one.
    again.click(desk, "exam_staff")
    again.show_pin("ex-1")
    again.act("results")
    assert "withheld" in page_of(again) and "mean mark" not in page_of(again)
    again.click(again.dialog("told"), "told_close")
    while again.exam.room.needs(WHO, "ex-1").frames:
        again.act("frame")
        again.click(again.dialog("told"), "told_close")
    again.act("release", second="ex-2", second_pin=again.pins["ex-2"])
    assert "mean mark" in page_of(again)
    again.click(again.dialog("told"), "told_close")
    anchor = home / "anchor.txt"
    again.act("close", anchor=str(anchor))
    again.click(again.dialog("told"), "told_close")
    assert session in anchor.read_text(encoding="utf-8")
    assert Practice(workstation).exams.verify(session).receipts[WHO] == desk.receipt.text()
    leave(again)


def test_an_encrypted_exam_is_sat_and_its_files_tell_nothing_before_the_end(
    people: ExamPeople, workstation: Services, home: Path
) -> None:
    own = write_own_case(home)
    told = [line for line in (own / "scenario.yaml").read_bytes().splitlines() if len(line) > 24]
    source = home / "secret.yaml"
    source.write_text(DRAFT.replace("place-t7-single", "an-own-case"), encoding="utf-8")
    Practice(workstation).exams.define(source, home / "secret.exam", WORDS)
    shutil.rmtree(own)
    people.open_exam(str(home / "secret.exam"), "ex-1", WORDS)
    people.act("enrol", candidate=WHO, form="form-a")
    people.write_down(WHO)
    people.hand_over()
    people.sit_down(WHO, "ex-1")
    people.begin_station()
    people.expose()
    folder = workstation.exams.home(people.exam.room.session_id)
    path = next((folder / "attempts").glob("*.locked"))
    attempt_id = path.stem
    header = workstation.exams.attempts(folder.name).content(path.with_suffix(".attempt"))
    (target, *_) = json.loads(header.partition(b"\n")[0])["targets"]
    told += [json.dumps(target["point_um"], separators=(",", ":")).strip("[]").encode()]
    assert _told_in(home, told) == []
    people.submit()
    assert _told_in(home, told) == [], "another candidate may have the same station"
    desk = people.exam.desk
    assert desk is not None
    people.click(desk, "exam_seal")
    people.wait(desk.receipt.text)
    people.click(desk, "exam_staff")
    people.show_pin("ex-1")
    people.act("close", anchor=str(home / "anchor.txt"))
    people.click(people.dialog("told"), "told_close")
    assert (folder / "attempts" / f"{attempt_id}.attempt").is_file()
    assert Practice(workstation).exams.verify(folder.name).attempts == 1
    assert f"{attempt_id}.attempt" in _told_in(home, told), "the search finds what is there"


def _told_in(folder: Path, told: list[bytes]) -> list[str]:
    """The files under a folder that hold any of this."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(one in path.read_bytes() for one in told)]


def page_of(people: ExamPeople) -> str:
    page = people.dialog("told").findChild(object, "told_page")
    return str(page.toPlainText())
