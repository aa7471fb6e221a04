"""A session is opened where a shared store is set: the store is proven first, the wall told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.exams.conftest import definition_of
from trainer.refusal import ExitCode, Refusal
from trainer.session.exams.desk import ExamDesk
from trainer.session.records import URL_VARIABLE, StoreRefusal, UploadStatus
from trainer.ui.presenters.exam_wall import copies_text


@pytest.mark.parametrize(("reachable", "said"), [(True, 0), (False, 1)])
def test_a_store_that_cannot_be_reached_is_told_and_keeps_nobody_from_an_exam(
    desk: ExamDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, reachable: bool, said: int
) -> None:
    shared = tmp_path / "shared.sqlite"
    url = f"sqlite:///{shared}" if reachable else "postgresql://nobody@127.0.0.1:9/none"
    monkeypatch.setenv(URL_VARIABLE, url)
    opened = desk.open(definition_of(desk, tmp_path), "desk-1", "ex-1")
    opened.room.leave()
    assert len(opened.cautions) == said
    assert shared.is_file() == reachable  # it was written and read back there


def test_a_store_that_is_not_fit_for_an_exam_is_refused_and_no_session_begins(
    desk: ExamDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    definition, before = definition_of(desk, tmp_path), desk.sessions()
    monkeypatch.setenv(URL_VARIABLE, "mysql://somewhere/records")
    with pytest.raises(Refusal):
        desk.open(definition, "desk-1", "ex-1")
    assert desk.sessions() == before


def test_without_a_store_nothing_is_copied_and_nothing_said(
    desk: ExamDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    assert desk.copies() is None
    assert copies_text(None) == ""


def test_the_wall_says_what_waits_and_why_it_stands_still() -> None:
    away = StoreRefusal("The store", "it does not answer", "Wait", code=ExitCode.STORAGE)
    other = Refusal("a.attempt", "another record is there", "Ask")
    text = copies_text(UploadStatus(3, 5, away, (("a.attempt", other),)))
    assert text.startswith("Copies: 5 made, 3 waiting")
    assert "it does not answer" in text
    assert "a.attempt is not taken: another record is there" in text
