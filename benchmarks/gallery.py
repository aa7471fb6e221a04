"""Write pictures to compare: synthetic people, and, where test images are, a real CT beside them.

Run: uv run python -m benchmarks.gallery --out DIR [--people NAME ...] [--size N]
One sheet a person: rows T3, T7, T11; columns AP, oblique, lateral, AP and oblique with the level's
end plates square. Only the synthetic half may be committed (docs/physics/); pictures of real people
stay outside.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.patient import Patient
from trainer.anatomy.synthetic.person import Person, Sex
from trainer.anatomy.synthetic.thorax import synthetic_thorax
from trainer.dicom.reader import LimitedImageReader
from trainer.geometry.carm import CArmPose
from trainer.imaging.brightness import DoseMode, technique_for
from trainer.imaging.exposure import anatomy_paths, expose
from trainer.imaging.png import encode_png
from trainer.imaging.projector import Projector
from trainer.imaging.slab_projector import SlabProjector
from trainer.imaging.thickness import water_equivalent_g_cm2

LEVELS = ("T3", "T7", "T11")
VIEWS = {"ap": 0.0, "oblique20": 20.0, "lateral": 90.0}
LATERAL_DEG = 60.0  # beyond this a view is a lateral: not tilted, nearer the bodies
BEHIND_MM, BEHIND_LATERAL_MM = 12.0, 8.0  # isocentre behind the body's centre (anatomy.md 1)
PEOPLE: Mapping[str, Person] = {
    "default": Person(seed=7),
    "young-man": Person(seed=21, sex=Sex.MALE, age_years=26.0, height_cm=184.0, bmi=23.0),
    "old-woman": Person(
        seed=22, age_years=79.0, height_cm=156.0, bmi=22.0, kyphosis_deg=58.0, bone_density=0.6,
        osteophytes=0.6, wedge_level="T7", wedge_percent=30.0,
    ),
    "heavy-man": Person(seed=23, sex=Sex.MALE, age_years=55.0, height_cm=178.0, bmi=38.0),
    "scoliosis": Person(seed=24, age_years=38.0, height_cm=170.0, bmi=20.0, scoliosis_deg=25.0),
    "old-man": Person(
        seed=25, sex=Sex.MALE, age_years=70.0, height_cm=172.0, bmi=28.0, osteophytes=0.9
    ),
}  # fmt: skip
# Body centres of the shared chest CT from its label map, and its square tilts (anatomy.md 1).
REAL = {
    "T3": ((-1.0, 118.6, -59.6), 38.0),
    "T7": ((0.6, 88.2, -141.8), 3.0),
    "T11": ((3.5, 110.5, -236.3), -19.0),
}
Station = tuple[tuple[float, float, float], float]  # centre of a body, its square tilt


@dataclass(frozen=True)
class Sitter:
    """Whom to picture, and where."""

    name: str
    patient: Callable[[], Patient]
    stations: Callable[[Patient], Mapping[str, Station]]


def stations_of(patient: Patient) -> Mapping[str, Station]:
    """Body centre and square tilt of each level, from the landmarks of a patient."""
    return {
        level: (patient.landmarks[f"{level}.body_centre"], _tilt(patient, level))
        for level in LEVELS
    }


def _tilt(patient: Patient, level: str) -> float:
    """The beam that runs in the mid-plane of the end plates."""
    upper, lower = (
        np.array(patient.landmarks[f"{level}.{end}_plate_centre"]) for end in ("upper", "lower")
    )
    up = upper - lower
    return float(np.degrees(np.arctan2(-up[1], up[2])))


def sitters(data: Path, wanted: list[str]) -> Iterator[Sitter]:
    """The synthetic people, and the CT where it is."""
    for name in wanted:
        yield Sitter(name, partial(synthetic_thorax, PEOPLE[name]), stations_of)
    if (data / "ct-lidc0001").is_dir():
        scan = LimitedImageReader().read_ct(data / "ct-lidc0001")
        yield Sitter("real", lambda: patient_from_ct(scan), lambda _patient: REAL)


def sheet_of(sitter: Sitter, projector: Projector, size_px: int) -> NDArray[np.uint8]:
    """All views of one sitter, levels down and directions across."""
    patient = sitter.patient()
    rows = [
        np.hstack([_picture(patient, station, deg, projector, size_px) for deg in VIEWS.values()])
        for station in sitter.stations(patient).values()
    ]
    return np.vstack(rows)


def _picture(
    patient: Patient, station: Station, oblique_deg: float, projector: Projector, size_px: int
) -> NDArray[np.uint8]:
    """One spot picture with automatic brightness."""
    (x, y, z), tilt_deg = station
    lateral = oblique_deg > LATERAL_DEG
    behind = BEHIND_LATERAL_MM if lateral else BEHIND_MM
    pose = CArmPose(oblique_deg, 0.0, (x, y + behind, z), matrix_px=size_px)
    pose = pose if lateral else replace(pose, tilt_deg=tilt_deg)
    water = water_equivalent_g_cm2(patient, pose.view)
    technique = technique_for(water, DoseMode.SPOT)
    paths = anatomy_paths(patient, pose.view, technique.kvp, projector)
    return expose(paths, seed=1, exposure=1, technique=technique).display


def main() -> None:
    """Write every sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--people", nargs="*", choices=PEOPLE, default=list(PEOPLE))
    parser.add_argument("--size", type=int, default=512)
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    default = Path(__file__).resolve().parents[2] / "shared" / "data"
    data = Path(os.environ.get("RHIZOTOMY_TEST_DATA", default))
    for sitter in sitters(data, wanted.people):
        path = wanted.out / f"{sitter.name}.png"
        path.write_bytes(encode_png(sheet_of(sitter, SlabProjector(), wanted.size)))
        print(path.name)


if __name__ == "__main__":
    main()
