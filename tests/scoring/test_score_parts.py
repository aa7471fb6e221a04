"""The score of a rubric of parts: parts, gates, major errors, two marks, and its document."""

from __future__ import annotations

import copy
import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest

from tests.scoring.attempts import TARGET, header, log_of
from tests.scoring.procedures import (
    TARGETS,
    Clinic,
    document,
    good_block,
    good_rhizotomy,
    head,
    judged,
)
from trainer.attempt.events import (
    CaseDecided,
    Exposed,
    InjectionBegan,
    LesionEnded,
    NeedleMoved,
    Stimulated,
    Submitted,
)
from trainer.attempt.header import Header
from trainer.refusal import Refusal
from trainer.scenario.rubric_parts import RubricOfParts
from trainer.scenario.rubric_tables import rubric_sha256, shipped_rubrics
from trainer.scoring.explain import explain
from trainer.scoring.rubric import rubric_problems
from trainer.scoring.score import score
from trainer.scoring.view import view_of

SHIPPED = shipped_rubrics()["rhizotomy", 2]


def plain() -> dict[str, Any]:
    """A whole rubric of parts with little in it."""
    return {
        "rubric_format": 2,
        "id": "by-hand",
        "version": 1,
        "title": "By hand",
        "pass_mark": 700,
        "parts": [
            {
                "id": "effect",
                "title": "Effect",
                "weight": 60,
                "metrics": [
                    {
                        "id": "nerve_covered_permille",
                        "weight": 60,
                        "knots": [[0, 0], [500, 400], [1000, 1000]],
                    }
                ],
            },
            {
                "id": "rest",
                "title": "The rest",
                "weight": 40,
                "metrics": [
                    {"id": "exposures", "weight": 30, "full_at": 10, "zero_at": 20},
                    {"id": "in_plane_um", "weight": 10, "full_at": 0, "zero_at": 1},
                ],
            },
        ],
    }


def under(rubric: dict[str, Any], **changes: Any) -> Header:
    return header(document("rhizotomy", **changes) | {"rubric": rubric}, targets=TARGETS)


def covering(first: int, second: int) -> list:
    clinic = Clinic().prepare().enter_at(TARGET.point_um).tested().heat((first, 0)).out()
    return clinic.enter_at(TARGETS[1].point_um).tested().heat((0, second)).out().close()


def test_a_good_rhizotomy_and_a_good_block_pass_with_full_marks():
    for events, top in ((good_rhizotomy(), head()), (good_block(), head("block"))):
        found = judged(events, top)
        assert (found.score, found.passed, found.complete) == (1000, True, True)
        assert (found.critical, found.major, found.gates) == ((), (), ())
        assert found.judgement is not None
        assert (found.judgement.score, found.judgement.passed) == (1000, True)


def test_parts_are_means_and_what_does_not_apply_gives_its_points_to_the_others():
    found = judged(covering(500, 1000), under(plain()))
    by_name = {part.id: part for part in found.parts}
    assert by_name["effect"].mark == 400
    shots = sum(isinstance(e, Exposed) for e in covering(500, 1000))
    assert by_name["rest"].mark == max(0, 100 * (20 - shots))
    film = next(metric for metric in found.metrics if metric.id == "in_plane_um")
    assert (film.applies, film.value, film.mark) == (False, None, 0)
    assert found.score == (60 * 400 + 40 * by_name["rest"].mark) // 100


def test_values_for_one_target_count_for_each():
    twice = plain()
    twice["parts"][1]["metrics"][0]["per_target"] = True
    once, more = (judged(covering(900, 900), under(one)) for one in (plain(), twice))
    assert more.parts[1].mark > once.parts[1].mark


def test_a_gate_caps_its_part_or_the_whole_or_fails():
    gate = {"metric": "nerve_covered_permille", "below": 800, "why": "Too little."}
    for changes, mark, passed in (
        ({"part": "effect", "cap": 100}, 100, False),
        ({"cap": 300}, None, False),
        ({"fails": True}, None, False),
    ):
        rubric = plain() | {"gates": [gate | changes], "pass_mark": 0}
        found = judged(covering(700, 1000), under(rubric))
        assert [one.value for one in found.gates] == [700]
        if mark is not None:
            assert found.parts[0].mark == mark
        if changes.get("cap") == 300:
            assert found.score <= 300
        assert found.passed is (not changes.get("fails", False))
        assert passed is False
    assert judged(covering(800, 1000), under(plain() | {"gates": [gate | {"cap": 1}]})).gates == ()


