"""A second rater marks blind; a director sees the cohort and sets a standard. Real clicks, keys."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import argon2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.scoring.corpus import PLAYERS, in_archive
from tests.session.exams.conftest import Held, definition_of
from tests.session.made_attempts import with_header, write
from tests.ui.walk import shown_texts
from trainer.app.wiring import wired
from trainer.assessment.exams.canonical import definition_bytes, read_definition
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.marking.checklist import ANSWERS
from trainer.attempt import commands
from trainer.session.exams.desk import ExamDesk
from trainer.session.exams.room import ExamRoom
from trainer.session.marking import Given, MarkingDesk
from trainer.session.services import Services
from trainer.storage import exam_pins
from trainer.storage.folders import Folders, user_folders
from trainer.ui.actions import BY_ID
from trainer.ui.main_window import MainWindow

# Dialogs open on a screen without windows.
# Whichever of them comes first compiles the kernels of pictures where no cache has them.
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.timeout(900),
]
LEFT, DOWN = Qt.MouseButton.LeftButton, Qt.Key.Key_Down
PATIENCE_MS = 240_000  # an end, not a wait: on cold caches kernels compile meanwhile
CANDIDATES = ("canary-one", "canary-two")


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The program's own wiring, without the journeys' thorax and kernels made first.

    Nobody here looks into a generated patient: both stations are radiographs. Making one on cold
    caches took the first of these tests over the limit of a test.
    """
    return wired(Folders(tmp_path_factory.mktemp("judges"), user_folders().cache))


@pytest.fixture(scope="module")
def exam(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the exam's definition lies."""
    return tmp_path_factory.mktemp("exam") / "spring.json"


@pytest.fixture(scope="module")
def sat(services: Services, exam: Path) -> Iterator[tuple[Services, str]]:
    """Two candidates have sat, one is released; another session waits; a rater is done."""
    quick = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exam_pins, "_HASHER", quick)
        if not any(key.role == "station" for key in services.keys.known().values()):
            services.keys.enrol("station", "desk-1", "2026-01-01T00:00:00Z")
        desk = ExamDesk(services)
        definition = definition_of(desk, exam.parent)
        exam.write_bytes(definition_bytes(definition))
        held = Held(desk, definition).staffed()
        room = held.seated(*CANDIDATES).room
        for name in CANDIDATES:
            _sit(room, name)
        _release(room, CANDIDATES[0])
        room.close("ex-1")  # until then nobody may read what was not released
        room.leave()
        later = Held(desk, definition).staffed().room
        later.enrol("canary-three", "form-a", "in-1")
        later.leave()
        first = MarkingDesk(services, room.session_id, "rater-a")
        for number, label in enumerate(first.papers):
            items = first.open(label).items
            answers = {item.id: tuple(ANSWERS)[(number + at) % 3] for at, item in enumerate(items)}
            first.save(label, Given(answers, 1 + number, "fail" if number < 2 else "pass"))
        yield services, room.session_id


def _sit(room: ExamRoom, name: str) -> None:
    for station in ("station-1", "station-2"):
        at = room.begin(name, station)
        at.live.runner.send(commands.Expose)
        at.submit()
    room.seal(name)


def _release(room: ExamRoom, name: str) -> None:
    """As an examiner does: look at what must be seen, then release, with a second person."""
    for attempt_id, exposure in room.needs(name, "ex-1").frames:
        room.picture(attempt_id, exposure or 1, "ex-1")
    room.release(name, "ex-1", "ex-2")


class Judge:
    """Somebody at the window with mouse and keyboard."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    def goes_to(self, place: str) -> Any:
        """Through the door on Home."""
        self.until(lambda: self.window.home.doors[place].isEnabled() and not self.busy)
        self.clicks(self.window.home.doors[place])
        self.until(lambda: self.window.at == place and not self.busy)
        return self.window.places[place].screen

    @property
    def busy(self) -> bool:
        return self.window.jobs.busy

    def clicks(self, part: QWidget) -> None:
        assert part.isVisible() and part.isEnabled(), part.objectName()
        QTest.mouseClick(part, LEFT)

    def presses(self, part: QWidget, action: str) -> None:
        """The keys of an action; after a dialog of files the window may not be in front yet."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        part.setFocus()
        QTest.keySequence(part, BY_ID[action].keys[0])

    def types(self, part: QWidget, text: str) -> None:
        self.clicks(part)
        QTest.keyClicks(part, text)

    def chooses(self, part: QWidget, steps: int) -> None:
        """Down the list by keys, from nothing chosen."""
        part.setFocus()
        for _ in range(steps):
            QTest.keyClick(part, DOWN)

    def answers(self, dialog: str, path: Path) -> None:
        """A file dialog with this path."""
        found = self.window.findChild(QFileDialog, dialog)
        assert found is not None, dialog
        found.fileSelected.emit(str(path))
        found.close()

    def until(self, so: Any) -> None:
        self.qtbot.waitUntil(so, timeout=PATIENCE_MS)


