"""From what was done to what follows: each rule names the event that leads to a complication.

Never dice. Each rule asks the event and what was so, and gives a sentence with its number; times to
the first sign are design values (X) unless a source stands beside them. Where several rules lead to
the same complication while it is on its way or open, the first cause stands.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trainer.attempt.events import (
    ActDone,
    Aspirated,
    BoneTouched,
    Event,
    HarmDone,
    HazardEntered,
    Injected,
    LesionEnded,
    LesionRead,
    LesionStarted,
    NeedleMoved,
    PatientSaid,
    SkinPunctured,
    Stimulated,
)
from trainer.attempt.evolve import evolve
from trainer.attempt.evolve_procedure import simulated_ms
from trainer.attempt.generator import hot_parts
from trainer.attempt.lesion_reach import nerve_gap_mm
from trainer.attempt.patient_acts import says, sedation_of
from trainer.attempt.state import State
from trainer.attempt.syringe import agent_of, asleep
from trainer.attempt.world import World
from trainer.scenario.agent import AgentKind
from trainer.therapy.nearness import NerveKind
from trainer.therapy.spread import DURA_MM

# What a case may hold that changes what happens, by the id that a scenario's story names.
FINDINGS: Mapping[str, str] = {
    "faints-easily": "has fainted at needles",
    "implant": "has a pacemaker or defibrillator",
    "anticoagulated": "takes an anticoagulant",
    "allergy-iodine": "has reacted to iodinated contrast",
    "allergy-amide": "has reacted to local anaesthetics",
    "allergy-chlorhexidine": "has reacted to chlorhexidine",
    "pad-lifts": "the return pad does not stick well",
}
HOUR_S, DAY_S = 3_600, 86_400
BAND_WITHIN_MM = 1.0  # X: heat this near an awake ramus or root is felt round the ribs
IGNORED_AFTER_READS = 2  # X: ten seconds of heat after the patient has said so
NEURITIS_WITHIN_UM = 1_000  # as therapy's outcome
BURNING_PADS = ("bony", "scar", "loose")
PAD_BURN_S = 60  # X
STAND_OFF_UM = 3_000  # X: what saline under the skin gains
AWAKE = 0.5  # a nerve that sleeps less than this still feels (X)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """An event, what is so after it, and the patient."""

    state: State
    world: World

    @property
    def sim_ms(self) -> int:
        """Simulated time of the event."""
        return simulated_ms(self.state, self.state.t_ms)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule found: a complication that will show after so many simulated seconds."""

    complication: str
    cause: str
    after_s: int


Found = Iterator[Effect | PatientSaid]


def followed(state: State, events: tuple[Event, ...], world: World) -> tuple[Event, ...]:
    """What follows from events that have happened; state : after them. () without a body."""
    if world.body is None:
        return ()
    happened: list[Event] = []
    for event in events:
        for rule in _RULES.get(type(event), ()):
            for found in rule(Seen(state, world), event):
                if isinstance(found, Effect) and _known(state, found.complication):
                    continue
                follows = _event(state, found)
                happened.append(follows)
                state = evolve(state, follows)
    return tuple(happened)


def _known(state: State, complication: str) -> bool:
    coming = {harm.complication for harm in state.procedure.brewing}
    return complication in coming | {one.complication for one in state.procedure.open}


def _event(state: State, found: Effect | PatientSaid) -> Event:
    if isinstance(found, PatientSaid):
        return found
    return HarmDone(state.t_ms, found.complication, found.cause, found.after_s)


def _punctured(seen: Seen, event: SkinPunctured) -> Found:
    acts = {act for act, _ in seen.state.procedure.acts}
    if says(seen.state, 300) and seen.state.procedure.detail_of("skin-local") != "lidocaine-1":
        yield PatientSaid(event.t_ms, "skin-prick", "the skin was not numbed")
    if "faints-easily" in seen.world.findings:
        yield Effect("vasovagal", "a needle went in, and the patient faints easily", 20)
    missing = [act for act in ("prep", "drape", "gloves") if act not in acts]
    if missing and not seen.world.prepared:
        yield Effect("infection", f"the skin was punctured without {', '.join(missing)}", 3 * DAY_S)


def _bone(seen: Seen, event: BoneTouched) -> Found:
    if says(seen.state, 300):
        yield PatientSaid(event.t_ms, "bone", "the tip touched bone")


