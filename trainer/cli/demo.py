"""demo: a reference attempt without a display: frames, score, report, the .attempt file."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from trainer.cli.outcome import Outcome, Tell
from trainer.cli.scores import score_lines
from trainer.refusal import Refusal
from trainer.session import debriefing, playing
from trainer.session.projectors import FAST
from trainer.session.reference_run import reference_commands
from trainer.session.services import Services


def demo(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Play the reference run of the first shipped scenario."""
    started = time.monotonic()
    scenario = services.scenarios.load(services.scenarios.identifiers()[0])
    folder = args.out if args.out is not None else services.output_folder()
    tell(f"Playing the reference run of {scenario.id} ({scenario.title}) ...")
    FAST.warm_up()
    file = folder / f"{scenario.id}.attempt"
    opening = playing.opened(services, scenario, seed=0)
    playing.play_script(services, scenario, reference_commands(opening), 0, file, opening=opening)
    frames = playing.replay_to_folder(services, file, folder / "frames", tell)
    score = playing.score_file(services, file)
    report = _report(services, file, folder / "report.pdf", tell)
    document = {
        "scenario": scenario.id,
        "folder": str(folder),
        "attempt": str(file),
        "frames": [str(frame) for frame in frames],
        "report": None if report is None else str(report),
        "score": score.document,
        "seconds": round(time.monotonic() - started, 1),
    }
    return Outcome(
        document,
        (
            *score_lines(score),
            f"{len(frames)} frames: {folder / 'frames'}",
            f"report:    {report or 'not written, see above'}",
            f"attempt:   {file}",
            "SIMULATION. For training; not for planning real treatment; no validity evidence yet.",
        ),
    )


def _report(services: Services, file: Path, report: Path, tell: Tell) -> Path | None:
    """The report, or a sentence: without Qt's system libraries everything else still stands."""
    try:
        debriefing.report_to_file(services, file, report)
    except Refusal as refusal:
        tell(str(refusal))
        return None
    return report
