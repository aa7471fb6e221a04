"""The coarse fields of one person: computed once, read by every block."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.synthetic.envelope import Envelope
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.shoulder import shoulders_of
from trainer.anatomy.synthetic.soft_lungs import chest
from trainer.anatomy.synthetic.soft_noise import Wander
from trainer.anatomy.synthetic.soft_organs import organs
from trainer.anatomy.synthetic.soft_outline import outline, outline_curves
from trainer.anatomy.synthetic.soft_solids import FAR_MM, Field, Places, capsule
from trainer.anatomy.synthetic.soft_trunk import Trunk
from trainer.anatomy.synthetic.soft_tubes import Tube
from trainer.geometry.pinhole import FloatArray

PITCH_MM = 3.0
ABOVE_C5_MM, BELOW_L3_MM = 22.0, 32.0
MOST_HALF_WIDTH_MM = 235.0  # [X] arms are cut off beyond
SHOULDER_MM = 40.0  # [X] drawn beyond the joints: what lies before the spine from the side
MARGIN_MM = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class Fields:
    """values : float32 (nk, nj, ni, 6): distances of skin, muscle, lung; inner HU; glands' HU; gas.

    corner : of the first voxel in trunk mm; box : low and high corner of what is to be drawn.
    """

    values: NDArray[np.float32]
    corner: NDArray[np.float32]
    pitch_mm: float
    low: FloatArray
    high: FloatArray

    def skin_box(self, trunk: Trunk) -> tuple[FloatArray, FloatArray]:
        """The drawn box in the world: the trunk's own, turned, and what encloses it."""
        ends = [(self.low[n], self.high[n]) for n in range(3)]
        corners = np.array([(x, y, z) for x in ends[0] for y in ends[1] for z in ends[2]])
        world = corners @ trunk.axes.T
        return world.min(axis=0), world.max(axis=0)


def fields_of(plan: Plan, trunk: Trunk, envelope: Envelope, aorta: Tube, wander: Wander) -> Fields:
    """Compute all fields."""
    low, high = _box(plan, trunk)
    places = _places(low - MARGIN_MM, high + MARGIN_MM)
    around = envelope_on(trunk, envelope, places)
    inside = chest(trunk, places, around, aorta_mm(aorta, places), wander)
    skin = outline(plan, trunk, places, around, wander)
    hu, gas = organs(trunk, places, around, inside, wander)
    values = np.stack([skin.skin, skin.muscle, inside.lung, hu, skin.gland, gas], axis=-1)
    corner = np.array([places.x[0, 0, 0], places.y[0, 0, 0], places.z[0, 0, 0]], np.float32)
    low, high = _shrunk(skin.skin, places, low, high)
    return Fields(np.ascontiguousarray(values, np.float32), corner, PITCH_MM, low, high)


def _box(plan: Plan, trunk: Trunk) -> tuple[FloatArray, FloatArray]:
    """From L3 to C5, wide and deep enough for any skin."""
    bottom, top = trunk.level_z["L3"] - BELOW_L3_MM, trunk.level_z["C5"] + ABOVE_C5_MM
    z = np.arange(bottom, top, 2.0, dtype=np.float32)
    half, front, back = outline_curves(trunk, z)
    middle = trunk.at(trunk.chest_x, z)
    more = 20.0
    left, right = float((middle + half).max()) + more, float((middle - half).min()) - more
    shoulders = [plan.trunk.local(one.joint_world_mm)[0] for one in shoulders_of(plan).values()]
    left, right = max(left, max(shoulders) + SHOULDER_MM), min(right, min(shoulders) - SHOULDER_MM)
    low = np.array([max(right, -MOST_HALF_WIDTH_MM), float(front.min()) - more, bottom])
    return low, np.array([min(left, MOST_HALF_WIDTH_MM), float(back.max()) + more, top])


def _shrunk(
    skin: Field, places: Places, low: FloatArray, high: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """The box, no larger than the skin in it."""
    inside = skin < PITCH_MM
    for axis, line in ((0, places.x), (1, places.y)):
        other = tuple(n for n in range(3) if n != 2 - axis)
        hit = line.ravel()[inside.any(axis=other)]
        low[axis], high[axis] = max(low[axis], hit.min() - 3.0), min(high[axis], hit.max() + 3.0)
    return low, high


def _places(low: FloatArray, high: FloatArray) -> Places:
    x, y, z = (
        np.arange(np.floor(a / PITCH_MM), np.ceil(b / PITCH_MM) + 1, dtype=np.float32)
        * np.float32(PITCH_MM)
        for a, b in zip(low, high, strict=True)
    )
    return Places(x[None, None, :], y[None, :, None], z[:, None, None])


def envelope_on(trunk: Trunk, envelope: Envelope, places: Places) -> Field:
    """The envelope's distance on a grid of the trunk."""
    from trainer.anatomy.synthetic.envelope_kernel import envelope_distances

    axes = trunk.axes.astype(np.float32)
    points = np.empty((*places.shape, 3), np.float32)
    points[..., 0] = places.x * axes[0, 0] + places.y * axes[0, 1]
    points[..., 1] = places.x * axes[1, 0] + places.y * axes[1, 1]
    points[..., 2] = places.z
    found = envelope_distances(points.reshape(-1, 3), *envelope.for_kernels)
    return np.asarray(found.reshape(places.shape), np.float32)


def aorta_mm(aorta: Tube, places: Places) -> Field:
    """Distance to a tube on the grid, FAR_MM far off."""
    found = np.full(places.shape, FAR_MM, np.float32)
    radii = (aorta.radii[:-1] + aorta.radii[1:]) / 2.0
    for start, end, radius in zip(aorta.line[:-1], aorta.line[1:], radii, strict=True):
        ends = np.stack([start, end])
        spot, near = places.cut(ends.min(axis=0) - FAR_MM, ends.max(axis=0) + FAR_MM)
        found[spot] = np.minimum(found[spot], capsule(near, start, end, float(radius)))
    return found
