"""Where the machine stands at the start, and which views must be taken."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Discriminator, Field, StringConstraints, Tag

from trainer.scenario.part import Part, WorldPoint
from trainer.scenario.patient import PictureName

Landmark = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_]{1,32}(\.[A-Za-z0-9_]{1,32}){1,3}$")
]
ObliqueDeg = Annotated[float, Field(ge=-180.0, le=180.0)]
TiltDeg = Annotated[float, Field(ge=-89.0, le=89.0)]


def _by_name_or_point(value: object) -> str:
    return "point" if isinstance(value, list | tuple) else "landmark"


Isocentre = Annotated[
    Annotated[Landmark, Tag("landmark")] | Annotated[WorldPoint, Tag("point")],
    Discriminator(_by_name_or_point),
]


class StartPose(Part):
    """How the machine stands when the attempt opens."""

    oblique_deg: ObliqueDeg | None = Field(
        default=None, description="C-arm: + turns the receptor toward the patient's left."
    )
    tilt_deg: TiltDeg | None = Field(
        default=None, description="C-arm: + tilts the receptor toward the head."
    )
    isocentre: Isocentre | None = Field(
        default=None,
        description='C-arm: a landmark of the patient, e.g. "T7.body_centre", or a point '
        "[x, y, z] in world mm.",
    )
    isocentre_offset_mm: WorldPoint = Field(
        default=(0.0, 0.0, 0.0),
        description="C-arm: added to the isocentre; [0, -150, 0] lowers the machine so that the "
        "receptor comes 150 mm nearer to the back.",
    )
    view: PictureName | None = Field(
        default=None, description="Radiographs: the picture that is in the machine at the start."
    )


class ViewRole(StrEnum):
    """What a view is for (DESIGN 7)."""

    LEVEL = "level"
    WORKING = "working"
    HUB = "hub"
    DEPTH = "depth"


class RequiredView(Part):
    """A view that a careful operator takes, and how nearly."""

    role: ViewRole = Field(
        description="What it is for: count the level, work, look down the hub, judge the depth."
    )
    oblique_deg: Annotated[float, Field(ge=0.0, le=180.0)] | None = Field(
        default=None,
        description="C-arm: how far to either side; 90 is a lateral from left or right.",
    )
    tilt_deg: TiltDeg | None = Field(default=None, description="C-arm: + toward the head.")
    tolerance_deg: Annotated[float, Field(gt=0.0, le=45.0)] | None = Field(
        default=None, description="C-arm: how far off still counts, in oblique and in tilt."
    )
    view: PictureName | None = Field(default=None, description="Radiographs: which picture it is.")
