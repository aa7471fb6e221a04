"""Run one command: parse, do, print, end with the right code."""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, TextIO

from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode, Refusal
from trainer.session.services import Services

CommandFunction = Callable[[argparse.Namespace, Services, Tell], Outcome]


def run_command(
    args: argparse.Namespace,
    services: Services,
    own: Mapping[str, CommandFunction],
) -> int:
    """Do a parsed command. own : commands that only the composition root can do ("app:...")."""
    try:
        function = _function(args.run, own)
        gc.freeze()  # what was imported stays: reading a long log need not look through it again
        outcome = function(args, services, _tell)
    except Refusal as refusal:
        return _refused(refusal, as_json=args.json)
    _print(outcome, as_json=args.json)
    return int(outcome.code)


def _function(name: str, own: Mapping[str, CommandFunction]) -> CommandFunction:
    if name in own:
        return own[name]
    module, function = name.split(":")
    found: CommandFunction = getattr(importlib.import_module(f"trainer.cli.{module}"), function)
    return found


def _tell(text: str) -> None:
    _write(text, sys.stderr)


def _print(outcome: Outcome, *, as_json: bool) -> None:
    _write(_document(outcome.document) if as_json else "\n".join(outcome.lines), sys.stdout)


def _refused(refusal: Refusal, *, as_json: bool) -> int:
    if as_json:
        _write(_document(refusal_document(refusal)), sys.stdout)
    _write(str(refusal), sys.stderr)
    return int(refusal.code)


def _document(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1)


def _write(text: str, stream: TextIO) -> None:
    """Print. A reader that has seen enough (`| head`) is not told more; the work goes on.

    The signal SIGPIPE stays ignored: a child or a server that goes away must not end us too.
    """
    try:
        print(text, file=stream, flush=True)
    except BrokenPipeError:  # no complaint at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def refusal_document(refusal: Refusal) -> dict[str, Any]:
    """A refusal for machines."""
    return {
        "error": {
            "code": int(refusal.code),
            "kind": ExitCode(refusal.code).name.lower(),
            "what": refusal.what,
            "why": refusal.why,
            "next_step": refusal.next_step,
            "problems": [asdict(problem) for problem in refusal.problems],
        }
    }
