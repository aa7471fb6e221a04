"""Real images come into a case: a CT with its landmarks, radiographs, pictures for the debrief."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from trainer.anatomy.vertebral_axes import Landmarks
from trainer.refusal import Refusal
from trainer.scenario.filenames import bare_name
from trainer.scenario.manuscript.edits import Remove, SetValue
from trainer.session.imports import Guidance, import_ct, landmark_document
from trainer.session.studio.workbench import Workbench
from trainer.session.waiting import IN_SILENCE, Waiting

ALONE = Guidance()  # nothing beside the scan itself
DICOMDIR = "dicomdir"
PICTURE_BYTES = 512 * 2**20  # as the library reads at most


@dataclass(frozen=True, slots=True)
class Kept:
    """A file beside the case. name : as a scenario calls it. sha256 : of its bytes (hex)."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Landmark:
    """status : "proposed", "confirmed" or "given". uncertainty_mm : of a proposed one."""

    name: str
    world_mm: tuple[float, float, float]
    status: str
    uncertainty_mm: float | None


def bring_ct(
    bench: Workbench, path: Path, guidance: Guidance = ALONE, waiting: Waiting = IN_SILENCE
) -> Mapping[str, Any]:
    """Import a CT into the manuscript and make it the patient; one step. Raises Refusal.

    path : a DICOM folder, a DICOMDIR, a zip of one, a NIfTI or an NRRD file. Returns what was
    found, as `trainer.session.imports.import_ct`.
    """
    name = _free_name(bench, "patient")
    with _read_from(bench, path) as source:
        found = import_ct(bench.services, source, bench.folder / name, guidance, waiting)
    _remember(bench, name, path, guidance)
    patient = {"kind": "ct", "folder": name, "sha256": found["sha256"]}
    bench.change(SetValue(("patient",), patient), *_without_names(bench))
    return found


def place_landmarks(
    bench: Workbench,
    points_world_mm: Landmarks,
    *,
    confirmed: bool = False,
    waiting: Waiting = IN_SILENCE,
) -> Mapping[str, Any]:
    """Import the CT again with points that a person has put, and with all proposals confirmed.

    They come beside those given before. As long as the import itself: place several at once. Where
    nothing is placed and all is confirmed, the patient stays as it is and only that is noted.
    Raises Refusal, also where the scan is needed and not there any more.
    """
    if confirmed and not points_world_mm:
        return _confirmed(bench, waiting)
    source, before = _remembered(bench)
    given = {**before.given, **points_world_mm}
    guidance = replace(before, given=given, confirmed=confirmed or before.confirmed)
    return bring_ct(bench, source, guidance, waiting)


def _confirmed(bench: Workbench, waiting: Waiting) -> Mapping[str, Any]:
    """The same patient, its proposals taken as they are; one step."""
    patient = bench.build_patient(waiting)
    if not patient.proposed:
        return landmark_document(patient)
    fresh = replace(patient, proposed={})
    name = _free_name(bench, "patient")
    bench.services.patient_store.save(fresh, bench.folder / name)
    with contextlib.suppress(Refusal):  # without its scan it can still be confirmed
        source, before = _remembered(bench)
        _remember(bench, name, source, replace(before, confirmed=True))
    told = {"kind": "ct", "folder": name, "sha256": fresh.sha256}
    bench.change(SetValue(("patient",), told))
    return landmark_document(fresh)


def landmarks(bench: Workbench) -> tuple[Landmark, ...]:
    """The patient's landmarks, each with how it came about; () until the patient is built."""
    if bench.patient is None or not bench.patient_is_current:
        return ()
    try:
        given = _remembered(bench)[1].given
    except Refusal:
        given = {}
    rows = landmark_document(bench.patient, given)["landmarks"]
    return tuple(
        Landmark(row["name"], tuple(row["world_mm"]), row["status"], row["uncertainty_mm"])
        for row in rows
    )


def bring_picture(bench: Workbench, path: Path, name: str | None = None) -> Kept:
    """Copy a file beside the case: a radiograph, or a picture for the debrief. Raises Refusal.

    Also where it says more than its picture, which may name a person.
    """
    told = bench.services.reader.leftovers(path)
    if told:
        raise Refusal(
            f"{path.name} was not taken",
            f"it may name a person: it holds {', '.join(told[:6])}",
            "Save it anew without texts, camera data and captions",
        )
    return keep_bytes(bench, name or path.name, _bytes_of(path))


def keep_bytes(bench: Workbench, name: str, data: bytes) -> Kept:
    """Put bytes beside the case under a bare name, in place of a file of that name."""
    try:
        bare_name(name)
    except ValueError as error:
        raise Refusal(f"{name!r} is no name for a file", str(error), "Choose another") from None
    bench.services.manuscripts.keep(bench.file, name, data)
    return Kept(name, hashlib.sha256(data).hexdigest())


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > PICTURE_BYTES:
            raise Refusal(
                f"{path.name} is too large",
                f"a picture has at most {PICTURE_BYTES >> 20} MB",
                "Choose another file",
            )
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Refusal(f"{path.name} cannot be read", why, "Check the file") from None


@contextlib.contextmanager
def _read_from(bench: Workbench, path: Path) -> Iterator[Path]:
    """Where the scan is really read: a DICOMDIR stands for its folder, a zip is unpacked."""
    if path.name.casefold() == DICOMDIR:
        yield path.parent
    elif path.suffix.casefold() == ".zip":
        with bench.services.manuscripts.unpacked(path) as folder:
            yield folder
    else:
        yield path


def _free_name(bench: Workbench, stem: str) -> str:
    taken = {one.name for one in bench.folder.iterdir()}
    names = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _without_names(bench: Workbench) -> tuple[Remove, ...]:
    """A radiograph's marks and a synthetic start do not fit a CT: they go with the old patient."""
    targets = bench.value(("targets",), [])
    return tuple(
        Remove(("targets", index, "picture_points"))
        for index, one in enumerate(targets if isinstance(targets, list) else [])
        if isinstance(one, dict) and "picture_points" in one
    )


def _remember(bench: Workbench, name: str, path: Path, guidance: Guidance) -> None:
    told = {
        "scan": str(path.absolute()),
        "segmentation": None if guidance.segmentation is None else str(guidance.segmentation),
        "numbering": guidance.numbering,
        "given": {mark: list(at) for mark, at in guidance.given.items()},
        "confirmed": guidance.confirmed,
    }
    data = json.dumps({**_all_remembered(bench), name: told}, indent=1).encode()
    bench.services.manuscripts.remember(bench.file, data)


def _all_remembered(bench: Workbench) -> dict[str, Any]:
    try:
        found = json.loads(bench.services.manuscripts.remembered(bench.file) or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _remembered(bench: Workbench) -> tuple[Path, Guidance]:
    """Where the patient's scan was, and what a person had added. Raises Refusal."""
    told = _all_remembered(bench).get(str(bench.value(("patient", "folder"))))
    if not isinstance(told, dict) or not Path(str(told.get("scan"))).exists():
        raise Refusal(
            "The landmarks cannot be placed",
            "the scan that this patient was made from is not there any more",
            "Import the CT again and place them then",
        )
    segmentation = told.get("segmentation")
    given = {mark: (float(x), float(y), float(z)) for mark, (x, y, z) in told["given"].items()}
    return Path(told["scan"]), Guidance(
        None if segmentation is None else Path(segmentation),
        told.get("numbering"),
        given,
        bool(told.get("confirmed")),
    )
