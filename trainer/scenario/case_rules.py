"""What the parts of a case owe each other, the patient, the targets and the profile."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.anatomy.levels import Procedure
from trainer.scenario.case_choices import PlanSubject, Trait
from trainer.scenario.case_words import Decision, Verdict
from trainer.scenario.diary import diary_suffices
from trainer.scenario.draft import Draft, Finding
from trainer.scenario.patient import SyntheticPatient
from trainer.scenario.profile_policies import WithoutDiary
from trainer.scenario.profile_rules import profile_of
from trainer.scenario.spelling import nearest
from trainer.scenario.story import Story

PROMILLE = 1000


def _story(draft: Draft) -> Story | None:
    story = draft.get("story")
    return story if isinstance(story, Story) else None


def findings_are_told_apart(draft: Draft) -> Iterator[Finding]:
    """No two facts of a case share a name."""
    story = _story(draft)
    seen: set[str] = set()
    for p, page in enumerate(story.pages if story else ()):
        for f, finding in enumerate(page.findings):
            if finding.id in seen:
                yield ("story", "pages", p, "findings", f, "id"), f"{finding.id!r} is already told"
            seen.add(finding.id)


def reasons_rest_on_findings(draft: Draft) -> Iterator[Finding]:
    """A reason names facts that stand in the case file, and is judged once."""
    story = _story(draft)
    if story is None:
        return
    known = [finding.id for finding in story.findings]
    seen = set()
    for index, judged in enumerate(story.reasons):
        place = ("story", "reasons", index)
        if judged.reason in seen:
            yield (*place, "reason"), f"{judged.reason.value!r} is already judged"
        seen.add(judged.reason)
        for n, name in enumerate(judged.rests_on):
            if name not in known:
                why = f"the case has no finding {name!r}{nearest(name, known)}"
                yield (*place, "rests_on", n), why


def a_refusal_has_its_reason(draft: Draft) -> Iterator[Finding]:
    """A case on which one does not go on says by which reason one sees it."""
    story = _story(draft)
    if story is None or story.decision is Decision.PROCEED:
        return
    if not any(one.verdict is Verdict.REQUIRED for one in story.reasons):
        why = f"needs at least one required reason, for the decision is {story.decision.value}"
        yield ("story", "reasons"), why


def decisions_are_told_apart(draft: Draft) -> Iterator[Finding]:
    """What is also acceptable is not the right decision itself."""
    story = _story(draft)
    if story is not None and story.decision in story.also_acceptable:
        why = f"{story.decision.value} is already the decision"
        yield ("story", "also_acceptable"), why


def points_are_told_apart(draft: Draft) -> Iterator[Finding]:
    """A point is talked over in one way."""
    story = _story(draft)
    seen = set()
    for index, talk in enumerate(story.consent if story else ()):
        if talk.point in seen:
            yield (
                ("story", "consent", index, "point"),
                f"{talk.point.value!r} has its words already",
            )
        seen.add(talk.point)


def the_person_lies_on_the_table(draft: Draft) -> Iterator[Finding]:
    """Age and sex of the story are those of the synthetic patient."""
    story, patient = _story(draft), draft.get("patient")
    if story is None or story.person is None or not isinstance(patient, SyntheticPatient):
        return
    if story.person.sex is not patient.sex:
        why = f"is {story.person.sex.value}, and the patient is {patient.sex.value}"
        yield ("story", "person", "sex"), why
    if story.person.age_years != int(patient.age_years):
        why = f"is {story.person.age_years}, and the patient is {patient.age_years:g}"
        yield ("story", "person", "age_years"), why


def the_pain_is_at_most_whole(draft: Draft) -> Iterator[Finding]:
    """Joints make no more than all of the pain."""
    story = _story(draft)
    total = sum(story.pain.joints_permille.values()) if story and story.pain else 0
    if total > PROMILLE:
        why = f"add up to {total}, and {PROMILLE} is all of the pain"
        yield ("story", "pain", "joints_permille"), why


def the_diary_knows_its_agents(draft: Draft) -> Iterator[Finding]:
    """A block was done with an anaesthetic that the profile has."""
    story, profile = _story(draft), profile_of(draft)
    if story is None or profile is None:
        return
    numbing = [agent.id for agent in profile.agents if agent.numbs]
    for index, entry in enumerate(story.diary):
        if entry.agent not in numbing:
            why = (
                f"{entry.agent!r} is no anaesthetic of {profile.id}{nearest(entry.agent, numbing)}"
            )
            yield ("story", "diary", index, "agent"), why


def the_diary_carries_the_lesion(draft: Draft) -> Iterator[Finding]:
    """Under a profile that refuses, a rhizotomy to go on with has its positive blocks."""
    profile = profile_of(draft)
    if profile is not None and profile.blocks.without_diary is WithoutDiary.REFUSE:
        for why in missing_blocks(draft):
            yield ("story", "diary"), why


def missing_blocks(draft: Draft) -> Iterator[str]:
    """Each joint to be lesioned whose diary falls short of the profile, as a sentence."""
    story, profile = _story(draft), profile_of(draft)
    if story is None or profile is None or draft.get("procedure") is not Procedure.RHIZOTOMY:
        return
    if story.decision is not Decision.PROCEED:
        return
    joints = dict.fromkeys(f"{t.joint} {t.side.value}" for _, t in draft.items("targets"))
    for joint in joints:
        if not diary_suffices(story.diary, joint, profile):
            wanted = profile.blocks
            kind = "comparative blocks" if wanted.comparative else "block(s)"
            yield (
                f"{profile.id} wants {wanted.count} {kind} of at least {wanted.relief_percent} % "
                f"before a rhizotomy of {joint}"
            )


def vessels_pass_a_target(draft: Draft) -> Iterator[Finding]:
    """A hidden vein lies at a target."""
    story = _story(draft)
    targets = {(target.bone, target.side) for _, target in draft.items("targets")}
    for index, vessel in enumerate(story.vessels if story else ()):
        if targets and (vessel.bone, vessel.side) not in targets:
            why = f"there is no target on {vessel.bone} {vessel.side.value}"
            yield ("story", "vessels", index, "bone"), why


# Who has one of these has a plan of that kind, so that the debrief can say what was right.
_PLANNED = {
    Trait.IMPLANT: PlanSubject.DEVICE,
    Trait.ANTICOAGULATED: PlanSubject.MEDICATION,
    Trait.ALLERGY_IODINE: PlanSubject.ALLERGY,
    Trait.ALLERGY_AMIDE: PlanSubject.ALLERGY,
    Trait.ALLERGY_CHLORHEXIDINE: PlanSubject.ALLERGY,
}


def traits_have_their_plan(draft: Draft) -> Iterator[Finding]:
    """An implant, an anticoagulant, an allergy: the case says what is right about it."""
    story = _story(draft)
    planned = {plan.subject for plan in story.plans} if story else set()
    for index, trait in enumerate(story.traits if story else ()):
        subject = _PLANNED.get(trait)
        if subject is not None and subject not in planned:
            why = f"{trait.value} needs a plan about {subject.value} under story.plans"
            yield ("story", "traits", index), why


CASE_RULES = (
    findings_are_told_apart,
    reasons_rest_on_findings,
    a_refusal_has_its_reason,
    decisions_are_told_apart,
    points_are_told_apart,
    the_person_lies_on_the_table,
    the_pain_is_at_most_whole,
    the_diary_knows_its_agents,
    the_diary_carries_the_lesion,
    vessels_pass_a_target,
    traits_have_their_plan,
)
