"""Who does a command's many jobs: processes of this computer, or a cluster. How far they are."""

from __future__ import annotations

import argparse
from dataclasses import replace

from trainer.cli.outcome import Tell
from trainer.session.ports import Pool
from trainer.session.process_pool import ProcessPool
from trainer.session.services import Services
from trainer.session.waiting import Waiting

STEPS = 20  # of progress


def workers_of(args: argparse.Namespace, services: Services) -> tuple[Services, Pool]:
    """The pool that was asked for, and the services whose `elsewhere` fits it.

    Processes share this user's folders; a cluster's worker has those of its own computer.
    """
    if args.scheduler is None:
        return services, ProcessPool(args.workers)
    return replace(services, elsewhere=services.on_a_worker), services.cluster(args.scheduler)


def told(tell: Tell) -> Waiting:
    """Progress in steps of five per cent, each told once."""
    seen: set[int] = set()

    def progress(done: float, words: str) -> None:
        step = int(done * STEPS)
        if step not in seen:
            seen.add(step)
            tell(f"{done:.0%} {words}")

    return Waiting(progress)
