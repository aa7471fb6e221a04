"""Look inside: by mouse alone and by keys alone; the screen never waits for a picture."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.imaging.inside_patient import BALL_RADIUS_MM, BALL_WORLD_MM, CORNER, ball_patient
from tests.ui.stand_ins import StandInPractice
from trainer.imaging.orbit_camera import OrbitCamera
from trainer.imaging.slice_picture import Marks
from trainer.imaging.slices import Cut
from trainer.imaging.solid_render import Detail, render_solid
from trainer.imaging.solid_scene import solid_scene
from trainer.imaging.styles import Style
from trainer.session.interior import Interior
from trainer.session.waiting import IN_SILENCE, Waiting
from trainer.ui.anatomy_screen import AnatomyScreen
from trainer.ui.main_window import MainWindow
from trainer.ui.presenters.anatomy import SWITCHES, hidden_styles
from trainer.ui.presenters.slices import SlicesPresenter, SlicesRequest, drawn_slices
from trainer.ui.presenters.solid import SolidPresenter, SolidRequest, drawn_solid

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
TARGET = np.array(CORNER)


@lru_cache
def inside() -> Interior:
    patient = ball_patient()
    scene = solid_scene(patient, TARGET, 26.0, target_world_mm=TARGET)
    camera = OrbitCamera(CORNER, height_mm=60.0)
    render_solid(scene, camera, (8, 8))
    return Interior("A ball", "T7-T8, left", patient, TARGET, scene, camera, Marks(TARGET))


@pytest.fixture(scope="module", autouse=True)
def kernels_and_their_threads() -> None:
    """Compiled, and the drawing pools awake, before a test counts threads."""
    presenter = SlicesPresenter(inside().patient, TARGET, inside().marks)
    drawn_slices(asked_of(presenter)[-1])


@pytest.fixture
def screen(dressed: QtBot) -> Iterator[AnatomyScreen]:
    holder, made = held(dressed, 1280, 640)
    drawn(dressed, made)
    yield made
    made.leave()
    holder.close()
    holder.deleteLater()


def held(qtbot: QtBot, width: int, height: int) -> tuple[QWidget, AnatomyScreen]:
    """A screen as the window holds it."""
    holder = QWidget()
    holder.resize(width, height)
    made = AnatomyScreen(inside(), holder)
    made.resize(width, height)
    with qtbot.waitExposed(holder):
        holder.show()
    holder.activateWindow()
    return holder, made


def asked_of(presenter: SlicesPresenter) -> list[SlicesRequest]:
    asked: list[SlicesRequest] = []
    presenter.ask = asked.append
    presenter.resize(96)
    return asked


def drawn(qtbot: QtBot, screen: AnatomyScreen) -> None:
    """Until what is shown is what was asked for, drawn fine."""

    qtbot.waitUntil(lambda: screen.drawn, timeout=30_000)


def wheel(view: QWidget, detents_up: int, modifiers: Qt.KeyboardModifier = MOD.NoModifier) -> None:
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle, view.mapToGlobal(middle), QPoint(), QPoint(0, 120 * detents_up),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def drag(qtbot: QtBot, view: QWidget, button: Qt.MouseButton, right: int, down: int) -> None:
    start = view.rect().center()
    qtbot.mousePress(view, button, pos=start)
    qtbot.mouseMove(view, start + QPoint(right, down))
    qtbot.mouseRelease(view, button, pos=start + QPoint(right, down))


def press(
    qtbot: QtBot, view: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = MOD.NoModifier
) -> None:
    qtbot.keyClick(view, key, modifier)


def test_a_drag_turns_and_the_near_side_follows_the_hand() -> None:
    presenter = SolidPresenter(inside().scene, inside().camera)
    asked: list[SolidRequest] = []
    presenter.ask = asked.append
    presenter.resize((96, 96))
    near = TARGET + np.array([0.0, 20.0, 0.0])
    before = presenter.camera.project(near, (96, 96))
    presenter.turn(20.0, 10.0)
    after = presenter.camera.project(near, (96, 96))
    assert after[0] > before[0]
    assert after[1] > before[1]
    assert [each.detail for each in asked] == [Detail.FINE, Detail.TURNING]
    presenter.settle()
    assert asked[-1].detail is Detail.FINE
    assert drawn_solid(asked[-1]).shape == (96, 96, 3)
    assert drawn_solid(asked[1]).shape == (48, 48, 3)


def test_a_pan_moves_the_picture_with_the_hand() -> None:
    presenter = SolidPresenter(inside().scene, inside().camera)
    before = presenter.camera.project(TARGET, (100, 100))
    presenter.pan(0.25, -0.1)
    after = presenter.camera.project(TARGET, (100, 100))
    assert np.allclose(after - before, [25.0, -10.0, 0.0])


def test_scrolling_back_and_forth_comes_back() -> None:
    presenter = SlicesPresenter(inside().patient, TARGET, inside().marks)
    for cut in Cut:
        presenter.scroll(cut, 3.0)
        moved = presenter.point_world_mm - TARGET
        assert np.isclose(moved @ presenter.plane(cut).normal, 3.0)
        presenter.scroll(cut, -3.0)
        assert np.allclose(presenter.point_world_mm, TARGET)


def test_the_three_slices_pass_through_the_point_wherever_it_is_put() -> None:
    presenter = SlicesPresenter(inside().patient, TARGET, inside().marks)
    asked = asked_of(presenter)
    presenter.point_at(Cut.AXIAL, 0.3, 0.6)
    presenter.point_at(Cut.SAGITTAL, 0.9, 0.1)
    for cut in Cut:
        assert abs(asked[-1].planes[cut].depth_mm_of(presenter.point_world_mm)) < 1e-9
    across, down = presenter.cross(Cut.SAGITTAL)
    assert np.allclose([across, down], [0.9, 0.1])


def test_the_pictures_follow_a_point_that_leaves_them() -> None:
    presenter = SlicesPresenter(inside().patient, TARGET, inside().marks)
    asked_of(presenter)
    presenter.go_to(TARGET + np.array([500.0, 0.0, 0.0]))
    for cut in Cut:
        assert all(0.0 <= part <= 1.0 for part in presenter.cross(cut))


def test_a_window_never_closes() -> None:
    presenter = SlicesPresenter(inside().patient, TARGET, inside().marks)
    presenter.window_by(-10_000.0, 5.0)
    assert presenter.window_hu[1] > 0.0


def test_every_kind_but_needle_and_lesion_has_its_switch() -> None:
    all_off = hidden_styles(frozenset(switch.id for switch in SWITCHES))
    assert set(Style) - all_off == {Style.NEEDLE, Style.LESION}  # what the trainee did stays


def test_the_mouse_turns_pans_zooms_and_comes_back(screen: AnatomyScreen, qtbot: QtBot) -> None:
    view, first = screen.solid, screen.solid.presenter.camera
    drag(qtbot, view, LEFT, 50, 0)
    assert view.presenter.camera.azimuth_deg == pytest.approx(20.0)
    drag(qtbot, view, RIGHT, 30, 20)
    assert view.presenter.camera.target_world_mm != first.target_world_mm
    wheel(view, 2)
    assert view.presenter.camera.height_mm < first.height_mm
    drawn(qtbot, screen)
    qtbot.mouseDClick(view, LEFT)
    assert view.presenter.camera == first
    drawn(qtbot, screen)


def test_keys_do_all_of_it_too(screen: AnatomyScreen, qtbot: QtBot) -> None:
    view, first = screen.solid, screen.solid.presenter.camera
    qtbot.waitUntil(view.hasFocus)
    press(qtbot, view, KEY.Key_Right)  # the eye to screen right: the receptor's way
    assert view.presenter.camera.azimuth_deg == pytest.approx(-5.0)
    press(qtbot, view, KEY.Key_Up)
    assert view.presenter.camera.elevation_deg == pytest.approx(5.0)
    press(qtbot, view, KEY.Key_Left, MOD.ShiftModifier)
    press(qtbot, view, KEY.Key_Plus)
    assert view.presenter.camera.height_mm < first.height_mm
    press(qtbot, view, KEY.Key_0)
    assert view.presenter.camera == first
    cut = screen.slices.cuts[Cut.AXIAL]
    press(qtbot, cut, KEY.Key_PageDown)
    assert np.allclose(screen.slices.presenter.point_world_mm, TARGET + np.array([0.0, 0.0, 1.0]))
    press(qtbot, cut, KEY.Key_Left)
    assert np.allclose(screen.slices.presenter.point_world_mm, TARGET + np.array([1.0, 0.0, 1.0]))
    press(qtbot, cut, KEY.Key_Minus)
    press(qtbot, cut, KEY.Key_0)
    assert np.allclose(screen.slices.presenter.point_world_mm, TARGET)


def test_a_click_on_bone_takes_the_slices_there(screen: AnatomyScreen, qtbot: QtBot) -> None:
    screen.legend.boxes["nerves"].click()
    with qtbot.waitSignal(screen.solid.picked):
        qtbot.mouseClick(screen.solid, LEFT, pos=screen.solid.rect().center() + QPoint(12, 9))
    point = screen.slices.presenter.point_world_mm
    assert abs(np.linalg.norm(point - BALL_WORLD_MM) - BALL_RADIUS_MM) < 0.5
    drawn(qtbot, screen)


def test_a_click_beside_bone_picks_nothing(screen: AnatomyScreen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(screen.solid.picked):
        qtbot.mouseClick(screen.solid, LEFT, pos=screen.solid.rect().center() + QPoint(280, 280))


def test_a_click_in_one_slice_moves_the_crosshair_in_all(
    screen: AnatomyScreen, qtbot: QtBot
) -> None:
    coronal = screen.slices.cuts[Cut.CORONAL]
    qtbot.mouseClick(coronal, LEFT, pos=coronal.rect().center() + QPoint(30, -20))
    moved = screen.slices.presenter.point_world_mm - TARGET
    assert moved[0] < -1.0  # screen right is the patient's right
    assert moved[2] > 1.0
    assert abs(moved[1]) < 1e-9
    wheel(coronal, -2)  # toward the hand: away from the viewer
    assert screen.slices.presenter.point_world_mm[1] == pytest.approx(TARGET[1] - 2.0)
    across = screen.slices.presenter.across_mm
    wheel(coronal, 1, MOD.ControlModifier)
    assert screen.slices.presenter.across_mm < across
    before = screen.slices.presenter.window_hu
    drag(qtbot, coronal, RIGHT, 20, 10)
    assert screen.slices.presenter.window_hu != before
    drawn(qtbot, screen)


def test_a_switch_takes_its_things_out_of_all_views(screen: AnatomyScreen, qtbot: QtBot) -> None:
    before = screen.solid.grab().toImage()
    screen.legend.boxes["nerves"].click()
    screen.legend.boxes["vessels"].click()
    drawn(qtbot, screen)
    assert screen.solid.presenter.hidden == {Style.NERVE, Style.ARTERY, Style.VEIN}
    assert screen.slices.presenter.hidden == screen.solid.presenter.hidden
    assert screen.solid.grab().toImage() != before


def test_one_can_stand_at_named_places(screen: AnatomyScreen, qtbot: QtBot) -> None:
    left = screen.findChild(QPushButton, "stand_left")
    assert left is not None
    qtbot.mouseClick(left, LEFT)
    assert screen.solid.presenter.camera.azimuth_deg == 90.0
    assert "90.0°" in screen.solid.presenter.caption
    drawn(qtbot, screen)
    assert "90.0°" in screen.solid.accessibleDescription()


def test_turning_never_waits_for_a_picture(dressed: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    waited: list[bool] = []

    def slow(request: SolidRequest) -> np.ndarray:
        waited.append(gate.wait(120.0))
        return drawn_solid(request)

    monkeypatch.setattr("trainer.ui.solid_view.drawn_solid", slow)
    holder, made = held(dressed, 900, 560)
    try:
        for _ in range(5):
            drag(dressed, made.solid, LEFT, 10, 0)
        assert waited == []  # no picture was finished meanwhile
        assert made.solid.shown is None
        gate.set()
        drawn(dressed, made)
        assert made.solid.shown is not None
        assert made.solid.shown.camera.azimuth_deg == pytest.approx(20.0)
    finally:
        gate.set()
        made.leave()
        holder.close()
        holder.deleteLater()


class InsidePractice(StandInPractice):
    """A library whose scenarios can be looked into."""

    looked: str = ""

    def look_inside(self, scenario_id: str, waiting: Waiting = IN_SILENCE) -> Interior:
        if self.refusal is not None:
            raise self.refusal
        self.looked = scenario_id
        return inside()


@pytest.fixture
def practice() -> InsidePractice:
    return InsidePractice()


@pytest.fixture
def window(dressed: QtBot, practice: InsidePractice) -> Iterator[MainWindow]:
    made = MainWindow(practice)
    made.resize(1280, 640)
    with dressed.waitExposed(made):
        made.show()
    made.activateWindow()
    dressed.waitUntil(made.isActiveWindow)
    made.open()
    dressed.waitUntil(lambda: made.home.cards.count() == 2)
    yield made
    made.close()
    made.deleteLater()


def test_home_opens_the_inside_of_the_chosen_scenario_and_comes_back(
    window: MainWindow, practice: InsidePractice, qtbot: QtBot
) -> None:
    qtbot.keyClick(window.home.cards, KEY.Key_Down)
    qtbot.mouseClick(window.home.inside_button, LEFT)
    qtbot.waitUntil(lambda: window.anatomy is not None)
    assert practice.looked == "other"
    assert practice.opened == []  # no attempt is begun by looking
    assert window.anatomy is not None
    assert window.anatomy.isVisible()
    qtbot.mouseClick(window.anatomy.home_button, LEFT)
    qtbot.waitUntil(lambda: window.anatomy is None)
    qtbot.waitUntil(lambda: window.home.isVisible() and not window.jobs.busy)
    qtbot.keyClick(window.home.cards, KEY.Key_I, MOD.ControlModifier)
    qtbot.waitUntil(lambda: window.anatomy is not None)
    qtbot.keyClick(window.anatomy.solid, KEY.Key_H, MOD.ControlModifier)
    qtbot.waitUntil(lambda: window.anatomy is None)


def test_closing_the_window_inside_leaves_no_thread(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.home.inside_button, LEFT)
    qtbot.waitUntil(lambda: window.anatomy is not None)
    window.close()
    assert window.anatomy is None
