"""Slices of the studio: hazards and their margins lie where the distances say."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.imaging.inside_patient import CORNER, LUNG_BELOW_Y_MM, ball_patient
from trainer.app.wiring import wired
from trainer.imaging.slice_picture import Marks
from trainer.imaging.slices import Cut
from trainer.ui.presenters.slices import SlicesPresenter
from trainer.ui.presenters.studio_margins import MarginsPainter, MarginsRequest
from trainer.ui.presenters.studio_scene import Scene
from trainer.ui.studio.slices_stage import SlicesStage


@pytest.fixture(scope="module")
def scene() -> Scene:
    """A ball of bone before a flat lung, with the hazards of a shipped case."""
    scenario = wired().scenarios.load("place-t7-left")
    return Scene(ball_patient(), scenario, None, (CORNER,), scenario.tolerance_mm)


def test_outlines_lie_at_the_structure_and_at_its_margin(scene: Scene) -> None:
    presenter = SlicesPresenter(scene.patient, np.array(scene.about), Marks())
    presenter.resize(96)
    assert presenter.asked is not None
    painter = MarginsPainter()
    drawn = painter.draw(MarginsRequest(presenter.asked, scene.hazards, scene.about))
    block = painter.blocks(scene.patient, scene.about)["pleura"]
    seen = 0
    assert ("pleura", 5.0) in scene.hazards
    for cut, outlines in drawn.items():
        plane = presenter.plane(cut)
        for structure, margin, lines in outlines:
            assert structure == "pleura"  # the ball has neither canal nor foramen
            for line in lines:
                world = plane.world_of((np.array(line) + 0.5) * 96 - 0.5)
                away = block.at(world)
                assert np.allclose(world[:, 1], LUNG_BELOW_Y_MM + 5.0 * margin, atol=1.5)
                assert np.median(np.abs(away - (5.0 if margin else 0.0))) < 0.3
                seen += 1
    assert seen >= 4  # a structure and its margin, in more than one slice
    bare = painter.draw(MarginsRequest(presenter.asked, (), scene.about))
    assert bare == {}


def test_slices_are_outlined_where_hazards_are_the_matter(scene: Scene, qtbot: QtBot) -> None:
    stage = SlicesStage()
    qtbot.addWidget(stage)
    stage.resize(360, 130)
    stage.show_hazards(True)
    stage.show_scene(scene, (), "")
    stage.grab()  # laid out without a window
    assert stage.view is not None
    axial = stage.view.cuts[Cut.AXIAL]
    qtbot.waitUntil(lambda: bool(axial.outlines), timeout=30_000)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: stage.is_drawn, timeout=30_000)
    assert axial.outlined is axial.shown  # type: ignore[attr-defined]
    outlined = axial.grab().toImage()
    stage.show_hazards(False)
    qtbot.waitUntil(lambda: not axial.outlines, timeout=30_000)  # type: ignore[attr-defined]
    assert axial.grab().toImage() != outlined
    stage.close_thread()
