"""What `patient.json` says: the schema, and the way between it and a `Patient`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from trainer.anatomy.levels import Side
from trainer.anatomy.patient import (
    Basis,
    BasisVolume,
    LabelVolume,
    Nerve,
    Patient,
    PatientKind,
    RadiographView,
    Strand,
    StrandKind,
)
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray, PinholeView

SCHEMA_VERSION = 3  # 2 added strands, 3 proposed landmarks; older ones are read as without
Three = tuple[float, float, float]
Four = tuple[float, float, float, float]
Count = Annotated[int, Field(ge=1, le=65535)]
Array = NDArray[np.uint8] | NDArray[np.uint16]
Arrays = Mapping[str, Array]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class ArrayPart(_Part):
    """One compressed array: file, hash of the file, what it unpacks to."""

    file: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]{0,63}$")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    dtype: Literal["|u1", "<u2"]
    shape: tuple[Count, ...] = Field(min_length=2, max_length=3)


class GridPart(_Part):
    """A voxel grid; its shape is its array's."""

    world_from_index: tuple[Four, Four, Four, Four]


class VolumePart(_Part):
    """A basis volume."""

    basis: Basis
    g_cm3_per_count: float
    grid: GridPart
    counts: ArrayPart


class LabelsPart(_Part):
    """The label volume."""

    grid: GridPart
    tissues: ArrayPart


class NervePart(_Part):
    """A nerve's course."""

    name: str
    level: str
    side: Side
    convention: str
    points_world_mm: tuple[Three, ...]


class StrandPart(_Part):
    """A nerve or vessel beside the targets."""

    name: str
    kind: StrandKind
    side: Side
    level: str
    radius_mm: float = Field(gt=0.0)
    points_world_mm: tuple[Three, ...]


class RadiographPart(_Part):
    """One picture and its geometry."""

    name: str
    oblique_deg: float
    tilt_deg: float
    source_world_mm: Three
    pixel00_world_mm: Three
    column_step_mm: Three
    row_step_mm: Three
    grey: ArrayPart


class PatientPart(_Part):
    """The whole document without its own hash."""

    format: Literal["rhizotomy-trainer-patient"] = "rhizotomy-trainer-patient"
    schema_version: Literal[1, 2, 3] = 3
    kind: PatientKind
    content_sha256: str
    volumes: tuple[VolumePart, ...] = Field(max_length=16)
    labels: LabelsPart | None
    nerves: tuple[NervePart, ...]
    landmarks: dict[str, Three]
    radiographs: tuple[RadiographPart, ...] = Field(max_length=64)
    notes: tuple[str, ...]
    strands: tuple[StrandPart, ...] = ()
    proposed: dict[str, Annotated[float, Field(ge=0.0)]] = Field(default_factory=dict)

    @property
    def arrays(self) -> tuple[ArrayPart, ...]:
        """Every array file that belongs to the folder."""
        labels = () if self.labels is None else (self.labels.tissues,)
        volumes = tuple(volume.counts for volume in self.volumes)
        return volumes + labels + tuple(picture.grey for picture in self.radiographs)


def arrays_of(patient: Patient) -> Arrays:
    """The patient's arrays by file name."""
    named: dict[str, Array] = {
        f"volume-{n}-{volume.basis}.zlib": volume.counts for n, volume in enumerate(patient.volumes)
    }
    if patient.labels is not None:
        named["labels.zlib"] = patient.labels.tissues
    return named | {
        f"radiograph-{n}.zlib": picture.grey.astype("<u2", copy=False)
        for n, picture in enumerate(patient.radiographs)
    }


def document_of(patient: Patient, sha256_of: Mapping[str, str]) -> PatientPart:
    """The document of a patient whose array files have these hashes."""
    parts = {
        name: ArrayPart(
            file=name,
            sha256=sha256_of[name],
            dtype="|u1" if array.dtype.itemsize == 1 else "<u2",
            shape=array.shape,
        )
        for name, array in arrays_of(patient).items()
    }
    ordered = list(parts.values())
    volumes = tuple(
        VolumePart(
            basis=volume.basis,
            g_cm3_per_count=volume.g_cm3_per_count,
            grid=_grid_part(volume.grid),
            counts=part,
        )
        for volume, part in zip(patient.volumes, ordered, strict=False)
    )
    labels = None
    if patient.labels is not None:
        grid = _grid_part(patient.labels.grid)
        labels = LabelsPart(grid=grid, tissues=parts["labels.zlib"])
    return PatientPart(
        kind=patient.kind,
        content_sha256=patient.sha256,
        volumes=volumes,
        labels=labels,
        nerves=tuple(_nerve_part(nerve) for nerve in patient.nerves),
        landmarks=dict(patient.landmarks),
        radiographs=tuple(
            _radiograph_part(picture, parts[f"radiograph-{n}.zlib"])
            for n, picture in enumerate(patient.radiographs)
        ),
        notes=patient.notes,
        strands=tuple(_strand_part(strand) for strand in patient.strands),
        proposed=dict(patient.proposed),
    )


