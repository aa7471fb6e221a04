"""Radiographs on their way into a case: what was found, what is marked, how well it fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.calibration import NotCalibratedError
from trainer.refusal import Refusal
from trainer.scenario.calibration import CalibrationMethod
from trainer.scenario.manuscript.completion import completion
from trainer.scenario.manuscript.edits import Edit, Remove, SetValue, all_changed
from trainer.session.landmark_table import Click, World
from trainer.session.radiograph_calibration import (
    CalibratedPicture,
    Measured,
    by_landmarks,
    from_tags,
    in_plane,
    one_by_landmarks,
)
from trainer.session.radiograph_found import FoundPicture
from trainer.session.radiograph_import import known_landmarks, patient_document, saved_pictures
from trainer.session.services import Services
from trainer.session.studio.images import keep_bytes
from trainer.session.studio.workbench import Workbench
from trainer.ui.presenters.texts import tr, tr_sentence

LANDMARKS, RULER, BALL, TAGS = "landmarks", "ruler", "ball", "tags"
Pixel = tuple[float, float]


@dataclass(frozen=True, slots=True)
class LandmarkRow:
    """A landmark in the list. pixel : its click in the picture shown. error : "" without a fit."""

    name: str
    pixel: Pixel | None
    error: str


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """What a fit came to. errors : by landmark of the shown picture. made : () where it fails."""

    words: str
    errors: Mapping[str, str] = field(default_factory=dict)
    made: tuple[CalibratedPicture, ...] = ()


@dataclass(slots=True, eq=False)
class RadiographsDraft:
    """Pictures and marks before they are taken into the case. No Qt."""

    services: Services
    pictures: tuple[FoundPicture, ...] = ()
    places: Mapping[str, World] = field(default_factory=dict)
    clicks: dict[tuple[int, str], Pixel] = field(default_factory=dict)
    ends: list[Pixel] = field(default_factory=list)
    way: str = LANDMARKS
    length_mm: float = 50.0
    oblique_deg: float = 0.0
    shown: int = 0

    def read(self, paths: Sequence[Path], orientation: str | None) -> None:
        """Read pictures in the limited child; marks of earlier ones go. Raises Refusal."""
        self.show(self.services.reader.read_pictures(paths, orientation))

    def show(self, pictures: tuple[FoundPicture, ...]) -> None:
        """Work on these pictures; marks of earlier ones go."""
        self.pictures = pictures
        self.clicks.clear()
        self.ends.clear()
        self.shown = 0
        whole = all(picture.view is not None for picture in self.pictures)
        self.way = TAGS if whole else LANDMARKS

    def use_landmarks_of(self, name: str) -> None:
        """Places from a scenario's patient or a patient folder. Raises Refusal."""
        self.use_places(known_landmarks(self.services, name))

    def use_places(self, places: Mapping[str, World]) -> None:
        """Places by name, world mm; clicks on other names go."""
        self.places = dict(sorted(places.items()))
        self.clicks = {key: at for key, at in self.clicks.items() if key[1] in self.places}

    def levels(self) -> tuple[str, ...]:
        """The levels that have landmarks, in the order of their names."""
        return tuple(dict.fromkeys(name.partition(".")[0] for name in self.places))

    def rows(self, level: str, errors: Mapping[str, str]) -> tuple[LandmarkRow, ...]:
        """The landmarks of a level with their clicks in the shown picture and their errors."""
        names = [name for name in self.places if name.partition(".")[0] == level]
        return tuple(
            LandmarkRow(name, self.clicks.get((self.shown, name)), errors.get(name, ""))
            for name in names
        )

    def click(self, name: str, pixel: Pixel) -> None:
        """A landmark is here in the shown picture; or the next end of the ruler or ball."""
        if self.way == LANDMARKS:
            if name in self.places:
                self.clicks[self.shown, name] = pixel
        elif self.way != TAGS:
            self.ends = [*self.ends, pixel] if len(self.ends) < 2 else [pixel]

    def forget(self, name: str) -> None:
        """The landmark is not marked in the shown picture."""
        self.clicks.pop((self.shown, name), None)

    def marks(self) -> tuple[tuple[str, Pixel], ...]:
        """What is drawn on the shown picture."""
        if self.way == LANDMARKS:
            own = [(name, at) for (index, name), at in self.clicks.items() if index == self.shown]
            return tuple(own)
        return tuple((str(number), at) for number, at in enumerate(self.ends, 1))

    def as_it_stands(self) -> RadiographsDraft:
        """A copy that no later click changes: to be judged on another thread."""
        return replace(self, clicks=dict(self.clicks), ends=list(self.ends))

    def judged(self) -> Judged:
        """Whether what is marked can be taken, and why not or how well; some tenths of a second."""
        if not self.pictures:
            return Judged(tr("Drop radiographs here, or choose them."))
        errors = self._errors()
        if self.way == LANDMARKS and not self.places:
            return Judged(tr("Choose whose landmarks they are: where they lie must be known."))
        try:
            made = self.made()
        except Refusal as refusal:
            told = [f"{one.where}: {tr_sentence(one.message)}" for one in refusal.problems]
            words = [*(told or [tr_sentence(refusal.why)]), tr_sentence(refusal.next_step)]
            return Judged("\n".join(words), errors)
        return Judged("\n".join(_fitted_words(one) for one in made), errors, made)

    def made(self) -> tuple[CalibratedPicture, ...]:
        """The pictures with their geometry. Raises Refusal."""
        if self.way == TAGS:
            return from_tags(self.pictures)
        if self.way == LANDMARKS:
            return by_landmarks(self.pictures, self._all_clicks())
        if len(self.ends) < 2:
            raise Refusal(
                "The radiographs were not calibrated",
                "its two ends are not marked",
                "Click both ends in the picture",
            )
        first, second = self.ends
        measured = Measured(first, second, self.length_mm, oblique_deg=self.oblique_deg)
        return (in_plane(self.pictures, measured),)

    def take(
        self, bench: Workbench, made: tuple[CalibratedPicture, ...] = ()
    ) -> tuple[CalibratedPicture, ...]:
        """Clean copies beside the case, the pictures as its patient; one step. Raises Refusal.

        made : as `judged` found them, where that is known. What only a C-arm has (angles, margins,
        points in space) goes with the patient before.
        """
        made = made or self.made()
        saved = saved_pictures(self.services, made)
        for one in saved:
            keep_bytes(bench, one.file, one.data)
        edits = onto_pictures(bench.document, patient_document(saved))
        bench.change(*edits, label=tr("radiographs"))
        return made

    def grey8(self) -> NDArray[np.uint8] | None:
        """The shown picture for the screen: its middle 99 % of grey values over 8 bits."""
        if not self.pictures:
            return None
        grey = self.pictures[self.shown].grey
        low, high = np.percentile(grey[::4, ::4], (0.5, 99.5))
        scaled = (grey.astype(np.float32) - low) * (255.0 / max(float(high - low), 1.0))
        return np.asarray(np.clip(scaled, 0.0, 255.0), dtype=np.uint8)

    def notes(self) -> tuple[str, ...]:
        """What was found in the shown picture."""
        if not self.pictures:
            return ()
        picture = self.pictures[self.shown]
        return tuple(tr_sentence(one) for one in (*picture.notes, *picture.missing))

    def _all_clicks(self) -> list[Click]:
        return [
            Click(index, name, self.places[name], at) for (index, name), at in self.clicks.items()
        ]

    def _errors(self) -> dict[str, str]:
        """Errors of the shown picture's landmarks as soon as there are enough to say."""
        if self.way != LANDMARKS or not self.pictures:
            return {}
        own = [click for click in self._all_clicks() if click.picture == self.shown]
        try:
            found = one_by_landmarks(self.pictures[self.shown], own).errors
        except NotCalibratedError as error:
            found = error.errors
        return {one.name: f"{one.error_px:.1f} px · {one.error_mm:.2f} mm" for one in found}


