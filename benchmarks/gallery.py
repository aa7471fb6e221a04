"""Write pictures to compare: the shipped patient, and, where test images are, a real CT beside it.

Run: uv run python -m benchmarks.gallery --out DIR
Only the synthetic half may be committed (docs/physics/); pictures of real people stay outside.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.patient import Patient
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.thorax import synthetic_thorax
from trainer.dicom.reader import LimitedImageReader
from trainer.geometry.carm import CArmPose
from trainer.imaging.brightness import DoseMode, technique_for
from trainer.imaging.exposure import anatomy_paths, expose
from trainer.imaging.png import encode_png
from trainer.imaging.slice_projector import SliceProjector
from trainer.imaging.thickness import water_equivalent_g_cm2

SIZE_PX = 768
# Angles of anatomy.md 10; the tilt squares T7 of that CT.
VIEWS = {"ap": (0.0, 3.0), "oblique20": (20.0, 3.0), "lateral": (90.0, 0.0)}
SYNTHETIC_TILT_DEG = 0.0
# T7 body centre of the shared chest CT, from its label map, and 12 mm behind it (anatomy.md 1).
REAL_T7_MM = (0.6, 88.2, -141.8)


@dataclass(frozen=True)
class Sitter:
    """Whom to picture, and where."""

    name: str
    patient: Patient
    isocentre_mm: tuple[float, float, float]
    tilted: bool


def sitters(data: Path) -> list[Sitter]:
    """The shipped patient, and the CT where it is."""
    found = [Sitter("synthetic", synthetic_thorax(Person(seed=7)), (0.0, 12.0, 0.0), False)]
    if (data / "ct-lidc0001").is_dir():
        scan = LimitedImageReader().read_ct(data / "ct-lidc0001")
        found.append(Sitter("real", patient_from_ct(scan), REAL_T7_MM, True))
    return found


def picture_of(sitter: Sitter, view: str) -> NDArray[np.uint8]:
    """One spot picture with automatic brightness."""
    oblique_deg, tilt_deg = VIEWS[view]
    pose = CArmPose(
        oblique_deg,
        tilt_deg if sitter.tilted else SYNTHETIC_TILT_DEG,
        sitter.isocentre_mm,
        matrix_px=SIZE_PX,
    )
    water = water_equivalent_g_cm2(sitter.patient, pose.view)
    technique = technique_for(water, DoseMode.SPOT)
    paths = anatomy_paths(sitter.patient, pose.view, technique.kvp, SliceProjector())
    print(f"{sitter.name:10} {view:10} {water:5.1f} g/cm2  {technique.kvp:5.1f} kV")
    return expose(paths, seed=1, exposure=1, technique=technique).display


def main() -> None:
    """Write every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    default = Path(__file__).resolve().parents[2] / "shared" / "data"
    for sitter in sitters(Path(os.environ.get("RHIZOTOMY_TEST_DATA", default))):
        for view in VIEWS:
            path = out / f"{sitter.name}-T7-{view}.png"
            path.write_bytes(encode_png(picture_of(sitter, view)))


if __name__ == "__main__":
    main()
