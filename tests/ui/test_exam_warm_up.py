"""What a warm-up needs and what it lacked, counted in words."""

from __future__ import annotations

from tests.ui.stand_in_exam import SITTING, TWO, StandInExamRoom
from trainer.ui.presenters.exam_candidate import candidate_shown, lacking_text


def test_the_page_counts_what_a_warm_up_must_hold() -> None:
    room = StandInExamRoom(SITTING[:7])
    shown = candidate_shown(TWO, room.state, "T7-a")
    assert shown.page == "warm_up"
    assert shown.to_do == (
        "One warm-up must hold: 3 pictures, 1 movement of the C-arm, 1 movement of a needle"
    )
    later = candidate_shown(TWO, StandInExamRoom(SITTING[:8]).state, "T7-a")
    assert (later.page, later.to_do) == ("stations", "")


def test_what_was_lacking_is_said_once_it_is_over_and_nothing_where_it_was_enough() -> None:
    said = lacking_text((("exposures", 1), ("needle_moves", 2)))
    assert said == "That was not enough yet; it lacked: 1 picture, 2 movements of a needle"
    assert lacking_text(()) == ""
