"""Radiographs on their way into a case: what was found, what is marked, how well it fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.calibration import NotCalibratedError
from trainer.refusal import Refusal
from trainer.scenario.calibration import CalibrationMethod
from trainer.scenario.manuscript.edits import SetValue
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
        self.pictures = self.services.reader.read_pictures(paths, orientation)
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

    def rows(self, level: str) -> tuple[LandmarkRow, ...]:
        """The landmarks of a level with their clicks in the shown picture and their errors."""
        errors = self._errors()
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

    def verdict(self) -> tuple[bool, str]:
        """Whether what is marked can be taken, and a sentence why or how well."""
        if not self.pictures:
            return False, tr("Drop radiographs here, or choose them.")
        try:
            made = self.made()
        except Refusal as refusal:
            return False, tr_sentence(refusal.why) + "\n" + tr_sentence(refusal.next_step)
        return True, "\n".join(_fitted_words(one) for one in made)

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

    def take(self, bench: Workbench) -> tuple[CalibratedPicture, ...]:
        """Clean copies beside the case, the pictures as its patient; one step. Raises Refusal."""
        made = self.made()
        saved = saved_pictures(self.services, made)
        for one in saved:
            keep_bytes(bench, one.file, one.data)
        bench.change(SetValue(("patient",), patient_document(saved)))
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
