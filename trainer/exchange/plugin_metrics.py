"""Metrics that other packages bring through the entry points `rhizotomy_trainer.metrics`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from trainer.attempt.events import to_json
from trainer.attempt.log import AttemptLog
from trainer.session.third_party import ThirdPartyValue

GROUP = "rhizotomy_trainer.metrics"
CHILD = Path(__file__).with_name("plugin_child.py")
TIMEOUT_S = 5.0  # design value: a score is waited for
MOST = 16  # design value: plug-ins asked for one score
TEXT = 200  # letters of a title or a unit
BETTER = ("lower", "higher")
_WHOLE = 1 << 53  # what every reader of JSON keeps exactly


class PluginMetrics:
    """Asks each plug-in in a process of its own, limited in time and memory."""

    def __init__(self, timeout_s: float = TIMEOUT_S) -> None:
        self.timeout_s = timeout_s

    def measure(self, log: AttemptLog) -> tuple[ThirdPartyValue, ...]:
        """What each plug-in says; why not, where it fails. A built program has none."""
        found = [] if getattr(sys, "frozen", False) else sorted(_found(), key=_id_of)[:MOST]
        if not found:
            return ()
        attempt = attempt_document(log)
        return tuple(self._asked(entry, attempt) for entry in found)

    def _asked(self, entry: EntryPoint, attempt: dict[str, Any]) -> ThirdPartyValue:
        request = {"entry": entry.value, "path": sys.path, "attempt": attempt}
        try:
            done = subprocess.run(
                [sys.executable, "-I", str(CHILD)],
                input=json.dumps(request).encode(),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=self.timeout_s,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return _failed(entry, f"it took longer than {self.timeout_s:g} s")
        except OSError as error:
            return _failed(entry, f"it could not be started: {type(error).__name__}")
        if done.returncode != 0:
            return _failed(entry, f"it ended with code {done.returncode}")
        return _value_of(entry, done.stdout)


def attempt_document(log: AttemptLog) -> dict[str, Any]:
    """What a plug-in is given: the header and every event, as the log stores them."""
    return {"header": dict(log.header), "events": [to_json(event) for event in log.events]}


def _found() -> Iterator[EntryPoint]:
    yield from {(_id_of(entry), entry.value): entry for entry in entry_points(group=GROUP)}.values()


def _id_of(entry: EntryPoint) -> str:
    return _plain(f"third-party:{entry.dist.name if entry.dist else '?'}/{entry.name}")


def _source_of(entry: EntryPoint) -> str:
    return _plain(f"{entry.dist.name} {entry.dist.version}") if entry.dist else "?"


def _failed(entry: EntryPoint, why: str) -> ThirdPartyValue:
    return ThirdPartyValue(_id_of(entry), _source_of(entry), problem=_plain(why))


def _value_of(entry: EntryPoint, stdout: bytes) -> ThirdPartyValue:
    try:
        answer = json.loads(stdout)
    except ValueError:
        return _failed(entry, "it answered nonsense")
    if not isinstance(answer, dict):
        return _failed(entry, "it answered nonsense")
    why = answer.get("problem") or _fault(answer)
    if why:
        return _failed(entry, str(why))
    return ThirdPartyValue(
        id=_id_of(entry),
        source=_source_of(entry),
        version=answer["version"],
        title=_plain(answer["title"]),
        unit=_plain(answer["unit"]),
        better=answer["better"],
        value=answer["value"],
    )


def _fault(answer: dict[str, Any]) -> str:
    """Why an answer is none, or ""."""
    version, value = answer.get("version"), answer.get("value")
    if type(version) is not int or version < 1:
        return "its version is not a whole number from 1"
    if value is not None and (type(value) is not int or abs(value) >= _WHOLE):
        return "its value is neither a whole number nor None"
    if answer.get("better") not in BETTER:
        return "it does not say whether lower or higher is better"
    if not all(isinstance(answer.get(name), str) for name in ("title", "unit")):
        return "its title or its unit is no text"
    return ""


def _plain(text: str) -> str:
    """One printable line: what a plug-in says is shown in a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text[:TEXT])
