"""Named points of a synthetic spine, measured off its finished bones (names: docs/conventions.md).

What can be seen on the bone is searched there, not copied from the plan, so that a landmark lies
where the picture shows it even when a shape differs from its parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from trainer.anatomy.bone_surface import BoneSurface, onto_surface, way_to_change
from trainer.anatomy.derived_landmarks import with_derived
from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.synthetic.bone import Bone
from trainer.anatomy.synthetic.facet_centre import facet_centre_world_mm
from trainer.anatomy.synthetic.plan import Plan, VertebraPlan
from trainer.anatomy.synthetic.ribs import Rib
from trainer.anatomy.synthetic.sweep import arc_mm
from trainer.anatomy.synthetic.tp_corner import tp_corner_world_mm, tp_tip_world_mm
from trainer.anatomy.vertebral_axes import SIGN, Landmarks, landmark_name
from trainer.geometry.pinhole import FloatArray

# Of the half width or depth of a plate: where its rim is felt, inside the rounded edge.
RIM_SHARE = 0.82
ISTHMUS_BEHIND_WALL_MM = 4.0
# Found roughly and then moved onto the finished surface, all at once.
ON_BONE = frozenset({"spinous_tip", "tp_corner", "tp_tip", "sap_tip", "iap_tip"})
SEARCH_MM = 0.5  # step of the searches for tips


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One vertebra with its own bone, the one below and its ribs."""

    plan: VertebraPlan
    bone: Bone
    below: Bone | None
    ribs: Mapping[Side, Rib]

    @property
    def wall_mm(self) -> float:
        """Local y of the posterior wall."""
        return sum(self.plan.size.plate_depths) / 4.0

    @property
    def canal_y_mm(self) -> float:
        """Local y of the canal's centre (anatomy.md 2)."""
        return self.wall_mm - 1.0 + self.plan.size.canal[1] / 2.0

    @property
    def pedicle_x_mm(self) -> float:
        """Local |x| of the pedicle's axis at its isthmus."""
        return (self.plan.size.canal[0] + self.plan.size.pedicle[0]) / 2.0

    @property
    def pedicle_z_mm(self) -> float:
        """Local z of the pedicle's axis."""
        return (self.plan.size.body_height - self.plan.size.pedicle[1]) / 2.0 - 0.6

    def inside(self, local_mm: FloatArray) -> FloatArray:
        """Those of some local points that lie in this vertebra's bone."""
        return np.asarray(local_mm[self.bone.at(self.plan.frame.world(local_mm)) < 0.0])


def landmarks_of(plan: Plan, bones: Iterable[Bone], whole: BoneSurface) -> Landmarks:
    """Every landmark of C7-L1 in world mm.

    bones : vertebrae named by their level, `Rib`s; others are left alone. whole : the finished
    surface of all, roughness and joints included. Missing neighbours leave out what needs them.
    """
    named = {bone.name: bone for bone in bones}
    costal = [bone for bone in named.values() if isinstance(bone, Rib)]
    found: dict[str, FloatArray] = {}
    below = dict(zip(plan.vertebrae, list(plan.vertebrae)[1:], strict=False))
    for level in filter(named.__contains__, LEVELS):
        ribs = {one.side: one for one in costal if one.level == level}
        neighbour = named.get(below.get(level, ""))
        place = Place(plan.vertebrae[level], named[level], neighbour, ribs)
        found |= _of_vertebra(level, place)
    on_bone = [name for name in found if name.rpartition(".")[2] in ON_BONE]
    moved = onto_surface(whole, np.array([found[name] for name in on_bone]))
    found |= dict(zip(on_bone, moved, strict=True))
    points = {name: (float(p[0]), float(p[1]), float(p[2])) for name, p in found.items()}
    return with_derived(MappingProxyType(points), whole)


def _of_vertebra(level: str, place: Place) -> dict[str, FloatArray]:
    found = {landmark_name(level, what): find(place) for what, find in _MIDDLE.items()}
    for side in Side:
        for what, find_side in _SIDES.items():
            point = find_side(place, side)
            if point is not None:
                found[landmark_name(level, what, side)] = point
    return found


def _plate(place: Place, x_share: float, y_share: float, up: float) -> FloatArray:
    """Where a line along the body's axis leaves it through a plate; up = +1 or -1."""
    size, frame = place.plan.size, place.plan.frame
    n = 0 if up > 0.0 else 1
    start = np.array([x_share * size.plate_widths[n], y_share * size.plate_depths[n], 0.0]) / 2.0
    # Half-way up, so that the waist does not leave the rim's points outside.
    start[2] = up * 0.25 * size.body_height
    direction = up * frame.axes[:, 2]
    way = way_to_change(place.bone, frame.world(start), direction, size.body_height)
    reached = 0.25 * size.body_height if way is None else way
    return np.asarray(frame.world(start) + reached * direction)


def _canal_centre(place: Place) -> FloatArray:
    return place.plan.frame.world(np.array([0.0, place.canal_y_mm, 0.0]))


