"""A metric with its inputs, for people."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from trainer.scoring.debrief.words import amount
from trainer.scoring.explain import Explained
from trainer.scoring.metrics import METRICS
from trainer.scoring.trace import Trace

SHOWN = 12  # inputs of one metric; --json holds them all
WIDE = 100


def explained_lines(one: Explained) -> Iterator[str]:
    """What a metric measured, how, from what."""
    line = one.marked
    better = METRICS[line.id].better
    value = "nothing to measure" if line.value is None else amount(line.value, line.unit)
    asked = f"mark {line.mark / 10:.1f}, weight {line.weight}" if line.applies else "not asked here"
    yield f"{line.id} v{line.version}: {one.title}"
    yield f"  {value} ({line.value} {line.unit}), {better} is better, {asked}"
    yield from textwrap.wrap(one.formula, WIDE, initial_indent="  ", subsequent_indent="  ")
    yield from (f"    {_input(trace)}" for trace in one.inputs[:SHOWN])
    if len(one.inputs) > SHOWN:
        yield f"    ... and {len(one.inputs) - SHOWN} more (--json)"
    if not one.inputs and line.applies:
        yield "    from the whole log"


def _input(trace: Trace) -> str:
    told = ", ".join(f"{name} {value}" for name, value in trace.parts)
    return f"{trace.t_ms / 1000:8.1f} s  {trace.event}: {told}"
