"""One finished attempt to be looked at again: its debrief, its pictures, its inside at any time.

Opening one reads the log alone; patient and machine are fetched with the first picture, which may
take seconds, so pictures are asked for off the screen's thread. One thread at a time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.attempt.events import Exposed, LesionEnded, Submitted, Vec3
from trainer.attempt.evolve import fold
from trainer.attempt.header import Header
from trainer.attempt.log import AttemptLog
from trainer.attempt.state import NeedleInHand, State
from trainer.attempt.steel import steel_line
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.orbit_camera import OrbitCamera
from trainer.imaging.overlays import Ellipsoid, Shaft
from trainer.imaging.pulse import MOST_EARLIER
from trainer.imaging.solid_scene import SolidScene, joined, shafts_as_tubes
from trainer.needle.catalogue import NEEDLES
from trainer.needle.distance import DistanceField
from trainer.refusal import ExitCode, Refusal
from trainer.scoring.debrief.debrief import Debrief, debrief_of
from trainer.scoring.debrief.truth import nearest_target
from trainer.scoring.explain import explain
from trainer.scoring.view import view_of
from trainer.session import review
from trainer.session.debriefing import REFERENCE, pictures_beside, reference_of
from trainer.session.earlier_pulses import lead_in
from trainer.session.fluoroscope import Fluoroscope
from trainer.session.interior import Interior, interior_of
from trainer.session.opening import Opening
from trainer.session.projectors import FAST
from trainer.session.services import Services
from trainer.session.taken import Taken
from trainer.session.waiting import IN_SILENCE, Waiting

OWN, EXPERT = "own", "expert"
# The first look at the inside: from behind, round to the needle's side and down a little, so that
# depth shows at once (design values).
SIDEWAYS_DEG, DOWNWARD_DEG, HEIGHT_MM = 40.0, 18.0, 74.0


@dataclass(frozen=True, slots=True, eq=False)
class SeenPicture:
    """An exposure as it was seen. picture : grey. state : as it was then.

    tips_um : of every needle that stood then. lesions : made by then. hazards : danger structures
    by name, () where the patient has no inside.
    """

    whose: str
    exposed: Exposed
    picture: NDArray[np.uint8]
    header: Header
    tips_um: tuple[Vec3, ...]
    lesions: tuple[LesionEnded, ...]
    hazards: tuple[tuple[str, DistanceField], ...]


@dataclass(frozen=True, slots=True, eq=False)
class InsideThen:
    """The inside round a target at a time, with every needle and lesion there was."""

    scene: SolidScene
    camera: OrbitCamera
    target: int
    t_ms: int


class Reel:
    """The exposures of one log and the machine that takes them again."""

    def __init__(self, whose: str, log: AttemptLog, opening: Opening, name: str) -> None:
        self.whose = whose
        self._log = log
        self._opening = opening
        self._taken = list(review.exposures(log, name))
        self._scope = Fluoroscope(
            opening.scenario, opening.patient, opening.header.seed, FAST.for_attempts()
        )

    def picture(self, number: int) -> SeenPicture:
        """The picture of an exposure; what still shone on in it is drawn before it."""
        upto = [one for one in self._taken if one.exposed.number <= number]
        if not upto or upto[-1].exposed.number != number:
            raise Refusal(f"There is no picture {number}", "the log has none", "Choose another")
        for before in lead_in(upto)[-MOST_EARLIER:]:
            self._scope.frame(*before)
        return self._seen(upto[-1])

    def _seen(self, one: Taken) -> SeenPicture:
        exposed = one.exposed
        return SeenPicture(
            self.whose,
            exposed,
            self._scope.frame(*one).picture,
            self._opening.header,
            tuple(needle.tip_um for needle in needles_of(one.state)),
            lesions_of(self._log, exposed.t_ms),
            tuple(self._opening.world.hazards),
        )


class DebriefRoom:
    """A finished attempt. Cheap to open; `picture` and `inside` are slow."""

    def __init__(self, services: Services, path: Path, waiting: Waiting = IN_SILENCE) -> None:
        """Read the log. Raises Refusal where it is none or cannot be judged."""
        self._services = services
        self._waiting = waiting
        self.path = path
        self.log = services.attempts.load(path)
        self.header: Header = review.header_of(self.log, path.name)
        scenario = review.scenario_of(self.header, path.name)
        self._reference = reference_of(services, scenario)
        self.debrief: Debrief = debrief_of(self.log, self._reference)
        self.explained = explain(view_of(self.log), self.debrief.score)
        self.beside = pictures_beside(services, scenario)
        self._opening: Opening | None = None
        self._reels: dict[str, Reel] = {}
        self._insides: dict[int, Interior] = {}

    @property
    def title(self) -> str:
        """The scenario's title."""
        return str(self.header.scenario["title"])

    @property
    def teaching(self) -> str:
        """What the author says of this case; paragraphs parted by an empty line."""
        return str(self.header.scenario.get("teaching", ""))

    def picture(self, whose: str, number: int) -> SeenPicture:
        """The picture of an exposure, own or the expert's. Raises Refusal."""
        return self._reel(whose).picture(number)

    def inside(self, t_ms: int, target: int) -> InsideThen:
        """The inside at a time, round a target (from 1; 0 = the needle's nearest).

        Raises Refusal where the patient has no inside.
        """
        needles = needles_of(state_at(self, t_ms))
        if target == 0:
            target = nearest_target(self.header, needles[-1].tip_um) if needles else 1
        inside = self._inside(target)
        shafts = tuple(_shaft(needle) for needle in needles)
        lesions = tuple(_ellipsoid(one) for one in lesions_of(self.log, t_ms) if min(one.semi_um))
        tubes = joined((inside.scene.tubes, shafts_as_tubes(shafts)))
        side = 1.0 if self.header.targets[target - 1].side == "left" else -1.0
        camera = replace(
            inside.camera,
            azimuth_deg=side * SIDEWAYS_DEG,
            elevation_deg=DOWNWARD_DEG,
            height_mm=HEIGHT_MM,
        )
        scene = replace(inside.scene, tubes=tubes, lesions=lesions)
        return InsideThen(scene, camera, target, t_ms)

    def steel_at(self, t_ms: int) -> tuple[FloatArray, ...]:
        """The line of every needle from hub to tip as it stood at a time, mm, (n, 3) each."""
        needles = needles_of(state_at(self, t_ms))
        return tuple(steel_line(needle, NEEDLES[needle.model]) for needle in needles)

    def inside_at_end(self) -> InsideThen:
        """The inside as the attempt left it, round its needle. Raises Refusal."""
        times = (event.t_ms for record in self.log.records for event in record.events)
        return self.inside(max(times, default=0), 0)

    def seq_after(self, t_ms: int) -> int:
        """The first record of what came after a time."""
        later = (one.seq for one in self.log.records if one.events and one.events[0].t_ms > t_ms)
        return next(later, len(self.log.records) + 1)

    def _inside(self, target: int) -> Interior:
        if target not in self._insides:
            opening = self._opened()
            at = self.header.targets[target - 1]
            self._insides[target] = interior_of(opening.scenario, opening.patient, at=at)
        return self._insides[target]

    def _opened(self) -> Opening:
        if self._opening is None:
            FAST.warm_up()
            self._opening = review.reopened(self._services, self.log, self.path.name, self._waiting)
        return self._opening

    def _reel(self, whose: str) -> Reel:
        if whose not in self._reels:
            self._reels[whose] = self._own_reel() if whose == OWN else self._expert_reel()
        return self._reels[whose]

    def _own_reel(self) -> Reel:
        return Reel(OWN, self.log, self._opened(), self.path.name)

    def _expert_reel(self) -> Reel:
        """The reference log's pictures, where its patient is this one."""
        own, log = self._opened(), self._reference
        if log is None:
            raise _no_expert("no reference attempt ships with this scenario")
        header = review.header_of(log, REFERENCE)
        if header.provenance.patient_sha256 != own.patient.sha256:
            raise _no_expert("the reference attempt was made on another patient")
        opening = Opening(own.scenario, own.patient, header, own.world)
        return Reel(EXPERT, log, opening, REFERENCE)