def test_what_the_log_cannot_say_shuts_a_gate():
    gate = {"metric": "axis_to_nerve_um", "above": 5_000, "fails": True, "why": "Too far."}
    found = judged(Clinic().submit(), under(plain() | {"gates": [gate]}))
    assert [(one.metric, one.value) for one in found.gates] == [("axis_to_nerve_um", None)]


def test_major_errors_cost_up_to_their_limits_and_are_all_told():
    untested = [e for e in good_rhizotomy() if not isinstance(e, Stimulated)]
    found = judged(untested)
    costs = {(one.id, one.cost) for one in found.major}
    assert costs == {("no_sensory_test", 20), ("no_motor_test", 50)}
    assert len(found.major) == 4
    performance = sum(part.mark * part.weight for part in found.parts) // 100
    assert found.score == performance - 140
    least = plain() | {
        "major": [{"id": "no_motor_test", "cost": 300}, {"id": "no_sensory_test", "cost": 300}],
        "major_most": 400,
    }
    costs = [one.cost for one in judged(untested, under(least)).major]
    assert sum(costs) == 400
    assert len(costs) == 4


def test_a_mark_does_not_fall_under_nothing():
    costly = plain() | {"major": [{"id": "no_motor_test", "cost": 1000}]}
    untested = [e for e in good_rhizotomy() if not isinstance(e, Stimulated)]
    assert judged(untested, under(costly)).score == 0


def test_both_marks_must_pass():
    undecided = [e for e in good_rhizotomy() if not isinstance(e, CaseDecided)]
    found = judged(undecided)
    assert found.score >= 700
    assert found.judgement is not None
    assert (found.judgement.score, found.judgement.passed) == (0, False)
    assert not found.passed


def test_one_critical_error_fails_a_full_mark():
    events = good_rhizotomy()
    bad = [*events[:-1], *Clinic(events=[]).stimulate(2, 900, "legs").events, events[-1]]
    assert judged(bad).passed
    last_heat = max(i for i, e in enumerate(events) if isinstance(e, LesionEnded)) - 2
    heated = [*events[:last_heat], *Clinic().stimulate(2, 900, "legs").events, *events[last_heat:]]
    found = judged(heated)
    assert [error.id for error in found.critical] == ["lesion_after_bad_response"]
    assert not found.passed


@pytest.mark.parametrize("procedure", ["block", "rhizotomy"])
def test_doing_nothing_is_neither_safe_nor_sparing(procedure):
    found = judged(Clinic().prepare().submit(), head(procedure))
    earned = {metric.id for metric in found.metrics if metric.mark and metric.weight}
    assert earned <= {"level_and_side", "view_level"}
    assert not found.passed


def test_who_rightly_does_not_go_on_is_judged_by_the_decision_alone():
    both = {"decision": "proceed", "also_acceptable": ["postpone"]}
    story = document("block")["story"] | both
    stood_back = [
        replace(e, decision="postpone") if isinstance(e, CaseDecided) else e
        for e in Clinic().prepare().submit()
    ]
    found = judged(stood_back, header(document("block", story=story), targets=TARGETS))
    assert (found.performed, found.passed, found.score) == (False, True, 1000)
    not_accepted = judged(stood_back, head("block"))
    assert (not_accepted.performed, not_accepted.passed) == (True, False)


def test_a_case_to_leave_alone_is_passed_by_leaving_it_with_reasons():
    story = {
        "history": "Night pain.",
        "decision": "decline",
        "reasons": [{"reason": "red-flag", "verdict": "required", "teaching": "It is."}],
    }
    alone = document("block", story=story) | {"rubric": {"base": "case", "version": 1}}
    top = header(alone, targets=TARGETS)
    from trainer.attempt.events import ReasonGiven

    good = [ReasonGiven(1, "red-flag"), CaseDecided(2, "decline"), Submitted(3)]
    assert judged(good, top).passed
    assert not judged([CaseDecided(2, "proceed"), Submitted(3)], top).passed
    assert not judged([*Clinic().enter_at(TARGET.point_um).events, *good], top).passed


