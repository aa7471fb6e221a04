"""Our own errors wherever they happen. Long: `python -m tests.trust mistakes --long`."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.trust import mistakes

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
def quiet(qtbot: QtBot) -> None:
    """There is an application."""


def test_after_an_error_of_ours_the_attempt_is_whole_it_is_told_and_it_goes_on() -> None:
    assert mistakes.run(len(mistakes.WAYS), seed=1) == []


@pytest.mark.parametrize("what", ["nobody listens", "says it is recorded"])
def test_a_build_that_does_not_hear_or_keep_is_caught(what: str) -> None:
    assert mistakes.control(what, places=1) > 0
