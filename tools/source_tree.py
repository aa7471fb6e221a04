"""The syntax tree of one of our own files, read in one piece."""

from __future__ import annotations

import ast
import gc
from pathlib import Path


def tree_of(path: Path) -> ast.Module:
    """What `path` says. Raises SyntaxError, OSError.

    Before Python 3.11.8 two threads that made trees at once raised a SystemError in one of them
    (CPython issue 106905); only a garbage collection lets the other thread in.
    """
    text, collects = path.read_text(encoding="utf-8"), gc.isenabled()
    gc.disable()
    try:
        return ast.parse(text)
    finally:
        if collects:
            gc.enable()
