"""A drill on the screen: what it asks now, what came of the last answer, when it is over.

Truth is computed from the log only after an answer stands in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from trainer.attempt.commands import Answer, BeamOff, Command, NextItem, SetAid, Submit
from trainer.attempt.drill import Ask, DrillTask
from trainer.attempt.events import (
    Event,
    Exposed,
    Injected,
    ItemSet,
    LesionRead,
    NotPossible,
    PatientSaid,
    Stimulated,
)
from trainer.attempt.state import State
from trainer.scoring.drills.answers import (
    contrast_right,
    contrast_truth,
    corner_off_um,
    generator_right,
    generator_truth,
    items_of,
)
from trainer.scoring.drills.outcome import DrillView
from trainer.session.drill_acts import acts_of
from trainer.ui.presenters.drill_words import (
    CHOICES,
    SUBJECTS,
    ask_text,
    drill_of,
    number_text,
)
from trainer.ui.presenters.first_minute import beat_at
from trainer.ui.presenters.texts import decimal, tr
from trainer.ui.presenters.voice import said

if TYPE_CHECKING:
    from trainer.session.live_attempt import LiveAttempt
    from trainer.session.runner import Snapshot

REVEALS = ("danger", "target", "distance")


@dataclass(frozen=True, slots=True)
class DrillShown:
    """The card. choices : (id, words). points : whether the picture is to be tapped. next_text,
    done_text : "" where that button is not there. feedback : of the last answer; good : whether it
    was right, None where nothing was judged.
    """

    title: str
    ask: str
    place: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    points: bool = False
    next_text: str = ""
    done_text: str = ""
    feedback: str = ""
    good: bool | None = None


class DrillCardView(Protocol):
    """What shows a drill."""

    def show_drill(self, shown: DrillShown) -> None:
        """The card."""


class DrillPresenter:
    """One drill. All methods run on the screen's thread."""

    def __init__(self, attempt: LiveAttempt, view: DrillCardView) -> None:
        task = attempt.header.drill
        assert task is not None
        self._attempt, self._view, self._task = attempt, view, task
        self._drill = drill_of(task.id)
        self._events: list[Event] = []
        self._seen_seq = -1
        self._shown: DrillShown | None = None

    @property
    def task(self) -> DrillTask:
        """What is drilled."""
        return self._task

    @property
    def wants_point(self) -> bool:
        """Whether a tap on the picture is an answer now."""
        ask = self._asked(self._state)
        return ask is not None and not ask.choices and self._state.held is not None

    def open(self) -> None:
        """Show the drill; its first item comes by itself."""
        if self._task.items and not self._state.item:
            self.next()
        self._show()

    def receive(self, snapshot: Snapshot) -> None:
        """Take a snapshot in."""
        if snapshot.events:
            if snapshot.seq == self._seen_seq:  # a movement that grew
                self._events = self._events[: self._kept]
            self._kept, self._seen_seq = len(self._events), snapshot.seq
            self._events += snapshot.events
        if any(isinstance(event, Injected) for event in snapshot.events):
            self._send(lambda t_ms: BeamOff(t_ms, "released"))
        self._show()

    _kept = 0

    def next(self) -> None:
        """The next item, and what the program does with it."""
        items, at = self._task.items, self._state.item
        if at >= len(items):
            self._send(Submit)
            return
        for command_at in (NextItem, *acts_of(items[at])):
            self._send(command_at)

    def done(self) -> None:
        """The task is done; the first minute shows the truth before it ends."""
        if self._is_first and REVEALS[0] not in self._state.aids:
            for aid in REVEALS:
                self._send(partial(_aid_on, aid))
            return
        self._send(lambda t_ms: BeamOff(t_ms, "released"))
        self._send(Submit)

    def choose(self, choice: str) -> None:
        """Answer with one of the choices."""
        ask = self._asked(self._state)
        if ask is not None:
            self._send(lambda t_ms: Answer(t_ms, ask.subject, choice))

    def tap(self, right_um: int, down_um: int) -> None:
        """Answer with a point of the held picture."""
        ask = self._asked(self._state)
        if ask is not None and not ask.choices:
            self._send(lambda t_ms: Answer(t_ms, ask.subject, "", right_um, down_um))

    @property
    def skips(self) -> bool:
        """Whether Esc leaves: only the first minute is offered without being asked for."""
        return self._is_first

    @property
    def _is_first(self) -> bool:
        return self._task.measure == "first-minute"

    @property
    def answered_all(self) -> bool:
        """Whether the present item is answered, so that the next may come."""
        return bool(self._state.item) and self._asked(self._state) is None

    @property
    def _state(self) -> State:
        return self._attempt.runner.snapshot.state

    def _send(self, command_at: Callable[[int], Command]) -> None:
        self._attempt.runner.send(command_at)

    def _asked(self, state: State) -> Ask | None:
        if not state.item:
            return None
        asks = self._task.items[state.item - 1].asks
        return asks[state.answered] if state.answered < len(asks) else None

    def _show(self) -> None:
        shown = self._item_card() if self._task.items else self._room_card()
        if shown != self._shown:
            self._shown = shown
            self._view.show_drill(shown)

    def _room_card(self) -> DrillShown:
        target = self._attempt.header.targets[0]
        if self._is_first:
            beat = beat_at(self._attempt.header, self._state, self._events)
            seen = REVEALS[0] in self._state.aids
            done = tr("Finish") if seen else tr("Reveal") if beat.last else ""
            return DrillShown(tr(self._drill.title), tr(beat.text), beat.place, done_text=done)
        ask = ask_text(self._drill, target.bone, target.side)
        shots = sum(isinstance(event, Exposed) for event in self._events)
        return DrillShown(tr(self._drill.title), ask, _pictures(shots), done_text=tr("Done"))

    def _item_card(self) -> DrillShown:
        state, items = self._state, self._task.items
        place = tr("{number} of {all}").format(number=max(1, state.item), all=len(items))
        if not state.item:
            return DrillShown(tr(self._drill.title), tr(self._drill.ask), place)
        item, ask = items[state.item - 1], self._asked(state)
        feedback, good = self._feedback() if ask is None else (self._panel(), None)
        last = state.item >= len(items)
        return DrillShown(
            tr(self._drill.title),
            tr(SUBJECTS[ask.subject]).format(level=item.level, side=tr(item.side))
            if ask
            else tr(self._drill.ask),
            place,
            tuple((name, tr(CHOICES[name])) for name in ask.choices) if ask else (),
            points=ask is not None and not ask.choices,
            next_text="" if ask else tr("Result") if last else tr("Next"),
            feedback=feedback,
            good=good,
        )

    def _panel(self) -> str:
        """What generator and patient have told of this case: read, felt and seen, no more."""
        if self._task.measure != "generator":
            return ""
        lines: list[str] = []
        for event in self._events:
            if isinstance(event, ItemSet):
                lines = []
            elif isinstance(event, Stimulated):
                volt = decimal(f"{event.millivolts / 1000.0:.1f}")
                words = tr("{hz} Hz, {volt} V, {ohm} ohm:")
                lines.append(words.format(hz=event.hz, volt=volt, ohm=event.ohm))
            elif isinstance(event, LesionRead):
                words = tr("Heat, {s} s: {c} °C, {ohm} ohm")
                degrees = event.electrode_decic // 10
                lines.append(words.format(s=event.after_s, c=degrees, ohm=event.ohm))
            elif isinstance(event, PatientSaid):
                lines.append(said(event))
        return "\n".join(lines)

    def _feedback(self) -> tuple[str, bool | None]:
        """What came of the item's answers, now that they stand in the log."""
        happened = tuple(_counted(self._events))
        view = DrillView(self._attempt.header, self._task, happened)
        seen = items_of(view)
        if not seen or not seen[-1].done:
            return "", None
        if self._task.measure == "corners":
            off = corner_off_um(view, seen[-1])
            good = off is not None and off <= self._task.limit("near_um")
            return tr("{off} from the corner.").format(off=number_text("_um", off or 0)), good
        if self._task.measure == "contrast":
            truth = contrast_truth(seen[-1])
            words = tuple(tr(CHOICES[name]) for name in truth or ())
            return tr("It was: {truth}.").format(truth=" · ".join(words)), contrast_right(seen[-1])
        if self._task.measure == "generator":
            word = tr(CHOICES[generator_truth(seen[-1]) or "move"])
            return tr("It was: {truth}.").format(truth=word), generator_right(seen[-1])
        return "", None


def _aid_on(aid: str, t_ms: int) -> Command:
    return SetAid(t_ms, aid, True)


def _counted(events: Iterable[Event]) -> Iterable[Event]:
    """What was possible, from the first item on."""
    return (event for event in events if not isinstance(event, NotPossible))


def _pictures(count: int) -> str:
    return tr("1 picture") if count == 1 else tr("{count} pictures").format(count=count)
