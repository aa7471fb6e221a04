"""One pass over a log finds the same steps as asking every step about every event."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.attempts import TARGET, careful, log_of, reckless
from tests.scoring.procedures import Clinic, good_block, good_rhizotomy, head
from trainer.attempt.walked import walked
from trainer.scoring.steps_kept import _walk, steps_kept
from trainer.scoring.view import view_of

WHOLE = {"rhizotomy": good_rhizotomy(), "block": good_block()}


@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_both_walks_agree_on_any_part_of_a_procedure(procedure, data):
    events = WHOLE[procedure]
    kept = data.draw(st.lists(st.booleans(), min_size=len(events), max_size=len(events)))
    part = [event for event, stays in zip(events, kept, strict=True) if stays]
    slow = walked(part, procedure)
    fast = [one for one in _walk(part) if procedure in one.step.procedures]
    assert [one.step for one in slow] == [one.step for one in fast]
    for one, other in zip(slow, fast, strict=True):
        assert one.asked - one.kept == len(other.missed_ms)
        assert one.missed_ms == (other.missed_ms[0] if other.missed_ms else None)
        assert one.left_out == other.left_out
        assert (one.first_ms is not None) == other.ever


def test_a_placement_has_no_steps():
    assert steps_kept(view_of(log_of(careful()))) == ()
    assert steps_kept(view_of(log_of(reckless()))) == ()


def test_a_lesion_asks_for_every_step_before_it():
    clinic = Clinic().enter_at(TARGET.point_um).heat()
    missed = {
        one.step.id for one in steps_kept(view_of(log_of(clinic.events, head()))) if one.missed_ms
    }
    assert {"pad", "sensory-test", "motor-test", "anaesthetic-before-heat"} <= missed
