"""What is drawn of a patient's inside, and how each kind is told apart without its colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from trainer.anatomy.patient import StrandKind, Tissue


class Style(StrEnum):
    """A kind of thing in a view of the inside."""

    BONE = "bone"
    NERVE = "nerve"  # the medial branches
    ROOT = "nerve-root"
    RAMUS = "ventral-ramus"
    ARTERY = "artery"
    VEIN = "vein"
    PLEURA = "pleura"
    CANAL = "canal"
    FORAMEN = "foramen"
    NEEDLE = "needle"
    LESION = "lesion"
    TARGET = "target"


class Pattern(StrEnum):
    """What doubles the colour: of a line, or printed on a tube or a surface."""

    SOLID = "solid"
    RINGS = "rings"  # a tube with narrow rings; a dash-dotted line
    SHORT_BANDS = "short-bands"  # dashes
    LONG_BANDS = "long-bands"  # long dashes
    DOTS = "dots"
    LINES = "lines"
    HATCH = "hatch"


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a style looks. rgb : 0-255. name : for the legend."""

    name: str
    rgb: tuple[int, int, int]
    pattern: Pattern


# Nerve yellow, pleura cyan, vessel magenta, lesion white hatch: teaching.md 5. The other colours
# and all patterns are design values; amber, blue, orange and red belong to the machine.
DRAWN: Mapping[Style, Drawn] = MappingProxyType(
    {
        Style.BONE: Drawn("Bone", (226, 216, 196), Pattern.SOLID),
        Style.NERVE: Drawn("Medial branch", (255, 226, 60), Pattern.SOLID),
        Style.ROOT: Drawn("Nerve root, ganglion", (222, 208, 130), Pattern.RINGS),
        Style.RAMUS: Drawn("Ventral ramus", (222, 208, 130), Pattern.RINGS),
        Style.ARTERY: Drawn("Artery", (240, 70, 200), Pattern.SHORT_BANDS),
        Style.VEIN: Drawn("Vein", (176, 84, 168), Pattern.LONG_BANDS),
        Style.PLEURA: Drawn("Pleura", (50, 205, 230), Pattern.DOTS),
        Style.CANAL: Drawn("Spinal canal", (120, 210, 160), Pattern.LINES),
        Style.FORAMEN: Drawn("Foramen", (120, 210, 160), Pattern.DOTS),
        Style.NEEDLE: Drawn("Needle", (199, 206, 214), Pattern.RINGS),
        Style.LESION: Drawn("Lesion", (250, 250, 250), Pattern.HATCH),
        Style.TARGET: Drawn("Target", (255, 255, 255), Pattern.SOLID),
    }
)
STYLE_OF_STRAND: Mapping[StrandKind, Style] = MappingProxyType(
    {
        StrandKind.NERVE_ROOT: Style.ROOT,
        StrandKind.VENTRAL_RAMUS: Style.RAMUS,
        StrandKind.ARTERY: Style.ARTERY,
        StrandKind.VEIN: Style.VEIN,
        StrandKind.SPINAL_ARTERY: Style.ARTERY,
    }
)
TISSUE_OF_STYLE: Mapping[Style, Tissue] = MappingProxyType(
    {
        Style.PLEURA: Tissue.LUNG,
        Style.CANAL: Tissue.CANAL,
        Style.FORAMEN: Tissue.FORAMEN,
    }
)
