"""Places in a patient that drills are drawn from: squared views, entries on a beam, tips."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np

from trainer.anatomy.levels import LEVELS
from trainer.attempt.body import Body, surroundings_of
from trainer.attempt.world import World
from trainer.geometry.pinhole import FloatArray
from trainer.session.opening import Opening
from trainer.therapy.nearness import NerveKind
from trainer.therapy.spread import Pattern, pattern_at

ENTRY_LOOKS = 30  # of the beam's way out through the skin; each halves the error and more


@dataclass(frozen=True, slots=True, eq=False)
class Room:
    """An opened patient and the chance that draws in it."""

    opening: Opening
    chance: Random

    @property
    def world(self) -> World:
        """What `decide` looks at."""
        return self.opening.world

    @property
    def body(self) -> Body:
        """Nerves and vessels; a generated patient has them."""
        body = self.world.body
        assert body is not None
        return body

    def at_mm(self, landmark: str) -> FloatArray:
        """A landmark's place, mm."""
        return np.array(self.opening.header.landmarks_um[landmark], dtype=np.float64) / 1000.0

    def either(self, least: float, most: float) -> float:
        """A number between both, to either side."""
        return self.chance.choice((-1.0, 1.0)) * self.chance.uniform(least, most)


def squaring_tilt_deg(room: Room, level: str) -> float:
    """The tilt at which the upper end plate is one line, from straight behind."""
    plate = f"{level}.upper_plate_"
    across = room.at_mm(f"{plate}left") - room.at_mm(f"{plate}right")
    along = room.at_mm(f"{plate}front") - room.at_mm(f"{plate}back")
    normal = np.cross(across, along)
    return math.degrees(math.atan(-float(normal[1]) / float(normal[2])))


def true_ap_deg(room: Room, level: str) -> float:
    """The oblique at which the spinous process stands midway between the pedicles."""
    pedicles = [room.at_mm(f"{level}.{side}.pedicle") for side in ("left", "right")]
    way = room.at_mm(f"{level}.spinous_tip") - (pedicles[0] + pedicles[1]) / 2.0
    return math.degrees(math.atan2(float(way[0]), float(way[1])))


def entry_mm(room: Room, source_mm: FloatArray, target_mm: FloatArray) -> FloatArray:
    """Where the ray from the source through a target leaves the skin of the back."""
    up = target_mm - source_mm
    up = up / np.linalg.norm(up)
    place = target_mm
    for _ in range(ENTRY_LOOKS):
        skin_mm = room.world.skin_y_mm(float(place[0]), float(place[2]))
        assert skin_mm is not None
        place = target_mm + up * ((skin_mm - float(target_mm[1])) / float(up[1]))
    return np.asarray(place)


def source_mm(room: Room, oblique_deg: float, tilt_deg: float, centre_mm: FloatArray) -> FloatArray:
    """Where the tube stands (DESIGN 3)."""
    theta, phi = math.radians(oblique_deg), math.radians(tilt_deg)
    direction = np.array(
        [math.sin(theta) * math.cos(phi), math.cos(theta) * math.cos(phi), math.sin(phi)]
    )
    return np.asarray(centre_mm - room.world.carm.sod_mm * direction)


def entry_over_mm(room: Room, tip_mm: FloatArray) -> FloatArray:
    """An entry in the skin from which a needle goes to a tip, up to 12 mm aslant."""
    x_mm = float(tip_mm[0]) + room.chance.uniform(-12.0, 12.0)
    z_mm = float(tip_mm[2]) + room.chance.uniform(-12.0, 12.0)
    skin_mm = room.world.skin_y_mm(x_mm, z_mm)
    assert skin_mm is not None
    return np.array([x_mm, skin_mm, z_mm])


def turned(axis: FloatArray, off_deg: float, about_deg: float) -> FloatArray:
    """An axis tilted by so much, toward any side."""
    side = np.cross(axis, [0.0, 0.0, 1.0])
    side = side / np.linalg.norm(side)
    other = np.cross(axis, side)
    across = side * math.cos(math.radians(about_deg)) + other * math.sin(math.radians(about_deg))
    off = math.radians(off_deg)
    return np.asarray(axis * math.cos(off) + across * math.sin(off))


