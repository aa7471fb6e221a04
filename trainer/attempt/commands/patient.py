"""What is done to, asked of and said to the patient and the room."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.commands.command import Command


@dataclass(frozen=True, slots=True)
class Act(Command):
    """One press, one act of the room: time-out, monitors, prep, drape, dress ...

    act, detail : of the table of acts, e.g. "pad", "thigh".
    """

    act: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class AskPatient(Command):
    """Ask. question : of the table of questions, e.g. "pain", "legs", "band"."""

    question: str


@dataclass(frozen=True, slots=True)
class TellPatient(Command):
    """Say something. words : of the table of sayings, e.g. "hold-still"."""

    words: str


@dataclass(frozen=True, slots=True)
class HoldBreath(Command):
    """Ask for a held breath, or let breathe on."""

    held: bool


@dataclass(frozen=True, slots=True)
class Wait(Command):
    """Let time pass faster than the clock: simulated seconds, 1 to 86400. Not under the beam."""

    seconds: int


@dataclass(frozen=True, slots=True)
class ReadCase(Command):
    """Open one part of the case file. topic : history, examination, imaging, diary ..."""

    topic: str


@dataclass(frozen=True, slots=True)
class Discuss(Command):
    """One point of the conversation before consent. topic : of the table of points."""

    topic: str


@dataclass(frozen=True, slots=True)
class GiveReason(Command):
    """One reason for the decision that follows. reason : of the case's findings."""

    reason: str


@dataclass(frozen=True, slots=True)
class DecideCase(Command):
    """Decide about the case. decision : proceed, postpone or decline."""

    decision: str


@dataclass(frozen=True, slots=True)
class Respond(Command):
    """Answer a complication. action : of the table of responses, e.g. "oxygen"."""

    action: str


@dataclass(frozen=True, slots=True)
class SaveImage(Command):
    """Keep the held picture as evidence. role : level, working, hub or depth."""

    role: str
