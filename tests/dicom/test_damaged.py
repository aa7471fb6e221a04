"""Damaged files: each is refused, or gives the identical scan; never another exception."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dicom.factory import (
    ct_folder,
    file_name,
    phantom,
    phantom_grid,
    picture,
    projection_file,
)
from trainer.dicom import ct_series
from trainer.dicom.answers import answer
from trainer.dicom.asking import Asking
from trainer.dicom.border import Pixels
from trainer.dicom.ct_choice import Chosen, find_ct
from trainer.dicom.radiographs import read_radiographs
from trainer.dicom.reader import LimitedImageReader
from trainer.refusal import Refusal

DAMAGED = file_name(8)


class InProcess:
    """The child's own answer function, without the process; whole files are remembered."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[dict[str, object], Pixels | None]] = {}

    def ask(
        self, request: Mapping[str, object], timeout_s: float
    ) -> tuple[dict[str, object], Pixels | None]:
        key = f"{request['op']}{request['path']}"
        steady = {**request, "salt": "same"}
        if DAMAGED in key or key not in self._known:
            self._known[key] = answer(steady)
        header, pixels = self._known[key]
        refused = header.get("refused")
        if isinstance(refused, dict):
            raise Refusal("The file", refused["why"], refused["next_step"])
        return header, pixels


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ct_folder(tmp_path_factory.mktemp("damaged") / "s")


CHILD = InProcess()


@cache
def whole(path: Path) -> bytes:
    return path.read_bytes()


def outcome(folder: Path, content: bytes) -> str:
    """ "refused", "noted" or "same"; anything else fails."""
    original = whole(folder / DAMAGED)
    (folder / DAMAGED).write_bytes(content)
    try:
        asking = Asking(CHILD)
        found = find_ct(folder, asking)
        assert isinstance(found, Chosen)
        scan = ct_series.scan_of_series(folder, found, asking)
    except Refusal as refusal:
        assert refusal.why
        assert refusal.next_step
        return "refused"
    finally:
        (folder / DAMAGED).write_bytes(original)
    if scan.notes != ("21 slices read",):
        return "noted"
    np.testing.assert_array_equal(scan.hu, phantom())
    world = scan.grid.world_from_index
    np.testing.assert_allclose(world, phantom_grid().world_from_index, atol=0.05)
    return "same"


# Behind this the pixels lie as they are: without a checksum nobody can tell a changed one.
def header_length(content: bytes) -> int:
    return content.rindex(b"\xe0\x7f\x10\x00OW") + 12


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_a_slice_with_damaged_header_bytes_is_refused_or_identical(
    series: Path, data: st.DataObject
) -> None:
    content = bytearray(whole(series / DAMAGED))
    place = st.integers(0, header_length(bytes(content)) - 1)
    for at in data.draw(st.lists(place, min_size=1, max_size=4)):
        content[at] = data.draw(st.integers(0, 255))
    outcome(series, bytes(content))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_slice_cut_anywhere_is_refused(series: Path, data: st.DataObject) -> None:
    content = whole(series / DAMAGED)
    cut = data.draw(st.integers(0, len(content) - 1))
    assert outcome(series, content[:cut]) == "refused"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_slice_with_bytes_put_in_or_taken_out_is_refused_or_identical(
    series: Path, data: st.DataObject
) -> None:
    content = whole(series / DAMAGED)
    at = data.draw(st.integers(0, header_length(content) - 1))
    length = data.draw(st.integers(1, 40))
    if data.draw(st.booleans()):
        outcome(series, content[:at] + data.draw(st.binary(min_size=1, max_size=40)) + content[at:])
    else:
        outcome(series, content[:at] + content[at + length :])


def test_the_whole_slice_is_the_control(series: Path) -> None:
    content = whole(series / DAMAGED)
    assert outcome(series, content) == "same"
    assert outcome(series, b"") == "refused"


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_damaged_radiographs_volumes_and_packed_files_raise_nothing_but_refusals(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "packed"
    seeds = packed_seeds(folder)
    name = data.draw(st.sampled_from(sorted(seeds)))
    content = bytearray(seeds[name])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=3)):
        content[at] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.one_of(st.none(), st.integers(0, len(content))))]
    path = folder / f"{DAMAGED}-{name}"
    path.write_bytes(bytes(content))
    asking = Asking(CHILD)
    try:
        found = asking.look(path)
        if name in ("nii", "nrrd"):
            CHILD.ask({"op": "volume", "path": str(path)}, 60.0)
        else:
            assert found is None or read_radiographs([path], "R/F", asking)
    except Refusal as refusal:
        assert refusal.why


@cache
def packed_seeds(folder: Path) -> dict[str, bytes]:
    """One small file of each kind that is not a plain CT slice."""
    import nibabel
    import nrrd
    import pydicom
    from pydicom.uid import DeflatedExplicitVRLittleEndian, JPEG2000Lossless, RLELossless

    folder.mkdir(exist_ok=True)
    projection_file(folder / "xa", picture(40, 48))
    for name, uid in (("j2k", JPEG2000Lossless), ("rle", RLELossless)):
        dataset = pydicom.dcmread(folder / "xa")
        plugin = "pydicom" if uid == RLELossless else "pylibjpeg"
        dataset.compress(uid, encoding_plugin=plugin)
        dataset.save_as(folder / name)
    dataset = pydicom.dcmread(folder / "xa")
    dataset.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    dataset.save_as(folder / "deflated")
    small = phantom()[:4, :5, :6].transpose(2, 1, 0)
    nibabel.save(nibabel.Nifti1Image(small, np.eye(4)), folder / "nii.nii.gz")
    (folder / "nii.nii.gz").rename(folder / "nii")
    space = {"space": "LPS", "space directions": np.eye(3), "space origin": np.zeros(3)}
    nrrd.write(str(folder / "n.nrrd"), small, space)
    (folder / "n.nrrd").rename(folder / "nrrd")
    names = ("xa", "j2k", "rle", "deflated", "nii", "nrrd")
    return {name: (folder / name).read_bytes() for name in names}


def test_cut_files_are_refused_through_the_real_child(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    folder = ct_folder(tmp_path / "s")
    content = (folder / DAMAGED).read_bytes()
    header = header_length(content)
    for cut in (0, 1, 127, 131, 132, 140, 200, header // 2, header, header + 1, len(content) - 1):
        (folder / DAMAGED).write_bytes(content[:cut])
        with pytest.raises(Refusal):
            reader.read_ct(folder)
    (folder / DAMAGED).write_bytes(content[:-1])
    with pytest.raises(Refusal, match=f"'{DAMAGED}': the file is cut off within its pixels"):
        reader.read_ct(folder)


def test_deep_nesting_and_endless_elements_are_refused(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    folder = ct_folder(tmp_path / "s")
    content = (folder / DAMAGED).read_bytes()
    body = content.index(b"\x08\x00\x16\x00UI")
    nested = b"\x08\x00\x05\x11SQ\x00\x00\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff" * 2000
    (folder / DAMAGED).write_bytes(content[:body] + nested + content[body:])
    with pytest.raises(Refusal, match=r"nested too deeply|damaged"):
        reader.read_ct(folder)
    many = b"\x09\x00\x10\x10LO\x00\x00" * 250_000
    (folder / DAMAGED).write_bytes(content[:body] + many + content[body:])
    with pytest.raises(Refusal, match="it has more than 200,000 elements"):
        reader.read_ct(folder)
