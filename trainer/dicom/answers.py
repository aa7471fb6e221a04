"""What the child answers: request in, facts and pixels out; every failure is a refusal.

Requests are ``{"op": "look" | "hu" | "grey" | "volume" | "labels" | "leftovers", "path": ...,
"salt": ..., "frame": n}``.
An answer carries allowed facts, counts and pixels, or ``{"refused": {"why", "next_step"}}``. The
sentences of a refusal are made here, never taken from the file or from a library's message.
"""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from pydicom.pixels.processing import apply_modality_lut, apply_voi_lut

from trainer.dicom import allowlist, limits, volume_facts
from trainer.dicom.border import Pixels
from trainer.dicom.decode import Stored, stored_frame
from trainer.dicom.dicom_facts import facts_of
from trainer.dicom.hounsfield import hounsfield, rescale_problem
from trainer.dicom.leftovers import leftovers
from trainer.dicom.nifti_file import is_nifti, open_nifti
from trainer.dicom.nrrd_file import is_nrrd, open_nrrd
from trainer.dicom.open_file import OpenFile, is_dicom, open_dicom, regular_file
from trainer.dicom.polarity import grey_of, polarity_of
from trainer.dicom.seg_file import is_seg, read_seg
from trainer.refusal import Refusal

Request = Mapping[str, object]
Answer = tuple[dict[str, object], Pixels | None]
_A_LABEL_MAP = "Choose a label map: NIfTI, NRRD or DICOM SEG"
_FETCH_AGAIN = "Fetch the file again from where it came"


