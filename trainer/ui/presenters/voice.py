"""What the room says: one plain sentence for what just happened.

`HazardEntered` has no sentence: what only a picture shows is recorded and not said (DESIGN 9).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from trainer.attempt.events import (
    BeamStopped,
    BoneLost,
    BoneTouched,
    Event,
    FiveMinuteSignal,
    LevelDeclared,
    NeedleRemoved,
    NeedleTaken,
    NotPossible,
    SkinMarked,
    SkinPunctured,
    Submitted,
    ViewSelected,
)
from trainer.ui.presenters.texts import tr

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


SENTENCES: Mapping[type[Event], Callable[[Any], str]] = {
    NotPossible: lambda event: _sentence(event.why),
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
}


def said(event: Event) -> str:
    """The sentence, "" where there is nothing to say."""
    say = SENTENCES.get(type(event))
    return say(event) if say else ""


def _sentence(why: str) -> str:
    text = why.strip()
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")
