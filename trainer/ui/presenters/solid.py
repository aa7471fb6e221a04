"""What the hand does to the 3D view, and what is to be drawn next; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray
from trainer.imaging.orbit_camera import OrbitCamera
from trainer.imaging.solid_render import Detail, pick_bone, render_solid
from trainer.imaging.solid_scene import SolidScene
from trainer.imaging.styles import Style
from trainer.ui.presenters.angles import oblique_text, tilt_text

TURN_DEG_PER_PX = 0.4  # half a turn across a small view (design value)
ZOOM_PER_DETENT = 1.15
KEY_TURN_DEG, KEY_PAN_MM = 5.0, 3.0
MOST_PX = 1024  # a side: beyond it a picture takes a second and shows no more (design value)


@dataclass(frozen=True, slots=True, eq=False)
class SolidRequest:
    """One picture to draw. size_px : (columns, rows) at full detail."""

    scene: SolidScene
    camera: OrbitCamera
    size_px: tuple[int, int]
    detail: Detail
    hidden: frozenset[Style]


def drawn_solid(request: SolidRequest) -> NDArray[np.uint8]:
    """The picture; a tenth of a second or more, so never on a GUI thread."""
    picture = render_solid(
        request.scene,
        request.camera,
        request.size_px,
        detail=request.detail,
        hidden=request.hidden,
    )
    return picture.rgb


class SolidPresenter:
    """Turns, zooms and picks; `ask` is called with each picture that is wanted."""

    def __init__(self, scene: SolidScene, camera: OrbitCamera) -> None:
        self._scene = scene
        self._first = camera
        self.camera = camera
        self.hidden: frozenset[Style] = frozenset()
        self._size_px = (64, 64)
        self.asked: SolidRequest | None = None
        self.ask: Callable[[SolidRequest], None] = lambda _request: None

    @property
    def caption(self) -> str:
        """Where one stands, in the C-arm's words."""
        camera = self.camera
        oblique, tilt = round(camera.azimuth_deg * 1000.0), round(camera.elevation_deg * 1000.0)
        return f"{oblique_text(oblique)}  ·  {tilt_text(tilt)}"

    def show(self, scene: SolidScene, first: OrbitCamera) -> None:
        """Another scene; the eye stays where it is as long as it looks at the same place."""
        moved = first.target_world_mm != self._first.target_world_mm
        self._scene, self._first = scene, first
        if moved:
            self.camera = first
        self.settle()

    def resize(self, size_px: tuple[int, int]) -> None:
        """The view has this many device pixels; no more than `MOST_PX` a side are drawn."""
        held = (min(MOST_PX, size_px[0]), min(MOST_PX, size_px[1]))
        if held != self._size_px:
            self._size_px = held
            self.settle()

    def turn(self, right_px: float, down_px: float) -> None:
        """The body follows the hand: dragged right, its near side goes right."""
        # The near side goes right when the eye goes left: azimuth grows (conventions).
        self._move(
            self.camera.turned(right_px * TURN_DEG_PER_PX, down_px * TURN_DEG_PER_PX),
        )

    def pan(self, right: float, down: float) -> None:
        """The picture follows the hand; in parts of its height."""
        height_mm = self.camera.height_mm
        self._move(self.camera.panned(-right * height_mm, -down * height_mm))

    def pan_mm(self, right_mm: float, down_mm: float) -> None:
        """The eye moves along the screen."""
        self._move(self.camera.panned(right_mm, down_mm))

    def zoom(self, detents: float) -> None:
        """Larger for positive detents."""
        self._move(self.camera.zoomed(ZOOM_PER_DETENT**detents))

    def stand(self, azimuth_deg: float, elevation_deg: float) -> None:
        """Look from there."""
        self._move(replace(self.camera, azimuth_deg=azimuth_deg, elevation_deg=elevation_deg))
        self.settle()

    def reset(self) -> None:
        """As it was at first."""
        self._move(self._first)
        self.settle()

    def hide(self, hidden: frozenset[Style]) -> None:
        """Leave these out."""
        self.hidden = hidden
        self.settle()

    def settle(self) -> None:
        """The hand rests: draw it fine."""
        self._draw(Detail.FINE)

    def picked(self, across: float, down: float) -> FloatArray | None:
        """The bone at a place of the picture, 0..1; None where there is none or it is hidden."""
        if Style.BONE in self.hidden:
            return None
        pixel = np.array([across, down]) * self._size_px - 0.5
        return pick_bone(self._scene, self.camera.ray(pixel, self._size_px))

    def _move(self, camera: OrbitCamera) -> None:
        if camera != self.camera:
            self.camera = camera
            self._draw(Detail.TURNING)

    def _draw(self, detail: Detail) -> None:
        self.asked = SolidRequest(self._scene, self.camera, self._size_px, detail, self.hidden)
        self.ask(self.asked)
