"""Both tables of errors as one, for rubrics: either list of a rubric may name any of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trainer.scoring.critical import CRITICAL
from trainer.scoring.error_kinds import ErrorKind, Happened, happened
from trainer.scoring.major import MAJOR
from trainer.scoring.view import AttemptView

__all__ = ["ERRORS", "ErrorKind", "Happened", "errors_of"]

ERRORS: Mapping[str, ErrorKind] = {**CRITICAL, **MAJOR}


def errors_of(view: AttemptView, listed: Iterable[str]) -> tuple[Happened, ...]:
    """The acts of the listed kinds of error, in order of time."""
    return happened(view, (ERRORS[kind] for kind in listed))