@pytest.fixture
def judge(qtbot: QtBot, window: MainWindow) -> Judge:
    """Somebody sits down."""
    return Judge(qtbot, window)


def test_a_second_rater_marks_blind_and_raters_are_compared(
    judge: Judge, sat: tuple[Services, str], tmp_path: Path
) -> None:
    services, session_id = sat
    log = services.exams.read(session_id)
    hidden = ["canary", "desk-1", session_id, log.header.created_utc[:10], "station-", "rater-a"]
    hidden += [where.tried.attempt_id for where in log.state.tries]
    screen = judge.goes_to("marking")
    judge.clicks(screen.start.buttons["mark_begin"])
    judge.until(lambda: "Type your name" in judge.window.notice.sentence)
    judge.types(screen.start.rater, "rater-b")
    judge.clicks(screen.start.buttons["mark_agreement"])
    judge.until(lambda: "4 papers left and must not see the scores" in judge.window.notice.sentence)
    judge.presses(screen.start.rater, "mark_begin")
    judge.until(lambda: screen.currentWidget() is screen.paper)
    judge.presses(screen.paper.lines, "mark_later")
    judge.until(lambda: screen.currentWidget() is screen.start)
    judge.presses(screen.start.rater, "mark_begin")
    judge.until(lambda: screen.currentWidget() is screen.paper)
    page = screen.paper
    judge.until(lambda: page.picture.has_picture)
    judge.presses(page.lines, "mark_sign")
    judge.until(lambda: "Answer every question" in judge.window.notice.sentence)
    assert services.marks.marks(session_id)[-1].rater == "rater-a", "nothing was kept"
    for number in range(4):
        label = page.label
        texts = [*shown_texts(screen), *(_line(page.lines, at) for at in range(page.lines.count()))]
        assert [one for one in hidden if any(one in text for text in texts)] == []
        for at, choice in enumerate(page.form.answers.values()):
            judge.chooses(choice, 1 + (number + at) % 3)
        judge.chooses(page.form.overall, 3)
        judge.chooses(page.form.verdict, 3)
        judge.types(page.form.comment, "=seen")
        assert page.dirty
        if number % 2:
            judge.presses(page.form.comment, "mark_sign")
        else:
            judge.clicks(page.buttons["mark_sign"])
        judge.until(lambda label=label: page.label != label or screen.currentIndex() == 0)
    assert "All papers" in screen.start.told.text()
    given = [mark for mark in services.marks.marks(session_id) if mark.rater == "rater-b"]
    assert [(mark.overall, mark.verdict) for mark in given] == [(3, "pass")] * 4
    assert {mark.comment for mark in given} == {"=seen"}
    judge.presses(screen.start.rater, "mark_agreement")
    judge.until(lambda: screen.currentIndex() == 2)
    rows = {row[0]: row[1:] for row in screen.agreement.page.rows}
    assert rows["Overall rating: absolute agreement, ICC(2,1)"][0] == 4
    assert "rater-a, rater-b" in screen.agreement.page.facts
    assert "not validity" in screen.agreement.labels["caveat"].text()
    judge.presses(screen.agreement.table, "mark_export")
    judge.answers("save_table", tmp_path / "marks.csv")
    judge.until(lambda: "marks.csv" in judge.window.notice.sentence)
    assert (tmp_path / "marks.csv").read_text(encoding="utf-8-sig").count("'=seen") == 4


def _line(rows: Any, at: int) -> str:
    return str(rows.item(at).text())


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four residents' attempts in four folders: real acts of players, other days and seeds."""
    logs = {name.partition("/")[2]: data
            for name, data in in_archive(PLAYERS / "place-t7-single.tar.xz")}  # fmt: skip
    folder = tmp_path_factory.mktemp("collected")
    kinds = sorted(logs)
    for person in range(4):
        for number in range(3):
            data = with_header(
                logs[kinds[(5 * person + number) % len(kinds)]],
                created_utc=f"2026-10-{1 + number:02}T08:00:00Z", seed=10 * person + number,
                attempt_id=f"{person}-{number}",
            )  # fmt: skip
            write(folder / f"res-{person}", f"{number}", data)
    (folder / "res-0" / "torn.attempt").write_bytes(b"{}\n")
    return folder