def test_the_document_holds_what_is_promised():
    untested = [e for e in good_rhizotomy() if not isinstance(e, Stimulated)]
    found = judged(untested)
    told = found.document
    assert told["scoring_version"] == 2
    assert set(told) >= {
        *("score", "passed", "critical", "metrics", "digest", "major", "parts", "judgement"),
        *("gates", "standing", "performed", "rubric"),
    }
    assert set(told["major"][0]) == {"id", "t_ms", "exposure", "why", "cost"}
    assert set(told["metrics"][0]) >= {"id", "version", "value", "unit", "mark", "weight", "part"}
    assert told["rubric"]["sha256"] == rubric_sha256(SHIPPED)
    assert json.loads(json.dumps(told)) == told
    digest = told.pop("digest")
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == digest


def test_a_cut_is_provisional_until_a_standard_was_set():
    assert judged(good_rhizotomy()).standing == "provisional, not for decisions"
    record = {
        "method": "modified-angoff",
        "judges": 9,
        "date": "2027-03-01",
        "cut": 700,
        "who": "A panel",
    }
    found = judged(good_rhizotomy(), under(plain() | {"standard_setting": record}))
    assert found.standing == "cut set by modified-angoff, 9 judges, 2027-03-01: A panel"


def test_a_rubric_of_parts_that_cannot_be_applied_is_refused_with_every_reason():
    wrong = copy.deepcopy(plain())
    wrong["parts"][0]["metrics"][0]["id"] = "nerve_coverd_permille"
    wrong["parts"][1]["metrics"][0] |= {"full_at": 20, "zero_at": 10}
    wrong["parts"][1]["metrics"][1] = {
        "id": "view_level",
        "weight": 10,
        "knots": [[0, 1000], [1, 0]],
    }
    wrong["gates"] = [{"metric": "exposures", "below": 3, "cap": 0, "why": "No."}]
    wrong["critical"] = ["wrong_levl"]
    wrong["major"] = [{"id": "no_aspirations", "cost": 10}]
    with pytest.raises(Refusal) as refused:
        judged(good_rhizotomy(), under(wrong))
    assert [problem.where for problem in refused.value.problems] == [
        "rubric.parts[0].metrics[0].id",
        "rubric.parts[1].metrics[0].full_at",
        "rubric.parts[1].metrics[1].knots",
        "rubric.gates[0].metric",
        "rubric.critical[0]",
        "rubric.major[0].id",
    ]
    assert "did you mean 'nerve_covered_permille'?" in str(refused.value)


def test_shipped_rubrics_can_be_applied():
    for rubric in shipped_rubrics().values():
        assert rubric_problems(rubric) == ()


def test_the_weights_of_the_defaults_are_those_of_the_plan():
    for name in ("placement", "block", "rhizotomy"):
        rubric = shipped_rubrics()[name, 2]
        assert {part.id: part.weight for part in rubric.parts} == {
            "safety": 40, "effect": 30, "craft": 15, "radiation": 10, "economy": 5,
        }  # fmt: skip


def test_an_explanation_names_every_line_with_its_formula_and_its_events():
    view = view_of(log_of(good_rhizotomy(), head()))
    told = explain(view)
    found = score(log_of(good_rhizotomy(), head()))
    assert found.judgement is not None
    assert [one.marked for one in told] == [*found.metrics, *found.judgement.metrics]
    covered = next(one for one in told if one.marked.id == "nerve_covered_permille")
    assert [trace.event for trace in covered.inputs] == ["lesion_ended", "lesion_ended"]
    assert json.loads(json.dumps(covered.document))["inputs"][0]["number"] == 1


def test_the_rubric_of_an_older_log_is_scored_as_it_was():
    from tests.scoring.attempts import careful, scored

    document_ = scored(careful()).document
    assert document_["scoring_version"] == 1
    assert set(document_) == {
        *("scoring_version", "standing", "note", "scenario", "rubric", "complete", "score"),
        *("pass_mark", "passed", "critical", "metrics", "digest"),
    }
    assert set(document_["metrics"][0]) == {"id", "version", "value", "unit", "mark", "weight"}


def test_the_shipped_rubric_is_of_parts():
    assert isinstance(SHIPPED, RubricOfParts)
    assert any(isinstance(e, NeedleMoved) for e in good_rhizotomy())
    assert any(isinstance(e, InjectionBegan) for e in good_rhizotomy())