def _no_expert(why: str) -> Refusal:
    return Refusal("There is no expert's picture", why, "Look at your own", code=ExitCode.BAD_INPUT)


def state_at(room: DebriefRoom, t_ms: int) -> State:
    """How things stood at a time, at the latest just before Submit."""
    state = room.header.start
    for record in room.log.records:
        events = [event for event in record.events if event.t_ms <= t_ms]
        if not events or isinstance(events[0], Submitted):
            break
        state = fold(state, events)
    return state


def needles_of(state: State) -> tuple[NeedleInHand, ...]:
    """Every needle that stands somewhere, the one in hand last."""
    return state.resting if state.needle is None else (*state.resting, state.needle)


def lesions_of(log: AttemptLog, t_ms: int) -> tuple[LesionEnded, ...]:
    """The lesions made up to a time."""
    found = (event for event in log.events if isinstance(event, LesionEnded))
    return tuple(event for event in found if event.t_ms <= t_ms)


def _shaft(needle: NeedleInHand) -> Shaft:
    model = NEEDLES[needle.model]
    return Shaft(steel_line(needle, model), model.outer_diameter_mm / 2.0)


def _ellipsoid(lesion: LesionEnded) -> Ellipsoid:
    """The dead volume: an ellipsoid of revolution about its axis."""
    across, along = (size / 1000.0 for size in lesion.semi_um)
    centre = np.array(lesion.centre_um, dtype=np.float64) / 1000.0
    return Ellipsoid(centre, axes_about(lesion.axis_e9), np.array([across, across, along]))


def axes_about(axis_e9: Vec3) -> FloatArray:
    """Three unit axes as columns, the last along the given one."""
    along = np.array(axis_e9, dtype=np.float64)
    along /= np.linalg.norm(along)
    helper = np.eye(3)[int(np.argmin(np.abs(along)))]
    across = np.cross(along, helper)
    across /= np.linalg.norm(across)
    return np.stack([across, np.cross(along, across), along], axis=1)
