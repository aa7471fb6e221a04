"""Both scorers on the same bytes.

Run: python -m tests.scoring.second.comparing [--every N]      (the whole corpus: about a minute)
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from tests.scoring.corpus import FIRST_RUBRICS, PLAYERS, attempts
from tests.scoring.second import flat, parts
from tests.scoring.second.reading import Attempt, read
from trainer.attempt.log import parse
from trainer.scoring.score import score

LINE = ("id", "value", "mark", "weight")


def main() -> int:
    """Compare; 1 where they differ anywhere."""
    parser = argparse.ArgumentParser(description="Compare both scorers on the golden corpus.")
    parser.add_argument("--every", type=int, default=1)
    args = parser.parse_args()
    wrong = logs = 0
    for folder in (FIRST_RUBRICS, PLAYERS):
        for name, data in attempts(args.every, folder):
            found = differences(data)
            logs, wrong = logs + 1, wrong + bool(found)
            for line in found:
                print(f"{folder.name}/{name}: {line}")
    print(f"{logs} logs scored twice, {wrong} differ")
    return int(wrong > 0)


def differences(data: bytes) -> list[str]:
    """Where the second opinion on a stored log is another; [] where there is none."""
    return compared(score(parse(data)).document, read(data))


def compared(document: Mapping[str, Any], attempt: Attempt) -> list[str]:
    """The same for a score document and an attempt that was read."""
    first, second = outline(document), second_opinion(attempt, document)
    return [
        f"{key}: first {first.get(key)!r}, second {second.get(key)!r}"
        for key in sorted(first.keys() | second.keys())
        if first.get(key) != second.get(key)
    ]


def second_opinion(attempt: Attempt, document: Mapping[str, Any]) -> dict[str, Any]:
    """The outline by the second scorer; the first one's angles stand where they are near enough."""
    lines = [*document["metrics"], *(document.get("judgement") or {}).get("metrics", ())]
    stated = {line["id"]: line["value"] for line in lines}
    by = parts if "parts" in attempt.scenario["rubric"] else flat
    return flattened(by.judged(attempt, stated))


def outline(document: Mapping[str, Any]) -> dict[str, Any]:
    """A score document without its sentences and names, as flat keys."""
    known = ("score", "pass_mark", "complete", "passed", "performed")
    found: dict[str, Any] = {name: document[name] for name in known if name in document}
    found["metrics"] = [_only(line, LINE) for line in document["metrics"]]
    found["critical"] = [(one["t_ms"], one["id"]) for one in document["critical"]]
    if "parts" not in document:
        return flattened(found)
    found["critical"] = [(one["t_ms"], one["id"], one["exposure"]) for one in document["critical"]]
    found["major"] = [
        (one["t_ms"], one["id"], one["exposure"], one["cost"]) for one in document["major"]
    ]
    found["parts"] = [_only(part, ("id", "mark", "weight")) for part in document["parts"]]
    found["gates"] = _gates(document["gates"])
    judged = document["judgement"]
    if judged is not None:
        found |= {f"judgement {name}": judged[name] for name in ("score", "pass_mark", "passed")}
        found["judgement metrics"] = [_only(line, LINE) for line in judged["metrics"]]
        found["judgement gates"] = _gates(judged["gates"])
    return flattened(found)


def _gates(gates: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [
        tuple(gate[name] for name in ("metric", "value", "part", "cap", "fails")) for gate in gates
    ]


def _only(line: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: line[name] for name in names}


def flattened(judged: Mapping[str, Any]) -> dict[str, Any]:
    """Lists of named lines as keys of their own, so that a difference names its line."""
    found: dict[str, Any] = {}
    for key, value in judged.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            found |= {f"{key} {line['id']}": line for line in value}
        else:
            found[key] = value
    return found


if __name__ == "__main__":
    sys.exit(main())
