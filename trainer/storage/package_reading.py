"""Read a foreign package in a limited child process; everything it says is checked again here.

The child finds the members and sends their bytes through its pipe. It can write no file; this side
writes, counts and hashes. Run as a module, this is the child.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

import trainer
from trainer.refusal import ExitCode, Problem, Refusal
from trainer.storage import package_limits as limits
from trainer.storage.package_names import name_problems
from trainer.storage.package_zip import MAKE_ANEW, contents, damaged, not_a_package, read_directory
from trainer.storage.regular_file import not_readable, why_not_regular

Take = Callable[[str, Iterator[bytes]], None]  # a member's name and its bytes, in order
Reading = Callable[[Path, Take], None]

# -P: the folder one happens to stand in is no place to import from.
DEFAULT_COMMAND = (sys.executable, "-P", "-m", "trainer.storage.package_reading")
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONUTF8", "HOME")


def read_here(stream: BinaryIO, name: str, take: Take) -> None:
    """Hand over every member of a package in this process: for bytes of our own, and for tests."""
    for member in read_directory(stream, name):
        take(member.name, contents(stream, member, name))


def read_bytes(data: bytes, name: str, take: Take) -> None:
    """The same for a package in memory."""
    read_here(io.BytesIO(data), name, take)


def read_confined(path: Path, take: Take, command: Sequence[str] = DEFAULT_COMMAND) -> None:
    """Hand over every member of a package file, read by a child. Raises Refusal.

    What `take` raises ends the child and is raised here.
    """
    why = why_not_regular(path)
    if why is not None:
        raise not_readable(path, why)
    with subprocess.Popen(
        [*command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(sys.executable).anchor or None,
        env=_environment(),
    ) as child:
        watchdog = threading.Timer(limits.CHILD_TIMEOUT_S, child.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            _ask(cast(BinaryIO, child.stdin), path)
            _receive(cast(BinaryIO, child.stdout), str(path), take)
        finally:
            watchdog.cancel()
            child.kill()


def _ask(stream: BinaryIO, path: Path) -> None:
    try:
        stream.write(json.dumps({"path": str(path.absolute())}).encode() + b"\n")
        stream.close()
    except OSError:
        return  # it died: told when its answer is missing


def _receive(stream: BinaryIO, name: str, take: Take) -> None:
    members = _message(stream, name).get("members")
    if not isinstance(members, list) or len(members) > limits.MEMBERS:
        raise _broken(name)
    sizes = _checked_sizes(members, name)
    for member, size in sizes.items():
        take(member, _piped(stream, size, name))
    if _message(stream, name).get("done") is not True:
        raise _broken(name)


def _checked_sizes(members: Sequence[object], name: str) -> dict[str, int]:
    try:
        pairs = [(str(one[0]), int(one[1])) for one in cast(Sequence[Any], members)]
    except (TypeError, ValueError, IndexError, KeyError):
        raise _broken(name) from None
    problems = list(name_problems(member for member, _ in pairs))
    if problems:
        raise not_a_package(name, problems)
    if any(size < 0 for _, size in pairs) or sum(size for _, size in pairs) > limits.PACKAGE_BYTES:
        raise _broken(name)
    return dict(pairs)


def _piped(stream: BinaryIO, size: int, name: str) -> Iterator[bytes]:
    """The bytes of one member; each chunk comes with its length, 0 meaning that it failed."""
    left = size
    while left:
        length = int.from_bytes(stream.read(4), "big")
        chunk = stream.read(length) if 0 < length <= min(left, limits.CHUNK_BYTES) else b""
        if not chunk or len(chunk) != length:
            _message(stream, name)  # raises what went wrong
            raise _broken(name)
        left -= length
        yield chunk
    if stream.read(4) != _END_OF_MEMBER:
        _message(stream, name)
        raise _broken(name)


_END_OF_MEMBER = (0xFFFFFFFF).to_bytes(4, "big")
_FAILED = (0).to_bytes(4, "big")


def _message(stream: BinaryIO, name: str) -> Mapping[str, object]:
    """The next message. Raises the Refusal in it, or one where there is no message."""
    line = stream.readline(limits.HEADER_BYTES)
    try:
        found = json.loads(line)
        refused = found.get("refused") if isinstance(found, dict) else None
        refusal = None if refused is None else _refusal_of(refused, name)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _broken(name) from None
    if refusal is not None:
        raise refusal
    return found if isinstance(found, dict) else {}


def _refusal_of(said: Mapping[str, Any], name: str) -> Refusal:
    """The child's refusal; only its findings are taken, the sentence is ours."""
    problems = [Problem(str(where), str(why)) for where, why in said["problems"]]
    if said["code"] == ExitCode.INTEGRITY:
        return damaged(problems, name)
    return not_a_package(name, problems)


def _broken(name: str) -> Refusal:
    return Refusal(
        f"{name} was not read",
        f"the reading process ended (limits: {limits.CHILD_MEMORY_BYTES >> 20} MB, "
        f"{limits.CHILD_TIMEOUT_S:g} s)",
        MAKE_ANEW,
    )


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {"PYTHONPATH": str(Path(trainer.__file__).resolve().parents[1])}


def main() -> int:
    """The child: one package from a line on standard input to standard output."""
    limits.confine()
    request = json.loads(sys.stdin.buffer.readline(limits.HEADER_BYTES))
    _answer(Path(str(request["path"])), sys.stdout.buffer)
    return 0


def _answer(path: Path, out: BinaryIO) -> None:
    within = False
    try:
        with path.open("rb") as stream:
            members = read_directory(stream, "")
            _say(out, {"members": [[member.name, member.size] for member in members]})
            for member in members:
                within = True
                for chunk in contents(stream, member, ""):
                    out.write(len(chunk).to_bytes(4, "big") + chunk)
                out.write(_END_OF_MEMBER)
                within = False
        _say(out, {"done": True})
    except (Refusal, OSError) as error:
        if within:
            out.write(_FAILED)
        _say(out, {"refused": _wire(error)})


def _wire(error: Refusal | OSError) -> dict[str, object]:
    if isinstance(error, OSError):
        return {"code": int(ExitCode.BAD_INPUT), "problems": [["", _reason(error)]]}
    return {
        "code": int(error.code),
        "problems": [[problem.where, problem.message] for problem in error.problems],
    }


def _reason(error: OSError) -> str:
    return f"it cannot be read ({os.strerror(error.errno or 0).lower()})"


def _say(out: BinaryIO, message: Mapping[str, object]) -> None:
    out.write(json.dumps(message).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main())
