"""What must be reached, and what must not be touched on the way."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo, field_validator

from trainer.anatomy.levels import LEVELS, Side, joints_of, nerve_at
from trainer.scenario.part import Part, WorldPoint, one_of
from trainer.scenario.patient import PictureName

Level = Annotated[
    str,
    AfterValidator(one_of(LEVELS, "level")),
    Field(json_schema_extra={"enum": list(LEVELS)}),
]
# Half a pixel outside the first one's centre is the picture's edge (DESIGN 3).
PixelPart = Annotated[float, Field(ge=-0.5, le=65535.0)]
Pixel = tuple[PixelPart, PixelPart]


class Target(Part):
    """The triple {joint, nerve, bearing bone} and a side, and where it lies if only we can say."""

    bone: Level = Field(description="The vertebra whose process the needle touches: the level.")
    side: Side = Field(description="The patient's side.")
    nerve: Annotated[str, StringConstraints(max_length=8)] = Field(
        description='The medial branch that crosses this bone, e.g. "T6-mb" on T7.'
    )
    joint: Annotated[str, StringConstraints(max_length=8)] = Field(
        description='The facet joint to be treated; one that this nerve serves, e.g. "T7-T8".'
    )
    point_world_mm: WorldPoint | None = Field(
        default=None,
        description="CT patients only: the target, world mm (x left, y back, z head); without it "
        "the patient folder's landmark is meant, as the convention says.",
    )
    picture_points: dict[PictureName, Pixel] | None = Field(
        default=None,
        min_length=1,
        description="Radiographs only: the target in each picture used, [column, row] in pixels. "
        "One picture is scored in its plane, two or more in space.",
    )

    @field_validator("nerve")
    @classmethod
    def _crosses_the_bone(cls, nerve: str, info: ValidationInfo) -> str:
        bone = info.data.get("bone")
        if bone is not None and nerve != nerve_at(bone):
            raise ValueError(f"{nerve!r} does not cross {bone}; there it is {nerve_at(bone)!r}")
        return nerve

    @field_validator("joint")
    @classmethod
    def _is_served(cls, joint: str, info: ValidationInfo) -> str:
        bone = info.data.get("bone")
        if bone is not None and joint not in joints_of(bone):
            served = " and ".join(joints_of(bone))
            raise ValueError(
                f"{joint!r} is not served by the nerve on {bone}; that serves {served}"
            )
        return joint


class HazardStructure(StrEnum):
    """What a needle must stay out of."""

    PLEURA = "pleura"
    CANAL = "canal"
    FORAMEN = "foramen"


class Hazard(Part):
    """A structure and how far the tip must stay away from it."""

    structure: HazardStructure = Field(description="What must not be entered.")
    margin_mm: float = Field(ge=0.0, le=50.0, description="The distance that counts as safe.")
