"""What patient, syringe, monitors and generator tell after a command."""

from __future__ import annotations

from dataclasses import replace

from trainer.attempt.events import (
    Aspirated,
    Event,
    Exposed,
    GeneratorFault,
    InjectionBegan,
    LesionEnded,
    LesionRead,
    LesionStarted,
    NotPossible,
    PatientSaid,
    Stimulated,
)
from trainer.session.players.seen import Panel, Seen

CONTRAST = "iohexol"


class Ears:
    """Remembers what flows, so that a pulse can show it."""

    def __init__(self) -> None:
        self._flows = ""

    def after(self, before: Seen, events: tuple[Event, ...]) -> Seen:
        """The screens' words after events; contrast shows only where pulses follow it."""
        seen = replace(before, said=(), refused=(), aspirated="", contrast="")
        for event in events:
            seen = self._after(seen, event)
        return seen

    def _after(self, seen: Seen, event: Event) -> Seen:
        if isinstance(event, PatientSaid):
            return replace(seen, said=(*seen.said, event.words))
        if isinstance(event, NotPossible):
            return replace(seen, refused=(*seen.refused, event.why))
        if isinstance(event, Aspirated):
            return replace(seen, aspirated=event.found)
        if isinstance(event, InjectionBegan):
            self._flows = event.pattern if event.agent.startswith(CONTRAST) else ""
        if isinstance(event, Exposed):
            return replace(seen, contrast=self._flows)
        return replace(seen, panel=_panel(seen.panel, event))


def _panel(panel: Panel, event: Event) -> Panel:
    if isinstance(event, Stimulated):
        return replace(panel, ohm=event.ohm, fault="")
    if isinstance(event, LesionStarted):
        return Panel(ohm=event.ohm, heats=True)
    if isinstance(event, LesionRead):
        return replace(panel, ohm=event.ohm, after_s=event.after_s)
    if isinstance(event, GeneratorFault):
        return replace(panel, ohm=event.ohm, fault=event.fault)
    return replace(panel, heats=False) if isinstance(event, LesionEnded) else panel
