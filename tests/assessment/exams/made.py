"""A small exam and people for it, made without files."""

from __future__ import annotations

import hashlib
from typing import Any

from trainer.assessment.exams import commands as c
from trainer.assessment.exams.decide import decide
from trainer.assessment.exams.definition import (
    Cut,
    ExamDefinition,
    Familiarisation,
    Form,
    Station,
    Surroundings,
)
from trainer.assessment.exams.drawing import Pin
from trainer.assessment.exams.evolve import fold
from trainer.assessment.exams.state import SessionState


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def pin(name: str) -> Pin:
    return (1, digest(name), digest("rubric"))


def made_station(number: int, scenario: str, **parts: Any) -> Station:
    return Station(
        **{
            "id": f"station-{number}",
            "scenario": scenario,
            "scenario_version": 1,
            "scenario_sha256": digest(scenario),
            "rubric_sha256": digest("rubric"),
            "seed": number,
            "time_limit_s": 60,
            **parts,
        }
    )


def made_form(name: str, *scenarios: str) -> Form:
    stations = tuple(made_station(at, one) for at, one in enumerate(scenarios, start=1))
    return Form(id=name, stations=stations)


def made_exam(**parts: Any) -> ExamDefinition:
    return ExamDefinition(
        **{
            "id": "an-exam",
            "version": 1,
            "title": "Needle skills, part one",
            "forms": (made_form("form-a", "case-1", "case-2"),),
            "cut": Cut(mean_mark=600, sem=40),
            "familiarisation": Familiarisation(scenario="case-0", scenario_sha256=digest("case-0")),
            "surroundings": Surroundings(input_profile="mouse-and-keyboard"),
            "accepted_conventions": ("chua-bogduk-1995",),
            "retention_days": 3650,
            "rules": "Eight stations of a few minutes each.",
            **parts,
        }
    )


class Told:
    """A session in memory: commands in, state out."""

    def __init__(self, exam: ExamDefinition | None = None) -> None:
        self.exam = exam or made_exam()
        self.state = SessionState()
        self.log: list[Any] = []

    def do(self, *commands: c.SessionCommand) -> SessionState:
        for command in commands:
            events = decide(self.exam, self.state, command)
            self.log.extend(events)
            self.state = fold(self.exam, self.state, events)
        return self.state

    def staffed(self) -> Told:
        """Opened by ex-1, with ex-2 and in-1, each with a PIN."""
        self.do(c.Open("ex-1", "desk-1"), c.IssuePin("ex-1", "ex-1"))
        self.do(c.NameStaff("ex-2", "examiner", "ex-1"), c.IssuePin("ex-2", "ex-1"))
        self.do(c.NameStaff("in-1", "invigilator", "ex-1"), c.IssuePin("in-1", "ex-1"))
        return self

    def enrolled(self, *names: str) -> Told:
        for name in names:
            self.do(c.Enrol(name, self.exam.forms[0].id, "in-1"), c.IssuePin(name, "in-1"))
        return self

    def admitted(self, name: str) -> Told:
        self.do(c.TryPin(name, True, 0))
        self.do(c.Start(name, "in-1", "mouse-and-keyboard", 1280, 640))
        return self

    def sitting(self, name: str) -> Told:
        self.enrolled(name).admitted(name)
        if self.exam.familiarisation is not None:
            self.do(c.BeginWarmUp(name, f"w-{name}", digest("w")))
            self.do(c.EndWarmUp(name, f"w-{name}", True))
        return self

    def sat(self, name: str, station: str, attempt: str, ms: int = 1000) -> Told:
        self.do(c.BeginStation(name, station, attempt, digest(attempt)))
        self.do(c.Submit(attempt, "candidate", ms, digest(attempt)))
        return self

    def sealed(self, name: str) -> Told:
        self.sitting(name)
        for station in self.exam.forms[0].stations:
            self.sat(name, station.id, f"{name}-{station.id}")
        self.do(c.SealCandidate(name, digest(name), "AAAA"))
        return self


def mark(attempt: str, score: int = 900, critical: tuple[int, ...] = ()) -> c.TryMark:
    return c.TryMark(attempt, score, not critical, critical, 5, digest(f"{attempt} {score}"))
