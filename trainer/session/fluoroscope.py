"""The machine's pictures of one patient: an exposure event and a state become a frame.

The anatomy of the last pose is kept, so a needle that moves under a still C-arm costs little. Not
for two threads at once: each user has its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Patient, PatientKind, RadiographView
from trainer.attempt.events import Exposed
from trainer.attempt.state import State
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.brightness import LIMITS, DoseMode, Technique
from trainer.imaging.collimation import collimated
from trainer.imaging.exposure import AnatomyPaths, Exposure, anatomy_paths, expose, stored_paths
from trainer.imaging.look import grey_of
from trainer.imaging.thickness import WHOLE, OpenPart
from trainer.scenario.scenario import Scenario
from trainer.session.earlier_pulses import EarlierPulses
from trainer.session.exposed_view import FRAME_PX, letters_of, open_part_of, pose_of
from trainer.session.opening import machine_of
from trainer.session.projectors import WarmProjector
from trainer.session.steel import rods_of


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A picture for a monitor.

    picture : uint8, shape (rows, columns), dense dark. letters : patient directions at the edges,
    keys left, right, top, bottom. pixel_mm_at_isocentre : pixel pitch in the isocentre's plane.
    values : float32, the same shape, mostly 0..1, so that a monitor's window does not band.
    """

    picture: NDArray[np.uint8]
    exposed: Exposed
    pixel_mm_at_isocentre: float
    letters: Mapping[str, str]
    values: NDArray[np.float32]


class Fluoroscope:
    """Takes pictures of one patient. seed : of the noise."""

    def __init__(self, scenario: Scenario, patient: Patient, seed: int) -> None:
        self._machine = machine_of(scenario)
        self._kvp = scenario.machine.kvp
        self._patient = patient
        self._seed = seed
        self._projector = WarmProjector()
        self._kept: tuple[object, AnatomyPaths] | None = None
        self._earlier = EarlierPulses()

    def frame(self, exposed: Exposed, state: State) -> Frame:
        """The picture of an exposure, with whatever steel `state` holds."""
        stored = self._stored(exposed.view)
        view = self._view(exposed, stored)
        exposure = self._detected(exposed, state, view, stored)
        values = collimated(exposure.picture, open_part_of(exposed, view))
        grey = exposure.display if values is exposure.picture else grey_of(values)
        pitch_mm = float(np.linalg.norm(view.column_step_mm)) * self._minification(
            exposed, view, stored
        )
        return Frame(grey, exposed, pitch_mm, letters_of(view), values)

    def exposure(self, exposed: Exposed, state: State) -> Exposure:
        """What the receptor makes of an exposure, without the shutters' shadow: for DICOM."""
        stored = self._stored(exposed.view)
        return self._detected(exposed, state, self._view(exposed, stored), stored)

    def _detected(
        self, exposed: Exposed, state: State, view: PinholeView, stored: RadiographView | None
    ) -> Exposure:
        """What the receptor makes of one exposure, before the shutters' shadow is laid over it."""
        place = _place(exposed)
        technique = _technique(exposed)
        exposure = expose(
            self._paths(exposed, place, view, stored),
            rods_of(state),
            seed=self._seed,
            exposure=exposed.number,
            technique=technique,
            earlier=self._earlier.before(exposed, place),
        )
        self._earlier.drew(exposed, place, exposure.pulse)
        return exposure

    def still(self, view: PinholeView, picture: RadiographView | None) -> Exposure:
        """One picture without needles, outside any attempt."""
        paths = self._fresh(view, picture, self._kvp, WHOLE)
        pulses = LIMITS[DoseMode.SPOT].dose_factor
        return expose(paths, seed=self._seed, exposure=1, pulses=pulses)

    def _minification(
        self, exposed: Exposed, view: PinholeView, picture: RadiographView | None
    ) -> float:
        """SOD / SID; a radiograph's isocentre is the world's origin."""
        if picture is None:
            return self._machine.sod_mm / exposed.sid_um * 1000.0
        receptor = view.pixel_world_mm(view.central_pixel) - view.source_world_mm
        sod_mm = float(-view.source_world_mm @ view.central_direction)
        return sod_mm / float(np.linalg.norm(receptor))

    def _stored(self, name: str) -> RadiographView | None:
        return next((one for one in self._patient.radiographs if one.name == name), None)

    def _view(self, exposed: Exposed, picture: RadiographView | None) -> PinholeView:
        if picture is None:
            return pose_of(exposed, self._machine).view
        columns, rows = picture.view.size_px
        scale = FRAME_PX / max(columns, rows)
        return picture.view.resized((round(columns * scale), round(rows * scale)))

    def _paths(
        self, exposed: Exposed, place: object, view: PinholeView, stored: RadiographView | None
    ) -> AnatomyPaths:
        if self._kept is None or self._kept[0] != place:
            open_part = open_part_of(exposed, view)
            self._kept = (place, self._fresh(view, stored, exposed.tube_v / 1e3, open_part))
        return self._kept[1]

    def _fresh(
        self, view: PinholeView, picture: RadiographView | None, kvp: float, open_part: OpenPart
    ) -> AnatomyPaths:
        if self._patient.kind is PatientKind.RADIOGRAPH:
            assert picture is not None
            return stored_paths(picture, view.size_px)
        return anatomy_paths(self._patient, view, kvp, self._projector, open_part=open_part)


def _technique(exposed: Exposed) -> Technique:
    return Technique(exposed.tube_v / 1e3, exposed.charge_nas / 1e6, exposed.pulse_us / 1e3)


def _place(exposed: Exposed) -> tuple[object, ...]:
    """What the anatomy's shadow depends on."""
    return (
        exposed.view,
        exposed.source_um,
        exposed.direction_e9,
        exposed.right_e9,
        exposed.field_um,
        exposed.sid_um,
        exposed.shutters_um,
        exposed.tube_v,
    )
