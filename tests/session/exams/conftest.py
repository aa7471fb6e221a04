"""A workstation that may hold exams, and an exam of two light stations."""

from __future__ import annotations

from pathlib import Path

import argon2
import pytest

from trainer.app.wiring import wired
from trainer.assessment.exams.definition import ExamDefinition
from trainer.session.exams.desk import ExamDesk
from trainer.session.exams.room import ExamRoom, Offered
from trainer.session.services import Services
from trainer.storage import exam_pins
from trainer.storage.folders import Folders, user_folders
from trainer.storage.signing_keys import SigningKeys

DRAFT = """\
id: spring
version: 1
title: Needle skills, part one
forms:
  form-a:
    - {scenario: place-t7-single, time_limit_s: 60}
    - {scenario: place-t7-biplane, time_limit_s: 60}
cut: {mean_mark: 600, sem: 40}
rules: Two stations of a minute each. Nothing is shown before the results are released.
"""
WARMED = """\
id: warmed
version: 1
title: Needle skills, part two
forms: {form-a: [{scenario: place-t7-single, time_limit_s: 60}]}
familiarisation: {scenario: place-t7-biplane, exposures: 1, machine_moves: 0, needle_moves: 0}
cut: {mean_mark: 600, sem: 40}
rules: One station.
"""
ENOUGH = Offered("mouse-and-keyboard", 1280, 640)


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 as it is, at its least cost: the real one takes a tenth of a second a PIN."""
    quick = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(exam_pins, "_HASHER", quick)


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("exams")


@pytest.fixture(scope="package")
def exam_services(home: Path) -> Services:
    """The program's own wiring on a workstation with a key."""
    folders = Folders(home, user_folders().cache)
    SigningKeys(folders.keys).enrol("station", "desk-1", "2026-01-01T00:00:00Z")
    return wired(folders)


@pytest.fixture
def desk(exam_services: Services) -> ExamDesk:
    return ExamDesk(exam_services)


def definition_of(desk: ExamDesk, folder: Path, draft: str = DRAFT) -> ExamDefinition:
    source = folder / "exam.yaml"
    source.write_text(draft, encoding="utf-8")
    return desk.define(source).definition


class Held:
    """An open session with its staff signed on, as tests need it."""

    def __init__(self, desk: ExamDesk, definition: ExamDefinition) -> None:
        opened = desk.open(definition, "desk-1", "ex-1")
        self.room: ExamRoom = opened.room
        self.pins = {"ex-1": opened.pin}

    def staffed(self) -> Held:
        for name, role in (("ex-2", "examiner"), ("in-1", "invigilator")):
            self.pins[name] = self.room.name_staff(name, role, "ex-1")
            assert self.room.try_pin(name, self.pins[name])
        return self

    def seated(self, *candidates: str) -> Held:
        for name in candidates:
            self.pins[name] = self.room.enrol(name, "form-a", "in-1")
            assert self.room.try_pin(name, self.pins[name])
            self.room.start(name, "in-1", ENOUGH)
        return self

    def enter_again(self, desk: ExamDesk) -> Held:
        self.room = desk.enter(self.room.session_id)
        for name in ("ex-1", "ex-2", "in-1"):
            assert self.room.try_pin(name, self.pins[name])
        return self
