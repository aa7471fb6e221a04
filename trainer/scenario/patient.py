"""Who the patient is: synthetic, from a CT, or from radiographs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from trainer.scenario.filenames import PatientFolder, PictureFile
from trainer.scenario.part import Part, one_of
from trainer.scenario.text import Sha256

GENERATORS = {"placeholder_thorax": (1,)}  # generator: its versions that this program can build
PICTURES_LIMIT = 8

PictureName = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_-]{0,15}$")]
Orientation = Annotated[str, StringConstraints(pattern=r"^[LRAPHF]{1,3}/[LRAPHF]{1,3}$")]
Generator = Annotated[
    str,
    AfterValidator(one_of(GENERATORS, "generator")),
    Field(json_schema_extra={"enum": list(GENERATORS)}),
]


class SyntheticPatient(Part):
    """A patient built from a seed; needs no file."""

    kind: Literal["synthetic"] = Field(description="The patient is built by the program.")
    generator: Generator = Field(description="Which generator builds it.")
    generator_version: int = Field(
        ge=1, le=1000, description="Pinned, so that the patient stays the same in later releases."
    )
    seed: int = Field(ge=0, le=2**32 - 1, description="Which patient of the generator's.")


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
