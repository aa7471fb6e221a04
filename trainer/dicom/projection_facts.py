"""The geometry of a projection picture from its tags, and everything that is missing. Pure.

Tags: Positioner Primary/Secondary Angle (0018,1510/1511), Distance Source to Detector (0018,1110),
Distance Source to Patient (0018,1111; for XA the distance to the isocentre), Imager Pixel Spacing
(0018,1164), Patient Orientation (0020,0020). Where the distance to the patient is missing, it is
SID over the Estimated Radiographic Magnification Factor (0018,1114), which PS3.3 C.8.7.5 defines as
SID / SOD. The isocentre becomes the world's origin and the central ray is taken to meet the middle
of the picture: no tag says otherwise in a portable way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.dicom.allowlist import ORIENTATION, FileFacts, words_of
from trainer.dicom.hanging import orientation_problem
from trainer.dicom.pixel_facts import pixel_problems
from trainer.dicom.survey import PROJECTION_MODALITIES
from trainer.geometry.carm import CArmPose
from trainer.geometry.positioner import oblique_deg

ORIENTATION_MISSING = "Patient Orientation (0020,0020) is missing: say it, e.g. L/F"


@dataclass(frozen=True, slots=True)
class _Needed:
    """A number that a picture cannot do without, and where it must lie."""

    name: str
    least: float
    most: float
    unit: str


# Ranges: what C-arms and X-ray rooms can be; design values.
_NEEDED: Mapping[str, _Needed] = {
    "PositionerPrimaryAngle": _Needed("Positioner Primary Angle (0018,1510)", -180.0, 180.0, "°"),
    "PositionerSecondaryAngle": _Needed("Positioner Secondary Angle (0018,1511)", -89.0, 89.0, "°"),
    "DistanceSourceToDetector": _Needed(
        "Distance Source to Detector (0018,1110)", 300.0, 3000.0, "mm"
    ),
    "DistanceSourceToPatient": _Needed(
        "Distance Source to Patient (0018,1111)", 100.0, 2900.0, "mm"
    ),
    "ImagerPixelSpacing": _Needed("Imager Pixel Spacing (0018,1164)", 0.02, 20.0, "mm"),
}
_MAGNIFICATION = "EstimatedRadiographicMagnificationFactor"
_MAGNIFICATIONS = (1.01, 10.0)
SCALE_SHARE = 0.02  # two tags that say the same may differ by so much (design value)
_PIXEL_SPACING_HINT = (
    "; Pixel Spacing (0028,0030) alone is not enough, it does not say for which plane it holds"
)


def projection_problems(facts: FileFacts, orientation: tuple[str, str] | None) -> tuple[str, ...]:
    """Every reason why a picture cannot be used; empty where it can.

    orientation : given by a person, used where the file's own is missing or contradicts its angles.
    """
    if facts.modality not in PROJECTION_MODALITIES:
        kind = "of an unknown kind" if facts.modality == "?" else f"a {facts.modality} image"
        listed = ", ".join(PROJECTION_MODALITIES)
        return (f"it is {kind}, only projection images are read ({listed})",)
    found: list[str | None] = list(pixel_problems(facts))
    found += [_number_problem(facts, keyword) for keyword in _NEEDED]
    found += [_distances(facts), _motion(facts), _hanging(facts, orientation)]
    return tuple(problem for problem in found if problem)


def pose_of(facts: FileFacts) -> CArmPose:
    """The pose in which a picture was taken, isocentre at the origin; all needed facts are there.

    Field and matrix of the pose stay the default: a stored picture need not be square.
    """
    return CArmPose(
        oblique_deg=oblique_deg(facts.number("PositionerPrimaryAngle") or 0.0),
        tilt_deg=facts.number("PositionerSecondaryAngle") or 0.0,
        sid_mm=facts.number("DistanceSourceToDetector") or 0.0,
        sod_mm=source_to_patient_mm(facts) or 0.0,
    )


def source_to_patient_mm(facts: FileFacts) -> float | None:
    """Source to isocentre: the tag, else from the magnification factor; None without both."""
    sid_mm, factor = facts.number("DistanceSourceToDetector"), facts.number(_MAGNIFICATION)
    if "DistanceSourceToPatient" in facts.numbers or sid_mm is None or factor is None:
        return facts.number("DistanceSourceToPatient")
    least, most = _MAGNIFICATIONS
    return sid_mm / factor if least <= factor <= most else None


def scale_notes(facts: FileFacts) -> tuple[str, ...]:
    """Where the tags of scale say two things, and which is believed; whole sentences."""
    sid_mm, sod_mm = facts.number("DistanceSourceToDetector"), source_to_patient_mm(facts)
    if sid_mm is None or not sod_mm:
        return ()
    magnification, factor = sid_mm / sod_mm, facts.number(_MAGNIFICATION)
    notes = []
    if "DistanceSourceToPatient" not in facts.numbers:
        notes.append(
            f"the distance to the patient, {sod_mm:.0f} mm, comes from the magnification factor "
            "(0018,1114)"
        )
    elif factor is not None and abs(factor / magnification - 1.0) > SCALE_SHARE:
        notes.append(
            f"the magnification factor (0018,1114) says {factor:.2f}, the distances say "
            f"{magnification:.2f}: the distances are taken"
        )
    imager, pixel = facts.vector("ImagerPixelSpacing"), facts.vector("PixelSpacing")
    shares = [] if not imager or not pixel else [p / i for p, i in zip(pixel, imager, strict=True)]
    if any(min(abs(s - 1.0), abs(s * magnification - 1.0)) > SCALE_SHARE for s in shares):
        notes.append(
            "Pixel Spacing (0028,0030) fits neither the receptor nor the isocentre; Imager Pixel "
            "Spacing (0018,1164) and the distances are taken"
        )
    return tuple(notes)


def orientation_of(
    facts: FileFacts, given: tuple[str, str] | None
) -> tuple[tuple[str, str] | None, bool]:
    """The letters in force, and whether they are a person's and not the file's."""
    own = facts.words.get(ORIENTATION)
    if own and (given is None or _contradiction(facts, (own[0], own[1])) is None):
        return (own[0], own[1]), False
    return given, given is not None


def parsed_orientation(text: str) -> tuple[str, str] | None:
    """``"L/F"``, or with a backslash, as two words of letters; None where it is neither."""
    words = words_of(ORIENTATION, tuple(text.strip().upper().replace("\\", "/").split("/")))
    return (words[0], words[1]) if words else None


def _number_problem(facts: FileFacts, keyword: str) -> str | None:
    needed, values = _NEEDED[keyword], facts.vector(keyword)
    if keyword == "DistanceSourceToPatient" and keyword not in facts.unreadable:
        sod_mm = source_to_patient_mm(facts)
        values = None if sod_mm is None else (sod_mm,)
    if keyword in facts.unreadable:
        return f"{needed.name} is not readable"
    if values is None:
        calibrated = keyword == "ImagerPixelSpacing" and facts.vector("PixelSpacing")
        return f"{needed.name} is missing" + (_PIXEL_SPACING_HINT if calibrated else "")
    if not all(needed.least <= value <= needed.most for value in values):
        listed = " x ".join(f"{value:g}" for value in values)
        return (
            f"{needed.name} {listed} {needed.unit} is outside "
            f"{needed.least:g} to {needed.most:g} {needed.unit}"
        )
    return None


def _distances(facts: FileFacts) -> str | None:
    sid, sod = facts.number("DistanceSourceToDetector"), source_to_patient_mm(facts)
    if sid is None or sod is None or sod < sid:
        return None
    return f"the source is not nearer to the patient ({sod:g} mm) than to the detector ({sid:g} mm)"


def _motion(facts: FileFacts) -> str | None:
    if facts.word("PositionerMotion") == "DYNAMIC" and facts.frames > 1:
        return "the C-arm turned during the run (0018,1500): each frame has its own geometry"
    return None


def _hanging(facts: FileFacts, given: tuple[str, str] | None) -> str | None:
    letters, _ = orientation_of(facts, given)
    if letters is None:
        return ORIENTATION_MISSING
    return _contradiction(facts, letters)


def _contradiction(facts: FileFacts, letters: tuple[str, str]) -> str | None:
    """Why letters cannot be right; None too where the angles to compare with are missing."""
    angles = [
        _number_problem(facts, f"Positioner{which}Angle") for which in ("Primary", "Secondary")
    ]
    if any(angles) or facts.number("PositionerPrimaryAngle") is None:
        return orientation_problem(letters, None)
    pose = CArmPose(
        oblique_deg=oblique_deg(facts.number("PositionerPrimaryAngle") or 0.0),
        tilt_deg=facts.number("PositionerSecondaryAngle") or 0.0,
    )
    return orientation_problem(letters, pose)
