"""What an exam is: forms of stations, their time, how it is judged, what must be there first."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from trainer.scenario.conventions import ConventionId
from trainer.scenario.neutral import telling_words
from trainer.scenario.part import Part
from trainer.scenario.rubric import MARK_LIMIT, PROVISIONAL
from trainer.scenario.text import Line, Prose, Sha256, Slug

FORMAT_VERSION = 1
WARM_UP = "warm-up"  # the station of the familiarisation; never scored, never under a root
InputProfile = Literal["mouse-and-keyboard", "mouse", "keyboard", "gamepad", "tracked-phantom"]
INPUT_PROFILES: tuple[InputProfile, ...] = get_args(InputProfile)
Milliseconds = Annotated[int, Field(ge=0, le=86_400_000)]
Permille = Annotated[int, Field(ge=0, le=MARK_LIMIT)]


class Station(Part):
    """One task of a form. Everything that decides the task is pinned by its hash."""

    id: Slug = Field(description='Its name in the session, e.g. "station-1"; says nothing.')
    scenario: Slug = Field(description="The scenario played there.")
    scenario_version: int = Field(ge=1, le=100_000, description="Its version.")
    scenario_sha256: Sha256 = Field(description="Of its canonical document.")
    rubric_sha256: Sha256 = Field(description="Of the rubric it is marked by.")
    seed: int = Field(ge=0, lt=2**32, description="The attempt's seed: one for all candidates.")
    time_limit_s: int = Field(ge=30, le=7200, description="How long it may take.")
    anchor: bool = Field(default=False, description="Whether every form holds it.")


class Form(Part):
    """One fixed order of stations."""

    id: Slug = Field(description="Its name.")
    stations: Annotated[tuple[Station, ...], Field(min_length=1, max_length=32)] = Field(
        description="In the order they are offered."
    )

    @model_validator(mode="after")
    def _each_once(self) -> Form:
        for what in ("id", "scenario"):
            names = [getattr(station, what) for station in self.stations]
            twice = sorted({name for name in names if names.count(name) > 1})
            if twice:
                raise ValueError(f"form {self.id!r} has {what} {twice[0]!r} twice")
        if any(station.id == WARM_UP for station in self.stations):
            raise ValueError(f"{WARM_UP!r} is the name of the familiarisation")
        return self

    def station(self, name: str) -> Station | None:
        """The station of a name."""
        return next((one for one in self.stations if one.id == name), None)


class StandardSetting(Part):
    """What a cut score rests on."""

    method: Literal["angoff", "modified-angoff", "contrasting-groups", "hofstee"] = Field(
        description="How it was set."
    )
    done_on: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")] = Field(description="When.")
    judges: int = Field(ge=1, le=1000, description="How many judges, or people in both groups.")
    standard_error: Permille = Field(description="Of the cut, thousandths of the mark.")
    record: Prose = Field(description="Who, on what, where the papers are.")


class Cut(Part):
    """When the exam is passed: the mean mark, and how many stations on their own."""

    mean_mark: Permille = Field(description="The least mean of the stations' marks, thousandths.")
    stations_passed: int = Field(
        default=0, ge=0, le=32, description="The least number of stations passed by their rubric."
    )
    critical_fails: int = Field(
        default=0, ge=0, le=32, description="The most stations with a critical error."
    )
    standard: StandardSetting | None = Field(
        default=None, description="Its record; without one the cut is provisional."
    )
    sem: Permille | None = Field(
        default=None, description="Standard error of measurement of the mean mark, if known."
    )

    @property
    def standing(self) -> str:
        """What the cut may be used for."""
        return PROVISIONAL if self.standard is None else f"set by {self.standard.method}"


class Familiarisation(Part):
    """The warm-up before the first station, and when it is enough."""

    scenario: Slug = Field(description="What is played; not one of the stations.")
    scenario_sha256: Sha256 = Field(description="Of its canonical document.")
    exposures: int = Field(default=3, ge=0, le=100, description="Pictures to be taken.")
    machine_moves: int = Field(default=1, ge=0, le=100, description="Movements of the C-arm.")
    needle_moves: int = Field(default=1, ge=0, le=100, description="Movements of a needle.")
    at_most_s: int = Field(default=600, ge=30, le=7200, description="It ends by itself then.")


class Surroundings(Part):
    """What a workstation must offer; measured, and over a limit a free resit follows."""

    input_profile: InputProfile = Field(description="The one way of input, for all candidates.")
    width_px: int = Field(default=1280, ge=640, le=16_384, description="Least width of the window.")
    height_px: int = Field(default=640, ge=480, le=16_384, description="Least height.")
    picture_p95_ms: int = Field(
        default=100, ge=1, le=10_000, description="The most from pulse to picture, 95th percentile."
    )
    record_wait_ms: int = Field(
        default=1000, ge=1, le=60_000, description="The most until an act is safe on disk."
    )


class Cell(Part):
    """A part of a blueprint: how many stations are drawn from which scenarios."""

    name: Line = Field(description="What it samples.")
    pool: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=200)] = Field(
        description="Scenarios to draw from."
    )
    count: int = Field(ge=1, le=32, description="How many each form gets.")

    @model_validator(mode="after")
    def _enough(self) -> Cell:
        if len(set(self.pool)) != len(self.pool):
            raise ValueError(f"cell {self.name!r} names a scenario twice")
        if self.count > len(self.pool):
            raise ValueError(f"cell {self.name!r} draws {self.count} of {len(self.pool)} scenarios")
        return self


class Blueprint(Part):
    """How the forms were drawn; kept so that anybody can draw them again."""

    seed: int = Field(ge=0, lt=2**63, description="All that chance decided.")
    forms: int = Field(ge=1, le=26, description="How many parallel forms.")
    anchors: Annotated[tuple[Slug, ...], Field(max_length=32)] = Field(
        default=(), description="Scenarios that every form holds."
    )
    cells: Annotated[tuple[Cell, ...], Field(min_length=1, max_length=32)] = Field(
        description="What is sampled."
    )
    time_limit_s: int = Field(ge=30, le=7200, description="Of each station.")


class Policy(Part):
    """A practice profile that stations are scored by, as the candidate is told it."""

    id: Slug = Field(description="The profile's name.")
    version: int = Field(ge=1, le=100_000, description="Its version.")
    title: Line = Field(description="What the candidate reads.")


class ExamDefinition(Part):
    """A whole exam. Its canonical bytes are frozen into every session's log."""

    format_version: Literal[1] = Field(default=1, description="The version of this format.")
    id: Slug = Field(description="The exam's name.")
    version: int = Field(ge=1, le=100_000, description="A used exam is never edited: count up.")
    title: Line = Field(description="Neutral: tells neither level, side nor procedure.")
    forms: Annotated[tuple[Form, ...], Field(min_length=1, max_length=26)] = Field(
        description="Parallel forms."
    )
    blueprint: Blueprint | None = Field(default=None, description="How the forms were drawn.")
    time_limit_s: int | None = Field(
        default=None, ge=30, le=86_400, description="Of all stations together."
    )
    cut: Cut = Field(description="When it is passed.")
    familiarisation: Familiarisation | None = Field(default=None, description="What comes first.")
    surroundings: Surroundings = Field(description="What a workstation must offer.")
    accepted_conventions: tuple[ConventionId, ...] = Field(
        description="Where nerves are taken to run; the candidate is told."
    )
    policies: tuple[Policy, ...] = Field(default=(), description="The candidate is told.")
    retention_days: int = Field(ge=1, le=36_500, description="How long records are kept.")
    rules: Prose = Field(description="What the candidate reads before the first station.")

    @model_validator(mode="after")
    def _is_sound(self) -> ExamDefinition:
        told = telling_words(self.title)
        if told:
            raise ValueError(f"the title tells {told[0]!r}")
        names = [form.id for form in self.forms]
        if len(set(names)) != len(names):
            raise ValueError("two forms have one name")
        if len({len(form.stations) for form in self.forms}) != 1:
            raise ValueError("the forms differ in their number of stations")
        _warm_up_is_no_station(self)
        if self.cut.stations_passed > len(self.forms[0].stations):
            raise ValueError("the cut asks for more stations than there are")
        return self

    def form(self, name: str) -> Form | None:
        """The form of a name."""
        return next((one for one in self.forms if one.id == name), None)


def _warm_up_is_no_station(exam: ExamDefinition) -> None:
    warm_up = exam.familiarisation
    if warm_up is None:
        return
    if any(warm_up.scenario == one.scenario for form in exam.forms for one in form.stations):
        raise ValueError(f"the warm-up {warm_up.scenario!r} is one of the stations")
