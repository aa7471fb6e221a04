"""Practice aids in words and lines: only what is switched on, and nothing in an exam."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import dist
from typing import TYPE_CHECKING

import numpy as np

from trainer.attempt.events import Event, Exposed
from trainer.attempt.header import Target
from trainer.attempt.state import State
from trainer.attempt.step_kinds import Phase, Step
from trainer.attempt.steps import STEPS
from trainer.attempt.training import AIDS
from trainer.geometry.pinhole import FloatArray
from trainer.imaging.styles import DRAWN, Style
from trainer.ui.presenters.angles import oblique_text, tilt_text
from trainer.ui.presenters.orientation import Point
from trainer.ui.presenters.outline import Line, inside_um, on_picture, outline, place_on
from trainer.ui.presenters.texts import decimal, tr

if TYPE_CHECKING:
    from trainer.session.live_attempt import LiveAttempt

GOOD_DEG = 2.0  # a view nearer than this is the one to aim for
PLACEMENT_PHASES = (Phase.LEVEL, Phase.NEEDLE)
NOT_IN_PLACEMENT = ("skin-local", "depth-before-injection")


@dataclass(frozen=True, slots=True)
class AidsShown:
    """The sheet. offered : (id, words). on : those that are on. note : why fewer are offered."""

    offered: tuple[tuple[str, str], ...]
    on: tuple[str, ...]
    back: bool
    note: str


@dataclass(frozen=True, slots=True)
class AidLines:
    """What lies over a picture. lines : (style, lines). rings : (style, place, radius).

    words : one under the other; () and nothing else where no aid is on.
    """

    lines: tuple[tuple[Style, tuple[Line, ...]], ...] = ()
    rings: tuple[tuple[Style, Point, float], ...] = ()
    words: tuple[str, ...] = ()


class Aids:
    """The aids of one attempt."""

    def __init__(self, attempt: LiveAttempt) -> None:
        self._attempt = attempt

    def shown(self, state: State) -> AidsShown:
        """The sheet as it is now."""
        offer = self._attempt.offer
        withdrawn = len(AIDS) - len(offer.aids)
        note = tr("Each aid that is used marks the attempt: it then counts in no curve.")
        if withdrawn:
            note += " " + tr(
                "After {count} attempts at this task {withdrawn} aids are no longer offered."
            ).format(count=offer.earlier, withdrawn=withdrawn)
        offered = tuple((name, tr(AIDS[name])) for name in offer.aids)
        return AidsShown(offered, state.aids, offer.back, note)

    def over(self, shot: Exposed, state: State, events: Iterable[Event]) -> AidLines:
        """What lies over a picture: of what is switched on."""
        on = state.aids
        return AidLines(
            tuple(self._lines(shot, on)),
            tuple(self._rings(shot)) if "target" in on else (),
            tuple(self._words(state, tuple(events))),
        )

    def _lines(
        self, shot: Exposed, on: tuple[str, ...]
    ) -> Iterable[tuple[Style, tuple[Line, ...]]]:
        if "danger" not in on:
            return
        for target in self._targets:
            if len(target.nerve_um) > 1:
                yield Style.NERVE, _along(shot, target)
        for name, points in self._spaces.items():
            yield Style(name), outline(shot, points, self._targets[0].point_um)

    def _rings(self, shot: Exposed) -> Iterable[tuple[Style, Point, float]]:
        radius = self._attempt.header.tolerance_um * 1.0
        for target in self._targets:
            depth_um = dist(shot.source_um, target.point_um)
            size = radius * shot.sid_um / depth_um / shot.field_um
            yield Style.TARGET, place_on(shot, target.point_um), size

    def _words(self, state: State, events: Sequence[Event]) -> Iterable[str]:
        if "best_view" in state.aids:
            yield self._best_view(state)
        if "distance" in state.aids:
            yield self._distance(state)
        if "steps" in state.aids:
            yield tr("Next: {step}").format(step=self._next_step(events))

    def _best_view(self, state: State) -> str:
        tilt_mdeg = self._square_tilt_mdeg
        off_deg = max(abs(state.oblique_mdeg), abs(state.tilt_mdeg - tilt_mdeg)) / 1000.0
        if off_deg <= GOOD_DEG:
            return tr("View: the end plate is one line here")
        side = self._targets[0].side
        return tr("View: {oblique}, {tilt}").format(
            oblique=oblique_text(0, side), tilt=tilt_text(tilt_mdeg)
        )

    @cached_property
    def _square_tilt_mdeg(self) -> int:
        """The tilt at which the target level's upper end plate is one line; 0 where unknown."""
        marks, level = self._attempt.header.landmarks_um, self._targets[0].bone
        names = [f"{level}.upper_plate_{end}" for end in ("left", "right", "front", "back")]
        if not all(name in marks for name in names):
            return 0
        left, right, front, back = (np.array(marks[name], dtype=np.float64) for name in names)
        normal = np.cross(left - right, front - back)
        return round(float(np.degrees(np.arctan(-normal[1] / normal[2]))) * 1000.0)

    def _distance(self, state: State) -> str:
        needle = state.needle
        if needle is None:
            return tr("Tip to target: no needle in hand")
        mm = min(dist(needle.tip_um, target.point_um) for target in self._targets) / 1000.0
        return tr("Tip to target: {mm} mm").format(mm=decimal(f"{mm:.1f}"))

    def _next_step(self, events: Sequence[Event]) -> str:
        steps = steps_of(str(self._attempt.scenario.procedure))
        left = next((step for step in steps if not _is_done(step, events)), None)
        return tr("advance and prove the depth, then submit") if left is None else tr(left.title)

    @property
    def _targets(self) -> tuple[Target, ...]:
        return self._attempt.header.targets

    @cached_property
    def _spaces(self) -> dict[str, FloatArray]:
        """The inside of each danger structure round the first target, micrometres."""
        about = self._targets[0].point_um
        hazards = self._attempt.runner.world.hazards
        return {name: inside_um(field, about) for name, field in hazards}


def steps_of(procedure: str) -> tuple[Step, ...]:
    """The table's steps of a procedure; of a placement those of level and needle."""
    if procedure in ("block", "rhizotomy"):
        return tuple(step for step in STEPS if procedure in step.procedures)
    return tuple(
        step
        for step in STEPS
        if step.phase in PLACEMENT_PHASES
        and "block" in step.procedures
        and step.id not in NOT_IN_PLACEMENT
    )


def _is_done(step: Step, events: Sequence[Event]) -> bool:
    done = False
    for event in events:
        if step.since is not None and step.since.fits(event):
            done = False
        if any(one.fits(event) for one in step.done_by):
            done = True
    return done


def _along(shot: Exposed, target: Target) -> tuple[Line, ...]:
    places = on_picture(shot, np.array(target.nerve_um, dtype=np.float64))
    return (tuple((float(right), float(down)) for right, down in places),)


__all__ = ["DRAWN", "AidLines", "Aids", "AidsShown", "steps_of"]
