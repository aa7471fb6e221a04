"""The libraries of the extra `pacs` are not everybody's: without them one clear sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from trainer.refusal import ExitCode, Refusal

_OF_THE_EXTRA = ("highdicom", "pynetdicom")


@contextmanager
def needs_pacs_extra(what: str) -> Iterator[None]:
    """Turn a missing library of the extra into a Refusal (USAGE). what : what was not done."""
    try:
        yield
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.split(".")[0] not in _OF_THE_EXTRA:
            raise
        raise Refusal(
            what,
            f"the library {missing.name.split('.')[0]} is not installed here",
            "Start with 'uv run' from the sources, or there: pip install '.[pacs]'",
            code=ExitCode.USAGE,
        ) from None
