"""The fence around the reading child, and what its parent makes of a child that dies."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import zlib
from pathlib import Path

import pytest

from tests.dicom.factory import ct_folder, file_name, phantom
from trainer.dicom import limits
from trainer.dicom.child import DEFAULT_COMMAND, ReadingChild, ReadingChildren
from trainer.dicom.reader import LimitedImageReader
from trainer.refusal import ExitCode, Refusal

posix_only = pytest.mark.skipif(os.name != "posix", reason="limits are POSIX")
READY = "import sys; print('{}', flush=True); sys.stdin.readline(); "


def told(code: str) -> tuple[str, ...]:
    """A command for a child that says it is ready and then does something else."""
    return (sys.executable, "-c", READY + code)


def in_fence(code: str) -> subprocess.CompletedProcess[str]:
    fenced = f"from trainer.dicom import limits; limits.confine()\n{code}"
    return subprocess.run(
        [sys.executable, "-c", fenced], capture_output=True, text=True, timeout=60, check=False
    )


@posix_only
def test_the_fence_stops_memory_and_files() -> None:
    assert in_fence("print(len(bytearray(1 << 20)))").stdout == "1048576\n"
    assert "MemoryError" in in_fence(f"bytearray({limits.CHILD_MEMORY_BYTES})").stderr
    target = Path(tempfile.gettempdir()) / "fence-test"
    written = in_fence(
        f"import os; os.write(os.open({str(target)!r}, os.O_WRONLY | os.O_CREAT), b'x')"
    )
    assert "File too large" in written.stderr
    assert target.read_bytes() == b""
    target.unlink()
    opened = in_fence("import os; fds = [os.open(os.devnull, 0) for _ in range(99)]")
    assert "Too many open files" in opened.stderr


@posix_only
def test_the_child_says_which_limits_hold() -> None:
    child = ReadingChild(DEFAULT_COMMAND)
    try:
        assert {"RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE"} <= set(
            child.hello["limits"]
        )
    finally:
        child.close()
    assert child.closed


def test_a_deflated_bomb_is_refused_in_seconds(tmp_path: Path, reader: LimitedImageReader) -> None:
    folder = ct_folder(tmp_path / "s")
    path = folder / file_name(3)
    plain = path.read_bytes()
    body = plain.index(b"\x08\x00\x08\x00CS")  # Image Type, the first element of the body
    meta = plain[:body].replace(
        b"\x02\x00\x10\x00UI\x14\x001.2.840.10008.1.2.1\x00",
        b"\x02\x00\x10\x00UI\x16\x001.2.840.10008.1.2.1.99",
    )
    path.write_bytes(meta + deflated_zeros(1024))
    assert path.stat().st_size < 1_100_000
    with pytest.raises(Refusal, match="it inflates to more than 128 MiB"):
        reader.read_ct(folder)


def deflated_zeros(mebibytes: int) -> bytes:
    """Raw deflate of so many MiB of zeros, made without ever holding them."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    head = engine.compress(bytes(1 << 20)) + engine.flush(zlib.Z_FULL_FLUSH)
    block = engine.compress(bytes(1 << 20)) + engine.flush(zlib.Z_FULL_FLUSH)
    return head + block * (mebibytes - 1) + engine.flush(zlib.Z_FINISH)


def test_declared_giants_are_refused_before_a_pixel_is_touched(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    folder = ct_folder(tmp_path / "s", {0: {"Rows": 65535, "Columns": 65535}})
    assert (folder / file_name(0)).stat().st_size < 7_000
    with pytest.raises(Refusal, match="it declares 8,192 MiB of pixels, more than 512 MiB"):
        reader.read_ct(folder)


def test_a_pipe_and_a_device_are_refused_unopened(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    if not hasattr(os, "mkfifo"):
        return
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull)):
        with pytest.raises(Refusal, match="it is not a regular file"):
            reader.read_ct(path)


