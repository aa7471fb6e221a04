"""How a cluster fails, each in one sentence."""

from __future__ import annotations

import os

from trainer.refusal import ExitCode, Refusal

WHAT = "The work cannot be given to the cluster"
STOPPED = "The work on the cluster was stopped"


def missing_extra() -> Refusal:
    """Dask's library is not here."""
    return Refusal(
        WHAT,
        "the extra 'cluster' (Dask) is not installed here",
        "Leave --scheduler out to work on this computer, or start with 'uv run' from the sources",
        code=ExitCode.USAGE,
    )


def unreachable(scheduler: str, error: Exception) -> Refusal:
    """Nobody answers, or not as a scheduler does."""
    number = error.errno if isinstance(error, OSError) else None
    why = os.strerror(number).lower() if number and number > 0 else "no scheduler answers there"
    return Refusal(
        WHAT,
        f"{scheduler}: {why}",
        "Start one with 'dask scheduler' and check host and port, or leave --scheduler out",
        code=ExitCode.STORAGE,
    )


def no_worker(scheduler: str, waited_s: float) -> Refusal:
    """A scheduler alone."""
    return Refusal(
        WHAT,
        f"no worker was connected to {scheduler} for {waited_s:g} s",
        f"Start workers with 'dask worker {scheduler} --nthreads 1'",
        code=ExitCode.STORAGE,
    )


def lost(scheduler: str) -> Refusal:
    """The scheduler went away while it was worked."""
    return Refusal(
        STOPPED,
        f"the connection to {scheduler} was lost",
        "Start the scheduler again, then the command; nothing was written",
        code=ExitCode.STORAGE,
    )


def keeps_dying(scheduler: str) -> Refusal:
    """One job has outlived every worker it was given to."""
    return Refusal(
        STOPPED,
        f"the workers of {scheduler} end again and again on the same work",
        "Look into their logs; often their memory limit is too low (docs/scale-out.md)",
        code=ExitCode.INTERNAL,
    )


def another_build(worker: str, found: object, build: str) -> Refusal:
    """A worker that would compute something else. found : its build, or why it cannot say."""
    has = f"build {found[:12]}" if isinstance(found, str) else "no program of this version"
    return Refusal(
        WHAT,
        f"the worker {worker} runs {has}, this is build {build[:12]}",
        "Install the same release on every worker and start it again",
        code=ExitCode.INTEGRITY,
    )
