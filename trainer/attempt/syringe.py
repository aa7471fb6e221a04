"""The syringe: tubing, aspiration, injection and its end, and how deep nerves sleep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from trainer.attempt.body import Body, surroundings_of
from trainer.attempt.commands import Aspirate, ConnectTubing, Inject, StopInjection
from trainer.attempt.events import (
    Aspirated,
    Blob,
    Event,
    Injected,
    InjectionBegan,
    TubingConnected,
)
from trainer.attempt.evolve import fold
from trainer.attempt.evolve_procedure import simulated_ms
from trainer.attempt.hand import NO_NEEDLE
from trainer.attempt.integers import mm_of, um_of
from trainer.attempt.moment import Moment
from trainer.attempt.procedure import Deposit, Injecting
from trainer.attempt.slip import slipped
from trainer.attempt.state import NeedleInHand, State
from trainer.attempt.world import World
from trainer.scenario.agent import Agent
from trainer.therapy.spread import Drop, Pattern, Spread, aspirated, numbed, spread_of

NO_BODY = "this patient is pictures only: nothing is known of what lies in between"
OUTSIDE = "its tip is not under the skin"
STYLET_IN = "the stylet is in the needle: draw it first"
ELECTRODE_IN = "the electrode is in the cannula: draw it first"
FLOWS = "the plunger is moving: wait, or stop the injection"
LEAST_UL, MOST_UL = 10, 10_000


def connect_tubing(moment: Moment, command: ConnectTubing) -> tuple[Event, ...]:
    """Hang tubing with the syringe on the hub, or take it off."""
    needle, hangs_on = moment.state.needle, moment.state.procedure.tubing
    if not command.connected:
        return (TubingConnected(moment.now_ms, False),) if hangs_on else ()
    if needle is None:
        return moment.refused(command, NO_NEEDLE)
    if hangs_on == needle.number:
        return ()
    if hangs_on:
        return moment.refused(command, f"the tubing hangs on needle {hangs_on}: take it off first")
    why = _no_bore(needle)
    return moment.refused(command, why) if why else (TubingConnected(moment.now_ms, True),)


def aspirate(moment: Moment, command: Aspirate) -> tuple[Event, ...]:
    """Draw the plunger back and look."""
    ready = _ready(moment)
    if isinstance(ready, str):
        return moment.refused(command, ready)
    needle, body = ready
    around = surroundings_of(body, mm_of(needle.tip_um), moment.world.bone)
    return (Aspirated(moment.now_ms, aspirated(around)),)


def inject(moment: Moment, command: Inject) -> tuple[Event, ...]:
    """Begin to inject; where it goes is settled now, and its end falls due."""
    ready = _ready(moment)
    if isinstance(ready, str):
        return moment.refused(command, ready)
    agent = moment.world.profile.agent(command.agent)
    if agent is None:
        known = ", ".join(one.id for one in moment.world.profile.agents)
        return moment.refused(command, f"there is no agent {command.agent!r}; known: {known}")
    if not LEAST_UL <= command.volume_ul <= MOST_UL:
        why = f"{command.volume_ul} uL cannot be measured off; {LEAST_UL} to {MOST_UL} can"
        return moment.refused(command, why)
    slip = _pressed_aside(moment, ready[0])
    after = replace(moment, state=fold(moment.state, slip))
    assert after.state.needle is not None
    return (*slip, _begun(after, after.state.needle, ready[1], agent, command.volume_ul))


def _pressed_aside(moment: Moment, needle: NeedleInHand) -> tuple[Event, ...]:
    """A syringe on the hub itself moves a needle that nobody holds; tubing does not."""
    held = moment.state.gripped or moment.state.procedure.tubing == needle.number
    return () if held else slipped(moment, needle)


def _begun(
    moment: Moment, needle: NeedleInHand, body: Body, agent: Agent, volume_ul: int
) -> InjectionBegan:
    lasts_ms = -(-volume_ul * 1000 // agent.rate_ul_s)
    around = surroundings_of(body, mm_of(needle.tip_um), moment.world.bone)
    spread = spread_of(around, volume_ul, lasts_ms)
    return InjectionBegan(
        moment.now_ms,
        agent.id,
        volume_ul,
        needle.number,
        needle.tip_um,
        lasts_ms,
        spread.pattern.value,
        tuple(_blob(drop) for drop in spread.drops),
    )


def _blob(drop: Drop) -> Blob:
    return Blob(
        um_of(drop.centre_world_mm),
        um_of(drop.semi_mm),
        round(drop.share * 1000.0),
        drop.after_ms,
        drop.gone_ms,
    )


def stop_injection(moment: Moment, _command: StopInjection) -> tuple[Event, ...]:
    """Take the thumb off the plunger; one that rests already brings nothing."""
    return injection_stopped(moment.state, moment.world, moment.now_ms)


def injection_stopped(state: State, world: World, now_ms: int) -> tuple[Event, ...]:
    """The end of a running injection before its time."""
    injecting = state.procedure.injecting
    if injecting is None:
        return ()
    gone_ms = simulated_ms(state, now_ms) - injecting.began_sim_ms
    return (_rested(world, injecting, now_ms, min(gone_ms, injecting.lasts_ms)),)


def injection_done(state: State, world: World, now_ms: int) -> tuple[Event, ...]:
    """The end of a running injection at its time."""
    injecting = state.procedure.injecting
    assert injecting is not None
    return (_rested(world, injecting, now_ms, injecting.lasts_ms),)


def injection_due_sim_ms(state: State) -> int | None:
    """When the plunger comes to rest, None where it rests."""
    injecting = state.procedure.injecting
    return None if injecting is None else injecting.began_sim_ms + injecting.lasts_ms


def _rested(world: World, injecting: Injecting, now_ms: int, gone_ms: int) -> Injected:
    body = world.body
    assert body is not None
    volume_ul = injecting.volume_ul * gone_ms // max(1, injecting.lasts_ms)
    spread = _spread_so_far(injecting, gone_ms)
    numbs = agent_of(world, injecting.agent).numbs
    asleep = numbed(spread, body.nerves) if numbs else {}
    return Injected(
        now_ms,
        injecting.agent,
        volume_ul,
        injecting.began_ms,
        gone_ms < injecting.lasts_ms,
        injecting.pattern,
        tuple(_blob(drop) for drop in spread.drops),
        tuple((name, max(1, round(1000.0 * share))) for name, share in sorted(asleep.items())),
    )


def _spread_so_far(injecting: Injecting, gone_ms: int) -> Spread:
    """The drops as they lie when the plunger rests: each is as large as what it was given."""
    part = (gone_ms / max(1, injecting.lasts_ms)) ** (1.0 / 3.0)
    drops = tuple(
        Drop(
            mm_of(blob.centre_um),
            mm_of(blob.semi_um) * part,
            blob.share_permille / 1000.0,
            min(blob.after_ms, gone_ms),
            blob.gone_ms,
        )
        for blob in injecting.blobs
        if gone_ms == injecting.lasts_ms or blob.after_ms < gone_ms
    )
    return Spread(Pattern(injecting.pattern), drops)


def _ready(moment: Moment) -> tuple[NeedleInHand, Body] | str:
    """The needle that something can be drawn or given through, or why there is none."""
    needle, body = moment.state.needle, moment.world.body
    if body is None:
        return NO_BODY
    if needle is None:
        return NO_NEEDLE
    if needle.depth_um == 0:
        return OUTSIDE
    if moment.state.procedure.injecting is not None:
        return FLOWS
    hangs_on = moment.state.procedure.tubing
    if hangs_on not in (0, needle.number):
        return f"the syringe hangs on needle {hangs_on}: take its tubing off first"
    return _no_bore(needle) or (needle, body)


def _no_bore(needle: NeedleInHand) -> str:
    if needle.electrode:
        return ELECTRODE_IN
    return STYLET_IN if needle.stylet else ""


def agent_of(world: World, name: str) -> Agent:
    """An agent that was injected: one of the profile's, or it would have been refused."""
    agent = world.profile.agent(name)
    assert agent is not None
    return agent


def asleep(state: State, world: World, sim_ms: int) -> Mapping[str, float]:
    """How deep each nerve sleeps, 0..1, by what was injected and when; what is awake is left out.

    Depth rises evenly over the agent's onset and falls evenly over the last fifth of its time (X).
    """
    found: dict[str, float] = {}
    for deposit in state.procedure.deposits:
        depth = _depth(agent_of(world, deposit.agent), deposit, sim_ms)
        for name, permille in deposit.numbed_permille if depth > 0.0 else ():
            found[name] = max(found.get(name, 0.0), depth * permille / 1000.0)
    return found


def _depth(agent: Agent, deposit: Deposit, sim_ms: int) -> float:
    gone_s = (sim_ms - deposit.at_sim_ms) / 1000.0
    if not 0.0 <= gone_s < agent.lasts_s:
        return 0.0
    rising = gone_s / max(1, agent.onset_s)
    falling = (agent.lasts_s - gone_s) / (0.2 * agent.lasts_s)
    return min(1.0, rising, falling)
