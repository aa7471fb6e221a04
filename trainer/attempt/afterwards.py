"""What is known later: a block's diary once it has worn off, the months after a rhizotomy."""

from __future__ import annotations

from trainer.attempt.case_acts import read_case
from trainer.attempt.commands import ReadCase
from trainer.attempt.events import BlockJudged, Event, OutcomeToldLater
from trainer.attempt.evolve_procedure import simulated_ms
from trainer.attempt.generator import lesion_stopped
from trainer.attempt.moment import Moment
from trainer.attempt.procedure import Deposit
from trainer.attempt.state import State
from trainer.attempt.syringe import agent_of, injection_stopped
from trainer.attempt.world import World
from trainer.therapy.block import block_result
from trainer.therapy.outcome import Heated, outcome_of


def read_case_or_diary(moment: Moment, command: ReadCase) -> tuple[Event, ...]:
    """Open a part of the case; the diary also tells of a block that has worn off since."""
    read = read_case(moment, command)
    if command.topic != "diary":
        return read
    return (*read, *_judged(moment.state, moment.world, moment.now_ms))


def ended(moment: Moment) -> tuple[Event, ...]:
    """What is stopped and told when the task is done."""
    state, world, now_ms = moment.state, moment.world, moment.now_ms
    injection = injection_stopped(state, world, now_ms)
    lesion = lesion_stopped(state, world, now_ms, "stopped")
    return (*injection, *lesion)


def told_later(state: State, world: World, now_ms: int) -> tuple[Event, ...]:
    """A block's diary or a rhizotomy's months, when the task is done; () where there is neither."""
    known = state.procedure
    if not known.lesions:
        return _diary(world, _unjudged(state, world), now_ms)
    covered: dict[str, float] = {}
    for lesion in known.lesions:
        for nerve, permille in lesion.covered_permille:
            covered[nerve] = max(covered.get(nerve, 0.0), permille / 1000.0)
    heated = [
        Heated(structure, um / 1000.0)
        for one in known.lesions
        for structure, um in one.clearance_um
    ]
    outcome = outcome_of(world.pain, covered, heated, len(known.lesions))
    effects = tuple((effect.id, effect.weeks) for effect in outcome.after_effects)
    return (OutcomeToldLater(now_ms, outcome.relief, effects),)


def _judged(state: State, world: World, now_ms: int) -> tuple[Event, ...]:
    """The diary of a block whose last anaesthetic has worn off."""
    block = _unjudged(state, world)
    lasts = (one.at_sim_ms + 1000 * agent_of(world, one.agent).lasts_s for one in block)
    over_sim_ms = max(lasts, default=0)
    return _diary(world, block, now_ms) if over_sim_ms <= simulated_ms(state, now_ms) else ()


def _unjudged(state: State, world: World) -> tuple[Deposit, ...]:
    """The anaesthetic that no diary has told of yet."""
    since = state.procedure.deposits[state.procedure.judged :]
    return tuple(one for one in since if agent_of(world, one.agent).numbs)


def _diary(world: World, block: tuple[Deposit, ...], now_ms: int) -> tuple[Event, ...]:
    if not block:
        return ()
    asleep: dict[str, float] = {}
    for deposit in block:
        for nerve, permille in deposit.numbed_permille:
            asleep[nerve] = max(asleep.get(nerve, 0.0), permille / 1000.0)
    agent = block[-1].agent
    result = block_result(world.pain, asleep, agent_of(world, agent).hours)
    return (BlockJudged(now_ms, agent, result.relief_percent, result.hours),)
