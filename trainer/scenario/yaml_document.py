"""A YAML 1.2 file as plain values, with the line of every one of them.

Built from the parser's events, so that size, depth and repetition are limited while reading, not
after (reliability.md 5.1): a file of 100,000 brackets or of a thousand doubling anchors costs no
more than the limits below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.reader import ReaderError

from trainer.scenario.draft import Finding, Place
from trainer.scenario.verdict import refusal
from trainer.scenario.yaml_scalars import plain_value

DEPTH_LIMIT = 32
VALUES_LIMIT = 20_000  # a scenario at every limit of the schema has fewer than 2,000


@dataclass(slots=True)
class Document:
    """What a file says. lines : the 1-based line of every place. findings : what YAML forbids."""

    value: object = None
    lines: dict[Place, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


class _Stop(Exception):  # noqa: N818 - it ends the reading, it is no error of ours
    """The file cannot be read on. why, line : for the refusal."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why, line)
        self.why, self.line = why, line


def read_document(text: str, name: str) -> Document:
    """The one document of a text. Raises Refusal where the text is not YAML or passes a limit."""
    try:
        return _Builder(text).document()
    except _Stop as stop:
        raise refusal(name, stop.why, stop.line) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line + 1
        said = error.problem or error.context or "it ends too early"
        raise refusal(name, f"it is not YAML: {said}", line) from None
    except ReaderError as error:
        where = text.count("\n", 0, error.position) + 1
        why = f"character {error.position} is a control character"
        raise refusal(name, why, where) from None
    except Exception as error:  # a foreign parser may trip over anything; that is the file's fault
        raise refusal(name, f"it is not YAML: {type(error).__name__} while reading") from None


class _Builder:
    """Builds a document from the parser's events, keeping count."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[Event] = YAML(typ="safe", pure=True).parse(text)
        self._built = Document()
        self._anchored: dict[str, tuple[object, int]] = {}
        self._count = 0

    def document(self) -> Document:
        next(self._events)  # the stream's start
        if not isinstance(next(self._events), DocumentStartEvent):
            raise _Stop("it holds no document, only comments", 1)
        self._built.value = self._value(next(self._events), ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, StreamEndEvent):
            raise _Stop("a second document begins here; a scenario is one", _line(after))
        return self._built

    def _value(self, event: Event, place: Place) -> object:
        self._note(event, place, 1)
        if isinstance(event, AliasEvent):
            return self._repeat(event, place)
        if not isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
            raise _Stop("a value was expected here", _line(event))
        if event.tag is not None:
            self._built.findings.append((place, f"the tag {event.tag} is not allowed"))
        before = self._count
        value = self._fresh(event, place)
        if event.anchor is not None:
            self._anchored[event.anchor] = (value, self._count - before)
        return value

    def _fresh(self, event: NodeEvent, place: Place) -> object:
        if isinstance(event, MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, place)
        return self._sequence(place)

    def _note(self, event: Event, place: Place, count: int) -> None:
        self._built.lines.setdefault(place, _line(event))
        self._count += count
        if len(place) > DEPTH_LIMIT:
            raise _Stop(f"it is nested deeper than {DEPTH_LIMIT} levels", _line(event))
        if self._count > VALUES_LIMIT:
            raise _Stop(f"it holds more than {VALUES_LIMIT:,} values", _line(event))

    def _repeat(self, event: AliasEvent, place: Place) -> object:
        if event.anchor not in self._anchored:
            raise _Stop(
                f"*{event.anchor} repeats an anchor that does not stand before", _line(event)
            )
        value, count = self._anchored[event.anchor]
        self._note(event, place, count)
        return value

    def _scalar(self, event: ScalarEvent, place: Place) -> object:
        text: str = event.value
        if event.style is None and event.tag is None:
            return plain_value(text)
        if any("\ud800" <= mark <= "\udfff" for mark in text):
            self._built.findings.append(
                (place, "holds half a surrogate pair, which is no character")
            )
            return text.encode("utf-8", "replace").decode()
        return text

    def _sequence(self, place: Place) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._value(event, (*place, len(items))))
        return items

    def _mapping(self, place: Place) -> dict[str, object]:
        fields: dict[str, object] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key, line = self._key(event), _line(event)
            inside = (*place, key)
            if key in fields:
                first = self._built.lines.get(inside)
                self._built.findings.append(
                    (inside, f"is given twice, in lines {first} and {line}")
                )
            self._built.lines.setdefault(inside, line)
            fields[key] = self._value(next(self._events), inside)
        return fields

    def _key(self, event: Event) -> str:
        if not isinstance(event, ScalarEvent):
            raise _Stop("a field's name must be a plain word", _line(event))
        self._count += 1
        return str(event.value).encode("utf-8", "replace").decode()


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
