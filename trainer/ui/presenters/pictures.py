"""Which pictures the two monitors show: held, stored, cine, subtracted. Every act says "" or why
it could not be done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from trainer.attempt.events import Event
from trainer.ui.presenters.amounts import age_text
from trainer.ui.presenters.cine import Cine, CineShown
from trainer.ui.presenters.frame_store import FrameStore
from trainer.ui.presenters.shown import MonitorState, Picture
from trainer.ui.presenters.subtraction import fits, same_view, subtracted
from trainer.ui.presenters.texts import tr


@dataclass(frozen=True, slots=True)
class PicturesShown:
    """What the page of picture tools says. store : e.g. "2/5"."""

    cine: CineShown = field(default_factory=CineShown)
    store: str = ""
    subtracting: bool = False


class Pictures:
    """The live monitor's picture, the frame store on the reference monitor, the last run."""

    def __init__(self) -> None:
        self._held: Picture | None = None
        self._since_s = 0.0
        self._swapped = False
        self._store = FrameStore()
        self._cine = Cine()
        self._mask: Picture | None = None
        self._live: Picture | None = None

    @property
    def live(self) -> Picture | None:
        """The live monitor's picture: of the cine or held, less the mask while subtracting."""
        return self._live

    @property
    def reference(self) -> Picture | None:
        """The reference monitor's picture."""
        return self._store.shown

    @property
    def shown(self) -> PicturesShown:
        """What the tools say."""
        return PicturesShown(self._cine.shown, self._store.place, self._mask is not None)

    def hear(self, events: Iterable[Event]) -> None:
        """Follow the beam; one that comes on ends a cine."""
        was = self._cine.shown.at
        self._cine.hear(events)
        if was != self._cine.shown.at:
            self._refresh()

    def take(self, picture: Picture, now_s: float) -> None:
        """A picture has been drawn; one that is older than what is shown is not."""
        self._cine.add(picture)
        if self._held is not None and not self._swapped and picture.number < self._held.number:
            return
        self._held, self._since_s, self._swapped = picture, now_s, False
        self._refresh()

    def state(self, now_s: float, *, beam_on: bool) -> tuple[MonitorState, str]:
        """The live monitor's state and note. What is not live says so."""
        if beam_on:
            return MonitorState.LIVE, tr("LIVE")
        if self._held is None:
            return MonitorState.EMPTY, tr("No picture yet. Hold F for the beam, S for one picture.")
        if (cine := self._cine.shown).at:
            words = tr("HELD  CINE {at}/{count}").format(at=cine.at, count=cine.count)
            return MonitorState.HELD, words
        if self._swapped:
            return MonitorState.REFERENCE, tr("STORED")
        age = age_text(now_s - self._since_s)
        return MonitorState.HELD, tr("HELD  {age}").format(age=age)

    @property
    def reference_note(self) -> str:
        """The reference monitor's note."""
        return f"{tr('REFERENCE')} {self._store.place}".strip()

    def keep(self) -> str:
        """Store what the live monitor shows."""
        picture = self._cine.picture or self._held
        if picture is None:
            return tr("There is no picture to keep yet.")
        self._store = self._store.kept(picture)
        return ""

    def step_store(self, steps: int) -> str:
        """Another stored picture."""
        self._store = self._store.stepped(steps)
        return "" if self._store.pictures else tr("Nothing is stored yet; keep a picture first.")

    def swap(self, number_held: int | None, *, beam_on: bool) -> str:
        """Exchange what the monitors show. number_held : of the newest exposure."""
        held, reference = self._held, self._store.shown
        if held is None or reference is None or beam_on:
            return tr("Swapping needs two held pictures; keep one first.")
        self._cine.stop()
        self._held, self._store = reference, self._store.exchanged(held)
        self._swapped = number_held is None or reference.number != number_held
        self._refresh()
        return ""

    def subtract(self) -> str:
        """Subtract the shown stored picture from the live one from now on; again: no longer."""
        mask = self._store.shown
        if self._mask is not None:
            self._mask = None
            self._refresh()
            return tr("No longer subtracted.")
        if self._held is None or mask is None:
            return tr("Subtraction needs a mask: keep a picture first.")
        if not fits(self._held, mask):
            return tr("The stored picture has another size; it cannot be a mask.")
        self._mask = mask
        self._refresh()
        if same_view(self._held, mask):
            return tr("Stored picture {number} is subtracted.").format(number=mask.number)
        return tr("The mask was taken from elsewhere: more than contrast will differ.")

    def play(self) -> str:
        """Play or pause the last run."""
        return self._look(self._cine.toggle)

    def step_cine(self, frames: int) -> str:
        """To another picture of the last run."""
        return self._look(lambda: self._cine.step(frames))

    def cine_next(self) -> None:
        """The timer of a playing run."""
        self._cine.next()
        self._refresh()

    def cine_stop(self) -> None:
        """Back to the held picture."""
        self._cine.stop()
        self._refresh()

    def _look(self, act: Callable[[], None]) -> str:
        if not self._cine.shown.count:
            return tr("There is no run to replay yet; hold F for some seconds.")
        act()
        self._refresh()
        return ""

    def _refresh(self) -> None:
        picture = self._cine.picture or self._held
        mask = self._mask
        if picture is not None and mask is not None and fits(picture, mask):
            picture = subtracted(picture, mask)
        self._live = picture
