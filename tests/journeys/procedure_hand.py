"""A scripted hand that knows the truth: it places needles by geometry and keeps what it played."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from trainer.attempt.commands import (
    Advance,
    BeamOff,
    BeamOn,
    Command,
    Expose,
    Grip,
    LetGo,
    MarkSkin,
    MovePointer,
    SaveImage,
    TakeNeedle,
    Tick,
    Tilt,
    TurnCArm,
)
from trainer.attempt.events import Event
from trainer.attempt.log import Record
from trainer.attempt.state import State
from trainer.attempt.step import step
from trainer.geometry.pinhole import FloatArray
from trainer.session.opening import Opening

PACE_MS = 1_000
AIM_WITHIN_DEG = 0.05


@dataclass(slots=True)
class ScriptedHand:
    """Plays commands one after the other, each a second after the last."""

    opening: Opening
    state: State
    played: list[Command] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    t_ms: int = 0

    def do(self, kind: type[Command], *values: object) -> tuple[Event, ...]:
        """Play one command now; returns what came of it."""
        command = kind(self.t_ms, *values)
        self.played.append(command)
        record, self.state = step(self.state, command, self.opening.world, len(self.records) + 1)
        if record.events:
            self.records.append(record)
        self.t_ms += PACE_MS
        return record.events

    @property
    def events(self) -> list[Event]:
        """Everything that has happened."""
        return [event for record in self.records for event in record.events]

    def look(self, oblique_deg: float, tilt_deg: float, role: str = "") -> None:
        """Turn the machine, take one picture without the hand in it, keep it for a role."""
        self.do(LetGo)
        self.do(TurnCArm, round(oblique_deg * 1000), round(tilt_deg * 1000))
        self.do(Expose)
        if role:
            self.do(SaveImage, role)

    def place(self, needle: str, aim_mm: FloatArray, toward: FloatArray) -> None:
        """Bring a needle's tip to a point along a direction (unit vector, from hub to tip)."""
        self._stand_over(aim_mm, toward)
        self.do(MarkSkin)
        self.do(TakeNeedle, needle)
        self.do(Grip)
        self._aim(aim_mm)
        for _ in range(40):
            left_mm = self._left_mm(aim_mm)
            if left_mm < 0.2:
                break
            self.do(Grip)
            before = self._tip_mm()
            self.do(Advance, round(min(left_mm, 5.0) * 1000))
            if np.linalg.norm(self._tip_mm() - before) < 0.05:
                break
        self.do(LetGo)

    def live(self, kind: type[Command], *values: object, seconds: int = 4) -> None:
        """Play a command under the beam."""
        self.do(LetGo)
        self.do(BeamOn)
        self.do(kind, *values)
        self.t_ms += seconds * 1000
        self.do(Tick)
        self.do(BeamOff)

    def _stand_over(self, aim_mm: FloatArray, toward: FloatArray) -> None:
        place = aim_mm
        for _ in range(60):
            skin_mm = self.opening.world.skin_y_mm(float(place[0]), float(place[2]))
            assert skin_mm is not None
            place = aim_mm - toward * ((skin_mm - aim_mm[1]) / -toward[1])
        self.do(MovePointer, round(float(place[0]) * 1000), round(float(place[2]) * 1000))

    def _aim(self, aim_mm: FloatArray) -> None:
        for _ in range(20):
            right_deg, down_deg = self._error_deg(aim_mm)
            if max(abs(right_deg), abs(down_deg)) < AIM_WITHIN_DEG:
                return
            self.do(Tilt, round(right_deg * 1000), round(down_deg * 1000))

    def _error_deg(self, aim_mm: FloatArray) -> tuple[float, float]:
        needle, held = self.state.needle, self.state.held
        assert needle is not None
        assert held is not None
        wanted = self._tip_mm() - aim_mm
        wanted /= np.linalg.norm(wanted)
        hub = -np.array(needle.axis_e9) / 1e9
        miss = wanted - hub * float(wanted @ hub)
        right, down = np.array(held.right_e9) / 1e9, np.array(held.down_e9) / 1e9
        return float(np.degrees(miss @ right)), float(np.degrees(miss @ down))

    def _tip_mm(self) -> FloatArray:
        assert self.state.needle is not None
        return np.array(self.state.needle.tip_um) / 1000.0

    def _left_mm(self, aim_mm: FloatArray) -> float:
        assert self.state.needle is not None
        axis = np.array(self.state.needle.axis_e9) / 1e9
        return float((aim_mm - self._tip_mm()) @ axis)
