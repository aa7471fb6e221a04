"""Figures that pages state in prose are those of the program."""

from __future__ import annotations

import re

import numpy as np
import pytest

from tools.docs_pages import ROOT, pages
from trainer import __version__
from trainer.anatomy.ct_contrast import BESIDE_SPINE_MM, DENSER_THAN_BONE_HU
from trainer.anatomy.ct_region import LEAST_MM
from trainer.anatomy.ct_size import MOST_VOXELS
from trainer.attempt.beam import LATCH_MS, QUANTUM_MS
from trainer.attempt.slip import SLIP_UM
from trainer.dicom.archive_words import MOST_BYTES, MOST_FILES
from trainer.exchange.lrs import WAIT_S
from trainer.geometry.calibration import (
    LEAST_OFF_PLANE_MM,
    MAX_ERROR_MM,
    MAX_RMS_MM,
    MAX_UNCERTAINTY_MM,
)
from trainer.needle.bending import hub_turned
from trainer.needle.breathing import GLIDE_UM, HOLD_MS, PERIOD_MS, RISE_UM
from trainer.needle.catalogue import NEEDLES
from trainer.needle.resistance import BONE_N_PER_MM, HAND_N, STICKS_BELOW_DEG
from trainer.needle.shaft import LINK_UM
from trainer.session.motion import SPAN_MS
from trainer.session.taken import MOVING_GAP_MS
from trainer.session.tracking import LOST_AFTER_S, MOST_RESIDUAL_MM, MOST_RMS_MM
from trainer.storage.journal import MOTION_WAIT_S
from trainer.storage.package_limits import MANIFEST_BYTES, PACKAGE_BYTES
from trainer.storage.patient_folder import LIMIT_DOCUMENT_BYTES
from trainer.storage.records.opening import CLOCK_LIMIT_S, FREE_BYTES
from trainer.storage.records.uploads import EVERY_S

NEEDLE, CT, FILMS = "docs/physics/needle.md", "docs/ct-patients.md", "docs/radiographs.md"
TRACKED, RECORDS = "docs/tracked-needle.md", "docs/records.md"
GIB, MIB = 1 << 30, 1 << 20

SAID = [
    ("README.md", f"(version {__version__}, 2026)"),
    ("docs/comparison.md", f"latch only for {LATCH_MS // 1000} s"),
    ("docs/guides/en/suite.md", f"drops after {LATCH_MS // 1000} s"),
    ("docs/decisions/0002-idle-time-is-silent.md", f"on the {QUANTUM_MS} ms quanta"),
    ("docs/decisions/0011-how-finely-follows-from-the-log.md", f"than {MOVING_GAP_MS} ms earlier"),
    ("docs/decisions/0012-a-movement-is-few-records.md", f"open for up to {SPAN_MS} ms"),
    (
        "docs/decisions/0012-a-movement-is-few-records.md",
        f"waits {MOTION_WAIT_S * 1000:.0f} ms for company",
    ),
    ("docs/trust.md", f"At most {SPAN_MS + MOTION_WAIT_S * 1000:.0f} ms of needle motion"),
    (CT, f"less than {LEAST_MM:.0f} mm of height"),
    (CT, f"Above {MOST_VOXELS // 1_000_000} million voxels"),
    (CT, f"within {BESIDE_SPINE_MM:.0f} mm of the canal"),
    (CT, f"exceeds {DENSER_THAN_BONE_HU} HU"),
    (FILMS, f"within {LEAST_OFF_PLANE_MM:.0f} mm (root mean square) of one plane"),
    (FILMS, f"{MAX_RMS_MM:.0f} mm root mean square or {MAX_ERROR_MM:.0f} mm for one"),
    (FILMS, f"by more than {MAX_UNCERTAINTY_MM} mm"),
    (FILMS, f"more than {MAX_ERROR_MM:.0f} mm apart is refused"),
    (TRACKED, f"above {MOST_RMS_MM} mm root mean square or {MOST_RESIDUAL_MM} mm at any point"),
    (TRACKED, f"after {LOST_AFTER_S} s without a pose"),
    (RECORDS, f"is looked at every {EVERY_S:.0f} s"),
    (RECORDS, f"a clock more than {CLOCK_LIMIT_S:.0f} s off"),
    (RECORDS, f"less than {FREE_BYTES // GIB} GB of free space"),
    ("docs/exchange.md", f"No answer in {WAIT_S:.0f} s"),
    ("docs/exchange.md", f"At most {MOST_FILES:,} files and {MOST_BYTES // GIB} GB"),
    ("docs/package-format.md", f"| the file | {PACKAGE_BYTES // GIB} GiB |"),
    ("docs/package-format.md", f"| manifest | {MANIFEST_BYTES // MIB} MiB |"),
    ("docs/patient-format.md", f"at most {LIMIT_DOCUMENT_BYTES // MIB} MiB"),
    (NEEDLE, f"a vertex every {LINK_UM // 1000} mm"),
    (NEEDLE, f"meets bone at {STICKS_BELOW_DEG:.0f} degrees"),
    (NEEDLE, f"bone {BONE_N_PER_MM:.0f} N/mm of the push it stopped, {HAND_N:.0f} N at most"),
    (NEEDLE, f"rises by {RISE_UM / 1000} mm and glides {GLIDE_UM / 1000} mm to the head"),
    (NEEDLE, f"a period of {PERIOD_MS / 1000} s"),
    (NEEDLE, f"for at most {HOLD_MS // 1000} s"),
    (NEEDLE, f"back by {SLIP_UM / 1000} mm"),
]


@pytest.mark.parametrize(("page", "words"), SAID)
def test_a_figure_in_prose_is_the_programs_own(page: str, words: str) -> None:
    assert words in " ".join((ROOT / page).read_text("utf-8").split())


@pytest.mark.parametrize("depth_mm", [10, 20, 35, 50])
def test_the_table_of_the_turned_hub_is_the_beams_own(depth_mm: int) -> None:
    straight = {model.gauge: model for model in NEEDLES.values() if not model.bent_mm}
    along_mm = np.append(np.arange(0.0, depth_mm, LINK_UM / 1000.0), depth_mm)
    reached = []
    for gauge in (25, 22, 20, 18, 16):
        bend = hub_turned(straight[gauge], depth_mm, 12.0)
        reached.append(bend.skin_mm + float((np.diff(along_mm) * bend.slopes_of(along_mm)).sum()))
    row = " | ".join(f"{mm:.1f}" for mm in reached)
    assert f"| {depth_mm} mm | {row} |" in (ROOT / NEEDLE).read_text("utf-8")


def test_the_readme_names_the_pythons_that_the_package_takes() -> None:
    wanted = (ROOT / "pyproject.toml").read_text("utf-8")
    found = re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"', wanted)
    assert found is not None
    said = f"Python 3.{found[1]} to 3.{int(found[2]) - 1}."
    assert said in (ROOT / "README.md").read_text("utf-8")


def test_every_page_that_says_measured_names_what_measures() -> None:
    silent = []
    for page in pages():
        for part in page.text.split("\n\n"):
            if re.search(r"\b[Mm]easured (?:by|on|with)\b.*\d", part) and "`" not in part:
                silent.append((page.name, part[:80]))
    assert silent == []
