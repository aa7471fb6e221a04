"""Two raters mark a real session without knowing whose papers they hold; and it is sealed."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from tests.session.exams.conftest import Held, definition_of
from trainer.assessment.marking.checklist import VERDICTS
from trainer.assessment.record.findings import Report
from trainer.attempt import commands
from trainer.refusal import ExitCode, Refusal
from trainer.session.exams.desk import ExamDesk
from trainer.session.marking import Given, MarkingDesk, agreement_of, marks_table
from trainer.session.reading import whole
from trainer.session.sealing import Brought, refuse_unsound, seal_session, session_checked
from trainer.session.services import Services
from trainer.storage.folders import Folders, user_folders
from trainer.storage.signing_keys import SigningKeys

CANDIDATES = ("canary-one", "canary-two")


@pytest.fixture(scope="module")
def sat(exam_services: Services, tmp_path_factory: pytest.TempPathFactory) -> tuple[Services, str]:
    """A session of two candidates, closed; its id."""
    desk = ExamDesk(exam_services)
    held = Held(desk, definition_of(desk, tmp_path_factory.mktemp("draft"))).staffed()
    room = held.seated(*CANDIDATES).room
    for name in CANDIDATES:
        for station in ("station-1", "station-2"):
            at = room.begin(name, station)
            at.live.runner.send(commands.Expose)
            at.submit()
        room.seal(name)
    room.close("ex-1")
    room.leave()
    return exam_services, room.session_id


def given_for(desk: MarkingDesk, label: str, overall: int = 4) -> Given:
    items = desk.open(label).items
    verdict = tuple(VERDICTS)[min(2, overall // 2)]
    return Given({item.id: "done" for item in items}, overall, verdict, "=cmd() \u202e😀")


def test_a_rater_sees_the_work_and_not_whose_it_is(sat: tuple[Services, str]) -> None:
    services, session_id = sat
    desk = MarkingDesk(services, session_id, "rater-a")
    assert len(desk.left) == 4
    log = services.exams.read(session_id)
    canaries = [*CANDIDATES, "desk-1", session_id, log.header.created_utc[:10]]
    canaries += [where.tried.attempt_id for where in log.state.tries]
    for label in desk.left:
        view = desk.open(label)
        told = json.dumps(asdict(view), default=str)
        assert [one for one in canaries if one in told] == []
        assert "score" not in told and "station-" not in told
        assert [frame.number for frame in view.frames] == [1]
        assert view.mine is None
        assert view.procedure == "placement"
    picture = desk.picture(desk.left[0], 1)
    assert picture.dtype == np.uint8 and picture.std() > 5


def test_marks_are_signed_off_followed_and_compared(sat: tuple[Services, str]) -> None:
    services, session_id = sat
    first, second = (MarkingDesk(services, session_id, name) for name in ("rater-a", "rater-b"))
    label = first.next
    assert label is not None
    with pytest.raises(Refusal, match="not signed off") as refused:
        first.save(label, Given({}, 4, "pass"))
    assert len(refused.value.problems) == 5
    mark = first.save(label, given_for(first, label))
    again = first.save(label, given_for(first, label, 2))
    assert (again.revises, first.open(label).mine) == (mark.mark_id, again)
    assert [one.label for one in first.finished()] == [label]
    assert second.open(second.left[0]).mine is None, "nobody sees another one's mark"
    with pytest.raises(Refusal, match="3 papers left and must not see the scores"):
        agreement_of(services, session_id)
    for number, desk in enumerate((first, second)):
        while (label := desk.next) is not None:
            desk.save(label, given_for(desk, label, 1 + (number + len(desk.left)) % 5))
    found = agreement_of(services, session_id)
    assert found.raters == ("rater-a", "rater-b")
    assert len(found.complete) == 4
    assert found.machine is not None and found.machine.n == 4
    header, rows = marks_table(services.marks.marks(session_id))
    assert len(rows) == 9, "the first mark of the first paper is there too"
    assert [row[header.index("counts")] for row in rows].count(1) == 8
    with pytest.raises(Refusal, match="signed by somebody"):
        MarkingDesk(services, session_id, " ")
    with pytest.raises(Refusal, match="no paper AAAAAA"):
        first.open("AAAAAA")


def test_marks_that_were_edited_are_refused(sat: tuple[Services, str]) -> None:
    services, session_id = sat
    desk = MarkingDesk(services, session_id, "rater-c")
    label = desk.left[0]
    desk.save(label, given_for(desk, label))
    path = services.exams.home(session_id) / "marks.jsonl"
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"overall":', b'"overall": ', 1))
    with pytest.raises(Refusal, match=r"marks\.jsonl has been damaged") as refused:
        desk.finished()
    path.write_bytes(data)
    assert refused.value.code is ExitCode.INTEGRITY


def test_a_real_session_is_sealed_and_checked(
    sat: tuple[Services, str], home: Path, tmp_path: Path
) -> None:
    services, session_id = sat
    keys = SigningKeys(Folders(home, user_folders().cache).keys)
    keys.enrol("examiner", "ex-1", "2026-01-01T00:00:00Z")
    out = tmp_path / "anchor.txt"
    seal_session(services, session_id, keys.signer("examiner"), out)
    brought = Brought(keys.folder / "keys.jsonl", (out,))
    report = session_checked(services, services.exams.home(session_id), brought)
    assert (report.findings, report.notes) == ([], [])
    assert report.facts["submitted"] == "4"
    refuse_unsound(report, "The session")
    attempt = next((services.exams.home(session_id) / "attempts").glob("*.attempt"))
    verdict = whole(services, attempt)[1]
    assert verdict.sealed
    assert verdict.signed_by == keys.signer("station").key_id
    log = services.exams.home(session_id) / "session.jsonl"
    data = log.read_bytes()
    log.write_bytes(data[: data.rindex(b"\n", 0, -1) + 1])
    cut = session_checked(services, services.exams.home(session_id), brought)
    log.write_bytes(data)
    assert any("lines of the" in str(one) for one in cut.findings)
    with pytest.raises(Refusal, match="not as it was written") as refused:
        refuse_unsound(cut, "The session")
    assert refused.value.code is ExitCode.INTEGRITY
    assert Report().sound
