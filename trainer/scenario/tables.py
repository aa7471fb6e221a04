"""The packaged practice profiles, talking points, drills and courses, read once."""

from __future__ import annotations

import functools
import json
import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from trainer.scenario.case_choices import TalkPoint
from trainer.scenario.case_words import Point
from trainer.scenario.curriculum import Course, Curriculum
from trainer.scenario.drill import BasePatient, Drill
from trainer.scenario.profile import Profile

# In the order in which lists show them.
PROFILE_IDS = ("house-default", "us-lcd-2021", "asra-2020-lumbar-derived", "sis-2013-derived")
NO_PROFILE = "none"  # nothing in the scenario depends on a policy; the house's values stand in
_AGENTS = "profiles/agents.toml"
_TALK = "talk.toml"
_CURRICULUM = "curriculum.toml"
FIRST_MINUTE = "d00"
DRILL_IDS = tuple(f"d{number:02d}" for number in range(1, 13))


@functools.cache
def profiles() -> Mapping[str, Profile]:
    """All profiles by id. Raises ValueError where a file is not what it should be."""
    shared = _document(_AGENTS)
    return MappingProxyType(
        {name: _profile(f"profiles/{name}.toml", shared) for name in PROFILE_IDS}
    )


def profile_named(name: str) -> Profile | None:
    """A packaged profile; the house's for "none"; None for a name that is not known."""
    return profiles().get(PROFILE_IDS[0] if name == NO_PROFILE else name)


@functools.cache
def usual_talk() -> Mapping[Point, TalkPoint]:
    """What is usually said on every point, in the order of the table of points."""
    try:
        read = [
            TalkPoint.model_validate_json(json.dumps(one)) for one in _document(_TALK)["points"]
        ]
    except ValidationError as error:
        raise ValueError(f"{_TALK}: {error}") from error
    said = {one.point: one for one in read}
    return MappingProxyType({point: said[point] for point in Point})


@functools.cache
def drills() -> Mapping[str, Drill]:
    """All drills by id, in order. Raises ValueError where a file is not what it should be."""
    return MappingProxyType({name: _drill(f"drills/{name}.toml") for name in DRILL_IDS})


@functools.cache
def first_minute() -> Drill:
    """The first sixty seconds: a drill that is counted nowhere."""
    return _drill(f"drills/{FIRST_MINUTE}.toml")


@functools.cache
def drill_patients() -> tuple[BasePatient, ...]:
    """The few people whom all drills share."""
    people = _document("drills/people.toml")["people"]
    return tuple(BasePatient.model_validate_json(json.dumps(one)) for one in people)


@functools.cache
def curriculum() -> tuple[Course, ...]:
    """The courses of the shipped library, easiest first. Raises ValueError where one is wrong."""
    try:
        courses = Curriculum.model_validate_json(json.dumps(_document(_CURRICULUM))).courses
    except ValidationError as error:
        raise ValueError(f"{_CURRICULUM}: {error}") from error
    unknown = {name for course in courses for name in course.drills} - set(DRILL_IDS)
    if unknown:
        raise ValueError(f"{_CURRICULUM}: no drill is called {', '.join(sorted(unknown))}")
    return courses


def _drill(file: str) -> Drill:
    try:
        return Drill.model_validate_json(json.dumps(_document(file)))
    except ValidationError as error:
        raise ValueError(f"{file}: {error}") from error


def _profile(file: str, shared: Mapping[str, Any]) -> Profile:
    """A profile's file names its agents; what they are is the same for all."""
    document = _document(file)
    known = {agent["id"]: agent for agent in shared["agents"]}
    try:
        agents = [known[name] for name in document["agents"]]
        evidence = [*document["evidence"], *shared["evidence"]]
        whole = {**document, "agents": agents, "evidence": evidence}
        return Profile.model_validate_json(json.dumps(whole))
    except (KeyError, ValidationError) as error:
        raise ValueError(f"{file}: {error}") from error


def _document(file: str) -> dict[str, Any]:
    raw = resources.files(__package__).joinpath(*file.split("/")).read_bytes()
    try:
        return tomllib.loads(raw.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{file}: {error}") from error
