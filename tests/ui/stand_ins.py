"""A small practice for screens: the real decide and evolve on a flat back; no files, no threads.

Commands are decided on the caller's thread at a time that the test sets, so a test reads its own
commands in order. Journeys use the real practice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.attempt.worlds import START, STORED, WORLD
from tests.scoring.attempts import log_of, reckless
from tests.session.made_facts import TODAY, drilled, made
from tests.ui.stand_in_raters import StandInCohortDesk, StandInMarkingFront
from trainer.app.wiring import wired
from trainer.attempt.commands import Command, Expose, Tick
from trainer.attempt.events import Exposed
from trainer.attempt.header import Target, from_json
from trainer.attempt.log import AttemptLog
from trainer.attempt.state import State
from trainer.attempt.step import step
from trainer.attempt.world import World
from trainer.needle.catalogue import NEEDLES
from trainer.refusal import Refusal
from trainer.scoring.debrief.debrief import debrief_of
from trainer.scoring.explain import explain
from trainer.scoring.view import view_of
from trainer.session.aids import NO_OFFER
from trainer.session.cards import ScenarioCard, UnfinishedCard
from trainer.session.debrief_room import InsideThen, SeenPicture
from trainer.session.finished import Finished
from trainer.session.fluoroscope import Frame
from trainer.session.frames_due import FrameRequest
from trainer.session.progress import Progress, progress_of
from trainer.session.progress_facts import Facts
from trainer.session.runner import Snapshot
from trainer.session.studio.studio import Studio
from trainer.session.tracking import Tracker, TrackerAddress
from trainer.session.waiting import IN_SILENCE, Waiting
from trainer.storage.folders import user_folders

TRUTH_UM = (31_417, -47_113, 26_897)  # digits that no screen may ever show


class SyncRunner:
    """Decides at once, on the caller's thread."""

    def __init__(self, world: World = WORLD, state: State = START) -> None:
        self.world = world
        self.snapshot = Snapshot(0, 0, state)
        self.sent: list[Command] = []
        self.broken: BaseException | None = None
        self.now_ms = 0
        self.closed = False
        self._listeners: list[Callable[[Snapshot], None]] = []

    def listen(self, listener: Callable[[Snapshot], None]) -> None:
        self._listeners.append(listener)

    def send(self, command_at: Callable[[int], Command]) -> None:
        command = command_at(self.now_ms)
        if not isinstance(command, Tick):
            self.sent.append(command)
        before = self.snapshot
        record, state = step(before.state, command, self.world, before.seq + 1)
        if record.events:
            self.publish(
                Snapshot(record.seq, record.seq, state, record.events, before=before.state)
            )

    def publish(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        for listener in self._listeners:
            listener(snapshot)

    def pass_time(self, milliseconds: int) -> None:
        self.now_ms += milliseconds
        self.send(Tick)

    def settle(self) -> Snapshot:
        return self.snapshot

    def close(self) -> None:
        self.closed = True

    def kinds(self) -> list[str]:
        return [type(command).__name__ for command in self.sent]


class NoTracker:
    """Nothing to connect to stands anywhere."""

    def last(self) -> TrackerAddress:
        """This computer."""
        return TrackerAddress()

    def connect(self, address: TrackerAddress) -> Tracker:
        """Refused, as where what it takes is not installed."""
        raise Refusal("No tracker", str(address), "none")


@dataclass
class StandInAttempt:
    """One attempt on the flat back."""

    world: World = WORLD
    state: State = START
    views: tuple[str, ...] = ()
    held: Any = None
    path: Path = Path("stand-in.attempt")
    closed: bool = False
    wants_calls: bool = False
    story: Any = None
    runner: SyncRunner = field(init=False)

    def __post_init__(self) -> None:
        self.runner = SyncRunner(self.world, self.state)
        machine = SimpleNamespace(kvp=75.0, pulse_rate_hz=8)
        self.scenario = SimpleNamespace(
            id="flat", title="Flat back", machine=machine, story=self.story
        )
        self.needles = tuple(NEEDLES.values())
        target = Target("T7-T8", "T6-mb", "T7", "left", "chua-bogduk-1995", TRUTH_UM)
        self.header = SimpleNamespace(
            own_blocks=(), targets=(target,), drill=None, mode="practice", landmarks_um={}
        )
        self.offer = NO_OFFER
        self.trackers = NoTracker()
        x_mm, z_mm = np.linspace(-100, 100, 21), np.linspace(-100, 100, 21)
        y_mm = -((x_mm / 12.0) ** 2) * np.ones((21, 1))
        self.back = SimpleNamespace(x_mm=x_mm, z_mm=z_mm, y_mm=y_mm)

    def frame(self, request: FrameRequest) -> Frame:
        return frame_of(request.taken.exposed)

    def finish(self) -> None:
        self.closed = True

    def close(self) -> None:
        self.closed = True
        self.runner.close()

    def forget(self) -> None:
        self.close()


def frame_of(exposed: Exposed) -> Frame:
    grey = np.arange(64 * 64, dtype=np.uint16).reshape(64, 64) % 256
    letters = {"left": "L", "right": "R", "top": "H", "bottom": "F"}
    values = grey.astype(np.float32) / np.float32(255.0)
    return Frame(exposed, 155.0 / 64, letters, values)


def film_attempt() -> StandInAttempt:
    return StandInAttempt(STORED, views=("AP", "LAT"))


def card(name: str = "flat") -> ScenarioCard:
    return ScenarioCard(
        name, f"Title of {name}", "Do it well.", "placement", ("T7-T8",),
        ("T7-T8: MB T6 on the T7 TP, left",), "synthetic",
    )  # fmt: skip


class StandInPractice:
    """A library of two scenarios and one unfinished attempt."""

    def __init__(self, refusal: Refusal | None = None) -> None:
        self.refusal = refusal
        self.opened: list[StandInAttempt] = []
        self.asks_calls = False  # whether a submitted attempt asks for the own call
        self.retried: list[tuple[Path, int]] = []
        self.exports: list[tuple[Path, Path]] = []
        self.reports: list[tuple[Path, Path]] = []
        self.tables: list[tuple[Path, tuple[Facts, ...]]] = []
        self.stopped: bool | None = None  # whether somebody had cancelled, as `start` saw it
        self._studio: Studio | None = None

    @property
    def studio(self) -> Studio:
        """The real one, in the test's own home; nothing is built in it."""
        if self._studio is None:
            self._studio = Studio(wired(user_folders()))
        return self._studio

    @property
    def marking(self) -> StandInMarkingFront:
        """Two sessions to be marked."""
        return StandInMarkingFront()

    @property
    def cohort(self) -> StandInCohortDesk:
        """Six people."""
        return StandInCohortDesk()

    @property
    def exams(self) -> Any:
        """One session in memory."""
        from tests.ui.stand_in_exam import StandInExamDesk

        return StandInExamDesk()

    def library(self) -> tuple[tuple[ScenarioCard, ...], tuple[Refusal, ...]]:
        return (card("flat"), card("other")), ()

    def unfinished(self) -> tuple[UnfinishedCard, ...]:
        return (UnfinishedCard(Path("a.attempt"), "Title", "2026-01-02T03:04:05Z", 7),)

    def start(
        self,
        scenario_id: str,
        seed: int | None = None,
        waiting: Waiting = IN_SILENCE,
        *,
        asks_own_call: bool = False,
    ) -> StandInAttempt:
        if self.refusal is not None:
            raise self.refusal
        waiting.progress(0.5, "Bones")
        self.stopped = waiting.cancelled()
        attempt = StandInAttempt(wants_calls=self.asks_calls and asks_own_call)
        self.opened.append(attempt)
        return attempt

    def resume(
        self, path: Path, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> StandInAttempt:
        return self.start("flat", waiting=waiting, asks_own_call=asks_own_call)

    def retry(
        self, path: Path, seq: int, waiting: Waiting = IN_SILENCE, *, asks_own_call: bool = False
    ) -> StandInAttempt:
        self.retried.append((path, seq))
        return self.start("flat", waiting=waiting, asks_own_call=asks_own_call)

    def debrief(self, path: Path) -> StandInRoom:
        return StandInRoom(path)

    def finished(self) -> tuple[Finished, ...]:
        return ()

    def progress(self, waiting: Waiting = IN_SILENCE) -> Progress:
        return progress_of(
            [*(made(number) for number in range(12)), drilled("d01", 1)], TODAY, unread=1
        )

    def save_progress(self, path: Path, counted: tuple[Facts, ...]) -> None:
        self.tables.append((path, counted))

    def report(self, path: Path, out: Path) -> None:
        self.reports.append((path, out))

    def export(self, path: Path, folder: Path) -> tuple[Path, ...]:
        self.exports.append((path, folder))
        return ()


class StandInRoom:
    """The debrief of a real log on a flat patient; pictures of plain grey, no inside."""

    def __init__(
        self, path: Path = Path("stand-in.attempt"), log: AttemptLog | None = None
    ) -> None:
        self.path = path
        self.log = log_of(reckless()) if log is None else log
        self.header = from_json(self.log.header)
        self.debrief = debrief_of(self.log)
        self.explained = explain(view_of(self.log), self.debrief.score)
        self.title = "Title"
        self.teaching = "Tilt first."
        self.beside: tuple[Path, ...] = ()
        self.asked: list[tuple[str, int]] = []

    def seq_after(self, t_ms: int) -> int:
        return next((one.seq for one in self.log.records if one.events[0].t_ms > t_ms), 99)

    def picture(self, whose: str, number: int) -> SeenPicture:
        self.asked.append((whose, number))
        shots = (event for event in self.log.events if isinstance(event, Exposed))
        shot = next(event for event in shots if event.number == number)
        tips = ((31_000, 20_000, 5_000),)
        return SeenPicture(whose, shot, np.full((64, 64), 90, np.uint8), self.header, tips, (), ())

    def steel_at(self, _t_ms: int) -> tuple[NDArray[np.float64], ...]:
        return (np.array([[31.0, 60.0, 5.0], [31.0, 20.0, 5.0]]),)

    def inside(self, t_ms: int, target: int) -> InsideThen:
        self.asked.append(("inside", t_ms))
        raise Refusal("It cannot be looked into", "its patient has no inside", "Choose another")


def exposed_number(number: int) -> Exposed:
    """An exposure of which only the number matters."""
    attempt = StandInAttempt()
    attempt.runner.send(Expose)
    (taken,) = (event for event in attempt.runner.snapshot.events if isinstance(event, Exposed))
    return replace(taken, number=number)
