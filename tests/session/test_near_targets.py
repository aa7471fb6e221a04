"""Distances round targets are found once; those of a person's CT stay off the cache's disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from tests.anatomy.test_distance import a_patient
from trainer.anatomy.distance import DistanceBlock
from trainer.anatomy.patient import PatientKind
from trainer.session.near_targets import NearTargets

POINTS = np.zeros((1, 3))


class Disk:
    """A folder in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Mapping[str, DistanceBlock]] = {}
        self.loaded = 0

    def load(self, key: str) -> Mapping[str, DistanceBlock] | None:
        self.loaded += key in self.kept
        return self.kept.get(key)

    def save(self, key: str, blocks: Mapping[str, DistanceBlock]) -> None:
        self.kept[key] = blocks


def near(disk: Disk) -> NearTargets:
    one = NearTargets()
    one.on_disk = disk
    return one


@pytest.mark.parametrize(("kind", "kept"), [(PatientKind.SYNTHETIC, 1), (PatientKind.CT, 0)])
def test_only_a_generated_patients_distances_are_kept_and_found_again(
    kind: PatientKind, kept: int
) -> None:
    disk, patient = Disk(), replace(a_patient(10.0), kind=kind)
    first = near(disk).blocks(patient, POINTS)
    again = near(disk).blocks(patient, POINTS)
    assert (len(disk.kept), disk.loaded) == (kept, kept)
    for name, block in first.items():
        assert (block.hundredths_mm == again[name].hundredths_mm).all()


def test_other_points_are_other_blocks() -> None:
    disk, patient = Disk(), replace(a_patient(10.0), kind=PatientKind.SYNTHETIC)
    both = near(disk)
    both.blocks(patient, POINTS)
    both.blocks(patient, POINTS + 5.0)
    assert len(disk.kept) == 2
