"""How far it is to a structure: all that the hand needs to know of the patient."""

from __future__ import annotations

from typing import Protocol

from trainer.geometry.pinhole import FloatArray


class DistanceField(Protocol):
    """Signed distance to a structure: negative inside."""

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Finite millimetres at world points; shape (n, 3) to (n,)."""