def _entered(_seen: Seen, event: HazardEntered) -> Found:
    if event.structure == "pleura":
        yield Effect("pneumothorax", "the tip went through the pleura", 900)


def _moved(_seen: Seen, event: NeedleMoved) -> Found:
    canal_um = dict(event.clearance_um).get("canal")
    if canal_um is not None and canal_um <= -DURA_MM * 1000.0:
        cause = f"the tip went {-canal_um / 1000:.1f} mm into the canal, through the dura"
        yield Effect("dural-puncture", cause, DAY_S)


def _aspirated(seen: Seen, event: Aspirated) -> Found:
    if event.found == "blood" and "anticoagulated" in seen.world.findings:
        yield Effect("haematoma", "a vessel was entered under an anticoagulant", 1_200)


_WHERE = {
    "foramen": "foraminal-block",
    "epidural": "epidural-block",
    "intrathecal": "intrathecal-block",
}


def _injected(seen: Seen, event: Injected) -> Found:
    agent = agent_of(seen.world, event.agent)
    dose_mg = agent.mg_per_ml * event.volume_ul / 1000.0
    what = f"{event.volume_ul / 1000:g} mL of {agent.title}"
    for family in agent.families:
        if f"allergy-{family}" in seen.world.findings:
            yield Effect("anaphylaxis", f"{what} in a patient who has reacted to it", 120)
    if event.pattern == "pleura":
        yield Effect("pneumothorax", f"{what} went through the pleura", 900)
    if event.pattern == "vessel" and agent.kind is AgentKind.PARTICULATE:
        yield Effect("spinal-cord-infarct", f"{what}, which has particles, went into a vessel", 60)
    if agent.numbs:
        yield from _anaesthetic(seen, event, what, dose_mg)


def _anaesthetic(seen: Seen, event: Injected, what: str, dose_mg: float) -> Found:
    agent = agent_of(seen.world, event.agent)
    if event.pattern == "vessel" and dose_mg >= agent.vessel_mg > 0:
        cause = f"{what} ({dose_mg:g} mg) went into a vessel; {agent.vessel_mg} mg are felt there"
        yield Effect("local-anaesthetic-toxicity", cause, 45)
    weight_kg = seen.world.weight_kg
    part = sum(
        given.ug_per_ml * deposit.volume_ul / 1000.0 / (given.most_ug_for(weight_kg) or math.inf)
        for deposit in seen.state.procedure.deposits
        if (given := agent_of(seen.world, deposit.agent)).numbs
    )
    if part > 1.0:
        who = "an adult" if weight_kg is None else f"a person of {weight_kg} kg"
        cause = f"{round(100 * part)} % of the most that {who} may be given, with {what}"
        yield Effect("local-anaesthetic-toxicity", cause, 600)
    if event.pattern in _WHERE:
        where = _WHERE[event.pattern]
        yield Effect(where, f"{what} spread: {event.pattern}", agent.onset_s)


def _stimulated(seen: Seen, event: Stimulated) -> Found:
    if sedation_of(seen.state) == "deep":
        cause = f"stimulated at {event.millivolts} mV under deep sedation: silence proves nothing"
        yield Effect("sedation-masks", cause, 0)
    for answer, nerve, strength in event.answers:
        if event.hz == 2 or says(seen.state, strength):
            cause = f"{nerve} at {event.millivolts} mV, {event.hz} Hz"
            yield PatientSaid(event.t_ms, answer, cause)


def _heat_begins(seen: Seen, _event: LesionStarted) -> Found:
    state = seen.state
    pad = state.procedure.detail_of("pad")
    if sedation_of(state) == "deep":
        yield Effect("sedation-masks", "heated under deep sedation: silence proves nothing", 0)
    if "implant" not in seen.world.findings:
        return
    if state.procedure.detail_of("device-plan") is None:
        yield Effect("implant-interference", "heat without a plan for the implant", 2)
    elif pad == "across-implant":
        yield Effect("implant-interference", "the current's path lay across the implant", 2)


def _read(seen: Seen, event: LesionRead) -> Found:
    running = seen.state.procedure.running
    assert running is not None
    if running.warned < 0:
        yield from _felt(seen, event)
    elif running.reads - running.warned == IGNORED_AFTER_READS:
        gone_s = 5 * IGNORED_AFTER_READS
        cause = f"heat went on for {gone_s} s after pain round the ribs was reported"
        yield Effect("band-pain-ignored", cause, 0)