ANGLES = (("start_pose",), ("required_views",))
POINTS = ("point_world_mm", "picture_points")


def onto_pictures(document: dict[str, Any], patient: Mapping[str, Any]) -> tuple[Edit, ...]:
    """Edits that lay these pictures on the table; views and start are told by their names."""
    fields = [name for (name,) in ANGLES] + ["hazards"]
    gone = [Remove((name,)) for name in fields if name in document]
    targets = [
        {
            key: value
            for key, value in one.items()
            if key not in ("point_world_mm", "picture_points")
        }
        for one in document.get("targets") or ()
        if isinstance(one, dict)
    ]
    moved: list[Edit] = [SetValue(("targets",), targets)] if targets else []
    edits = (SetValue(("patient",), patient), *moved, *gone)
    after = all_changed(document, edits)
    wanted = [one for one in completion(after) if isinstance(one, SetValue) and one.place in ANGLES]
    return (*edits, *wanted)


def _fitted_words(made: CalibratedPicture) -> str:
    if made.calibration.method is CalibrationMethod.TAGS:
        return tr("{name}: geometry from its tags").format(name=made.view.name)
    if made.calibration.method is CalibrationMethod.IN_PLANE:
        words = tr("{name}: a distance of 30 mm is known to {doubt:.1f} mm, in one plane only")
        return words.format(name=made.view.name, doubt=made.calibration.uncertainty_mm)
    words = tr("{name}: error {px:.1f} px = {mm:.2f} mm, rays within {doubt:.2f} mm")
    return words.format(
        name=made.view.name,
        px=made.rms_px,
        mm=made.rms_mm,
        doubt=made.calibration.uncertainty_mm,
    )
