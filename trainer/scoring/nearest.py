"""The nearest that the tip ever came to each danger zone, looked up once for all who ask."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.scoring.view import AttemptView


def nearest_um(view: AttemptView) -> Mapping[str, int]:
    """The least signed distance of the swept tip to each structure that a movement names."""
    if not view.nearest:
        least = view.nearest
        for clearance_um in dict.fromkeys(move.clearance_um for move in view.moves):
            for structure, um in clearance_um:
                if um < least.get(structure, um + 1):
                    least[structure] = um
    return view.nearest
