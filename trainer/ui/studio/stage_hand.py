"""What the hand does on the studio's pictures goes to the part that is shown when it happens."""

from __future__ import annotations

from collections.abc import Callable

from trainer.geometry.pinhole import PinholeView
from trainer.ui.presenters.studio_marks import Mark, Pixel
from trainer.ui.studio.beam_picture import BeamPicture
from trainer.ui.studio.page import Page
from trainer.ui.studio.stage import Stage

CurrentPart = Callable[[], Page]


def lead_hand(stage: Stage, part: CurrentPart) -> None:
    """Join the pictures' signals to the acts of a part."""
    for picture in (stage.behind, stage.beside, stage.turned):
        _lead_beam(picture, part)
    stage.slices.taken.connect(lambda mark: part().taken(mark))
    stage.slices.moved.connect(lambda point: part().moved(point))
    stage.slices.put.connect(lambda: part().put())


def _lead_beam(picture: BeamPicture, part: CurrentPart) -> None:
    def pressed(mark: Mark | None, at: Pixel) -> None:
        _on_view(picture, lambda view: part().pressed(view, mark, at))

    def dragged(at: Pixel) -> None:
        _on_view(picture, lambda view: part().dragged(view, at))

    def nudged(right: int, down: int, far: bool) -> None:
        _on_view(picture, lambda view: part().nudged(view, right, down, far=far))

    picture.pressed.connect(pressed)
    picture.dragged.connect(dragged)
    picture.released.connect(lambda: part().released())
    picture.nudged.connect(nudged)
    picture.turned.connect(lambda right, down: part().turned(right, down))


def _on_view(picture: BeamPicture, act: Callable[[PinholeView], None]) -> None:
    """Only where there is a picture."""
    if picture.shown is not None:
        act(picture.shown.view)
