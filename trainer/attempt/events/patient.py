"""What became of the patient, the room and the case."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events.event import Event


@dataclass(frozen=True, slots=True)
class ActDone(Event):
    """An act of the room is done."""

    act: str
    detail: str


@dataclass(frozen=True, slots=True)
class Asked(Event):
    """The patient was asked."""

    question: str


@dataclass(frozen=True, slots=True)
class Told(Event):
    """The patient was told."""

    words: str


@dataclass(frozen=True, slots=True)
class PatientSaid(Event):
    """The patient says or does something. words : id of the table; cause : what made it."""

    words: str
    cause: str


@dataclass(frozen=True, slots=True)
class BreathHeld(Event):
    """The breath is held, or goes on."""

    held: bool


@dataclass(frozen=True, slots=True)
class Waited(Event):
    """Simulated time went on while the clock stood; a wait is cut where something falls due."""

    passed_ms: int


@dataclass(frozen=True, slots=True)
class CaseRead(Event):
    """A part of the case file was opened."""

    topic: str


@dataclass(frozen=True, slots=True)
class Discussed(Event):
    """A point was talked over."""

    topic: str


@dataclass(frozen=True, slots=True)
class ReasonGiven(Event):
    """A reason was given."""

    reason: str


@dataclass(frozen=True, slots=True)
class CaseDecided(Event):
    """The case was decided."""

    decision: str


@dataclass(frozen=True, slots=True)
class ImageSaved(Event):
    """Exposure `exposure` was kept as evidence for a role."""

    role: str
    exposure: int


@dataclass(frozen=True, slots=True)
class HarmDone(Event):
    """Something was done that leads to a complication, whether anyone has noticed or not.

    complication : id of the table; cause : a sentence with its number; after_s : simulated seconds
    until it shows, 0 = at once.
    """

    complication: str
    cause: str
    after_s: int


@dataclass(frozen=True, slots=True)
class ComplicationBegan(Event):
    """A complication shows. complication : id of the table; cause : of the harm that led to it."""

    complication: str
    cause: str


@dataclass(frozen=True, slots=True)
class Responded(Event):
    """A complication was answered. right : the table of responses names it for what is open."""

    action: str
    right: bool


@dataclass(frozen=True, slots=True)
class ComplicationEnded(Event):
    """It is over. how : answered, passed (by itself) or worsened (into the one that begins)."""

    complication: str
    how: str


@dataclass(frozen=True, slots=True)
class BlockJudged(Event):
    """Relief after a diagnostic block, as the patient's diary says at its end.

    agent : what was injected, with which the hours are compared.
    """

    agent: str
    relief_percent: int
    hours: int


@dataclass(frozen=True, slots=True)
class OutcomeToldLater(Event):
    """What became of the pain: (week, relief percent) and what else was felt (id, weeks)."""

    relief: tuple[tuple[int, int], ...]
    after_effects: tuple[tuple[str, int], ...]
