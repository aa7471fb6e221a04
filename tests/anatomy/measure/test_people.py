"""Three finished people against published numbers, and the page that many of them make."""

from __future__ import annotations

import pytest

from benchmarks.phantom_table import Seen, look_at, measured, page_of
from trainer.app.wiring import wired
from trainer.scenario.patient import SyntheticPatient

# Fifty people are looked at by `python -m benchmarks.phantom_table`; the aim there is 95 of 100.
LEAST_SHARE = 0.92


def whom_most_scenarios_meet() -> Seen:
    """The first scenario's patient: other tests of the run have built her already."""
    services = wired()
    wanted = services.scenarios.load("place-t7-left").patient
    assert isinstance(wanted, SyntheticPatient)
    return measured(wanted.person(), services.patients.of_person(wanted.person()))


@pytest.mark.timeout(600)
def test_three_people_are_as_published_and_make_a_page() -> None:
    people = [look_at(0), look_at(1), whom_most_scenarios_meet()]
    for one in people:
        assert one.share >= LEAST_SHARE, one.seed
        lost = [row.target.key for row in one.rows if row.value != row.value and not row.anchor]
        assert len(lost) < 6, lost
    page = page_of(people)
    assert "| posterior body height | T7 |" in page
    assert "**M**" in page
