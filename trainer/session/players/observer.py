"""From truth to what a player can see of it: the only module here that knows the patient.

*Pictures.* For every exposure the true places are projected through that exposure's own geometry
into its pixels; a place counts only inside the open rectangle and where the view shows it (table
`SHOWS`), and the player's error is added: a belief about where the nerve runs that is off by the
same vector all the attempt (`knows_mm`), and a fresh error at each reading (`sees_mm`). What a
player has not exposed he does not know; for depth he must triangulate two views himself. A wrong
count shows him the same marks of the next vertebra.

*Needle.* The bedside shows where it enters and how the hub stands (with `aims_deg`), the rings how
deep it is (with `rings_mm`); its tip is seen in pictures only.

*Case.* A page tells something once it was opened; what its findings mean, by the author's table of
reasons, a player grasps with `understands`, else he takes a wrong reason from them.

Never shown: targets and landmarks in millimetres, distances, hazards ahead, verdicts, scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.random import Generator

from trainer.anatomy.levels import LEVELS, nerve_at
from trainer.attempt.events import Event, Exposed
from trainer.attempt.header import Target
from trainer.attempt.state import State
from trainer.attempt.steel import hub_axis
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.session.exposed_view import open_part_of
from trainer.session.exposed_view import pose_of as pose_of_exposure
from trainer.session.opening import Opening
from trainer.session.players.case_eye import CaseEye
from trainer.session.players.heard import Ears
from trainer.session.players.seen import (
    BEHIND_SHOULDERS,
    LEAST_LATERAL_DEG,
    NeedleSeen,
    Picture,
    Pixel,
    Seen,
)
from trainer.session.players.traits import Traits

# What shows the process in a view, by how far it is from straight AP, and how much worse it is read
# there [X]: in between, rib and vertebral body lie over it; from the side both sides overlap.
SHOWS = ((0.0, 40.0, 1.0), (LEAST_LATERAL_DEG, 100.0, 1.5))
# With the receptor away from its side laminae stand on edge and it is read by them (teaching.md 1
# and 3, D4: contralateral oblique of 45 to 60 degrees; how well [X]).
CONTRALATERAL = (45.0, LEAST_LATERAL_DEG, 2.0)
STEEL = 0.5  # steel is read twice as well as bone [X]
ENDS_HELP = 0.1  # a count from both ends is wrong a tenth as often [X]
END_LEVELS = ("T1", "T12")


class Observer:
    """Sees for one player in one attempt. rng : the luck of his eyes."""

    def __init__(self, opening: Opening, traits: Traits, rng: Generator) -> None:
        self._opening = opening
        self._traits = traits
        self._rng = rng
        self._case = CaseEye(opening.scenario.story, traits, rng)
        self._luck = float(rng.random())
        self._count_way = -1 if rng.random() < 0.5 else 1
        self._beliefs = [rng.normal(0.0, traits.knows_mm, 3) for _ in opening.header.targets]
        self._ends: set[str] = set()
        self._seen = Seen()
        self._ears = Ears()

    def see(self, state: State, events: tuple[Event, ...]) -> Seen:
        """The screens after a command. events : what came of it."""
        picture = self._seen.picture
        for event in events:
            if isinstance(event, Exposed):
                picture = self._picture(state, event)
        pages, reasons = self._case.after(events)
        pointer = state.pointer_um
        self._seen = replace(
            self._ears.after(self._seen, events),
            picture=picture,
            needle=self._needle(state),
            pointer_mm=None if pointer is None else np.array(pointer) / 1000.0,
            pages=pages,
            speaks_for=reasons,
        )
        return self._seen

    def _picture(self, state: State, exposed: Exposed) -> Picture:
        view = self._view(exposed)
        oblique_deg = exposed.oblique_mdeg / 1000.0
        part = open_part_of(exposed, view)
        self._note_ends(view, part)
        needle, pointer = state.needle, state.pointer_um
        return Picture(
            exposed.number,
            view,
            oblique_deg,
            exposed.tilt_mdeg / 1000.0,
            self._spots(view, part, oblique_deg),
            None if needle is None else self._read(view, part, _mm(needle.tip_um), STEEL),
            None if pointer is None else self._read(view, part, _mm(pointer), STEEL),
            self._plate_gap_mm(view, part, oblique_deg),
        )

    def _view(self, exposed: Exposed) -> PinholeView:
        world = self._opening.world
        if exposed.view:
            return world.views[exposed.view].view
        return pose_of_exposure(exposed, world.carm).view

    def _spots(
        self, view: PinholeView, part: tuple[float, ...], oblique_deg: float
    ) -> Mapping[str, Pixel]:
        found: dict[str, Pixel] = {}
        for number, target in enumerate(self._opening.header.targets):
            worse = _worse(oblique_deg, target.side)
            bone = self._bone_counted(target)
            hidden = abs(oblique_deg) >= LEAST_LATERAL_DEG and bone in BEHIND_SHOULDERS
            if worse is None or hidden:
                continue
            for mark, place_mm in self._marks_mm(target, bone).items():
                pixel = self._read(view, part, place_mm + self._beliefs[number], worse)
                if pixel is not None:
                    found[f"{target.bone} {target.side} {mark}"] = pixel
        return found

    def _bone_counted(self, target: Target) -> str:
        """The bone that he takes for the target's."""
        chance = self._traits.miscounts * (ENDS_HELP if len(self._ends) == 2 else 1.0)
        at = LEVELS.index(target.bone) + self._count_way
        if self._luck >= chance or not 0 <= at < len(LEVELS):
            return target.bone
        return LEVELS[at] if self._stretch(LEVELS[at], target.side) is not None else target.bone

    def _stretch(self, bone: str, side: str) -> FloatArray | None:
        body, nerve = self._opening.world.body, nerve_at(bone)
        found = () if body is None else body.stretches.get(f"{nerve} {side}", ())
        return found[0] if found else None

    def _marks_mm(self, target: Target, bone: str) -> Mapping[str, FloatArray]:
        """The target's point, and both ends and the middle of the nerve's course over the bone."""
        line = self._stretch(bone, target.side)
        if line is None:
            return {"point": _mm(target.point_um)}
        middle = line[len(line) // 2]
        point = _mm(target.point_um) if bone == target.bone else middle
        return {"point": point, "first": line[0], "middle": middle, "last": line[-1]}

    def _read(
        self, view: PinholeView, part: tuple[float, ...], place_mm: FloatArray, worse: float
    ) -> Pixel | None:
        """A place as he reads it off the picture; None outside the open rectangle."""
        across = view.column_step_mm / np.linalg.norm(view.column_step_mm)
        pixel, beside = view.project(np.stack([place_mm, place_mm + across]))
        if not _inside(view, part, pixel):
            return None
        px_per_mm = float(np.linalg.norm(beside - pixel))
        error = self._rng.normal(0.0, self._traits.sees_mm * worse * px_per_mm, 2)
        column, row = pixel + error
        return float(column), float(row)

    def _plate_gap_mm(
        self, view: PinholeView, part: tuple[float, ...], oblique_deg: float
    ) -> float | None:
        """Between front and back edge of the first target's upper end plate, at its depth."""
        marks = self._opening.header.landmarks_um
        bone = self._opening.header.targets[0].bone
        edges = [marks.get(f"{bone}.upper_plate_{edge}") for edge in ("front", "back")]
        if None in edges or abs(oblique_deg) > SHOWS[0][1]:
            return None
        front, back = (view.project(_mm(edge)) for edge in edges if edge is not None)
        if not (_inside(view, part, front) and _inside(view, part, back)):
            return None
        down_mm = float(np.linalg.norm(view.row_step_mm)) / self._opening.world.carm.magnification
        gap_mm = abs(float(front[1] - back[1])) * down_mm
        return abs(gap_mm + float(self._rng.normal(0.0, self._traits.sees_mm)))

    def _note_ends(self, view: PinholeView, part: tuple[float, ...]) -> None:
        marks = self._opening.header.landmarks_um
        for level in END_LEVELS:
            place = marks.get(f"{level}.body_centre")
            if place is not None and _inside(view, part, view.project(_mm(place))):
                self._ends.add(level)

    def _needle(self, state: State) -> NeedleSeen | None:
        needle = state.needle
        if needle is None:
            return None
        traits, rng = self._traits, self._rng
        rings_mm = max(0.0, needle.depth_um / 1000.0 + float(rng.normal(0.0, traits.rings_mm)))
        hub = hub_axis(needle) + rng.normal(0.0, np.radians(traits.aims_deg), 3)
        return NeedleSeen(
            skin_mm=_mm(needle.entry_um or needle.tip_um),
            hub=np.asarray(hub / np.linalg.norm(hub)),
            depth_mm=rings_mm if needle.depth_um else 0.0,
            feel="bone" if needle.at_bone else "",
        )


def _worse(oblique_deg: float, side: str) -> float | None:
    """How much worse than in a straight picture a process of this side is read; None: not."""
    away_deg = -oblique_deg if side == "left" else oblique_deg
    least, most, times = CONTRALATERAL
    if least <= away_deg < most:
        return times
    off_deg = abs(oblique_deg)
    return next((times for least, most, times in SHOWS if least <= off_deg <= most), None)


def _mm(place_um: tuple[int, int, int]) -> FloatArray:
    return np.array(place_um, dtype=np.float64) / 1000.0


def _inside(view: PinholeView, part: tuple[float, ...], pixel: FloatArray) -> bool:
    left, top, right, bottom = part
    column, row = (pixel + 0.5) / view.size_px
    return bool(left <= column <= right and top <= row <= bottom)
