"""What runs beside the medial branches: roots, ventral rami, intercostal and spinal vessels.

From landmarks, bone and the line under each rib; the same for synthetic and CT patients. Courses:
common anatomy, from memory [M]; every length and radius without a source is a design value [X].
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from trainer.anatomy.bone_surface import BoneSurface, way_to_change
from trainer.anatomy.clear_of_bone import Curve, clear_of_bone
from trainer.anatomy.curves import lengths_along, through_points
from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.patient import Strand, StrandKind
from trainer.anatomy.vertebral_axes import (
    Landmarks,
    body_axes,
    landmark,
    landmark_name,
    needed_for_axes,
)
from trainer.geometry.pinhole import FloatArray

Bundles = Mapping[tuple[str, Side], FloatArray]
STEP_MM = 1.0
BUNDLE_REACH_MM = 90.0  # along the rib from its tubercle: beyond lies no needle [X]
# Volume of the dorsal root ganglion T1-T12 in mm3 [S]: Zhang Y, thesis on the thoracic dorsal root
# ganglion, 2012, six cadavers, read as an abstract (globethesis.com, 2154330335982572).
GANGLION_MM3 = (163.5, 146.2, 71.1, 53.6, 49.5, 58.8, 67.1, 63.8, 86.4, 165.0, 190.0, 220.5)
RAMUS_RADIUS_MM, VESSEL_RADIUS_MM, SPINAL_RADIUS_MM = 1.2, 1.1, 0.5  # [X]
# Under a rib from above: vein, artery, nerve [M]; so far apart [X].
SPREAD_MM = 1.8
CLEAR_MM = 0.6  # of a strand's axis off bone; its wall may touch


@dataclass(frozen=True, slots=True, eq=False)
class Exit:
    """The foramen under one level's pedicle on one side, and what the strands there hold on to.

    axes : columns lateral, posterior, cranial. flank_world_mm : the body's side at mid-height.
    bundle_world_mm : the line under the rib from its tubercle on, None where there is no rib.
    """

    level: str
    side: Side
    foramen_world_mm: FloatArray
    canal_world_mm: FloatArray
    flank_world_mm: FloatArray
    axes: FloatArray
    bundle_world_mm: FloatArray | None

    def beside(self, lateral: float, posterior: float, cranial: float) -> FloatArray:
        """A point that far from the foramen's middle, mm."""
        return np.asarray(
            self.foramen_world_mm + self.axes @ np.array([lateral, posterior, cranial])
        )


def strands_of(landmarks: Landmarks, bone: BoneSurface, bundles: Bundles) -> tuple[Strand, ...]:
    """All strands the landmarks suffice for, from the head down.

    landmarks : with those of `derived_landmarks.with_derived`. bundles : by level and side, the
    line of vein, artery and nerve under the rib, shape (n, 3), from the tubercle on; where one is
    missing the strands end beside the spine.
    """
    drafts = [
        (exit_, kind, find(exit_))
        for exit_ in _exits(landmarks, bone, bundles)
        for kind, find in _LINES.items()
    ]
    curves = [_curve(controls) for _, _, controls in drafts]
    lines = clear_of_bone(curves, bone, STEP_MM)
    return tuple(
        _strand(exit_, kind, line) for (exit_, kind, _), line in zip(drafts, lines, strict=True)
    )


def nerve_under(level: str) -> str:
    """The spinal nerve that leaves under a level's pedicle: "C8" under C7, "T7" under T7."""
    return "C8" if level == "C7" else level


def root_radius_mm(level: str) -> float:
    """Of the ganglion as an ellipsoid twice as long as thick [X]; C8 as T1, L1 as T12 [X]."""
    thoracic = int(level[1:]) if level.startswith("T") else (1 if level == "C7" else 12)
    return float((3.0 * GANGLION_MM3[thoracic - 1] / (8.0 * np.pi)) ** (1.0 / 3.0))


def _exits(landmarks: Landmarks, bone: BoneSurface, bundles: Bundles) -> Iterable[Exit]:
    for level in LEVELS:
        for side in Side:
            needed = (
                *needed_for_axes(level),
                landmark_name(level, "canal_centre"),
                landmark_name(level, "foramen", side),
            )
            if all(name in landmarks for name in needed):
                yield _exit(landmarks, bone, level, side, bundles.get((level, side)))


