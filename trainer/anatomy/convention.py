"""A convention: where one source takes a medial branch to run, as data that can be cited.

A file of `trainer/anatomy/conventions` becomes one frozen `Convention`; every number in it is an
offset from a landmark along a named frame, so that it holds in every patient.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from trainer.anatomy.convention_fields import Fields
from trainer.anatomy.levels import LEVELS

Range = tuple[float, float]

# How sure a statement is: the tags of the project's clinical reference.
CONFIDENCE: Mapping[str, str] = MappingProxyType(
    {
        "S": "read in the source's abstract or text",
        "S2": "read in a later source that quotes it",
        "D": "derived by arithmetic from such numbers",
        "M": "from memory, to be verified",
        "X": "a design value of this program, not a finding",
    }
)


class FrameName(StrEnum):
    """The axes along which a waypoint's offsets run (lateral always away from the mid-line)."""

    VERTEBRA = "vertebra"  # lateral, posterior, cranial of the crossed vertebra's body
    PROCESS = "process"  # along its transverse process, behind its face, up across it


class Bearer(StrEnum):
    """Whose landmark a waypoint holds on to."""

    CROSSED = "crossed"  # the vertebra whose process the nerve crosses
    ABOVE = "above"  # the vertebra above it, under whose pedicle the nerve leaves


