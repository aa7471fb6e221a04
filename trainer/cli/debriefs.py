"""attempt debrief | report | export: what an attempt teaches, and what leaves the house."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from trainer.cli.exchange import NOBODY
from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode, Refusal
from trainer.scoring.debrief.calls import Calibration, Call
from trainer.scoring.debrief.changes import Change
from trainer.scoring.debrief.debrief import Debrief
from trainer.scoring.debrief.expert import ExpertView
from trainer.scoring.debrief.moments import Moment
from trainer.scoring.debrief.stages import STAGES
from trainer.scoring.debrief.truth import Truth
from trainer.scoring.debrief.words import amount
from trainer.session import debriefing, dicom_export, lrs, pacs
from trainer.session.services import Services


def debrief(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """The debrief in words: own call, moments, changes."""
    _, found = debriefing.debrief_file(services, args.attempt)
    return Outcome(found.document, tuple(debrief_lines(found)))


def report(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """A report with pictures, PDF or HTML."""
    debriefing.report_to_file(services, args.attempt, args.output, tell)
    return Outcome({"report": str(args.output)}, (f"report: {args.output}",))


def export(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Tables or documents for other programs."""
    if args.format != "csv" and (args.table or args.bom):
        raise Refusal(
            "There is nothing to export so",
            "--table and --bom are for --format csv",
            "Leave them out, or choose csv",
            code=ExitCode.USAGE,
        )
    if args.pseudonym and args.format != "xapi":
        raise Refusal(
            "There is nothing to export so",
            "--as is for --format xapi; nothing else names anybody",
            "Leave it out, or choose xapi",
            code=ExitCode.USAGE,
        )
    made = _OTHER.get(args.format, _tables)(args, services, tell)
    files = [str(path) for path in made]
    return Outcome({"files": files}, tuple(files))


def _tables(args: argparse.Namespace, services: Services, _tell: Tell) -> Sequence[Path]:
    return debriefing.export_file(
        services, args.attempt, args.output, args.format, args.table, bom=args.bom
    )


def _statements(args: argparse.Namespace, services: Services, _tell: Tell) -> Sequence[Path]:
    lrs.refuse_withheld(services, args.attempt)
    made = services.statements.of_attempt(services, args.attempt, args.pseudonym or NOBODY)
    services.statements.write(args.output, made)
    return (args.output,)


def _report_of_measurements(
    args: argparse.Namespace, services: Services, _tell: Tell
) -> Sequence[Path]:
    pacs.report_to_file(services, args.attempt, args.output)
    return (args.output,)


def _pictures(args: argparse.Namespace, services: Services, tell: Tell) -> Sequence[Path]:
    return dicom_export.export_to_folder(services, args.attempt, args.output, tell)


_OTHER: Mapping[str, Callable[[argparse.Namespace, Services, Tell], Sequence[Path]]] = {
    "xapi": _statements,
    "sr": _report_of_measurements,
    "xa": _pictures,
}


def debrief_lines(found: Debrief) -> Iterator[str]:
    """The debrief for people, in the order in which it is told."""
    verdict = "passed" if found.passed else "not passed"
    yield f"score {found.score.score / 10:.1f} of 100, {verdict} ({found.score.standing})"
    yield from _own_call(found.own_call)
    yield "" if found.moments else "No moment stands out."
    for shown, expert in zip(found.moments, found.experts, strict=True):
        yield from _moment(shown, expert)
    yield "" if found.changes else "Nothing to change stands out."
    for number, change in enumerate(found.changes, start=1):
        yield from _change(number, change)
    yield "SIMULATION. For training; no validity evidence yet; reviewed by no clinician."


def _own_call(known: Calibration | None) -> Iterator[str]:
    if known is None:
        yield "own call: none was made"
        return
    for call in known.calls:
        yield f"own call, target {call.target}: {_said(call)}"
    yield f"  {known.words}"


def _said(call: Call) -> str:
    said = f"{call.direction} {amount(call.off_um, 'um')}, {'safe' if call.safe else 'not safe'}"
    if call.true_off_um is None:
        return f"{said} ({call.sure_percent} % sure); no needle was in the patient"
    true = f"{call.true_direction or 'off'} {amount(call.true_off_um, 'um')}"
    safe = "" if call.truly_safe is None else f", {'safe' if call.truly_safe else 'not safe'}"
    missed = "" if call.error_um is None else f"; missed by {amount(call.error_um, 'um')}"
    return f"{said} ({call.sure_percent} % sure); it was {true}{safe}{missed}"


def _moment(shown: Moment, expert: ExpertView | None) -> Iterator[str]:
    picture = f", picture {shown.exposure}" if shown.exposure else ""
    yield f"{shown.t_ms / 1000:.1f} s{picture} [{shown.kind}] {shown.title}"
    yield f"  {shown.words}"
    if shown.truth is not None:
        yield f"  truth: {_truth(shown.truth)}"
    if expert is not None:
        at = f"picture {expert.exposure}, " if expert.exposure else ""
        deep = f"{amount(expert.depth_um, 'um')} deep"
        yield f"  expert at {STAGES[expert.stage]}: {at}{expert.t_ms / 1000:.1f} s, {deep}"


def _truth(truth: Truth) -> str:
    parts = [f"tip {amount(truth.tip_to_target_um, 'um')} from target {truth.target}"]
    if truth.off is not None:
        parts.append(f"most of it {truth.off.direction}")
    if truth.nerve_um is not None:
        parts.append(f"nerve {amount(truth.nerve_um, 'um')}")
    parts += [f"{what} {amount(um, 'um')}" for what, um, _margin in truth.hazards]
    return ", ".join(parts)


def _change(number: int, change: Change) -> Iterator[str]:
    yield f"{number}. {change.did}"
    yield f"   Risk: {change.risked} ({change.source}; {change.confidence})"
    yield f"   Do: {change.do}"
