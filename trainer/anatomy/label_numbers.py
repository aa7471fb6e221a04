"""The numbers of label maps: TotalSegmentator's version 2, which is used inside, and version 1.

Version 2 read in ct-lidc0001-labels' structures.csv and in TotalSegmentator's class map, version 1
in the class map of its first release (github.com/wasserth/TotalSegmentator, map_to_binary.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.levels import Side


class Numbering(StrEnum):
    """Which table a label map follows."""

    V1 = "v1"
    V2 = "v2"


_SPINE = ("L5", "L4", "L3", "L2", "L1", *(f"T{n}" for n in range(12, 0, -1)))
SPINE = (*_SPINE, *(f"C{n}" for n in range(7, 0, -1)))  # from the feet up
_SIDED = ("humerus", "scapula", "clavicula", "femur", "hip")
RIBS = range(1, 13)


def _names(spine: int, ribs: int, sided: int, others: Mapping[int, str]) -> dict[int, str]:
    """The names by number that matter here; the arguments are the first numbers of each run."""
    found = {spine + n: f"vertebrae_{level}" for n, level in enumerate(SPINE)}
    for n, (side, rib) in enumerate((side, rib) for side in Side for rib in RIBS):
        found[ribs + n] = f"rib_{side}_{rib}"
    for n, (bone, side) in enumerate((bone, side) for bone in _SIDED for side in Side):
        found[sided + n] = f"{bone}_{side}"
    return found | dict(others)


# 117 in TotalSegmentator's class map; 118 in maps of its first 2.0 releases (structures.csv).
_CARTILAGES = {117: "costal_cartilages", 118: "costal_cartilages"}
NAMES: Mapping[Numbering, Mapping[int, str]] = MappingProxyType(
    {
        Numbering.V1: MappingProxyType(_names(18, 58, 82, {92: "sacrum"})),
        Numbering.V2: MappingProxyType(
            _names(
                27,
                92,
                69,
                {25: "sacrum", 26: "vertebrae_S1", 79: "spinal_cord", 91: "skull", 116: "sternum"}
                | _CARTILAGES,
            )
        ),
    }
)
NUMBER_OF: Mapping[str, int] = MappingProxyType(
    {name: number for number, name in reversed(list(NAMES[Numbering.V2].items()))}
)
CORD = NUMBER_OF["spinal_cord"]
VERTEBRA: Mapping[str, int] = MappingProxyType(
    {level: NUMBER_OF[f"vertebrae_{level}"] for level in SPINE}
)
RIB: Mapping[tuple[str, Side], int] = MappingProxyType(
    {(f"T{rib}", side): NUMBER_OF[f"rib_{side}_{rib}"] for side in Side for rib in RIBS}
)
BONES = frozenset(NAMES[Numbering.V2]) - {CORD}
# Where all of these are labelled, what is dense and carries no label is no bone.
GIRDLE = frozenset(
    NUMBER_OF[name] for name in ("sternum", *(f"{b}_{s}" for b in _SIDED[1:3] for s in Side))
)


def renumbered(values: NDArray[np.integer], numbering: Numbering) -> NDArray[np.uint8]:
    """A label map in the numbers used inside; what has no name here becomes 0, same shape."""
    table = np.zeros(256, dtype=np.uint8)
    for number, name in NAMES[numbering].items():
        table[number] = NUMBER_OF[name]
    held = np.where((values >= 0) & (values < 256), values, 0)
    return np.asarray(np.take(table, held))


def number_of_segment(label: str) -> int:
    """The number of a segment's name as people write it ("Vertebra T7", "rib_left_7"); 0 = none."""
    words = label.strip().lower().replace("-", "_").replace(" ", "_")
    return _SPELLED.get(words, 0)


def _spellings() -> dict[str, int]:
    found = {name.lower(): number for name, number in NUMBER_OF.items()}
    for level, number in VERTEBRA.items():
        short, kind = level.lower(), {"C": "cervical", "T": "thoracic", "L": "lumbar"}[level[0]]
        found |= dict.fromkeys((short, f"vertebra_{short}", f"{short}_vertebra"), number)
        found |= {f"{kind}_vertebra_{level[1:]}": number}
    for (level, side), number in RIB.items():
        rib = level[1:]
        found |= dict.fromkeys((f"{side}_rib_{rib}", f"rib_{rib}_{side}"), number)
    return found | {"cord": CORD, "spinal_canal": CORD}


_SPELLED = _spellings()
