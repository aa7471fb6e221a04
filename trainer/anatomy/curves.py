"""Smooth curves through a few points, evenly resampled."""

from __future__ import annotations

import numpy as np

from trainer.geometry.pinhole import FloatArray

FINE_PER_SPAN = 40


def through_points(controls: FloatArray, step_mm: float) -> FloatArray:
    """A centripetal Catmull-Rom curve through points, shape (n, 3) to (m, 3), `step_mm` apart.

    Centripetal: no loops and no cusps, and never far from the polyline (Yuksel, Schaefer, Keyser
    2011, Computer-Aided Design 43:747; from memory).
    """
    from scipy.interpolate import CubicHermiteSpline  # a third of a second to load

    points = np.asarray(controls, dtype=np.float64)
    chords = np.linalg.norm(np.diff(points, axis=0), axis=1)
    points = points[np.concatenate([[True], chords > 1e-6])]
    chords = chords[chords > 1e-6]
    knots = np.concatenate([[0.0], np.cumsum(np.sqrt(chords))])
    dense = np.interp(
        np.linspace(0.0, len(knots) - 1.0, FINE_PER_SPAN * (len(knots) - 1) + 1),
        np.arange(len(knots)),
        knots,
    )
    curve = CubicHermiteSpline(knots, points, _tangents(points, knots))(dense)
    return resampled(np.asarray(curve, dtype=np.float64), step_mm)


def _tangents(points: FloatArray, knots: FloatArray) -> FloatArray:
    """Catmull-Rom's on uneven knots; at both ends the slope of the first and last span."""
    slopes = np.diff(points, axis=0) / np.diff(knots)[:, None]
    widths = np.diff(knots)[:, None]
    inner = (widths[1:] * slopes[:-1] + widths[:-1] * slopes[1:]) / (widths[1:] + widths[:-1])
    return np.concatenate([slopes[:1], inner, slopes[-1:]])


def lengths_along(points: FloatArray) -> FloatArray:
    """Length of a polyline from its start to each of its points; shape (n, 3) to (n,)."""
    return np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])


def resampled(points: FloatArray, step_mm: float) -> FloatArray:
    """A polyline with its ends kept and points at most `step_mm` apart, evenly."""
    along = lengths_along(points)
    count = max(1, int(np.ceil(along[-1] / step_mm - 1e-9)))
    wanted = np.linspace(0.0, along[-1], count + 1)
    return np.stack([np.interp(wanted, along, points[:, axis]) for axis in range(3)], axis=1)


def nearest_on(points: FloatArray, point: FloatArray) -> tuple[FloatArray, float]:
    """The point of a polyline (n, 3) nearest to one point, and its distance in mm."""
    start, along = points[:-1], np.diff(points, axis=0)
    squared = np.maximum(np.einsum("ij,ij->i", along, along), 1e-12)
    share = np.clip(np.einsum("ij,ij->i", point - start, along) / squared, 0.0, 1.0)
    feet = start + share[:, None] * along
    away = np.linalg.norm(feet - point, axis=1)
    n = int(away.argmin())
    return feet[n], float(away[n])
