"""scenario list | show | validate | schema."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode, Problem, Refusal
from trainer.scenario.canonical import json_schema, to_document
from trainer.scenario.cautions import cautions
from trainer.scenario.scenario import Scenario
from trainer.session.services import Services


def list_all(_args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Every scenario that can be opened; the ones that cannot are told, not hidden."""
    rows, lines = [], []
    for name in services.scenarios.identifiers():
        try:
            scenario = services.scenarios.load(name)
        except Refusal as refusal:
            tell(str(refusal))
            continue
        rows.append(_row(scenario))
        levels = ", ".join(scenario.levels)
        lines.append(f"{scenario.id:24} {scenario.procedure:10} {levels:8} {scenario.title}")
    return Outcome({"scenarios": rows}, tuple(lines))


def _row(scenario: Scenario) -> dict[str, Any]:
    return {
        "id": scenario.id,
        "title": scenario.title,
        "procedure": str(scenario.procedure),
        "levels": list(scenario.levels),
        "sides": list(scenario.sides),
        "patient": scenario.patient.kind,
        "version": scenario.version,
    }


def show(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """The whole scenario with its start pose resolved in the patient."""
    from trainer.session.opening import resolved_start  # `list` needs no patient

    scenario = services.scenarios.load(args.scenario)
    patient = services.patients.patient_of(scenario)
    document = {**to_document(scenario), "start_pose": resolved_start(scenario, patient)}
    return Outcome(document, tuple(_readable(document)))


def _readable(document: Mapping[str, Any], indent: str = "") -> list[str]:
    lines = []
    for key, value in document.items():
        if isinstance(value, Mapping):
            lines += [f"{indent}{key}:", *_readable(value, indent + "  ")]
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            lines.append(f"{indent}{key}:")
            for item in value:
                first, *others = _readable(item, indent + "    ")
                lines += [f"{indent}  - {first.strip()}", *others]
        else:
            lines.append(f"{indent}{key}: {value}")
    return lines


def validate(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Every problem of every file, at once, and what is worth a second look in a sound one."""
    files, lines, worst = [], [], ExitCode.OK
    for path in args.paths:
        problems = services.scenarios.validate(path)
        warnings = () if problems else _warnings(services, path)
        files.append(
            {
                "path": str(path),
                "ok": not problems,
                "problems": [asdict(p) for p in problems],
                "warnings": [asdict(p) for p in warnings],
            }
        )
        lines.append(f"{path}: {'ok' if not problems else f'{len(problems)} problem(s)'}")
        lines += [f"  {_with_place(problem)}" for problem in problems]
        lines += [f"  look again: {_with_place(one)}" for one in warnings]
        worst = ExitCode.BAD_INPUT if problems else worst
    return Outcome({"files": files}, tuple(lines), worst)


def _warnings(services: Services, path: Path) -> tuple[Problem, ...]:
    """Of a sound file, and of the stored patient it names."""
    scenario = services.scenarios.load(str(path.absolute()))
    if scenario.patient.kind != "ct":
        return cautions(scenario)
    from trainer.session.patient_cautions import patient_cautions  # other files need no patient

    return (*cautions(scenario), *patient_cautions(scenario, services.patients))


def _with_place(problem: Problem) -> str:
    return str(problem)


def schema(_args: argparse.Namespace, _services: Services, _tell: Tell) -> Outcome:
    """The JSON Schema of scenario files."""
    import json

    document = json_schema()
    return Outcome(document, (json.dumps(document, indent=1),))
