"""Calibrate shipped scenarios and write docs/calibration, its table of pages included.

Run: uv run python -m tools.make_calibration_pages [--trainees N] [--workers N] [SCENARIO ...]

Ten of each kind take about a minute of one processor core a scenario, once its patient is built.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tools.make_reference_runs import by_patient, shipped
from trainer.app.wiring import wired
from trainer.session.calibrating import Plan, calibrate
from trainer.session.calibration_facts import facts_of
from trainer.session.calibration_page import keep
from trainer.session.process_pool import ProcessPool

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "calibration"
INDEX = FOLDER / "README.md"
HEADING = "## Pages"
SHOWN = ("expert", "slow-but-safe", "image-happy", "trained", "novice", "timid", "lucky-reckless")


def main() -> None:
    """Do it for the named scenarios, or all; the table is made from all pages that are there."""
    parser = argparse.ArgumentParser(description="Write docs/calibration.")
    parser.add_argument("scenarios", nargs="*", default=shipped())
    parser.add_argument("--trainees", type=int, default=10)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    services = wired()
    for name in by_patient(services, args.scenarios):
        found = calibrate(services, name, Plan(args.trainees), ProcessPool(args.workers))
        facts = facts_of(found)
        keep(found, facts, FOLDER)
        wrong = [f"{one.says} ({one.found})" for one in facts.expectations if not one.holds]
        print(f"{name}: {'; '.join(wrong) or 'all as expected'}", flush=True)
        write_index()


def write_index() -> None:
    """The table of pages at the end of the folder's README."""
    text = INDEX.read_text(encoding="utf-8")
    before = text[: text.index(HEADING) + len(HEADING)]
    INDEX.write_text("\n".join((before, "", *_table(), "")), encoding="utf-8", newline="\n")


def _table() -> Iterator[str]:
    """One line a scenario; shares are of those that passed."""
    yield "Passed, of each kind; then the area of expert over novice, and what did not come."
    yield ""
    yield f"| scenario | rubric | n | {' | '.join(SHOWN)} | random | area | difficulty | not met |"
    yield "|---|---|---|" + "---|" * (len(SHOWN) + 4)
    for path in sorted(FOLDER.glob("*.json")):
        yield _line(json.loads(path.read_text(encoding="utf-8")))


def _line(page: Mapping[str, Any]) -> str:
    name = page["scenario"]["id"]
    passed = {one["kind"]: one["passed"]["hits"] for one in page["kinds"]}
    area = next((one["area"] for one in page["separation"] if one["better"] == "expert"), None)
    missed = "; ".join(one["says"] for one in page["expectations"] if not one["holds"])
    cells = (
        f"[{name}]({name}.md)",
        page["rubric"],
        page["trainees"],
        *(passed.get(kind, "-") for kind in (*SHOWN, "random")),
        "-" if area is None else f"{area:.3f}",
        "-" if page["difficulty"] is None else f"{page['difficulty']:.2f}",
        missed or "-",
    )
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


if __name__ == "__main__":
    main()
