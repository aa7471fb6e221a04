"""Each guard says no in its one case, and what it guards goes well otherwise."""

from __future__ import annotations

import pytest

from tests.assessment.exams.made import Told, digest, made_exam, made_form, mark
from trainer.assessment.exams import commands as c
from trainer.assessment.exams.decide_people import wait_ms
from trainer.assessment.exams.definition import Cut
from trainer.assessment.exams.results import candidate_result, outcome_of
from trainer.assessment.exams.state import Phase
from trainer.refusal import Refusal


@pytest.fixture
def told() -> Told:
    return Told().staffed()


def refused(told: Told, command: c.SessionCommand, why: str) -> None:
    before = told.state
    with pytest.raises(Refusal, match=why):
        told.do(command)
    assert told.state == before


def test_a_pseudonym_is_no_name_and_nobody_has_two(told: Told) -> None:
    refused(told, c.Enrol("Eva Example", "form-a", "in-1"), "is no pseudonym")
    refused(told, c.Enrol("e@example.org", "form-a", "in-1"), "is no pseudonym")
    refused(told, c.Enrol("ex-1", "form-a", "in-1"), "somebody of that name")
    refused(told, c.Enrol("c-1", "form-b", "in-1"), "no form 'form-b'")


def test_nobody_begins_without_pin_invigilator_input_and_window(told: Told) -> None:
    told.enrolled("c-1")
    start = c.Start("c-1", "in-1", "mouse-and-keyboard", 1280, 640)
    refused(told, start, "c-1 is enrolled, not admitted")
    told.do(c.TryPin("c-1", True, 0))
    refused(told, c.Start("c-1", "c-1", "mouse-and-keyboard", 1280, 640), "not an invigilator")
    refused(told, c.Start("c-1", "in-1", "gamepad", 1280, 640), "the input is gamepad")
    refused(told, c.Start("c-1", "in-1", "mouse-and-keyboard", 1024, 640), "1024 x 640")
    assert told.do(start).candidates["c-1"].phase is Phase.STARTED


def test_a_wrong_pin_of_the_staff_makes_wait_and_never_shuts_out(told: Told) -> None:
    for _ in range(5):
        told.do(c.TryPin("in-1", False, 1_000))
    person = told.state.people["in-1"]
    assert not person.locked
    assert wait_ms(person, 1_500) == 500
    assert wait_ms(person, 2_000) == 0
    refused(told, c.TryPin("in-1", True, 1_100), "Try again in 1 s")
    assert told.do(c.TryPin("in-1", True, 2_000)).people["in-1"].failed == 0


def test_extra_time_stretches_every_limit() -> None:
    told = Told(made_exam(time_limit_s=100)).staffed()
    told.do(c.Enrol("c-1", "form-a", "in-1", 250), c.IssuePin("c-1", "in-1"))
    told.admitted("c-1").do(c.WaiveWarmUp("c-1", "ex-1"))
    told.sat("c-1", "station-1", "a", 70_000)
    state = told.do(c.BeginStation("c-1", "station-2", "b", digest("b")))
    limits = [where.tried.limit_ms for where in state.tries]
    assert limits == [75_000, 55_000]  # the whole: 125 s, of which 70 are used


def test_a_resit_is_free_only_where_the_workstation_was_over_its_limits(told: Told) -> None:
    told.sitting("c-1").sat("c-1", "station-1", "a")
    refused(told, c.GrantResit("c-1", "station-1", "in-1", "slow"), "not an examiner")
    told.do(c.MeasureOver("a", "picture_p95_ms", 100))
    refused(told, c.GrantResit("c-1", "station-1", "in-1", "slow"), "not an examiner")
    told.do(c.MeasureOver("a", "picture_p95_ms", 101))
    state = told.do(c.GrantResit("c-1", "station-1", "in-1", "slow"))
    assert state.candidates["c-1"].stations["station-1"].may_begin
    refused(told, c.GrantResit("c-1", "station-1", "ex-1", "slow"), "a try is left")


def test_each_time_another_program_is_in_front_is_a_fact(told: Told) -> None:
    told.sitting("c-1").do(c.BeginStation("c-1", "station-1", "a", digest("a")))
    told.do(c.LeaveWindow("a", 10_000), c.LeaveWindow("a", 12_000))
    (where,) = told.state.tries
    assert where.tried.left == 2
    told.do(c.Pause("a", "in-1", "a fire alarm", 13_000))
    refused(told, c.LeaveWindow("a", 14_000), "paused")


