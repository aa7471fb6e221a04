"""All vertebrae of a plan as bones."""

from __future__ import annotations

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Bone
from trainer.anatomy.synthetic.frame_change import Change
from trainer.anatomy.synthetic.morphometry import SPINE
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.solid import Canal, Loft, Solid
from trainer.anatomy.synthetic.solid_bone import SolidBone, solid_bone
from trainer.anatomy.synthetic.vertebra_arch import (
    inferior_process,
    lamina,
    pillar,
    spinous,
    superior_process,
)
from trainer.anatomy.synthetic.vertebra_body import body_of, pedicle
from trainer.anatomy.synthetic.vertebra_joints import Joint, joint_below
from trainer.anatomy.synthetic.vertebra_shape import Shape, shape_of
from trainer.anatomy.synthetic.vertebra_transverse import mammillary_of, transverse

CLEAR_MM = 1.4  # [X] round an articular process; between two faces the joint space is wider
Joints = dict[tuple[str, Side], Joint]  # by the joint's lower vertebra


def vertebrae(plan: Plan) -> tuple[Bone, ...]:
    """C5-L3 from the head down, each one bone named by its level."""
    shapes = {level: shape_of(plan, level) for level in plan.vertebrae}
    joints = joints_of_plan(plan, shapes)
    return tuple(vertebra(shapes, joints, level) for level in shapes)


def joints_of_plan(plan: Plan, shapes: dict[str, Shape] | None = None) -> Joints:
    """Every facet joint, by the level of its lower vertebra and side."""
    known = shapes or {level: shape_of(plan, level) for level in plan.vertebrae}
    lowers = [level for level in SPINE[1:] if level in known]
    return {
        (level, side): joint_below(plan, known, level, side) for level in lowers for side in Side
    }


def vertebra(shapes: dict[str, Shape], joints: Joints, level: str) -> SolidBone:
    """One vertebra: body, arch, processes, then what is carved from them."""
    shape = shapes[level]
    added, holes = [*_both_sides(shape, joints), spinous(shape)], _holes(shapes, joints, level)
    solids = [solid for solid in added if not solid.carve]
    hollows = [solid for solid in added if solid.carve]
    canal = Canal(
        shape.canal_y, shape.size.canal[0] / 2.0, shape.size.canal[1] / 2.0, shape.wall_y - 2.0
    )
    parts: tuple[Solid, ...] = (*solids, canal, body_of(shape), *hollows, *holes)
    return solid_bone(level, shape.vertebra.frame, parts)


def _both_sides(shape: Shape, joints: Joints) -> list[Loft]:
    found: list[Loft] = []
    for side in Side:
        found += [pedicle(shape, side), pillar(shape, side), lamina(shape, side)]
        found += transverse(shape, side)
        above, below = joints.get((shape.level, side)), joints.get((_below(shape.level), side))
        if above:
            superior = superior_process(shape, above)
            found.append(superior)
            if shape.level.startswith("L"):
                found.append(mammillary_of(shape, side, superior.end))
        if below:
            found.append(inferior_process(shape, below))
    return found


def _holes(shapes: dict[str, Shape], joints: Joints, level: str) -> list[Loft]:
    """Room all round the neighbours' articular processes."""
    found = []
    for side in Side:
        above, below = joints.get((level, side)), joints.get((_below(level), side))
        if above:
            tongue = inferior_process(shapes[above.upper], above)
            found.append(_room(tongue, shapes[above.upper], shapes[level]))
        if below:
            ear = superior_process(shapes[below.lower], below)
            found.append(_room(ear, shapes[below.lower], shapes[level]))
    return found


def _room(process: Loft, owner: Shape, other: Shape) -> Loft:
    change = Change(owner.vertebra.frame, other.vertebra.frame)
    return process.grown(CLEAR_MM).moved(change)


def _below(level: str) -> str:
    at = SPINE.index(level) + 1
    return SPINE[at] if at < len(SPINE) else ""
