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


def test_a_build_that_does_not_hear_them_is_caught() -> None:
    assert mistakes.control("nobody listens", places=1) > 0
