"""Try a double-click build without a screen: ``python3 -I desktop/try_build.py FOLDER``.

What the build starts, it starts of itself: no Python and no program is on its path here, and on
Linux the children that read foreign files are seen to be the build's own. Needs no other package.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FILM = ROOT / "assets" / "images" / "thorax-ap.dcm"
SCENARIO = "place-t7-left"
LONGEST_S = float(os.environ.get("RHIZOTOMY_TRY_LONGEST_S", "600"))
SCREEN = (1400, 900)
MANY_COLOURS = 40  # of a window that was drawn; an empty screen has one or two


class Build:
    """A build, its own home, and how it is asked."""

    def __init__(self, folder: Path, home: Path) -> None:
        ending = ".exe" if sys.platform == "win32" else ""
        self.program = (folder / f"rhizotomy-trainer{ending}").resolve()
        self.home = home
        self.environment = {
            **{
                name: os.environ[name]
                for name in ("SYSTEMROOT", "TEMP", "TMP")
                if name in os.environ
            },
            "PATH": "",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "RHIZOTOMY_HOME": str(home / "own"),
            "RHIZOTOMY_CACHE": str(home / "cache"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def says(self, *arguments: object) -> str:
        """What a command prints; it must end with 0."""
        done = subprocess.run(
            [str(self.program), *map(str, arguments)],
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST_S,
            check=False,
        )
        if done.returncode:
            raise AssertionError(f"{arguments} ended with {done.returncode}: {done.stderr[-2000:]}")
        return done.stdout

    def tells(self, *arguments: object) -> dict[str, Any]:
        """The one document that a command prints with --json."""
        told = json.loads(self.says(*arguments, "--json"))
        assert isinstance(told, dict), told
        return told


def start(build: Build) -> str:
    """It starts, and is the version of these sources."""
    text = (ROOT / "trainer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    said = build.says("--version").strip()
    assert found and said == found[1], said
    helped = build.says("--help")
    assert "attempt" in helped and "no plug-ins" in helped, helped
    return said


def demo(build: Build) -> str:
    """A whole attempt: pictures, report, log; its header names the build of these sources."""
    build.says("demo", "--out", build.home / "demo")
    made = [path for path in (build.home / "demo").rglob("*") if path.is_file()]
    (log,) = (path for path in made if path.suffix == ".attempt")
    shutil.copy(log, build.home / "demo.attempt")
    with log.open(encoding="utf-8") as lines:
        header = json.loads(next(lines))
    assert build_of_these_sources() in json.dumps(header), "the build's hash is not the sources'"
    (report,) = (path for path in made if path.suffix == ".pdf")
    assert report.read_bytes().startswith(b"%PDF")
    frames = [path for path in made if path.suffix == ".png"]
    assert frames and all(greys_of(path) > MANY_COLOURS for path in frames)
    return f"{len(frames)} frames"


def render(build: Build) -> str:
    """One exposure as a picture with many greys."""
    out = build.home / "view.png"
    build.says("view", SCENARIO, "--oblique", 10, "--size", 512, "-o", out)
    greys = greys_of(out)
    assert greys > MANY_COLOURS, greys
    return f"{greys} greys"


def score(build: Build) -> str:
    """A log is scored, its physics computed again, and two at once by processes of a pool."""
    log = build.home / "demo.attempt"
    told = build.tells("attempt", "score", log)
    assert told["passed"] is True and len(told["digest"]) == 64, told
    build.says("attempt", "verify", log, "--redecide")
    other = shutil.copy(log, build.home / "again.attempt")
    pooled = build.says("attempt", "score", log, other, "--workers", 2, "--json")
    assert pooled.count(told["digest"]) == 2, pooled[-500:]
    return str(told["score"])


def import_(build: Build) -> str:
    """A DICOM file is read by a child, and the child is this program."""
    with children_of(build) as seen:
        assert build.tells("inspect", FILM)["modality"]
        way = ("--ruler", "100,400;500,400;60", "--off-plane", 5)
        build.says("import", "radiograph", FILM, *way, "--out", build.home / "film")
    assert (build.home / "film" / "patient.json").is_file()
    return _own_child(seen, "--importer")


def package(build: Build) -> str:
    """A scenario goes into a package, which a child reads, and is installed."""
    packed = build.home / "case.zip"
    build.says("scenario", "pack", SCENARIO, "-o", packed)
    with children_of(build) as seen:
        build.says("scenario", "verify", packed)
    return _own_child(seen, "--package-reader")


def records(build: Build) -> str:
    """The shared store is made by its revisions, and takes the log."""
    build.says("records", "rebuild", build.home / "demo.attempt")
    told = build.tells("records", "list")
    assert SCENARIO in json.dumps(told), told
    return "1 record"


def window(build: Build) -> str:
    """Double-clicked, it draws its window: on a screen in memory, where there is an Xvfb."""
    if shutil.which("Xvfb") is None:
        return "not tried: Xvfb is not installed"
    with screen_in_memory(build.home) as (display, buffer):
        environment = {k: v for k, v in build.environment.items() if k != "QT_QPA_PLATFORM"}
        shown = subprocess.Popen(
            [str(build.program)],
            env=environment | {"DISPLAY": display},
            cwd=build.home,
            stderr=subprocess.PIPE,
        )
        try:
            began = time.monotonic()
            while colours_of(buffer) < MANY_COLOURS:
                assert shown.poll() is None, (shown.stderr or sys.stdin).read()
                assert time.monotonic() - began < LONGEST_S, "no window was drawn"
                time.sleep(0.5)
            return f"drawn after {time.monotonic() - began:.1f} s"
        finally:
            shown.terminate()
            shown.wait(timeout=60)


STEPS: tuple[Callable[[Build], str], ...] = (
    start,
    demo,
    render,
    score,
    import_,
    package,
    records,
    window,
)


def build_of_these_sources() -> str:
    """The hash of the sources here, as the program itself computes it."""
    sys.path.insert(0, str(ROOT))
    from trainer.storage.build import build_sha256

    return str(build_sha256())


@contextlib.contextmanager
def children_of(build: Build) -> Iterator[set[tuple[str, ...]]]:
    """Command lines of every process that runs the build's program, while the block runs."""
    seen: set[tuple[str, ...]] = set()
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.1):  # a child that reads files lives for a second
            seen.update(_running(build.program))

    watcher = threading.Thread(target=watch, daemon=True)
    if Path("/proc/self/exe").exists():
        watcher.start()
    try:
        yield seen
    finally:
        ended.set()


