"""The same corpus in every surrounding there is: one digest, or the score is not exact.

Run: python -m tests.scoring.matrix [--every N] [--controls] [--only WORD]

Scores the golden corpus in one process for each cell: processor features switched off, threads,
hash seeds, locales, time zones, every installed Python from 3.11 on, optimised byte code. Prints a
digest of digests for each and ends with 1 where two differ.

`--controls` shows that the switches reach the process: with something added to the digest that a
score must not depend on (the order of a set, the last bits of `exp`, the decimal point ...), the
cells of that switch must differ; it ends with 1 where they agree.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
SWITCHES = ("PYTHON", "LC_", "LANG", "TZ", "NPY_", "OMP_", "OPENBLAS_", "MKL_", "NUMBA_", "GLIBC_")
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")
LOCALES = ("tr_TR", "de_DE", "ar_SA")
OLDEST = (3, 11)
LIMIT_S = 600


@dataclass(frozen=True)
class Cell:
    """A surrounding. control : what must differ here from the plain cell, if it is added."""

    name: str
    env: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    threads: int = 1
    python: str = sys.executable
    control: str = ""


PLAIN = Cell("plain", {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC0"})
SHORT = (
    PLAIN,
    Cell(
        "everything else",
        {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
        ("-O",),
        threads=8,
    ),
)


def main() -> int:
    """Run the cells; 0 where they agree (and, with controls, where those differ)."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_AS_WRITTEN)
    parser.add_argument("--every", type=int, default=1, help="take every Nth log")
    parser.add_argument("--controls", action="store_true", help="prove that the switches switch")
    parser.add_argument("--only", default="", help="cells whose name holds this")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cells = [PLAIN, *(cell for cell in cells_here(Path(folder)) if args.only in cell.name)]
        return _controlled(cells, args.every) if args.controls else _compared(cells, args.every)


_AS_WRITTEN = argparse.RawDescriptionHelpFormatter


def _compared(cells: Iterable[Cell], every: int) -> int:
    found = dict(run_all(cells, every))
    for name, one in found.items():
        print(f"{one['digest'][:16]}  {name:44} {_said(one)}")
    digests = {one["digest"] for one in found.values()}
    logs = {one["logs"] for one in found.values()}
    print(f"{len(found)} cells, {logs} logs each, {len(digests)} digest(s): {min(digests)}")
    return int(len(digests) != 1)


def _said(one: Mapping[str, Any]) -> str:
    return f"Python {one['python']}, {one['locale']}, UTC{one['zone']}"


def _controlled(cells: list[Cell], every: int) -> int:
    reached = True
    for cell in cells:
        if cell.control:
            pair = (PLAIN, cell)
            (_, plain), (_, other) = run_all(pair, every, cell.control)
            differs = plain["spoiled"] != other["spoiled"]
            reached &= differs
            print(f"{'differs' if differs else 'AGREES '}  {cell.control:8} {cell.name}")
    return int(not reached)