def _spinous_tip(place: Place) -> FloatArray:
    """The point of the spinous process furthest along its slope."""
    size = place.plan.size
    down = np.radians(size.sp_down_deg)
    along, across = (
        np.array([0, np.cos(down), -np.sin(down)]),
        np.array([0, np.sin(down), np.cos(down)]),
    )
    root = np.array([0.0, place.canal_y_mm + size.canal[1] / 2.0, 0.0])
    length = max(8.0, size.sp_length - size.canal[1]) + 12.0
    t, x, h = np.meshgrid(
        np.arange(0.0, length, 1.0), np.arange(-6.0, 6.1, 2.0), np.arange(-10.0, 6.1, 2.0)
    )
    box = np.stack([x.ravel(), np.zeros(x.size), np.zeros(x.size)], axis=1)
    box = root + box + t.reshape(-1, 1) * along + h.reshape(-1, 1) * across
    bone = place.inside(box)
    if not len(bone):
        return place.plan.frame.world(root)
    ahead = (bone - root) @ along
    return place.plan.frame.world(bone[ahead > ahead.max() - 1.5].mean(axis=0))


def _pedicle(place: Place, side: Side) -> FloatArray:
    """The middle of the pedicle's narrowest section."""
    size, sign = place.plan.size, SIGN[side]
    x = np.arange(place.pedicle_x_mm - size.pedicle[0], place.pedicle_x_mm + size.pedicle[0], 0.4)
    z = place.pedicle_z_mm + np.arange(-0.7, 0.71, 0.05) * size.pedicle[1]
    xs, zs = np.meshgrid(sign * x, z)
    y = np.full(xs.size, place.wall_mm + ISTHMUS_BEHIND_WALL_MM)
    section = place.inside(np.stack([xs.ravel(), y, zs.ravel()], axis=1))
    if not len(section):
        section = np.array([[sign * place.pedicle_x_mm, y[0], place.pedicle_z_mm]])
    return place.plan.frame.world(section.mean(axis=0))


def _sap_tip(place: Place, side: Side) -> FloatArray | None:
    """The highest point of the superior articular process."""
    size = place.plan.size
    x = SIGN[side] * np.arange(place.pedicle_x_mm - 6.0, place.pedicle_x_mm + 6.0, 2 * SEARCH_MM)
    y = np.arange(place.wall_mm + 4.0, place.wall_mm + 24.0, 2 * SEARCH_MM)
    z = np.arange(place.pedicle_z_mm, place.pedicle_z_mm + size.pedicle[1] / 2 + 18.0, SEARCH_MM)
    return _tip(place, x, y, z, 1.0)


def _iap_tip(place: Place, side: Side) -> FloatArray | None:
    """The lowest point of the inferior articular process."""
    low = -place.plan.size.body_height / 2.0
    x = SIGN[side] * np.arange(5.5, 15.0, 2 * SEARCH_MM)
    y = np.arange(place.canal_y_mm, place.canal_y_mm + 24.0, 2 * SEARCH_MM)
    return _tip(place, x, y, np.arange(low - 22.0, low + 2.0, SEARCH_MM), -1.0)


def _tip(place: Place, x: FloatArray, y: FloatArray, z: FloatArray, up: float) -> FloatArray | None:
    """The bone's furthest point upward or downward in a local box."""
    grid = np.stack([part.ravel() for part in np.meshgrid(x, y, z)], axis=1)
    bone = place.inside(grid)
    if not len(bone):
        return None
    height = up * bone[:, 2]
    return place.plan.frame.world(bone[height > height.max() - SEARCH_MM / 2.0].mean(axis=0))


def _tp_root(place: Place, side: Side) -> FloatArray:
    return place.plan.frame.world(place.plan.processes[side].root)


def _tp_corner(place: Place, side: Side) -> FloatArray:
    return tp_corner_world_mm(place.plan, side)


def _tp_tip(place: Place, side: Side) -> FloatArray:
    return tp_tip_world_mm(place.plan, side)


def _facet(place: Place, side: Side) -> FloatArray | None:
    if place.below is None:
        return None
    tip = _iap_tip(place, side)
    return None if tip is None else facet_centre_world_mm(place.bone, place.below, tip)


def _rib_head(place: Place, side: Side) -> FloatArray | None:
    rib = place.ribs.get(side)
    return None if rib is None else rib.centreline_world_mm[0]


def _rib_tubercle(place: Place, side: Side) -> FloatArray | None:
    """The rib's middle at its tubercle."""
    rib = place.ribs.get(side)
    if rib is None:
        return None
    line = rib.centreline_world_mm
    return np.asarray(line[int(np.abs(arc_mm(line) - rib.tubercle_mm).argmin())])


def _plate_finder(x: float, y: float, up: float) -> Callable[[Place], FloatArray]:
    return lambda place: _plate(place, x, y, up)


_RIM = {"left": (1.0, 0.0), "right": (-1.0, 0.0), "back": (0.0, 1.0), "front": (0.0, -1.0)}
_MIDDLE: Mapping[str, Callable[[Place], FloatArray]] = {
    "body_centre": lambda place: place.plan.frame.centre_world_mm,
    "canal_centre": _canal_centre,
    "spinous_tip": _spinous_tip,
    **{
        f"{plate}_plate_centre": _plate_finder(0.0, 0.0, up)
        for plate, up in (("upper", 1.0), ("lower", -1.0))
    },
    **{
        f"{plate}_plate_{edge}": _plate_finder(RIM_SHARE * x, RIM_SHARE * y, up)
        for plate, up in (("upper", 1.0), ("lower", -1.0))
        for edge, (x, y) in _RIM.items()
    },
}
_SIDES: Mapping[str, Callable[[Place, Side], FloatArray | None]] = {
    "pedicle": _pedicle,
    "tp_root": _tp_root,
    "tp_corner": _tp_corner,
    "tp_tip": _tp_tip,
    "sap_tip": _sap_tip,
    "iap_tip": _iap_tip,
    "facet_joint": _facet,
    "rib_head": _rib_head,
    "rib_tubercle": _rib_tubercle,
}