def near_levels(level: str) -> tuple[str, ...]:
    """A level and its neighbours: what is measured about one target reaches them."""
    at = LEVELS.index(level)
    return tuple(LEVELS[at - 1 : at + 2])


def tips_with(room: Room, pattern: Pattern, level: str, side: str) -> Iterator[FloatArray]:
    """Places at a level where contrast draws a pattern."""
    for place in _candidates(room, pattern, level, side):
        if pattern_at(surroundings_of(room.body, place, room.world.bone)) is pattern:
            yield place


def _candidates(room: Room, pattern: Pattern, level: str, side: str) -> Iterator[FloatArray]:
    if pattern is Pattern.PLANES:
        corner = room.at_mm(f"{level}.{side}.tp_corner")
        yield from (corner + mm(0.0, back, 0.0) for back in (1.5, 2.5, 4.0))
    elif pattern is Pattern.VESSEL:
        yield from _in_vessels(room, level, side)
    elif pattern is Pattern.FORAMEN:
        foramen = room.at_mm(f"{level}.{side}.foramen")
        yield from (foramen + mm(0.0, back, 0.0) for back in (2.0, 1.0, 0.0, -1.0))
    elif pattern is Pattern.PLEURA:
        start = room.at_mm(f"{level}.{side}.rib_tubercle")
        yield from (start + mm(0.0, -ahead, -12.0) for ahead in range(0, 30))
    else:
        centre = room.at_mm(f"{level}.canal_centre")
        depths = range(14, 0, -1) if pattern is Pattern.EPIDURAL else range(0, 6)
        yield from (centre + mm(0.0, 0.5 * back, 0.0) for back in depths)


def _in_vessels(room: Room, level: str, side: str) -> Iterator[FloatArray]:
    """Points of the veins and arteries beside the process, the nearest to the corner first."""
    corner = room.at_mm(f"{level}.{side}.tp_corner")
    points = np.vstack([one.points_world_mm for one in room.body.vessels])
    order = np.argsort(np.linalg.norm(points - corner, axis=1))
    yield from points[order[:400:8]]


def beside_ramus(room: Room, level: str, side: str) -> Iterator[FloatArray]:
    """Places a millimetre or two behind a ventral ramus."""
    corner = room.at_mm(f"{level}.{side}.tp_corner")
    points = np.vstack(
        [n.points_world_mm for n in room.body.of_kind(NerveKind.VENTRAL_RAMUS) if n.side == side]
    )
    order = np.argsort(np.linalg.norm(points - corner, axis=1))
    for back in (1.5, 0.5, 2.5):
        yield from points[order[:200:20]] + [0.0, back, 0.0]


def beside_branch(room: Room, level: str, side: str) -> Iterator[FloatArray]:
    """Places on the nerve at a level's corner."""
    corner = room.at_mm(f"{level}.{side}.tp_corner")
    points = np.vstack(
        [n.points_world_mm for n in room.body.of_kind(NerveKind.MEDIAL_BRANCH) if n.side == side]
    )
    order = np.argsort(np.linalg.norm(points - corner, axis=1))
    for back in (0.5, 1.0, 0.0):
        yield from points[order[:60:10]] + [0.0, back, 0.0]


def far_from_nerves(room: Room, level: str, side: str) -> Iterator[FloatArray]:
    """Places well behind and beside the corner, where nothing answers half a volt."""
    corner = room.at_mm(f"{level}.{side}.tp_corner")
    outward = 1.0 if side == "left" else -1.0
    for back in (14.0, 11.0, 18.0):
        yield corner + mm(outward * room.chance.uniform(2.0, 7.0), back, -6.0)


def mm(x: float, y: float, z: float) -> FloatArray:
    """A way in the world."""
    return np.array([x, y, z], dtype=np.float64)
