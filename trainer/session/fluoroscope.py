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
from trainer.attempt.events import Exposed, Vec3
from trainer.attempt.state import State
from trainer.geometry.carm import DEFAULT_SID_MM, CArmPose
from trainer.geometry.pinhole import PinholeView
from trainer.geometry.positioner import orientation_letters
from trainer.imaging.brightness import DoseMode, signal_kev_per_mm2, technique_for
from trainer.imaging.collimation import collimated
from trainer.imaging.exposure import AnatomyPaths, Exposure, anatomy_paths, expose, stored_paths
from trainer.imaging.look import grey_of
from trainer.imaging.needle_shadow import Rod
from trainer.imaging.thickness import OpenPart
from trainer.needle.catalogue import NEEDLES
from trainer.scenario.scenario import Scenario
from trainer.session.opening import machine_of
from trainer.session.projectors import WarmProjector

FRAME_PX = 512  # live matrix (DESIGN 3: the 512 option); stills use the machine's own
HUB_MM, HUB_DIAMETER_MM = 6.0, 3.0  # the steel part of a hub (design value)
POINTER_MM, POINTER_DIAMETER_MM = 70.0, 3.0  # a metal pointer lying on the skin (design value)
SPOT_PULSES = 4.0  # quanta of a single picture (trainer.imaging.brightness: four times a pulse's)
USUAL_WATER_G_CM2 = 19.0  # a thorax from behind, where noise was judged (brightness.py)


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
        return Frame(grey, exposed, pitch_mm, _letters(view), values)

    def exposure(self, exposed: Exposed, state: State) -> Exposure:
        """What the receptor makes of an exposure, without the shutters' shadow: for DICOM."""
        stored = self._stored(exposed.view)
        return self._detected(exposed, state, self._view(exposed, stored), stored)

    def _detected(
        self, exposed: Exposed, state: State, view: PinholeView, stored: RadiographView | None
    ) -> Exposure:
        """What the receptor makes of one exposure, before the shutters' shadow is laid over it."""
        kvp = exposed.tube_v / 1000.0
        paths = self._paths((exposed.view, *_pose_key(exposed)), view, stored, kvp)
        return expose(
            paths,
            rods_of(state),
            seed=self._seed,
            exposure=exposed.number,
            pulses=pulses_worth(exposed),
        )

    def still(self, view: PinholeView, picture: RadiographView | None) -> Exposure:
        """One picture without needles, outside any attempt."""
        paths = self._fresh(view, picture, self._kvp)
        return expose(paths, seed=self._seed, exposure=1, pulses=SPOT_PULSES)

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
        self, key: object, view: PinholeView, picture: RadiographView | None, kvp: float
    ) -> AnatomyPaths:
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self._fresh(view, picture, kvp))
        return self._kept[1]

    def _fresh(self, view: PinholeView, picture: RadiographView | None, kvp: float) -> AnatomyPaths:
        if self._patient.kind is PatientKind.RADIOGRAPH:
            assert picture is not None
            return stored_paths(picture, view.size_px)
        return anatomy_paths(self._patient, view, kvp, self._projector)


def _pose_key(exposed: Exposed) -> tuple[object, ...]:
    """What the anatomy's shadow depends on."""
    return (
        exposed.source_um,
        exposed.direction_e9,
        exposed.right_e9,
        exposed.field_um,
        exposed.sid_um,
        exposed.tube_v,
    )


def pose_of(exposed: Exposed, machine: CArmPose) -> CArmPose:
    """The C-arm's pose of an exposure, from the event and the machine's fixed SOD."""
    direction = np.array(exposed.direction_e9) / 1e9
    x, y, z = np.array(exposed.source_um) / 1000.0 + machine.sod_mm * direction
    return CArmPose(
        oblique_deg=exposed.oblique_mdeg / 1000.0,
        tilt_deg=exposed.tilt_mdeg / 1000.0,
        isocentre_world_mm=(float(x), float(y), float(z)),
        sid_mm=exposed.sid_um / 1000.0,
        sod_mm=machine.sod_mm,
        detector_rotation_deg=exposed.rotation_mdeg / 1000.0,
        field_mm=exposed.field_um / 1000.0,
        matrix_px=FRAME_PX,
    )


def pulses_worth(exposed: Exposed) -> float:
    """How much an exposure gives the open receptor, in pulses of a usual one."""
    usual = technique_for(USUAL_WATER_G_CM2, DoseMode.NORMAL)
    given = signal_kev_per_mm2(exposed.tube_v / 1e3, exposed.charge_nas / 1e6, exposed.sid_um / 1e3)
    return given / signal_kev_per_mm2(usual.kvp, usual.charge_mas_per_pulse, DEFAULT_SID_MM)


def open_part_of(exposed: Exposed, view: PinholeView) -> OpenPart:
    """The open rectangle as shares of the picture: left, top, right, bottom."""
    columns, rows = view.size_px
    width_um = float(np.linalg.norm(view.column_step_mm)) * columns * 1000.0
    height_um = float(np.linalg.norm(view.row_step_mm)) * rows * 1000.0
    left_um, right_um, top_um, bottom_um = exposed.shutters_um
    return (
        _share(left_um, width_um),
        _share(top_um, height_um),
        _share(right_um, width_um),
        _share(bottom_um, height_um),
    )


def _share(edge_um: int, whole_um: float) -> float:
    """Where an edge lies; whole micrometres make no seam at a field's border."""
    share = edge_um / whole_um + 0.5
    return float(round(share)) if abs(share - round(share)) < 1e-4 else share


def rods_of(state: State) -> tuple[Rod, ...]:
    """The steel in the beam: needle with its stylet and hub, or the pointer."""
    if state.needle is not None:
        model = NEEDLES[state.needle.model]
        tip, axis = _mm(state.needle.tip_um), np.array(state.needle.axis_e9) / 1e9
        hub = tip - axis * model.length_mm
        return (
            Rod(_point(hub), _point(tip), model.outer_diameter_mm),
            Rod(_point(hub - axis * HUB_MM), _point(hub), HUB_DIAMETER_MM),
        )
    if state.pointer_um is not None:
        tip = _mm(state.pointer_um)
        lying = np.array([0.0, POINTER_DIAMETER_MM / 2.0, 0.0])
        away = np.array([-0.6, 0.05, -0.8])  # toward the patient's right foot, where the hand is
        end = tip + lying + POINTER_MM * away
        return (Rod(_point(tip + lying), _point(end), POINTER_DIAMETER_MM),)
    return ()


def _mm(point_um: Vec3) -> NDArray[np.float64]:
    return np.array(point_um, dtype=np.float64) / 1000.0


def _point(point: NDArray[np.float64]) -> tuple[float, float, float]:
    x, y, z = (float(part) for part in point)
    return (x, y, z)


def _letters(view: PinholeView) -> dict[str, str]:
    right, down = view.column_step_mm, view.row_step_mm
    return {
        "right": orientation_letters(right)[:1],
        "left": orientation_letters(-right)[:1],
        "bottom": orientation_letters(down)[:1],
        "top": orientation_letters(-down)[:1],
    }
