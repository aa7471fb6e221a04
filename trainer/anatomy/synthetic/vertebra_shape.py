"""The places within one vertebra that its parts share, from its size (anatomy.md 2)."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.chance import generator, normal
from trainer.anatomy.synthetic.morphometry import COLUMNS, SPINE
from trainer.anatomy.synthetic.plan import Plan, Size, VertebraPlan
from trainer.anatomy.synthetic.planning_process import drift

ASIDE_MM = 0.15  # [X] of a pedicle from the canal, whose wall its rings are drawn beside
CANAL_AHEAD_MM = 0.5  # the canal reaches into the hollow of the posterior wall


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One vertebra's plan with the coordinates its parts are built on; local mm.

    wall_y : posterior wall of the body. canal_y : middle of the canal; roof_y : its posterior end.
    pedicle_x, pedicle_z : pedicle axis at its isthmus. pillar_x, pillar_y : middle of the pillar.
    half : half the posterior body height. grow : lengths against the table's average adult.
    """

    plan: Plan
    vertebra: VertebraPlan
    wall_y: float
    canal_y: float
    roof_y: float
    pedicle_x: float
    pedicle_z: float
    pillar_x: float
    pillar_y: float
    half: float
    grow: float

    @property
    def level(self) -> str:
        """E.g. "T7"."""
        return self.vertebra.level

    @property
    def size(self) -> Size:
        """The vertebra's morphometry."""
        return self.vertebra.size

    @property
    def number(self) -> int:
        """T1 is 1, T12 is 12, L1 is 13, C7 is 0."""
        return SPINE.index(self.level) - SPINE.index("T1") + 1

    def table(self, column: str) -> float:
        """A length of the table at this person's scale."""
        return COLUMNS[column].at(self.level) * self.grow

    def jitter(self, what: str, spread: float, side: Side | None = None) -> float:
        """A small difference of this vertebra's own, the same at every call."""
        words = (what, self.level, *(() if side is None else (side,)))
        return normal(generator(self.plan.person.seed, *words), spread)


def shape_of(plan: Plan, level: str) -> Shape:
    """The shared places of one vertebra."""
    vertebra = plan.vertebrae[level]
    size = vertebra.size
    wall = sum(size.plate_depths) / 4.0
    half = size.body_height / 2.0
    aside_mm = ASIDE_MM * plan.scale if level.startswith("T") and level != "T1" else 0.0
    pedicle_x = (size.canal[0] + size.pedicle[0]) / 2.0 + aside_mm
    aside = drift(size)
    return Shape(
        plan,
        vertebra,
        wall_y=wall,
        canal_y=wall - CANAL_AHEAD_MM + size.canal[1] / 2.0,
        roof_y=wall - CANAL_AHEAD_MM + size.canal[1],
        pedicle_x=pedicle_x,
        pedicle_z=half - size.pedicle[1] / 2.0 - 0.6,
        pillar_x=pedicle_x + 0.35 * aside * size.canal[1],
        pillar_y=wall + (0.75 - 0.3 * max(aside, 0.0)) * size.canal[1],
        half=half,
        grow=plan.scale,
    )
