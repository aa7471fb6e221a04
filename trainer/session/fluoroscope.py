"""The machine's pictures of one patient: an exposure event and a state become a frame.

The anatomy of the last pose is kept, so a needle that moves under a still C-arm costs little. Not
for two threads at once: each user has its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Patient, PatientKind, RadiographView
from trainer.attempt.events import Exposed
from trainer.attempt.state import State
from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.brightness import LIMITS, DoseMode, Technique
from trainer.imaging.collimation import collimated
from trainer.imaging.exposure import AnatomyPaths, Exposure, anatomy_paths, expose, stored_paths
from trainer.imaging.look import enlarged, grey_of
from trainer.imaging.projector import Projector, Quality
from trainer.imaging.slice_projector import SliceProjector
from trainer.scenario.scenario import Scenario
from trainer.session.contrast import iodine_of, pools_of
from trainer.session.earlier_pulses import EarlierPulses
from trainer.session.exposed_view import FRAME_PX, MOVING_PX, letters_of, open_part_of, pose_of
from trainer.session.opening import machine_of
from trainer.session.seen_anatomy import SeenAnatomy
from trainer.session.steel import rods_of
from trainer.session.taken import sight_of

SIDEWAYS_DEG = 90.0  # the other way one looks at a spine


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A picture for a monitor.

    letters : patient directions at the edges, keys left, right, top, bottom.
    pixel_mm_at_isocentre : pixel pitch in the isocentre's plane. values : float32, shape (rows,
    columns), dense dark, mostly 0..1, so that a monitor's window does not band.
    """

    exposed: Exposed
    pixel_mm_at_isocentre: float
    letters: Mapping[str, str]
    values: NDArray[np.float32]

    @property
    def picture(self) -> NDArray[np.uint8]:
        """Its plain 8-bit grey; a monitor makes its own."""
        return grey_of(self.values)


class Fluoroscope:
    """Takes pictures of one patient.

    seed : of the noise. projector : draws all of them; None is the plain one, at once.
    """

    def __init__(
        self,
        scenario: Scenario,
        patient: Patient,
        seed: int,
        projector: Projector | None = None,
    ) -> None:
        self._machine = machine_of(scenario)
        self._kvp = scenario.machine.kvp
        self._iodine_g_cm3 = iodine_of(scenario.profile)
        self._patient = patient
        self._seed = seed
        self._projector = projector or SliceProjector()
        self._seen = SeenAnatomy(patient, self._projector)
        self._stored_paths: tuple[object, AnatomyPaths] | None = None
        self._earlier = EarlierPulses()

    def prepare(self, start: CArmPose) -> None:
        """Do what only a first picture must wait for, in both details: takes a quarter second.

        Copies of the voxels for this way of looking, tables of noise. What is kept of it serves
        every thread, so this may run beside `frame`.
        """
        if self._patient.kind is PatientKind.RADIOGRAPH:
            return
        whole = replace(start, matrix_px=FRAME_PX).view
        for view in (whole, whole.resized((MOVING_PX, MOVING_PX))):
            self.still(view, None)

    def prepare_sideways(self, start: CArmPose) -> None:
        """The same for a C-arm that has turned by a right angle: nobody is there at once."""
        self.prepare(replace(start, oblique_deg=start.oblique_deg + SIDEWAYS_DEG))

    def frame(self, exposed: Exposed, state: State, quality: Quality = Quality.LIVE) -> Frame:
        """The picture of an exposure, with whatever steel and contrast `state` holds.

        quality : as `trainer.session.taken` has it. A moving one is drawn of half as many pixels
        and shown in as many as every other.
        """
        stored = self._stored(exposed.view)
        view = self._view(exposed, stored, quality)
        exposure = self._detected(exposed, state, view, stored, quality)
        values = collimated(exposure.picture, open_part_of(exposed, view))
        if quality is Quality.MOVING:
            view = self._view(exposed, stored, Quality.LIVE)
            values = enlarged(values, view.size_px)
        pitch_mm = float(np.linalg.norm(view.column_step_mm)) * self._minification(
            exposed, view, stored
        )
        return Frame(exposed, pitch_mm, letters_of(view), values)

    def exposure(self, exposed: Exposed, state: State, quality: Quality = Quality.LIVE) -> Exposure:
        """What the receptor makes of an exposure, without the shutters' shadow: for DICOM."""
        stored = self._stored(exposed.view)
        view = self._view(exposed, stored, quality)
        return self._detected(exposed, state, view, stored, quality)

    def _detected(
        self,
        exposed: Exposed,
        state: State,
        view: PinholeView,
        stored: RadiographView | None,
        quality: Quality,
    ) -> Exposure:
        """What the receptor makes of one exposure, before the shutters' shadow is laid over it."""
        sight = sight_of(exposed)
        exposure = expose(
            self._paths(exposed, view, stored, quality),
            rods_of(state, exposed.t_ms),
            pools_of(state, self._iodine_g_cm3, exposed.t_ms),
            seed=self._seed,
            exposure=exposed.number,
            technique=_technique(exposed),
            earlier=self._earlier.before(exposed, sight),
        )
        self._earlier.drew(exposed, sight, exposure.pulse)
        return exposure

    def still(self, view: PinholeView, picture: RadiographView | None) -> Exposure:
        """One picture without needles, outside any attempt."""
        if picture is not None and self._patient.kind is PatientKind.RADIOGRAPH:
            paths = stored_paths(picture, view.size_px)
        else:
            paths = anatomy_paths(self._patient, view, self._kvp, self._projector)
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

    def _view(
        self, exposed: Exposed, picture: RadiographView | None, quality: Quality
    ) -> PinholeView:
        if picture is not None:
            columns, rows = picture.view.size_px
            scale = FRAME_PX / max(columns, rows)
            return picture.view.resized((round(columns * scale), round(rows * scale)))
        view = pose_of(exposed, self._machine).view
        return view.resized((MOVING_PX, MOVING_PX)) if quality is Quality.MOVING else view

    def _paths(
        self,
        exposed: Exposed,
        view: PinholeView,
        stored: RadiographView | None,
        quality: Quality,
    ) -> AnatomyPaths:
        if self._patient.kind is not PatientKind.RADIOGRAPH:
            return self._seen.paths(exposed, view, open_part_of(exposed, view), quality)
        assert stored is not None
        if self._stored_paths is None or self._stored_paths[0] != exposed.view:
            self._stored_paths = exposed.view, stored_paths(stored, view.size_px)
        return self._stored_paths[1]


def _technique(exposed: Exposed) -> Technique:
    return Technique(exposed.tube_v / 1e3, exposed.charge_nas / 1e6, exposed.pulse_us / 1e3)