def _exit(
    landmarks: Landmarks, bone: BoneSurface, level: str, side: Side, bundle: FloatArray | None
) -> Exit:
    axes = body_axes(landmarks, level, side)
    centre = landmark(landmarks, level, "body_centre")
    half_width = way_to_change(bone, centre, axes[:, 0], 40.0) or 16.0
    return Exit(
        level,
        side,
        landmark(landmarks, level, "foramen", side),
        landmark(landmarks, level, "canal_centre"),
        np.asarray(centre + (half_width + 2.0) * axes[:, 0]),
        axes,
        bundle,
    )


def _root(at: Exit) -> FloatArray:
    """From the side of the thecal sac, a little higher, through the foramen."""
    return np.array([_in_canal(at, 0.0, 2.0), at.foramen_world_mm, at.beside(5.0, 0.5, 0.5)])


def _ramus(at: Exit) -> FloatArray:
    return np.array([at.beside(4.0, 0.5, 0.5), _between_necks(at, 0.0), *_onward(at, -SPREAD_MM)])


def _artery(at: Exit) -> FloatArray:
    """From the body's side, in front of the nerve, to the rib."""
    return np.array([at.flank_world_mm, _between_necks(at, -4.0), *_onward(at, 0.0)])


def _vein(at: Exit) -> FloatArray:
    flank = at.flank_world_mm + 1.5 * at.axes[:, 2]
    rise = 1.0 * at.axes[:, 2]
    return np.array([flank, _between_necks(at, -5.5) + rise, *_onward(at, SPREAD_MM)])


def _spinal_artery(at: Exit) -> FloatArray:
    """The segmental artery's branch through the front of the foramen to the canal."""
    return np.array([_between_necks(at, -4.0), at.beside(3.0, -1.0, 1.0), _in_canal(at, -1.0, 1.0)])


def _in_canal(at: Exit, posterior: float, cranial: float) -> FloatArray:
    """Beside the thecal sac, level with the foramen."""
    inward = at.canal_world_mm - at.foramen_world_mm
    inward = inward - (inward @ at.axes[:, 2]) * at.axes[:, 2]
    return np.asarray(at.beside(0.0, posterior, cranial) + 0.55 * inward)


def _between_necks(at: Exit, posterior: float) -> FloatArray:
    """Half-way from the foramen to the rib's lower border, above the neck of the next rib."""
    if at.bundle_world_mm is None:
        return at.beside(9.0, posterior, 1.0)
    middle = (at.foramen_world_mm + at.bundle_world_mm[0]) / 2.0
    return np.asarray(middle + at.axes @ np.array([0.0, posterior, 2.0]))


def _onward(at: Exit, up_mm: float) -> list[FloatArray]:
    """Along the rib, a little above or below its bundle's middle; else off into the plexus."""
    if at.bundle_world_mm is None:
        # C8 crosses over the first rib's neck; T12 without a rib and L1 go down in front of psoas.
        fall = 1.0 if at.level == LEVELS[0] else 4.0
        return [
            at.beside(16.0, -5.0, up_mm - fall),
            at.beside(23.0, -12.0, up_mm - 2.0 * fall),
        ]
    line = at.bundle_world_mm
    near = line[lengths_along(line) <= BUNDLE_REACH_MM]
    spread = up_mm * at.axes[:, 2]
    return [*(near[:: max(1, len(near) // 12)] + spread)]


_LINES: Mapping[StrandKind, Callable[[Exit], FloatArray]] = {
    StrandKind.NERVE_ROOT: _root,
    StrandKind.VENTRAL_RAMUS: _ramus,
    StrandKind.ARTERY: _artery,
    StrandKind.VEIN: _vein,
    StrandKind.SPINAL_ARTERY: _spinal_artery,
}
_RADIUS_MM: Mapping[StrandKind, float] = {
    StrandKind.VENTRAL_RAMUS: RAMUS_RADIUS_MM,
    StrandKind.ARTERY: VESSEL_RADIUS_MM,
    StrandKind.VEIN: VESSEL_RADIUS_MM,
    StrandKind.SPINAL_ARTERY: SPINAL_RADIUS_MM,
}


def _curve(controls: FloatArray) -> Curve:
    points = through_points(controls, STEP_MM)
    return Curve(points, np.full(len(points), CLEAR_MM))


def _strand(at: Exit, kind: StrandKind, line: FloatArray) -> Strand:
    line.setflags(write=False)
    radius = _RADIUS_MM.get(kind) or root_radius_mm(at.level)
    name = f"{nerve_under(at.level)}-{kind}"
    return Strand(name, kind, at.side, at.level, round(radius, 3), line)
