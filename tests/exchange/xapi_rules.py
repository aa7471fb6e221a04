"""What the Experience API 1.0.3 asks of a statement, written from part two of its text.

Not the program's: a store of our own in the tests holds every statement against it.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

PARTS = {
    "id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority",
    "version", "attachments",
}  # fmt: skip
CONTEXT = {
    "registration", "instructor", "team", "contextActivities", "revision", "platform", "language",
    "statement", "extensions",
}  # fmt: skip
RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
DEFINITION = {"name", "description", "type", "moreInfo", "extensions"}
IDENTIFIERS = {"mbox", "mbox_sha1sum", "openid", "account"}
DURATION = re.compile(r"P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def faults(statement: Any) -> list[str]:
    """Every rule that a statement breaks; [] where it is valid."""
    return list(_statement(statement))


def _statement(it: Any) -> Iterator[str]:
    if not isinstance(it, dict):
        yield "2.2: a statement is an object"
        return
    yield from _only(it, PARTS, "statement")
    yield from (f"{name} is missing" for name in ("actor", "verb", "object") if name not in it)
    yield from _no_null({name: part for name, part in it.items() if name != "attachments"})
    if "id" in it and not _is_uuid(it["id"]):
        yield "2.4.1: id is no UUID"
    yield from _actor(it.get("actor", {}))
    yield from _verb(it.get("verb", {}))
    yield from _activity(it.get("object", {}))
    yield from _result(it.get("result", {}))
    yield from _context(it.get("context", {}))
    if "timestamp" in it and not _is_time(it["timestamp"]):
        yield "2.4.7: timestamp is no ISO 8601 time with a zone"
    if not re.fullmatch(r"1\.0(\.\d+)?", str(it.get("version", "1.0.0"))):
        yield "2.4.10: version"


def _actor(it: dict[str, Any]) -> Iterator[str]:
    yield from _only(it, {"objectType", "name", *IDENTIFIERS}, "actor")
    if it.get("objectType", "Agent") != "Agent":
        yield "2.4.2: only agents here"
    if len(IDENTIFIERS & set(it)) != 1:
        yield "2.4.2.3: exactly one inverse functional identifier"
    account = it.get("account", {})
    if set(account) != {"homePage", "name"} or not _is_iri(account["homePage"]):
        yield "2.4.2.4: an account has a homePage, which is an IRL, and a name"
    elif not isinstance(account["name"], str) or not account["name"]:
        yield "2.4.2.4: the name is a string"


def _verb(it: dict[str, Any]) -> Iterator[str]:
    yield from _only(it, {"id", "display"}, "verb")
    if not _is_iri(it.get("id")):
        yield "2.4.3: a verb's id is an IRI"
    yield from _words(it.get("display", {}))


def _activity(it: dict[str, Any]) -> Iterator[str]:
    yield from _only(it, {"objectType", "id", "definition"}, "object")
    if it.get("objectType", "Activity") != "Activity" or not _is_iri(it.get("id")):
        yield "2.4.4.1: an activity's id is an IRI"
    definition = it.get("definition", {})
    yield from _only(definition, DEFINITION, "definition")
    if "type" in definition and not _is_iri(definition["type"]):
        yield "2.4.4.1: a type is an IRI"
    yield from _words(definition.get("name", {}))
    yield from _extensions(definition.get("extensions", {}))


def _result(it: dict[str, Any]) -> Iterator[str]:
    yield from _only(it, RESULT, "result")
    for name in ("success", "completion"):
        if not isinstance(it.get(name, True), bool):
            yield f"2.4.5: {name} is a boolean"
    if not isinstance(it.get("response", ""), str):
        yield "2.4.5: response is a string"
    if "duration" in it and not DURATION.fullmatch(str(it["duration"])):
        yield "2.4.5: duration is no ISO 8601 duration"
    yield from _score(it.get("score", {}))
    yield from _extensions(it.get("extensions", {}))


def _score(it: dict[str, Any]) -> Iterator[str]:
    yield from _only(it, {"scaled", "raw", "min", "max"}, "score")
    if any(isinstance(part, bool) or not isinstance(part, int | float) for part in it.values()):
        yield "2.4.5.1: a score is numbers"
        return
    if not -1 <= it.get("scaled", 0) <= 1:
        yield "2.4.5.1: scaled lies between -1 and 1"
    low, high = it.get("min", float("-inf")), it.get("max", float("inf"))
    if low >= high or not low <= it.get("raw", max(low, min(high, 0))) <= high:
        yield "2.4.5.1: min < max, and raw between them"


def _context(it: dict[str, Any]) -> Iterator[str]:
    yield from _only(it, CONTEXT, "context")
    if "registration" in it and not _is_uuid(it["registration"]):
        yield "2.4.6: registration is no UUID"
    activities = it.get("contextActivities", {})
    yield from _only(activities, {"parent", "grouping", "category", "other"}, "contextActivities")
    for several in activities.values():
        for one in several if isinstance(several, list) else [several]:
            yield from _activity(one)
    yield from _extensions(it.get("extensions", {}))


def _extensions(it: dict[str, Any]) -> Iterator[str]:
    yield from (f"4.1: extension {key!r} is no IRI" for key in it if not _is_iri(key))


def _words(it: dict[str, Any]) -> Iterator[str]:
    for key, text in it.items():
        if not LANGUAGE.fullmatch(key) or not isinstance(text, str):
            yield f"4.2: language map {key!r}"


def _no_null(it: Any, inside: str = "") -> Iterator[str]:
    """2.2: null only inside extensions."""
    if it is None:
        yield f"2.2: {inside} is null"
    elif isinstance(it, dict):
        for key, part in it.items():
            if key != "extensions":
                yield from _no_null(part, f"{inside}.{key}")


def _only(it: dict[str, Any], known: set[str], what: str) -> Iterator[str]:
    yield from (f"2.2: {what} may not have {name!r}" for name in set(it) - known)


def _is_iri(text: Any) -> bool:
    if not isinstance(text, str) or any(sign.isspace() or sign in '<>"{}|\\^`' for sign in text):
        return False
    parts = urlsplit(text)
    return bool(parts.scheme and (parts.netloc or parts.path))


def _is_uuid(text: Any) -> bool:
    try:
        return str(uuid.UUID(text)) == str(text).lower()
    except (ValueError, TypeError, AttributeError):
        return False


def _is_time(text: Any) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except (ValueError, TypeError):
        return False
