"""Every hostile package of reliability.md 5.2: refused whole, the member named, nothing left."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.scenario.documents import CT, as_file, changed
from tests.storage.packages import House, film_case, house, package, plain, whole
from trainer.refusal import ExitCode, Refusal
from trainer.storage import package_limits as limits
from trainer.storage.package_reading import read_bytes, read_confined
from trainer.storage.package_zip import packed

GOOD = whole()
Members = list[tuple[str, bytes]]


@pytest.fixture
def reader(tmp_path: Path) -> House:
    return house(tmp_path / "reader")


def refused(place: House, data: bytes) -> Refusal:
    """The refusal; nothing is left behind."""
    path = place.root / "x.zip"
    path.write_bytes(data)
    with pytest.raises(Refusal) as caught:
        place.store.install(path)
    assert place.tree() == {}
    assert caught.value.next_step
    assert "Traceback" not in str(caught.value)
    return caught.value


def unread(data: bytes) -> Refusal:
    """The refusal of the reader alone, which comes before any file is made."""
    with pytest.raises(Refusal) as caught:
        read_bytes(data, "x.zip", lambda _name, _chunks: pytest.fail("a member was handed over"))
    assert caught.value.code == ExitCode.BAD_INPUT
    return caught.value


def foreign(
    name: str = "x.txt", data: bytes = b"x", method: int = zipfile.ZIP_STORED, mode: int = 0
) -> bytes:
    """The good package's files with one more member, by Python's own zip writer."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member, part in package(plain()):
            archive.writestr(member, part)
        info = zipfile.ZipInfo(name)
        info.compress_type = method
        info.external_attr = mode << 16
        archive.writestr(info, data)
    return stream.getvalue()


def named(name: str) -> bytes:
    return packed([*package(plain()), (name, b"x")])


def twice(first: str, second: str) -> bytes:
    return packed([*package(plain()), (first, b"x"), (second, b"x")])


def patched(at: int, data: bytes, base: bytes = GOOD) -> bytes:
    at %= len(base)
    return base[:at] + data + base[at + len(data) :]


def central(base: bytes = GOOD) -> int:
    return base.index(b"PK\x01\x02")


