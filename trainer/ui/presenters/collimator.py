"""The shutters as one sees and drags them on the held picture; no beam is needed for it."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.console import LEAST_OPEN_UM
from trainer.attempt.settings import Edges
from trainer.ui.presenters.orientation import Point

REACH = 0.06  # how near to a blade one must take it, in parts of the picture's edge; design value


@dataclass(frozen=True, slots=True)
class BladesShown:
    """Shutters over a picture. edges_um : left, right, top, bottom on the receptor.

    picture_um : the receptor's edge that the picture shows. differ : they stand elsewhere than when
    the picture was taken.
    """

    edges_um: Edges
    picture_um: int
    differ: bool

    @property
    def corners(self) -> tuple[Point, Point]:
        """Upper left and lower right corner of the open part, in the picture's points."""
        left, right, top, bottom = (edge / self.picture_um for edge in self.edges_um)
        return (left, top), (right, bottom)

    def nearest(self, at: Point, zoom: float = 1.0) -> int | None:
        """Which edge (0..3) a hand takes here, None for none."""
        (left, top), (right, bottom) = self.corners
        away = (at[0] - left, at[0] - right, at[1] - top, at[1] - bottom)
        edge = min(range(4), key=lambda each: abs(away[each]))
        return edge if abs(away[edge]) <= REACH / zoom else None

    def dragged(self, edge: int, at: Point, field_um: int) -> Edges:
        """The shutters with one edge laid here, as far as the machine lets it."""
        wanted_um = round(at[edge // 2] * self.picture_um)
        return moved(self.edges_um, edge, wanted_um, field_um)


def moved(edges_um: Edges, edge: int, wanted_um: int, field_um: int) -> Edges:
    """One edge (0 left, 1 right, 2 top, 3 bottom) elsewhere: in the field, leaving an opening."""
    other = edges_um[edge ^ 1]
    half = field_um // 2
    if edge % 2 == 0:
        wanted_um = max(-half, min(wanted_um, other - LEAST_OPEN_UM))
    else:
        wanted_um = min(half, max(wanted_um, other + LEAST_OPEN_UM))
    edges = list(edges_um)
    edges[edge] = wanted_um
    left, right, top, bottom = edges
    return left, right, top, bottom


def widened(edges_um: Edges, across_um: int, down_um: int, field_um: int) -> Edges:
    """Both edges of a pair out (or in, negative) by so much."""
    for edge, by_um in ((0, -across_um), (1, across_um), (2, -down_um), (3, down_um)):
        if by_um:
            edges_um = moved(edges_um, edge, edges_um[edge] + by_um, field_um)
    return edges_um
