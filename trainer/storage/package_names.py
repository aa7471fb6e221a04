"""What a member of a package may be called and how it may begin."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from trainer.refusal import Problem
from trainer.scenario.filenames import bare_name
from trainer.scenario.text import printable
from trainer.storage.package_limits import DEPTH, NAME_BYTES

# Programs, archives and what other programs would run or unpickle; no scenario needs them.
_PROGRAMS = "app bat cmd com dll dylib exe jar js lnk msi ps1 py pyc pyd scr sh so url vbs"
_ARCHIVES = "7z bz2 gz rar tar tgz xz zip"
_OBJECTS = "npy npz pickle pkl docm pptm xlsm"
FORBIDDEN_ENDINGS = frozenset(f"{_PROGRAMS} {_ARCHIVES} {_OBJECTS}".split())
_MAGIC = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"\xcf\xfa\xed\xfe", "a macOS program"),
    (b"\xce\xfa\xed\xfe", "a macOS program"),
    (b"\xca\xfe\xba\xbe", "a macOS or Java program"),
    (b"#!", "a script"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "a Windows shortcut"),
    (b"PK\x03\x04", "a zip inside the zip"),
    (b"PK\x05\x06", "a zip inside the zip"),
    (b"\x1f\x8b", "an archive"),
    (b"BZh", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"\xfd7zXZ", "an archive"),
    (b"Rar!", "an archive"),
    (b"\x93NUMPY", "a NumPy file"),
    (b"\xd0\xcf\x11\xe0", "an Office file that may hold macros"),
    *((bytes((0x80, version)), "a pickle") for version in range(2, 6)),
)
MAGIC_BYTES = 8


def name_problem(name: str) -> str | None:
    """Why a member may not be called so; None where it may."""
    wrong = _shape_problem(name)
    if wrong is not None:
        return wrong
    for part in name.split("/"):
        try:
            bare_name(part)
        except ValueError as error:
            return str(error).split(";")[0]
    ending = name.rpartition(".")[2].casefold()
    return (
        f"is of the kind {ending}, which no scenario holds" * (ending in FORBIDDEN_ENDINGS) or None
    )


def _shape_problem(name: str) -> str | None:
    parts = name.split("/")
    wrong = (
        (not name, "has no name"),
        (name.startswith(("/", "\\")), "is an absolute path"),
        (name[1:2] == ":", "names a drive"),
        ("\\" in name, "holds a backslash"),
        (".." in parts, "climbs out of its folder with '..'"),
        (name.endswith("/"), "is a folder; only files are packed"),
        (len(parts) > DEPTH, f"lies deeper than {DEPTH} levels"),
        (
            len(name.encode("utf-8", "replace")) > NAME_BYTES,
            f"has a name longer than {NAME_BYTES} bytes",
        ),
        (unicodedata.normalize("NFC", name) != name, "is not spelled in Unicode's form NFC"),
    )
    return next((why for broken, why in wrong if broken), None)


def name_problems(names: Iterable[str]) -> Iterator[Problem]:
    """Every name that may not be, and every two that one disk would take for one."""
    seen: dict[str, str] = {}
    for name in names:
        why = name_problem(name)
        if why is not None:
            yield Problem(shown(name), why)
        key = unicodedata.normalize("NFC", name).casefold()
        if key in seen:
            yield Problem(shown(name), f"is there twice (as {shown(seen[key])})")
        seen.setdefault(key, name)
    for key, name in seen.items():
        folder = key.rsplit("/", 1)[0]
        if folder != key and folder in seen:
            yield Problem(shown(name), f"lies in {shown(seen[folder])}, which is a file")


def content_problem(head: bytes) -> str | None:
    """What a member is that may not be in a package, from its first bytes; None where nothing."""
    return next((f"is {kind}" for magic, kind in _MAGIC if head.startswith(magic)), None)


def shown(name: str) -> str:
    """A name as a message may print it: control and direction marks written out, never too long."""
    safe = printable(name[:100])
    return (safe + ("..." if len(name) > 100 else "")) or "(no name)"
