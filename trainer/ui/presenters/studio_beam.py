"""Free previews of the studio: what a beam would show of a patient, with hazards' outlines; no Qt.

Drawn off the GUI thread, the newest wish first. Nothing of it is an exposure: no dose, no log.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.distance import DistanceBlock, blocks_near
from trainer.anatomy.patient import Patient, RadiographView
from trainer.attempt.events import Vec3
from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.exposure import anatomy_paths, expose, stored_paths
from trainer.imaging.look import grey_of
from trainer.session.exposed_view import letters_of
from trainer.session.projectors import FAST
from trainer.ui.presenters.angles import oblique_text, tilt_text
from trainer.ui.presenters.outline import inside_um, outline
from trainer.ui.presenters.studio_marks import Point
from trainer.ui.presenters.texts import tr

PREVIEW_PX = 384  # a side: a tenth of a second on two cores, sharp enough to aim at (design value)
TURNING_PX = 192  # while the hand turns the machine
PULSES = 12.0  # as a spot picture: little noise, for what one looks at is the anatomy
MARGIN_LEAST_MM = 0.1
Lines = tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class BeamRequest:
    """A picture that is wanted. hazards : (structure, margin mm) drawn round `about`.

    pose : None where the patient's own radiograph `stored` is wanted.
    """

    patient: Patient
    pose: CArmPose | None
    kvp: float = 75.0
    hazards: tuple[tuple[str, float], ...] = ()
    about: Point | None = None
    quick: bool = False
    stored: RadiographView | None = None


@dataclass(frozen=True, slots=True, eq=False)
class BeamDrawn:
    """What came of it. grey : uint8, square; outlines as `trainer.ui.presenters.outline`."""

    grey: NDArray[np.uint8]
    view: PinholeView
    letters: tuple[str, str, str, str]
    caption: str
    outlines: tuple[tuple[str, bool, Lines], ...] = ()


@dataclass(frozen=True, slots=True)
class Shot:
    """A preview's geometry, in the units of a log's exposure."""

    source_um: Vec3
    right_e9: Vec3
    down_e9: Vec3
    direction_e9: Vec3
    sid_um: int
    field_um: int


class BeamPainter:
    """Draws previews of one patient after the other; keeps what hazards cost. One thread each."""

    def __init__(self) -> None:
        self._blocks: tuple[str, Point, Mapping[str, DistanceBlock]] | None = None

    def draw(self, request: BeamRequest) -> BeamDrawn:
        """One picture."""
        if request.pose is None:
            assert request.stored is not None, "a picture is exposed or stored"
            return stored_drawn(request.stored)
        side = TURNING_PX if request.quick else PREVIEW_PX
        pose = replace(request.pose, matrix_px=side)
        paths = anatomy_paths(request.patient, pose.view, request.kvp, FAST.for_attempts())
        drawn = expose(paths, seed=0, exposure=1, pulses=PULSES)
        return BeamDrawn(
            np.asarray(grey_of(drawn.picture)),
            pose.view,
            _letters(pose.view),
            caption_of(pose),
            () if request.quick else self._outlines(request, pose),
        )

    def _outlines(
        self, request: BeamRequest, pose: CArmPose
    ) -> tuple[tuple[str, bool, Lines], ...]:
        about = request.about
        if about is None or not request.hazards or request.patient.labels is None:
            return ()
        fields, shot, about_um = self._fields(request.patient, about), shot_of(pose), _um(about)
        found = []
        for structure, margin_mm in request.hazards:
            field = fields.get(structure)
            if field is None:
                continue
            if margin_mm > MARGIN_LEAST_MM:
                wider = inside_um(field, about_um, margin_mm)
                found.append((structure, True, outline(shot, wider, about_um)))
            found.append((structure, False, outline(shot, inside_um(field, about_um), about_um)))
        return tuple(found)

    def _fields(self, patient: Patient, about: Point) -> Mapping[str, DistanceBlock]:
        """Distances round a place; made again only for another place or patient."""
        key = str(id(patient))
        kept = self._blocks
        if kept is None or kept[0] != key or kept[1] != about:
            kept = (key, about, blocks_near(patient, np.array([about])))
            self._blocks = kept
        return kept[2]


def stored_drawn(picture: RadiographView) -> BeamDrawn:
    """A patient's own radiograph, as it is."""
    drawn = expose(stored_paths(picture), seed=0, exposure=1, pulses=PULSES)
    words = f"{oblique_text(round(picture.oblique_deg * 1000))}  ·  "
    words += tilt_text(round(picture.tilt_deg * 1000))
    return BeamDrawn(
        np.asarray(grey_of(drawn.picture)), picture.view, _letters(picture.view), words
    )


def caption_of(pose: CArmPose) -> str:
    """Where the machine stands."""
    oblique, tilt = round(pose.oblique_deg * 1000.0), round(pose.tilt_deg * 1000.0)
    return f"{oblique_text(oblique)}  ·  {tilt_text(tilt)}"


def shot_of(pose: CArmPose) -> Shot:
    """The pose in a log's units."""
    right, down = pose.image_axes
    return Shot(
        _um(pose.source_world_mm),
        _e9(right),
        _e9(down),
        _e9(pose.receptor_direction),
        round(pose.sid_mm * 1000.0),
        round(pose.field_mm * 1000.0),
    )


def waiting_words(done: float, words: str) -> str:
    """How far a patient is."""
    return tr("Building the patient: {words}  {percent} %").format(
        words=tr(words), percent=round(100.0 * done)
    )


def work_words(done: float, words: str) -> str:
    """How far other work is."""
    return f"{tr(words)}  {round(100.0 * done)} %"


def _letters(view: PinholeView) -> tuple[str, str, str, str]:
    found = letters_of(view)
    return found["left"], found["right"], found["top"], found["bottom"]


def _um(point: Sequence[float] | NDArray[np.float64]) -> Vec3:
    x, y, z = (round(float(part) * 1000.0) for part in point)
    return (x, y, z)


def _e9(way: NDArray[np.float64]) -> Vec3:
    x, y, z = (round(float(part) * 1e9) for part in way)
    return (x, y, z)