NAMES = {
    "../escape.txt": "climbs out",
    "patient/../../x": "climbs out",
    "/etc/passwd": "absolute",
    "\\\\server\\share": "absolute",
    "C:evil.txt": "drive",
    "C:\\x.txt": "drive",
    "a\\b.txt": "backslash",
    "CON": "device",
    "nul.txt": "device",
    "lpt1.dcm": "device",
    "a\0.txt": "NUL",
    "a\x1b[2J.txt": "invisible mark U\\+001B",
    "gpj.\u202eexe": "invisible mark U\\+202E",
    "trailing.": "end with a dot",
    "trailing ": "end with a dot or a space",
    ".hidden": "begin with a dot",
    "a/b/c.txt": "deeper",
    "folder/": "is a folder",
    "e\u0301.txt": "NFC",
    "n" * 300 + ".txt": "longer than 255",
    "d/" + "n" * 600: "longer than 511",
    "": "no name",
    "code.py": "kind py",
    "model.pkl": "kind pkl",
    "grid.npy": "kind npy",
    "lib.SO": "kind so",
    "start.lnk": "kind lnk",
    "inner.zip": "kind zip",
    "report.docm": "kind docm",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_member_of_a_wrong_name_is_refused(name: str) -> None:
    refusal = unread(named(name))
    assert re.search(NAMES[name], str(refusal)), str(refusal)
    assert "\x1b" not in str(refusal)
    assert "\u202e" not in str(refusal)


@pytest.mark.parametrize(
    ("first", "second"),
    [("a.txt", "a.txt"), ("a.txt", "A.TXT"), ("ß.txt", "SS.txt"), ("\u00e9.txt", "e\u0301.txt")],
)
def test_two_names_that_one_disk_takes_for_one_are_refused(first: str, second: str) -> None:
    assert "twice" in str(unread(twice(first, second)))


def test_a_file_and_a_folder_of_one_name_are_refused() -> None:
    assert "which is a file" in str(unread(twice("patient", "patient/a.zlib")))


def test_the_manifest_twice_is_refused() -> None:
    assert "manifest.json: is there twice" in str(unread(named("manifest.json")))


MODES = {
    "is a link": stat.S_IFLNK,
    "is a device or a pipe": stat.S_IFIFO,
    "is a folder": stat.S_IFDIR,
}


@pytest.mark.parametrize("why", MODES)
def test_what_is_no_plain_file_is_refused(why: str) -> None:
    said = str(unread(foreign("odd.txt", mode=MODES[why] | 0o644)))
    assert f"odd.txt: {why}" in said


def bomb() -> bytes:
    return foreign("bomb.txt", bytes(64 << 20), zipfile.ZIP_DEFLATED)


def overlapping() -> bytes:
    """Two entries of the directory that share one member's bytes (Fifield 2019)."""
    files = packed([*package(plain()), ("a.txt", b"x" * 50), ("b.txt", b"y" * 50)])
    at = files.rindex(b"PK\x01\x02")
    offset = struct.unpack_from("<L", files, files.rindex(b"PK\x01\x02", 0, at) + 42)[0]
    return patched(at + 42, struct.pack("<L", offset), files)


def sized(central_size: int) -> bytes:
    """A lie about a size in the directory."""
    return patched(central() + 24, struct.pack("<L", central_size))


SHAPES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "it is empty"),
    "one byte": (lambda: b"P", "it is no zip"),
    "text": (lambda: b"schema_version: 1\n" * 9, "it is no zip"),
    "an empty zip": (lambda: b"PK\x05\x06" + bytes(18), "it holds nothing"),
    "cut off": (lambda: GOOD[:-1], "cut off"),
    "cut in the middle": (lambda: GOOD[: len(GOOD) // 2], "cut off"),
    "something before": (lambda: b"#!/bin/sh\n" + GOOD, "it is no zip"),
    "a member's head before": (lambda: GOOD[:60] + GOOD, "lies elsewhere"),
    "something behind": (lambda: GOOD + b"more", "something stands behind"),
    "a comment": (lambda: patched(-2, b"\4\0") + b"more", "something stands behind"),
    "split": (lambda: patched(-18, b"\1\0"), "split zip"),
    "split counts": (lambda: patched(-14, b"\1\0"), "split zip"),
    "zip64 end": (lambda: patched(-10, b"\xff\xff\xff\xff"), "zip64"),
    "zip64 count": (lambda: patched(-14, b"\xff\xff\xff\xff"), "zip64"),
    "zip64 member": (lambda: sized(0xFFFFFFFF), "manifest.json: uses zip64"),
    "too many": (lambda: patched(-14, b"\xe9\x03\xe9\x03"), "1,001 members of 1,000"),
    "fewer than are there": (lambda: patched(-14, b"\1\0\1\0"), "stands between"),
    "more than are there": (lambda: patched(-14, b"\3\0\3\0"), "breaks off at member 3"),
    "encrypted member": (lambda: patched(central() + 8, b"\1\x08"), "encrypted inside"),
    "unknown method": (lambda: patched(central() + 10, b"\x63\0"), "method 99"),
    "sizes that differ": (lambda: sized(5), "says two sizes"),
    "central is not local": (lambda: patched(14, b"\0\0\0\0"), "in front of its bytes"),
    "name differs": (lambda: patched(30, b"M"), "in front of its bytes"),
    "date": (lambda: patched(central() + 12, b"\1\1"), "not as this program writes"),
    "descriptor": (lambda: patched(central() + 8, b"\x08\x08"), "behind it"),
    "deflated": (lambda: foreign("x.txt", b"x" * 99, zipfile.ZIP_DEFLATED), "x.txt: is compressed"),
    "bzip2": (lambda: foreign("x.txt", b"x" * 99, zipfile.ZIP_BZIP2), "x.txt: is compressed"),
    "bomb": (bomb, "bomb.txt: is compressed"),
    "overlapping": (overlapping, "b.txt: overlaps another member"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_zip_of_a_wrong_shape_is_refused(shape: str) -> None:
    make, why = SHAPES[shape]
    assert why in str(unread(make()))


def test_a_huge_file_is_refused_by_its_size(reader: House) -> None:
    path = reader.root / "huge.zip"
    with path.open("wb") as file:
        file.write(GOOD)
        file.truncate(limits.PACKAGE_BYTES + 1)
    with pytest.raises(Refusal, match="1,073,741,825 bytes of 1,073,741,824 allowed"):
        reader.store.install(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_pipes_devices_and_folders_are_refused_at_once(reader: House, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, why in (
        (tmp_path / "pipe", "it is a pipe"),
        (Path("/dev/zero"), "it is a device"),
        (tmp_path, "it is a folder"),
        (tmp_path / "nothing", "there is no such file"),
    ):
        with pytest.raises(Refusal, match=why):
            read_confined(path, lambda _name, _chunks: None)


def without_manifest() -> Members:
    return package(plain())[1:]


def with_more(name: str, data: bytes) -> Members:
    """A file that the manifest lists."""
    return package({**plain(), name: data})


def swapped(data: bytes) -> Members:
    """Another scenario.yaml than the manifest's."""
    return [package(plain())[0], ("scenario.yaml", data)]


def last(members: Members) -> Members:
    """The manifest behind the files."""
    return members[1:] + members[:1]


YAML = plain()["scenario.yaml"]
CONTENTS: dict[str, tuple[Callable[[], Members], str, ExitCode]] = {
    "no manifest": (without_manifest, "manifest.json: is missing", ExitCode.BAD_INPUT),
    "manifest last": (lambda: last(package(plain())), "does not stand first", ExitCode.BAD_INPUT),
    "manifest no JSON": (lambda: [("manifest.json", b"{")], "not JSON", ExitCode.BAD_INPUT),
    "manifest of another": (
        lambda: [("manifest.json", b'{"format":"x"}')],
        "not that of a scenario package",
        ExitCode.BAD_INPUT,
    ),
    "manifest deep": (
        lambda: [("manifest.json", b"[" * 100_000)],
        "not JSON",
        ExitCode.BAD_INPUT,
    ),
    "manifest large": (
        lambda: [("manifest.json", b" " * (limits.MANIFEST_BYTES + 1))],
        "more than 1,048,576 bytes",
        ExitCode.BAD_INPUT,
    ),
    "manifest respelled": (
        lambda: [("manifest.json", package(plain())[0][1] + b"\n"), ("scenario.yaml", YAML)],
        "not spelled as this program",
        ExitCode.BAD_INPUT,
    ),
    "unknown field": (lambda: package(plain(), more=1), "more", ExitCode.BAD_INPUT),
    "a field that does not show": (
        lambda: package(plain(), **{"form\x7fat\u202e": 1}),
        "manifest.json form<U+007F>at<U+202E>",
        ExitCode.BAD_INPUT,
    ),
    "id climbs": (
        lambda: package(plain(), scenario_id="../x"),
        "manifest.json scenario_id",
        ExitCode.BAD_INPUT,
    ),
    "an extra member": (
        lambda: [*package(plain()), ("more.txt", b"x")],
        "more.txt: is not in the manifest",
        ExitCode.INTEGRITY,
    ),
    "a missing member": (
        lambda: with_more("more.txt", b"x")[:1] + package(plain())[1:],
        "more.txt: is missing",
        ExitCode.INTEGRITY,
    ),
    "another size": (lambda: swapped(YAML + b" "), "its manifest says", ExitCode.INTEGRITY),
    "another hash": (
        lambda: swapped(YAML.replace(b"A case", b"a case")),
        "is not the file that was packed",
        ExitCode.INTEGRITY,
    ),
    "content hash": (
        lambda: package(plain(), content_sha256="0" * 64),
        "content_sha256",
        ExitCode.INTEGRITY,
    ),
    "a pickle by its magic": (
        lambda: with_more("notes.txt", b"\x80\x04\x95"),
        "notes.txt: is a pickle",
        ExitCode.BAD_INPUT,
    ),
    "a program by its magic": (
        lambda: with_more("notes.txt", b"\x7fELF\2"),
        "notes.txt: is a Linux program",
        ExitCode.BAD_INPUT,
    ),
    "a zip by its magic": (
        lambda: with_more("notes.txt", GOOD),
        "notes.txt: is a zip inside the zip",
        ExitCode.BAD_INPUT,
    ),
    "an object array by its magic": (
        lambda: with_more("notes.txt", b"\x93NUMPY\1\0"),
        "notes.txt: is a NumPy file",
        ExitCode.BAD_INPUT,
    ),
    "no part of it": (
        lambda: with_more("other.yaml", b"a: 1"),
        "other.yaml: is no part of this scenario",
        ExitCode.BAD_INPUT,
    ),
    "a patient nobody names": (
        lambda: with_more("patient/patient.json", b"{}"),
        "patient/patient.json: is no part",
        ExitCode.BAD_INPUT,
    ),
    "another id": (
        lambda: package(plain(), scenario_id="other-id"),
        "scenario.yaml id",
        ExitCode.BAD_INPUT,
    ),
    "another version": (
        lambda: package(plain(), scenario_version=9),
        "says version 9",
        ExitCode.BAD_INPUT,
    ),
    "a scenario that is none": (
        lambda: package({"scenario.yaml": as_file({"schema_version": 1})}),
        "scenario.yaml",
        ExitCode.BAD_INPUT,
    ),
    "no scenario at all": (
        lambda: package({"notes.txt": b"x"}),
        "there is no such file",
        ExitCode.BAD_INPUT,
    ),
    "a patient elsewhere": (
        lambda: package({"scenario.yaml": as_file(changed(CT, (("patient", "folder"), "/")))}, CT),
        "names a folder outside the package",
        ExitCode.BAD_INPUT,
    ),
    "a patient that is missing": (
        lambda: package({"scenario.yaml": as_file(CT)}, CT),
        "there is no such patient folder",
        ExitCode.BAD_INPUT,
    ),
    "a signature that is none": (
        lambda: [package(plain())[0], ("manifest.sig", b"{}"), ("scenario.yaml", YAML)],
        "manifest.sig: is no signature",
        ExitCode.BAD_INPUT,
    ),
    "a signature of zeros": (
        lambda: [
            package(plain())[0],
            (
                "manifest.sig",
                b'{"algorithm":"ed25519","public_key":"%s","signature":"%s"}'
                % (b"0" * 64, b"0" * 128),
            ),
            ("scenario.yaml", YAML),
        ],
        "not a signature of this manifest",
        ExitCode.INTEGRITY,
    ),
}


@pytest.mark.parametrize("case", CONTENTS)
def test_a_package_of_wrong_contents_is_refused(reader: House, case: str) -> None:
    make, why, code = CONTENTS[case]
    refusal = refused(reader, packed(make()))
    assert why in str(refusal)
    assert refusal.code == code


def test_a_picture_that_is_another_one_is_refused(reader: House) -> None:
    document, files = film_case()
    members = {"scenario.yaml": as_file(document), "ap.dcm": files["ap.dcm"] + b"!"}
    assert "this is another file" in str(refused(reader, packed(package(members, document))))


def test_all_that_is_wrong_is_said_at_once(reader: House) -> None:
    refusal = refused(
        reader, packed([*package(plain()), ("../a", b""), ("b.py", b""), ("CON", b"")])
    )
    assert [problem.where for problem in refusal.problems] == ["../a", "b.py", "CON"]


def test_the_good_one_is_installed(reader: House) -> None:
    """The same way in lets a good package through, so the refusals above mean something."""
    path = reader.root / "x.zip"
    path.write_bytes(GOOD)
    assert reader.store.install(path).outcome == "installed"
    assert set(reader.tree()) == {"a-test/scenario.yaml"}


@pytest.mark.skipif(os.name == "nt", reason="file size limits are POSIX")
def test_a_full_disk_is_one_sentence_and_leaves_nothing(
    reader: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = reader.root / "x.zip"
    path.write_bytes(GOOD)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(Refusal, match="the disk is full") as caught:
            reader.store.install(path)
    assert caught.value.code == ExitCode.STORAGE
    assert reader.tree() == {}
