"""The nearest that the tip ever came to each danger zone, looked up once for all who ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer.scoring.view import AttemptView

Named = tuple[str, int]


def nearest_um(view: AttemptView) -> Mapping[str, int]:
    """The least signed distance of the swept tip to each structure that a movement names."""
    if not view.nearest:
        moves = [move.clearance_um for move in view.moves]
        view.nearest.update(_by_columns(moves) or _one_by_one(moves))
    return view.nearest


def _by_columns(moves: Sequence[Sequence[Named]]) -> dict[str, int]:
    """Where each move names the same structures in the same order, as a log does; else nothing.

    Pairs sort by name, then distance: a column whose ends have one name has no other.
    """
    if len(set(map(len, moves))) != 1:
        return {}
    ends = [(min(column), max(column)) for column in zip(*moves, strict=True)]
    if any(least[0] != most[0] for least, most in ends) or len({e[0][0] for e in ends}) < len(ends):
        return {}
    return dict(least for least, _ in ends)


def _one_by_one(moves: Sequence[Sequence[Named]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for clearance_um in moves:
        for structure, um in clearance_um:
            if structure not in found or um < found[structure]:
                found[structure] = um
    return found
