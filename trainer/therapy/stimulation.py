"""What a stimulus makes a patient feel and a muscle do.

Teaching model. Threshold by distance: V = 0.1 + 0.05 d^2, d in mm (clinical reference 3.4, X):
0.5 V at 2.8 mm, the cut-off in use (Koh 2017, PMC5665742, S). Motor nerves answer at 2 Hz from
1.5 times the sensory threshold on (DRG data, S). A paraspinal twitch is a good sign; intercostal,
abdominal or limb answers mean a ventral ramus (M).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from trainer.therapy.nearness import NerveKind, NerveNear

THRESHOLD_AT_NERVE_MV, THRESHOLD_MV_PER_MM2 = 100.0, 50.0
MOTOR_FACTOR = 1.5
NUMB_FACTOR = 4.0  # X: a wholly numb nerve needs five times as much
FULL_AT = 3.0  # X: strength is full at this many times the threshold


class Answer(StrEnum):
    """What is felt or seen."""

    BACK = "back"  # the known pain or pressure beside the spine
    BAND = "band"  # round the ribs, radiating
    PARASPINAL = "paraspinal-twitch"
    INTERCOSTAL = "intercostal-twitch"
    ABDOMINAL = "abdominal-twitch"
    LIMB = "limb-twitch"
    LEGS = "legs"  # both legs, from the cord


@dataclass(frozen=True, slots=True)
class Response:
    """One answer, of which nerve, from 1 to 1000."""

    answer: Answer
    nerve: str
    strength_permille: int


def threshold_mv(near: NerveNear) -> float:
    """The least sensory stimulus that a nerve answers to, in millivolts."""
    asleep = 1.0 + NUMB_FACTOR * near.numb
    return (THRESHOLD_AT_NERVE_MV + THRESHOLD_MV_PER_MM2 * near.distance_mm**2) * asleep


def responses(near: Iterable[NerveNear], hz: int, millivolts: int) -> tuple[Response, ...]:
    """Answers to a train of 50 Hz (felt) or 2 Hz (seen), nearest nerve first; else none."""
    return tuple(found for one in near if (found := _response(one, hz, millivolts)) is not None)


def _response(near: NerveNear, hz: int, millivolts: int) -> Response | None:
    answer = _answer(near, hz)
    least = threshold_mv(near) * (MOTOR_FACTOR if hz == MOTOR_HZ else 1.0)
    if answer is None or millivolts < least:
        return None
    part = (millivolts / least - 1.0) / (FULL_AT - 1.0)
    return Response(answer, near.name, max(1, round(1000 * min(1.0, part))))


SENSORY_HZ, MOTOR_HZ = 50, 2
_FELT: Mapping[NerveKind, Answer] = {
    NerveKind.MEDIAL_BRANCH: Answer.BACK,
    NerveKind.VENTRAL_RAMUS: Answer.BAND,
    NerveKind.NERVE_ROOT: Answer.BAND,
    NerveKind.CORD: Answer.LEGS,
}
# Which muscles a ventral ramus moves: T1 and C8 the hand, T2-T6 the intercostals, from T7 on the
# abdominal wall too (M).
_LIMB = frozenset({"C7", "C8", "T1"})
_ABDOMINAL = frozenset({"T7", "T8", "T9", "T10", "T11", "T12", "L1"})


def _answer(near: NerveNear, hz: int) -> Answer | None:
    if hz == SENSORY_HZ:
        return _FELT[near.kind]
    if hz != MOTOR_HZ:
        return None
    if near.kind is NerveKind.MEDIAL_BRANCH:
        return Answer.PARASPINAL
    if near.kind is NerveKind.CORD:
        return Answer.LEGS
    if near.level in _LIMB:
        return Answer.LIMB
    return Answer.ABDOMINAL if near.level in _ABDOMINAL else Answer.INTERCOSTAL