def _grid_part(grid: VoxelGrid) -> GridPart:
    a, b, c, d = (_four(row) for row in grid.world_from_index)
    return GridPart(world_from_index=(a, b, c, d))


def _four(row: FloatArray) -> Four:
    return float(row[0]), float(row[1]), float(row[2]), float(row[3])


def _three(point: FloatArray) -> Three:
    return float(point[0]), float(point[1]), float(point[2])


def _nerve_part(nerve: Nerve) -> NervePart:
    return NervePart(
        name=nerve.name,
        level=nerve.level,
        side=nerve.side,
        convention=nerve.convention,
        points_world_mm=tuple(_three(point) for point in nerve.points_world_mm),
    )


def _strand_part(strand: Strand) -> StrandPart:
    return StrandPart(
        name=strand.name,
        kind=strand.kind,
        side=strand.side,
        level=strand.level,
        radius_mm=strand.radius_mm,
        points_world_mm=tuple(_three(point) for point in strand.points_world_mm),
    )


def _radiograph_part(picture: RadiographView, grey: ArrayPart) -> RadiographPart:
    view = picture.view
    return RadiographPart(
        name=picture.name,
        oblique_deg=picture.oblique_deg,
        tilt_deg=picture.tilt_deg,
        source_world_mm=_three(view.source_world_mm),
        pixel00_world_mm=_three(view.pixel00_world_mm),
        column_step_mm=_three(view.column_step_mm),
        row_step_mm=_three(view.row_step_mm),
        grey=grey,
    )


def patient_of(part: PatientPart, arrays: Arrays) -> Patient:
    """The patient of a document and its unpacked arrays. Raises ValueError on contradictions."""
    volumes = tuple(
        BasisVolume(
            volume.basis,
            _grid(volume.grid, volume.counts),
            arrays[volume.counts.file].astype(np.uint8, copy=False),
            volume.g_cm3_per_count,
        )
        for volume in part.volumes
    )
    return Patient(
        part.kind,
        volumes,
        _labels(part.labels, arrays),
        tuple(_nerve(nerve) for nerve in part.nerves),
        MappingProxyType(dict(part.landmarks)),
        tuple(_radiograph(picture, arrays) for picture in part.radiographs),
        part.notes,
        tuple(_strand(strand) for strand in part.strands),
        MappingProxyType(dict(part.proposed)),
    )


def _labels(part: LabelsPart | None, arrays: Arrays) -> LabelVolume | None:
    if part is None:
        return None
    tissues = arrays[part.tissues.file].astype(np.uint8, copy=False)
    return LabelVolume(_grid(part.grid, part.tissues), tissues)


def _grid(part: GridPart, array: ArrayPart) -> VoxelGrid:
    if len(array.shape) != 3:
        raise ValueError(f"{array.file} should have three axes")
    nk, nj, ni = array.shape
    return VoxelGrid(np.array(part.world_from_index), (nk, nj, ni))


def _nerve(part: NervePart) -> Nerve:
    points = _polyline(part.points_world_mm)
    return Nerve(part.name, part.level, part.side, part.convention, points)


def _strand(part: StrandPart) -> Strand:
    points = _polyline(part.points_world_mm)
    return Strand(part.name, part.kind, part.side, part.level, part.radius_mm, points)


def _polyline(points: tuple[Three, ...]) -> FloatArray:
    polyline = np.array(points, dtype=np.float64).reshape(-1, 3)
    polyline.setflags(write=False)
    return polyline


def _radiograph(part: RadiographPart, arrays: Arrays) -> RadiographView:
    grey = arrays[part.grey.file].astype(np.uint16, copy=False)
    rows, columns = part.grey.shape
    view = PinholeView(
        np.array(part.source_world_mm),
        np.array(part.pixel00_world_mm),
        np.array(part.column_step_mm),
        np.array(part.row_step_mm),
        (columns, rows),
    )
    return RadiographView(part.name, grey, view, part.oblique_deg, part.tilt_deg)
