"""Everything one person is made of, before any voxel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Bone
from trainer.anatomy.synthetic.envelope import envelope_of
from trainer.anatomy.synthetic.girdle import girdle
from trainer.anatomy.synthetic.hardware import hardware
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.ribs import intercostal_bundle, ribs
from trainer.anatomy.synthetic.soft_tissue import SoftTissue
from trainer.anatomy.synthetic.vertebrae import vertebrae
from trainer.geometry.pinhole import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Where the spine stands, all bones, metal and cement, and what is soft.

    bundles : vein, artery and nerve under each rib, by its level and side, shape (n, 3) world mm.
    """

    plan: Plan
    bones: tuple[Bone, ...]
    implants: tuple[Bone, ...]
    soft: SoftTissue
    bundles: Mapping[tuple[str, Side], FloatArray]


def parts_of(person: Person) -> Parts:
    """Plan a person's spine and hang everything on it."""
    plan = plan_of(person)
    envelope = envelope_of(plan)
    pairs = ribs(plan, envelope)
    bones = (*vertebrae(plan), *pairs, *girdle(plan, envelope))
    bundles = {(rib.level, rib.side): intercostal_bundle(rib, envelope) for rib in pairs}
    soft = SoftTissue.of(plan, envelope)
    return Parts(plan, bones, hardware(plan), soft, MappingProxyType(bundles))
