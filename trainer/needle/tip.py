"""The tip's own shape: which way the notch points, and how far a bent tip stands off the line."""

from __future__ import annotations

import math

import numpy as np

from trainer.geometry.pinhole import FloatArray
from trainer.needle.catalogue import NeedleModel

TIP_STEP_MM = 0.25  # between the points of a bent tip that may meet bone (design value)
_HEAD = np.array([0.0, 0.0, 1.0])


def notch_side(hub_axis: FloatArray, notch_deg: FloatArray | float) -> FloatArray:
    """Unit vectors across the shaft, toward the notch; notch (n,) or one to (n, 3) or (3,).

    0 is cranial, positive clockwise as seen from the hub: with the needle pointing anterior 90
    degrees is the patient's right.
    """
    up = _HEAD - float(hub_axis @ _HEAD) * hub_axis
    up /= math.sqrt(float(up @ up))
    right = np.array([
        hub_axis[1] * up[2] - hub_axis[2] * up[1],
        hub_axis[2] * up[0] - hub_axis[0] * up[2],
        hub_axis[0] * up[1] - hub_axis[1] * up[0],
    ])  # fmt: skip
    angle = np.radians(notch_deg)
    return np.asarray(
        np.multiply.outer(np.cos(angle), up) + np.multiply.outer(np.sin(angle), right)
    )


def steer_side(model: NeedleModel, toward_notch: FloatArray) -> FloatArray:
    """Which way the tip goes while it is pushed."""
    return toward_notch if model.toward_notch else -toward_notch


def tip_points(model: NeedleModel) -> tuple[FloatArray, FloatArray]:
    """(behind the line's end, aside toward the notch) of the tip's points, mm; the tip comes last.

    A bent tip is an arc that leaves the line `bent_mm` before its end.
    """
    if model.bent_mm <= 0.0:
        return np.zeros(1), np.zeros(1)
    count = math.ceil(model.bent_mm / TIP_STEP_MM)
    along = np.arange(count + 1) / count
    return model.bent_mm * (1.0 - along), aside_mm(model, along * model.bent_mm)


def aside_mm(model: NeedleModel, past_bend_mm: FloatArray) -> FloatArray:
    """How far a bent tip stands off the line, so far past its bend."""
    if model.bent_mm <= 0.0:
        return np.zeros_like(past_bend_mm)
    radius_mm = model.bent_mm / math.radians(model.bent_deg)
    past = np.clip(past_bend_mm, 0.0, model.bent_mm)
    return np.asarray(radius_mm * (1.0 - np.cos(past / radius_mm)))


def tip_aside_mm(model: NeedleModel) -> float:
    """How far the tip itself stands off the line."""
    return float(aside_mm(model, np.array([model.bent_mm]))[0])
