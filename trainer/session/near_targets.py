"""Distances round a scenario's targets, kept for who opens the same case again.

A debrief, a retry, a step back and the next attempt ask for the same blocks; finding them takes two
seconds of a processor, keeping them 16 MB. Those of generated patients are kept on disk, too: the
composition root says where.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Mapping

from trainer.anatomy.distance import DistanceBlock, blocks_near
from trainer.anatomy.patient import Patient, PatientKind
from trainer.geometry.pinhole import FloatArray
from trainer.session.patient_ports import KeptBlocks

KEPT = 2  # as many as patients

Blocks = Mapping[str, DistanceBlock]


class NearTargets:
    """Blocks by patient and points. on_disk : where they last longer than the program; or None."""

    def __init__(self) -> None:
        self.on_disk: KeptBlocks | None = None
        self._kept: OrderedDict[tuple[str, bytes], Blocks] = OrderedDict()
        self._finding = threading.Lock()

    def blocks(self, patient: Patient, points_world_mm: FloatArray) -> Blocks:
        """`blocks_near` of these points, shape (n, 3), found once. Blocks are read-only."""
        key = patient.sha256, points_world_mm.tobytes()
        with self._finding:
            if key not in self._kept:
                self._kept[key] = self._found(patient, points_world_mm)
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return self._kept[key]

    def _found(self, patient: Patient, points_world_mm: FloatArray) -> Blocks:
        # What was made of a person's CT is kept with that patient's folder or not at all.
        disk = self.on_disk if patient.kind is PatientKind.SYNTHETIC else None
        if disk is None:
            return blocks_near(patient, points_world_mm)
        key = f"{patient.sha256}:{hashlib.sha256(points_world_mm.tobytes()).hexdigest()}"
        kept = disk.load(key)
        if kept is None:
            kept = blocks_near(patient, points_world_mm)
            disk.save(key, kept)
        return kept


NEAR_TARGETS = NearTargets()


def blocks_round(patient: Patient, points_world_mm: FloatArray) -> Blocks:
    """`NearTargets.blocks` of this process."""
    return NEAR_TARGETS.blocks(patient, points_world_mm)