def test_a_director_sees_the_cohort_and_sets_a_standard(
    judge: Judge, sat: tuple[Services, str], collected: Path, exam: Path, tmp_path: Path
) -> None:
    screen = judge.goes_to("cohort")
    assert "not released, not shown: 2" in screen.counts.text()
    assert CANDIDATES[1] not in {row[0] for row in screen.view.page.rows}, "she is not released"
    judge.presses(screen.list, "cohort_folder")
    judge.answers("cohort_open_folder", collected)
    judge.until(lambda: {"res-0", "res-3", CANDIDATES[0]} <= set(screen.cohort.people))
    assert "cannot be judged: 1" in screen.counts.text()
    _say_group(judge, screen, "res-0", 1, "de")
    _say_group(judge, screen, "res-1", 2, "en")
    assert [screen.cohort.note(name).group for name in ("res-0", "res-1")] == ["novice", "expert"]
    assert [screen.cohort.note(name).language for name in ("res-0", "res-1")] == ["de", "en"]
    seen = _walk(screen)
    assert "LC-CUSUM" in seen["lc"] and "simulated trainees" in seen["lc"]
    assert "canary-three" in seen["wall"] and "It takes" in seen["dif_device"]
    whole = len(screen.cohort.people)  # who practised here before is among them
    assert whole >= 5 and f"n = {whole} people" in seen["people"]
    screen.turn_to("people")
    judge.clicks(screen.buttons["cohort_export"])
    judge.answers("save_table", tmp_path / "people.csv")
    judge.until(lambda: "people.csv" in judge.window.notice.sentence)
    with (tmp_path / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][0] == "Person" and "res-2" in {row[0] for row in rows}
    made = _set_standard(judge, screen, exam, tmp_path / "spring-2.json")
    assert (made.version, made.cut.mean_mark) == (2, 600)
    assert made.cut.standard is not None
    assert (made.cut.standard.judges, made.cut.standard.standard_error) == (3, 58)
    assert made.cut.standing == "set by angoff"


def _say_group(judge: Judge, screen: Any, person: str, steps: int, language: str) -> None:
    """On the page People: choose the row, then group and language by keys."""
    screen.view.table.setFocus()
    QTest.keyClick(screen.view.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(screen.cohort.people.index(person)):
        QTest.keyClick(screen.view.table, DOWN)
    screen.group.setFocus()
    for _ in range(steps):
        QTest.keyClick(screen.group, DOWN)
        judge.until(lambda: not judge.busy)
    judge.types(screen.language, language)
    QTest.keyClick(screen.language, Qt.Key.Key_Return)
    judge.until(lambda: screen.cohort.note(person).language == language)


def _walk(screen: Any) -> dict[str, str]:
    """Through every page by the Down key; what each one says."""
    said = {}
    screen.list.setFocus()
    screen.turn_to("people")
    for _ in range(screen.list.count() - 1):
        page = screen.view.page
        cells = " ".join(str(each) for row in page.rows for each in row)
        told = page.missing or (page.caveat and page.facts)
        assert told, f"{page.id} says neither what is missing nor n and caveat"
        said[page.id] = " ".join((page.title, page.words, page.facts, page.missing, cells))
        QTest.keyClick(screen.list, DOWN)
        QApplication.processEvents()
    return said


def _set_standard(judge: Judge, screen: Any, exam: Path, out: Path) -> ExamDefinition:
    """Three judges, two stations; the exam's next version with their cut."""
    screen.turn_to("angoff")
    sheet = screen.angoff
    judge.presses(screen.list, "angoff_open")
    judge.answers("cohort_open_exam", exam)
    judge.until(lambda: len(sheet.stations) == 2)
    assert not sheet.buttons["angoff_attach"].isEnabled()
    for row, marks in enumerate(((50, 50), (60, 60), (70, 70))):
        for column, mark in enumerate(marks, start=1):
            sheet.table.setCurrentCell(row, column)
            first, rest = str(mark)[0], str(mark)[1:]
            QTest.keyClicks(sheet.table, first)  # the first digit opens the cell
            editor = sheet.table.viewport().findChild(QLineEdit)
            assert isinstance(editor, QLineEdit)
            QTest.keyClicks(editor, rest)
            QTest.keyClick(editor, Qt.Key.Key_Return)
            judge.until(lambda: sheet.table.viewport().findChild(QLineEdit) is None)
    assert "Cut 60.00 of 100, standard error 5.77" in sheet.told.text()
    judge.types(sheet.record, "Three judges, spring")
    judge.presses(sheet.table, "angoff_attach")
    judge.answers("cohort_save_exam", out)
    judge.until(out.exists)
    judge.until(lambda: "version 2" in judge.window.notice.sentence)
    judges = sheet.table.rowCount()
    judge.presses(sheet.table, "angoff_judge")
    assert sheet.table.rowCount() == judges + 1
    return read_definition(out.read_bytes(), out.name)
