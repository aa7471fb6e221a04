"""A target from what an author points at: a bone and a side; the rest follows."""

from __future__ import annotations

from typing import Any

from trainer.anatomy.levels import joints_of, nerve_at


def target_on(bone: str, side: str, joint: str | None = None, **where: Any) -> dict[str, Any]:
    """The part for a target on a bone's process.

    joint : which of the joints that its nerve serves; None is the lower one, as the shipped cases
    have it (MB T6 on T7 for T7-T8). where : point_world_mm or picture_points.
    """
    served = joints_of(bone)
    return {
        "joint": joint if joint is not None else served[-1],
        "nerve": nerve_at(bone),
        "bone": bone,
        "side": side,
        **where,
    }


def targets_of_joint(joint: str, side: str) -> list[dict[str, Any]]:
    """Both targets of a joint where both bones lie in C7 to L1, the upper first.

    Joint Tn-T(n+1): MB T(n-1) on Tn and MB Tn on T(n+1) (DESIGN 3).
    """
    return [target_on(bone, side, joint) for bone in joint.split("-") if joint in joints_of(bone)]
