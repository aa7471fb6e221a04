"""Distances round a scenario's targets, kept for who opens the same case again.

A debrief, a retry, a step back and the next attempt ask for the same blocks; finding them takes two
seconds of a processor, keeping them 16 MB.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping

from trainer.anatomy.distance import DistanceBlock, blocks_near
from trainer.anatomy.patient import Patient
from trainer.geometry.pinhole import FloatArray

KEPT = 2  # as many as patients

_kept: OrderedDict[tuple[str, bytes], Mapping[str, DistanceBlock]] = OrderedDict()
_finding = threading.Lock()


def blocks_round(patient: Patient, points_world_mm: FloatArray) -> Mapping[str, DistanceBlock]:
    """`blocks_near` of these points, shape (n, 3), found once. Blocks are read-only."""
    key = patient.sha256, points_world_mm.tobytes()
    with _finding:
        if key not in _kept:
            _kept[key] = blocks_near(patient, points_world_mm)
        _kept.move_to_end(key)
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
        return _kept[key]