def answer(request: Request) -> Answer:
    """The answer to one request; never raises."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _OPERATIONS[str(request["op"])](request)
    except Refusal as refusal:
        return _refused(refusal.why, refusal.next_step)
    except MemoryError:
        memory = f"{limits.CHILD_MEMORY_BYTES // limits.GIB} GiB"
        return _refused(f"reading it needs more than {memory} of memory", _FETCH_AGAIN)
    except RecursionError:
        return _refused("its header is nested too deeply", _FETCH_AGAIN)
    except PermissionError:
        return _refused("it may not be read", "Ask for the right to read it, or copy it")
    except FileNotFoundError:
        return _refused("it is not there (any more)", "Check the folder and try again")
    except Exception as error:  # the border: pydicom alone raises ten kinds on damaged files
        return _refused(f"it is damaged or cut off ({type(error).__name__})", _FETCH_AGAIN)


def _refused(why: str, next_step: str) -> Answer:
    return {"refused": {"why": why, "next_step": next_step}}, None


def _look(request: Request) -> Answer:
    """What a file is, from its header alone."""
    with regular_file(Path(str(request["path"]))) as stream:
        head = stream.read(132)
        stream.seek(0)
        if is_dicom(head):
            facts = facts_of(open_dicom(stream, with_pixels=False), str(request["salt"]))
            return {"kind": "dicom", "facts": allowlist.to_wire(facts)}, None
        opened = _open_volume(stream, head)
        if opened is None:
            return {"kind": "none"}, None
        return {"kind": "volume", "facts": volume_facts.to_wire(opened[0])}, None


def _open_volume(
    stream: BinaryIO, head: bytes
) -> tuple[volume_facts.VolumeFacts, Callable[[], NDArray[np.generic]]] | None:
    if is_nrrd(head):
        return open_nrrd(stream)
    return open_nifti(stream) if is_nifti(stream) else None


def _hu(request: Request) -> Answer:
    """One CT slice in Hounsfield units."""
    file, facts, stored = _frame(request)
    slope, intercept = facts.number("RescaleSlope"), facts.number("RescaleIntercept")
    if problem := rescale_problem(slope, intercept):
        raise Refusal("the slice", problem, _FETCH_AGAIN)
    del file
    values, counts = hounsfield(stored, slope or 1.0, intercept or 0.0)
    return {"counts": dataclasses.asdict(counts)}, values


def _grey(request: Request) -> Answer:
    """One projection picture, dense is dark."""
    file, facts, stored = _frame(request)
    values = np.asarray(apply_modality_lut(stored, file.dataset))
    voi = "VOILUTSequence" in file.dataset
    if voi:
        whole = np.rint(values).astype(np.int64) if values.dtype.kind == "f" else values
        values = np.asarray(apply_voi_lut(whole, file.dataset, prefer_lut=True))
    falling = values.flat[int(stored.argmax())] < values.flat[int(stored.argmin())]
    inverted = polarity_of(facts).dense_is_bright != bool(falling)
    grey, changed = grey_of(values, inverted, int(facts.number("BitsStored") or 16))
    return {"inverted": inverted, "voi_lut": voi, "rescaled": changed}, grey


def _frame(request: Request) -> tuple[OpenFile, allowlist.FileFacts, Stored]:
    with regular_file(Path(str(request["path"]))) as stream:
        is_dicom(stream.read(132))
        stream.seek(0)
        file = open_dicom(stream, with_pixels=True)
    facts = facts_of(file, str(request["salt"]))
    return file, facts, stored_frame(file, facts, int(str(request["frame"])))


def _volume(request: Request) -> Answer:
    """A whole volume in Hounsfield units."""
    with regular_file(Path(str(request["path"]))) as stream:
        head = stream.read(132)
        stream.seek(0)
        opened = _open_volume(stream, head)
        if opened is None:
            raise Refusal("the file", "it is no volume (any more)", _FETCH_AGAIN)
        facts, stored = opened
        values, counts = hounsfield(stored(), facts.slope, facts.intercept)
    wire = volume_facts.to_wire(facts)
    return {"facts": wire, "counts": dataclasses.asdict(counts)}, values


def _labels(request: Request) -> Answer:
    """The numbers of a label map, and whether they are this program's own."""
    with regular_file(Path(str(request["path"]))) as stream:
        head = stream.read(132)
        stream.seek(0)
        if is_dicom(head):
            if not is_seg(stream):
                raise Refusal("the file", "it is DICOM but no segmentation (SEG)", _A_LABEL_MAP)
            facts, numbers = read_seg(stream)
            return {"facts": volume_facts.to_wire(facts), "named": True}, numbers
        opened = _open_volume(stream, head)
        if opened is None:
            raise Refusal("the file", "it is neither NIfTI nor NRRD nor DICOM", _A_LABEL_MAP)
        facts, stored = opened
        numbers = _whole_numbers(stored(), facts.slope, facts.intercept)
    return {"facts": volume_facts.to_wire(facts), "named": False}, numbers


def _whole_numbers(
    stored: NDArray[np.generic], slope: float, intercept: float
) -> NDArray[np.uint16]:
    """Label numbers; refuses values that are none."""
    values = np.asarray(stored)
    plain = slope in (0.0, 1.0) and intercept == 0.0 and bool(np.isfinite(values).all())
    low, high = (float(values.min()), float(values.max())) if plain else (-1.0, -1.0)
    if low < 0.0 or high > limits.MOST_LABEL:
        why = f"its values run from {low:g} to {high:g}" if plain else "its values are scaled"
        raise Refusal("the file", f"{why}: no label map", _A_LABEL_MAP)
    numbers = values.astype(np.uint16)
    if values.dtype.kind == "f" and not np.array_equal(numbers, values):
        raise Refusal("the file", "its values are not whole numbers: no label map", _A_LABEL_MAP)
    return numbers


def _leftovers(request: Request) -> Answer:
    """What a picture file says beside its picture."""
    return {"leftovers": list(leftovers(Path(str(request["path"]))))}, None


_OPERATIONS: Mapping[str, Callable[[Request], Answer]] = {
    "look": _look,
    "hu": _hu,
    "grey": _grey,
    "volume": _volume,
    "labels": _labels,
    "leftovers": _leftovers,
}
