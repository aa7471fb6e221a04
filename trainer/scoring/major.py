"""Major errors: acts that cost a fixed part of the mark, if its rubric lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from trainer.attempt.events import (
    ActDone,
    Aspirated,
    ComplicationBegan,
    ComplicationEnded,
    Exposed,
    HarmDone,
    InjectionBegan,
    LesionEnded,
    LesionStarted,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    SkinPunctured,
)
from trainer.attempt.step_kinds import Step
from trainer.attempt.steps import STEPS
from trainer.scenario.profile_policies import Sedation
from trainer.scoring.acts import ActKind
from trainer.scoring.error_kinds import Act, ErrorKind
from trainer.scoring.error_rules import RULES
from trainer.scoring.kept import Kept
from trainer.scoring.sentences import mm
from trainer.scoring.steps_kept import steps_kept
from trainer.scoring.view import AttemptView
from trainer.scoring.views import depth_seen_at
from trainer.scoring.worked import numbs

_REMOVE = next(step for step in STEPS if step.id == "remove")
Find = Callable[[AttemptView], Iterable[Act]]


def _missed(*steps: str) -> Find:
    """Each time that one of some steps was asked for and not done; one act for each moment."""

    def find(view: AttemptView) -> Iterator[Act]:
        missed: dict[int, list[Kept]] = {}
        for kept in steps_kept(view):
            for t_ms in kept.missed_ms if kept.step.id in steps else ():
                missed.setdefault(t_ms, []).append(kept)
        for t_ms in sorted(missed):
            yield t_ms, _not_done([kept.step for kept in missed[t_ms]])

    return find


def _not_done(steps: Sequence[Step]) -> str:
    named = ", ".join(f"'{step.title}'" for step in steps)
    return f"Not done by then: {named}. Risk: {steps[0].left_out}."


def _first_missed(*steps: str) -> Find:
    """The same, but only the first time: what was not prepared once is one error."""
    find = _missed(*steps)
    return lambda view: list(find(view))[:1]


def _harm(*complications: str) -> Find:
    """Harm that the physics settled; its cause holds the number."""

    def find(view: AttemptView) -> Iterator[Act]:
        for event in view.among(HarmDone):
            if isinstance(event, HarmDone) and event.complication in complications:
                yield event.t_ms, f"{event.cause[:1].upper()}{event.cause[1:]}."

    return find


def _hand_in_beam(view: AttemptView) -> Iterator[Act]:
    """One act for each stay of the hand: pictures between two movements of the needle are one."""
    stay = 0
    seen: dict[int, list[Exposed]] = {}
    for event in view.events:
        if type(event) is NeedleMoved:
            stay += 1
        elif isinstance(event, Exposed) and event.hand_in_beam:
            seen.setdefault(stay, []).append(event)
    for first, *more in seen.values():
        others = f" and {len(more)} more" if more else ""
        yield first.t_ms, f"The hand was in the beam at exposure {first.number}{others}."


_DEPTH_OF = {depth.value: place for place, depth in enumerate(Sedation)}
_WHILE_ASLEEP = (SkinPunctured, InjectionBegan, LesionStarted)


def _too_deep(view: AttemptView) -> Iterator[Act]:
    """The procedure went on under more sedation than the profile allows; once for each depth."""
    profile = view.case.profile
    if profile is None or view.case.procedure == "placement":
        return
    block = view.case.procedure == "block"
    most = profile.sedation.block if block else profile.sedation.rhizotomy
    now, told = "none", ""
    for event in view.among(ActDone, *_WHILE_ASLEEP):
        if isinstance(event, ActDone) and event.act == "sedation":
            now = event.detail
        elif not isinstance(event, _WHILE_ASLEEP) or now == told:
            continue
        elif _DEPTH_OF.get(now, 0) > _DEPTH_OF[most.value]:
            told = now
            yield event.t_ms, f"Sedation was {now}; {profile.id} allows {most.value}."


def _unanswered(view: AttemptView) -> Iterator[Act]:
    began: dict[str, int] = {}
    for event in view.among(ComplicationBegan, ComplicationEnded):
        if isinstance(event, ComplicationBegan):
            began[event.complication] = event.t_ms
        elif isinstance(event, ComplicationEnded):
            t_ms = began.pop(event.complication, event.t_ms)
            if event.how != "answered":
                yield t_ms, f"{_named(event.complication)} was not answered; it {event.how}."
    for complication, t_ms in began.items():
        yield t_ms, f"{_named(complication)} was not answered in full by the end."


def _named(complication: str) -> str:
    return complication.replace("-", " ").capitalize()


def _over_the_most(view: AttemptView) -> Iterator[Act]:
    """The first injection that takes the sum of shares of each agent's most over the whole."""
    profile = view.case.profile
    if profile is None:
        return
    weight_kg = (view.case.story.get("person") or {}).get("weight_kg")
    used, whole = 0, 1  # as a fraction
    over = False
    for act in view.acts:
        agent = profile.agent(act.agent)
        most_ug = agent.most_ug_for(weight_kg) if agent is not None else None
        if agent is None or most_ug is None or act.injected is None:
            continue
        part, most = agent.ug_per_ml * act.injected.volume_ul, most_ug * 1000
        used, whole = used * most + part * whole, whole * most
        if used > whole and not over:
            over = True
            percent = 100 * used // whole
            yield act.injected.t_ms, f"{percent} % of the most that {profile.id} allows was given."


