"""Critical errors of a block or a rhizotomy, found where each act happened."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.attempt.events import HarmDone, Injected, LesionEnded, Stimulated, Vec3
from trainer.scenario.agent import AgentKind
from trainer.scoring.acts import ActKind, TreatmentAct
from trainer.scoring.error_kinds import Act, ErrorKind, Severity
from trainer.scoring.error_rules import RULES
from trainer.scoring.exact import length, minus
from trainer.scoring.places import LevelSide, place_of, wanted_places
from trainer.scoring.sentences import mm
from trainer.scoring.view import AttemptView
from trainer.scoring.views import depth_seen_at

# A response that means a nerve of the ribs, the limb or the cord; a paraspinal twitch is a good
# sign and stands in neither (teaching.md 1).
STOP_AT: dict[int, frozenset[str]] = {
    2: frozenset({"intercostal-twitch", "abdominal-twitch", "limb-twitch", "legs"}),
    50: frozenset({"band", "legs"}),
}
ASTRAY = frozenset({"vessel", "foramen", "epidural", "intrathecal", "pleura"})
REPOSITIONED_UM = 1_000  # design value: a tip nearer than this to where contrast went astray
REACHED = ("ventral-ramus", "nerve-root", "foramen", "canal", "pleura")
USUAL_MOST_MV = 2_000  # motor testing "to 2 V" (clinical reference 3.4, M), where no profile says


def _after_bad_response(view: AttemptView) -> Iterator[Act]:
    for act in _of(view, ActKind.LESION):
        for told in _last_responses(view, act):
            bad = STOP_AT.get(told.hz, frozenset())
            named = [(answer, nerve) for answer, nerve, _ in told.answers if answer in bad]
            if named:
                answer, nerve = named[0]
                yield (
                    act.t_ms,
                    f"Heat began after {answer} ({nerve}) at {told.millivolts} mV, {told.hz} Hz, "
                    "and no later test was free of it.",
                )
                break


def _last_responses(view: AttemptView, act: TreatmentAct) -> list[Stimulated]:
    """The last test of each rate through this needle, not stronger than the policy asks for."""
    first = act.stand.taken if act.stand is not None else 0
    most_mv = view.case.profile.stimulation.motor_most_mv if view.case.profile else USUAL_MOST_MV
    last: dict[int, Stimulated] = {}
    for event in view.between(Stimulated, first, act.index):
        if isinstance(event, Stimulated) and event.millivolts <= max(most_mv, USUAL_MOST_MV):
            last[event.hz] = event
    return [last[hz] for hz in sorted(last)]


def _warning_ignored(view: AttemptView) -> Iterator[Act]:
    for event in view.among(HarmDone):
        if isinstance(event, HarmDone) and event.complication == "band-pain-ignored":
            yield event.t_ms, f"{event.cause[:1].upper()}{event.cause[1:]}."


def _after_uptake(view: AttemptView) -> Iterator[Act]:
    seen: Injected | None = None
    at_um: Vec3 | None = None
    for act in _of(view, ActKind.INJECTION):
        if _is_contrast(view, act.agent):
            if act.injected is not None:
                astray = act.injected.pattern in ASTRAY
                seen = act.injected if astray else None
                at_um = act.stand.tip_um if astray and act.stand is not None else None
        elif seen is not None and not _repositioned(at_um, act):
            yield (
                act.t_ms,
                f"{act.agent} was injected although the contrast had shown: {seen.pattern}.",
            )


def _repositioned(at_um: Vec3 | None, act: TreatmentAct) -> bool:
    if at_um is None or act.stand is None:
        return False
    return length(minus(act.stand.tip_um, at_um)) >= REPOSITIONED_UM


def _is_contrast(view: AttemptView, agent: str) -> bool:
    known = view.case.profile.agent(agent) if view.case.profile else None
    return known is not None and known.kind is AgentKind.CONTRAST


def _treated_wrong_level(view: AttemptView) -> Iterator[Act]:
    return _treated_elsewhere(view, 0)


def _treated_wrong_side(view: AttemptView) -> Iterator[Act]:
    return _treated_elsewhere(view, 1)


def _treated_elsewhere(view: AttemptView, part: int) -> Iterator[Act]:
    wanted = wanted_places(view.header)
    right = {place[part] for place in wanted}
    for act, what, at_um in _treated(view):
        found = place_of(view.header, at_um)
        if found is not None and found[part] not in right:
            named = " or ".join(_words(place) for place in wanted)
            yield act.t_ms, f"{what} at {_words(found)}; the target is {named}."


def _treated(view: AttemptView) -> Iterator[tuple[TreatmentAct, str, Vec3]]:
    """What was put into the patient and where: heat, and everything but contrast."""
    for act in view.acts:
        if act.ended is not None and act.ended.semi_um != (0, 0):
            yield act, f"Lesion {act.ended.number} was made", act.ended.centre_um
        elif _is_given(view, act) and act.stand is not None:
            yield act, f"{act.agent} was injected", act.stand.tip_um


def _is_given(view: AttemptView, act: TreatmentAct) -> bool:
    return act.kind is ActKind.INJECTION and not _is_contrast(view, act.agent)


def _words(place: LevelSide) -> str:
    return f"{place[0]} {place[1]}"


def _lesion_reached(view: AttemptView) -> Iterator[Act]:
    for act in _of(view, ActKind.LESION):
        if act.ended is None:
            continue
        clear_um = dict(act.ended.clearance_um)
        for structure in REACHED:
            if clear_um.get(structure, 0) < 0:
                yield act.ended.t_ms, _reached(act.ended, structure, clear_um[structure])


def _reached(ended: LesionEnded, structure: str, clear_um: int) -> str:
    return f"45 C of lesion {ended.number} reached {mm(-clear_um)} mm into the {structure}."


def _lesion_unseen(view: AttemptView) -> Iterator[Act]:
    for act in _of(view, ActKind.LESION):
        if depth_seen_at(view, act) is False:
            yield (
                act.t_ms,
                "Heat began without a depth view of the tip since the needle last moved.",
            )


def _of(view: AttemptView, kind: ActKind) -> Iterator[TreatmentAct]:
    return (act for act in view.acts if act.kind is kind)


CRITICAL_ACTS: tuple[ErrorKind, ...] = tuple(
    ErrorKind(*parts, RULES[parts[0]], Severity.CRITICAL)
    for parts in (
        (
            "lesion_after_bad_response",
            "Lesion after an intercostal, abdominal or limb response",
            "DESIGN 9; teaching.md 1; clinical.md 3.4 (no intercostal or abdominal contraction, M)",
            _after_bad_response,
        ),
        (
            "band_pain_ignored",
            "Heat against pain round the ribs",
            "DESIGN 9; teaching.md 1",
            _warning_ignored,
        ),
        (
            "injected_after_uptake",
            "Injection after contrast went astray",
            "DESIGN 9; uptake in 8 % of lumbar blocks, Dreyfuss 1997 (clinical.md 3.1)",
            _after_uptake,
        ),
        (
            "treated_wrong_level",
            "Lesion or injectate at the wrong level",
            "DESIGN 9; clinical.md 2.1",
            _treated_wrong_level,
        ),
        (
            "treated_wrong_side",
            "Lesion or injectate on the wrong side",
            "DESIGN 9; clinical.md 3",
            _treated_wrong_side,
        ),
        (
            "lesion_reached_danger",
            "Lesion into ventral ramus, root, foramen, canal or pleura",
            "DESIGN 9; teaching.md 1 (the 45 C isotherm over the whole active tip)",
            _lesion_reached,
        ),
        (
            "lesion_without_depth_view",
            "Lesion without a depth view",
            "DESIGN 9; clinical.md 3.3 (depth in AP and lateral, Furman)",
            _lesion_unseen,
        ),
    )
)
