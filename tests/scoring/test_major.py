"""Major errors: acts that cost, each with its time and one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scoring.attempts import TARGET, Hand, log_of
from tests.scoring.procedures import (
    SECOND_UM,
    STORY,
    Clinic,
    document,
    good_block,
    good_rhizotomy,
    head,
)
from trainer.attempt.events import (
    ActDone,
    Aspirated,
    CaseDecided,
    ComplicationBegan,
    ComplicationEnded,
    Event,
    HarmDone,
    Injected,
    InjectionBegan,
    LevelDeclared,
    NeedleRemoved,
    SkinPunctured,
    Stimulated,
    Submitted,
)
from trainer.scoring.errors import errors_of
from trainer.scoring.major import MAJOR
from trainer.scoring.view import view_of

T7 = TARGET.point_um


def acts(events: list[Event], kind: str, procedure: str = "rhizotomy") -> list[str]:
    view = view_of(log_of(events, head(procedure)))
    return [error.why for error in errors_of(view, [kind])]


def lacking(events: list[Event], *acts_left_out: str) -> list[Event]:
    return [event for event in events if getattr(event, "act", "") not in acts_left_out]


@pytest.mark.parametrize(
    ("left_out", "kind"),
    [
        ("time-out", "no_time_out"),
        ("consent", "no_consent"),
        ("gloves", "not_sterile"),
        ("prep", "not_sterile"),
        ("monitors", "not_monitored"),
        ("pad", "no_pad"),
    ],
)
def test_what_was_never_prepared_is_one_error(left_out, kind):
    events = good_rhizotomy()
    assert acts(events, kind) == []
    assert len(acts(lacking(events, left_out), kind)) == 1


def test_three_things_not_sterile_are_one_error_that_names_them():
    (why,) = acts(lacking(good_rhizotomy(), "prep", "drape", "gloves"), "not_sterile")
    assert all(name in why for name in ("Skin preparation", "Drapes", "Sterile gloves"))


@pytest.mark.parametrize(
    ("left_out", "kind", "procedure"),
    [
        (LevelDeclared, "level_not_declared", "rhizotomy"),
        (NeedleRemoved, "needle_left", "rhizotomy"),
        (Aspirated, "no_aspiration", "block"),
        (Stimulated, "no_sensory_test", "rhizotomy"),
        (Stimulated, "no_motor_test", "rhizotomy"),
    ],
)
def test_what_was_left_out_is_an_error_each_time_it_was_asked_for(left_out, kind, procedure):
    events = good_block() if procedure == "block" else good_rhizotomy()
    assert acts(events, kind, procedure) == []
    less = [event for event in events if not isinstance(event, left_out)]
    once = kind in ("level_not_declared", "needle_left")
    assert len(acts(less, kind, procedure)) == (1 if once else 2)


def test_heat_in_an_awake_nerve_is_an_error_for_each_lesion():
    events = [e for e in good_rhizotomy() if not isinstance(e, Injected | InjectionBegan)]
    assert len(acts(events, "no_anaesthetic_before_heat")) == 2


def test_contrast_is_asked_for_where_the_profile_asks():
    events = good_block()
    bare = [e for e in events if not getattr(e, "agent", "").startswith("iohexol")]
    assert len(acts(bare, "contrast_omitted", "block")) == 2
    assert acts(bare, "contrast_omitted", "rhizotomy") == []


def test_contrast_that_ran_unseen_is_an_error():
    clinic = Clinic().enter_at(T7).aspirate().inject("iohexol-240", 200)
    assert len(acts(clinic.events, "contrast_unwatched", "block")) == 1


@pytest.mark.parametrize("found", ["blood", "csf", "air"])
def test_injecting_what_was_aspirated_against_is_an_error_until_the_needle_moves(found):
    clinic = Clinic().enter_at(T7).aspirate(found).inject("lidocaine-1", 300)
    assert len(acts(clinic.events, "injected_after_aspirate", "block")) == 1
    moved = Clinic().enter_at(T7).aspirate(found)
    moved.push(-2_000)
    assert acts(moved.inject("lidocaine-1", 300).events, "injected_after_aspirate", "block") == []


def test_more_than_the_most_is_an_error_once_with_its_share():
    clinic = Clinic().enter_at(T7)
    for _ in range(4):
        clinic.inject("lidocaine-2", 5_000)
    (why,) = acts(clinic.events, "dose_over_most")
    assert "%" in why
    assert acts(good_rhizotomy(), "dose_over_most") == []


def test_sedation_beyond_the_profile_counts_when_something_is_done_under_it():
    asleep = Clinic().act("sedation", "deep")
    assert acts(asleep.events, "sedation_too_deep") == []
    asleep.enter_at(T7).heat()
    (why,) = acts(asleep.events, "sedation_too_deep")
    assert why == "Sedation was deep; house-default allows light."
    light = Clinic().act("sedation", "light").enter_at(T7)
    assert acts(light.events, "sedation_too_deep") == []
    assert len(acts(light.events, "sedation_too_deep", "block")) == 1


@pytest.mark.parametrize(
    ("end", "counted"),
    [(None, 1), ("answered", 0), ("passed", 1), ("worsened", 1)],
)
def test_a_complication_is_answered_or_it_is_an_error(end, counted):
    hand = Hand().note(ComplicationBegan(1, "vasovagal", "x"))
    if end:
        hand.note(ComplicationEnded(2, "vasovagal", end))
    assert len(acts(hand.events, "complication_unanswered")) == counted


def test_a_hand_in_the_beam_is_one_error_for_each_stay():
    hand = Hand().take().expose(hand=True).expose(hand=True).expose().push(5_000)
    hand.expose(hand=True)
    assert acts(hand.events, "hand_in_beam") == [
        "The hand was in the beam at exposure 1 and 1 more.",
        "The hand was in the beam at exposure 4.",
    ]


def test_saline_under_the_skin_forgives_what_does_not_burn():
    from tests.scoring.procedures import CLEAR

    burnt = tuple((name, -1_500 if name == "skin" else um) for name, um in CLEAR)
    lifted = Clinic().act("saline-stand-off").enter_at(T7).heat((900, 0), burnt)
    assert acts(lifted.events, "lesion_at_skin") == []
    lifted.note(HarmDone(lifted.t_ms, "skin-burn", "45 C reached 1.5 mm beyond the skin", 0))
    assert acts(lifted.events, "lesion_at_skin") == ["45 C reached 1.5 mm beyond the skin."]


@pytest.mark.parametrize(
    ("complication", "kind"),
    [
        ("anaphylaxis", "allergen_given"),
        ("implant-interference", "implant_unplanned"),
        ("spinal-cord-infarct", "particles_in_vessel"),
        ("pad-burn", "pad_burn"),
        ("epidural-block", "anaesthetic_astray"),
        ("local-anaesthetic-toxicity", "anaesthetic_astray"),
    ],
)
def test_harm_that_was_settled_is_told_by_its_cause(complication, kind):
    hand = Hand().note(HarmDone(1, complication, "3 mL went where they should not", 0))
    assert acts(hand.events, kind) == ["3 mL went where they should not."]
    assert acts([HarmDone(1, "vasovagal", "faints easily", 20)], kind) == []


def test_a_needle_in_a_patient_to_be_left_alone_is_an_error():
    declined = document("block", story={"history": "Night pain.", "decision": "decline"})
    from tests.scoring.attempts import header

    hand = Hand().note(SkinPunctured(1, T7)).note(SkinPunctured(2, SECOND_UM))
    view = view_of(log_of(hand.events, header(declined)))
    assert len(errors_of(view, ["needle_against_decision"])) == 1
    assert acts(hand.events, "needle_against_decision") == []


def test_every_kind_is_found_somewhere_by_these_tests_or_by_its_step():
    source = Path(__file__).read_text(encoding="utf-8")
    elsewhere = {"injection_without_depth_view", "no_check_after_electrode"}
    assert {kind for kind in MAJOR if f'"{kind}"' not in source} <= elsewhere


def test_the_electrode_is_checked_by_a_picture():
    events = good_rhizotomy()
    assert acts(events, "no_check_after_electrode") == []
    from trainer.attempt.events import ElectrodeSet, LesionStarted

    moved_last = [
        later
        for event in events
        for later in (
            (ElectrodeSet(event.t_ms, True, 0), event)
            if isinstance(event, LesionStarted)
            else (event,)
        )
    ]
    assert len(acts(moved_last, "no_check_after_electrode")) == 2
    assert [e for e in events if isinstance(e, ActDone)]


def test_who_declines_and_takes_no_needle_leaves_none_behind():
    assert acts([CaseDecided(1, "decline"), Submitted(2)], "needle_left") == []


def test_a_needle_taken_and_not_removed_is_left_behind_once():
    kept = [event for event in good_rhizotomy() if not isinstance(event, NeedleRemoved)]
    assert len(acts(kept, "needle_left")) == 1
    assert acts(good_rhizotomy(), "needle_left") == []
    assert acts(kept[:-1], "needle_left") == []  # not submitted: it may still come out


@pytest.mark.parametrize(("weight_kg", "over"), [(90, 0), (40, 1)])
def test_the_most_of_an_anaesthetic_is_less_for_a_light_person(weight_kg, over):
    """Bupivacaine 0.5 %, 20 mL are 100 mg: allowed at 90 kg, too much at 40 kg."""
    person = {"name": "X", "age_years": 45, "sex": "female", "weight_kg": weight_kg, "work": "none"}
    top = head("block", story=STORY | {"person": person})
    events: list[Event] = Clinic().inject("bupivacaine-0.5", 20_000).events
    view = view_of(log_of(events, top))
    assert len(errors_of(view, ["dose_over_most"])) == over
