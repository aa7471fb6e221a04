"""A vertebra of known numbers is read as it was made, straight and turned, fine and coarse."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from tests.anatomy.measure.shapes import FACET_X, Numbers, turned, vertebra, voxels
from trainer.anatomy.levels import Side
from trainer.anatomy.measure.axes import Axes
from trainer.anatomy.measure.column import disc_above
from trainer.anatomy.measure.readings import Key, Readings, _arch, _body
from trainer.anatomy.measure.vertebra import Vertebra, found

N = Numbers()
# name: truth, most the ruler may err at 0.7 mm (mm or degrees).
PLATES = {
    "posterior body height": (N.height, 0.5),
    "anterior body height": (N.height, 0.5),
    "upper end-plate width": (N.width, 0.3),
    "lower end-plate width": (N.width, 0.3),
    "upper end-plate depth": (N.depth, 0.3),
    "lower end-plate depth": (N.depth, 0.3),
    "canal depth": (N.canal_depth, 0.5),
    "spinous process slope": (N.sp_down_deg, 2.0),
}
SIDED = {
    "pedicle width": (N.pedicle_width, 0.4),
    "pedicle height": (N.pedicle_height, 0.4),
    "pedicle convergence": (N.converge_deg, 2.0),
    "transverse process reach": (N.reach, 0.4),
    "transverse process backward": (N.tp_back_deg, 2.0),
    "transverse process height": (N.tp_height, 0.4),
    "transverse process thickness": (N.tp_thickness, 0.4),
    "lamina height": (N.lamina_height, 0.5),
    "lamina thickness": (N.lamina_thickness, 0.3),
    "facet joint space": (N.joint, 0.3),
    "facet joint off frontal": (N.joint_off_deg, 3.0),
    "facet joint from mid-line": (FACET_X, 1.0),
}
TURNS = {"straight": turned(), "turned": turned(8.0, 3.0, 18.0)}
POSTURES = pytest.mark.parametrize("posture", TURNS)


@functools.cache
def seen(posture: str, spacing_mm: float, rib_gap: float | None) -> tuple[Vertebra, Readings]:
    axes: Axes = TURNS[posture]
    density = voxels(vertebra(N, rib_gap=rib_gap), axes, spacing_mm)
    near = axes.world(np.array([1.5, -1.0, 1.0]))  # a rough click
    up, left = axes.direction((0.05, 0.1, 1.0)), axes.direction((1.0, 0.1, 0.0))
    one = found(density, "T7", near, up, left)
    assert one is not None
    return one, _body("T7", one) | _arch("T7", one, None)


@POSTURES
def test_its_own_axes_are_found_to_a_degree_and_a_half(posture: str) -> None:
    one, _ = seen(posture, 0.7, 1.75)
    away = TURNS[posture].columns.T @ one.axes.columns
    assert np.degrees(np.arccos(np.clip(np.diag(away), -1.0, 1.0))).max() < 1.5
    assert np.abs(TURNS[posture].local(one.axes.origin_world_mm)).max() < 0.4


@POSTURES
@pytest.mark.parametrize("name", PLATES)
def test_body_and_process_in_the_midline_are_read_as_made(posture: str, name: str) -> None:
    truth, error = PLATES[name]
    assert seen(posture, 0.7, 1.75)[1][Key(name, "T7")] == pytest.approx(truth, abs=error)


@POSTURES
@pytest.mark.parametrize("name", SIDED)
@pytest.mark.parametrize("side", Side)
def test_each_side_is_read_as_made(posture: str, name: str, side: Side) -> None:
    truth, error = SIDED[name]
    value = seen(posture, 0.7, 1.75)[1][Key(name, "T7", side)]
    assert value == pytest.approx(truth, abs=error)


@POSTURES
def test_the_disc_is_read_as_made(posture: str) -> None:
    disc = disc_above(seen(posture, 0.7, 1.75)[0])
    found_mm = (disc.anterior_mm, disc.posterior_mm, disc.central_mm)
    assert found_mm == pytest.approx([N.disc] * 3, abs=0.4)


def test_voxels_twice_as_coarse_blur_a_millimetre_of_cortex_by_half_a_millimetre_a_face() -> None:
    _, readings = seen("straight", 1.5, None)
    for name in ("upper end-plate width", "lower end-plate width"):
        assert readings[Key(name, "T7")] == pytest.approx(N.width, abs=0.7)
    for side in Side:
        assert readings[Key("pedicle width", "T7", side)] == pytest.approx(6.0, abs=0.5)
        assert readings[Key("pedicle height", "T7", side)] == pytest.approx(12.0, abs=0.7)
        assert readings[Key("pedicle convergence", "T7", side)] == pytest.approx(12.0, abs=2.0)
    assert readings[Key("posterior body height", "T7")] == pytest.approx(N.height, abs=1.1)
    assert readings[Key("transverse process span", "T7")] == pytest.approx(60.0, abs=1.0)


def test_nothing_is_found_where_there_is_no_vertebra() -> None:
    axes = turned()
    density = voxels([[lambda points: np.full(len(points), 9.0)]], axes, 1.5)
    assert found(density, "T7", axes.world(np.zeros(3)), axes.up, axes.left) is None
