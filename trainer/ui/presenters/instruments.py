"""What syringe and generator show: what hangs on the needle, what was injected, the panel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from trainer.attempt.events import (
    Aspirated,
    Event,
    GeneratorFault,
    LesionEnded,
    LesionRead,
    LesionStarted,
    Stimulated,
)
from trainer.attempt.procedure import Generator
from trainer.attempt.state import State
from trainer.ui.presenters.texts import tr

SWITCHED_ON = Generator()


@dataclass(frozen=True, slots=True)
class SyringeShown:
    """The syringe: what hangs on the needle in hand, and what went through it."""

    tubing: bool = False
    stylet: bool = False
    electrode: bool = False
    flowing: bool = False
    plunger: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class GeneratorShown:
    """The generator: its setting, its panel, and the last stimulus with what it was answered."""

    setting: Generator = SWITCHED_ON
    heating: bool = False
    electrode: bool = False
    panel: str = ""
    stimulus: str = ""
    lesions: int = 0


FAULTS = {
    "impedance-high": "HIGH IMPEDANCE",
    "impedance-low": "LOW IMPEDANCE",
    "pad": "RETURN PAD",
    "temperature": "TEMPERATURE",
}
FOUND = {
    "dry": "Plunger back: nothing comes.",
    "blood": "Plunger back: blood.",
    "csf": "Plunger back: clear fluid.",
    "air": "Plunger back: air.",
}


class Instruments:
    """Hears events, reads states; no Qt."""

    def __init__(self) -> None:
        self._plunger = ""
        self._panel = ""
        self._stimulus = ""

    def hear(self, events: Iterable[Event]) -> None:
        """Keep what the plunger and the panel last showed."""
        for event in events:
            self._plunger = _plunger(event, self._plunger)
            self._panel = _panel(event, self._panel)
            if isinstance(event, Stimulated):
                self._stimulus = tr("{hz} Hz  {volt:.2f} V  {ohm} ohm").format(
                    hz=event.hz, volt=event.millivolts / 1000.0, ohm=event.ohm
                )

    def syringe(self, state: State) -> SyringeShown:
        """The syringe as things stand."""
        needle, done = state.needle, state.procedure
        shown = SyringeShown(flowing=done.injecting is not None, plunger=self._plunger)
        if needle is None:
            return shown
        return replace(
            shown,
            tubing=done.tubing == needle.number,
            stylet=needle.stylet,
            electrode=needle.electrode,
            given=_given(state, needle.number),
        )

    def generator(self, state: State) -> GeneratorShown:
        """The generator as things stand."""
        done = state.procedure
        return GeneratorShown(
            setting=done.generator,
            heating=done.running is not None,
            electrode=state.needle is not None and state.needle.electrode,
            panel=self._panel,
            stimulus=self._stimulus,
            lesions=len(done.lesions),
        )


def _plunger(event: Event, before: str) -> str:
    if isinstance(event, Aspirated):
        return tr(FOUND[event.found])
    return before


def _panel(event: Event, before: str) -> str:
    if isinstance(event, LesionStarted):
        return tr("{ohm} ohm").format(ohm=event.ohm)
    if isinstance(event, LesionRead):
        return tr("{warm:.0f} °C   {watt:.1f} W   {ohm} ohm   {s} s").format(
            warm=event.electrode_decic / 10.0,
            watt=event.milliwatt / 1000.0,
            ohm=event.ohm,
            s=event.after_s,
        )
    if isinstance(event, GeneratorFault):
        return tr("STOPPED: {fault}   {ohm} ohm").format(
            fault=tr(FAULTS[event.fault]), ohm=event.ohm
        )
    if isinstance(event, LesionEnded):
        return tr("Lesion {number}: {s} s").format(number=event.number, s=event.seconds)
    return before


def _given(state: State, number: int) -> str:
    """What went through one needle: agent and millilitres, summed."""
    sums: dict[str, int] = {}
    for deposit in state.procedure.deposits:
        if deposit.needle == number:
            sums[deposit.agent] = sums.get(deposit.agent, 0) + deposit.volume_ul
    return ", ".join(f"{agent} {volume / 1000.0:.1f} mL" for agent, volume in sums.items())
