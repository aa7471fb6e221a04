"""Every way in which this program saves something, with what must hold whatever happens to it."""

from __future__ import annotations

import functools
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.scenario.documents import SYNTHETIC, as_file, changed
from tests.storage.packages import House, a_patient, house, read_in_process, whole
from tests.storage.records import act, header, motion
from tests.trust.disk_exams import EXAMS
from tests.trust.disk_stores import STORES
from tests.trust.save_path import SavePath, Say, Wrong, nothing
from trainer.refusal import Refusal
from trainer.scenario.manuscript.change import Change
from trainer.scenario.manuscript.edits import SetValue
from trainer.session.settings import Settings
from trainer.storage import house as house_folders
from trainer.storage.attempt_folder import AttemptFolder
from trainer.storage.folders import Folders
from trainer.storage.house import HouseFolders
from trainer.storage.manuscript_folder import ManuscriptFolder
from trainer.storage.package_staging import clear_leftovers
from trainer.storage.patient_folder import PatientFolderStore
from trainer.storage.settings_file import SettingsFile

SEALED = 1_000
ACTS = 6

# The program knows its own hash once it has begun; here each of ten thousand begins.
house_folders.build_sha256 = functools.cache(house_folders.build_sha256)  # type: ignore[attr-defined]


# --- an attempt ---


def _record(root: Path, say: Say, acts: int = ACTS) -> None:
    journal = AttemptFolder(root / "attempts").create(header("a-1"))
    try:
        say(1)
        for seq in range(1, acts + 1):
            journal.append(motion(seq) if seq % 3 == 0 else act(seq))
            journal.flush()
            say(1 + seq)
        journal.seal()
        say(SEALED)
    finally:
        journal.close()


def _recorded(root: Path, said: int, acts: int = ACTS) -> Wrong:
    folder = AttemptFolder(root / "attempts")
    path = folder.folder / "a-1.attempt"
    try:
        log = folder.load(path)
    except Refusal as refusal:
        if said:
            yield f"{said} was said to be safe, but: {refusal}"
        path.unlink(missing_ok=True)
        journal = folder.create(header("a-1"))
        journal.close()
        log = folder.load(path)
    promised = acts if said == SEALED else said - 1
    if len(log.records) < promised:
        yield f"{promised} records were safe, {len(log.records)} are there"
    if said == SEALED and not log.sealed:
        yield "it was sealed and is not"
    if not log.sealed:
        _, journal = folder.reopen(path)
        journal.append(act(len(log.records) + 1))
        journal.seal()
        journal.close()
        if len(folder.load(path).records) != len(log.records) + 1:
            yield "it did not go on"


# --- settings ---


def _with_days(days: int) -> Settings:
    # A long value, so that a file is more than one sector.
    return replace(Settings(), keep_days=days, attempts_folder=f"/{days}/" + "x" * 1500)


DAYS = (0, 90, 180, 365)


def _had_settings(root: Path) -> None:
    SettingsFile(root / "settings.json").write(_with_days(DAYS[0]))


def _set(root: Path, say: Say) -> None:
    for number, days in enumerate(DAYS[1:], start=1):
        SettingsFile(root / "settings.json").write(_with_days(days))
        say(number)


def _settings_kept(root: Path, said: int) -> Wrong:
    found = SettingsFile(root / "settings.json").read()
    allowed = [_with_days(days) for days in DAYS[said : said + 2]]
    if found not in allowed:
        yield f"after {said} changes it reads {found.keep_days} days, {len(found.attempts_folder)}"
    SettingsFile(root / "settings.json").write(_with_days(0))


# --- a case in the studio ---


def _author(root: Path, say: Say, acts: int = ACTS) -> None:
    file = ManuscriptFolder(root / "studio", root / "own").create(SYNTHETIC)
    try:
        say(1)
        for number in range(2, 2 + acts):
            file.append(Change((SetValue(("order",), number),), ""))
            file.flush()
            say(number)
    finally:
        file.close()


def _authored(root: Path, said: int) -> Wrong:
    store = ManuscriptFolder(root / "studio", root / "own")
    cards = store.unfinished()
    if said and len(cards) != 1:
        yield f"{len(cards)} cases are listed"
    for card in cards:
        file = store.reopen(card.key)
        kept = int(file.manuscript.document().get("order", 0))
        file.append(Change((SetValue(("order",), 99),), ""))
        file.flush()
        file.close()
        if said > 1 and kept < said:
            yield f"change {said} was safe, {kept} is there"
        again = store.reopen(card.key)
        if again.manuscript.document().get("order") != 99:
            yield "it did not go on"
        again.close()


# --- publishing a case: a scenario on the disk ---


CASES = [as_file(changed(SYNTHETIC, (("version",), number))) for number in (1, 2)]


def _published_once(root: Path) -> None:
    store = ManuscriptFolder(root / "studio", root / "own")
    file = store.create(SYNTHETIC)
    store.keep(file, "notes.md", b"n" * 1200)
    store.publish(file, "a-test", CASES[0], ("notes.md",))
    file.close()


