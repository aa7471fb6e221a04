"""Write docs/physics/bench.md from one run: `python -m benchmarks.write_bench_page`."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "physics" / "bench.md"
HEAD = """# How long a picture takes

Written by `python -m benchmarks.write_bench_page`; do not edit. Medians of one run on {system},
{cpus} processors, Python {python}. Load average when it began: {load}, so other programs {shared}.
Where the machine is shared, half the processor time is the better guide to two free cores.

The block is an ellipsoid thorax of 256 x 256 x 300 voxels of 1.3 x 1.3 x 1.0 mm, SOD 700 mm, SID
1100 mm, receptor 400 mm. The patient is the first shipped scenario's, under the default machine.
All pictures are of two materials. A whole frame is projection, beam, receptor, needle, noise and
display; a needle moved is all but the first three, of a needle that is nowhere it was before.

"""

# Milliseconds of one material on the machine that the goals come from: two cores of x86-64, the
# same block, receptor and two threads (beside them a slab projector of two materials took 10.3).
# Here each peer draws two materials, one after the other: twice that work.
GOALS_MACHINE_MS = {"itk-rtk joseph": 164.0, "plastimatch exact": 503.0, "cv2 per slice": 66.0}


def page(document: dict[str, Any]) -> str:
    """The whole page."""
    machine = document["machine"]
    load = machine["load_at_start"]
    busy = bool(load) and load[0] > 0.5
    shared = "shared the processors" if busy else "hardly took part"
    text = HEAD.format(load=load[0] if load else "unknown", shared=shared, **machine)
    peers = document["peers"]
    return text + _pace(peers) + _frames(document["frames"]) + _peers(peers)


def _pace(rows: list[dict[str, Any]]) -> str:
    """How fast this machine is against the one the goals were set on, by peers we did not write."""
    found = {row["name"]: row["ms_median"] for row in rows if "ms_median" in row}
    here = {name: found[name] for name in GOALS_MACHINE_MS if name in found}
    if not here:
        return ""
    times = {name: ms / 2.0 / GOALS_MACHINE_MS[name] for name, ms in here.items()}
    times_here = statistics.median(times.values())
    lines = [
        "## This machine and the goals",
        "",
        "The goals were set on another machine. The same peers on the same block took:",
        "",
        "| peer, one material | ms there | ms here | times |",
        "|---|---|---|---|",
        *(
            f"| {name} | {GOALS_MACHINE_MS[name]:.0f} | {ms / 2.0:.0f} | {times[name]:.2f} |"
            for name, ms in here.items()
        ),
        "",
        f"So this machine, in this run, needs {times_here:.1f} times as long for work that is not",
        "ours. A goal in milliseconds may be judged by that; the column `of goal` leaves it out.",
    ]
    return "\n".join(lines) + "\n\n"


def _frames(rows: list[dict[str, Any]]) -> str:
    heads = (
        "picture",
        "volume",
        "view",
        "size",
        "ms",
        "processor ms",
        "goal ms",
        "of goal",
        "verdict",
    )
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    for row in rows:
        goal = " | | "
        if row.get("goal_ms"):
            verdict = "met" if row["of_goal"] <= 1.0 else "not met"
            goal = f"{row['goal_ms']:g} | {row['of_goal']:.2f} | {verdict}"
        lines.append(
            f"| {row['name']} | {row['volume']} | {row['view']} | {row['size']} | "
            f"{row['ms_median']:.1f} | {row['cpu_ms_median']:.1f} | {goal} |"
        )
    return "\n".join(lines) + "\n\n"


def _peers(rows: list[dict[str, Any]]) -> str:
    lines = [
        "## Against others",
        "",
        "The block, AP, 512 x 512, two materials, two threads, measured in turns in the same run.",
        "Errors: root mean square in percent of the peak, against a double-precision integral.",
        "",
        "| method | ms | times ours | picture % | bone alone % |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        if "absent" in row:
            continue
        errors = [f"{row[k]:.3f}" if k in row else "" for k in ("rms_percent", "bone_rms_percent")]
        times = f"{row['ms_median']:.1f} | {row['ratio']:.1f}"
        lines.append(f"| {row['name']} | {times} | {' | '.join(errors)} |")
    absent = dict.fromkeys(row["absent"] for row in rows if "absent" in row)
    for sentence in absent:
        lines += ["", sentence]
    lines += ["", "Graphics-card methods were not measured here."]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, or take the JSON document of an earlier `bench --json` run, and write the page."""
    if len(sys.argv) > 1:
        document = json.loads(Path(sys.argv[1]).read_text())
    else:
        command = [sys.executable, str(ROOT / "main.py"), "bench", "--json"]
        document = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(document), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