def _after_bad_aspirate(view: AttemptView) -> Iterator[Act]:
    found = "dry"
    for event in view.events:
        if type(event) is NeedleMoved:
            found = "dry" if event.in_tissue_um else found
        elif isinstance(event, Aspirated):
            found = event.found
        elif isinstance(event, InjectionBegan) and found != "dry":
            yield event.t_ms, f"{event.agent} was injected after {found} had been aspirated."


def _injection_unseen(view: AttemptView) -> Iterator[Act]:
    if view.case.procedure != "block":
        return  # before heat the depth view is asked for again, and is critical
    for act in view.acts:
        if act.kind is not ActKind.INJECTION or not numbs(view, act.agent):
            continue
        if depth_seen_at(view, act) is False:
            why = "was injected without a depth view of the tip since the needle last moved."
            yield act.t_ms, f"{act.agent} {why}"


def _lesion_at_skin(view: AttemptView) -> Iterator[Act]:
    """Without saline under the skin by the isotherm alone; with it only where it burns."""
    lifted = False
    for event in view.among(ActDone, LesionEnded, HarmDone):
        if isinstance(event, ActDone):
            lifted = lifted or event.act == "saline-stand-off"
        elif isinstance(event, LesionEnded) and not lifted:
            skin_um = dict(event.clearance_um).get("skin", 0)
            if skin_um < 0:
                yield event.t_ms, f"45 C reached {mm(-skin_um)} mm beyond the skin."
        elif isinstance(event, HarmDone) and event.complication == "skin-burn" and lifted:
            yield event.t_ms, f"{event.cause[:1].upper()}{event.cause[1:]}."


def _not_meant_for_a_needle(view: AttemptView) -> Iterator[Act]:
    story = view.case.story
    if "proceed" in (story.get("decision", "proceed"), *story.get("also_acceptable", ())):
        return
    for event in view.among(SkinPunctured):
        if isinstance(event, SkinPunctured):
            yield event.t_ms, "A needle went into a patient on whom one should not go on."
            return


def _needle_left(view: AttemptView) -> Iterator[Act]:
    """More needles taken than removed at submit; who took none left none behind."""
    if view.submitted_ms is None or view.case.procedure == "placement":
        return
    if len(view.among(NeedleTaken)) > len(view.among(NeedleRemoved)):
        yield view.submitted_ms, _not_done([_REMOVE])


_TEACHING = "teaching.md 1 (M)"
_TABLE = "procedure.md"


def _major(id: str, title: str, citation: str, find: Find) -> ErrorKind:
    return ErrorKind(id, title, citation, find, RULES[id])