def test_a_child_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "f").write_bytes(b"x")
    monkeypatch.setattr(limits, "LOOK_TIMEOUT_S", 0.3)
    with pytest.raises(Refusal, match=r"'f' was not read: .*it took longer than 0.3 s"):
        LimitedImageReader(told("import time; time.sleep(60)")).inspect(tmp_path / "f")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os; os.abort()", "the reading process crashed"),
        ("sys.exit(0)", "the reading process crashed"),
        ("print('hello', flush=True); sys.stdin.read()", "answered nonsense"),
        ('print(\'{"kind": "dicom", "facts": {}}\', flush=True)', "answered nonsense"),
        (
            'print(\'{"kind": "x", "dtype": "<i2", "shape": [99999, 99999]}\', flush=True);'
            "sys.stdin.read()",
            "answered nonsense",
        ),
        (
            'print(\'{"kind": "x", "dtype": "|O", "shape": [2]}\', flush=True); sys.stdin.read()',
            "answered nonsense",
        ),
    ],
)
def test_a_child_that_dies_or_lies_is_one_refusal(code: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"x")
    with pytest.raises(Refusal) as caught:
        LimitedImageReader(told(code)).inspect(tmp_path / "f")
    assert reason in caught.value.why


def test_a_child_that_cannot_start_is_our_own_fault(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"x")
    with pytest.raises(Refusal, match="the reading process did not start") as caught:
        LimitedImageReader(("no-such-program",)).inspect(tmp_path / "f")
    assert caught.value.code is ExitCode.INTERNAL


def test_children_are_replaced_after_their_share_of_files(tmp_path: Path) -> None:
    folder = ct_folder(tmp_path / "s")
    seen = set()
    with ReadingChildren(files_per_child=5) as children:
        for _ in range(2):
            for path in sorted(folder.iterdir())[:6]:
                children.ask({"op": "look", "path": str(path), "salt": ""}, 60.0)
                assert children._child is not None
                seen.add(children._child.hello["process"])
    assert len(seen) == 3


def test_a_crash_on_one_file_does_not_spoil_the_next(tmp_path: Path) -> None:
    with ReadingChildren(told("sys.exit(1)")) as children:
        for _ in range(2):
            with pytest.raises(Refusal, match="crashed"):
                children.ask({"op": "look", "path": "x"}, 60.0)


class StoppedError(Exception):
    """What a person's cancel raises."""


def test_cancelling_ends_the_child_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, empty = ct_folder(tmp_path / "s"), tmp_path / "temp"
    empty.mkdir()
    monkeypatch.setenv("TMPDIR", str(empty))
    monkeypatch.setattr(tempfile, "tempdir", None)
    calls = []

    def progress(done: int, total: int) -> None:
        calls.append((done, total))
        if len(calls) == 30:
            raise StoppedError

    before = threading.active_count()
    with pytest.raises(StoppedError):
        LimitedImageReader(progress=progress).read_ct(folder)
    assert (calls[0], calls[-1]) == ((0, 21), (8, 21))  # looking, then the ninth slice
    assert list(empty.iterdir()) == []
    assert threading.active_count() <= before + 1  # at most a watchdog on its way out


def test_a_folder_called_dl_in_the_working_directory_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dl").mkdir()
    (tmp_path / "pydicom").mkdir()
    folder = ct_folder(tmp_path / "s")
    monkeypatch.chdir(tmp_path)
    scan = LimitedImageReader().read_ct(Path("s"))
    assert (scan.hu == phantom()).all()
    assert folder.is_dir()


@posix_only
def test_a_file_that_may_not_be_read_is_refused_by_name(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    folder = ct_folder(tmp_path / "s")
    (folder / file_name(2)).chmod(0)
    if os.access(folder / file_name(2), os.R_OK):  # root may read everything
        (folder / file_name(2)).unlink()
        (folder / file_name(2)).symlink_to(folder / "gone")
        expected = "links, pipes or devices|a slice is missing"
    else:
        expected = f"'{file_name(2)}': it may not be read"
    with pytest.raises(Refusal, match=expected):
        reader.read_ct(folder)


def test_the_parent_never_loads_a_library_that_parses_foreign_bytes() -> None:
    listed = "[m for m in ('pydicom', 'gdcm', 'openjpeg', 'nibabel', 'nrrd') if m in sys.modules]"
    told_modules = subprocess.run(
        [sys.executable, "-c", f"import sys, trainer.dicom.reader; print({listed})"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert told_modules.stdout == "[]\n"


def test_a_frozen_build_re_enters_through_the_importer_switch(tmp_path: Path) -> None:
    main = Path(__file__).resolve().parents[2] / "main.py"
    folder = ct_folder(tmp_path / "s")
    scan = LimitedImageReader((sys.executable, str(main), "--importer")).read_ct(folder)
    assert (scan.hu == phantom()).all()
