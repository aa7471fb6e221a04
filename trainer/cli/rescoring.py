"""attempt score A...: many attempts, on processes of this computer or on a cluster."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from trainer.cli.outcome import Outcome, Tell
from trainer.cli.workers import told, workers_of
from trainer.refusal import ExitCode, Refusal
from trainer.session.rescoring import Rescored, attempts_of
from trainer.session.rescoring import rescore as rescore_attempts
from trainer.session.services import Services


def rescore(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Each score in the order of the files; ends with the worst of what was refused."""
    if args.explain:
        raise Refusal(
            "Many attempts cannot be explained at once",
            "--explain prints every input of one",
            "Name one file",
            code=ExitCode.USAGE,
        )
    paths = attempts_of(args.attempts)
    services, pool = workers_of(args, services)
    found = rescore_attempts(services, paths, pool, told(tell))
    refused = [one.refused for one in found if one.refused is not None]
    both = list(zip(paths, found, strict=True))
    document = {
        "attempts": [_document(path, one) for path, one in both],
        "scored": len(found) - len(refused),
        "refused": len(refused),
    }
    last = f"{len(found) - len(refused)} attempt(s) scored, {len(refused)} refused"
    code = max((refusal.code for refusal in refused), default=ExitCode.OK)
    return Outcome(document, (*(_line(path, one) for path, one in both), last), code)


def _document(path: Path, one: Rescored) -> dict[str, Any]:
    told_of = {"path": str(path), "refused": None if one.refused is None else str(one.refused)}
    return {**told_of, **(one.document or {})}


def _line(path: Path, one: Rescored) -> str:
    if one.document is None:
        return f"{path}: {one.refused}"
    verdict = "passed" if one.document["passed"] else "not passed"
    return f"{path}: {one.document['score'] / 10:.1f}, {verdict}, digest {one.document['digest']}"
