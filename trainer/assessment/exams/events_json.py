"""Session events as the log stores them: an object with the event's name and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, cast, get_args

from trainer.assessment.exams.events import SessionEvent
from trainer.attempt.shapes import reader_of

_KINDS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(SessionEvent)}
_READERS = {name: reader_of(kind) for name, kind in _KINDS.items()}


def to_json(event: SessionEvent) -> dict[str, Any]:
    """The event as plain values."""
    parts = {name: _plain(part) for name, part in asdict(event).items()}
    return {"event": type(event).__name__, **parts}


def from_json(stored: Mapping[str, Any]) -> SessionEvent:
    """The event of plain values. Raises ValueError where it is none."""
    parts = dict(stored)
    name = parts.pop("event", None)
    if name not in _READERS:
        raise ValueError(f"{name!r} is no event of a session")
    return cast(SessionEvent, _READERS[name](parts, name))


def _plain(part: Any) -> Any:
    return [_plain(one) for one in part] if isinstance(part, tuple) else part
