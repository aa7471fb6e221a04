"""The synthetic patient: a person in numbers becomes volumes, labels, landmarks and nerves."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.hounsfield import BONE_G_CM3_PER_COUNT, WATER_G_CM3_PER_COUNT
from trainer.anatomy.nerve_courses import nerves_of
from trainer.anatomy.patient import (
    Basis,
    BasisVolume,
    LabelVolume,
    Nerve,
    Patient,
    PatientKind,
    Strand,
    Tissue,
)
from trainer.anatomy.strands import strands_of
from trainer.anatomy.synthetic.blocks import grid_of, refined, spot_of
from trainer.anatomy.synthetic.bone import Block, FloatBlock
from trainer.anatomy.synthetic.composer import Composed, Skeleton, draw
from trainer.anatomy.synthetic.envelope import Envelope, envelope_of
from trainer.anatomy.synthetic.grids import Grids, grids_of
from trainer.anatomy.synthetic.implants import implant_volume
from trainer.anatomy.synthetic.landmarks import landmarks_of
from trainer.anatomy.synthetic.parts import Hard, hard_parts
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.shell import JOINT_MM
from trainer.anatomy.synthetic.slices import over_slices
from trainer.anatomy.synthetic.soft_tissue import SoftTissue
from trainer.anatomy.tables import conventions
from trainer.anatomy.vertebral_axes import Landmarks

EDGE_VOXELS = 1.2  # an edge is spread over so many: sharper ones comb where rays graze them
Progress = Callable[[float, str], None]
# numba's threads take one caller at a time where OpenMP is missing.
_ONE_AT_A_TIME = threading.Lock()


class CancelledError(Exception):
    """Nobody wants the patient any more."""


@dataclass(slots=True)
class _Steps:
    """Tells how far the work is and stops where nobody wants it any more."""

    progress: Progress | None
    cancelled: Callable[[], bool] | None

    def at(self, done: float, words: str) -> None:
        if self.cancelled is not None and self.cancelled():
            raise CancelledError(words)
        if self.progress is not None:
            self.progress(done, words)


def synthetic_thorax(
    person: Person,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    span: tuple[str, str] | None = None,
) -> Patient:
    """A prone person's trunk, T7's body centre at the world's origin; same person, same bytes.

    progress : called with 0..1 and what is being made. cancelled : asked often; True raises
    `CancelledError`. span : first and last level of a patient whose grids, and nothing else, are
    cropped in z: for tests.
    """
    with _ONE_AT_A_TIME:
        return _built(person, _Steps(progress, cancelled), span)


def _built(person: Person, steps: _Steps, span: tuple[str, str] | None) -> Patient:
    steps.at(0.0, "Planning the spine")
    plan = plan_of(person)
    envelope = envelope_of(plan)
    # Bones, landmarks and nerves are small steps of one thread, voxels large steps of all: side by
    # side.
    with ThreadPoolExecutor(1, thread_name_prefix="truth") as beside:
        bony = beside.submit(_bony, plan, envelope)
        truth = beside.submit(lambda: _truth(bony.result()))
        soft = SoftTissue.of(plan, envelope)
        grids = grids_of(plan, soft.skin_box_world_mm(), span)
        volumes, labels = _voxels(grids, soft, bony, steps)
        steps.at(0.95, "Landmarks and nerves")
        landmarks, nerves, strands = truth.result()
    notes = (_described(person),)
    return Patient(
        PatientKind.SYNTHETIC, volumes, labels, nerves, landmarks, notes=notes, strands=strands
    )


def _bony(plan: Plan, envelope: Envelope) -> tuple[Hard, Skeleton]:
    """All bones and implants, and the bones as one."""
    hard = hard_parts(plan, envelope)
    return hard, Skeleton.of(plan.person, hard.bones, hard.implants)


def _truth(
    bony: tuple[Hard, Skeleton],
) -> tuple[Landmarks, tuple[Nerve, ...], tuple[Strand, ...]]:
    hard, skeleton = bony
    landmarks = landmarks_of(hard.plan, hard.bones, skeleton)
    nerves = nerves_of(landmarks, skeleton, conventions(), skeleton.person.seed)
    return landmarks, nerves, strands_of(landmarks, skeleton, hard.bundles)


def _voxels(
    grids: Grids, soft: SoftTissue, bony: Future[tuple[Hard, Skeleton]], steps: _Steps
) -> tuple[tuple[BasisVolume, ...], LabelVolume]:
    """Every volume, and the labels of all tissues."""
    steps.at(0.15, "Naming tissues")
    tissues = soft.tissues_on(grids.labels)
    steps.at(0.2, "Muscle, fat and lung")
    coarse_hu = soft.hu_on(grids.body)
    fine = grids.spine.block()
    stages = (
        (grids.body, grids.body_share(), coarse_hu, (0.4, 0.6)),
        (fine, grids.spine.share_on(fine), refined(coarse_hu, grids.body, fine), (0.6, 0.95)),
    )
    hard, skeleton = bony.result()
    volumes: list[BasisVolume] = []
    for block, share, soft_hu, between in stages:
        made, composed = _volumes(block, share, soft_hu, skeleton, steps, between)
        volumes += made
        _name_bone(composed, share, grids.labels, tissues)
    steel = implant_volume(hard.implants)
    volumes += [] if steel is None else [steel]
    return tuple(volumes), LabelVolume(grid_of(grids.labels), tissues)


def _volumes(
    block: Block,
    share: FloatBlock,
    soft_hu: FloatBlock,
    skeleton: Skeleton,
    steps: _Steps,
    between: tuple[float, float],
) -> tuple[tuple[BasisVolume, BasisVolume], Composed]:
    """Water and bone of one grid, and the bones they were drawn from."""
    start, end = between
    composed = skeleton.on_block(
        block,
        wanted=lambda spot: bool((share[spot] > 0.0).any()),
        report=lambda done: steps.at(start + done * (end - start), "Bones"),
    )
    made = draw(skeleton, composed, soft_hu, share, EDGE_VOXELS)
    grid = grid_of(block)
    water = BasisVolume(Basis.WATER, grid, made.water, WATER_G_CM3_PER_COUNT)
    return (water, BasisVolume(Basis.BONE, grid, made.bone, BONE_G_CM3_PER_COUNT)), composed


def _name_bone(
    composed: Composed, share: FloatBlock, labels: Block, tissues: NDArray[np.uint8]
) -> None:
    """Label as bone what lies inside the drawn surface, where this grid drew it.

    The distance is read between its voxels: bones are evaluated once a place, not again for labels.
    """
    from trainer.anatomy.synthetic.composer_kernels import mark_bone

    implant = np.empty((0, 0, 0), np.float32) if composed.implant is None else composed.implant
    block = composed.block
    low = np.array(block.origin_world_mm)
    high = low + (np.array(block.shape_kji[::-1]) - 1.0) * block.spacing_mm
    spot = spot_of(labels, low, high)
    if spot is not None:
        first = np.array([edge.start for edge in spot])
        past = np.array([edge.stop for edge in spot])
        origin = np.array(labels.origin_world_mm)
        over_slices(
            int(past[0] - first[0]),
            lambda begin, end: mark_bone(
                begin,
                end,
                composed.nearest,
                composed.second,
                np.float32(JOINT_MM),
                implant,
                share,
                low,
                block.spacing_mm,
                first,
                past,
                origin,
                labels.spacing_mm,
                np.uint8(Tissue.BONE),
                tissues,
            ),
        )


def _described(person: Person) -> str:
    return (
        f"Synthetic {person.sex}, {person.age_years:g} years, {person.height_cm:g} cm, "
        f"BMI {person.bmi:g}, seed {person.seed}."
    )
