"""The parent's hand on its reading children: start, ask, time out, replace, end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

import trainer
from trainer.dicom import limits
from trainer.dicom.border import BorderError, Pixels, receive
from trainer.refusal import ExitCode, Refusal

# -P: the folder one happens to stand in is no place to import from (gdcm imports `dl`).
DEFAULT_COMMAND = (sys.executable, "-P", "-m", "trainer.dicom.importer_child")
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONUTF8", "HOME")
_ENDED_BY_SYSTEM = tuple(-int(getattr(signal, name, 9)) for name in ("SIGXCPU", "SIGKILL"))
_FETCH_AGAIN = "Fetch the file again from where it came"


class ReadingChild:
    """One limited process and the pipes to it."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=Path(sys.executable).anchor or None,
                env=_environment(),
            )
        except OSError as error:
            raise _not_started(type(error).__name__) from error
        self.asked = 0
        self._timed_out = False
        try:
            self.hello, _ = self._receive(limits.START_TIMEOUT_S)
        except BorderError as error:
            reason = self._reason()
            self.close()
            raise _not_started(reason) from error
        except BaseException:
            self.close()
            raise

    def ask(
        self, request: Mapping[str, object], timeout_s: float
    ) -> tuple[dict[str, object], Pixels | None]:
        """The answer to a request.

        Raises Refusal where the child died or took too long; it is then closed.
        """
        self.asked += 1
        try:
            self._stdin.write(json.dumps(request).encode() + b"\n")
            self._stdin.flush()
            return self._receive(timeout_s)
        except (BorderError, OSError) as error:
            reason = f"it took longer than {timeout_s:g} s" if self._timed_out else self._reason()
            self.close()
            raise Refusal("The file", f"reading it failed: {reason}", _FETCH_AGAIN) from error
        except BaseException:  # cancelled half-way: the rest of the answer must not stay behind
            self.close()
            raise

    @property
    def closed(self) -> bool:
        """Whether the process has ended."""
        return self._process.returncode is not None

    def close(self) -> None:
        """End the process, whatever it is doing; nothing of it is left behind."""
        if self._process.poll() is None:
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # a broken pipe is a closed one
        self._process.wait()

    @property
    def _stdin(self) -> BinaryIO:
        return cast(BinaryIO, self._process.stdin)

    def _receive(self, timeout_s: float) -> tuple[dict[str, object], Pixels | None]:
        watchdog = threading.Timer(timeout_s, self._time_out)
        watchdog.daemon = True
        watchdog.start()
        try:
            return receive(cast(BinaryIO, self._process.stdout))
        finally:
            watchdog.cancel()

    def _time_out(self) -> None:
        self._timed_out = True
        self._process.kill()

    def _reason(self) -> str:
        """Why the process ended, in words."""
        try:
            code = self._process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            return "the reading process answered nonsense"
        if code in _ENDED_BY_SYSTEM:
            return f"the reading process was ended (limit {limits.CHILD_CPU_S} s of computing)"
        return f"the reading process crashed (code {code})"


class ReadingChildren:
    """Children one after the other: each is replaced when it has read its share of files."""

    def __init__(
        self,
        command: Sequence[str] = DEFAULT_COMMAND,
        files_per_child: int = limits.FILES_PER_CHILD,
    ) -> None:
        self._command = tuple(command)
        self._files_per_child = files_per_child
        self._child: ReadingChild | None = None

    def ask(
        self, request: Mapping[str, object], timeout_s: float
    ) -> tuple[dict[str, object], Pixels | None]:
        """The answer to a request; raises Refusal where the file is refused or the child dies."""
        child = self._ready_child()
        header, pixels = child.ask(request, timeout_s)
        refused = header.get("refused")
        if isinstance(refused, dict):
            raise Refusal("The file", str(refused["why"]), str(refused["next_step"]))
        return header, pixels

    def close(self) -> None:
        """End the running child."""
        child, self._child = self._child, None
        if child is not None:
            child.close()

    def __enter__(self) -> Self:
        """Children live inside the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the running child, however the block ends."""
        self.close()

    def _ready_child(self) -> ReadingChild:
        child = self._child
        if child is not None and (child.closed or child.asked >= self._files_per_child):
            self.close()
            child = None
        if child is None:
            child = self._child = ReadingChild(self._command)
        return child


def _environment() -> dict[str, str]:
    """A short list of variables, our own package first on the path, one thread for BLAS."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    root = str(Path(trainer.__file__).resolve().parents[1])
    return kept | {"PYTHONPATH": root, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _not_started(reason: str) -> Refusal:
    return Refusal(
        "Images cannot be read",
        f"the reading process did not start ({reason})",
        "Install the program again, or report this",
        code=ExitCode.INTERNAL,
    )