def _publish(root: Path, say: Say) -> None:
    store = ManuscriptFolder(root / "studio", root / "own")
    file = store.reopen(next((root / "studio").iterdir()).name)
    try:
        store.publish(file, "a-test", CASES[1], ("notes.md",))
        say(1)
    finally:
        file.close()


def _published(root: Path, said: int) -> Wrong:
    clear_leftovers(root / "own")
    home = root / "own" / "a-test"
    found = {path.name: path.read_bytes() for path in home.glob("*")}
    allowed = [{"notes.md": b"n" * 1200, "scenario.yaml": text} for text in CASES[said:]]
    if found not in allowed:
        sizes = {name: len(data) for name, data in found.items()}
        yield f"published {said}, there is {sizes}"


# --- installing a package ---


def _installed_once(root: Path) -> None:
    place = house(root / "house")
    (place.root / "old.zip").write_bytes(whole(1))
    (place.root / "new.zip").write_bytes(whole(2, title="Another"))
    place.store.install(place.root / "new.zip")
    _keep_tree(place.tree(), root / "new")
    shutil.rmtree(place.own)
    place.store.install(place.root / "old.zip")
    _keep_tree(place.tree(), root / "old")


def _keep_tree(tree: dict[str, bytes], into: Path) -> None:
    for name, data in tree.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_bytes(data)


def _install(root: Path, say: Say) -> None:
    place = _house_again(root)
    place.store.install(place.root / "new.zip", replace=True)
    say(1)


def _house_again(root: Path) -> House:
    return House(root / "house", read_in_process)


def _installed(root: Path, said: int) -> Wrong:
    place = _house_again(root)
    clear_leftovers(place.own)
    found = place.tree()
    allowed = [_tree_at(root / name) for name in ("old", "new")[said:]]
    if found not in allowed:
        yield f"installed {said}, there is {sorted(found)}"


def _tree_at(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


# --- exports: a patient's folder, and the zip for support ---


def _exported_once(root: Path) -> None:
    (root / "home" / "logs").mkdir(parents=True)
    (root / "home" / "logs" / "a.log").write_bytes(b"log\n" * 600)
    _house_of(root).collect(root / "support.zip")


def _house_of(root: Path) -> HouseFolders:
    return HouseFolders(Folders(root / "home", root / "cache"), root / "settings.json")


def _export(root: Path, say: Say) -> None:
    PatientFolderStore().save(a_patient(), root / "patients" / "p")
    say(1)
    _house_of(root).collect(root / "support.zip")
    say(2)


def _exported(root: Path, said: int) -> Wrong:
    folder = root / "patients" / "p"
    if folder.exists():
        found = PatientFolderStore().load(folder).radiographs[0].grey
        if not np.array_equal(found, a_patient().radiographs[0].grey):
            yield "the exported patient is another one"
    elif said:
        yield "the exported patient is gone"
    with zipfile.ZipFile(root / "support.zip") as packed:
        if packed.testzip() is not None or "logs/a.log" not in packed.namelist():
            yield "the zip for support is not whole"


# --- what the next start does with what it finds ---


def _go_on(root: Path) -> None:
    folder = AttemptFolder(root / "attempts")
    for path in folder.unfinished():
        folder.reopen(path)[1].close()


def _list_cases(root: Path) -> None:
    store = ManuscriptFolder(root / "studio", root / "own")
    for card in store.unfinished():
        store.reopen(card.key).close()


def _read_settings(root: Path) -> None:
    SettingsFile(root / "settings.json").read()


def _read_export(root: Path) -> None:
    if (root / "patients" / "p").exists():
        PatientFolderStore().load(root / "patients" / "p")


PATHS = (
    SavePath("attempt", nothing, _record, _recorded, _go_on),
    SavePath("settings", _had_settings, _set, _settings_kept, _read_settings),
    SavePath("studio", nothing, _author, _authored, _list_cases),
    SavePath(
        "scenario",
        _published_once,
        _publish,
        _published,
        lambda root: clear_leftovers(root / "own"),
    ),
    SavePath(
        "package",
        _installed_once,
        _install,
        _installed,
        lambda root: clear_leftovers(root / "house" / "own"),
    ),
    SavePath("export", _exported_once, _export, _exported, _read_export),
    *EXAMS,
    *STORES,
)

# Long enough for a disk to fill up on the way, by pages of four kilobytes, and for many states.
LONG_ACTS, LONG_SHARE = 90, 12
LONG_PATHS = (
    SavePath(
        "a long attempt",
        nothing,
        functools.partial(_record, acts=LONG_ACTS),
        functools.partial(_recorded, acts=LONG_ACTS),
        _go_on,
        LONG_SHARE,
    ),
    SavePath(
        "long authoring",
        nothing,
        functools.partial(_author, acts=LONG_ACTS),
        _authored,
        _list_cases,
        LONG_SHARE,
    ),
)
