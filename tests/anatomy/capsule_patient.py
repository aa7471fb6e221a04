"""Truth of the capsule spine: landmarks, nerves and strands, and a patient that carries them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tests.anatomy.capsule_spine import capsule_spine
from tests.anatomy.thorax import thorax
from trainer.anatomy.nerve_courses import nerves_of
from trainer.anatomy.patient import Nerve, Patient, Strand
from trainer.anatomy.strands import strands_of
from trainer.anatomy.synthetic.landmarks import landmarks_of
from trainer.anatomy.tables import conventions
from trainer.anatomy.vertebral_axes import Landmarks


@lru_cache(maxsize=4)
def capsule_landmarks(seed: int = 0) -> Landmarks:
    spine = capsule_spine(seed)
    return landmarks_of(spine.plan, spine.bones, spine)


@lru_cache(maxsize=4)
def capsule_nerves(seed: int = 0) -> tuple[Nerve, ...]:
    return nerves_of(capsule_landmarks(seed), capsule_spine(seed), conventions(), seed)


@lru_cache(maxsize=4)
def capsule_strands(seed: int = 0) -> tuple[Strand, ...]:
    return strands_of(capsule_landmarks(seed), capsule_spine(seed), {})


def capsule_patient(seed: int = 0) -> Patient:
    """The volumes are another's: only the truth matters here."""
    truth = capsule_landmarks(seed), capsule_nerves(seed), capsule_strands(seed)
    return replace(thorax(), landmarks=truth[0], nerves=truth[1], strands=truth[2])
