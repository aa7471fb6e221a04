"""The shoulder blade: a thin plate on the chest wall, thick borders, spine, acromion, coracoid.

Arms forward: it stands turned outward, its medial border 70-100 mm from the mid-line (anatomy.md
4). Other numbers are design values [X].
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Material
from trainer.anatomy.synthetic.chance import generator
from trainer.anatomy.synthetic.compound import Compound
from trainer.anatomy.synthetic.envelope import Envelope
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.shoulder import Shoulder
from trainer.anatomy.synthetic.sweep import Section, Sweep, across, plain_section, tangents, through
from trainer.geometry.pinhole import FloatArray

# The medial border from the upper to the lower angle: level beside which it stands, from the
# mid-line, off the envelope (ribs, serratus and subscapularis lie between); mm.
MEDIAL = (("T2", 82.0, 19.0), ("T3", 78.0, 21.0), ("T4", 78.0, 21.0), ("T5", 82.0, 20.0))
MEDIAL_LOW = (("T6", 89.0, 19.0), ("T7", 97.0, 18.0))
BLADE_HALF_MM = 1.15  # 2-3 mm thick
LOWER_ANGLE = ("T7", 117.0, 18.0)  # where the lateral border reaches it
NOTCH = 0.5  # of the way from the upper angle to the neck: where the coracoid's root begins
# Lateral border along the blade, 0 upper angle, 1 lower angle: neck at a quarter.
AT = (0.0, 0.14, 0.28, 0.62, 1.0)
HOLLOW_MM = 4.0  # of the lateral border below the neck
BLADE_POINTS, EDGE_POINTS = 22, 40
ROOT = BLADE_POINTS // 4  # of the spine, on the medial border
NECK_OFF = 2.1  # from the joint, in radii of the head
WAVE_MM = 0.9
GLENOID_OFF_MM = 2.5  # of cartilage before the humeral head


@dataclass(frozen=True, slots=True, eq=False)
class _Blade:
    """Medial and lateral border, shape (n, 3) each, and the unit normal away from the chest."""

    medial: FloatArray
    lateral: FloatArray
    outward: FloatArray


def scapula_of(plan: Plan, envelope: Envelope, shoulder: Shoulder) -> Compound:
    """One shoulder blade as a bone."""
    size = plan.scale
    blade = _blade(plan, envelope, shoulder)
    waves = _waves(plan, shoulder.side, EDGE_POINTS)
    medial = _bar(blade.medial, blade.outward, waves[0], 2.1 * size, 2.5 * size)
    lateral = _bar(blade.lateral[4:], blade.outward[4:], waves[1], 3.0 * size, 4.6 * size)
    upper = _bar(
        np.linspace(blade.medial[0], blade.lateral[0], 6),
        np.repeat(blade.outward[:1], 6, axis=0),
        waves[2],
        1.6 * size,
        2.0 * size,
    )
    parts = (_plate(blade, size), medial, lateral, upper, *_joint_parts(blade, shoulder, size))
    return Compound(f"scapula.{shoulder.side}", parts)


def _blade(plan: Plan, envelope: Envelope, shoulder: Shoulder) -> _Blade:
    knots = np.array(
        [
            _beside(plan, envelope, level, lateral * plan.scale, off * plan.scale, shoulder.side)
            for level, lateral, off in (*MEDIAL, *MEDIAL_LOW)
        ]
    )
    medial = through(knots, BLADE_POINTS, smooth_mm=6.0)
    neck = shoulder.joint_world_mm + NECK_OFF * shoulder.head_radius_mm * _to(
        shoulder.joint_world_mm, medial[ROOT]
    )
    level, aside, off = LOWER_ANGLE
    low = _beside(plan, envelope, level, aside * plan.scale, off * plan.scale, shoulder.side)
    notch = medial[0] + NOTCH * (neck - medial[0])
    middle = 0.5 * (neck + low) + HOLLOW_MM * _to(neck, medial[BLADE_POINTS // 2])
    knots = np.vstack([notch, 0.6 * neck + 0.4 * notch, neck, middle, low])
    lateral = _at(AT, knots, BLADE_POINTS)
    outward = np.cross(lateral - medial, np.gradient(medial, axis=0))
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    if outward[:, 1].sum() < 0.0:
        outward = -outward
    # The plate bulges away from the chest, so that the ribs keep clear of it.
    middle = (medial + lateral) / 2.0
    short = float(np.max(14.0 * plan.scale - envelope.distance_mm(middle)))
    lateral = lateral + outward * max(short, 0.0)
    return _Blade(medial, lateral, outward)


def _at(places: tuple[float, ...], knots: FloatArray, count: int) -> FloatArray:
    """Points of a smooth line at even places; knots (n, 3) stand at `places`."""
    from scipy.interpolate import PchipInterpolator

    return np.asarray(PchipInterpolator(places, knots)(np.linspace(0.0, 1.0, count)))


def _beside(
    plan: Plan, envelope: Envelope, level: str, lateral_mm: float, off_mm: float, side: Side
) -> FloatArray:
    """The point of the back wall so far from the mid-line, or where the wall turns forward."""
    centre = plan.vertebrae[level].frame.centre_world_mm
    psi = np.arange(20.0, 90.0, 2.0)
    wall = envelope.wall_world_mm(psi, np.full(len(psi), centre[2]), side, off_mm)
    away = np.abs(plan.trunk.local(wall - centre)[:, 0])
    return np.asarray(wall[int(np.argmin(np.abs(away - lateral_mm)))])


def _plate(blade: _Blade, size: float) -> Sweep:
    middle = (blade.medial + blade.lateral) / 2.0
    along = tangents(middle)
    heights = across(blade.lateral - blade.medial, along)
    half = np.linalg.norm(blade.lateral - blade.medial, axis=1) / 2.0
    section = plain_section(half, np.full(len(half), BLADE_HALF_MM * size), Material.FLAT, 2.0)
    return Sweep("plate", middle, heights, np.cross(along, heights), section)


def _bar(
    line: FloatArray, outward: FloatArray, wave: FloatArray, thick_mm: float, tall_mm: float
) -> Sweep:
    """A border: thicker than the blade, uneven."""
    points = through(line, EDGE_POINTS)
    along = tangents(points)
    facing = np.stack(
        [
            np.interp(np.linspace(0, 1, EDGE_POINTS), np.linspace(0, 1, len(line)), outward[:, n])
            for n in range(3)
        ],
        axis=1,
    )
    widths = across(facing, along)
    heights = np.cross(widths, along)
    points = points + heights * wave[:, None] * WAVE_MM
    swell = 1.0 + 0.18 * np.roll(wave, 7)
    section = plain_section(tall_mm * swell, thick_mm * swell, Material.FLAT)
    return Sweep("border", points, heights, widths, section)


def _joint_parts(blade: _Blade, shoulder: Shoulder, size: float) -> tuple[Sweep, ...]:
    root, outward = blade.medial[ROOT], blade.outward[ROOT]
    joint, radius = shoulder.joint_world_mm, shoulder.head_radius_mm
    inward = _to(joint, root)
    up = across(np.array([[0.0, 0.0, 1.0]]), inward[None])[0]
    neck = joint + NECK_OFF * radius * inward
    face = joint + (radius + GLENOID_OFF_MM) * inward
    glenoid = _cone(neck, face, up, (8.0 * size, 15.5 * size), (4.5 * size, 10.5 * size))
    tip = joint + (radius + 11.5) * up + 0.35 * radius * outward - 0.25 * radius * inward
    crest = np.array([root + 2.0 * outward, (root + neck) / 2.0 + 9.0 * outward])
    line = through(np.vstack([crest, neck + 21.0 * size * outward + 8.0 * up, tip]), 24, 4.0)
    spine = _ridge(line, blade, size)
    ahead = -outward
    hook = np.vstack([neck + 9.0 * up, neck + 22.0 * size * up + 8.0 * ahead])
    hook = np.vstack([hook, neck + 24.0 * size * up + 30.0 * size * ahead - 14.0 * inward])
    coracoid = _cone_along(through(hook, 14, 3.0), up, 6.0 * size, 4.6 * size)
    return glenoid, spine, coracoid


def _ridge(line: FloatArray, blade: _Blade, size: float) -> Sweep:
    """Spine and acromion: a plate on the blade that rises sideways and lies down at its end."""
    along = tangents(line)
    count = len(line)
    place = np.linspace(0.0, 1.0, count)
    heights = across(np.repeat(blade.outward[ROOT][None], count, axis=0), along)
    widths = np.cross(along, heights)
    tall = np.interp(place, [0.0, 0.35, 0.65, 0.85, 1.0], [2.5, 8.0, 12.0, 10.0, 8.0]) * size
    thick = np.interp(place, [0.0, 0.35, 0.65, 0.85, 1.0], [2.4, 2.2, 3.0, 4.6, 4.2]) * size
    none = np.zeros(count)
    kind = np.full(count, Material.FLAT, np.uint8)
    crest = np.full(count, 0.45)  # thick at its free edge
    section = Section(tall, thick, crest, none, np.ones(count), kind)
    return Sweep("spine", line, heights, widths, section)


def _cone(
    start: FloatArray,
    end: FloatArray,
    up: FloatArray,
    tall: tuple[float, float],
    thick: tuple[float, float],
) -> Sweep:
    points = np.linspace(start, end, 8)
    heights = across(np.repeat(up[None], 8, axis=0), tangents(points))
    widths = np.cross(tangents(points), heights)
    grow = np.linspace(0.0, 1.0, 8) ** 2
    half_height, half_thickness = (low + grow * (high - low) for low, high in (tall, thick))
    section = plain_section(half_height, half_thickness, Material.FLAT, 0.15)
    return Sweep("glenoid", points, heights, widths, section)


def _cone_along(points: FloatArray, up: FloatArray, first: float, last: float) -> Sweep:
    along = tangents(points)
    side = np.cross(along, np.repeat(up[None] + [0.1, 0.2, 0.0], len(points), axis=0))
    widths = across(side, along)
    radius = np.linspace(first, last, len(points))
    section = plain_section(radius, radius * 0.8, Material.FLAT)
    return Sweep("coracoid", points, np.cross(widths, along), widths, section)


def _to(start: FloatArray, end: FloatArray) -> FloatArray:
    """Unit vector from one point to another."""
    return np.asarray((end - start) / np.linalg.norm(end - start))


def _waves(plan: Plan, side: Side, count: int) -> FloatArray:
    from scipy.ndimage import gaussian_filter1d

    raw = generator(plan.person.seed, "scapula", side).normal(size=(3, count))
    smooth = gaussian_filter1d(raw, 2.5, axis=1)
    return np.asarray(smooth / np.maximum(smooth.std(axis=1, keepdims=True), 1e-6))
