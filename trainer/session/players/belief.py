"""Where a player believes things to be: triangulated from pictures that he took himself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.geometry.triangulation import triangulate
from trainer.session.players.seen import Picture, Pixel

KEPT = 12  # pictures that he still has in mind [X]
# A teaching figure for skin to process in a person of average build, where one film shows no depth
# (clinical.md 1.6 [M]).
USUAL_DEPTH_MM = 35.0
Reads = Callable[[Picture], Pixel | None]


def place_mm(pictures: Sequence[Picture], reads: Reads) -> FloatArray | None:
    """A place in the room from its marks in pictures; None where they do not show its depth."""
    sightings: list[tuple[PinholeView, FloatArray]] = [
        (picture.view, np.array(pixel))
        for picture in pictures[-KEPT:]
        if (pixel := reads(picture)) is not None
    ]
    if len(sightings) < 2:
        return None
    try:
        return triangulate(sightings)[0]
    except ValueError:
        return None  # all from nearly the same side


def spot(name: str) -> Reads:
    """Reads a named mark."""
    return lambda picture: picture.spots.get(name)


def below_skin_mm(picture: Picture, pixel: Pixel, skin_y_mm: float) -> FloatArray:
    """A mark of a single film, at the usual depth under skin of this height (+y posterior)."""
    ray = picture.view.ray_directions(np.array(pixel))
    source = picture.view.source_world_mm
    reach = (skin_y_mm - USUAL_DEPTH_MM - source[1]) / ray[1]
    return np.asarray(source + reach * ray)
