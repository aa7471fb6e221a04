"""The same work in strange places: paths, languages, no home, a read-only folder, two instances.

`python -m tests.trust.surroundings` is the child: it works once and prints what came of it.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.conftest import REPOSITORY
from tests.storage.records import act, header
from trainer.refusal import ExitCode, Refusal
from trainer.storage.attempt_folder import AttemptFolder
from trainer.storage.folders import user_folders
from trainer.storage.settings_file import SettingsFile

# Right to left, other digits, dotless i, other decimal signs, and what programs usually forget.
LANGUAGES = (
    *("ar_SA", "he_IL", "fa_IR", "tr_TR", "de_DE", "ja_JP"),
    *("hi_IN", "zh_CN", "ru_RU", "pt_BR", "th_TH", "sv_SE"),
)
NAMES = (
    "Zoë 試験 \u202ex",  # not ASCII, and turned around by a mark in the middle
    "with  spaces ' \" % # ?",
    "/".join("d" * 60 for _ in range(4)),  # 240 characters and more
)
NOBODY = 65_534


def cases(root: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Name and variables of every surrounding; the first is a plain one."""
    yield "plain", {"RHIZOTOMY_HOME": str(root / "plain")}
    for name in NAMES:
        yield f"path {name[:24]!r}", {"RHIZOTOMY_HOME": str(root / name)}
    for name in LANGUAGES:
        place = {"RHIZOTOMY_HOME": str(root / name)}
        yield f"language {name}", {"LC_ALL": f"{name}.UTF-8", "LANG": f"{name}.UTF-8", **place}
    # Not a word about where home is: the account says, and the platform's folder is used.
    yield "no HOME", {"HOME": "", "XDG_DATA_HOME": str(root / "x"), "XDG_CACHE_HOME": str(root)}


def run(every: int = 1) -> tuple[int, list[str]]:
    """Every Nth surrounding after the plain one; (how many, what was wrong)."""
    found, count, plain = [], 0, ""
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, variables) in enumerate(cases(Path(folder))):
            if number % every:
                continue
            said = _child(variables)
            plain, count = plain or said, count + 1
            if said != plain or not said.startswith("{"):
                found.append(f"{name}: {said[-500:]}")
    return count, found


def _child(variables: Mapping[str, str]) -> str:
    kept = {key: one for key, one in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    env = {key: one for key, one in {**kept, **variables}.items() if one}
    done = subprocess.run(
        [sys.executable, "-m", "tests.trust.surroundings"],
        cwd=REPOSITORY, env=env, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    return done.stdout.strip() or done.stderr


def work() -> dict[str, str]:
    """An attempt and settings, written and read back; the hashes of their files."""
    from trainer.session.settings import Settings

    home = user_folders()
    settings = SettingsFile(home.home / "settings.json")
    settings.write(Settings(keep_days=90, attempts_folder="/Ä/試"))
    assert settings.read().keep_days == 90
    folder = AttemptFolder(home.attempts)
    journal = folder.create(header("a-1"))
    for seq in range(1, 6):
        journal.append(act(seq))
    journal.seal()
    journal.close()
    assert folder.load(journal.path).sealed
    assert folder.finished() == (journal.path,)
    files = {"settings": settings.path, "attempt": journal.path}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def races(count: int, instances: int = 4) -> list[str]:
    """Instances reach for one attempt at once: one owner, the others hear why; then a kill."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        store = AttemptFolder(Path(folder))
        store.create(header("a-1")).close()
        path = store.folder / "a-1.attempt"
        for number in range(count):
            said = _race(store, path, instances)
            if sorted(said) != sorted(["mine"] + ["in use"] * (instances - 1)):
                found.append(f"race {number}: {said}")
            began = time.monotonic()
            store.reopen(path)[1].close()  # its owner was killed: nothing stale may be left
            if time.monotonic() - began > 5.0:
                found.append(f"race {number}: taking it up again took more than 5 s")
    return found


def _race(store: AttemptFolder, path: Path, instances: int) -> list[str]:
    start, gate = os.pipe()
    heard, told = os.pipe()
    children = []
    for _ in range(instances):
        child = os.fork()
        if child == 0:
            os.close(gate)
            os.read(start, 1)  # until the parent lets go
            os.write(told, f"{_reach(store, path)}\n".encode())
            time.sleep(30)
        children.append(child)
    for end in (start, gate, told):
        os.close(end)
    with os.fdopen(heard, encoding="utf-8") as lines:
        said = [lines.readline().strip() for _ in children]
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    return said


def _reach(store: AttemptFolder, path: Path) -> str:
    try:
        _KEPT.append(store.reopen(path)[1])
    except Refusal as refusal:
        return "in use" if refusal.code is ExitCode.IN_USE else str(refusal)
    return "mine"


_KEPT: list[object] = []


def read_only() -> str:
    """What somebody hears whose folder may not be written (as nobody, for root may do all)."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        place.chmod(0o555)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            if os.geteuid() == 0:
                os.setuid(NOBODY)
            try:
                AttemptFolder(place / "attempts").create(header())
                os.write(writing, b"it was written")
            except Refusal as refusal:
                os.write(writing, f"{refusal.code.name}: {refusal}".encode())
            os._exit(0)
        os.close(writing)
        os.waitpid(child, 0)
        with os.fdopen(reading, encoding="utf-8") as said:
            text = said.read()
        place.chmod(0o755)
    return text


if __name__ == "__main__":
    print(json.dumps(work(), sort_keys=True))
