"""Hazards in the studio's slices: outlines and safe distances, drawn off the thread; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from trainer.anatomy.distance import DistanceBlock, blocks_near
from trainer.anatomy.patient import Patient
from trainer.imaging.margin_lines import margin_lines
from trainer.imaging.slices import Cut, SlicePlane
from trainer.ui.presenters.slices import SlicesRequest
from trainer.ui.presenters.studio_beam import MARGIN_LEAST_MM, Lines
from trainer.ui.presenters.studio_marks import Point

Outlines = tuple[tuple[str, bool, Lines], ...]  # structure, whether its margin, lines


@dataclass(frozen=True, slots=True, eq=False)
class MarginsRequest:
    """Which slices, and what to outline in them round a place.

    hazards : (structure, margin mm). about : distances are known some centimetres round it.
    """

    slices: SlicesRequest
    hazards: tuple[tuple[str, float], ...]
    about: Point


class MarginsPainter:
    """Outlines hazards in slices; keeps the distances, a second's work. One thread each."""

    def __init__(self) -> None:
        self._kept: tuple[Patient, Point, Mapping[str, DistanceBlock]] | None = None

    def draw(self, request: MarginsRequest) -> Mapping[Cut, Outlines]:
        """Lines as `trainer.ui.studio.marks_paint.paint_outline` takes them, of each slice."""
        patient = request.slices.patient
        if not request.hazards or patient.labels is None:
            return {}
        blocks = self.blocks(patient, request.about)
        return {
            cut: tuple(
                (structure, margin, _lines(blocks[structure], plane, away_mm))
                for structure, margin_mm in request.hazards
                if structure in blocks
                for margin, away_mm in _wanted(margin_mm)
            )
            for cut, plane in request.slices.planes.items()
        }

    def blocks(self, patient: Patient, about: Point) -> Mapping[str, DistanceBlock]:
        """Distances round a place; made again only for another place or patient."""
        kept = self._kept
        if kept is None or kept[0] is not patient or kept[1] != about:
            kept = (patient, about, blocks_near(patient, np.array([about])))
            self._kept = kept
        return kept[2]


def _wanted(margin_mm: float) -> tuple[tuple[bool, float], ...]:
    own = (False, 0.0)
    return ((True, margin_mm), own) if margin_mm > MARGIN_LEAST_MM else (own,)


def _lines(block: DistanceBlock, plane: SlicePlane, away_mm: float) -> Lines:
    """Parts of the picture's edge from its middle."""
    side = plane.size_px[0]
    return tuple(
        tuple((float(x), float(y)) for x, y in (line + 0.5) / side - 0.5)
        for line in margin_lines(block, plane, away_mm)
    )
