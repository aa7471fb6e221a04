"""Thickness is measured once for each way of looking."""

from __future__ import annotations

from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.thickness import WHOLE, OpenPart
from trainer.session.known_thickness import KEPT, remembered


def test_a_view_that_comes_back_is_not_measured_again() -> None:
    asked: list[float] = []

    def measure(view: PinholeView, open_part: OpenPart) -> float:
        asked.append(view.source_world_mm[0])
        return float(view.source_world_mm[0]) + open_part[0]

    thickness = remembered(measure)
    views = [CArmPose(oblique_deg=degrees).view for degrees in (0.0, 5.0, 0.0)]
    found = [thickness(view, WHOLE) for view in views]
    assert found == [float(view.source_world_mm[0]) for view in views]
    assert thickness(views[0], (0.25, 0.0, 1.0, 1.0)) == found[0] + 0.25
    assert len(asked) == 3


def test_only_so_many_are_kept() -> None:
    asked: list[None] = []

    def measure(_view: PinholeView, _part: OpenPart) -> float:
        asked.append(None)
        return 1.0

    thickness = remembered(measure)
    for degrees in range(KEPT + 1):
        thickness(CArmPose(oblique_deg=degrees / 10.0).view, WHOLE)
    thickness(CArmPose(oblique_deg=0.0).view, WHOLE)
    assert len(asked) == KEPT + 2
