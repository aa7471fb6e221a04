"""Write docs/conventions-nerves.md from the data: ``python -m tools.make_convention_reference``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trainer.anatomy.convention import CONFIDENCE, Convention, Course, Evidence, Waypoint
from trainer.anatomy.levels import LEVELS, joints_of, nerve_at
from trainer.anatomy.tables import conventions

PAGE = Path(__file__).resolve().parents[1] / "docs" / "conventions-nerves.md"

HEAD = """# Where the nerve runs: conventions

<!-- Written by `python -m tools.make_convention_reference`; change trainer/anatomy/conventions. -->

The course of the thoracic medial branches is disputed, and so is whether a lesion on them
denervates the joint. A scenario therefore names the conventions it accepts, and every one is data:
a file with its source, what was read of it, how sure each statement is, and who has checked it.
**For training; not for planning real treatment.**

`level` is the vertebra whose process the nerve crosses ([conventions.md](conventions.md)). Offsets
are millimetres from a landmark: lateral (away from the mid-line), posterior, cranial, along the
axes of the crossed vertebra's body, or of its transverse process (outward along it, behind its
face, up across it). A range is drawn once per patient and level; both sides differ a little. In
every patient the course is then smoothed and moved out of bone, except in an osteofibrous canal.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The whole page."""
    known = tuple(conventions().values())
    parts = [HEAD, *_tags(), *_overview(known)]
    for convention in known:
        parts += _section(convention)
    return "\n".join(parts)


def _tags() -> Iterator[str]:
    yield from ("| tag | how sure |", "|---|---|")
    yield from (f"| [{tag}] | {meaning} |" for tag, meaning in CONFIDENCE.items())
    yield ""


def _overview(known: tuple[Convention, ...]) -> Iterator[str]:
    yield from ("## Levels", "", f"| level | nerve | joints | {' | '.join(c.id for c in known)} |")
    yield "|---" * (3 + len(known)) + "|"
    for level in LEVELS:
        courses = (_told(convention.courses_at(level)) for convention in known)
        joints = ", ".join(joints_of(level))
        yield f"| {level} | {nerve_at(level)} | {joints} | {' | '.join(courses)} |"
    yield ""


def _told(courses: tuple[Course, ...]) -> str:
    return "; ".join(f"{course.name}{_share(course)}" for course in courses)


def _share(course: Course) -> str:
    return "" if course.share == 1 else f" ({float(course.share):.0%})"


def _section(convention: Convention) -> Iterator[str]:
    yield from (f"## {convention.id}", "", f"**{convention.title}.**", "")
    yield from (f"* Source: {convention.citation}", f"* Read: {convention.read}")
    yield f"* Reviewer: {convention.reviewer or 'not reviewed by a clinician'}"
    yield from ("", "| sure | claim | where |", "|---|---|---|")
    yield from (_claim(evidence) for evidence in convention.evidence)
    yield from ("", "What is not clear:", "")
    yield from (f"* {note}" for note in convention.ambiguity)
    yield ""
    for course in convention.courses:
        yield from _course(course)


def _claim(evidence: Evidence) -> str:
    return f"| [{evidence.tag}] | {evidence.claim} | {evidence.source} |"


def _course(course: Course) -> Iterator[str]:
    yield f"### {course.name}: {', '.join(course.levels)}{_share(course)}"
    yield from ("", f"Target of the needle: `{course.target}`. Every number below is [X].", "")
    yield "| waypoint | from | axes | lateral | posterior | cranial | over bone |"
    yield "|---|---|---|---|---|---|---|"
    yield from (_waypoint(point, course) for point in course.through)
    yield ""


def _waypoint(point: Waypoint, course: Course) -> str:
    turn = " (turns here)" if point.name == course.inflection else ""
    canal = " (in its canal)" if point.tunnel else ""
    place = f"{point.at.bearer} `{point.at.landmark}`"
    if point.toward is not None:
        place += (
            f", {point.share:.0%} of the way to {point.toward.bearer} `{point.toward.landmark}`"
        )
    offsets = (_range(r) for r in (point.lateral_mm, point.posterior_mm, point.cranial_mm))
    over = "" if point.over_bone_mm is None else f"{point.over_bone_mm:g}"
    name = point.name.replace("_", " ")
    return f"| {name}{turn}{canal} | {place} | {point.frame} | {' | '.join(offsets)} | {over} |"


def _range(interval: tuple[float, float]) -> str:
    low, high = interval
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


if __name__ == "__main__":
    main()
