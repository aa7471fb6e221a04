"""The trainee's own call: where the tip was and whether it was safe, said before the reveal."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.attempt.commands import OwnCall
from trainer.attempt.events import Event, OwnCallMade
from trainer.attempt.moment import Moment

ON_TARGET = "on-target"
DIRECTIONS = (ON_TARGET, "short", "deep", "medial", "lateral", "cranial", "caudal")
FARTHEST_UM = 100_000
GUESS_PERCENT, CERTAIN_PERCENT = 50, 100


def own_call(moment: Moment, command: OwnCall) -> tuple[Event, ...]:
    """The call, or why it cannot be made."""
    for why in _hindrances(moment, command):
        return moment.refused(command, why)
    said = command.direction, command.off_um, command.safe, command.sure_percent
    return (OwnCallMade(moment.now_ms, command.target, *said),)


def _hindrances(moment: Moment, command: OwnCall) -> Iterator[str]:
    count = moment.world.target_count
    if not moment.state.submitted:
        yield "the attempt has not been submitted: it ends with your call"
    if not 1 <= command.target <= count:
        yield f"there is no target {command.target}: the briefing names {count}"
    if command.target in moment.state.called:
        yield f"the call for target {command.target} has been made"
    if command.direction not in DIRECTIONS:
        yield f"there is no direction {command.direction!r}; known: {', '.join(DIRECTIONS)}"
    if not 0 <= command.off_um <= FARTHEST_UM:
        yield f"off_um lies between 0 and {FARTHEST_UM}, got {command.off_um}"
    if (command.direction == ON_TARGET) != (command.off_um == 0):
        yield "a tip on target is 0 off, and any other more"
    if not GUESS_PERCENT <= command.sure_percent <= CERTAIN_PERCENT:
        yield (
            f"sure_percent lies between {GUESS_PERCENT} (a guess) and {CERTAIN_PERCENT}, "
            f"got {command.sure_percent}"
        )
