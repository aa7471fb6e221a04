"""Make the shipped radiographs and write their hashes and the target's pixels into the scenarios.

Run: uv run python -m tools.make_radiographs
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.thorax import synthetic_thorax
from trainer.dicom.xa import exposure_bytes
from trainer.geometry.carm import CArmPose
from trainer.imaging.exposure import anatomy_paths, expose
from trainer.imaging.slice_projector import SliceProjector
from trainer.storage.atomic import atomic_write_bytes

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "assets" / "images"
# Another person than the C-arm case's: the 46-year-old of place-t7-biplane.
PERSON = Person(seed=11, age_years=46.0)
TARGET = "T7.left.tp_corner"
# The T7 body centre is the world's origin, and so the radiographs' isocentre.
MACHINE = CArmPose(field_mm=220.0, matrix_px=768)
PICTURES = {
    "AP": ("thorax-ap.dcm", replace(MACHINE, oblique_deg=0.0), 75.0),
    "LAT": ("thorax-lat.dcm", replace(MACHINE, oblique_deg=90.0), 85.0),
}
PULSES = 12.0  # a spot film holds more quanta than a pulse (design value)
SCENARIOS = ("place-t7-biplane", "place-t7-single")


def main() -> None:
    """Render, write, and bring the scenarios up to date."""
    patient = synthetic_thorax(PERSON)
    IMAGES.mkdir(parents=True, exist_ok=True)
    target = np.array(patient.landmarks[TARGET])
    found: dict[str, tuple[str, str, np.ndarray]] = {}
    for name, (file, pose, kvp) in PICTURES.items():
        paths = anatomy_paths(patient, pose.view, kvp, SliceProjector())
        picture = expose(paths, seed=PERSON.seed, exposure=1, pulses=PULSES)
        facts = {
            "kvp": kvp,
            "pixel_intensity": "LOG",
            "pixel_sign": 1,
            "compress": "j2k",
            "instance": f"synthetic thorax {PERSON.seed} {name}",
        }
        atomic_write_bytes(IMAGES / file, exposure_bytes(picture.stored, pose, facts))
        digest = hashlib.sha256((IMAGES / file).read_bytes()).hexdigest()
        found[name] = (file, digest, pose.view.project(target))
        print(file, (IMAGES / file).stat().st_size, "bytes", digest[:16])
    for scenario in SCENARIOS:
        path = ROOT / "scenarios" / scenario / "scenario.yaml"
        text = path.read_text(encoding="utf-8")
        for name, (file, digest, (column, row)) in found.items():
            text = re.sub(
                rf'({re.escape(file)}\s+sha256: )"[0-9a-f]{{64}}"', rf'\1"{digest}"', text
            )
            text = re.sub(rf"(      {name}: )\[.*\]", rf"\g<1>[{column:.2f}, {row:.2f}]", text)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
