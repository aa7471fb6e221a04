"""No identifier of a patient comes out anywhere, not even through a mistake of ours."""

from __future__ import annotations

from tests.trust import identifiers


def test_nothing_the_program_writes_or_prints_holds_a_canary() -> None:
    searched, found = identifiers.run()
    assert found == []
    assert searched > 10_000


def test_a_program_that_logs_a_name_would_be_caught() -> None:
    assert identifiers.control() == ["a line", "UTF-16", "zlib", "a zip"]