def _felt(seen: Seen, event: LesionRead) -> Found:
    body = seen.world.body
    assert body is not None
    warm = hot_parts(seen.state, seen.world, event.after_s)[1]
    sleeping = asleep(seen.state, seen.world, seen.sim_ms)

    def gap_mm(*kinds: NerveKind) -> float:
        awake = (one for one in body.of_kind(*kinds) if sleeping.get(one.name, 0.0) < AWAKE)
        found = nerve_gap_mm(warm, awake)
        return float("inf") if found is None else found

    band_mm = gap_mm(NerveKind.VENTRAL_RAMUS, NerveKind.NERVE_ROOT)
    if band_mm < BAND_WITHIN_MM and says(seen.state, 1000):
        cause = f"45 C is {band_mm:.1f} mm from a nerve of the ribs"
        yield PatientSaid(event.t_ms, "band-burning", cause)
    elif event.after_s == 10 and says(seen.state, 400):
        raw = gap_mm(NerveKind.MEDIAL_BRANCH) < 0.0
        cause = "the nerve was not numbed" if raw else "heat in numbed tissue"
        yield PatientSaid(event.t_ms, "heat-raw" if raw else "heat", cause)


# What 45 C reached: (structure, complication, simulated seconds until it shows: X).
_HEATED = (
    ("ventral-ramus", "ventral-ramus-lesion", 2 * HOUR_S),
    ("nerve-root", "root-lesion", 2 * HOUR_S),
    ("foramen", "root-lesion", 2 * HOUR_S),
    ("canal", "cord-lesion", 600),
    ("pleura", "pleura-heated", 1_200),
)


def _ended(seen: Seen, event: LesionEnded) -> Found:
    reached = dict(event.clearance_um)
    for structure, complication, after_s in _HEATED:
        clear_um = reached.get(structure, 0)
        if clear_um < 0:
            cause = f"45 C reached {-clear_um / 1000:.1f} mm into the {structure}"
            yield Effect(complication, cause, after_s)
    ramus_um = reached.get("ventral-ramus", NEURITIS_WITHIN_UM)
    if 0 <= ramus_um < NEURITIS_WITHIN_UM:
        cause = f"45 C came within {ramus_um / 1000:.1f} mm of the ventral ramus"
        yield Effect("neuritis", cause, 14 * DAY_S)
    yield from _burns(seen, event, reached["skin"])


def _burns(seen: Seen, event: LesionEnded, skin_um: int) -> Found:
    known = seen.state.procedure
    lifted = known.detail_of("saline-stand-off") is not None
    if event.isotherm_um != (0, 0) and skin_um + (STAND_OFF_UM if lifted else 0) < 0:
        cause = f"45 C reached {-skin_um / 1000:.1f} mm beyond the skin"
        yield Effect("skin-burn", cause, 0)
    pad, heat_s = known.detail_of("pad"), sum(lesion.seconds for lesion in known.lesions)
    if pad in BURNING_PADS and heat_s >= PAD_BURN_S:
        yield Effect("pad-burn", f"{heat_s} s of current through a pad on a {pad} site", 0)


def _acted(seen: Seen, event: ActDone) -> Found:
    acts = {act for act, _ in seen.state.procedure.acts}
    if (event.act, event.detail) == ("sedation", "deep") and "monitors" not in acts:
        yield Effect("oversedation", "deep sedation without monitors", 180)
    reacts = "allergy-chlorhexidine" in seen.world.findings
    if reacts and (event.act, event.detail) == ("prep", "chlorhexidine"):
        yield Effect("anaphylaxis", "chlorhexidine on skin that has reacted to it", 120)


_RULES: Mapping[type[Event], tuple[Callable[[Seen, Any], Found], ...]] = {
    SkinPunctured: (_punctured,),
    BoneTouched: (_bone,),
    HazardEntered: (_entered,),
    NeedleMoved: (_moved,),
    Aspirated: (_aspirated,),
    Injected: (_injected,),
    Stimulated: (_stimulated,),
    LesionStarted: (_heat_begins,),
    LesionRead: (_read,),
    LesionEnded: (_ended,),
    ActDone: (_acted,),
}
