"""The harness's hand on the preloaded shim, and children that save while it disturbs them."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Never

from tests.conftest import REPOSITORY
from tests.trust.save_path import SavePath
from trainer.refusal import ExitCode, Refusal

SOURCE = Path(__file__).with_name("disk_shim.c")
PRELOADED = "RHIZOTOMY_TRUST_SHIM"
HANG_S = 20
FINISHED, REFUSED, BROKEN = 0, 3, 4
# What a refusal of a disk may be called; anything else blames the wrong one.
CODES = (ExitCode.STORAGE, ExitCode.INTEGRITY, ExitCode.BAD_INPUT, ExitCode.IN_USE)


def can_run() -> bool:
    """Whether this machine can preload a shim: Linux with a C compiler."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def preloaded(
    arguments: Sequence[str], said: int | None = None, source: Path = SOURCE
) -> subprocess.CompletedProcess[str]:
    """Run `python -m tests.trust ...` with a shim in it. said : subprocess.PIPE catches it."""
    with tempfile.TemporaryDirectory() as folder:
        shim = Path(folder) / "shim.so"
        build = ["cc", "-shared", "-fPIC", "-O1", "-o", str(shim), str(source), "-ldl", "-lpthread"]
        subprocess.run(build, check=True, capture_output=True)
        return subprocess.run(
            [sys.executable, "-m", "tests.trust", *arguments],
            cwd=REPOSITORY,
            env={
                **os.environ,
                "LD_PRELOAD": str(shim),
                PRELOADED: source.name,
                "PYTHONHASHSEED": "0",
            },
            stdout=said,
            text=True,
            check=False,
        )


@cache
def shim() -> Any:
    """The functions of disk_shim.c in this process."""
    found: Any = ctypes.CDLL(None)
    found.disk_fault.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int]
    found.disk_kill.argtypes = found.disk_ack.argtypes = [ctypes.c_long]
    found.disk_steps.restype = found.disk_fired.restype = ctypes.c_long
    return found


def memory_folder() -> str | None:
    """A disk in memory where there is one: syncing it costs nothing."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """ended : FINISHED, REFUSED, BROKEN, or minus the signal. said : the last number told."""

    ended: int
    said: int
    words: str
    steps: int
    fired: int


def prepared(path: SavePath, root: Path, kept: Path | None = None) -> None:
    """The folder as it is before the act; kept : a copy made once."""
    shutil.rmtree(root, ignore_errors=True)
    if kept is not None:
        shutil.copytree(kept, root, symlinks=True)
        return
    root.mkdir(parents=True)
    path.prepare(root)


def disturbed(
    work: Callable[[Callable[[int], None]], None],
    order: Callable[[], None],
    root: Path,
    kill_after_s: float | None = None,
) -> Outcome:
    """Do the work in a forked child under an order to the shim."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(work, order, root, writing)
    os.close(writing)
    if kill_after_s is not None:
        timer = threading.Timer(kill_after_s, os.kill, (child, signal.SIGKILL))
        timer.start()
    with os.fdopen(reading, encoding="utf-8", errors="replace") as told:
        lines = told.read().splitlines()
    if kill_after_s is not None:
        timer.cancel()
        timer.join()
    _, status = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    said = [int(line) for line in lines if line.isdigit()]
    words = " / ".join(line[1:] for line in lines if line.startswith("!"))
    counts = next((line.split()[1:] for line in lines if line.startswith("#")), ("0", "0"))
    return Outcome(ended, said[-1] if said else 0, words, int(counts[0]), int(counts[1]))


def _child(
    work: Callable[[Callable[[int], None]], None],
    order: Callable[[], None],
    root: Path,
    told: int,
) -> Never:
    def tell(text: str) -> None:
        os.write(told, f"{text}\n".encode())

    def say(number: int) -> None:
        shim().disk_ack(number)
        tell(str(number))

    def escaped(args: threading.ExceptHookArgs) -> None:
        tell(f"!a thread died: {args.exc_type.__name__}: {args.exc_value}")
        os._exit(BROKEN)

    threading.excepthook = escaped
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(HANG_S)
    ended = FINISHED
    try:
        shim().disk_root(str(root).encode())
        order()
        work(say)
    except Refusal as refusal:
        ended = REFUSED if refusal.code in CODES else BROKEN
        tell(f"!{str(refusal)!r}")
    except BaseException:
        ended = BROKEN
        tell("!" + traceback.format_exc().replace("\n", " | ")[-900:])
    tell(f"# {shim().disk_steps()} {shim().disk_fired()}")
    os._exit(ended)


def checked(path: SavePath, root: Path, said: int) -> list[str]:
    """What does not hold afterwards, the disk being well again."""
    try:
        return list(path.check(root, said))
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return [f"the check ended with {type(error).__name__}: {error} ({place.name})"]
