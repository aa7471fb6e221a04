"""The own call before the reveal: for each target where the tip was, whether it was safe; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from trainer.attempt.header import Target
from trainer.attempt.own_call import CERTAIN_PERCENT, GUESS_PERCENT, ON_TARGET
from trainer.ui.presenters.debrief_words import DIRECTIONS, target_text
from trainer.ui.presenters.texts import tr

FIRST_MM, MOST_MM = 3, 30  # offered at first; the most that the slider offers (design values)
FIRST_SURE = 70


class Said(NamedTuple):
    """A call as the log takes it."""

    target: int
    direction: str
    off_um: int
    safe: bool
    sure_percent: int


@dataclass(frozen=True, slots=True)
class CallRow:
    """What is said of one target so far. direction "" and safe None : not said yet."""

    target: int
    title: str
    direction: str = ""
    off_mm: int = FIRST_MM
    safe: bool | None = None
    sure_percent: int = FIRST_SURE

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return bool(self.direction) and self.safe is not None

    @property
    def off_is_asked(self) -> bool:
        """Whether a distance makes sense."""
        return self.direction not in ("", ON_TARGET)

    @property
    def off_text(self) -> str:
        """The distance in words."""
        return tr("{mm} mm off").format(mm=self.off_mm) if self.off_is_asked else tr("0 mm off")

    @property
    def sure_text(self) -> str:
        """The sureness in words."""
        words = tr("a guess") if self.sure_percent <= GUESS_PERCENT else ""
        words = tr("certain") if self.sure_percent >= CERTAIN_PERCENT else words
        told = tr("{percent} % sure").format(percent=self.sure_percent)
        return f"{told} ({words})" if words else told


class CallView(Protocol):
    """What the page can show."""

    def show_row(self, row: CallRow) -> None:
        """One target as it stands."""

    def show_ready(self, ready: bool, left: str) -> None:
        """Whether everything is said; left : what is missing."""


class CallPresenter:
    """What a trainee says on one page."""

    def __init__(self, targets: Sequence[Target], view: CallView) -> None:
        self._view = view
        self.rows = [
            CallRow(number, target_text(target)) for number, target in enumerate(targets, start=1)
        ]

    def open(self) -> None:
        """Show everything."""
        for row in self.rows:
            self._view.show_row(row)
        self._tell()

    def say_direction(self, target: int, direction: str) -> None:
        """Where the tip is from its target."""
        if direction in DIRECTIONS:
            self._set(target, direction=direction)

    def say_off(self, target: int, mm: int) -> None:
        """How far."""
        self._set(target, off_mm=min(MOST_MM, max(1, mm)))

    def say_safe(self, target: int, safe: bool) -> None:
        """Whether needle and heat kept their distance."""
        self._set(target, safe=safe)

    def say_sure(self, target: int, percent: int) -> None:
        """How sure one is of that."""
        self._set(target, sure_percent=min(CERTAIN_PERCENT, max(GUESS_PERCENT, percent)))

    @property
    def said(self) -> tuple[Said, ...]:
        """The calls, once every target has its own; () before."""
        if not all(row.is_whole for row in self.rows):
            return ()
        return tuple(
            Said(
                row.target,
                row.direction,
                row.off_mm * 1000 if row.off_is_asked else 0,
                bool(row.safe),
                row.sure_percent,
            )
            for row in self.rows
        )

    def _set(self, target: int, **said: object) -> None:
        row = replace(self.rows[target - 1], **said)  # type: ignore[arg-type]
        self.rows[target - 1] = row
        self._view.show_row(row)
        self._tell()

    def _tell(self) -> None:
        open_rows = [row for row in self.rows if not row.is_whole]
        left = ""
        if open_rows:
            row = open_rows[0]
            left = tr("Where was the tip?") if not row.direction else tr("Was it safe?")
            if len(self.rows) > 1:
                left = f"{tr('Target {number}').format(number=row.target)}: {left}"
        self._view.show_ready(not open_rows, left)
