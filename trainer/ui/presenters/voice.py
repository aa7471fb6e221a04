"""What the room says: one plain sentence for what just happened.

`HazardEntered` has no sentence: what only a picture shows is recorded and not said (DESIGN 9).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from trainer.attempt.acts import ACTS, QUESTIONS, WORDS
from trainer.attempt.complications import RESPONSES
from trainer.attempt.events import (
    ActDone,
    Asked,
    Aspirated,
    BeamStopped,
    BlockJudged,
    BoneLost,
    BoneTouched,
    CaseDecided,
    Event,
    FiveMinuteSignal,
    GeneratorFault,
    ImageSaved,
    Injected,
    LesionEnded,
    LesionStarted,
    LevelDeclared,
    NeedleRemoved,
    NeedleTaken,
    NotPossible,
    PatientSaid,
    Responded,
    SkinMarked,
    SkinPunctured,
    Submitted,
    Told,
    ViewSelected,
    Waited,
)
from trainer.therapy.voice import SAYINGS
from trainer.ui.presenters.instruments import FAULTS, FOUND
from trainer.ui.presenters.texts import tr, tr_sentence

# Why a beam stopped, where the foot did not let go of it.
STOPS: Mapping[str, str] = {
    "latch": "Beam off: a latched beam drops after 10 s.",
    "focus": "Beam off: the keyboard went elsewhere. Press again.",
    "dialog": "Beam off: a question is open.",
    "lock": "Beam off: the screen was locked.",
    "device": "Beam off: the input device is gone.",
}


def _stopped(event: BeamStopped) -> str:
    return tr(STOPS[event.reason]) if event.reason in STOPS else ""


def _declared(event: LevelDeclared) -> str:
    side = tr(event.side)
    if not event.exposure:
        return tr("Declared {level} {side}, without a picture.").format(
            level=event.level, side=side
        )
    return tr("Declared {level} {side} on picture {number}.").format(
        level=event.level, side=side, number=event.exposure
    )


def _heard(event: PatientSaid) -> str:
    """What the patient says, and what one sees of it."""
    saying = SAYINGS.get(event.words)
    if saying is None:
        return ""
    words = tr("Patient: {words}").format(words=tr(saying.words)) if saying.words else ""
    seen = f"[{tr(saying.seen)}]" if saying.seen else ""
    return " ".join(part for part in (words, seen) if part)


def _injected(event: Injected) -> str:
    stopped = tr(" (stopped)") if event.stopped else ""
    return (
        tr("{ml:.1f} mL of {agent} is in.").format(
            ml=event.volume_ul / 1000.0, agent=tr(event.agent)
        )
        + stopped
    )


SENTENCES: Mapping[type[Event], Callable[[Any], str]] = {
    NotPossible: lambda event: _sentence(tr_sentence(event.why)),
    BeamStopped: _stopped,
    LevelDeclared: _declared,
    FiveMinuteSignal: lambda event: tr(
        "{minutes} minutes of beam so far. Reset the signal (Shift+T) when you have heard it."
    ).format(minutes=5 * event.number),
    SkinMarked: lambda _: tr("The skin is marked."),
    NeedleTaken: lambda _: tr("The needle stands on the skin."),
    NeedleRemoved: lambda _: tr("The needle is out."),
    SkinPunctured: lambda _: tr("Through the skin."),
    BoneTouched: lambda _: tr("Bone."),
    BoneLost: lambda _: tr("Off the bone."),
    ViewSelected: lambda event: tr("View {name} stands ready.").format(name=event.view),
    Submitted: lambda _: tr("Submitted."),
    ActDone: lambda event: _sentence(
        f"{tr(ACTS[event.act].title)}{': ' if event.detail else ''}{tr(event.detail)}"
    ),
    Asked: lambda event: tr("You: {words}").format(words=tr(QUESTIONS[event.question])),
    Told: lambda event: tr("You: {words}").format(words=tr(WORDS[event.words])),
    PatientSaid: _heard,
    Responded: lambda event: _sentence(tr(RESPONSES[event.action])),
    Aspirated: lambda event: tr(FOUND[event.found]),
    Injected: _injected,
    GeneratorFault: lambda event: tr("The generator stops by itself: {fault}.").format(
        fault=tr(FAULTS[event.fault]).lower()
    ),
    LesionStarted: lambda _: tr("Heat is on."),
    LesionEnded: lambda event: tr("Heat is off after {s} s.").format(s=event.seconds),
    Waited: lambda event: tr("{s} seconds pass.").format(s=round(event.passed_ms / 1000)),
    CaseDecided: lambda event: tr("Decided: {what}.").format(what=tr(event.decision)),
    ImageSaved: lambda event: tr("Picture {number} is kept: {role}.").format(
        number=event.exposure, role=tr(event.role)
    ),
    BlockJudged: lambda event: tr("Diary: {percent} % better for {hours} hours.").format(
        percent=event.relief_percent, hours=event.hours
    ),
}


def said(event: Event) -> str:
    """The sentence, "" where there is nothing to say."""
    say = SENTENCES.get(type(event))
    return say(event) if say else ""


def _sentence(why: str) -> str:
    text = why.strip()
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")