def test_the_limit_is_the_finish_time_and_nobody_ends_it_early_by_it(told: Told) -> None:
    told.sitting("c-1").do(c.BeginStation("c-1", "station-1", "a", digest("a")))
    refused(told, c.Submit("a", "limit", 59_999, digest("x")), "1 ms are left")
    told.do(c.Submit("a", "limit", 66_000, digest("x")))
    assert told.state.find("a").tried.charged_ms == 60_000  # type: ignore[union-attr]


def test_a_release_near_the_cut_or_after_a_critical_error_needs_a_second_and_the_frame() -> None:
    told = Told(made_exam(cut=Cut(mean_mark=600, sem=40))).staffed().sealed("c-1")
    ids = ("c-1-station-1", "c-1-station-2")
    clear = tuple(mark(one, 900) for one in ids)
    refused(told, c.Release("c-1", "in-1", "", clear), "not an examiner")
    refused(told, c.Release("c-1", "ex-1", "", clear[:1]), "not every station was scored")
    bad = (mark(ids[0], 900, critical=(3,)), clear[1])
    refused(told, c.Release("c-1", "ex-1", "ex-2", bad), "exposure 3 of station-1 was not looked")
    told.do(c.SeeFrame(ids[0], 3, "ex-2"))
    refused(told, c.Release("c-1", "ex-1", "", bad), "a second person must agree")
    refused(told, c.Release("c-1", "ex-1", "ex-1", bad), "both persons are the same")
    near = tuple(mark(one, 560) for one in ids)
    refused(told, c.Release("c-1", "ex-1", "ex-2", near), "no picture of station-2 was looked at")
    state = told.do(c.Release("c-1", "ex-1", "", clear))
    assert state.candidates["c-1"].phase is Phase.RELEASED


def test_a_released_score_that_differs_later_shows() -> None:
    told = Told(made_exam(cut=Cut(mean_mark=600, sem=0))).staffed().sealed("c-1")
    ids = ("c-1-station-1", "c-1-station-2")
    told.do(c.Release("c-1", "ex-1", "", tuple(mark(one, 900) for one in ids)))
    now = {one: mark(one, 899 if one == ids[0] else 900) for one in ids}
    assert candidate_result(told.exam, told.state, "c-1", now).changed == (ids[0],)


def test_the_outcome_in_whole_numbers() -> None:
    cut = Cut(mean_mark=600, stations_passed=1, sem=0)
    told = Told(made_exam(cut=cut)).staffed().sealed("c-1")
    ids = ("c-1-station-1", "c-1-station-2")
    one = told.state.candidates["c-1"]
    marks = {ids[0]: mark(ids[0], 600), ids[1]: mark(ids[1], 599)}
    assert outcome_of(told.exam, one, marks).mean_mark == 600  # 599.5, half up
    assert outcome_of(told.exam, one, marks).passed is True
    marks[ids[1]] = mark(ids[1], 999, critical=(0,))
    assert outcome_of(told.exam, one, marks).passed is False
    told.do(c.Void(ids[1], "ex-1", "ex-2", "helped"))
    left = {ids[0]: marks[ids[0]]}
    assert outcome_of(told.exam, told.state.candidates["c-1"], left).passed is None


def test_a_session_closes_only_when_whoever_began_is_sealed(told: Told) -> None:
    told.enrolled("c-2").sitting("c-1")
    refused(told, c.Close("ex-1", digest("r"), "A"), "c-1 is sitting")
    told.do(c.EndSitting("c-1", "in-1", "ill"), c.SealCandidate("c-1", digest("r"), "A"))
    told.do(c.Close("ex-1", digest("r"), "A"))
    refused(told, c.Enrol("c-3", "form-a", "in-1"), "the session was closed")


def test_one_station_at_a_time_on_one_workstation(told: Told) -> None:
    told.sitting("c-1").sitting("c-2")
    told.do(c.BeginStation("c-1", "station-1", "a", digest("a")))
    refused(told, c.BeginStation("c-2", "station-1", "b", digest("b")), "c-1 is at station-1")
    told.do(c.Interrupt("a", "a crash", 5_000))
    refused(told, c.BeginStation("c-1", "station-2", "b", digest("b")), "is not over yet")
    told.do(c.BeginStation("c-2", "station-1", "b", digest("b")))
    refused(told, c.Resume("a", "in-1"), "c-2 is at station-1")


def test_forms_of_other_lengths_and_a_warm_up_that_is_a_station_define_no_exam() -> None:
    with pytest.raises(ValueError, match="differ in their number"):
        made_exam(forms=(made_form("form-a", "case-1"), made_form("form-b", "case-1", "case-2")))
    with pytest.raises(ValueError, match="is one of the stations"):
        made_exam(forms=(made_form("form-a", "case-0"),))