def run_all(
    cells: Iterable[Cell], every: int = 1, control: str = ""
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each cell's name with what it said, two processes at a time, in order."""
    with ThreadPoolExecutor(2) as pool:
        wanted = list(cells)
        found = pool.map(lambda cell: run(cell, every, control), wanted)
        yield from zip((cell.name for cell in wanted), found, strict=True)


def run(cell: Cell, every: int = 1, control: str = "") -> dict[str, Any]:
    """What one process says. Raises RuntimeError with its complaint where it fails."""
    options = ["--every", str(every), "--threads", str(cell.threads)]
    options += ["--control", control] if control else []
    kept = {name: said for name, said in os.environ.items() if not name.startswith(SWITCHES)}
    done = subprocess.run(
        [cell.python, *cell.flags, "-m", "tests.scoring.cell", *options],
        cwd=REPOSITORY,
        env={**kept, **cell.env, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LIMIT_S,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{cell.name}: {done.stderr[-2000:]}")
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def cells_here(folder: Path) -> Iterator[Cell]:
    """Every cell that this machine has; `folder` takes locales and environments."""
    yield from _processors()
    for count in (1, 2, 8):
        yield _like_plain(f"{count} threads", dict.fromkeys(THREADS, str(count)), threads=count)
    for seed in ("1", "4294967295", "random"):
        yield _like_plain(f"hash seed {seed}", {"PYTHONHASHSEED": seed}, control="set")
    yield from _locales(folder)
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kolkata"):
        yield _like_plain(f"time zone {zone}", {"TZ": zone}, control="hour")
    for flag in ("-O", "-OO"):
        yield _like_plain(f"python {flag}", flags=(flag,), control="assert")
    yield _like_plain("memory filled with other bytes", {"PYTHONMALLOC": "debug"})
    yield from _pythons(folder)


def _like_plain(name: str, env: Mapping[str, str] | None = None, **changes: Any) -> Cell:
    return replace(PLAIN, name=name, env={**PLAIN.env, **(env or {})}, **changes)


def _processors() -> Iterator[Cell]:
    """Features that libraries look for at the start, switched off by their own switches."""
    glibc = ",".join(f"-{name}" for name in ("AVX512F", "AVX2", "FMA", "FMA4", "BMI2", "ERMS"))
    tunables = {"GLIBC_TUNABLES": f"glibc.cpu.hwcaps={glibc}"}
    yield _like_plain("processor: C library without AVX2, FMA", tunables, control="libm")
    for level in ("X86_V4 AVX512_ICL", "X86_V3 X86_V4 AVX512_ICL"):
        without = {"NPY_DISABLE_CPU_FEATURES": level}
        control = "numpy" if "X86_V3" in level else ""
        yield _like_plain(f"processor: NumPy without {level}", without, control=control)
    yield _like_plain("processor: Numba generic", {"NUMBA_CPU_NAME": "generic"})
    blas = {"OPENBLAS_CORETYPE": "Prescott", "MKL_ENABLE_INSTRUCTIONS": "SSE4_2"}
    yield _like_plain("processor: OpenBLAS and MKL of an old one", blas)
    yield _like_plain("processor: OpenSSL without any", {"OPENSSL_ia32cap": "0:0"})


def _locales(folder: Path) -> Iterator[Cell]:
    for name in LOCALES:
        made = subprocess.run(
            ["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")],
            capture_output=True,
            check=False,
        )
        if not (folder / f"{name}.UTF-8").is_dir():
            print(f"not run: locale {name} ({made.stderr.decode(errors='replace').strip()})")
            continue
        env = {"LC_ALL": f"{name}.UTF-8", "LOCPATH": str(folder)}
        yield _like_plain(f"locale {name}", env, control="locale")


def _pythons(folder: Path) -> Iterator[Cell]:
    """Other interpreters, with the few pure packages that scores need, at our own versions."""
    ours = os.path.realpath(sys.executable)
    for python in sorted(_installed() - {ours}):
        made = _environment(python, folder / python.replace(os.sep, "_"))
        if made.startswith("not run"):
            print(f"{made}: {python}")
        else:
            yield _like_plain(f"interpreter {python}", python=made)


def _installed() -> set[str]:
    """Real paths of every Python from 3.11 on that PATH, pyenv or uv know."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [str(path) for path in pyenv.glob("3.*/bin/python3")]
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        found += [str(path) for path in Path(folder).glob("python3.[1-9][0-9]")]
    if uv := shutil.which("uv"):
        listed = subprocess.run(
            [uv, "python", "list", "--only-installed", "--output-format", "json"],
            capture_output=True,
            check=False,
        )
        found += [one["path"] for one in json.loads(listed.stdout or b"[]")]
    return {os.path.realpath(path) for path in found if _is_new_enough(path)}


def _is_new_enough(python: str) -> bool:
    if "shims" in Path(python).parts:
        return False  # a shim stands for one of pyenv's versions, which are found by themselves
    asked = subprocess.run(
        [python, "-c", "import sys; print(*sys.version_info[:2])"],
        capture_output=True,
        text=True,
        check=False,
    )
    numbers = tuple(int(part) for part in asked.stdout.split() if part.isdigit())
    return asked.returncode == 0 and numbers >= OLDEST


def _environment(python: str, folder: Path) -> str:
    """Path of a Python with pydantic as ours; "not run ..." where it cannot be had."""
    uv = shutil.which("uv")
    if uv is None:
        return "not run, uv is missing"
    ours = [f"{name}=={importlib.metadata.version(name)}" for name in ("pydantic", "pydantic-core")]
    inside = str(folder / "bin" / "python")
    for command in (
        [uv, "venv", "-q", "--python", python, str(folder)],
        [uv, "pip", "install", "-q", "--python", inside, *ours],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"not run, {done.stderr.strip().splitlines()[-1]}"
    return inside


if __name__ == "__main__":
    sys.exit(main())
