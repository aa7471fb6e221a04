"""Everything one person is made of, before any voxel."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.anatomy.synthetic.bone import Bone
from trainer.anatomy.synthetic.envelope import envelope_of
from trainer.anatomy.synthetic.girdle import girdle
from trainer.anatomy.synthetic.hardware import hardware
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.ribs import ribs
from trainer.anatomy.synthetic.soft_tissue import SoftTissue
from trainer.anatomy.synthetic.vertebrae import vertebrae


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Where the spine stands, all bones, metal and cement, and what is soft."""

    plan: Plan
    bones: tuple[Bone, ...]
    implants: tuple[Bone, ...]
    soft: SoftTissue


def parts_of(person: Person) -> Parts:
    """Plan a person's spine and hang everything on it."""
    plan = plan_of(person)
    envelope = envelope_of(plan)
    bones = (*vertebrae(plan), *ribs(plan, envelope), *girdle(plan, envelope))
    return Parts(plan, bones, hardware(plan), SoftTissue.of(plan, envelope))
