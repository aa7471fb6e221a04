"""The table of targets: wide enough, sourced, honest about memory; the ruler stands alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from trainer.anatomy.measure.anchors import anchors_of
from trainer.anatomy.measure.rows import rows_of, share_ok
from trainer.anatomy.measure.subject import Subject
from trainer.anatomy.measure.targets import TABLE, targets_of

IMPORT_ALL = """
import importlib, pkgutil, sys
import trainer.anatomy.measure as room
for found in pkgutil.iter_modules(room.__path__):
    importlib.import_module(f"{room.__name__}.{found.name}")
print([name for name in sys.modules if "synthetic" in name])
"""


def test_the_ruler_never_imports_the_generator_not_even_through_others() -> None:
    said = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "[]"


def test_at_least_150_rows_are_counted_each_once_with_a_source() -> None:
    targets = targets_of(Subject())
    keys = [target.key for target in targets]
    assert len(set(keys)) == len(keys) >= 150
    assert all(target.source and target.tag in ("S", "S2", "D", "M", "X") for target in targets)


def test_lengths_follow_stature_and_angles_do_not() -> None:
    short, tall = (
        {target.key: target for target in targets_of(Subject(stature_cm=stature))}
        for stature in (150.0, 180.0)
    )
    for key, target in short.items():
        if key.name == "pedicle height":
            assert tall[key].value == pytest.approx(target.value * 180.0 / 150.0)
        if key.name == "pedicle convergence":
            assert tall[key].value == target.value


def test_tolerances_are_the_house_s_rule_where_nobody_published_a_spread() -> None:
    by_key = {target.key: target for target in targets_of(Subject())}
    for target in by_key.values():
        if target.key.name == "spinous process length":
            assert target.tolerance == pytest.approx(max(1.0, 0.1 * target.value))
        if target.key.name == "pedicle convergence":
            assert target.tolerance == 5.0
        if (target.key.name, target.key.level) == ("spinous process slope", "T6"):
            assert target.tolerance == 9.3  # Kaur's SD


def test_cells_from_memory_say_so_and_those_quoted_elsewhere_do_not() -> None:
    tags = {(t.key.name, t.key.level): t.tag for t in targets_of(Subject())}
    assert tags["canal width", "T7"] == "M"
    assert tags["canal width", "T12"] == "S2"


def test_a_perfect_patient_passes_and_an_empty_one_fails_every_row() -> None:
    subject = Subject()
    perfect = {target.key: target.value for target in targets_of(subject)}
    assert share_ok(rows_of(perfect, subject)) == 1.0
    assert share_ok(rows_of({}, subject)) == 0.0
    off = {target.key: target.value + target.tolerance + 0.01 for target in targets_of(subject)}
    assert share_ok(rows_of(off, subject)) == 0.0


def test_anchors_are_shown_but_never_counted() -> None:
    rows = rows_of({}, Subject())
    assert sum(row.anchor for row in rows) == len(anchors_of(Subject())) > 30
    assert all(row.document()["value"] is None for row in rows)


def test_the_table_grows_downward_as_the_paper_says() -> None:
    growth = {n: TABLE["T12"][n] / TABLE["T1"][n] - 1.0 for n in (1, 4)}  # EPWu, EPDl
    assert all(0.55 <= part <= 0.73 for part in growth.values())
