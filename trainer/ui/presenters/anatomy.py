"""The legend and its switches: what of the inside is shown; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.imaging.styles import DRAWN, Style


@dataclass(frozen=True, slots=True)
class Switch:
    """One line of the legend. samples : the styles it stands for, as they are drawn."""

    id: str
    text: str
    styles: tuple[Style, ...]

    @property
    def samples(self) -> tuple[Style, ...]:
        """Those that look different."""
        looks = {(DRAWN[style].rgb, DRAWN[style].pattern): style for style in reversed(self.styles)}
        return tuple(reversed(looks.values()))


SWITCHES = (
    Switch("bone", "Bone", (Style.BONE,)),
    Switch("nerves", "Medial branches", (Style.NERVE,)),
    Switch("roots", "Roots, ventral rami", (Style.ROOT, Style.RAMUS)),
    Switch("pleura", "Pleura", (Style.PLEURA,)),
    Switch("canal", "Canal, foramina", (Style.CANAL, Style.FORAMEN)),
    Switch("vessels", "Arteries, veins", (Style.ARTERY, Style.VEIN)),
    Switch("target", "Target", (Style.TARGET,)),
)


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A named place to look from."""

    id: str
    text: str
    azimuth_deg: float
    elevation_deg: float


STANDPOINTS = (
    Standpoint("behind", "Behind", 0.0, 0.0),
    Standpoint("left", "Left", 90.0, 0.0),
    Standpoint("right", "Right", -90.0, 0.0),
    Standpoint("above", "Above", 0.0, 90.0),
    Standpoint("below", "Below", 0.0, -90.0),
)


def hidden_styles(off: frozenset[str]) -> frozenset[Style]:
    """What the switches that are off take away."""
    return frozenset(style for switch in SWITCHES if switch.id in off for style in switch.styles)
