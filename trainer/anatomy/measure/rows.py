"""Readings beside their targets: the table that `phantom` prints."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from trainer.anatomy.measure.anchors import anchors_of
from trainer.anatomy.measure.readings import Readings
from trainer.anatomy.measure.subject import Subject
from trainer.anatomy.measure.targets import Target, targets_of


@dataclass(frozen=True, slots=True)
class Row:
    """One reading and its aim. value : NaN where nothing was found, which is never ok.

    anchor : another population's number, reported apart and not counted.
    """

    target: Target
    value: float
    anchor: bool

    @property
    def ok(self) -> bool:
        """Within the tolerance."""
        return abs(self.value - self.target.value) <= self.target.tolerance + 1e-9

    def document(self) -> dict[str, Any]:
        """For JSON; a reading that was not found is null."""
        target, key = self.target, self.target.key
        return {
            "name": f"{key.name}, {key.side}" if key.side else key.name,
            "level": key.level,
            "value": None if math.isnan(self.value) else round(self.value, 3),
            "target": round(target.value, 3),
            "tolerance": round(target.tolerance, 3),
            "unit": target.unit,
            "source": target.source,
            "ok": self.ok,
            "side": key.side,
            "tag": target.tag,
            "from_memory": target.tag == "M",
            "anchor": self.anchor,
            "note": target.note,
        }


def rows_of(readings: Readings, subject: Subject) -> tuple[Row, ...]:
    """Every counted row, then every anchor; a reading that is missing is a row with NaN."""
    counted = _joined(readings, targets_of(subject), anchor=False)
    return (*counted, *_joined(readings, anchors_of(subject), anchor=True))


def _joined(readings: Readings, targets: Iterable[Target], *, anchor: bool) -> tuple[Row, ...]:
    return tuple(
        Row(target, float(readings.get(target.key, math.nan)), anchor) for target in targets
    )


def share_ok(rows: Iterable[Row]) -> float:
    """The part 0..1 of the counted rows in tolerance; NaN where none is counted."""
    counted = [row.ok for row in rows if not row.anchor]
    return sum(counted) / len(counted) if counted else math.nan
