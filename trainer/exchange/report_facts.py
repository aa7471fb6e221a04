"""What a report tells, gathered once from a log, its debrief and the pictures that were drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.attempt import header as headers
from trainer.attempt.events import Exposed, Vec3
from trainer.attempt.header import Header
from trainer.attempt.log import AttemptLog
from trainer.attempt.replay import last_state
from trainer.attempt.state import State
from trainer.refusal import Refusal
from trainer.scoring.debrief.course import course_of
from trainer.scoring.debrief.debrief import Debrief

_PNG = b"\x89PNG\r\n\x1a\n"
Key = tuple[str, int]  # "own" or "expert", number of the exposure


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture. png : a whole PNG file; size : its width and height in pixels."""

    exposed: Exposed
    png: bytes
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything on the pages.

    tips_um : where the tip in hand was at each exposure. missing : why pictures are missing, ""
    where they are not.
    """

    debrief: Debrief
    header: Header
    state: State
    shots: Mapping[Key, Shot]
    tips_um: Mapping[int, Vec3]
    missing: str = ""


def facts_of(
    log: AttemptLog,
    debrief: Debrief,
    pictures: Sequence[tuple[str, Exposed, bytes]] = (),
    missing: str = "",
) -> Facts:
    """Gather. pictures : whose, exposure, PNG file.

    Raises Refusal where a picture is none or the log's events do not follow from each other.
    """
    entries = course_of(log).entries
    return Facts(
        debrief=debrief,
        header=headers.from_json(log.header),
        state=last_state(log),
        shots={
            (whose, exposed.number): Shot(exposed, png, _size(png))
            for whose, exposed, png in pictures
        },
        tips_um={
            entry.event.number: entry.needle.tip_um
            for entry in entries
            if isinstance(entry.event, Exposed) and entry.needle is not None
        },
        missing=missing,
    )


def _size(png: bytes) -> tuple[int, int]:
    if not png.startswith(_PNG) or len(png) < 24:
        raise Refusal(
            "The report cannot be laid out",
            "one of its pictures is no picture that can be read",
            "Replay the attempt to draw its pictures anew",
        )
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
