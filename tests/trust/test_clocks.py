"""Turned clocks, sleep, daylight saving, 2038. Long: `python -m tests.trust clocks --long`."""

from __future__ import annotations

import re
import subprocess

import pytest

from tests.trust.clocks import SOURCE
from tests.trust.disk import can_run, preloaded
from trainer.session.days import FIRST_DAY, believed


@pytest.mark.skipif(not can_run(), reason="no Linux with a C compiler to preload a shim")
def test_no_clock_that_is_turned_costs_time_work_or_a_copy_and_broken_builds_are_caught() -> None:
    done = preloaded(["clocks", "--events", "8"], subprocess.PIPE, SOURCE)
    assert done.returncode == 0, done.stdout
    caught = [int(count) for count in re.findall(r": (\d+)(?:;|$)", done.stdout, re.MULTILINE)]
    assert len(caught) == 5, done.stdout
    assert all(caught), done.stdout


def test_a_day_that_only_a_wrong_clock_can_show_is_no_day_more() -> None:
    day = FIRST_DAY + 300
    assert believed([day, day + 1], day + 1) == (day, day + 1)
    assert believed([day, day + 4_000, day + 1], day + 2) == (day, day, day + 1)
    assert believed([0, day], day) == (day, day)
    assert believed([0], day) == (day,)
