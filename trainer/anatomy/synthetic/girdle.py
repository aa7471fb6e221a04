"""The shoulder girdle and the breast bone: everything bony that is neither spine nor rib."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Bone, Material
from trainer.anatomy.synthetic.chance import generator, normal
from trainer.anatomy.synthetic.envelope import Envelope
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.scapula import scapula_of
from trainer.anatomy.synthetic.shoulder import Shoulder, shoulders_of
from trainer.anatomy.synthetic.sternum import Sternum, sternum_of
from trainer.anatomy.synthetic.sweep import Sweep, across, plain_section, tangents, through

# Along a clavicle, 0 at the breast bone: half height and half thickness, mm [X].
CLAVICLE_AT = (0.0, 0.12, 0.35, 0.65, 0.85, 1.0)
CLAVICLE_HALF_MM = ((10.5, 8.0, 6.0, 5.6, 5.0, 5.2), (9.5, 7.5, 5.8, 6.2, 8.5, 8.0))
BOW_MM = (-13.0, 8.0)  # its S: forward at a third, back at three quarters [X]
# Along a humerus from the middle of its head: mm, and its radius over the head's [X].
HUMERUS_AT, HUMERUS_RADIUS = (0.0, 0.3, 0.8, 1.5, 2.6, 8.0), (0.98, 1.0, 0.92, 0.62, 0.52, 0.50)


def girdle(plan: Plan, envelope: Envelope) -> tuple[Bone, ...]:
    """Breast bone, then clavicle, shoulder blade and humerus of each side."""
    breast = sternum_of(plan, envelope)
    bones: list[Bone] = [breast.bone]
    for shoulder in shoulders_of(plan).values():
        bones.append(clavicle_of(plan, breast, shoulder))
        bones.append(scapula_of(plan, envelope, shoulder))
        bones.append(humerus_of(shoulder))
    return tuple(bones)


def clavicle_of(plan: Plan, breast: Sternum, shoulder: Shoulder) -> Sweep:
    """From the notch of the breast bone to before the acromion, in an S."""
    size = plan.scale
    rng = generator(plan.person.seed, "clavicle", shoulder.side)
    start = breast.edge_world_mm(0.03, shoulder.side, 4.0 * size)
    start = start + plan.trunk.axes @ np.array([0.0, 2.0, 9.0]) * size
    lateral = 1.0 if shoulder.side is Side.LEFT else -1.0
    off = np.array([-20.0 * lateral, 6.0, 0.0]) * size
    end = shoulder.joint_world_mm + plan.trunk.axes @ off
    end = end + np.array([0.0, 0.0, shoulder.head_radius_mm + 9.0 * size])
    knots = np.linspace(start, end, 5)
    back = plan.trunk.axes[:, 1]
    knots[1] += (BOW_MM[0] + normal(rng, 2.0)) * size * back
    knots[2] += 0.25 * BOW_MM[0] * size * back
    knots[3] += (BOW_MM[1] + normal(rng, 2.0)) * size * back
    points = through(knots, 44, smooth_mm=6.0)
    along = tangents(points)
    heights = across(np.repeat([[0.0, 0.0, 1.0]], 44, axis=0), along)
    place = np.linspace(0.0, 1.0, 44)
    tall, thick = (np.interp(place, CLAVICLE_AT, half) * size for half in CLAVICLE_HALF_MM)
    section = plain_section(tall, thick, Material.RIB, end=0.5)
    name = f"clavicle.{shoulder.side}"
    return Sweep(name, points, heights, np.cross(along, heights), section)


def humerus_of(shoulder: Shoulder) -> Sweep:
    """Head and upper shaft, along the arm."""
    count, radius = 36, shoulder.head_radius_mm
    from_mm = np.linspace(0.0, shoulder.arm_mm, count)
    points = shoulder.joint_world_mm + from_mm[:, None] * shoulder.arm_axis
    along = np.repeat(shoulder.arm_axis[None], count, axis=0)
    heights = across(np.repeat([[0.0, 0.0, 1.0]], count, axis=0), along)
    half = np.interp(from_mm / radius, HUMERUS_AT, HUMERUS_RADIUS) * radius
    section = plain_section(half, half * 0.97, Material.PROCESS)
    section.kind[half > 0.7 * radius] = Material.RIB  # the head's cortex is thin
    name = f"humerus.{shoulder.side}"
    return Sweep(name, points, heights, np.cross(along, heights), section)
