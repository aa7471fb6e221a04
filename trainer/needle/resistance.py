"""What resists the hand along the shaft. All [X] after clinical.md 6; docs/physics/needle.md."""

from __future__ import annotations

from trainer.needle.catalogue import NeedleModel

_THIN_MM, _THICK_MM = 0.72, 1.27  # 22 G and 18 G, between which clinical.md 6 gives numbers (X)
SKIN_N = (1.5, 3.0)
FASCIA_N = (0.5, 1.0)
MUSCLE_N_PER_MM = (0.02, 0.05)
FAT_SHARE = 0.4  # of muscle's friction
BONE_N_PER_MM = 10.0
HAND_N = 12.0  # nobody pushes harder on bone (X)
# Steel on periosteum: a tip that meets bone at less than this from straight on stays where it is.
STICKS_BELOW_DEG = 35.0  # (X)


def _by_gauge(model: NeedleModel, ends: tuple[float, float]) -> float:
    share = (model.outer_diameter_mm - _THIN_MM) / (_THICK_MM - _THIN_MM)
    return max(ends[0] / 2.0, ends[0] + share * (ends[1] - ends[0]))


def friction_n(model: NeedleModel, depth_mm: float, fascia_mm: float) -> float:
    """Of the shaft in fat and muscle."""
    in_fat_mm, in_muscle_mm = min(depth_mm, fascia_mm), max(0.0, depth_mm - fascia_mm)
    return _by_gauge(model, MUSCLE_N_PER_MM) * (FAT_SHARE * in_fat_mm + in_muscle_mm)


def skin_n(model: NeedleModel) -> float:
    """To go through the skin."""
    return _by_gauge(model, SKIN_N)


def fascia_n(model: NeedleModel) -> float:
    """More than friction, to go through the fascia."""
    return _by_gauge(model, FASCIA_N)


def bone_n(overrun_mm: float) -> float:
    """Of bone that was pushed on."""
    return min(HAND_N, BONE_N_PER_MM * max(0.0, overrun_mm))
