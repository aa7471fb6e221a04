"""The way through the library: courses in order, each with what should come before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field, field_validator, model_validator

from trainer.scenario.part import Part
from trainer.scenario.text import Line, Slug


class Course(Part):
    """A few scenarios to play in their order."""

    id: Slug = Field(description="Its name.")
    title: Line = Field(description="As a heading shows it.")
    text: Line = Field(description="What it is about, in a sentence.")
    after: tuple[Slug, ...] = Field(default=(), description="Courses that should come before.")
    drills: tuple[Slug, ...] = Field(default=(), description="Drills that should.")
    scenarios: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="Scenarios by id, in order."
    )


class Curriculum(Part):
    """Courses, easiest first."""

    courses: tuple[Course, ...] = Field(min_length=1, description="In order.")

    @field_validator("courses")
    @classmethod
    def _comes_after_what_stands_above(cls, courses: tuple[Course, ...]) -> tuple[Course, ...]:
        """So no course waits for itself, by whatever way round."""
        problems = list(_unknown_before(courses))
        if problems:
            raise ValueError("; ".join(problems))
        return courses

    @model_validator(mode="after")
    def _each_scenario_once(self) -> Curriculum:
        names = self.scenario_ids
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"in two places: {', '.join(twice)}")
        return self

    @property
    def scenario_ids(self) -> tuple[str, ...]:
        """All scenarios in order."""
        return tuple(name for course in self.courses for name in course.scenarios)


def _unknown_before(courses: Sequence[Course]) -> Iterator[str]:
    above: list[str] = []
    for course in courses:
        if course.id in above:
            yield f"{course.id!r} stands twice"
        yield from (
            f"{course.id!r} comes after {name!r}, which does not stand above it"
            for name in course.after
            if name not in above
        )
        above.append(course.id)
