"""Build and measure many people; write how they compare with what is published.

Run: uv run python -m benchmarks.phantom_table --seeds 50 [--first 0] [--workers 2] [--keep DIR]
Writes docs/anatomy/phantom.md. Every seed is the default person but for chance; every second one is
a man of 176 cm, so that both columns of the sexed targets are looked at. With --keep, what was
measured stays in DIR by build and seed, and a run cut short goes on where it stopped.
"""

from __future__ import annotations

import argparse
import math
import pickle
import statistics
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from trainer.anatomy.measure.readings import read
from trainer.anatomy.measure.rows import Row, rows_of, share_ok
from trainer.anatomy.patient import Patient
from trainer.anatomy.synthetic.person import GENERATOR_VERSION, Person, Sex
from trainer.anatomy.synthetic.thorax import synthetic_thorax
from trainer.session.phantom import subject_of
from trainer.storage.build import build_sha256

PAGE = Path(__file__).resolve().parents[1] / "docs" / "anatomy" / "phantom.md"
MAN_CM = 176.0


@dataclass(frozen=True)
class Seen:
    """One person's rows."""

    seed: int
    share: float
    rows: tuple[Row, ...]


def person_of(seed: int) -> Person:
    """Women at even seeds, men at odd ones."""
    return Person(seed=seed, sex=Sex.MALE, height_cm=MAN_CM) if seed % 2 else Person(seed=seed)


def look_at(seed: int) -> Seen:
    """Build, measure, forget the voxels."""
    person = person_of(seed)
    return measured(person, synthetic_thorax(person))


def measured(person: Person, patient: Patient) -> Seen:
    """A finished patient's rows."""
    rows = rows_of(read(patient), subject_of(person))
    return Seen(person.seed, share_ok(rows), rows)


def looked_at(seed: int, keep: Path | None) -> Seen:
    """As `look_at`, or what was kept of it; only a whole file ever gets its name."""
    if keep is None:
        return look_at(seed)
    path = keep / f"seed{seed}.pickle"
    if path.exists():
        kept: Seen = pickle.loads(path.read_bytes())  # noqa: S301 - this program wrote it
        return kept
    one = look_at(seed)
    draft = path.with_suffix(".part")
    draft.write_bytes(pickle.dumps(one))
    draft.replace(path)
    return one


def page_of(people: list[Seen]) -> str:
    """The whole page."""
    counted = [row for one in people for row in one.rows if not row.anchor]
    apart = [row for one in people for row in one.rows if row.anchor]
    memory = sum(row.target.tag == "M" for row in counted) / len(counted)
    worst = min(people, key=lambda one: one.share)
    parts = [
        "# The synthetic thorax, measured",
        "Written by `python -m benchmarks.phantom_table`; do not edit. Measured on the finished "
        "voxels by `trainer/anatomy/measure`, which imports nothing of the generator and is held "
        "by phantoms of known numbers (`tests/anatomy/measure`).",
        f"{len(people)} people, seeds {people[0].seed} to {people[-1].seed}: default women of "
        f"168 cm at even seeds, men of {MAN_CM:g} cm at odd ones; generator version "
        f"{GENERATOR_VERSION}. **{share_ok(counted):.1%} of {len(counted)} rows in tolerance** "
        f"(least: {worst.share:.1%}, seed {worst.seed}).",
        f"Tags: S read at the source, S2 quoted by a later text, D computed from those, **M from "
        f"memory, to be verified** ({memory:.0%} of the rows), X design value. Tolerance: the "
        "published SD or half range where there is one (never below the ruler's 0.5 mm or 2 "
        "degrees), else max(1 mm, 10 %), 5 degrees. Skeletal lengths scale with stature / 168 cm, "
        "the table's mean; no further factor for sex. Value minus target is shown so that people "
        "of different stature stand in one column.",
        "## By group",
        "\n".join(_groups(counted)),
        "## Every measurement",
        "\n".join(_table(counted)),
        "## Other populations, reported apart and not counted",
        "Anchors of clinical.md 1.2, 1.3, 1.5 and 1.6: other people, other instruments, at times "
        "other definitions; lengths are as published, unscaled.",
        "\n".join(_table(apart)),
    ]
    return "\n\n".join(parts) + "\n"


def _groups(rows: Iterable[Row]) -> list[str]:
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_name[row.target.key.name].append(row)
    lines = ["| measurement | rows | in tolerance | not found |", "|---|---|---|---|"]
    for name, group in sorted(by_name.items()):
        good = sum(row.ok for row in group) / len(group)
        lost = sum(math.isnan(row.value) for row in group)
        lines.append(f"| {name} | {len(group)} | {good:.0%} | {lost or ''} |")
    return lines


def _table(rows: Iterable[Row]) -> list[str]:
    kept: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        kept[row.target.key.name, row.target.key.level, row.target.source].append(row)
    lines = [
        "| measurement | level | median | min | max | target | tolerance | off by | in tolerance "
        "| tag | source |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    return lines + [_line(*key, group) for key, group in kept.items()]


def _line(name: str, level: str, source: str, group: list[Row]) -> str:
    target = group[0].target
    values = [row.value for row in group if math.isfinite(row.value)]
    if not values:
        return f"| {name} | {level} | not found |||||||{target.tag} | {source} |"
    off = statistics.median(row.value - row.target.value for row in group if row.value == row.value)
    aims = sorted({round(row.target.value, 1) for row in group})
    aim = f"{aims[0]:g}" if len(aims) == 1 else f"{aims[0]:g}-{aims[-1]:g}"
    spread = max(row.target.tolerance for row in group)
    good = sum(row.ok for row in group) / len(group)
    tag = f"**{target.tag}**" if target.tag == "M" else target.tag
    return (
        f"| {name} | {level} | {statistics.median(values):.1f} | {min(values):.1f} | "
        f"{max(values):.1f} | {aim} {target.unit} | {spread:.1f} | {off:+.1f} | {good:.0%} | "
        f"{tag} | {source} |"
    )


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=50, help="how many people")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=Path, default=PAGE)
    parser.add_argument("--keep", type=Path, help="a folder of your own to go on from")
    asked = parser.parse_args()
    keep = None if asked.keep is None else asked.keep / build_sha256("anatomy")[:16]
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
    people: list[Seen] = []
    seeds = range(asked.first, asked.first + asked.seeds)
    with ProcessPoolExecutor(asked.workers) as pool:
        for one in pool.map(partial(looked_at, keep=keep), seeds):
            people.append(one)
            print(f"seed {one.seed}: {one.share:.1%}", flush=True)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(page_of(people), encoding="utf-8")
    print(f"{asked.out}: {share_ok(row for one in people for row in one.rows):.1%}")


if __name__ == "__main__":
    main()
