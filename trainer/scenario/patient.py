"""Who the patient is: synthetic, from a CT, or from radiographs."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    field_validator,
    model_serializer,
)

from trainer.anatomy.levels import LEVELS
from trainer.anatomy.synthetic.person import (
    GENERATOR,
    GENERATOR_VERSION,
    LIMITS,
    Hardware,
    Person,
    Sex,
    Transition,
)
from trainer.scenario.calibration import PictureCalibration
from trainer.scenario.filenames import PatientFolder, PictureFile
from trainer.scenario.part import Part, one_of
from trainer.scenario.text import Sha256

GENERATORS = {GENERATOR: (GENERATOR_VERSION,)}  # what this program can build, by version
PICTURES_LIMIT = 8

PictureName = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_-]{0,15}$")]
Orientation = Annotated[str, StringConstraints(pattern=r"^[LRAPHF]{1,3}/[LRAPHF]{1,3}$")]
Generator = Annotated[
    str,
    AfterValidator(one_of(GENERATORS, "generator")),
    Field(json_schema_extra={"enum": list(GENERATORS)}),
]


_AVERAGE = Person()
_LevelName = Annotated[str, AfterValidator(one_of(LEVELS, "level"))]


def _of_person(name: str, description: str) -> Any:
    """A field of the person with the generator's default and limits."""
    default = getattr(_AVERAGE, name)
    if name not in LIMITS:
        return Field(default=default, description=description)
    least, most = LIMITS[name]
    return Field(default=default, ge=least, le=most, description=description)


class SyntheticPatient(Part):
    """A patient built from a seed and what is known of the person; needs no file."""

    kind: Literal["synthetic"] = Field(description="The patient is built by the program.")
    generator: Generator = Field(description="Which generator builds it.")
    generator_version: int = Field(
        ge=1, le=1000, description="Pinned, so that the patient stays the same in later releases."
    )
    seed: int = Field(ge=0, le=2**32 - 1, description="Decides all that chance decides.")
    sex: Sex = _of_person("sex", "Which published means apply where they differ.")
    age_years: float = _of_person("age_years", "Marrow, fat streaks, osteophytes of the discs.")
    height_cm: float = _of_person("height_cm", "Standing height.")
    bmi: float = _of_person("bmi", "Body mass index: how thick fat and muscle are.")
    kyphosis_deg: float = _of_person("kyphosis_deg", "Cobb angle T1-T12 as positioned, prone.")
    scoliosis_deg: float = _of_person(
        "scoliosis_deg", "Cobb angle of the coronal curve, apex T8, convex to the right."
    )
    rotation_deg: float = _of_person(
        "rotation_deg", "The whole trunk on the table; + turns the back to the patient's left."
    )
    bone_density: float = _of_person(
        "bone_density", "Times what is usual for the age; 0.5 is osteoporotic."
    )
    rib_pairs: int = _of_person("rib_pairs", "Pairs of ribs.")
    transition: Transition = _of_person("transition", "A vertebra that looks like another kind.")
    osteophytes: float = _of_person("osteophytes", "None (0) to severe (1).")
    wedge_level: str = _of_person("wedge_level", "The level of a wedge fracture; empty: none.")
    wedge_percent: float = _of_person("wedge_percent", "Anterior height lost in the fracture.")
    hardware: Hardware = _of_person("hardware", "Metal or cement in the patient.")
    hardware_levels: tuple[_LevelName, ...] = Field(
        default=(), max_length=len(LEVELS), description="Levels with screws or cement."
    )

    @field_validator("wedge_level")
    @classmethod
    def _is_a_level(cls, level: str) -> str:
        return level and one_of(LEVELS, "level")(level)

    def person(self) -> Person:
        """Whom the generator is to build."""
        return Person(**{field.name: getattr(self, field.name) for field in fields(Person)})


class CtPatient(Part):
    """A patient folder made by `import ct`."""

    kind: Literal["ct"] = Field(description="The patient comes from an imported CT.")
    folder: PatientFolder = Field(
        description="The patient folder: a name beside scenario.yaml, or a path from the root or "
        "from ~ that the author chose."
    )
    sha256: Sha256 = Field(
        description="The patient's content hash, as `import ct` and `inspect` print it."
    )


class Picture(Part):
    """One radiograph."""

    name: PictureName = Field(description='How the scenario calls it, e.g. "AP" or "LAT".')
    file: PictureFile = Field(
        description="A DICOM file beside scenario.yaml, or `assets:images/NAME` for a shipped one."
    )
    sha256: Sha256 = Field(description="SHA-256 of the file's bytes.")
    orientation: Orientation | None = Field(
        default=None,
        description='Patient Orientation of rows and columns, e.g. "L/F", where the file has none.',
    )
    calibration: PictureCalibration | None = Field(
        default=None,
        description="The geometry, where the file has none: then its pixels are taken as they lie.",
    )

    @model_serializer(mode="wrap")
    def _without_nothing(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """A picture without a calibration is written as before there were any: hashes stay."""
        written: dict[str, Any] = handler(self)
        if self.calibration is None:
            written.pop("calibration", None)
        return written


class RadiographPatient(Part):
    """One or more radiographs with known geometry; there is no volume behind them."""

    kind: Literal["radiograph"] = Field(description="The patient is a set of radiographs.")
    pictures: tuple[Picture, ...] = Field(
        min_length=1, max_length=PICTURES_LIMIT, description="The pictures, in the order shown."
    )
    skin_depth_mm: float = Field(
        ge=5.0,
        le=200.0,
        description="From the target to the skin of the back along +y: a radiograph shows no skin.",
    )


Patient = Annotated[SyntheticPatient | CtPatient | RadiographPatient, Field(discriminator="kind")]
