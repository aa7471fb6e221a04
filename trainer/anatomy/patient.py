"""The patient as one frozen value."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.levels import Side
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray, PinholeView

ByteVolume = NDArray[np.uint8]


class Basis(StrEnum):
    """The materials whose path lengths the beam is computed from."""

    WATER = "water"
    BONE = "bone"
    CONTRAST = "contrast"


class Tissue(IntEnum):
    """What a voxel of the label volume is."""

    AIR = 0  # outside the skin
    SOFT = 1
    BONE = 2
    LUNG = 3
    CANAL = 4  # inside the spinal canal: cord, thecal sac, epidural fat
    FORAMEN = 5


class PatientKind(StrEnum):
    """Where a patient came from."""

    SYNTHETIC = "synthetic"
    CT = "ct"
    RADIOGRAPH = "radiograph"


@dataclass(frozen=True, slots=True, eq=False)
class BasisVolume:
    """How much of one basis material each voxel holds.

    counts : uint8, shape (nk, nj, ni), read-only; density = counts * `g_cm3_per_count`.
    """

    basis: Basis
    grid: VoxelGrid
    counts: ByteVolume
    g_cm3_per_count: float

    def __post_init__(self) -> None:
        if self.counts.dtype != np.uint8 or self.counts.shape != self.grid.shape_kji:
            raise ValueError("counts must be uint8 of the grid's shape")
        if not self.g_cm3_per_count > 0.0:
            raise ValueError("g_cm3_per_count must be positive")
        self.counts.setflags(write=False)


@dataclass(frozen=True, slots=True, eq=False)
class LabelVolume:
    """The tissue of each voxel: uint8 of `Tissue` values, shape (nk, nj, ni), read-only."""

    grid: VoxelGrid
    tissues: ByteVolume

    def __post_init__(self) -> None:
        if self.tissues.dtype != np.uint8 or self.tissues.shape != self.grid.shape_kji:
            raise ValueError("tissues must be uint8 of the grid's shape")
        self.tissues.setflags(write=False)


@dataclass(frozen=True, slots=True, eq=False)
class Nerve:
    """A medial branch's centreline.

    name : e.g. "T6-mb"; level : the process it crosses, e.g. "T7"; convention : the id of the cited
    course it follows; points_world_mm : shape (n, 3), proximal to distal.
    """

    name: str
    level: str
    side: Side
    convention: str
    points_world_mm: FloatArray


class StrandKind(StrEnum):
    """What runs beside the target and must not be hit or heated."""

    NERVE_ROOT = "nerve-root"  # with its ganglion, through the foramen
    VENTRAL_RAMUS = "ventral-ramus"  # going on as intercostal, subcostal or plexus nerve
    ARTERY = "intercostal-artery"  # posterior intercostal, subcostal or lumbar
    VEIN = "intercostal-vein"
    SPINAL_ARTERY = "spinal-artery"  # the segmental artery's spinal branch, into the foramen


@dataclass(frozen=True, slots=True, eq=False)
class Strand:
    """A nerve or vessel near the targets: a tube round a polyline.

    name : e.g. "T6-ventral-ramus"; level : the vertebra under whose pedicle it belongs, e.g. "T6";
    points_world_mm : shape (n, 3), from the mid-line outward.
    """

    name: str
    kind: StrandKind
    side: Side
    level: str
    radius_mm: float
    points_world_mm: FloatArray

    def __post_init__(self) -> None:
        if not self.radius_mm > 0.0:
            raise ValueError("radius_mm must be positive")
        if self.points_world_mm.ndim != 2 or self.points_world_mm.shape[1] != 3:
            raise ValueError("points_world_mm must have the shape (n, 3)")


@dataclass(frozen=True, slots=True, eq=False)
class RadiographView:
    """One stored projection picture.

    name : as scenarios call it ("AP", "LAT"); grey : uint16, shape (rows, cols), read-only, linear
    in the stored pixel value, *dense is dark*; view : its geometry in the world.
    oblique_deg, tilt_deg : the pose it was taken with, as shown in the picture's corner.
    """

    name: str
    grey: NDArray[np.uint16]
    view: PinholeView
    oblique_deg: float
    tilt_deg: float

    def __post_init__(self) -> None:
        if self.grey.dtype != np.uint16 or self.grey.shape != self.view.size_px[::-1]:
            raise ValueError("grey must be uint16 of the view's size")
        self.grey.setflags(write=False)


@dataclass(frozen=True, slots=True, eq=False)
class Patient:
    """Everything a machine, a needle and a score may know about one patient.

    landmarks : name to world mm, e.g. "T7.left.tp_corner", "T7.body_centre".
    notes : what the import found and changed, for people; never identifiers.
    strands : what runs beside the medial branches; () where it is not known.
    proposed : landmarks that the program placed and nobody has confirmed, with how far each may be
    off in mm (a design estimate). Not part of the content hash: confirming moves no point.
    """

    kind: PatientKind
    volumes: tuple[BasisVolume, ...] = ()
    labels: LabelVolume | None = None
    nerves: tuple[Nerve, ...] = ()
    landmarks: Mapping[str, tuple[float, float, float]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    radiographs: tuple[RadiographView, ...] = ()
    notes: tuple[str, ...] = ()
    strands: tuple[Strand, ...] = ()
    proposed: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    _hashed: list[str] = field(default_factory=list, init=False, repr=False)

    def __post_init__(self) -> None:
        if unknown := set(self.proposed) - set(self.landmarks):
            raise ValueError(f"proposed landmarks that are not there: {sorted(unknown)[:3]}")
        if self.kind is PatientKind.RADIOGRAPH:
            if not self.radiographs:
                raise ValueError("a radiograph patient needs at least one picture")
        elif not self.volumes or self.labels is None:
            raise ValueError("a volumetric patient needs basis volumes and labels")

    @property
    def sha256(self) -> str:
        """Content hash: the same patient has the same hash on every machine. Computed once."""
        if not self._hashed:  # all it covers is read-only
            self._hashed.append(self._content_sha256())
        return self._hashed[0]

    def _content_sha256(self) -> str:
        digest = hashlib.sha256()

        def text(value: object) -> None:
            digest.update(json.dumps(value, sort_keys=True).encode())

        text([self.kind, sorted(self.landmarks.items())])
        for volume in self.volumes:
            text([volume.basis, volume.g_cm3_per_count, *_placed(volume.grid)])
            digest.update(np.ascontiguousarray(volume.counts).data)
        if self.labels is not None:
            text(_placed(self.labels.grid))
            digest.update(np.ascontiguousarray(self.labels.tissues).data)
        for nerve in self.nerves:
            text([nerve.name, nerve.level, nerve.side, nerve.convention])
            text(np.asarray(nerve.points_world_mm).round(6).tolist())
        for strand in self.strands:
            text(["strand", strand.name, strand.kind, strand.side, strand.level, strand.radius_mm])
            text(np.asarray(strand.points_world_mm).round(6).tolist())
        for picture in self.radiographs:
            text([picture.name, picture.view.detector_from_world.round(9).tolist()])
            text([picture.view.size_px, picture.oblique_deg, picture.tilt_deg])
            digest.update(np.ascontiguousarray(picture.grey).data)
        return digest.hexdigest()


def _placed(grid: VoxelGrid) -> list[object]:
    return [grid.world_from_index.tolist(), grid.shape_kji]
