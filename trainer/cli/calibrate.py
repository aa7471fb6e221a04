"""calibrate: many scripted players at one scenario, as a check of its sense."""

from __future__ import annotations

import argparse

from trainer.cli.outcome import Outcome, Tell
from trainer.cli.workers import told, workers_of
from trainer.session.calibrating import Calibration, Plan
from trainer.session.calibrating import calibrate as calibrate_scenario
from trainer.session.calibration_facts import LABEL, Facts, KindFacts, document_of, facts_of
from trainer.session.calibration_page import keep
from trainer.session.services import Services


def calibrate(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Play, count, print; write the page where asked."""
    plan = Plan(args.trainees, tuple(args.kinds), args.seed)
    services, pool = workers_of(args, services)
    found = calibrate_scenario(services, args.scenario, plan, pool, told(tell))
    facts = facts_of(found)
    kept = keep(found, facts, args.output) if args.output is not None else ()
    lines = (*_lines(found, facts), *(f"written: {path}" for path in kept))
    return Outcome(document_of(found, facts), lines)


def _lines(found: Calibration, facts: Facts) -> list[str]:
    lines = [LABEL, f"{found.scenario.id}, rubric {found.rubric}, cut {found.pass_mark / 10:g}", ""]
    lines += [_line(one) for one in facts.kinds]
    lines += [
        f"{better} over {lesser}: area {one.area:.3f}"
        for (lesser, better), one in facts.separations.items()
    ]
    if facts.difficulty is not None:
        lines.append(f"difficulty {facts.difficulty:.2f}")
    lines.append("")
    lines += [
        f"{'yes' if one.holds else 'NO '} {one.says} ({one.found})" for one in facts.expectations
    ]
    return lines


def _line(one: KindFacts) -> str:
    marks = one.marks
    worst = ", ".join(f"{error} {share:.0%}" for error, share in one.critical.items())
    return (
        f"{one.kind:15} {one.passed.hits:3} of {one.passed.count} passed   median "
        f"{marks.median / 10:5.1f} ({marks.least / 10:.1f}-{marks.most / 10:.1f})   {worst}"
    )
