"""Projection pictures with their geometry, through the reading children."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from trainer.anatomy.patient import RadiographView
from trainer.dicom.allowlist import FileFacts
from trainer.dicom.asking import Asking, Grey
from trainer.dicom.findings import grouped, refused
from trainer.dicom.folder import list_files, shown
from trainer.dicom.hanging import turn_for, view_of
from trainer.dicom.pixel_facts import note_of_loss
from trainer.dicom.polarity import polarity_of
from trainer.dicom.projection_facts import (
    orientation_of,
    parsed_orientation,
    pose_of,
    projection_problems,
    scale_notes,
)
from trainer.dicom.volume_facts import VolumeFacts
from trainer.geometry.carm import CArmPose
from trainer.refusal import Problem, Refusal

_WHAT = "The radiographs were not imported"
_NEXT = "Export them again as XA, RF, DX or CR with these tags, or calibrate them by landmarks"


def read_radiographs(
    paths: Sequence[Path], orientation: str | None, asking: Asking
) -> tuple[RadiographView, ...]:
    """Pictures in the order of their paths (folders by file name); raises one Refusal.

    The middle frame of a run is taken. Names: "AP", "LAT", "OBL L 30", with a number where two
    would be alike.
    """
    given = given_orientation(orientation)
    pictures, problems = looked_at(paths, asking)
    problems += grouped(
        (shown(path), problem)
        for path, facts in pictures
        for problem in projection_problems(facts, given)
    )
    if problems:
        raise refused(_WHAT, problems, _NEXT)
    if not pictures:
        raise Refusal(_WHAT, "there is no DICOM file", "Choose DICOM files of projection images")
    names = distinct([view_name(pose_of(facts)) for _, facts in pictures])
    views = []
    for done, (name, (path, facts)) in enumerate(zip(names, pictures, strict=True)):
        asking.progress(done, len(pictures))
        grey = asking.grey(path, facts, middle_frame(facts))
        views.append(hung(name, facts, grey, given))
    return tuple(views)


def looked_at(
    paths: Sequence[Path], asking: Asking
) -> tuple[list[tuple[Path, FileFacts]], list[Problem]]:
    """Facts of every DICOM file named or lying in a named folder, and what cannot be read."""
    pictures: list[tuple[Path, FileFacts]] = []
    problems: list[Problem] = []
    for path in paths:
        inside = path.is_dir()
        for file in list_files(path).files if inside else [path]:
            try:
                found = asking.look(file)
            except Refusal as refusal:
                problems.append(Problem(f"'{shown(file)}'", refusal.why))
                continue
            if isinstance(found, FileFacts):
                pictures.append((file, found))
            elif not inside:
                kind = "a volume" if isinstance(found, VolumeFacts) else "not DICOM"
                problems.append(Problem(f"'{shown(file)}'", f"it is {kind}, no radiograph"))
    return pictures, problems


def given_orientation(text: str | None) -> tuple[str, str] | None:
    """What a person answered; Refusal where it is no orientation."""
    if text is None:
        return None
    letters = parsed_orientation(text)
    if letters is None:
        raise Refusal(
            _WHAT,
            f"the orientation {text[:20]!r} is not two groups of the letters L R A P H F",
            "Say where the rows and the columns run, e.g. L/F",
        )
    return letters


def middle_frame(facts: FileFacts) -> int:
    """The frame that is taken, counted from 0."""
    return facts.frames // 2


def view_name(pose: CArmPose) -> str:
    """What rooms call such a view, e.g. "AP", "LAT", "OBL L 30"; within 20° of the axis."""
    from_back = min(abs(pose.oblique_deg), 180.0 - abs(pose.oblique_deg))
    if from_back <= 20.0:
        return "AP"
    if from_back >= 70.0:
        return "LAT"
    side = "L" if pose.oblique_deg > 0.0 else "R"
    return f"OBL {side} {from_back:.0f}"


def notes_of(facts: FileFacts, grey: Grey | None, given: tuple[str, str] | None) -> tuple[str, ...]:
    """What a person should know of a picture, whole sentences without identifiers."""
    letters, from_person = orientation_of(facts, given)
    polarity = polarity_of(facts)
    inverted = polarity.dense_is_bright if grey is None else grey.inverted
    kept = "inverted to dense is dark" if inverted else "kept, dense is dark already"
    notes = [
        f"frame {middle_frame(facts) + 1} of {facts.frames} is taken" if facts.frames > 1 else None,
        f"grey values: {polarity.reason}; {kept}",
        "the file's VOI look-up table was applied" if grey and grey.voi_lut else None,
        "grey values were shifted or stretched to fit 16 bits" if grey and grey.rescaled else None,
        "overlays were dropped" if facts.overlays else None,
        note_of_loss(facts),
        "the central ray is taken to meet the middle of the picture",
        _distance_note(facts),
        *scale_notes(facts),
        f"Patient Orientation {'/'.join(letters)} was given by hand"
        if letters and from_person
        else None,
    ]
    return tuple(note for note in notes if note)


def _distance_note(facts: FileFacts) -> str | None:
    if facts.modality in ("XA", "RF"):
        return None
    return f"{facts.modality}: Distance Source to Patient is taken as the distance to the isocentre"


def hung(name: str, facts: FileFacts, grey: Grey, given: tuple[str, str] | None) -> RadiographView:
    """The picture turned as the pose's axes say, with its geometry; all needed facts are there."""
    pose = pose_of(facts)
    letters, _ = orientation_of(facts, given)
    assert letters is not None, "projection_problems has seen to it"
    rows_mm, columns_mm = facts.vector("ImagerPixelSpacing") or (1.0, 1.0)
    turn = turn_for(letters, pose)
    pixels = turn.of(grey.pixels)
    pitch_mm = (rows_mm, columns_mm) if turn.transpose else (columns_mm, rows_mm)
    rows, columns = pixels.shape
    view = view_of(pose, (columns, rows), pitch_mm)
    return RadiographView(name, pixels, view, pose.oblique_deg, pose.tilt_deg)


def distinct(names: Sequence[str]) -> list[str]:
    """Names with a number behind the second and later of a kind."""
    seen: Counter[str] = Counter()
    out = []
    for name in names:
        seen[name] += 1
        out.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return out
