"""A thousand wrong packages and a thousand wrong scenarios, and a control that must be caught.

Long: `python -m tests.trust --long zips` and `... --long scenarios` (20,000 each).
"""

from __future__ import annotations

from tests.trust import scenarios, zips


def test_a_thousand_mutated_packages_are_refused_or_whole() -> None:
    verdicts = zips.run(1_000, seed=1)
    assert verdicts.found == []
    assert sum(verdicts.refused.values()) > 800
    assert len(verdicts.refused) > 20


def test_an_unthinking_zip_reader_is_caught() -> None:
    assert zips.run(150, seed=1, reading=zips.naive).found


def test_a_thousand_mutated_scenarios_are_refused_or_sound() -> None:
    verdicts = scenarios.run(1_000, seed=1)
    assert verdicts.found == []
    assert sum(verdicts.refused.values()) > 800
    assert verdicts.taken > 20
    assert len(verdicts.refused) > 100


def test_an_unthinking_scenario_reader_is_caught() -> None:
    assert scenarios.run(50, seed=1, naive=True).found