def _running(program: Path) -> Iterator[tuple[str, ...]]:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "exe").readlink() == program:
                yield tuple((process / "cmdline").read_bytes().decode().split("\0"))
        except OSError:
            continue  # it ended, or is somebody else's


def _own_child(seen: set[tuple[str, ...]], how: str) -> str:
    if not Path("/proc/self/exe").exists():
        return "done; whose child it was is not seen on this system"
    assert any(how in line for line in seen), f"no child of the build ran with {how}: {seen}"
    return f"by the build's own {how}"


@contextlib.contextmanager
def screen_in_memory(folder: Path) -> Iterator[tuple[str, Path]]:
    """An X server without a screen: its display, and the file that holds its pixels."""
    read, write = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp",
         "-fbdir", str(folder)],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            display = answer.readline().strip()
        yield f":{display}", folder / "Xvfb_screen0"
    finally:
        server.terminate()
        server.wait()


def colours_of(buffer: Path) -> int:
    """How many colours a screen in memory shows (an XWD file of 32 bits a pixel)."""
    data = buffer.read_bytes()
    size, colours = struct.unpack_from(">I", data, 0)[0], struct.unpack_from(">I", data, 76)[0]
    pixels = data[size + 12 * colours :]
    return len(set(struct.iter_unpack("4s", pixels[: len(pixels) // 4 * 4])))


def greys_of(png: Path) -> int:
    """How many byte values the filtered rows of a PNG hold: few where it is flat."""
    data, packed, at = png.read_bytes(), b"", 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += length + 12
    return len(set(zlib.decompress(packed)))


def processor_s() -> float:
    """Processor time of this process and of all that it waited for, in seconds."""
    return sum(os.times()[:4])


def main(arguments: list[str]) -> int:
    """Try everything in turn, with seconds and processor seconds; the first that fails ends it."""
    with tempfile.TemporaryDirectory() as home:
        build = Build(Path(arguments[0]), Path(home).resolve())
        for step in STEPS:
            began, used = time.monotonic(), processor_s()
            told = step(build)
            taken = f"{time.monotonic() - began:6.1f} s {processor_s() - used:6.1f} s"
            print(f"{step.__name__.strip('_'):8} {taken}  {told}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
