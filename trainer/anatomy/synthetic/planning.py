"""From a person to the plan of the spine: where every vertebra stands and how large it is."""

from __future__ import annotations

from types import MappingProxyType

from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.plan import Plan, VertebraPlan
from trainer.anatomy.synthetic.planning_curve import frames_of
from trainer.anatomy.synthetic.planning_process import processes_of
from trainer.anatomy.synthetic.planning_size import scale_of, sizes_of


def plan_of(person: Person) -> Plan:
    """The spine C5-L3 of a person, from the head down; T7's body centre is the world's origin."""
    sizes = sizes_of(person)
    frames = frames_of(person, sizes)
    vertebrae = {
        level: VertebraPlan(level, frames[level], size, processes_of(person, level, size))
        for level, size in sizes.items()
    }
    return Plan(person, scale_of(person), MappingProxyType(vertebrae))
