"""One transverse process, followed from the pillar to its tip, apart from the rib before it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.measure.blobs import sheet, span
from trainer.anatomy.measure.vertebra import Vertebra
from trainer.anatomy.measure.walls import both_walls, middle, outer_walls
from trainer.geometry.pinhole import FloatArray

STEP_MM = 0.5
FARTHEST_MM = 56.0
LONGEST_CONTACT_MM = 12.0  # a ray that goes on longer has passed into the rib
FREE_AFTER = 10  # sections: before that the pillar still ends


@dataclass(frozen=True, slots=True)
class Transverse:
    """mm and degrees, in the vertebra's own axes.

    reach_mm : tip, from the mid-line; length_mm : from the canal's side wall at the pedicle to the
    tip, straight. back_deg : how far it points backward; up_deg : and upward. height_mm,
    thickness_mm : of its outer half, square to it. tip_local_mm : the tip's middle;
    skin_side_y_mm : its posterior surface at 4 mm from the tip.
    """

    reach_mm: float
    length_mm: float
    back_deg: float
    up_deg: float
    height_mm: float
    thickness_mm: float
    tip_local_mm: tuple[float, float, float]
    skin_side_y_mm: float


NAN = float("nan")
NOT_FOUND = Transverse(NAN, NAN, NAN, NAN, NAN, NAN, (NAN, NAN, NAN), NAN)


def transverse_of(one: Vertebra, sign: float, pedicle_width_mm: float) -> Transverse:
    """The transverse process on a side; sign : +1 left, -1 right."""
    sections, touched = _before_contact(_followed(one, sign, pedicle_width_mm))
    if len(sections) < 6:
        return NOT_FOUND
    centres = np.array([part.mean(axis=0) for part in sections])
    reach = _tip_in_line(one, sign, centres) if touched else _tip(one, sign, sections)
    if np.isnan(reach):
        return NOT_FOUND
    outer = _outer_half(centres, sign, reach)
    if outer.sum() < 4:
        return NOT_FOUND
    line = centres[outer]
    lateral = sign * line[:, 0]
    back = float(np.degrees(np.arctan(np.polyfit(lateral, line[:, 1], 1)[0])))
    up = float(np.degrees(np.arctan(np.polyfit(lateral, line[:, 2], 1)[0])))
    tip = np.array([sign * reach, centres[-1, 1], centres[-1, 2]])
    root = np.array(
        [sign * one.canal.width_mm / 2.0, one.canal.middle_y_mm, one.canal.pedicle_z_mm]
    )
    height, thickness, skin_side = _section_size(one, sign, line, back)
    return Transverse(
        reach,
        float(np.linalg.norm(tip - root)),
        back,
        up,
        height,
        thickness,
        (float(tip[0]), float(tip[1]), float(tip[2])),
        skin_side,
    )


def _followed(one: Vertebra, sign: float, pedicle_width_mm: float) -> list[FloatArray]:
    """Pixels of each section from beside the pedicle outward, until the process ends."""
    width = 7.0 if np.isnan(pedicle_width_mm) else pedicle_width_mm
    first = one.canal.width_mm / 2.0 + width + 0.5
    y = span(one.body.back_mm, one.body.back_mm + 48.0)
    half = one.height_mm / 2.0
    z = span(-half - 4.0, half + 14.0)
    piece, sections = None, []
    for x in np.arange(first, FARTHEST_MM, STEP_MM):
        cut = sheet(one.density, one.axes, x=sign * float(x), y=y, z=z, level_g_cm3=one.bone_g_cm3)
        if piece is None:
            seed = (sign * x, one.body.back_mm + 0.75 * one.canal.depth_mm, 1.0)
            piece = cut.piece_at(np.array(seed))
        else:
            piece = cut.touching(piece)
        if piece is None:
            break
        sections.append(np.asarray(cut.points_mm[piece]))
    return sections


def _before_contact(sections: list[FloatArray]) -> tuple[list[FloatArray], bool]:
    """The sections up to where the rib touches: there the section leaps, a process only tapers."""
    areas = [len(part) for part in sections]
    for n in range(FREE_AFTER, len(areas)):
        if areas[n] > 1.45 * np.median(areas[n - 6 : n]):
            return sections[:n], True
    return sections, False


def _tip_in_line(one: Vertebra, sign: float, centres: FloatArray) -> float:
    """Mid-line to tip where the rib touches: rays along the process from its free part."""
    shaft = centres[-9:]
    slope = [np.polyfit(sign * shaft[:, 0], shaft[:, n], 1)[0] for n in (1, 2)]
    way = np.array([sign, slope[0], slope[1]]) / np.linalg.norm([1.0, *slope])
    offsets = np.array([[0.0, y, z] for y in (-1.0, 0.0, 1.0) for z in (-1.5, 0.0, 1.5)])
    starts = (shaft[::3, None] + offsets).reshape(-1, 3)
    walls = outer_walls(one.density, one.axes.world(starts), one.axes.direction(tuple(way)), 25.0)
    reach = sign * starts[:, 0] + walls * sign * way[0]
    reach = reach[np.isfinite(reach)]
    far = float(np.percentile(reach, 90.0)) if reach.size else float("nan")
    beyond = far - float(sign * centres[-1, 0])
    return far if beyond < LONGEST_CONTACT_MM else float("nan")


def _tip(one: Vertebra, sign: float, sections: list[FloatArray]) -> float:
    """Mid-line to tip: rays outward through the last sections."""
    starts = np.concatenate([part[::3] for part in sections[-6:-2]])
    begun = sign * starts[:, 0]
    walls = outer_walls(one.density, one.axes.world(starts), sign * one.axes.left, 7.0)
    reach = begun + walls
    last = float(sign * sections[-1][0, 0])
    reach = reach[np.isfinite(reach) & (np.abs(reach - last) < 1.2)]
    return float(np.percentile(reach, 95.0)) if reach.size else last


def _outer_half(centres: FloatArray, sign: float, reach: float) -> FloatArray:
    """The shaft: from the middle of the course to 3 mm before the tip (2 mm in short ones)."""
    lateral = sign * centres[:, 0]
    end = reach - min(3.0, 0.2 * (reach - lateral[0]))
    return np.asarray((lateral > lateral[0] + 0.35 * (end - lateral[0])) & (lateral < end))


def _section_size(
    one: Vertebra, sign: float, line: FloatArray, back_deg: float
) -> tuple[float, float, float]:
    """Height, thickness square to the process, local y of its posterior surface near the tip."""
    world = one.axes.world(line)
    tall = both_walls(one.density, world, one.axes.up, 12.0)
    turn = np.radians(back_deg)
    across = one.axes.direction((-sign * np.sin(turn), np.cos(turn), 0.0))
    thick = both_walls(one.density, world, across, 8.0)
    behind = line[:, 1] + outer_walls(one.density, world, one.axes.back, 8.0)
    return middle(tall), middle(thick), middle(behind[-4:])
