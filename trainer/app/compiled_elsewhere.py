"""Compile the kernels of pictures in a process of their own, once for each build and machine.

numba compiles under one lock, so two threads of one process gain nothing. On the first start ever
this child compiles what draws while the program compiles what builds the patient; both leave their
work in the folder that NUMBA_CACHE_DIR names. A child that fails costs time and nothing else: the
program then compiles for itself.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from trainer.storage.build import build_sha256

LONGEST_S = 180.0


def compile_elsewhere() -> None:
    """Have a child compile the kernels of pictures, unless one has; returns when it is done."""
    folder = os.environ.get("NUMBA_CACHE_DIR")
    if folder is None or (done := _stamp(Path(folder))).exists():
        return
    try:
        subprocess.run(_command(), check=True, timeout=LONGEST_S, stdin=subprocess.DEVNULL)
        done.parent.mkdir(parents=True, exist_ok=True)
        done.touch()
    except (OSError, subprocess.SubprocessError):
        return


def _command() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        return sys.executable, "--compile-pictures"
    return sys.executable, "-m", "trainer.app.compiled_elsewhere"


def _stamp(folder: Path) -> Path:
    """Tells that a child has compiled this build's pictures for this Python and processor."""
    made_for = (
        build_sha256("imaging")[:16],
        platform.python_version(),
        version("numba"),
        platform.machine(),
    )
    return folder / f"pictures-{'-'.join(made_for)}.done"


def main() -> int:
    """What the child does."""
    from trainer.imaging.slab_warm_up import warm_projector

    warm_projector()
    return 0


if __name__ == "__main__":
    sys.exit(main())