LANDMARKS = frozenset(
    {
        *("canal_centre", "pedicle", "foramen", "tp_root", "tp_corner", "tp_tip"),
        *("sap_tip", "sap_tp_notch", "facet_joint"),
    }
)
TARGETS = frozenset({"tp_corner", "tp_tip", "sap_tp_notch"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A landmark of the crossed vertebra or the one above, on the nerve's side."""

    bearer: Bearer
    landmark: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim, how sure it is (a key of `CONFIDENCE`) and where it was read."""

    claim: str
    tag: str
    source: str


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A point the nerve passes: an anchor, or `share` of the way from it to `toward`, plus offsets.

    Ranges are drawn per patient, level and side. over_bone_mm : the point is then moved to this
    height over the bone (negative in a groove), None = left where it is. tunnel : the nerve lies
    in an osteofibrous canal from the first to the last such waypoint, and may touch bone there.
    """

    name: str
    at: Anchor
    toward: Anchor | None
    share: float
    frame: FrameName
    lateral_mm: Range
    posterior_mm: Range
    cranial_mm: Range
    over_bone_mm: float | None
    tunnel: bool

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """One or two."""
        return (self.at,) if self.toward is None else (self.at, self.toward)


@dataclass(frozen=True, slots=True)
class Course:
    """One way the nerve runs at some levels, in `share` of people.

    target : the landmark of the crossed vertebra a needle is sent to. inflection : the waypoint at
    which the nerve turns over the bone. through : from the foramen to multifidus.
    """

    name: str
    levels: tuple[str, ...]
    share: Fraction
    target: str
    inflection: str
    through: tuple[Waypoint, ...]

    @property
    def turn(self) -> Waypoint:
        """The inflection itself."""
        return next(point for point in self.through if point.name == self.inflection)


@dataclass(frozen=True, slots=True)
class Convention:
    """One cited reading. reviewer : the clinician who has checked it, "" = none yet."""

    id: str
    title: str
    text: str
    citation: str
    read: str
    reviewer: str
    ambiguity: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    courses: tuple[Course, ...]

    @property
    def levels(self) -> tuple[str, ...]:
        """Levels it speaks of, from the head down."""
        told = {level for course in self.courses for level in course.levels}
        return tuple(level for level in LEVELS if level in told)

    def courses_at(self, level: str) -> tuple[Course, ...]:
        """The courses of a level; () where the convention says nothing."""
        return tuple(course for course in self.courses if level in course.levels)


def convention_from(document: Mapping[str, Any], file: str) -> Convention:
    """A convention of a parsed file. Raises ValueError naming file, place and what is wrong."""
    top = Fields(document, file)
    points = top.table("waypoints")
    waypoints = {name: _waypoint(name, points.table(name)) for name in points.names}
    points.done()
    found = Convention(
        id=top.text("id"),
        title=top.text("title"),
        text=top.text("text"),
        citation=top.text("citation"),
        read=top.text("read"),
        reviewer=top.text("reviewer", may_be_empty=True),
        ambiguity=top.texts("ambiguity"),
        evidence=tuple(_evidence(part) for part in top.parts("evidence")),
        courses=tuple(_course(part, waypoints) for part in top.parts("course")),
    )
    top.done()
    _check_name(found, file)
    _check_shares(found, file)
    _check_use(found, waypoints, file)
    return found


def _evidence(part: Fields) -> Evidence:
    found = Evidence(part.text("claim"), part.one_of("tag", CONFIDENCE), part.text("source"))
    part.done()
    return found


def _anchor(part: Fields, key: str) -> Anchor:
    text = part.text(key)
    bearer, _, landmark = text.partition(".")
    if bearer not in set(Bearer) or landmark not in LANDMARKS:
        known = ", ".join(sorted(LANDMARKS))
        raise part.wrong(key, f"{text!r} is not crossed.<landmark> or above.<landmark> of {known}")
    return Anchor(Bearer(bearer), landmark)


def _waypoint(name: str, part: Fields) -> Waypoint:
    toward = _anchor(part, "toward") if part.has("toward") else None
    found = Waypoint(
        name=name,
        at=_anchor(part, "at"),
        toward=toward,
        share=part.number("share") if toward else 0.0,
        frame=FrameName(part.one_of("frame", tuple(FrameName))),
        lateral_mm=part.interval("lateral_mm"),
        posterior_mm=part.interval("posterior_mm"),
        cranial_mm=part.interval("cranial_mm"),
        over_bone_mm=part.number("over_bone_mm") if part.has("over_bone_mm") else None,
        tunnel=part.flag("tunnel"),
    )
    part.done()
    if not 0.0 <= found.share <= 1.0:
        raise part.wrong("share", f"{found.share:g} is not between 0 and 1")
    return found


def _course(part: Fields, waypoints: Mapping[str, Waypoint]) -> Course:
    levels = part.texts("levels")
    for level in levels:
        if level not in LEVELS:
            raise part.wrong("levels", f"{level!r} is no level, use {', '.join(LEVELS)}")
    through = tuple(
        waypoints[name] if name in waypoints else _missing(part, name)
        for name in part.texts("through")
    )
    found = Course(
        name=part.text("name"),
        levels=levels,
        share=part.fraction("share"),
        target=part.one_of("target", TARGETS),
        inflection=part.one_of("inflection", [point.name for point in through]),
        through=through,
    )
    part.done()
    if len(through) < 3:
        raise part.wrong("through", "a course needs three waypoints or more")
    above = any(anchor.bearer is Bearer.ABOVE for point in through for anchor in point.anchors)
    if above and LEVELS[0] in levels:
        raise part.wrong("levels", f"{LEVELS[0]} has no vertebra above, so anchors must be crossed")
    return found


def _missing(part: Fields, name: str) -> Waypoint:
    raise part.wrong("through", f"there is no waypoint {name!r}")


def _check_name(found: Convention, file: str) -> None:
    if file.removesuffix(".toml") != found.id:
        raise ValueError(f"{file}: id: {found.id!r} is not the file's name")


def _check_shares(found: Convention, file: str) -> None:
    for level in found.levels:
        total = sum((course.share for course in found.courses_at(level)), Fraction(0))
        if total != 1:
            raise ValueError(f"{file}: course: the shares at {level} make {total}, not 1")


def _check_use(found: Convention, waypoints: Iterable[str], file: str) -> None:
    used = {point.name for course in found.courses for point in course.through}
    for name in waypoints:
        if name not in used:
            raise ValueError(f"{file}: waypoints.{name}: no course runs through it")