MAJOR: Mapping[str, ErrorKind] = {
    kind.id: kind
    for kind in (
        _major("no_time_out", "No time-out", f"{_TEACHING}; {_TABLE}", _first_missed("time-out")),
        _major("no_consent", "No consent", f"{_TEACHING}; {_TABLE}", _first_missed("consent")),
        _major(
            "not_sterile",
            "Not sterile",
            f"{_TEACHING}; {_TABLE}",
            _first_missed("prep", "drape", "gloves"),
        ),
        _major("not_monitored", "No monitors", f"{_TEACHING}; {_TABLE}", _first_missed("monitors")),
        _major(
            "level_not_declared",
            "Level not declared before the needle",
            f"DESIGN 7; {_TABLE}",
            _first_missed("declare"),
        ),
        _major(
            "no_aspiration",
            "Injection without aspiration",
            f"{_TEACHING}; {_TABLE}",
            _missed("aspirate"),
        ),
        _major(
            "injected_after_aspirate",
            "Injection after blood, fluid or air",
            f"design value; {_TABLE}",
            _after_bad_aspirate,
        ),
        _major(
            "contrast_omitted",
            "No contrast before anaesthetic",
            "uptake in 8 %, Dreyfuss 1997 (S); where the practice profile asks for it",
            _missed("contrast-first"),
        ),
        _major(
            "contrast_unwatched",
            "Contrast not watched live",
            f"{_TEACHING}; where the practice profile asks for it",
            _missed("contrast-live"),
        ),
        _major(
            "injection_without_depth_view",
            "Block without a depth view",
            "clinical.md 3.3 (S, Furman); procedure.md",
            _injection_unseen,
        ),
        _major(
            "no_anaesthetic_before_heat",
            "Heat without anaesthetic",
            "teaching.md 1 (a major error, not a critical one); clinical.md 3.5 (S, Furman)",
            _missed("anaesthetic-before-heat"),
        ),
        _major(
            "no_sensory_test",
            "Heat without a 50 Hz test",
            "clinical.md 3.4; where the practice profile asks for it",
            _missed("sensory-test"),
        ),
        _major(
            "no_motor_test",
            "Heat without a 2 Hz test",
            "clinical.md 3.4; where the practice profile asks for it",
            _missed("motor-test"),
        ),
        _major(
            "no_check_after_electrode",
            "No picture after the electrode went in",
            f"{_TEACHING}; where the practice profile asks for it",
            _missed("check-after-electrode"),
        ),
        _major("no_pad", "Heat without a return pad", _TABLE, _first_missed("pad")),
        _major("lesion_at_skin", "Lesion to the skin", f"DESIGN 9; {_TEACHING}", _lesion_at_skin),
        _major("pad_burn", "Burn under the pad", _TEACHING, _harm("pad-burn")),
        _major(
            "implant_unplanned",
            "Current disturbed an implant",
            _TEACHING,
            _harm("implant-interference"),
        ),
        _major("allergen_given", "Given what was known to harm", _TABLE, _harm("anaphylaxis")),
        _major(
            "particles_in_vessel",
            "Particles into a vessel",
            f"design value; {_TABLE}",
            _harm("spinal-cord-infarct"),
        ),
        _major(
            "anaesthetic_astray",
            "Anaesthetic in foramen, canal or vessel",
            f"{_TEACHING}; {_TABLE}",
            _harm(
                "foraminal-block",
                "epidural-block",
                "intrathecal-block",
                "local-anaesthetic-toxicity",
            ),
        ),
        _major(
            "dose_over_most",
            "More anaesthetic than allowed",
            "the practice profile's most of each agent (profiles.md)",
            _over_the_most,
        ),
        _major(
            "sedation_too_deep",
            "Sedated too deeply to report",
            "the practice profile's limit (profiles.md); teaching.md 1",
            _too_deep,
        ),
        _major(
            "complication_unanswered",
            "Complication not answered",
            f"{_TEACHING}; {_TABLE}",
            _unanswered,
        ),
        _major("hand_in_beam", "Hand in the beam", "DESIGN 5; clinical.md 5", _hand_in_beam),
        _major("needle_left", "Needle left behind", _TABLE, _needle_left),
        _major(
            "needle_against_decision",
            "Needle where none belongs",
            "DESIGN 9 (case judgement); design value",
            _not_meant_for_a_needle,
        ),
    )
}
