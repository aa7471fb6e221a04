"""Everything one person is made of, before any voxel."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.bone import Bone
from trainer.anatomy.synthetic.envelope import Envelope, envelope_of
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
class Hard:
    """Where the spine stands, all bones, metal and cement.

    bundles : vein, artery and nerve under each rib, by its level and side, shape (n, 3) world mm.
    """

    plan: Plan
    bones: tuple[Bone, ...]
    implants: tuple[Bone, ...]
    bundles: Mapping[tuple[str, Side], FloatArray]


@dataclass(frozen=True, slots=True, eq=False)
class Parts(Hard):
    """All of it, and what is soft."""

    soft: SoftTissue


def parts_of(person: Person) -> Parts:
    """Plan a person's spine and hang everything on it."""
    plan = plan_of(person)
    envelope = envelope_of(plan)
    # Neither asks the other: bones are small steps of Python, soft fields are large arrays.
    with ThreadPoolExecutor(1, thread_name_prefix="bones") as beside:
        making = beside.submit(hard_parts, plan, envelope)
        soft = SoftTissue.of(plan, envelope)
        hard = making.result()
    return Parts(hard.plan, hard.bones, hard.implants, hard.bundles, soft)


def hard_parts(plan: Plan, envelope: Envelope) -> Hard:
    """The bones and implants of a planned spine in its chest."""
    pairs = ribs(plan, envelope)
    bones = (*vertebrae(plan), *pairs, *girdle(plan, envelope))
    bundles = {(rib.level, rib.side): intercostal_bundle(rib, envelope) for rib in pairs}
    return Hard(plan, bones, hardware(plan), MappingProxyType(bundles))
