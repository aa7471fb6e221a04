"""A few attempts inside Qt's loop, nothing grows. Long: `python -m tests.trust soak --long`."""

from __future__ import annotations

import os

import pytest

from tests.trust import soak


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_attempts_one_after_the_other_leave_nothing_behind() -> None:
    samples = soak.soak(6)
    assert soak.wrong(samples, growth=0.05) == []  # so few are still the warm-up
    assert len(samples["memory_kb"]) == 6


def test_what_keeps_a_little_of_each_attempt_is_caught() -> None:
    waves = [583, 171, 171, 583, 171, 171, 583, 171]
    flat = {"memory_kb": [300_000] * 8, "threads": [3] * 8, "widgets": waves}
    assert soak.wrong(flat) == []
    assert soak.wrong({**flat, "memory_kb": [300_000 + 4_000 * n for n in range(8)]})
    assert soak.wrong({**flat, "threads": [3, 3, 4, 4, 5, 5, 6, 6]})
    assert soak.wrong({**flat, "widgets": [each + 5 * n for n, each in enumerate(waves)]})
