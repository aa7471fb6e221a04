"""Run one metric of another package in a process of its own: a request in, an answer out.

Started by path, with Python alone: nothing of this program is loaded, so nothing can be touched.
The parent ends it when it takes too long.
"""

from __future__ import annotations

import importlib
import json
import sys
from typing import Any

API = 1
MEMORY_BYTES = 2 << 30  # design value: address space, numpy included
CPU_S = 10  # design value


def confine() -> None:
    """Limit memory and computing, write no file, leave no core; where the system knows limits."""
    try:
        import resource
    except ImportError:  # Windows: the parent's time limit is what remains
        return
    wanted = {"AS": MEMORY_BYTES, "CPU": CPU_S, "FSIZE": 0, "CORE": 0}
    for name, value in wanted.items():
        try:
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))
        except (AttributeError, OSError, ValueError):
            continue  # the name is known, the limit is not (macOS and memory)


def answer_of(request: dict[str, Any]) -> dict[str, Any]:
    """What the metric says; {"problem": ...} where it cannot be asked."""
    module, _, name = request["entry"].partition(":")
    metric: Any = importlib.import_module(module)
    for part in name.split("."):
        metric = getattr(metric, part)
    if metric.api != API:
        return {"problem": f"it is written for interface {metric.api}, this program has {API}"}
    answer = {each: getattr(metric, each) for each in ("version", "title", "unit", "better")}
    return {**answer, "value": metric.measure(request["attempt"])}


def main() -> None:
    """Read a request, write the answer; what the plug-in prints goes nowhere."""
    confine()
    sys.dont_write_bytecode = True
    out, sys.stdout = sys.stdout, sys.stderr
    request = json.loads(sys.stdin.buffer.read())
    sys.path[:] = request["path"]
    try:
        answer = answer_of(request)
    except Exception as error:  # whatever a foreign package raises is an answer
        answer = {"problem": f"{type(error).__name__}: {error}"[:200]}
    out.write(json.dumps(answer))
    out.flush()


if __name__ == "__main__":
    main()
