"""The process that reads foreign images, fenced in; started by `trainer.dicom.child`.

``python -m trainer.dicom.importer_child`` or, in a frozen build, ``main.py --importer``. Requests
come as JSON lines on standard input; it ends when its input ends, so no reader outlives its parent.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from typing import BinaryIO

from trainer.dicom import limits
from trainer.dicom.answers import answer
from trainer.dicom.border import send


def main() -> int:
    """Answer requests until standard input ends; returns the exit code."""
    answers = _private_output()
    logging.disable(logging.CRITICAL)  # pydicom logs values of elements
    held = limits.confine()
    try:
        send(answers, {"ready": True, "limits": list(held), "process": os.getpid()})
        while line := sys.stdin.buffer.readline(limits.HEADER_BYTES):
            send(answers, *answer(json.loads(line)))
    except (BrokenPipeError, KeyboardInterrupt):
        pass
    # Skip the interpreter's tidying: a library hurt by a damaged file may crash in it.
    os._exit(0)


def _private_output() -> BinaryIO:
    """The pipe to the parent, moved where no library that prints can reach it."""
    sys.stdout.flush()
    private = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return private


if __name__ == "__main__":
    sys.exit(main())
