"""Finding the level: counted from both ends, the end plate squared, declared with its picture."""

from __future__ import annotations

import math

from trainer.attempt.commands import DeclareLevel, MoveTable, SaveImage, SetField
from trainer.session.players.hand import Hand
from trainer.session.players.seen import Wanted

ENDS_MM = (110.0, -110.0)  # how far the table goes to show T1 and T12 from the middle of the back
WHOLE_FIELD_UM, MAGNIFIED_UM = 298_000, 220_000
PLATE_MM = 25.0  # front to back of a thoracic end plate (clinical.md 1 [M])
SQUARE_MM = 1.0  # lines nearer than this are one
MOST_TILTS = 4


def finds_level(hand: Hand) -> float:
    """Count, square; returns the tilt at which the end plate stands as one line."""
    tilt_deg = hand.task.start_tilt_deg
    if hand.task.views:
        hand.look("level", 0.0, 0.0)
        return 0.0
    if hand.traits.ends:
        _shows_both_ends(hand, tilt_deg)
    hand.look("level", 0.0, tilt_deg, keep=False)
    return _squared(hand, tilt_deg) if hand.traits.squares else tilt_deg


def declares(hand: Hand, wanted: Wanted) -> None:
    """Say the level on the picture that proves it."""
    hand.step(SaveImage, "level")
    hand.step(DeclareLevel, wanted.bone, wanted.side)


def _shows_both_ends(hand: Hand, tilt_deg: float) -> None:
    x_mm, y_mm, z_mm = hand.task.start_mm
    hand.do(SetField, WHOLE_FIELD_UM)
    for away_mm in ENDS_MM:
        place = (x_mm, y_mm, z_mm + away_mm)
        hand.do(MoveTable, *(round(part * 1000.0) for part in place))
        hand.look("level", 0.0, tilt_deg)
    hand.do(MoveTable, *(round(part * 1000.0) for part in hand.task.start_mm))
    hand.do(SetField, MAGNIFIED_UM)


def _squared(hand: Hand, tilt_deg: float) -> float:
    """Turn until both lines of the end plate meet; the way is tried, toward straight first."""
    way = -1.0 if tilt_deg >= 0.0 else 1.0
    best_deg, best_mm = tilt_deg, _gap_mm(hand)
    for _ in range(MOST_TILTS):
        if best_mm is None or best_mm < SQUARE_MM:
            break
        turned_deg = best_deg + way * math.degrees(math.asin(min(0.5, best_mm / PLATE_MM)))
        hand.look("level", 0.0, turned_deg, keep=False)
        gap_mm = _gap_mm(hand)
        if gap_mm is None or gap_mm >= best_mm:
            way = -way
            continue
        best_deg, best_mm = turned_deg, gap_mm
    return best_deg


def _gap_mm(hand: Hand) -> float | None:
    return None if hand.seen.picture is None else hand.seen.picture.plate_gap_mm
