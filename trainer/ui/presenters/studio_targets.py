"""What the hand does to the case's targets: point, drag, nudge, choose; no Qt.

A synthetic patient's targets are names: a click chooses the corner nearest to it. A CT's are
points: they are dragged. What is dragged is one step of undo, made when it is let go.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from trainer.anatomy.levels import LEVELS, joints_of
from trainer.geometry.pinhole import PinholeView
from trainer.scenario.manuscript.edits import AddItem, Remove, SetValue
from trainer.scenario.manuscript.target_parts import target_on
from trainer.ui.presenters.studio import StudioPresenter
from trainer.ui.presenters.studio_marks import Mark, Pixel, Point, moved_on_beam
from trainer.ui.presenters.studio_scene import Scene
from trainer.ui.presenters.texts import tr

NEAR_MM, FAR_MM = 0.5, 5.0
NEAR_PX, FAR_PX = 1, 10  # on a radiograph


class TargetsDesk:
    """Acts on the targets of one case."""

    def __init__(self, presenter: StudioPresenter) -> None:
        self._presenter = presenter
        self.held: Point | None = None  # where the dragged one is now
        self._picture = ""  # the radiograph it is dragged in
        self._pixel: Pixel | None = None

    @property
    def targets(self) -> list[dict[str, Any]]:
        """The document's."""
        found = self._presenter.value(("targets",), [])
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    @property
    def at(self) -> int:
        """Which one is worked on."""
        return min(self._presenter.chosen_target, max(0, len(self.targets) - 1))

    @property
    def chosen(self) -> dict[str, Any] | None:
        """The one that is worked on."""
        return self.targets[self.at] if self.targets else None

    def lines(self) -> list[str]:
        """All of them in words: joint, nerve, bone, side."""
        return [
            tr("{at}  {joint}: MB {nerve} on {bone}, {side}").format(
                at=at + 1,
                joint=one.get("joint", "?"),
                nerve=str(one.get("nerve", "?")).removesuffix("-mb"),
                bone=one.get("bone", "?"),
                side=tr(str(one.get("side", "?"))),
            )
            for at, one in enumerate(self.targets)
        ]

    # On the pictures ---------------------------------------------------------------------------

    def press(self, view: PinholeView, mark: Mark | None, at: Pixel, scene: Scene) -> None:
        """On a beam: take hold of a target, or put the chosen one where one points."""
        if scene.patient.radiographs:
            self._press_picture(view, mark, at, scene)
        elif mark is not None and mark.kind == "target":
            self._presenter.choose_target(int(mark.id.split()[1]))
            self.held = mark.point_mm if mark.movable else None
        elif mark is not None:
            bone, side, _ = mark.id.split(".")
            self.name(bone, side)
        elif self._presenter.kind == "ct" and self.targets:
            self.held = moved_on_beam(view, scene.about, at)

    def drag(self, view: PinholeView, at: Pixel) -> None:
        """The held one follows; its depth along the beam stays."""
        if self.held is not None:
            self._pixel = at
            self.held = moved_on_beam(view, self.held, at)

    def carry(self, point: Point) -> None:
        """The held one follows in a slice."""
        self.held = point

    def let_go(self) -> None:
        """What was dragged is meant."""
        point, self.held = self.held, None
        pixel, self._pixel = self._pixel, None
        if point is None or not self.targets:
            return
        if self._picture:
            if pixel is not None:
                self.put_in(self._picture, pixel)
        else:
            self.put_at(point)

    @property
    def picture(self) -> str:
        """The radiograph in which the held one is dragged, "" elsewhere."""
        return self._picture

    def put_in(self, picture: str, pixel: Pixel, stroke: str = "") -> None:
        """The chosen target lies at this pixel (column, row) of a radiograph."""
        chosen = self.chosen
        if chosen is None:
            return
        points = dict(chosen.get("picture_points") or {})
        points[picture] = [round(float(part), 2) for part in pixel]
        words = tr("target in {picture}").format(picture=picture)
        self._presenter.set(("targets", self.at, "picture_points"), points, words, stroke)

    def _press_picture(self, view: PinholeView, mark: Mark | None, at: Pixel, scene: Scene) -> None:
        """On a radiograph: take hold of a target there, or say where the chosen one is."""
        picture = _picture_of(scene, view)
        if mark is not None:
            self._presenter.choose_target(int(mark.id.split()[1]))
        if not self.targets or not picture:
            return
        self._picture = picture
        self.held = mark.point_mm if mark is not None else moved_on_beam(view, (0.0, 0.0, 0.0), at)
        self._pixel = None if mark is not None else at

    def put_at(self, point: Point, stroke: str = "") -> None:
        """The chosen target of a CT lies here."""
        place = ("targets", self.at, "point_world_mm")
        if list(point) != self._presenter.value(place):
            self._presenter.set(place, list(point), tr("target moved"), stroke)

    def nudge(self, view: PinholeView, right: int, down: int, scene: Scene, *, far: bool) -> None:
        """Arrows: a CT's target moves in the picture; names go a level up or down, or over."""
        if not self.targets:
            return
        if scene.patient.radiographs:
            self._nudge_picture(view, right, down, scene, far=far)
            return
        if self._presenter.kind != "ct":
            self._step(right, down)
            return
        step = FAR_MM if far else NEAR_MM
        way = right * _unit(view.column_step_mm) + down * _unit(view.row_step_mm)
        x, y, z = (round(float(part), 2) for part in np.array(scene.about) + step * way)
        self.put_at((x, y, z), stroke=f"nudge {self.at}")

    def _nudge_picture(
        self, view: PinholeView, right: int, down: int, scene: Scene, *, far: bool
    ) -> None:
        """A pixel, or ten; the first arrow puts it into the middle of the picture."""
        picture, columns, rows = _picture_of(scene, view), *view.size_px
        before = scene.sights[self.at].get(picture) if self.at < len(scene.sights) else None
        step = 0 if before is None else FAR_PX if far else NEAR_PX
        column, row = before or (columns / 2.0, rows / 2.0)
        pixel = (column + step * right, row + step * down)
        self.put_in(picture, pixel, stroke=f"nudge {picture} {self.at}")

    def _step(self, right: int, down: int) -> None:
        chosen = self.chosen or {}
        bone, side = str(chosen.get("bone", "T7")), str(chosen.get("side", "left"))
        if right:  # seen from behind: the patient's left is on screen left
            side = "right" if right > 0 else "left"
        if bone in LEVELS:
            bone = LEVELS[min(len(LEVELS) - 1, max(0, LEVELS.index(bone) + down))]
        self.name(bone, side)

    # By name -----------------------------------------------------------------------------------

    def name(self, bone: str, side: str, joint: str | None = None) -> None:
        """The chosen target is on this bone and side; the first one where there is none."""
        old = self.chosen
        if joint is None and old is not None and old.get("joint") in joints_of(bone):
            joint = str(old["joint"])
        target = target_on(bone, side, joint, **self._where(bone, side))
        if old is None:
            self._presenter.change(AddItem(("targets",), target), label=tr("target added"))
        elif target != old:
            words = tr("target: {bone} {side}").format(bone=bone, side=tr(side))
            self._presenter.change(SetValue(("targets", self.at), target), label=words)

    def add(self) -> None:
        """One more: the other bone of the same joint where it is free, else the next level."""
        taken = {(one.get("bone"), one.get("side")) for one in self.targets}
        bone, side = self._free(taken)
        target = target_on(bone, side, **self._where(bone, side))
        self._presenter.choose_target(len(self.targets))
        self._presenter.change(AddItem(("targets",), target), label=tr("target added"))

    def remove(self) -> None:
        """The chosen one goes."""
        if self.targets:
            at = self.at
            self._presenter.choose_target(max(0, at - 1))
            self._presenter.change(Remove(("targets", at)), label=tr("target taken away"))

    def _free(self, taken: set[tuple[Any, Any]]) -> tuple[str, str]:
        last = self.targets[-1] if self.targets else {}
        bone, side = str(last.get("bone", "T7")), str(last.get("side", "left"))
        if not self.targets:
            return bone, side
        at = LEVELS.index(bone) if bone in LEVELS else 7
        below = [LEVELS[n] for n in range(at + 1, len(LEVELS))]
        above = [LEVELS[n] for n in range(at - 1, 0, -1)]
        free = (one for one in (*below, *above) if (one, side) not in taken)
        return next(free, bone), side

    def _where(self, bone: str, side: str) -> dict[str, Any]:
        """A CT's point where its landmarks do not know the corner: what is looked at now."""
        patient = self._presenter.bench.patient
        if self._presenter.kind != "ct" or patient is None:
            return {}
        if f"{bone}.{side}.tp_corner" in patient.landmarks:
            return {}
        near = patient.landmarks.get(f"{bone}.body_centre")
        scene = self._presenter.scene()
        point = near or (scene.about if scene is not None else (0.0, 0.0, 0.0))
        return {"point_world_mm": [round(float(part), 2) for part in point]}


def _picture_of(scene: Scene, view: PinholeView) -> str:
    """The radiograph that this view is of."""
    return next((one.name for one in scene.patient.radiographs if one.view is view), "")


def _unit(way: Any) -> Any:
    return way / np.linalg.norm(way)
