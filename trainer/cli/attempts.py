"""attempt run | play | replay: what needs a patient and a machine."""

from __future__ import annotations

import argparse

from trainer.attempt.script import read_script
from trainer.cli.outcome import Outcome, Tell
from trainer.session import playing, review
from trainer.session.dicom_export import export_to_folder
from trainer.session.players import play as players
from trainer.session.services import Services


def run(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Play a script into a new .attempt file."""
    scenario = services.scenarios.load(args.scenario)
    commands = read_script(playing.script_bytes(args.script), args.script.name)
    tell("Opening the attempt ...")
    done = playing.play_script(services, scenario, commands, args.seed, args.output)
    document = {
        "attempt": str(args.output),
        "records": done.records,
        "submitted": done.state.submitted,
        "not_possible": list(done.not_possible),
    }
    lines = [f"{args.output}: {done.records} records, submitted: {done.state.submitted}"]
    lines += [f"  not possible: {why}" for why in done.not_possible]
    return Outcome(document, tuple(lines))


def play(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Let a scripted player play a scenario into a new .attempt file."""
    tell("Opening the attempt ...")
    path = players.play(services, args.scenario, args.player, args.seed, args.output)
    verdict = review.verify(services, path)
    document = {
        "attempt": str(path),
        "player": args.player,
        "seed": args.seed,
        "records": verdict.records,
        "submitted": verdict.sealed,
    }
    line = f"{path}: {args.player}, {verdict.records} records, submitted: {verdict.sealed}"
    return Outcome(document, (line,))


def replay(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Every exposure of an attempt as a picture, or every run as a DICOM object."""
    write = export_to_folder if args.dicom else playing.replay_to_folder
    written = write(services, args.attempt, args.out, tell)
    document = {"folder": str(args.out), "frames": [str(path) for path in written]}
    return Outcome(
        document, (f"{len(written)} {'runs' if args.dicom else 'frames'} in {args.out}",)
    )
