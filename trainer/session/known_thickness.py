"""How thick a patient is to the beam, measured once for each way of looking.

A C-arm at rest asks at every pulse, and players come back to the same few views.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from trainer.geometry.pinhole import PinholeView
from trainer.imaging.thickness import OpenPart

KEPT = 256  # views: a few bytes each (design value)

Thickness = Callable[[PinholeView, OpenPart], float]


def remembered(measure: Thickness) -> Thickness:
    """The same measure, bit for bit. Not for two threads at once."""
    known: OrderedDict[tuple[object, ...], float] = OrderedDict()

    def thickness_g_cm2(view: PinholeView, open_part: OpenPart) -> float:
        rays = view.source_world_mm, view.pixel00_world_mm, view.column_step_mm, view.row_step_mm
        key = (*(one.tobytes() for one in rays), view.size_px, open_part)
        if key not in known:
            known[key] = measure(view, open_part)
        while len(known) > KEPT:
            known.popitem(last=False)
        return known[key]

    return thickness_g_cm2
