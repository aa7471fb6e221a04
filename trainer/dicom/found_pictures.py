"""Projection pictures with whatever geometry their tags give, through the reading children."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trainer.dicom.allowlist import ORIENTATION, FileFacts
from trainer.dicom.asking import Asking
from trainer.dicom.findings import grouped, refused
from trainer.dicom.folder import shown
from trainer.dicom.pixel_facts import pixel_problems
from trainer.dicom.projection_facts import pose_of, projection_problems
from trainer.dicom.radiographs import (
    distinct,
    given_orientation,
    hung,
    looked_at,
    middle_frame,
    notes_of,
    view_name,
)
from trainer.dicom.survey import PROJECTION_MODALITIES
from trainer.geometry.positioner import oblique_deg
from trainer.imaging.burned_in_text import Certainty, TextLine, text_lines
from trainer.refusal import Refusal
from trainer.session.radiograph_found import FoundPicture

_WHAT = "The radiographs were not read"
_NEXT = "Export them again as XA, RF, DX or CR, originals without text in the picture"


def read_pictures(
    paths: Sequence[Path], orientation: str | None, asking: Asking
) -> tuple[FoundPicture, ...]:
    """Pictures in the order of their paths (folders by file name); raises one Refusal.

    The middle frame of a run is taken.
    """
    given = given_orientation(orientation)
    pictures, problems = looked_at(paths, asking)
    problems += grouped(
        (shown(path), problem) for path, facts in pictures for problem in _unreadable(facts)
    )
    if problems:
        raise refused(_WHAT, problems, _NEXT)
    if not pictures:
        raise Refusal(_WHAT, "there is no DICOM file", "Choose DICOM files of projection images")
    missing = [projection_problems(facts, given) for _, facts in pictures]
    names = distinct(
        [
            f"P{number}" if wrong else view_name(pose_of(facts))
            for number, (wrong, (_, facts)) in enumerate(zip(missing, pictures, strict=True), 1)
        ]
    )
    found = []
    for done, (path, facts) in enumerate(pictures):
        asking.progress(done, len(pictures))
        found.append(_found(path, facts, names[done], missing[done], given, asking))
    return tuple(found)


def _unreadable(facts: FileFacts) -> tuple[str, ...]:
    if facts.modality in PROJECTION_MODALITIES:
        return pixel_problems(facts)
    kind = "of an unknown kind" if facts.modality == "?" else f"a {facts.modality} image"
    return (f"it is {kind}, only projection images are read ({', '.join(PROJECTION_MODALITIES)})",)


def _found(
    path: Path,
    facts: FileFacts,
    name: str,
    missing: tuple[str, ...],
    given: tuple[str, str] | None,
    asking: Asking,
) -> FoundPicture:
    grey = asking.grey(path, facts, middle_frame(facts))
    lines = text_lines(grey.pixels)
    primary, spacing = facts.number("PositionerPrimaryAngle"), facts.vector("ImagerPixelSpacing")
    notes = [*notes_of(facts, grey, given), *text_notes(lines)]
    return FoundPicture(
        name=name,
        modality=facts.modality,
        grey=grey.pixels,
        view=None if missing else hung(name, facts, grey, given),
        missing=missing,
        sid_mm=facts.number("DistanceSourceToDetector"),
        pitch_mm=(spacing[1], spacing[0]) if spacing else None,
        oblique_deg=None if primary is None else oblique_deg(primary),
        tilt_deg=facts.number("PositionerSecondaryAngle"),
        orientation="/".join(facts.words.get(ORIENTATION) or given or ()),
        text=lines,
        notes=tuple(notes),
    )


def text_notes(lines: Sequence[TextLine]) -> tuple[str, ...]:
    """What to tell of suspected text; the longest line stands for all."""
    if not lines:
        return ()
    first = lines[0]
    sure = "is likely" if first.certainty is Certainty.LIKELY else "may be"
    return (
        f"text {sure} burned in near column {first.left_px}, row {first.top_px} "
        f"({first.letters} marks like letters): look, and cut it off if it names a person",
    )
