"""What is saved appears whole or not at all, and a failure is one sentence."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.refusal import ExitCode, Refusal
from trainer.storage import atomic
from trainer.storage.atomic import atomic_folder, atomic_write_bytes, storage_refusal


def everything_in(place: Path) -> list[str]:
    return sorted(str(path.relative_to(place)) for path in place.rglob("*"))


@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=4096), st.binary(max_size=64))
def test_a_file_holds_what_was_written_and_nothing_else_is_there(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, before: bytes
) -> None:
    place = tmp_path_factory.mktemp("atomic")
    path = place / "deep" / "er" / "file.bin"
    atomic_write_bytes(path, before)
    atomic_write_bytes(path, data)
    assert path.read_bytes() == data
    assert everything_in(place) == ["deep", "deep/er", "deep/er/file.bin"]


def test_a_folder_appears_under_its_name_when_it_is_whole(tmp_path: Path) -> None:
    with atomic_folder(tmp_path / "a" / "patient") as place:
        (place / "sub").mkdir()
        (place / "sub" / "x").write_bytes(b"x")
        assert not (tmp_path / "a" / "patient").exists()
    assert everything_in(tmp_path) == ["a", "a/patient", "a/patient/sub", "a/patient/sub/x"]


def test_a_folder_never_goes_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "patient").mkdir()
    with (
        pytest.raises(Refusal, match="something of that name is there") as caught,
        atomic_folder(tmp_path / "patient"),
    ):
        pytest.fail("the block must not run")
    assert caught.value.code is ExitCode.STORAGE
    assert everything_in(tmp_path) == ["patient"]


def test_a_folder_that_appears_meanwhile_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(Refusal), atomic_folder(tmp_path / "patient") as place:
        (place / "mine").write_bytes(b"1")
        (tmp_path / "patient").mkdir()
        (tmp_path / "patient" / "theirs").write_bytes(b"2")
    assert everything_in(tmp_path) == ["patient", "patient/theirs"]


@pytest.mark.parametrize("error", [ValueError("ours"), KeyboardInterrupt()])
def test_an_error_inside_the_block_leaves_nothing_and_stays_itself(
    tmp_path: Path, error: BaseException
) -> None:
    with pytest.raises(type(error)), atomic_folder(tmp_path / "new" / "patient") as place:
        (place / "half").write_bytes(b"1")
        raise error
    assert everything_in(tmp_path) == []


def test_a_path_under_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for target in (tmp_path / "file" / "x", tmp_path / "file" / "deep" / "x"):
        with pytest.raises(Refusal, match="could not be saved") as caught:
            atomic_write_bytes(target, b"data")
        assert caught.value.code is ExitCode.STORAGE
        with pytest.raises(Refusal), atomic_folder(target):
            pytest.fail("the block must not run")
    assert everything_in(tmp_path) == ["file"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
def test_a_failing_sync_leaves_the_old_file_and_nothing_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    path = tmp_path / "file"
    atomic_write_bytes(path, b"old")

    def failing(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(Refusal) as caught:
        atomic_write_bytes(path, b"new")
    assert caught.value.code is ExitCode.STORAGE
    assert path.read_bytes() == b"old"
    with pytest.raises(Refusal), atomic_folder(tmp_path / "folder") as place:
        (place / "x").write_bytes(b"x")
    assert everything_in(tmp_path) == ["file"]


def test_a_folder_whose_name_could_not_be_made_safe_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = atomic.sync_folder

    def failing(folder: Path) -> None:
        if folder == tmp_path:
            raise OSError(errno.EIO, "input/output error")
        real(folder)

    monkeypatch.setattr(atomic, "sync_folder", failing)
    with (
        pytest.raises(Refusal, match="disk reported an error"),
        atomic_folder(tmp_path / "folder") as place,
    ):
        (place / "x").write_bytes(b"x")
    assert everything_in(tmp_path) == []


LIMITED = """
import resource, sys
from pathlib import Path
from trainer.refusal import Refusal
from trainer.storage.atomic import atomic_folder, atomic_write_bytes
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
place = Path(sys.argv[1])
for save in (0, 1):
    try:
        if save:
            with atomic_folder(place / "folder") as new:
                (new / "x").write_bytes(bytes(5000))
        else:
            atomic_write_bytes(place / "file", bytes(5000))
    except Refusal as refusal:
        print(int(refusal.code), refusal.why)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_takes_no_more_leaves_nothing_behind(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["4 a file is larger than may be written there"] * 2
    assert everything_in(tmp_path) == []


def test_a_full_disk_is_called_full() -> None:
    refusal = storage_refusal(Path("x"), OSError(errno.ENOSPC, "No space left on device"))
    assert "the disk is full" in str(refusal)
    assert refusal.code is ExitCode.STORAGE


def test_an_unknown_failure_keeps_the_system_s_words() -> None:
    assert "weird" in str(storage_refusal(Path("x"), OSError(9999, "weird")))
