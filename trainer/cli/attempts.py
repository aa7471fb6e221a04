"""attempt run | play | score | verify | replay."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from trainer.attempt.script import read_script
from trainer.cli.explained import explained_lines
from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode
from trainer.scoring.explain import explain
from trainer.scoring.score import Score, score_of
from trainer.scoring.view import view_of
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


def score(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """The score of an attempt, computed anew; on request with every metric's inputs."""
    log = services.attempts.load(args.attempt)
    review.header_of(log, args.attempt.name)
    view = view_of(log)
    found = score_of(view)
    if not args.explain:
        return Outcome(found.document, score_lines(found))
    metrics = explain(view, found)
    document = {**found.document, "explain": [dict(one.document) for one in metrics]}
    lines = [line for one in metrics for line in explained_lines(one)]
    return Outcome(document, (*score_lines(found), "", *lines))


def score_lines(found: Score) -> tuple[str, ...]:
    """A score for people."""
    verdict = "passed" if found.passed else "not passed"
    lines = [f"score {found.score / 10:.1f} of 100, {verdict} (provisional, not for decisions)"]
    lines += [f"  critical at {c.t_ms / 1000:.1f} s: {c.why}" for c in found.critical]
    lines += [
        f"  {m.id:24} {'-' if m.value is None else m.value!s:>10} {m.unit:10} "
        f"mark {m.mark / 10:5.1f}  weight {m.weight}"
        for m in found.metrics
    ]
    return (*lines, f"digest {found.digest}")


def verify(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Chain, states and, on request, physics."""
    verdict = review.verify(services, args.attempt, with_physics=args.redecide)
    good = not verdict.differences
    lines = [
        f"{args.attempt.name}: {verdict.records} records, "
        f"{'sealed' if verdict.sealed else 'not sealed'}, chain and states are whole",
    ]
    if verdict.cut_bytes:
        lines.append(f"  the last {verdict.cut_bytes} bytes are half a record of a crash")
    if verdict.differences is not None:
        lines.append("  the physics agrees" if good else "  the physics disagrees:")
        lines += [f"  {difference}" for difference in verdict.differences]
    document = {"path": str(args.attempt), "ok": good, **asdict(verdict)}
    return Outcome(document, tuple(lines), ExitCode.OK if good else ExitCode.INTEGRITY)


def replay(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Every exposure of an attempt as a picture, or every run as a DICOM object."""
    write = export_to_folder if args.dicom else playing.replay_to_folder
    written = write(services, args.attempt, args.out, tell)
    document = {"folder": str(args.out), "frames": [str(path) for path in written]}
    return Outcome(
        document, (f"{len(written)} {'runs' if args.dicom else 'frames'} in {args.out}",)
    )
