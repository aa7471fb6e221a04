"""Distances round targets, kept between starts beside the patients they were measured in.

One file a case: a line that says what it is, the SHA-256 of the rest, a line of JSON, the voxels.
What a needle meets hangs on every bit, so what is not as it was written is measured again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np

from trainer.anatomy.distance import DistanceBlock
from trainer.geometry.grid import VoxelGrid
from trainer.storage.kept_files import DISTANCES, LIMIT_BYTES, KeptFiles

MAGIC = b"rhizotomy-trainer distances 1\n"
HASH_BYTES = 32


class KeptBlockFolder:
    """Keeps blocks by key; a `trainer.session.patient_ports.KeptBlocks`.

    made_by : names the program that measures them; what another one measured is never read.
    """

    def __init__(
        self, folder: Path, made_by: Callable[[], str], limit_bytes: int = LIMIT_BYTES
    ) -> None:
        self._files = KeptFiles(folder, DISTANCES, made_by, limit_bytes)

    def load(self, key: str) -> Mapping[str, DistanceBlock] | None:
        """The blocks of a key; None where there are none, or none that are whole."""
        return self._files.load(key, _unpacked)

    def save(self, key: str, blocks: Mapping[str, DistanceBlock]) -> None:
        """Keep blocks where the disk allows."""
        self._files.save(key, _packed(blocks))


def _packed(blocks: Mapping[str, DistanceBlock]) -> bytes:
    said = [
        [name, block.grid.world_from_index.tolist(), list(block.grid.shape_kji)]
        for name, block in blocks.items()
    ]
    voxels = [np.ascontiguousarray(block.hundredths_mm, "<i2") for block in blocks.values()]
    rest = b"".join([json.dumps(said).encode(), b"\n", *(one.tobytes() for one in voxels)])
    return b"".join([MAGIC, hashlib.sha256(rest).digest(), rest])


def _unpacked(raw: bytes) -> Mapping[str, DistanceBlock]:
    """Raises ValueError for anything but a whole file."""
    begin = len(MAGIC) + HASH_BYTES
    rest = memoryview(raw)[begin:]
    if not raw.startswith(MAGIC) or hashlib.sha256(rest).digest() != raw[len(MAGIC) : begin]:
        raise ValueError("not as it was written")
    at = raw.index(b"\n", begin)
    blocks: dict[str, DistanceBlock] = {}
    start = at + 1
    for name, matrix, shape in json.loads(raw[begin:at]):
        count = int(np.prod(shape))
        voxels = np.frombuffer(raw, "<i2", count, start).reshape(shape)
        # Floats come back through JSON bit for bit.
        grid = VoxelGrid(np.array(matrix), (shape[0], shape[1], shape[2]))
        blocks[name] = DistanceBlock(grid, voxels.astype(np.int16))
        start += 2 * count
    if start != len(raw):
        raise ValueError("not as it was written")
    return MappingProxyType(blocks)
