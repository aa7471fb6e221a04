"""plastimatch's drr on the block: the Debian package's program, see `bench_projectors`.

The AP view only: the source below the table at -y, the receptor above. Its own report of the time
it spends on tracing is taken, so reading and writing files costs it nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np

from trainer.anatomy.patient import BasisVolume

PROGRAM = "plastimatch"
SOD_MM, SID_MM, FIELD_MM = 700.0, 1100.0, 400.0
HEADER = """ObjectType = Image
NDims = 3
BinaryData = True
BinaryDataByteOrderMSB = False
TransformMatrix = 1 0 0 0 1 0 0 0 1
Offset = {offset}
ElementSpacing = {spacing}
DimSize = {size}
ElementType = MET_FLOAT
ElementDataFile = LOCAL
"""


def installed() -> bool:
    """Whether the program is there."""
    return shutil.which(PROGRAM) is not None


def stored(volume: BasisVolume, folder: Path) -> Path:
    """A basis volume as MetaImage; densities in g/cm3."""
    origin = volume.grid.world_from_index[:3, 3]
    header = HEADER.format(
        offset=" ".join(str(mm) for mm in origin),
        spacing=" ".join(str(mm) for mm in volume.grid.spacing_mm),
        size=" ".join(str(n) for n in volume.counts.shape[::-1]),
    )
    path = folder / f"{volume.basis.name.lower()}.mha"
    density = volume.counts.astype(np.float32) * np.float32(volume.g_cm3_per_count)
    path.write_bytes(header.encode() + density.tobytes())
    return path


def drawn(image: Path, size_px: int, algorithm: str) -> tuple[float, np.ndarray]:
    """Milliseconds of tracing and the line integral of one volume, g/cm2, (rows, columns)."""
    prefix = image.with_suffix("")
    options = {
        "--algorithm": algorithm,
        "--threading": "cpu",
        "--dim": f"{size_px} {size_px}",
        "--detector-size": f"{FIELD_MM} {FIELD_MM}",
        "--hu-conversion": "none",
        "--sad": str(SOD_MM),
        "--sid": str(SID_MM),
        "--nrm": "0 -1 0",
        "--vup": "0 0 1",
        "--output-format": "pfm",
        "--output": str(prefix),
    }
    words = [word for option in options.items() for word in option]
    environment = os.environ | {"OMP_NUM_THREADS": "2"}
    done = subprocess.run(
        [PROGRAM, "drr", *words, str(image)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return _reported_ms(done.stdout), _pfm(next(image.parent.glob(f"{prefix.name}*.pfm")))


def _reported_ms(text: str) -> float:
    """What it says it needed for the picture, without files."""
    found = re.search(r"Total time:\s*([0-9.eE+-]+)", text)
    files = re.search(r"I/O time:\s*([0-9.eE+-]+)", text)
    if found is None:
        raise ValueError(f"plastimatch reported no time: {text[-400:]}")
    return 1000.0 * (float(found[1]) - (float(files[1]) if files else 0.0))


def _pfm(path: Path) -> np.ndarray:
    """A portable float map; columns turned round, which run toward +x there."""
    data = path.read_bytes()
    _kind, size, _scale, rest = data.split(b"\n", 3)
    columns, rows = (int(word) for word in size.split())
    return np.frombuffer(rest, np.float32, rows * columns).reshape(rows, columns)[:, ::-1]
