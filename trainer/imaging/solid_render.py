"""The turnable 3D view as a picture, and what lies under a pixel of it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray
from trainer.imaging.orbit_camera import OrbitCamera, Ray, RayFan
from trainer.imaging.solid_field import SolidField, empty_field
from trainer.imaging.solid_scene import STYLES, SolidScene, Tubes, without
from trainer.imaging.styles import DRAWN, Pattern, Style
from trainer.imaging.turns import Turns

_TURNS = Turns()
_TOP, _BOTTOM = (38.0, 43.0, 49.0), (14.0, 16.0, 18.0)  # behind everything
# Where a tube is dark: every so many mm, for so many mm (design values).
_BANDS = {
    Pattern.RINGS: (3.0, 0.7),
    Pattern.SHORT_BANDS: (2.6, 1.1),
    Pattern.LONG_BANDS: (7.0, 2.2),
}
_NEEDLE_BAND = (10.0, 0.8)  # the rings of a shaft, 1 cm apart (teaching.md 5)
_PRINT = {Pattern.DOTS: 1, Pattern.LINES: 2, Pattern.HATCH: 3}
_PRINTS_ACROSS = 72  # of a veil's pattern, from the picture's top to its bottom
FAR_MM = 1e9
_BEFORE_MM = 3.0  # a nerve on the target does not hide it; a rib does


class Detail(Enum):
    """How carefully: the step along a ray in voxels, and every how many pixels."""

    TURNING = (1.0, 2)
    FINE = (0.5, 1)


@dataclass(frozen=True, slots=True, eq=False)
class SolidPicture:
    """What was seen.

    rgb : uint8 (rows, columns, 3). depth_mm : float64, from the eye to the nearest bone or tube,
    `FAR_MM` where there is none. style : int64, its place in `STYLES`, -1 where there is none.
    """

    rgb: NDArray[np.uint8]
    depth_mm: FloatArray
    style: NDArray[np.int64]


def render_solid(
    scene: SolidScene,
    camera: OrbitCamera,
    size_px: tuple[int, int],
    *,
    detail: Detail = Detail.FINE,
    hidden: Set[Style] = frozenset(),
) -> SolidPicture:
    """The scene from where the camera stands; `Detail.TURNING` gives half the pixels each way.

    hidden : styles that are left out.
    """
    stride, every = detail.value
    size = (max(2, size_px[0] // every), max(2, size_px[1] // every))
    fan = camera.fan(size)
    seen = _Seen(size)
    _draw_tubes(without(scene.tubes, hidden), camera, fan, size, seen)
    _paint(scene, camera, fan, hidden, stride, seen)
    picture = SolidPicture(seen.rgb, seen.depth, seen.what)
    if scene.target_world_mm is not None and Style.TARGET not in hidden:
        _mark(picture, camera.project(scene.target_world_mm, size))
    return picture


def pick_bone(scene: SolidScene, ray: Ray) -> FloatArray | None:
    """The first bone on a ray inside the region, world mm, shape (3,); None where there is none."""
    from trainer.imaging.solid_kernels import cast

    away = ray.origin_world_mm - scene.centre_world_mm
    along = float(away @ ray.direction)
    rest = along**2 - float(away @ away) + scene.radius_mm**2
    if rest <= 0.0:
        return None
    near, far = max(0.0, -along - rest**0.5), -along + rest**0.5
    bone = scene.bone
    t = cast(
        bone.values, bone.leap, bone.low_world_mm, bone.spacing_mm,
        ray.origin_world_mm, ray.direction, near, far, Detail.FINE.value[0],
    )  # fmt: skip
    return None if t < 0.0 else np.asarray(ray.origin_world_mm + t * ray.direction)


class _Seen:
    """The buffers of one picture."""

    def __init__(self, size_px: tuple[int, int]) -> None:
        shape = size_px[::-1]
        self.depth = np.full(shape, FAR_MM)
        self.what = np.full(shape, -1, np.int64)
        self.place = np.zeros(shape)
        self.normal = np.zeros((*shape, 3))
        self.rgb = np.empty((*shape, 3), np.uint8)


def _draw_tubes(
    tubes: Tubes, camera: OrbitCamera, fan: RayFan, size: tuple[int, int], seen: _Seen
) -> None:
    from trainer.imaging.solid_kernels import draw_tubes

    if not len(tubes.style):
        return
    ends = [camera.project(p, size) for p in (tubes.start_world_mm, tubes.end_world_mm)]
    larger = camera.distance_mm / np.maximum(np.minimum(*(e[:, 2] for e in ends)), 1.0)
    reach = tubes.radius_mm / camera.mm_per_pixel(size) * (larger if camera.perspective else 1.0)
    low: FloatArray = np.minimum(*ends)[:, :2] - reach[:, None] - 1.0
    high: FloatArray = np.maximum(*ends)[:, :2] + reach[:, None] + 2.0
    behind: NDArray[np.bool_] = np.asarray(np.isnan(low + high).any(axis=1))
    edge = np.array(size)
    low, high = (np.clip(np.where(behind[:, None], 0.0, end), 0, edge) for end in (low, high))
    boxes = np.stack([low[:, 0], high[:, 0], low[:, 1], high[:, 1]], axis=1).astype(np.int64)
    draw_tubes(
        fan.origins, fan.directions, tubes.start_world_mm, tubes.end_world_mm, tubes.radius_mm,
        tubes.style, tubes.arc_mm, boxes, seen.depth, seen.what, seen.place, seen.normal,
    )  # fmt: skip


def _paint(
    scene: SolidScene,
    camera: OrbitCamera,
    fan: RayFan,
    hidden: Set[Style],
    stride: float,
    seen: _Seen,
) -> None:
    from trainer.imaging.solid_paint import paint_rows

    right, down, toward_eye = camera.axes
    lesions = () if Style.LESION in hidden else scene.lesions
    eggs = np.array([(one.axes / one.semi_axes_mm).T for one in lesions]).reshape(-1, 3, 3)
    egg_centres = np.array([one.centre_world_mm for one in lesions]).reshape(-1, 3)
    veiled = (Style.PLEURA, Style.CANAL)
    veils = tuple(
        _crossed(empty_field() if style in hidden else field)
        for style, field in zip(veiled, (scene.pleura, scene.canal), strict=True)
    )
    rows = seen.depth.shape[0]
    background = np.linspace(_TOP, _BOTTOM, rows)
    bone = scene.bone

    def work(turn: int, turns: int) -> None:
        paint_rows(
            turn, turns, fan.origins, fan.directions, np.stack([right, -down, toward_eye]),
            scene.centre_world_mm, scene.radius_mm, camera.distance_mm,
            bone.values, bone.leap, bone.crowd, bone.low_world_mm, bone.spacing_mm,
            Style.BONE not in hidden, stride,
            veils, np.array([DRAWN[s].rgb for s in veiled], float),
            np.array([_PRINT[DRAWN[s].pattern] for s in veiled]),
            eggs, egg_centres, np.array(DRAWN[Style.LESION].rgb, float),
            _COLOURS, _PERIODS[:, 0].copy(), _PERIODS[:, 1].copy(), background,
            max(4.0, rows / _PRINTS_ACROSS),
            seen.depth, seen.what, seen.place, seen.normal, seen.rgb,
        )  # fmt: skip

    _TURNS.run(work)


def _crossed(
    field: SolidField,
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], FloatArray, float]:
    return field.values, field.leap, field.low_world_mm, field.spacing_mm


def _bands(style: Style) -> tuple[float, float]:
    return _NEEDLE_BAND if style is Style.NEEDLE else _BANDS.get(DRAWN[style].pattern, (1.0, 0.0))


_COLOURS = np.array([DRAWN[style].rgb for style in STYLES], float)
_PERIODS = np.array([_bands(style) for style in STYLES])


def _mark(picture: SolidPicture, at: FloatArray) -> None:
    """A ring round the target: whole where it is seen, broken where something lies before it."""
    rows, columns = picture.depth_mm.shape
    if np.isnan(at).any() or not (0 <= at[0] < columns and 0 <= at[1] < rows):
        return
    radius = max(5.0, rows / 48.0)
    row, column = np.ogrid[:rows, :columns]
    away = np.hypot(column - at[0], row - at[1])
    turn = np.arctan2(row - at[1], column - at[0])
    seen = picture.depth_mm[round(at[1]), round(at[0])] > at[2] - _BEFORE_MM
    drawn = np.mod(turn * 8.0 / np.pi, 2.0) < (2.0 if seen else 1.0)
    wide = max(1.0, rows / 400.0)
    off: FloatArray = np.where(drawn, np.abs(away - radius), np.inf)
    for reach, grey in ((1.9 * wide, (0, 0, 0)), (wide, DRAWN[Style.TARGET].rgb)):
        picture.rgb[off < reach] = grey
