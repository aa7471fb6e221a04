"""Write docs/library.md and its thumbnails: ``python -m tools.make_library_reference``.

--page writes the text only. A thumbnail is the scenario's first picture, 160 px, 16 greys.
"""

from __future__ import annotations

import argparse
import functools
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.app.wiring import wired
from trainer.scenario.curriculum import Course
from trainer.scenario.difficulty import MOST, difficulty_of
from trainer.scenario.patient import SyntheticPatient
from trainer.scenario.reading import read_scenario
from trainer.scenario.scenario import Scenario
from trainer.scenario.tables import curriculum, drills
from trainer.session.fluoroscope import Fluoroscope
from trainer.session.services import Services
from trainer.session.viewing import ViewRequest, standpoint
from trainer.storage.atomic import atomic_write_bytes

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "library.md"
PICTURES = ROOT / "docs" / "pictures" / "library"
EDGE_PX, FINER, GREYS = 160, 4, 16
MOST_BYTES = 10_000

HEAD = """# The library

<!-- Written by `python -m tools.make_library_reference`; change scenarios/ instead. -->

{count} scenarios ship with the program, in {courses} courses; their stories were written for it and
their people are invented. **For training; no clinician has reviewed them; not for planning real
treatment.** Titles are those of practice; an exam shows its neutral ones. Difficulty, 1 to {most},
follows a rule ([difficulty.py](../trainer/scenario/difficulty.py)): the procedure, and one more for
all that hides or misleads. The order is that of Home. A course asks for courses and drills to come
before it; that is advice, nothing is locked. The scripted expert passes each scenario
([players.md](players.md)); how to write one of your own stands in [authoring.md](authoring.md).
"""


def main() -> None:
    """Write page and pictures, or the page alone."""
    parser = argparse.ArgumentParser(description="Write docs/library.md and its thumbnails.")
    parser.add_argument("--page", action="store_true", help="the text only")
    if not parser.parse_args().page:
        _draw(wired())
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


@functools.cache
def shipped() -> dict[str, Scenario]:
    """All shipped scenarios by id, in the order of Home."""
    files = (ROOT / "scenarios").glob("*/scenario.yaml")
    found = [read_scenario(file.read_bytes(), file.parent.name) for file in files]
    return {one.id: one for one in sorted(found, key=lambda one: (one.order, one.id))}


def page() -> str:
    """The whole page."""
    known = shipped()
    courses = curriculum()
    head = HEAD.format(count=len(known), courses=len(courses), most=MOST)
    parts = [head, *_patients(known)]
    for course in courses:
        parts += _course(course, known)
    return "\n".join(parts)


def _patients(known: dict[str, Scenario]) -> Iterator[str]:
    """Who lies on the table, and in which scenarios: a patient is built once and kept."""
    who: dict[str, list[str]] = {}
    for scenario in known.values():
        who.setdefault(_patient(scenario), []).append(scenario.id)
    yield from ("## Patients", "", "| patient | scenarios |", "|---|---|")
    for patient, names in who.items():
        yield f"| {patient} | {', '.join(f'`{name}`' for name in names)} |"
    yield ""


def _course(course: Course, known: dict[str, Scenario]) -> Iterator[str]:
    titles = {one.id: one.title for one in curriculum()}
    after = [titles[one] for one in course.after]
    after += [f"{name.upper()} {drills()[name].title}" for name in course.drills]
    yield from (f"## {course.title}", "", course.text, "")
    if after:
        yield from (f"First: {'; '.join(after)}.", "")
    yield "| | id · title | joint | side | procedure | difficulty | point | patient |"
    yield "|---|---|---|---|---|---|---|---|"
    for name in course.scenarios:
        yield _row(known[name])
    yield ""


def _row(scenario: Scenario) -> str:
    joints = ", ".join(dict.fromkeys(target.joint for target in scenario.targets))
    cells = (
        f"![](pictures/library/{scenario.id}.png)",
        f"`{scenario.id}` · {scenario.title}",
        joints,
        ", ".join(str(side) for side in scenario.sides),
        str(scenario.procedure),
        str(difficulty_of(scenario)),
        scenario.summary,
        _patient(scenario),
    )
    return f"| {' | '.join(cells)} |"


def _patient(scenario: Scenario) -> str:
    """Seed, sex, age and what is not usual; "films" for radiographs."""
    who = scenario.patient
    if not isinstance(who, SyntheticPatient):
        return "films"
    said = [f"seed {who.seed}, {who.sex} {who.age_years:g}, BMI {who.bmi:g}"]
    if who.scoliosis_deg:
        said.append(f"scoliosis {who.scoliosis_deg:g}°")
    if who.rib_pairs != 12:
        said.append(f"{who.rib_pairs} pairs of ribs")
    if who.bone_density != 1.0:
        said.append(f"bone density {who.bone_density:g}")
    if who.wedge_level:
        said.append(f"wedge of {who.wedge_level}")
    return ", ".join(said)


def _draw(services: Services) -> None:
    """First pictures, patient after patient."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    known = shipped()
    for name in sorted(known, key=lambda one: (_patient(known[one]), one)):
        data = grey_png(thumbnail(services, name))
        if len(data) > MOST_BYTES:
            raise SystemExit(f"{name}: its thumbnail has {len(data):,} bytes")
        atomic_write_bytes(PICTURES / f"{name}.png", data)
        print(f"{name}: {len(data):,} bytes", flush=True)


def thumbnail(services: Services, name: str) -> NDArray[np.uint8]:
    """A scenario's first picture, about EDGE_PX square, 0..GREYS-1."""
    at = standpoint(services, ViewRequest(name, size_px=EDGE_PX * FINER))
    picture = Fluoroscope(at.scenario, at.patient, 0).still(at.view, at.picture).display
    rows, columns = (part // FINER for part in picture.shape)
    fine = picture[: rows * FINER, : columns * FINER].astype(np.float64)
    means = fine.reshape(rows, FINER, columns, FINER).mean(axis=(1, 3))
    greys = np.clip(np.round(means / 255.0 * (GREYS - 1)), 0, GREYS - 1)
    return np.asarray(greys, dtype=np.uint8)


def grey_png(picture: NDArray[np.uint8]) -> bytes:
    """A PNG of 4 bits a pixel (PNG specification, grey type 0). picture : 0..15."""
    rows, columns = picture.shape
    even = np.pad(picture, ((0, 0), (0, columns % 2)))
    packed = (even[:, ::2] << 4 | even[:, 1::2]).astype(np.uint8)
    lines = b"".join(b"\0" + line.tobytes() for line in packed)
    header = struct.pack(">IIBBBBB", columns, rows, 4, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


if __name__ == "__main__":
    main()
