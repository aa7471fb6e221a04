"""The trunk in its own axes: where spine, chest wall and levels stand at each height.

Soft tissue is planned in an unturned trunk (`Plan.trunk`): +x the patient's left, +y back, +z head,
T7's body centre the origin; z is the world's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.synthetic.chance import generator
from trainer.anatomy.synthetic.envelope import Envelope
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.plan import Plan
from trainer.geometry.pinhole import FloatArray

FloatField = NDArray[np.float32]
Heights = NDArray[np.floating[Any]] | float


@dataclass(frozen=True, slots=True, eq=False)
class Trunk:
    """One person's trunk, tabulated per mm of z, in trunk axes; arrays (n,), mm.

    spine_x, spine_y : body centres. body_half_width, body_half_depth : of the vertebral bodies.
    chest_x : the slice's middle; chest_front, chest_back : the envelope's extremes; chest_half :
    its half-width. level_z : height of each body centre. axes : columns are the trunk's axes in
    the world, shape (3, 3).
    """

    person: Person
    scale: float
    axes: FloatArray
    level_z: Mapping[str, float]
    z: FloatArray
    spine_x: FloatArray
    spine_y: FloatArray
    body_half_width: FloatArray
    body_half_depth: FloatArray
    chest_x: FloatArray
    chest_front: FloatArray
    chest_back: FloatArray
    chest_half: FloatArray

    def at(self, column: FloatArray, z: Heights) -> FloatField:
        """One of the columns at heights z; the ends hold on beyond the table."""
        return np.asarray(np.interp(z, self.z, column), np.float32)

    def by_level(self, knots: Mapping[str, float], z: Heights) -> FloatField:
        """A smooth curve through values given at levels, at heights z; the ends hold on."""
        from scipy.interpolate import PchipInterpolator

        places = sorted((self.level_z[level], value) for level, value in knots.items())
        heights = [place[0] for place in places]
        curve = PchipInterpolator(heights, [place[1] for place in places])
        return np.asarray(curve(np.clip(z, heights[0], heights[-1])), np.float32)

    def chance(self, *purpose: str) -> np.random.Generator:
        """A generator of its own for a part of the soft tissue."""
        return generator(self.person.seed, "soft", *purpose)


def trunk_of(plan: Plan, envelope: Envelope) -> Trunk:
    """The trunk of a planned spine and its chest."""
    frame = plan.trunk
    centres = frame.local(plan.centres_world_mm)
    order = np.argsort(centres[:, 2])
    heights = centres[order, 2]
    z = np.arange(heights[0] - 80.0, heights[-1] + 60.0, 1.0)

    def along(values: FloatArray) -> FloatArray:
        from scipy.interpolate import PchipInterpolator

        curve = PchipInterpolator(heights, np.asarray(values, float)[order], extrapolate=True)
        slope_low, slope_high = curve.derivative()(heights[[0, -1]])
        inside = curve(np.clip(z, heights[0], heights[-1]))
        beyond = slope_low * np.minimum(z - heights[0], 0.0)
        return np.asarray(inside + beyond + slope_high * np.maximum(z - heights[-1], 0.0))

    sizes = [one.size for one in plan.vertebrae.values()]
    slices = envelope.slices_at(z)
    middle = frame.local(np.stack([slices[:, 0], slices[:, 1], z], axis=1))
    return Trunk(
        person=plan.person,
        scale=plan.scale,
        axes=frame.axes,
        level_z=MappingProxyType(dict(zip(plan.vertebrae, centres[:, 2].tolist(), strict=True))),
        z=z,
        spine_x=along(centres[:, 0]),
        spine_y=along(centres[:, 1]),
        body_half_width=along(np.array([sum(size.plate_widths) / 4.0 for size in sizes])),
        body_half_depth=along(np.array([sum(size.plate_depths) / 4.0 for size in sizes])),
        chest_x=middle[:, 0],
        chest_front=middle[:, 1] - slices[:, 3],
        chest_back=middle[:, 1] + slices[:, 3],
        chest_half=slices[:, 2],
    )
