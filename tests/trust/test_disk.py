"""Kills, power cuts and disk errors on every save path; each must catch its broken builds.

Long: `python -m tests.trust kills --long`, and so `power`, `faults`, `recovery`.
"""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest

from tests.trust.disk import can_run, preloaded
from tests.trust.disk_images import Disk, Step
from tests.trust.full_disk import can_mount


@pytest.mark.skipif(not can_run(), reason="no Linux with a C compiler to preload a shim")
def test_nothing_that_was_said_to_be_safe_is_lost_and_all_goes_on() -> None:
    done = preloaded(["disk"], subprocess.PIPE)
    assert done.returncode == 0, done.stdout
    told = re.findall(r"(\w+), seed 1: ([\d,]+) .*, 0 finding\(s\)", done.stdout)
    assert [name for name, _ in told] == ["kills", "power", "faults", "recovery"]
    assert all(int(runs) > 20 for _, runs in told), done.stdout


@pytest.mark.skipif(
    not (can_run() and can_mount()), reason="no right to mount a file system in memory"
)
def test_on_a_disk_that_is_really_full_all_that_was_safe_stays_and_a_broken_build_is_caught() -> (
    None
):
    done = preloaded(["full"], subprocess.PIPE)
    assert done.returncode == 0, done.stdout
    refused = re.search(r"([\d,]+) refused", done.stdout)
    assert refused, done.stdout
    assert int(refused[1]) > 5, done.stdout


def test_of_a_disk_that_was_asked_for_nothing_safe_anything_may_be_left(
    tmp_path: Path,
) -> None:
    found = {image(tmp_path, synced=False, number=number) for number in range(60)}
    assert {None, b"", b"a" * 600 + b"b" * 600} <= found
    assert any(each and 0 < len(each) < 1200 for each in found)


def test_what_was_synced_with_its_folder_is_all_there_in_every_image(
    tmp_path: Path,
) -> None:
    found = {image(tmp_path, synced=True, number=number) for number in range(30)}
    assert found == {b"a" * 600 + b"b" * 600}


def image(folder: Path, synced: bool, number: int) -> bytes | None:
    """One image of a file of two writes."""
    root, name = folder / "root", str(folder / "root" / "file").encode()
    root.mkdir(exist_ok=True)
    for old in root.iterdir():
        old.unlink()
    disk = Disk(root)
    steps = [
        Step("O", 5, 1, name, b""),
        Step("W", 5, 0, b"a" * 600, b""),
        Step("W", 5, 600, b"b" * 600, b""),
    ]
    if synced:
        folder_name = str(root).encode()
        steps += [
            Step("S", 5, 0, b"", b""), Step("O", 6, 0, folder_name, b""), Step("S", 6, 0, b"", b"")
        ]  # fmt: skip
    for step in steps:
        disk.do(step)
    disk.image(random.Random(number), folder / "image")
    left = folder / "image" / "file"
    return left.read_bytes() if left.exists() else None
